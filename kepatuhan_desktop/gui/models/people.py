"""Hold whom an authority enrolled: searched, filtered, counted and sorted."""

from collections import Counter
from collections.abc import Callable, Iterable
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.standing_words import standing_word
from kepatuhan_desktop.gui.trust_words import role_words
from kepatuhan_desktop.gui.widgets.drawing import plain_tip
from kepatuhan_desktop.services.authorities import Holder, Standing

Index = QModelIndex | QPersistentModelIndex
Sorting = Callable[[Holder], str]

HOLDER_ROLE = Qt.ItemDataRole.UserRole
"""The `Holder` of an index."""

_NOWHERE = QModelIndex()


class Column(IntEnum):
    """What the list shows of a person and device."""

    PERSON = 0
    ROLES = 1
    DEVICE = 2
    UNTIL = 3
    STANDING = 4


class PeopleModel(QAbstractTableModel):
    """All who are enrolled, of which it shows those that pass search and standing."""

    filtered = Signal()
    """What is shown or how much there is of each standing has changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Holder, ...] = ()
        self._shown: list[Holder] = []
        self._counts: Counter[Standing] = Counter()
        self._needles: list[str] = []
        self._standing: Standing | None = None
        self._order = (Column.PERSON, Qt.SortOrder.AscendingOrder)

    def show_people(self, people: Iterable[Holder]) -> None:
        """Replace everything."""
        self._all = tuple(people)
        self._refill()

    def search(self, text: str) -> None:
        """Show only those that hold every word of `text`."""
        self._needles = text.casefold().split()
        self._refill()

    def show_standing(self, standing: Standing | None) -> None:
        """Show only that standing; all when None."""
        self._standing = standing
        self._refill()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (Column(column), order)
        self._refill()

    def order(self) -> tuple[Column, Qt.SortOrder]:
        """By what the rows are sorted."""
        return self._order

    def total(self) -> int:
        """How many are enrolled, shown or not."""
        return len(self._all)

    def count(self, standing: Standing | None = None) -> int:
        """How many pass the search, of one standing or of all."""
        return self._counts.total() if standing is None else self._counts[standing]

    def index_of(self, device: DeviceId | None) -> QModelIndex:
        """Where a device is shown; invalid where it is not."""
        for number, one in enumerate(self._shown):
            if one.device == device:
                return self.index(number, 0)
        return QModelIndex()

    def retranslate(self) -> None:
        """Say everything again, in another language."""
        self._refill()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        one, column = self._shown[index.row()], Column(index.column())
        found: object = None
        if role == HOLDER_ROLE:
            found = one
        elif role == Qt.ItemDataRole.DisplayRole:
            found = _SAYS[column](one)
        elif role == Qt.ItemDataRole.ToolTipRole:
            found = plain_tip(_TIPS[column](one)) if column in _TIPS else ""
        elif role == Qt.ItemDataRole.AccessibleTextRole:
            found = f"{self._titles()[column]}: {_SAYS[column](one)}"
        return found

    def _titles(self) -> tuple[str, ...]:
        return (
            self.tr("Nama"),
            self.tr("Peran"),
            self.tr("Perangkat"),
            self.tr("Berlaku sampai"),
            self.tr("Keadaan"),
        )

    def _refill(self) -> None:
        found = [
            one for one in self._all if all(needle in _haystack(one) for needle in self._needles)
        ]
        self._counts = Counter(one.standing for one in found)
        if self._standing is not None:
            found = [one for one in found if one.standing == self._standing]
        column, order = self._order
        found.sort(key=lambda one: one.name.casefold())
        found.sort(key=_BY[column], reverse=order == Qt.SortOrder.DescendingOrder)
        self.beginResetModel()
        self._shown = found
        self.endResetModel()
        self.filtered.emit()


def _haystack(one: Holder) -> str:
    return f"{one.name}\n{one.nip}\n{one.position}\n{one.device}".casefold()


_ORDER = {Standing.ACTIVE: "0", Standing.EXPIRED: "1", Standing.REVOKED: "2"}

_SAYS: dict[Column, Callable[[Holder], str]] = {
    Column.PERSON: lambda one: one.name,
    Column.ROLES: lambda one: role_words(one.roles),
    Column.DEVICE: lambda one: " ".join(one.fingerprint[:2]) + " …",
    Column.UNTIL: lambda one: words.day(one.valid_until),
    Column.STANDING: lambda one: standing_word(one.standing),
}

_TIPS: dict[Column, Callable[[Holder], str]] = {
    Column.PERSON: lambda one: " · ".join(part for part in (one.name, one.nip) if part),
    Column.DEVICE: lambda one: " ".join(one.fingerprint),
}

_BY: dict[Column, Sorting] = {
    Column.PERSON: lambda one: one.name.casefold(),
    Column.ROLES: lambda one: role_words(one.roles),
    Column.DEVICE: lambda one: str(one.device),
    Column.UNTIL: lambda one: one.valid_until,
    Column.STANDING: lambda one: _ORDER[one.standing],
}
