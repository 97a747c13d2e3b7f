"""Lay the answers of one question side by side, in several rows when it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from kepatuhan_desktop.gui.widgets.flow_layout import EqualColumnsLayout
from kepatuhan_desktop.gui.widgets.option_button import OptionButton

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class OptionRow(QWidget):
    """Exclusive options; arrow keys move between them without choosing, Space chooses."""

    chosen = Signal(int)
    """Place of the option that the user chose, also when it was chosen before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = EqualColumnsLayout(self, least_width=168, spacing=6)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_options(self, options: Sequence[OptionButton]) -> None:
        """Take these buttons over, instead of the former ones."""
        for old in self.options():
            self._group.removeButton(old)
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, option in enumerate(options):
            self._group.addButton(option, place)
            self._flow.addWidget(option)
        # Before it is laid out its width says nothing, and whatever holds it would grow too high.
        if self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            self.setMinimumHeight(self._flow.heightForWidth(self.width()))
        self.updateGeometry()

    def options(self) -> list[OptionButton]:
        """The buttons in their order."""
        found = [self._group.button(place) for place in range(len(self._group.buttons()))]
        return [button for button in found if isinstance(button, OptionButton)]

    def choose(self, place: int | None) -> None:
        """Show the option at `place` as chosen, or none; emits nothing."""
        self._group.setExclusive(False)
        for at, option in enumerate(self.options()):
            option.setChecked(at == place)
        self._group.setExclusive(True)

    def place(self) -> int | None:
        """Place of the chosen option."""
        found = self._group.checkedId()
        return found if found >= 0 else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # A layout that is short of room may ignore the height for a width; a cut tile is worse.
        self.setMinimumHeight(self._flow.heightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        options = self.options()
        focused = [at for at, option in enumerate(options) if option.hasFocus()]
        if step is None or not focused:
            super().keyPressEvent(event)
            return
        options[(focused[0] + step) % len(options)].setFocus(Qt.FocusReason.TabFocusReason)
