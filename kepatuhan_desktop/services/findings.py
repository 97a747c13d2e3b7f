"""Raise findings from indicators, revise and remove them."""

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.clock import Ids
from kepatuhan_desktop.domain.assessment import finding_slot
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import AssessmentId, FindingId, IndicatorId
from kepatuhan_desktop.domain.instrument import Instrument, Legal
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.services.assessments import Assessments
from kepatuhan_desktop.services.editing import Change, Editing


class Findings:
    """The findings of assessments."""

    def __init__(self, assessments: Assessments, editing: Editing, ids: Ids) -> None:
        self._assessments = assessments
        self._editing = editing
        self._ids = ids

    def put(
        self, one: AssessmentId, finding: Finding, known: FindingId | None = None
    ) -> tuple[FindingId, Changes]:
        """Raise a finding, or revise the `known` one.

        Raises `InputInvalid` without a statement, or at a question that there is not.
        """
        if not finding.statement.strip():
            raise InputInvalid(field="statement")
        self._assessments.indicator(one, finding.indicator)
        name = known or FindingId(self._ids.new())
        change = Change(kind=Kind.FINDING, slot=finding_slot(name), value=codec.plain(finding))
        return name, self._editing.put(one, change)

    def remove(self, one: AssessmentId, finding: FindingId) -> Changes:
        """Remove a finding; undo brings it back."""
        return self._editing.put(
            one, Change(kind=Kind.FINDING, slot=finding_slot(finding), value=None)
        )


def prefilled(instrument: Instrument, indicator: IndicatorId) -> Finding:
    """A finding with the indicator's legal reference carried over and nothing else."""
    places = instrument.indicators[indicator].legal or instrument.component_of[indicator].legal
    return Finding(
        indicator=indicator,
        statement="",
        legal_reference="; ".join(cite(place) for place in places),
    )


def cite(place: Legal) -> str:
    """A legal reference in one line."""
    return f"{place.law} {place.article}".strip()
