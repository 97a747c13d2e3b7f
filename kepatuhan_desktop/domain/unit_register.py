"""Decide what a register of units would change in what is known. Changes nothing."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TypeVar

import msgspec

from kepatuhan_desktop.domain.ids import InstitutionId, ProductId, RecordId, UnitId
from kepatuhan_desktop.domain.instrument import Text
from kepatuhan_desktop.domain.instrument_problems import words
from kepatuhan_desktop.domain.organisation import (
    Institution,
    Product,
    Unit,
    institution_record,
    name_key,
    unit_record,
)

PARTICULARS = ("address", "head_name", "head_nip", "head_position")
"""What a register says about a unit beside its name."""

NOWHERE = InstitutionId("")
"""Where a unit belongs as long as its institution is new."""

_CAPTIONS = {
    "region": words("wilayah", "region"),
    "address": words("alamat", "address"),
    "head_name": words("nama kepala", "name of the head"),
    "head_nip": words("NIP kepala", "NIP of the head"),
    "head_position": words("jabatan kepala", "position of the head"),
}

P = TypeVar("P", Institution, Unit)


class RegisterRow(msgspec.Struct, frozen=True, kw_only=True):
    """One line of a register: a product of a unit, or the unit alone."""

    line: int
    """From 1, as an editor counts."""
    institution: str
    unit: str
    region: str = ""
    address: str = ""
    head_name: str = ""
    head_nip: str = ""
    head_position: str = ""
    product: str = ""


class RegisterFault(msgspec.Struct, frozen=True, kw_only=True):
    """One thing wrong with a register."""

    message: Text
    line: int | None = None
    """None: the file as a whole."""

    def said(self, language: str = "id") -> str:
        """Line and message: `baris 3: …`."""
        if self.line is None:
            return self.message[language]
        return f"{'line' if language == 'en' else 'baris'} {self.line}: {self.message[language]}"


class State(StrEnum):
    """What would happen to an institution or a unit."""

    NEW = "new"
    CHANGED = "changed"
    KNOWN = "known"
    CONTESTED = "contested"
    """It differs, and several versions of it stand already: a person settles those first."""


class Known(msgspec.Struct, frozen=True, kw_only=True):
    """What the workspace holds; of several that share a name the first is meant."""

    institutions: tuple[tuple[InstitutionId, Institution], ...] = ()
    units: tuple[tuple[UnitId, Unit], ...] = ()
    products: tuple[tuple[ProductId, Product], ...] = ()
    contested: frozenset[RecordId] = frozenset()


class PlannedInstitution(msgspec.Struct, frozen=True, kw_only=True):
    """An institution of a register."""

    id: InstitutionId | None
    """None: not known yet."""
    institution: Institution
    """As it will stand."""
    state: State


class PlannedUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit of a register."""

    id: UnitId | None
    """None: not known yet."""
    unit: Unit
    """As it will stand; `institution` is `NOWHERE` as long as that is new."""
    before: Unit | None
    """As it stands; None: not known yet."""
    under: int
    """The place of its institution in the plan."""
    state: State
    products: tuple[str, ...]
    """Those that are new."""
    known_products: int

    def differences(self) -> tuple[tuple[str, str, str], ...]:
        """Of a unit that is known: field, what it said, what it will say."""
        if self.before is None:
            return ()
        pairs = [(name, *_texts(name, self.before, self.unit)) for name in PARTICULARS]
        return tuple(pair for pair in pairs if pair[1] != pair[2])


class RegisterPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What a register would change, to be looked at before it is applied."""

    institutions: tuple[PlannedInstitution, ...] = ()
    units: tuple[PlannedUnit, ...] = ()

    def count(self, state: State) -> int:
        """Units in that state."""
        return sum(1 for one in self.units if one.state is state)

    def count_institutions(self, state: State) -> int:
        """Institutions in that state."""
        return sum(1 for one in self.institutions if one.state is state)

    def count_products(self) -> int:
        """Products that are new."""
        return sum(len(one.products) for one in self.units)

    def changes_anything(self) -> bool:
        """Whether there is something to write."""
        states = {it.state for it in self.institutions} | {one.state for one in self.units}
        return bool(states & {State.NEW, State.CHANGED}) or self.count_products() > 0


def caption(field: str, language: str) -> str:
    """What people call a particular."""
    return _CAPTIONS[field][language]


def contradictions(rows: Iterable[RegisterRow]) -> Iterator[RegisterFault]:
    """Where a register says two things about one institution or one unit."""
    first: dict[tuple[str, ...], tuple[int, str]] = {}
    for row in rows:
        institution = name_key(row.institution)
        unit = (institution, name_key(row.unit))
        yield from _contradiction(first, row, ("region", institution), row.institution)
        for field in PARTICULARS:
            yield from _contradiction(first, row, (field, *unit), row.unit)


def plan(rows: Iterable[RegisterRow], known: Known) -> RegisterPlan:
    """What these rows, which contradict each other nowhere, would change.

    An empty cell takes nothing away from what is known. Planning again after the plan was
    applied finds nothing to change.
    """
    institutions: dict[str, Institution] = {}
    units: dict[tuple[str, str], Unit] = {}
    products: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        where = name_key(row.institution)
        what = (where, name_key(row.unit))
        said = Institution(name=row.institution, region=row.region)
        institutions[where] = _filled(institutions.get(where, said), said)
        unit = _unit(row)
        units[what] = _filled(units.get(what, unit), unit)
        offered = products.setdefault(what, {})
        if row.product:
            offered.setdefault(name_key(row.product), row.product)
    books = _Books(known)
    places = {key: at for at, key in enumerate(institutions)}
    return RegisterPlan(
        institutions=tuple(books.institution(key, one) for key, one in institutions.items()),
        units=tuple(
            books.unit(key, one, products[key], places[key[0]]) for key, one in units.items()
        ),
    )


class _Books:
    """What is known, by name."""

    def __init__(self, known: Known) -> None:
        self._contested = known.contested
        self._institutions: dict[str, tuple[InstitutionId, Institution]] = {}
        self._units: dict[tuple[str, str], tuple[UnitId, Unit]] = {}
        self._products: dict[UnitId, set[str]] = {}
        names = {one: name_key(it.name) for one, it in known.institutions}
        for one, institution in known.institutions:
            self._institutions.setdefault(names[one], (one, institution))
        for unit, it in known.units:
            # Two laptops may have registered one institution twice, each with units of its own.
            self._units.setdefault((names.get(it.institution, ""), name_key(it.name)), (unit, it))
        for _, product in known.products:
            self._products.setdefault(product.unit, set()).add(name_key(product.name))

    def institution(self, key: str, said: Institution) -> PlannedInstitution:
        if key not in self._institutions:
            return PlannedInstitution(id=None, institution=said, state=State.NEW)
        one, before = self._institutions[key]
        after = _filled(msgspec.structs.replace(said, name=before.name), before)
        state = self._state(institution_record(one), before == after)
        return PlannedInstitution(id=one, institution=after, state=state)

    def unit(
        self, key: tuple[str, str], said: Unit, products: dict[str, str], under: int
    ) -> PlannedUnit:
        if key not in self._units:
            known = self._institutions.get(key[0])
            return PlannedUnit(
                id=None,
                unit=msgspec.structs.replace(said, institution=known[0] if known else NOWHERE),
                before=None,
                under=under,
                state=State.NEW,
                products=tuple(products.values()),
                known_products=0,
            )
        one, before = self._units[key]
        # The name as it was registered stands, whatever capitals the file has.
        own = msgspec.structs.replace(said, name=before.name, institution=before.institution)
        after = _filled(own, before)
        there = self._products.get(one, set())
        fresh = tuple(name for it, name in products.items() if it not in there)
        return PlannedUnit(
            id=one,
            unit=after,
            before=before,
            under=under,
            state=self._state(unit_record(one), before == after),
            products=fresh,
            known_products=len(products) - len(fresh),
        )

    def _state(self, record: RecordId, is_same: bool) -> State:
        if is_same:
            return State.KNOWN
        return State.CONTESTED if record in self._contested else State.CHANGED


def _contradiction(
    first: dict[tuple[str, ...], tuple[int, str]],
    row: RegisterRow,
    about: tuple[str, ...],
    name: str,
) -> Iterator[RegisterFault]:
    field = about[0]
    text: str = getattr(row, field)
    if not text:
        return
    line, said = first.setdefault(about, (row.line, text))
    if name_key(said) != name_key(text):
        yield RegisterFault(
            line=row.line,
            message=words(
                f"{caption(field, 'id')} “{name}” di sini “{text}”, di baris {line} “{said}”",
                f"the {caption(field, 'en')} of “{name}” is “{text}” here, “{said}” in line {line}",
            ),
        )


def _unit(row: RegisterRow) -> Unit:
    return Unit(
        institution=NOWHERE,
        name=row.unit,
        address=row.address,
        head_name=row.head_name,
        head_nip=row.head_nip,
        head_position=row.head_position,
    )


def _filled(first: P, later: P) -> P:
    """`first`, with what is empty in it taken from `later`."""
    gaps = {name: text for name in first.__struct_fields__ if (text := getattr(later, name))}
    own = {name: text for name in first.__struct_fields__ if (text := getattr(first, name))}
    return msgspec.structs.replace(first, **{**gaps, **own})


def _texts(field: str, before: Unit, after: Unit) -> tuple[str, str]:
    return str(getattr(before, field)), str(getattr(after, field))
