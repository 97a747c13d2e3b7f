"""Look at a register of units before it is loaded, load it, and hand out what is known."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from kepatuhan_desktop import codec, messages
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain import unit_register
from kepatuhan_desktop.domain.ids import EntryId, InstitutionId, ProductId, RecordId, UnitId
from kepatuhan_desktop.domain.instrument_problems import words
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import (
    PROFILE,
    Institution,
    Product,
    Unit,
    institution_record,
    product_record,
    unit_record,
)
from kepatuhan_desktop.domain.unit_register import (
    Known,
    PlannedInstitution,
    PlannedUnit,
    RegisterFault,
    RegisterPlan,
    RegisterRow,
    State,
)
from kepatuhan_desktop.errors import UnitsDamaged
from kepatuhan_desktop.exchange import unit_table
from kepatuhan_desktop.exchange.unit_table import LARGEST, UnitTable
from kepatuhan_desktop.progress import Progress, Unwatched
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register

_MOST_TOLD = 50


class ListedUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit with where it belongs and what it gives."""

    id: UnitId
    institution: str
    region: str
    unit: Unit
    products: tuple[tuple[ProductId, str], ...]


class Looked(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds and would change."""

    table: UnitTable
    plan: RegisterPlan
    """Empty where the table has faults."""


class UnitRegister:
    """Institutions, units and products as one list."""

    def __init__(self, journal: Journal, register: Register, pen: Pen, ids: Ids) -> None:
        self._journal = journal
        self._register = register
        self._pen = pen
        self._ids = ids

    def known(self) -> Known:
        """What a file is held against."""
        return Known(
            institutions=tuple(self._register.institutions()),
            units=tuple(self._register.every_unit()),
            products=tuple(self._register.every_product()),
            contested=frozenset(self._register.contested()),
        )

    def sizes(self) -> tuple[int, int]:
        """How many institutions and how many units are known."""
        return self._register.sizes()

    def units(self) -> list[ListedUnit]:
        """Every unit, by institution and name."""
        institutions = dict(self._register.institutions())
        nameless = Institution(name="?")
        products: dict[UnitId, list[tuple[ProductId, str]]] = {}
        for one, product in self._register.every_product():
            products.setdefault(product.unit, []).append((one, product.name))
        listed = [
            ListedUnit(
                id=one,
                institution=institutions.get(unit.institution, nameless).name,
                region=institutions.get(unit.institution, nameless).region,
                unit=unit,
                products=tuple(products.get(one, ())),
            )
            for one, unit in self._register.every_unit()
        ]
        return sorted(listed, key=lambda it: (it.institution, it.unit.name, it.id))

    def plan(self, rows: Iterable[RegisterRow]) -> RegisterPlan:
        """What these rows would change as things stand now."""
        return unit_register.plan(rows, self.known())

    def apply(self, rows: Iterable[RegisterRow]) -> tuple[RegisterPlan, Changes]:
        """Write what `plan` says now, in one transaction; the plan comes back with every id.

        Loading the same again changes nothing.
        """
        planned = self.plan(rows)
        institutions = tuple(self._numbered(one) for one in planned.institutions)
        units = tuple(self._placed(one, institutions) for one in planned.units)
        drafts = self._drafts(institutions, units)
        changes = self._pen.write(*drafts) if drafts else Changes()
        return RegisterPlan(institutions=institutions, units=units), changes

    def _numbered(self, one: PlannedInstitution) -> PlannedInstitution:
        fresh = InstitutionId(self._ids.new()) if one.id is None else one.id
        return msgspec.structs.replace(one, id=fresh)

    def _placed(self, one: PlannedUnit, under: tuple[PlannedInstitution, ...]) -> PlannedUnit:
        if one.id is not None:
            return one
        home = under[one.under].id
        unit = msgspec.structs.replace(one.unit, institution=home)
        return msgspec.structs.replace(one, id=UnitId(self._ids.new()), unit=unit)

    def _drafts(
        self, institutions: tuple[PlannedInstitution, ...], units: tuple[PlannedUnit, ...]
    ) -> list[Draft]:
        written = (State.NEW, State.CHANGED)
        values: list[tuple[Kind, RecordId, Institution | Unit | Product]] = []
        for it in institutions:
            if it.id is not None and it.state in written:
                values.append((Kind.INSTITUTION, institution_record(it.id), it.institution))
        for one in units:
            if one.id is None:
                continue
            if one.state in written:
                values.append((Kind.UNIT, unit_record(one.id), one.unit))
            for name in one.products:
                record = product_record(ProductId(self._ids.new()))
                values.append((Kind.PRODUCT, record, Product(unit=one.id, name=name)))
        seen = self._heads(record for _, record, _ in values)
        return [
            Draft(
                kind=kind,
                record=record,
                slot=PROFILE,
                value=codec.plain(value),
                replaces=tuple(seen.get(record, ())),
            )
            for kind, record, value in values
        ]

    def _heads(self, records: Iterable[RecordId]) -> dict[RecordId, list[EntryId]]:
        found: dict[RecordId, list[EntryId]] = {}
        for entry in self._journal.heads_in(records):
            found.setdefault(entry.record, []).append(entry.id)
        return found


def examine(path: Path, progress: Progress | None = None) -> UnitTable:
    """The rows of a file and every fault of it; needs no workspace."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = words(
            f"berkas tidak dapat dibuka ({messages.reason(reason, 'id')})",
            f"the file cannot be opened ({messages.reason(reason, 'en')})",
        )
        return UnitTable(faults=(RegisterFault(message=message),))
    return unit_table.read(data, progress or Unwatched())


def look(path: Path, known: Known, progress: Progress) -> Looked:
    """What a file would change in what is known; reads no database, so a worker can do it."""
    table = examine(path, progress)
    found = RegisterPlan() if table.faults else unit_register.plan(table.rows, known)
    return Looked(table=table, plan=found)


def read(path: Path) -> UnitTable:
    """The rows of a file; raises `UnitsDamaged`, which tells every fault with its line."""
    table = examine(path)
    if table.faults:
        raise UnitsDamaged(
            name=path.name,
            faults=len(table.faults),
            reason=_told(table.faults, "id"),
            reason_en=_told(table.faults, "en"),
        )
    return table


def _told(faults: tuple[RegisterFault, ...], language: str) -> str:
    lines = [fault.said(language) for fault in faults[:_MOST_TOLD]]
    if (rest := len(faults) - _MOST_TOLD) > 0:
        lines.append(f"and {rest} more" if language == "en" else f"dan {rest} kesalahan lagi")
    return lines[0] if len(lines) == 1 else "".join(f"\n  {one}" for one in lines)
