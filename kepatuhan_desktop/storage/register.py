"""Read the projections: lists of institutions, units and assessments."""

import msgspec

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import (
    AssessmentId,
    DeviceId,
    Digest,
    InstitutionId,
    InstrumentId,
    PlanId,
    ProductId,
    RecordId,
    UnitId,
)
from kepatuhan_desktop.domain.instrument import Zone
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.seal import Earlier
from kepatuhan_desktop.storage import database
from kepatuhan_desktop.storage.database import Connection


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One assessment in a list."""

    id: AssessmentId
    institution: str
    unit: str
    unit_id: UnitId
    product: str
    period: str
    instrument: str
    """Id and version; empty where the instrument has not arrived."""
    auditor: str
    visited_on: str
    status: Status
    answered: int
    indicators: int
    score: str | None
    category: str | None
    zone: Zone | None
    evidence: int
    findings: int
    conflicts: int
    updated_at: str
    revision: int = 0
    """Of the present seal; 0 where nothing is sealed."""
    withdrawn: int = 0
    """Roles whose signature under the present seal was withdrawn."""
    sealed_score: str | None = None
    """Of the present seal; beside `score`, which moves while a correction is open."""
    sealed_category: str | None = None
    returned: int = 0
    """How often headquarters sent the present seal back; usually 0 or 1."""
    refused: int = 0
    """1 where somebody was asked to sign the present revision and refused."""


class PlanRow(msgspec.Struct, frozen=True, kw_only=True):
    """One planned visit in a list."""

    id: PlanId
    institution_id: InstitutionId
    institution: str
    unit_id: UnitId
    unit: str
    product_id: str
    """Empty: the unit as a whole."""
    product: str
    period: str
    instrument_id: InstrumentId
    version: str
    digest: Digest
    day: str
    device: DeviceId
    auditor: str
    note: str
    has_instrument: bool
    """Whether the instrument has arrived."""
    visits: int
    """Assessments that carried it out, here or elsewhere."""


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True):
    """One unit as a whole, or one product of it."""

    institution: str
    unit_id: UnitId
    unit: str
    address: str
    product_id: str
    """Empty: the unit as a whole."""
    product: str


_PLANS = """
SELECT v.id, v.institution, coalesce(i.name, '?'), v.unit, coalesce(u.name, '?'), v.product,
    coalesce(p.name, ''), v.period, v.instrument, v.version, v.digest, v.day, v.device,
    v.auditor, v.note, n.digest IS NOT NULL, (SELECT count(*) FROM visits w WHERE w.plan = v.id)
FROM plans v
LEFT JOIN institutions i ON i.id = v.institution LEFT JOIN units u ON u.id = v.unit
LEFT JOIN products p ON p.id = v.product LEFT JOIN instruments n ON n.digest = v.digest
ORDER BY v.day, coalesce(u.name, '?'), v.id
"""
_PLACES = """
SELECT coalesce(i.name, '?') AS institution, u.id AS unit_id, u.name AS unit, u.address,
    '' AS product_id, '' AS product
FROM units u LEFT JOIN institutions i ON i.id = u.institution
UNION ALL
SELECT coalesce(i.name, '?'), u.id, u.name, u.address, p.id, p.name
FROM products p JOIN units u ON u.id = p.unit LEFT JOIN institutions i ON i.id = u.institution
ORDER BY institution, unit, unit_id, product, product_id
"""
_CONTESTED = """
SELECT record FROM heads
WHERE slot = 'profile' AND (record BETWEEN 'institution:' AND 'institution;'
    OR record BETWEEN 'product:' AND 'product;' OR record BETWEEN 'unit:' AND 'unit;')
GROUP BY record HAVING count(*) > 1 ORDER BY record
"""
_ROWS = """
SELECT a.id, coalesce(i.name, '?'), coalesce(u.name, '?'), a.unit, coalesce(p.name, ''),
    a.period, coalesce(n.id || ' ' || n.version, ''), a.auditor, a.visited_on, a.status,
    a.answered, a.indicators, a.score, a.category, a.zone,
    a.evidence, a.findings, a.conflicts, a.updated_at,
    a.revision, a.withdrawn, a.sealed_score, a.sealed_category, a.returned,
    a.revision > 0 AND EXISTS (
        SELECT 1 FROM heads h
        JOIN journal j ON j.device = h.device AND j.seq = h.seq AND j.id = h.id
        WHERE h.record = 'assessment:' || a.id AND h.slot > 'refusal/' AND h.slot < 'refusal0'
            AND json_extract(CAST(j.body AS TEXT), '$.value.revision') = a.revision
    )
