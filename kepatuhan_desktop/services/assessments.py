"""Start assessments, list them, and look at one with its score."""

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain.assessment import (
    PROFILE,
    SEAL,
    Assessment,
    Profile,
    fold,
    record_of,
)
from kepatuhan_desktop.domain.completeness import Missing
from kepatuhan_desktop.domain.explaining import Explanation, explain
from kepatuhan_desktop.domain.ids import AssessmentId, Slot
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.scoring import Result
from kepatuhan_desktop.domain.seal import Earlier
from kepatuhan_desktop.errors import AssessmentUnknown, InputInvalid
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register, Row


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a screen shows about an assessment, of one moment."""

    assessment: Assessment
    """The present state; of a sealed assessment the state that was sealed."""
    instrument: Instrument
    institution: Institution
    unit: Unit
    product: Product | None
    result: Result
    missing: Missing
    earlier: Earlier | None
    late: tuple[Slot, ...] = ()
    """Slots with entries that came after the seal; they count for the next revision only."""

    def explanation(self) -> Explanation:
        """Each indicator's contribution and the cheapest way upward; computed when asked for."""
        return explain(self.instrument, self.assessment.answers)


class Assessments:
    """The assessments of a workspace."""

    def __init__(
        self, journal: Journal, register: Register, instruments: Instruments, pen: Pen, ids: Ids
    ) -> None:
        self._journal = journal
        self._register = register
        self._instruments = instruments
        self._pen = pen
        self._ids = ids
        self._last: tuple[int, Profile, _Surroundings] | None = None

    def rows(self) -> list[Row]:
        """All assessments, last changed first."""
        return self._register.assessments()

    def row(self, one: AssessmentId) -> Row:
        """One assessment as in the list; raises `AssessmentUnknown`."""
        found = self._register.assessment(one)
        if found is None:
            raise AssessmentUnknown(assessment=one)
        return found

    def start(self, profile: Profile) -> tuple[AssessmentId, Changes]:
        """Begin an assessment.

        Raises `InputInvalid` without a period or an auditor, `InstrumentUnknown`.
        """
        for field, text in (("period", profile.period), ("auditor", profile.auditor.name)):
            if not text.strip():
                raise InputInvalid(field=field)
        self._instruments.get(profile.instrument.digest)
        one = AssessmentId(self._ids.new())
        draft = Draft(
            kind=Kind.ASSESSMENT, record=record_of(one), slot=PROFILE, value=codec.plain(profile)
        )
        return one, self._pen.write(draft)

    def get(self, one: AssessmentId) -> Assessment:
        """The current state; raises `AssessmentUnknown`."""
        found = self._journal.assessment(one)
        if found is None:
            raise AssessmentUnknown(assessment=one)
        return found

    def as_sealed(self, one: AssessmentId) -> Assessment | None:
        """The state that was sealed, whatever came later; None where nothing is sealed."""
        state = self.get(one)
        if state.seal is None or state.covered() == state.seal.covers:
            return state if state.seal else None
        covers = set(state.seal.covers)
        entries = [entry for entry in self._journal.history(state.record) if entry.id in covers]
        then = fold(one, entries)
        return None if then is None else msgspec.structs.replace(then, seal=state.seal)

    def overview(self, one: AssessmentId) -> Overview:
        """The current state with its score and what is missing; raises `AssessmentUnknown`."""
        present = self.get(one)
        assessment = self.as_sealed(one) or present
        profile = assessment.profile
        instrument = self._instruments.get(profile.instrument.digest)
        standing = self._journal.standing(instrument, assessment)
        around = self._around(profile)
        return Overview(
            assessment=assessment,
            instrument=instrument,
            institution=around.institution,
            unit=around.unit,
            product=around.product,
            result=standing.result,
            missing=standing.missing,
            earlier=around.earlier,
            late=_late(present),
        )

    def _around(self, profile: Profile) -> "_Surroundings":
        """What other records say of it; looked up once, as answers do not change it."""
        now, last = self._journal.surroundings, self._last
        if last is not None and last[0] == now and last[1] is profile:
            return last[2]
        register = self._register
        unknown = Unit(institution=profile.institution, name="?")
        around = _Surroundings(
            institution=register.institution(profile.institution) or Institution(name="?"),
            unit=register.unit(profile.unit) or unknown,
            product=register.product(profile.product) if profile.product else None,
            earlier=register.earlier(profile.unit, profile.product, profile.period),
        )
        self._last = (now, profile, around)
        return around


class _Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    institution: Institution
    unit: Unit
    product: Product | None
    earlier: Earlier | None


def _late(present: Assessment) -> tuple[Slot, ...]:
    if present.seal is None:
        return ()
    covers = set(present.seal.covers)
    return tuple(
        sorted(
            slot
            for slot, some in present.heads.items()
            if slot != SEAL and any(entry.id not in covers for entry in some)
        )
    )
