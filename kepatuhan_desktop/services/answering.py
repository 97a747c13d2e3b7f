"""Answer indicators: choose an option, leave out with a reason, note what was seen."""

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain import completeness
from kepatuhan_desktop.domain.assessment import REMARK, answer_slot, note_slot
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId, OptionId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.editing import Change, Editing


class Answering:
    """Every method has written to the disk when it returns."""

    def __init__(self, assessments: Assessments, editing: Editing) -> None:
        self._assessments = assessments
        self._editing = editing

    def choose(self, one: AssessmentId, indicator: IndicatorId, option: OptionId) -> Changes:
        """Answer with an option; raises `InputInvalid` for one that does not exist."""
        answer = Chosen(option)
        if completeness.chosen_option(self._assessments.indicator(one, indicator), answer) is None:
            raise InputInvalid(field="option")
        return self._put(one, indicator, answer)

    def exclude(self, one: AssessmentId, indicator: IndicatorId, reason: str) -> Changes:
        """Say that it does not apply.

        Raises `InputInvalid` without a reason, or where the instrument does not allow it.
        """
        if not reason.strip():
            raise InputInvalid(field="reason")
        if not self._assessments.indicator(one, indicator).not_applicable.allowed:
            raise InputInvalid(field="not_applicable")
        return self._put(one, indicator, Excluded(reason.strip()))

    def clear(self, one: AssessmentId, indicator: IndicatorId) -> Changes:
        """Take the answer back."""
        return self._put(one, indicator, None)

    def note(self, one: AssessmentId, indicator: IndicatorId, text: str) -> Changes:
        """Note what was seen; an empty text removes the note."""
        self._assessments.indicator(one, indicator)
        value = text.strip() or None
        return self._editing.put(
            one, Change(kind=Kind.NOTE, slot=note_slot(indicator), value=value)
        )

    def remark(self, one: AssessmentId, text: str) -> Changes:
        """Set the office's own remarks."""
        return self._editing.put(
            one, Change(kind=Kind.REMARK, slot=REMARK, value=text.strip() or None)
        )

    def _put(self, one: AssessmentId, indicator: IndicatorId, answer: Answer | None) -> Changes:
        self._assessments.indicator(one, indicator)
        value = None if answer is None else codec.plain(answer)
        return self._editing.put(
            one, Change(kind=Kind.ANSWER, slot=answer_slot(indicator), value=value)
        )
