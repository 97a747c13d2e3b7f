"""Hold the assessments of the list: searched, filtered, counted and sorted within a frame."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId, UnitId
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets.drawing import plain_tip
from kepatuhan_desktop.storage.register import Row

Index = QModelIndex | QPersistentModelIndex
Sorting = Callable[[Row], object]

ROW_ROLE = Qt.ItemDataRole.UserRole
"""The `Row` of an index."""
TONE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The tone of what stands in the column of the status."""
MARK_ROLE = Qt.ItemDataRole.UserRole + 2
"""What stands below the status; empty for nothing."""

_NOWHERE = QModelIndex()
_FINE = 1_000_000


class Column(IntEnum):
    """What the list shows of an assessment."""

    UNIT = 0
    PERIOD = 1
    INSTRUMENT = 2
    PROGRESS = 3
    EVIDENCE = 4
    SCORE = 5
    CATEGORY = 6
    STATUS = 7
    CHANGED = 8


_RIGHT = (Column.EVIDENCE, Column.SCORE)


class AssessmentsModel(QAbstractTableModel):
    """All assessments, of which it shows those that pass search, period and status."""

    filtered = Signal()
    """What is shown or how much there is of each status has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = date.today()  # noqa: DTZ011 - the calendar day of the person at the screen
        self._all: dict[AssessmentId, Row] = {}
        self._received: frozenset[AssessmentId] = frozenset()
        self._haystacks: dict[AssessmentId, str] = {}
        self._shown: list[Row] = []
        self._counts: Counter[Status] = Counter()
        self._needles: list[str] = []
        self._period = ""
        self._status: Status | None = None
        self._order = (Column.CHANGED, Qt.SortOrder.DescendingOrder)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Replace everything."""
        self._all = {row.id: row for row in rows}
        self._haystacks = {one: _haystack(row) for one, row in self._all.items()}
        self._refill()

    def put(self, rows: Iterable[Row]) -> None:
        """Replace or add some rows."""
        for row in rows:
            self._all[row.id] = row
            self._haystacks[row.id] = _haystack(row)
        self._refill()

    def show_received(self, received: frozenset[AssessmentId]) -> None:
        """Say which seals headquarters has acknowledged."""
        if received != self._received:
            self._received = received
            self._refill()

    def search(self, text: str) -> None:
        """Show only rows that hold every word of `text`."""
        self._needles = text.casefold().split()
        self._refill()

    def show_period(self, period: str) -> None:
        """Show only that period; all when empty."""
        self._period = period
        self._refill()

    def show_status(self, status: Status | None) -> None:
        """Show only that status; all when None."""
        self._status = status
        self._refill()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (Column(column), order)
        self._refill()

    def order(self) -> tuple[Column, Qt.SortOrder]:
        """By what the rows are sorted."""
        return self._order

    def total(self) -> int:
        """How many assessments there are, shown or not."""
        return len(self._all)

    def count(self, status: Status | None = None) -> int:
        """How many pass search and period, of one status or of all."""
        return self._counts.total() if status is None else self._counts[status]

    def occurs(self, status: Status) -> bool:
        """Whether any assessment has that status, shown or not."""
        return any(row.status is status for row in self._all.values())

    def periods(self) -> list[str]:
        """Every period that occurs, latest first."""
        return sorted({row.period for row in self._all.values()}, reverse=True)

    def row_at(self, index: Index) -> Row:
        """The assessment of an index."""
        return self._shown[index.row()]

    def index_of(self, one: AssessmentId | None) -> QModelIndex:
        """Where an assessment is shown; invalid where it is not."""
        for number, row in enumerate(self._shown):
            if row.id == one:
                return self.index(number, 0)
        return QModelIndex()

    def holds(self, one: AssessmentId) -> bool:
        """Whether the list knows that assessment."""
        return one in self._all

    def instruments(self) -> set[str]:
        """Id and version of every instrument that is shown."""
        return {row.instrument for row in self._shown}

    def of_unit(self, unit: UnitId) -> list[AssessmentId]:
        """The assessments of a unit, shown or not."""
        return [one for one, row in self._all.items() if row.unit_id == unit]

    def retranslate(self) -> None:
        """Say everything again, in another language."""
        self._refill()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        row, column = self._shown[index.row()], Column(index.column())
        found: object = None
        if role == ROW_ROLE:
            found = row
        elif role == MARK_ROLE:
            found = words.refused_word() if column == Column.STATUS and is_refused(row) else ""
        elif role == TONE_ROLE:
            found = status_tone(row)
        elif role == Qt.ItemDataRole.DisplayRole:
            found = self._text(row, column)
        elif role == Qt.ItemDataRole.ToolTipRole:
            found = plain_tip(self._tip(row, column))
        elif role == Qt.ItemDataRole.TextAlignmentRole:
            found = _alignment(column)
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            said = (self._text(row, column), index.data(MARK_ROLE))
            found = f"{self._titles()[column]}: {', '.join(part for part in said if part)}"
        return found

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Unit layanan"),
            self.tr("Periode"),
            self.tr("Instrumen"),
            self.tr("Kemajuan"),
            self.tr("Bukti"),
            self.tr("Nilai"),
            self.tr("Kategori"),
            self.tr("Status"),
            self.tr("Diubah"),
        )

    def _text(self, row: Row, column: Column) -> str:
        if column == Column.SCORE:
            return self._score(row)
        if column == Column.CHANGED:
            return words.relative_day(row.updated_at, self.today)
        if column == Column.STATUS and row.id in self._received and _stands(row):
            return words.received_word()
        return _SAYS[column](row)

    def _score(self, row: Row) -> str:
        if row.score is None:
            return words.NO_VALUE
        if is_provisional(row):
            return self.tr("{score} sementara").format(score=words.number(row.score))
        return words.number(row.score)

    def _tip(self, row: Row, column: Column) -> str:
        if column == Column.UNIT:
            return " · ".join(part for part in (row.unit, row.product, row.institution) if part)
        if column == Column.CHANGED:
            return words.moment(row.updated_at)
        if column == Column.STATUS:
            return self._status_tip(row)
        if column == Column.SCORE and row.status is Status.AMENDING:
            return self.tr("Revisi {revision} ditandatangani dengan nilai {score}").format(
                revision=row.revision, score=words.number(row.sealed_score)
            )
        if column == Column.SCORE and is_provisional(row):
            return self.tr("Nilai sementara: {answered} dari {all} indikator terjawab").format(
                answered=row.answered, all=row.indicators
            )
        return ""

    def _status_tip(self, row: Row) -> str:
        if is_returned(row):
            text = self.tr("Pusat mengembalikan revisi {revision} dengan komentar")
        elif is_refused(row):
            text = self.tr("Pimpinan unit menolak menandatangani revisi {revision}")
        else:
            text = self.tr("Revisi {revision}") if row.revision > 1 else ""
        return text.format(revision=row.revision)

    def _refill(self) -> None:
        rows = [
            row
            for one, row in self._all.items()
            if (not self._period or row.period == self._period)
            and all(needle in self._haystacks[one] for needle in self._needles)
        ]
        self._counts = Counter(row.status for row in rows)
        if self._status is not None:
            rows = [row for row in rows if row.status == self._status]
        column, order = self._order
        # Two stable sorts: equal rows stand with the last changed first, whatever the direction.
        rows.sort(key=_BY[Column.CHANGED], reverse=True)  # type: ignore[arg-type]  # all keys compare
        if column != Column.CHANGED or order != Qt.SortOrder.DescendingOrder:
            rows.sort(key=_BY[column], reverse=order == Qt.SortOrder.DescendingOrder)  # type: ignore[arg-type]  # as above
        self.beginResetModel()
        self._shown = rows
        self.endResetModel()
        self.filtered.emit()


