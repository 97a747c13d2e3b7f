"""Register institutions, their units and the products that units give."""

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain.ids import EntryId, InstitutionId, ProductId, RecordId, UnitId
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
from kepatuhan_desktop.errors import InputInvalid, RecordUnknown
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import PlaceRow, Register


class Organisations:
    """Who can be assessed."""

    def __init__(self, journal: Journal, register: Register, pen: Pen, ids: Ids) -> None:
        self._journal = journal
        self._register = register
        self._pen = pen
        self._ids = ids

    def institutions(self) -> list[tuple[InstitutionId, Institution]]:
        """All institutions by name."""
        return self._register.institutions()

    def units(self, institution: InstitutionId) -> list[tuple[UnitId, Unit]]:
        """The units of an institution by name."""
        return self._register.units(institution)

    def places(self) -> list[PlaceRow]:
        """Every unit and every product of it: by institution, unit and product."""
        return self._register.places()

    def products(self, unit: UnitId) -> list[tuple[ProductId, Product]]:
        """The products of a unit by name."""
        return self._register.products(unit)

    def register_institution(self, institution: Institution) -> tuple[InstitutionId, Changes]:
        """Add an institution; raises `InputInvalid` without a name."""
        _named(institution.name, "institution")
        one = InstitutionId(self._ids.new())
        return one, self._put(Kind.INSTITUTION, institution_record(one), institution)

    def register_unit(self, unit: Unit) -> tuple[UnitId, Changes]:
        """Add a unit; raises `InputInvalid` without a name."""
        _named(unit.name, "unit")
        one = UnitId(self._ids.new())
        return one, self._put(Kind.UNIT, unit_record(one), unit)

    def register_product(self, product: Product) -> tuple[ProductId, Changes]:
        """Add a product; raises `InputInvalid` without a name."""
        _named(product.name, "product")
        one = ProductId(self._ids.new())
        return one, self._put(Kind.PRODUCT, product_record(one), product)

    def revise_unit(self, one: UnitId, unit: Unit) -> Changes:
        """Correct a unit's particulars, such as who heads it; raises `RecordUnknown`."""
        _named(unit.name, "unit")
        if self._register.unit(one) is None:
            raise RecordUnknown(record=unit_record(one))
        return self._put(Kind.UNIT, unit_record(one), unit)

    def _put(self, kind: Kind, record: RecordId, value: Institution | Unit | Product) -> Changes:
        seen: tuple[EntryId, ...] = tuple(entry.id for entry in self._journal.heads_of(record))
        return self._pen.write(
            Draft(kind=kind, record=record, slot=PROFILE, value=codec.plain(value), replaces=seen)
        )


def _named(name: str, field: str) -> None:
    if not name.strip():
        raise InputInvalid(field=field)
