"""Say what waits for headquarters, and what a bundle would hold, in lines for a list."""

from collections import Counter
from collections.abc import Sequence
from enum import Enum

import msgspec
from PySide6.QtCore import QCoreApplication

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Status, record_of
from kepatuhan_desktop.domain.ids import Digest, RecordId
from kepatuhan_desktop.domain.named_files import files_of, is_bookkeeping
from kepatuhan_desktop.gui import exchange_words, words
from kepatuhan_desktop.gui.widgets.line_list import Line
from kepatuhan_desktop.services.exporting import ExportPlan
from kepatuhan_desktop.storage.register import Row


class Choice(Enum):
    """What should be sent."""

    ALL = 0
    CHOSEN = 1
    TEAM = 2


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """What headquarters has not acknowledged."""

    entries: int
    files: int
    by_record: dict[RecordId, tuple[int, int]]
    """Entries and files, of each record."""

    @property
    def is_nothing(self) -> bool:
        """Whether nobody waits for anything."""
        return not (self.entries or self.files)

    def assessments(self) -> int:
        """How many assessments it is about."""
        return sum(record.startswith("assessment:") for record in self.by_record)


def waiting(services: Services) -> Waiting:
    """What waits now."""
    outbox = services.exporting.outbox()
    entries: Counter[RecordId] = Counter()
    files: dict[RecordId, set[Digest]] = {}
    for entry, _ in outbox.pairs:
        if not is_bookkeeping(entry):
            entries[entry.record] += 1
            files.setdefault(entry.record, set()).update(files_of(entry))
    return Waiting(
        entries=sum(entries.values()),
        files=len(outbox.files),
        by_record={record: (count, len(files[record])) for record, count in entries.items()},
    )


def lines(rows: Sequence[Row], choice: Choice, held: Waiting | None) -> list[Line]:
    """The assessments that a choice is about; None: what waits is not counted yet."""
    found = []
    for row in rows:
        waits = held.by_record.get(record_of(row.id)) if held is not None else None
        if choice is Choice.ALL and waits is None:
            continue
        found.append((choice is Choice.TEAM and row.status == Status.SEALED, _line(row, waits)))
    # A team works on what is open; the seal that one of them made goes back to the others, too.
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def summary(plan: ExportPlan) -> str:
    """What a bundle would hold and how large it would be."""
    count = len(plan.volumes)
    parts = [
        exchange_words.entries(len(plan.volumes[0].bodies) if count else 0),
        exchange_words.photos(sum(len(volume.blobs) for volume in plan.volumes)),
        exchange_words.size(plan.size),
    ]
    if count > 1:
        parts.append(QCoreApplication.translate("exchange", "{count} paket").format(count=count))
    return " · ".join(parts)


def _line(row: Row, waits: tuple[int, int] | None) -> Line:
    translate = QCoreApplication.translate
    parts = [row.product, row.period]
    if waits is not None:
        parts.append(exchange_words.entries(waits[0]))
        if waits[1]:
            parts.append(exchange_words.photos(waits[1]))
    badge = words.status_word(row.status)
    tone = words.status_tone(row.status)
    if row.conflicts and row.status != Status.SEALED:
        badge, tone = translate("exchange", "Ada pertentangan"), "red"
    return Line(
        key=row.id,
        icon="clipboard-list" if waits is not None else "package-check",
        title=row.unit,
        detail=" · ".join(part for part in parts if part),
        tone="primary" if waits is not None else "green",
        badge=badge,
        badge_tone=tone,
    )