def is_provisional(row: Row) -> bool:
    """Whether the score may still move because something is unanswered."""
    return row.score is not None and row.answered < row.indicators


def is_withdrawn(row: Row) -> bool:
    """Whether somebody withdrew a signature under the seal that stands."""
    return row.status is Status.SEALED and row.withdrawn > 0


def is_returned(row: Row) -> bool:
    """Whether headquarters sent the seal back that stands."""
    return row.status is Status.SEALED and row.returned > 0


def is_refused(row: Row) -> bool:
    """Whether the head of the unit refused to sign the seal that stands."""
    return row.status is Status.SEALED and row.refused > 0


def status_word(row: Row) -> str:
    """Where an assessment stands, and what was said against its seal."""
    if is_withdrawn(row):
        return words.withdrawn_word()
    return words.returned_word() if is_returned(row) else words.status_word(row.status)


def status_tone(row: Row) -> Zone:
    """The tone of that word."""
    if is_withdrawn(row):
        return "red"
    return "yellow" if is_returned(row) else words.status_tone(row.status)


def _stands(row: Row) -> bool:
    return row.status is Status.SEALED and not is_withdrawn(row) and not is_returned(row)


def _haystack(row: Row) -> str:
    return "\n".join(
        (row.unit, row.product, row.institution, row.period, row.instrument, row.auditor)
    ).casefold()


def _score_key(row: Row) -> tuple[bool, Decimal]:
    return (row.score is not None, Decimal(row.score or 0))


def _progress_key(row: Row) -> int:
    return row.answered * _FINE // (row.indicators or 1)


_STATUSES = {Status.DRAFT: 0, Status.READY: 1, Status.AMENDING: 2, Status.SEALED: 3}

_SAYS: dict[Column, Callable[[Row], str]] = {
    Column.UNIT: lambda row: row.unit,
    Column.PERIOD: lambda row: row.period,
    Column.INSTRUMENT: lambda row: row.instrument or words.NO_VALUE,
    Column.PROGRESS: lambda row: f"{row.answered}/{row.indicators}",
    Column.EVIDENCE: lambda row: str(row.evidence),
    Column.CATEGORY: lambda row: words.category(row.category, row.zone),
    Column.STATUS: status_word,
}

_BY: dict[Column, Sorting] = {
    Column.UNIT: lambda row: row.unit.casefold(),
    Column.PERIOD: lambda row: row.period,
    Column.INSTRUMENT: lambda row: row.instrument,
    Column.PROGRESS: _progress_key,
    Column.EVIDENCE: lambda row: row.evidence,
    Column.SCORE: _score_key,
    # A to E: the best category comes first, those without one last.
    Column.CATEGORY: lambda row: row.category or "\uffff",
    Column.STATUS: lambda row: _STATUSES[row.status],
    Column.CHANGED: lambda row: row.updated_at,
}


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
