"""Refuse to seal an assessment that names evidence whose files are not here whole."""

from collections.abc import Sequence

from kepatuhan_desktop.domain.completeness import Lost
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.errors import EvidenceLost
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.storage.vault import Vault

_NAMED = 4
"""Files that a refusal names; of the rest it gives the number."""


def refusal(instrument: Instrument, lost: Sequence[Lost | Evidence]) -> EvidenceLost:
    """The error that names these files with the codes of their indicators."""
    named = [f"{instrument.indicators[one.indicator].code} {one.name}" for one in lost[:_NAMED]]
    more = len(lost) - _NAMED
    return EvidenceLost(files=", ".join(named) + (f" (+{more})" if more > 0 else ""))


def require_whole(card: Scorecard, vault: Vault, progress: Progress) -> None:
    """Read and verify every file that the scorecard names. For the worker.

    Raises `EvidenceLost`; `progress` counts files, and what it raises passes through.
    """
    pieces = [piece for line in card.lines for piece in line.evidence]
    digests = list(dict.fromkeys(piece.digest for piece in pieces))
    lost: set[Digest] = set()
    for number, digest in enumerate(digests):
        progress.step(number, len(digests))
        audit = vault.audit([digest])
        lost.update(audit.missing, audit.damaged)
    if lost:
        raise refusal(card.instrument, [piece for piece in pieces if piece.digest in lost])
