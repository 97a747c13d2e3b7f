"""Say in one message which of several files did not become evidence, and why."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import (
    DiskFull,
    EvidenceDamaged,
    EvidenceNotAccepted,
    EvidenceProtected,
    EvidenceTooLarge,
    EvidenceUnreadable,
    KnownError,
)
from kepatuhan_desktop.gui import words

_NAMED = 4
"""Files that are named; the others are counted."""
_BEGINNING, _END = 24, 12
"""Characters of a long name that are shown; the end tells the kind of file."""


class Refusals(NamedTuple):
    """What became of files that came together."""

    refused: tuple[tuple[str, KnownError], ...]
    """Name and reason of each, in the order in which they came; never empty."""
    taken: int


def told(error: KnownError | Refusals) -> str:
    """What went wrong, in the language of the window."""
    if isinstance(error, Refusals):
        return _list(error)
    return messages.sentence(error, words.language())


def codes(error: KnownError | Refusals) -> set[str]:
    """Of everything that went wrong."""
    if isinstance(error, Refusals):
        return {fault.code for _, fault in error.refused}
    return {error.code}


def _list(found: Refusals) -> str:
    translate = QCoreApplication.translate
    named = [f"{_short(name)} ({_reason(error)})" for name, error in found.refused[:_NAMED]]
    rest = len(found.refused) - len(named)
    if rest:
        named.append(translate("refusals", "dan {count} lagi").format(count=rest))
    text = translate(
        "refusals",
        "{refused} dari {total} berkas tidak dijadikan bukti: {names}. Diterima: {taken}. "
        "Perbaiki atau ganti berkas itu, lalu tambahkan lagi.",
    )
    return text.format(
        refused=len(found.refused),
        total=len(found.refused) + found.taken,
        names="; ".join(named),
        taken=found.taken,
    )


def _reason(error: KnownError) -> str:
    translate = QCoreApplication.translate
    if isinstance(error, EvidenceUnreadable):
        return messages.reason(error.parameters["reason"], words.language())
    if isinstance(error, EvidenceTooLarge):
        text = translate("refusals", "terlalu besar: {found}, batas {limit}")
        return text.format(**error.parameters)
    known: dict[type[KnownError], str] = {
        DiskFull: translate("refusals", "diska penuh"),
        EvidenceDamaged: translate("refusals", "rusak atau kosong"),
        EvidenceNotAccepted: translate("refusals", "bukan jenis yang diterima"),
        EvidenceProtected: translate("refusals", "terkunci kata sandi"),
    }
    return known.get(type(error)) or messages.sentence(error, words.language())


def _short(name: str) -> str:
    if len(name) <= _BEGINNING + _END:
        return name
    return f"{name[:_BEGINNING]}…{name[-_END:]}"