FROM assessments a
LEFT JOIN institutions i ON i.id = a.institution LEFT JOIN units u ON u.id = a.unit
LEFT JOIN products p ON p.id = a.product LEFT JOIN instruments n ON n.digest = a.instrument
"""


class Register:
    """Reads of one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._path = database.path_of(connection)

    def assessments(self) -> list[Row]:
        """All assessments, last changed first (a tie is settled by id)."""
        rows = self._all(_ROWS + "ORDER BY a.updated_at DESC, a.id")
        return [_row(values) for values in rows]

    def disputed(self) -> list[AssessmentId]:
        """The open assessments of which a slot holds several entries, last changed first."""
        rows = self._all(
            "SELECT id FROM assessments WHERE conflicts > 0 AND status <> ? "
            "ORDER BY updated_at DESC, id",
            Status.SEALED,
        )
        return [AssessmentId(row[0]) for row in rows]

    def assessment(self, one: AssessmentId) -> Row | None:
        """One assessment's row."""
        values = self._one(_ROWS + "WHERE a.id = ?", one)
        return _row(values) if values else None

    def plans(self) -> list[PlanRow]:
        """All planned visits that nobody called off, the earliest first."""
        return [
            msgspec.convert(
                dict(zip(PlanRow.__struct_fields__, values, strict=True)), PlanRow, strict=False
            )
            for values in self._all(_PLANS)
        ]

    def plans_carried_out_by(self, one: AssessmentId) -> list[PlanId]:
        """The plans that an assessment says it carried out."""
        rows = self._all("SELECT plan FROM visits WHERE assessment = ? ORDER BY plan", one)
        return [PlanId(row[0]) for row in rows]

    def institutions(self) -> list[tuple[InstitutionId, Institution]]:
        """All institutions by name."""
        rows = self._all("SELECT id, name, region FROM institutions ORDER BY name, id")
        return [
            (InstitutionId(one), Institution(name=name, region=region))
            for one, name, region in rows
        ]

    def units(self, institution: InstitutionId) -> list[tuple[UnitId, Unit]]:
        """The units of an institution by name."""
        rows = self._all("SELECT * FROM units WHERE institution = ? ORDER BY name, id", institution)
        return [(UnitId(values[0]), _unit(values)) for values in rows]

    def sizes(self) -> tuple[int, int]:
        """How many institutions and how many units there are."""
        counts = self._all("SELECT (SELECT count(*) FROM institutions), count(*) FROM units")[0]
        return int(counts[0]), int(counts[1])

    def every_unit(self) -> list[tuple[UnitId, Unit]]:
        """The units of all institutions by name."""
        rows = self._all("SELECT * FROM units ORDER BY name, id")
        return [(UnitId(values[0]), _unit(values)) for values in rows]

    def every_product(self) -> list[tuple[ProductId, Product]]:
        """The products of all units by name."""
        rows = self._all("SELECT id, unit, name FROM products ORDER BY name, id")
        return [(ProductId(one), Product(unit=UnitId(of), name=name)) for one, of, name in rows]

    def places(self) -> list[PlaceRow]:
        """Every unit and every product of it: by institution, unit and product."""
        names = PlaceRow.__struct_fields__
        rows = self._all(_PLACES)
        return [msgspec.convert(dict(zip(names, it, strict=True)), PlaceRow) for it in rows]

    def contested(self) -> list[RecordId]:
        """Institutions, units and products of which several entries stand, equal ones too."""
        rows = self._all(_CONTESTED)
        return [RecordId(row[0]) for row in rows]

    def products(self, unit: UnitId) -> list[tuple[ProductId, Product]]:
        """The products of a unit by name."""
        rows = self._all(
            "SELECT id, unit, name FROM products WHERE unit = ? ORDER BY name, id", unit
        )
        return [(ProductId(one), Product(unit=UnitId(of), name=name)) for one, of, name in rows]

    def institution(self, one: InstitutionId) -> Institution | None:
        """One institution; None where it has not arrived."""
        values = self._one("SELECT name, region FROM institutions WHERE id = ?", one)
        return Institution(name=values[0], region=values[1]) if values else None

    def unit(self, one: UnitId) -> Unit | None:
        """One unit; None where it has not arrived."""
        values = self._one("SELECT * FROM units WHERE id = ?", one)
        return _unit(values) if values else None

    def product(self, one: ProductId) -> Product | None:
        """One product; None where it has not arrived."""
        values = self._one("SELECT unit, name FROM products WHERE id = ?", one)
        return Product(unit=UnitId(values[0]), name=values[1]) if values else None

    def instruments(self) -> list[tuple[InstrumentId, str, Digest]]:
        """Installed instruments: id, version, digest."""
        rows = self._all("SELECT id, version, digest FROM instruments ORDER BY id, version, digest")
        return [(InstrumentId(one), version, Digest(digest)) for one, version, digest in rows]

    def earlier(self, unit: UnitId, product: ProductId | None, period: str) -> Earlier | None:
        """The last sealed result of the same unit and product before `period`."""
        values = self._one(
            "SELECT period, sealed_score, sealed_category, sealed_zone FROM assessments "
            "WHERE unit = ? AND product = ? AND period < ? AND revision > 0 "
            "ORDER BY period DESC, updated_at DESC, id LIMIT 1",
            unit,
            product or "",
            period,
        )
        if values is None:
            return None
        return Earlier(period=values[0], score=values[1], category=values[2], zone=values[3])

    def _all(self, query: str, *parameters: str) -> list[tuple[str, ...]]:
        with database.explained(self._path):
            return self._connection.execute(query, parameters).fetchall()

    def _one(self, query: str, *parameters: str) -> tuple[str, ...] | None:
        return next(iter(self._all(query, *parameters)), None)


def _row(values: tuple[object, ...]) -> Row:
    return msgspec.convert(dict(zip(Row.__struct_fields__, values, strict=True)), Row)


def _unit(values: tuple[str, ...]) -> Unit:
    return Unit(
        institution=InstitutionId(values[1]),
        name=values[2],
        address=values[3],
        head_name=values[4],
        head_nip=values[5],
        head_position=values[6],
    )
