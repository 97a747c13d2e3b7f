"""Who is assessed: institutions, their service units, and the products a unit gives."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import msgspec

from kepatuhan_desktop.domain.ids import InstitutionId, ProductId, RecordId, Slot, UnitId

PROFILE = Slot("profile")

T = TypeVar("T")
I = TypeVar("I")  # noqa: E741 - an id


class Institution(msgspec.Struct, frozen=True, kw_only=True):
    """The rated entity: a ministry, province, regency, city …"""

    name: str
    region: str = ""


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A service unit of an institution."""

    institution: InstitutionId
    name: str
    address: str = ""
    head_name: str = ""
    head_nip: str = ""
    head_position: str = ""


class Product(msgspec.Struct, frozen=True, kw_only=True):
    """A service product of a unit."""

    unit: UnitId
    name: str


def institution_record(one: InstitutionId) -> RecordId:
    """The record that holds an institution."""
    return RecordId(f"institution:{one}")


def unit_record(one: UnitId) -> RecordId:
    """The record that holds a unit."""
    return RecordId(f"unit:{one}")


def product_record(one: ProductId) -> RecordId:
    """The record that holds a product."""
    return RecordId(f"product:{one}")


def name_key(name: str) -> str:
    """By what a name is known again, whatever its capitals and spaces."""
    return " ".join(name.split()).casefold()


def named(pairs: Iterable[tuple[I, T]], name: str, of: Callable[[T], str]) -> tuple[I, T] | None:
    """The first pair of that name, however it is written in capitals."""
    wanted = name_key(name)
    return next((pair for pair in pairs if name_key(of(pair[1])) == wanted), None)
