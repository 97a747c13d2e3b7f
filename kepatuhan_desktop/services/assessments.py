"""Start assessments, list them, and look at one with its score."""

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain import completeness, history
from kepatuhan_desktop.domain.assessment import PROFILE, SEAL, Assessment, Profile, record_of
from kepatuhan_desktop.domain.completeness import Missing
from kepatuhan_desktop.domain.explaining import Explanation, explain
from kepatuhan_desktop.domain.history import Revision
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, EntryId, IndicatorId, Slot
from kepatuhan_desktop.domain.instrument import Indicator, Instrument
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.scoring import Result
from kepatuhan_desktop.domain.seal import Earlier
from kepatuhan_desktop.errors import AssessmentUnknown, InputInvalid
from kepatuhan_desktop.services.instruments import Instruments
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register, Row
from kepatuhan_desktop.storage.vault import Vault


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a screen shows about an assessment, of one moment."""

    assessment: Assessment
    """The present state; of a closed assessment the state that was sealed."""
    instrument: Instrument
    institution: Institution
    unit: Unit
    product: Product | None
    result: Result
    missing: Missing
    earlier: Earlier | None
    late: tuple[Slot, ...] = ()
    """Slots with entries that came after the seal; they count for the next revision only.

    While a correction is open, those of them that still stand as they came.
    """
    rivals: tuple[Revision, ...] = ()
    """Seals that other devices made at the same time as the present one; usually none."""
    lost: frozenset[Digest] = frozenset()
    """Files that its evidence names and that are not here whole; of a closed one not looked at."""

    def explanation(self) -> Explanation:
        """Each indicator's contribution and the cheapest way upward; computed when asked for."""
        return explain(self.instrument, self.assessment.answers)


class Assessments:
    """The assessments of a workspace."""

    def __init__(
        self,
        journal: Journal,
        register: Register,
        instruments: Instruments,
        pen: Pen,
        ids: Ids,
        vault: Vault,
    ) -> None:
        self._journal = journal
        self._register = register
        self._instruments = instruments
        self._pen = pen
        self._ids = ids
        self._vault = vault
        self._last: tuple[int, Profile, _Surroundings] | None = None
        self._last_lost: tuple[object, int, frozenset[Digest]] | None = None

    def rows(self) -> list[Row]:
        """All assessments, last changed first."""
        return self._register.assessments()

    def disputed(self) -> list[AssessmentId]:
        """The open ones of which a slot holds several entries, last changed first."""
        return self._register.disputed()

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
        one, draft = self.begin(profile)
        return one, self._pen.write(draft)

    def begin(self, profile: Profile) -> tuple[AssessmentId, Draft]:
        """What `start` would write, for whoever writes more with it; raises the same."""
        for field, text in (("period", profile.period), ("auditor", profile.auditor.name)):
            if not text.strip():
                raise InputInvalid(field=field)
        self._instruments.get(profile.instrument.digest)
        one = AssessmentId(self._ids.new())
        draft = Draft(
            kind=Kind.ASSESSMENT, record=record_of(one), slot=PROFILE, value=codec.plain(profile)
        )
        return one, draft

    def get(self, one: AssessmentId) -> Assessment:
        """The current state; raises `AssessmentUnknown`."""
        found = self._journal.assessment(one)
        if found is None:
            raise AssessmentUnknown(assessment=one)
        return found

    def indicator(self, one: AssessmentId, indicator: IndicatorId) -> Indicator:
        """A question of its instrument; raises `InputInvalid` for any other."""
        instrument = self._instruments.get(self.get(one).profile.instrument.digest)
        found = instrument.indicators.get(indicator)
        if found is None:
            raise InputInvalid(field="indicator")
        return found

    def revisions(self, one: AssessmentId) -> tuple[Revision, ...]:
        """Every seal that was ever made, by number; raises `AssessmentUnknown`."""
        state = self.get(one)
        if state.seal is None:
            return ()
        return history.revisions(state, self._journal.history(state.record))

    def as_sealed(self, one: AssessmentId, revision: int | None = None) -> Assessment | None:
        """The state that was sealed, whatever came later; None where no such seal is there.

        Without a number that of the present seal.
        """
        state = self.get(one)
        if state.seal is None:
            return None
        is_present = revision is None or revision == state.seal.revision
        if is_present and state.is_sealed and state.covered() == state.seal.covers:
            return state
        entries = self._journal.history(state.record)
        number = state.seal.revision if revision is None else revision
        found = history.find(history.revisions(state, entries), number)
        return None if found is None else history.as_sealed(state, found, entries)

    def late(self, one: AssessmentId) -> tuple[EntryId, ...]:
        """Entries that came after the present seal and say something else; none while open."""
        state = self.get(one)
        then = self.as_sealed(one) if state.is_sealed else None
        return () if then is None else history.changed(state, then)

    def opened(self, one: AssessmentId) -> Overview:
        """The same as `overview`, after another look at which evidence files are there."""
        self._vault.look_again(piece.digest for piece in self.get(one).evidence.values())
        return self.overview(one)

    def overview(self, one: AssessmentId) -> Overview:
        """The current state with its score and what is missing; raises `AssessmentUnknown`.

        Asks the disk for files that it has not asked for only: see `Vault.lacks`.
        """
        present = self.get(one)
        then = self.as_sealed(one) if present.is_sealed else None
        assessment = then or present
        profile = assessment.profile
        instrument = self._instruments.get(profile.instrument.digest)
        standing = self._journal.standing(instrument, assessment)
        around = self._around(profile)
        lost = self._lost(assessment)
        return Overview(
            assessment=assessment,
            instrument=instrument,
            institution=around.institution,
            unit=around.unit,
            product=around.product,
            result=standing.result,
            missing=completeness.with_lost(standing.missing, instrument, assessment, lost),
            earlier=around.earlier,
            late=_late(present, then),
            rivals=self._rivals(present),
            lost=lost,
        )

    def _lost(self, state: Assessment) -> frozenset[Digest]:
        if state.is_sealed:
            return frozenset()
        last, turn = self._last_lost, self._vault.turns
        # An answer leaves the evidence as it was: the same object.
        if last is not None and last[0] is state.evidence and last[1] == turn:
            return last[2]
        lost = self._vault.lacks({one.digest: one.size for one in state.evidence.values()})
        self._last_lost = (state.evidence, turn, lost)
        return lost

    def _rivals(self, present: Assessment) -> tuple[Revision, ...]:
        if len(present.seen(SEAL)) < 2:  # noqa: PLR2004 - one seal has no rival
            return ()
        heads = set(present.seen(SEAL)) - {present.seal_id}
        return tuple(it for it in self.revisions(present.id) if it.id in heads)

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


def _late(present: Assessment, then: Assessment | None) -> tuple[Slot, ...]:
    late: set[EntryId] = set()
    if then is not None and then is not present:
        late.update(history.changed(present, then))
    for opened in present.acts.open_amendments:
        late.update(opened.late)
    if not late:
        return ()
    return tuple(
        sorted(
            slot
            for slot, some in present.content.items()
            if any(entry.id in late for entry in some)
        )
    )
