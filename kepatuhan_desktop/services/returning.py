"""Send a sealed assessment back to its auditor, with comments at the questions.

The seal stays as it was signed. At the field the comments stand at their questions until
the next seal, which answers them.
"""

from collections.abc import Callable, Mapping

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.acts import return_slot
from kepatuhan_desktop.domain.assessment import Assessment
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import Return
from kepatuhan_desktop.errors import AssessmentNotSealed, InputInvalid
from kepatuhan_desktop.services import headquarters
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.identities import Identities
from kepatuhan_desktop.services.pen import Pen


class Returned(msgspec.Struct, frozen=True, kw_only=True):
    """What headquarters says against the present seal, for the screens of the field."""

    revision: int
    """The one that was sent back."""
    reason: str
    """Where several said something, all of it."""
    people: tuple[Person, ...]
    comments: dict[IndicatorId, str]


class Returning:
    """Written at headquarters, read everywhere."""

    def __init__(
        self,
        assessments: Assessments,
        identities: Identities,
        pen: Pen,
        person: Callable[[], Person],
    ) -> None:
        self._assessments = assessments
        self._identities = identities
        self._pen = pen
        self._person = person

    def give_back(
        self, one: AssessmentId, reason: str, comments: Mapping[IndicatorId, str]
    ) -> Changes:
        """Send the present seal back; a second time replaces what was said before.

        Raises `NotHeadquarters`, `AssessmentNotSealed`; `InputInvalid` without a reason, and
        for a comment at a question that the instrument does not have.
        """
        headquarters.require(self._identities)
        overview = self._assessments.overview(one)
        state = self._assessments.get(one)
        if state.seal_id is None or not state.is_sealed:
            raise AssessmentNotSealed(assessment=one)
        if not reason.strip():
            raise InputInvalid(field="reason")
        if not comments.keys() <= overview.instrument.indicators.keys():
            raise InputInvalid(field="indicator")
        said = {
            indicator: comments[indicator].strip()
            for indicator in overview.instrument.indicators
            if comments.get(indicator, "").strip()
        }
        return self._write(
            state,
            Return(seal=state.seal_id, reason=reason.strip(), comments=said, person=self._person()),
        )

    def take_back(self, one: AssessmentId) -> Changes:
        """Let the present seal stand after all; raises as `give_back`, and where none is back."""
        headquarters.require(self._identities)
        state = self._assessments.get(one)
        if not state.returns:
            raise AssessmentNotSealed(assessment=one)
        return self._write(state, None)

    def returned(self, one: AssessmentId) -> Returned | None:
        """What headquarters says against the present seal; None where it stands unopposed."""
        state = self._assessments.get(one)
        if not state.returns or state.seal is None:
            return None
        comments: dict[IndicatorId, list[str]] = {}
        for some in state.returns:
            for indicator, text in some.comments.items():
                comments.setdefault(indicator, []).append(text)
        return Returned(
            revision=state.seal.revision,
            reason="\n".join(dict.fromkeys(some.reason for some in state.returns)),
            people=tuple(dict.fromkeys(some.person for some in state.returns)),
            comments={one: "\n".join(dict.fromkeys(texts)) for one, texts in comments.items()},
        )

    def _write(self, state: Assessment, value: Return | None) -> Changes:
        assert state.seal_id is not None
        slot = return_slot(state.seal_id)
        return self._pen.write(
            Draft(
                kind=Kind.RETURN,
                record=state.record,
                slot=slot,
                value=None if value is None else codec.plain(value),
                replaces=state.seen(slot),
            )
        )
