"""Who is assessed: institutions, their service units, and the products a unit gives."""

import msgspec

from kepatuhan_desktop.domain.ids import InstitutionId, ProductId, RecordId, Slot, UnitId

PROFILE = Slot("profile")


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
