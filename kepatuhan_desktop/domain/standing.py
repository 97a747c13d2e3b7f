"""Where an assessment stands: its score and what it still lacks, worked out once per state."""

import msgspec

from kepatuhan_desktop.domain import completeness
from kepatuhan_desktop.domain.assessment import Assessment, Status
from kepatuhan_desktop.domain.completeness import Missing
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.scoring import Result, score


class Standing(msgspec.Struct, frozen=True):
    """The judgement of one state by its instrument."""

    result: Result
    missing: Missing
    status: Status


class Standings:
    """Remembers the last judgement: the row in the list and the screen ask for the same one."""

    def __init__(self) -> None:
        self._last: tuple[Instrument, Assessment, Standing] | None = None

    def of(self, instrument: Instrument, assessment: Assessment) -> Standing:
        """Score and gaps of exactly this state."""
        last = self._last
        # States are frozen: the same object is the same state.
        if last is not None and last[0] is instrument and last[1] is assessment:
            return last[2]
        standing = judge(instrument, assessment)
        self._last = (instrument, assessment, standing)
        return standing


def judge(instrument: Instrument, assessment: Assessment) -> Standing:
    """Score and gaps of a state."""
    missing = completeness.missing(instrument, assessment)
    return Standing(
        result=score(instrument, assessment.answers),
        missing=missing,
        status=completeness.status_given(missing, assessment),
    )
