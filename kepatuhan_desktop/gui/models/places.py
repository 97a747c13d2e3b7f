"""What can be visited: units and the products that they give, to be searched by words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import ProductId, UnitId
from kepatuhan_desktop.storage.register import PlaceRow

SHOWN = 100
"""Lines of a list that nobody reads to the end."""


class Spot(NamedTuple):
    """One unit as a whole, or one product of it."""

    key: str
    unit: UnitId
    product: ProductId | None
    title: str
    detail: str
    text: str
    """What a search looks at."""


def spots(services: Services) -> list[Spot]:
    """Everything in the register: institutions, their units and products, each by name."""
    return [_spot(row) for row in services.organisations.places()]


def search(known: Iterable[Spot], text: str) -> list[Spot]:
    """Those in which every word stands somewhere; names that begin with the first word first."""
    wanted = text.casefold().split()
    found = [spot for spot in known if all(word in spot.text for word in wanted)]
    if not wanted:
        return found
    return sorted(found, key=lambda spot: not spot.title.casefold().startswith(wanted[0]))


def key(unit: UnitId, product: str | None) -> str:
    """By what a line is known again."""
    return f"{unit}|{product or ''}"


def shown(found: Sequence[Spot], chosen: Sequence[Spot]) -> list[Spot]:
    """What a list shows: what was chosen on top, then what was found, up to `SHOWN`."""
    there = {spot.key for spot in chosen}
    rest = [spot for spot in found if spot.key not in there]
    return [*chosen, *rest[:SHOWN]]


def _spot(row: PlaceRow) -> Spot:
    title = " · ".join(part for part in (row.unit, row.product) if part)
    detail = " · ".join(part for part in (row.institution, row.address) if part)
    product = ProductId(row.product_id) if row.product_id else None
    text = f"{title} {detail}".casefold()
    return Spot(key(row.unit_id, product), row.unit_id, product, title, detail, text)
