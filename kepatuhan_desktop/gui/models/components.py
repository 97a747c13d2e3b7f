"""List the components of an instrument with what is done and what is missing in each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from kepatuhan_desktop.domain.ids import IndicatorId, NodeId
from kepatuhan_desktop.domain.instrument import Node
from kepatuhan_desktop.gui import icons, words
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets import drawing
from kepatuhan_desktop.services.assessments import Overview

ROW = Qt.ItemDataRole.UserRole
"""The role that holds the row itself."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading over the components of one group."""

    title: str
    done: int
    components: int

    def spoken(self) -> str:
        """The row as one sentence."""
        return QCoreApplication.translate(
            "components", "{title}: {done} dari {components} komponen selesai"
        ).format(title=self.title, done=self.done, components=self.components)


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """One component."""

    key: NodeId
    title: str
    full_title: str
    icon: str
    answered: int
    indicators: int
    score: str
    """The number as it is to be read; empty where nothing is scored."""
    zone: Zone
    findings: int
    lacks_evidence: bool
    conflicts: int

    def progress(self) -> str:
        """How many questions are answered."""
        if not self.answered:
            return QCoreApplication.translate("components", "Belum dimulai")
        return QCoreApplication.translate(
            "components", "{answered} dari {indicators} terjawab"
        ).format(answered=self.answered, indicators=self.indicators)

    def fraction(self) -> str:
        """How many questions are answered, in the least room."""
        return f"{self.answered}/{self.indicators}"

    def marks(self) -> list[tuple[str, str, str]]:
        """Icon, word and colour of what deserves attention."""
        found = []
        if self.conflicts:
            text = QCoreApplication.translate("components", "berbeda")
            found.append(("triangle-alert", text, "red"))
        if self.lacks_evidence:
            text = QCoreApplication.translate("components", "bukti kurang")
            found.append(("circle-alert", text, "yellow"))
        if self.findings:
            found.append(("flag", str(self.findings), "yellow"))
        return found

    def spoken(self) -> str:
        """The row as one sentence."""
        parts = [self.full_title, self.progress()]
        if self.score:
            parts.append(
                QCoreApplication.translate("components", "nilai {score}").format(score=self.score)
            )
        if self.lacks_evidence:
            parts.append(QCoreApplication.translate("components", "bukti kurang"))
        if self.conflicts:
            parts.append(QCoreApplication.translate("components", "ada jawaban berbeda"))
        if self.findings:
            parts.append(
                QCoreApplication.translate("components", "{count} temuan").format(
                    count=self.findings
                )
            )
        return ", ".join(parts)


Row = GroupRow | ComponentRow


class ComponentModel(QAbstractListModel):
    """Groups and components in the instrument's order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; rows that stay in place are only redrawn where they differ."""
        if [_key(row) for row in rows] != [_key(row) for row in self._rows]:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        before, self._rows = self._rows, list(rows)
        for place, (old, new) in enumerate(zip(before, self._rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(place), self.index(place))

    def place_of(self, component: str) -> int:
        """The row of a component; -1 where it is not shown."""
        places = [at for at, row in enumerate(self._rows) if _key(row) == component]
        return places[0] if places else -1

    def row(self, place: int) -> Row:
        """The row at that place."""
        return self._rows[place]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], GroupRow):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken()
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, ComponentRow):
            return drawing.plain_tip(row.full_title)
        return None


def component_rows(overview: Overview) -> list[Row]:
    """The rows of an assessment as it stands."""
    instrument, state = overview.instrument, overview.assessment
    component_of = instrument.component_of
    findings = Counter(_component(component_of, one.indicator) for one in state.findings.values())
    lacking = {_component(component_of, one) for one, _ in overview.missing.evidence}
    lacking |= {_component(component_of, it.indicator) for it in overview.missing.lost}
    conflicts = Counter(
        _component(component_of, IndicatorId(slot.partition("/")[2]))
        for slot in overview.missing.conflicts
    )
    rows: list[Row] = []
    shown: NodeId | None = None
    for node in instrument.components:
        group = instrument.group_of(node.id)
        if group is not None and group.id != shown:
            rows.append(_group_row(overview, group))
        shown = group.id if group else None
        score = overview.result.nodes[node.id]
        rows.append(
            ComponentRow(
                key=node.id,
                title=words.text(node.short) or words.text(node.title),
                full_title=words.text(node.title),
                icon=icons.of_node(node.icon),
                answered=score.answered,
                indicators=score.indicators,
                score=words.number(score.value) if score.value else "",
                zone=words.zone_tone(score.zone),
                findings=findings[node.id],
                lacks_evidence=node.id in lacking,
                conflicts=conflicts[node.id],
            )
        )
    return rows


def _group_row(overview: Overview, group: Node) -> GroupRow:
    instrument = overview.instrument
    inside = [
        overview.result.nodes[node.id]
        for node in instrument.components
        if instrument.group_of(node.id) is group
    ]
    return GroupRow(
        title=words.text(group.short) or words.text(group.title),
        done=sum(one.answered == one.indicators for one in inside),
        components=len(inside),
    )


def _component(component_of: dict[IndicatorId, Node], indicator: IndicatorId) -> NodeId | None:
    found = component_of.get(indicator)
    return found.id if found else None


def _key(row: Row) -> str:
    return row.key if isinstance(row, ComponentRow) else f"group {row.title}"
