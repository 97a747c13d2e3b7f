"""Workspaces with an office, an assessment, and answers in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from kepatuhan_desktop import bootstrap
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import InstrumentPin, Profile
from kepatuhan_desktop.domain.ids import AssessmentId, EvidenceId, IndicatorId, UnitId
from kepatuhan_desktop.domain.instrument import Instrument, OptionScale
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Signature
from kepatuhan_desktop.imaging import drawing
from kepatuhan_desktop.imaging.drawing import Camera
from kepatuhan_desktop.services.sealing import AUDITOR, UNIT_HEAD, Signed
from tests.builders import instruments
from tests.builders.clock import CountingIds, FixedClock

PDF = b"%PDF-1.7\nsigned\n%%EOF\n"
SITI = Person(name="Siti Aminah", nip="198001012005012001", position="Auditor")
BUDI = Person(name="Budi Santoso", position="Kepala Dinas")
STROKES = (((0, 0, 0), (5000, 2000, 120)), ((100, 100, 300), (9000, 3900, 420)))
SIGNATURES = (
    Signature(role=AUDITOR, person=SITI, strokes=STROKES),
    Signature(role=UNIT_HEAD, person=BUDI, strokes=STROKES),
)


@contextmanager
def opened(home: Path, ids: CountingIds | None = None) -> Iterator[Services]:
    """The services of a workspace, closed afterwards."""
    services = bootstrap.open_services(home, clock=FixedClock(), ids=ids or CountingIds())
    try:
        yield services
    finally:
        services.close()


def pin(instrument: Instrument) -> InstrumentPin:
    """Which instrument, to the byte."""
    return InstrumentPin(id=instrument.id, version=instrument.version, digest=instrument.digest)


def an_office(services: Services, name: str = "Dinas Uji") -> UnitId:
    """A unit of a new institution."""
    institution, _ = services.organisations.register_institution(
        Institution(name="Kota Uji", region="Jawa Barat")
    )
    unit, _ = services.organisations.register_unit(
        Unit(institution=institution, name=name, head_name="Budi Santoso")
    )
    return unit


def profile(
    services: Services,
    instrument: Instrument,
    unit: UnitId,
    period: str = "2024",
    product: str | None = None,
) -> Profile:
    """An assessment of `unit` in `period`."""
    institution, _ = services.organisations.institutions()[0]
    known = None
    if product is not None:
        known, _ = services.organisations.register_product(Product(unit=unit, name=product))
    return Profile(
        institution=institution,
        unit=unit,
        product=known,
        period=period,
        instrument=pin(instrument),
        auditor=SITI,
        visited_on="2024-08-12",
    )


def started(
    services: Services,
    instrument: Instrument | None = None,
    unit: UnitId | None = None,
    period: str = "2024",
) -> AssessmentId:
    """A fresh assessment; of the small instrument unless told otherwise."""
    asked = instrument or instruments.small()
    services.instruments.install(asked)
    office = unit or an_office(services)
    one, _ = services.assessments.start(profile(services, asked, office, period))
    return one


@cache
def a_photo() -> bytes:
    """A small JPEG; the same bytes each time."""
    camera = Camera("Uji", "Uji", 320, 240)
    return drawing.draw("notice_board", 1, taken_at="2024-08-12T09:30:00+07:00", camera=camera)


def attached(
    services: Services, one: AssessmentId, indicator: IndicatorId, name: str = "papan.jpg"
) -> EvidenceId:
    """A photo at an indicator."""
    kept = services.attaching.keep(a_photo(), name)
    evidence, _ = services.attaching.attach(one, indicator, kept)
    return evidence


def filled(
    services: Services,
    instrument: Instrument | None = None,
    unit: UnitId | None = None,
    period: str = "2024",
    worst: bool = False,
) -> AssessmentId:
    """An assessment that can be signed: best answers (or worst), notes and evidence in place."""
    asked = instrument or instruments.small()
    one = started(services, asked, unit, period)
    for indicator in asked.indicators.values():
        assert isinstance(indicator.scale, OptionScale)
        options = sorted(indicator.scale.options, key=lambda option: float(option.value))
        chosen = options[0 if worst else -1]
        services.answering.choose(one, indicator.id, chosen.id)
        if chosen.note_required:
            services.answering.note(one, indicator.id, "Tidak ditemukan.")
        for _ in range(max((rule.minimum for rule in chosen.evidence), default=0)):
            attached(services, one, indicator.id)
    return one


def sealed(
    services: Services,
    one: AssessmentId,
    pdf: bytes = PDF,
    signatures: tuple[Signature, ...] = SIGNATURES,
) -> AssessmentId:
    """The same assessment, sealed by both sides with a PDF that nobody signed, which is quick."""
    plan = services.sealing.prepare(one, signatures, "Bandung")
    services.sealing.seal(one, plan, kept(services, pdf))
    return one


def kept(services: Services, pdf: bytes = PDF) -> Signed:
    """What `Sealing.sign` would give, had it made just these bytes."""
    stored = services._workspace.vault.store(pdf)
    return Signed(stored=stored, drawn=stored, details=stored.digest, paper="")


def signed(
    services: Services, one: AssessmentId, signatures: tuple[Signature, ...] = SIGNATURES
) -> AssessmentId:
    """The same assessment, drawn, signed and sealed as in the field."""
    plan = services.sealing.prepare(one, signatures, "Bandung")
    services.sealing.seal(one, plan, services.sealing.sign(plan))
    return one


def a_sealed_assessment(
    services: Services,
    instrument: Instrument | None = None,
    unit: UnitId | None = None,
    period: str = "2024",
    worst: bool = False,
) -> AssessmentId:
    """A complete assessment, signed by both sides."""
    return sealed(services, filled(services, instrument, unit, period, worst))
