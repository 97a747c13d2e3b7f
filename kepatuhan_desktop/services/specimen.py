"""A scorecard made of nothing but the first bundled instrument, to try the printer out."""

import msgspec

from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.assessment import InstrumentPin, Profile
from kepatuhan_desktop.domain.ids import IndicatorId, InstitutionId, UnitId
from kepatuhan_desktop.domain.instrument import OptionScale
from kepatuhan_desktop.domain.organisation import Institution, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scorecard import Line, Scorecard
from kepatuhan_desktop.domain.scoring import Answer, Chosen, score
from kepatuhan_desktop.domain.seal import AUDITOR, UNIT_HEAD, Signature
from kepatuhan_desktop.services import bundled_instruments

AUDITOR_PERSON = Person(name="Auditor Contoh")
_STROKES = (((1000, 2000, 0), (4000, 1000, 90), (8000, 3000, 180)),)
SEALED_AT = "2024-01-01T09:00:00.000+07:00"


def sealed_scorecard() -> Scorecard:
    """The same, as if both sides had signed."""
    head = Person(name="Kepala Contoh")
    return msgspec.structs.replace(
        scorecard(),
        sealed_at=SEALED_AT,
        place="Contoh",
        signatures=(
            Signature(role=AUDITOR, person=AUDITOR_PERSON, strokes=_STROKES),
            Signature(role=UNIT_HEAD, person=head, strokes=_STROKES),
        ),
    )


def scorecard() -> Scorecard:
    """A scorecard on which every indicator has its best answer."""
    one, version, _ = bundled_instruments.bundled()[0]
    instrument = bundled_instruments.load_bundled(one, version)
    answers: dict[IndicatorId, Answer] = {
        indicator.id: Chosen(indicator.scale.options[-1].id)
        for indicator in instrument.indicators.values()
        if isinstance(indicator.scale, OptionScale)
    }
    institution = InstitutionId("specimen")
    return Scorecard(
        assessment="specimen",
        instrument=instrument,
        institution=Institution(name="Instansi Contoh"),
        unit=Unit(institution=institution, name="Unit Contoh"),
        product=None,
        profile=Profile(
            institution=institution,
            unit=UnitId("specimen"),
            product=None,
            period="2024",
            instrument=InstrumentPin(id=one, version=version, digest=instrument.digest),
            auditor=AUDITOR_PERSON,
        ),
        result=score(instrument, answers),
        lines=tuple(
            Line(indicator=name, answer=answers.get(name), note="", evidence=(), findings=())
            for name in instrument.indicators
        ),
        remark="",
        earlier=None,
        journal=journal.digest(()),
        sealed_at=None,
        place="",
        signatures=(),
    )
