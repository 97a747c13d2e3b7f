"""Raise, edit, remove and list findings for the walk page."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId, FindingId, IndicatorId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.gui.dialogs.finding import FindingDialog
from kepatuhan_desktop.services.assessments import Overview
from kepatuhan_desktop.services.findings import prefilled

_MENU_WIDTH = 420


class WalkFindings(QObject):
    """Everything about findings that the walk page does."""

    changed = Signal(object)
    failed = Signal(object)
    removed = Signal(object)
    """`Changes` of a removal, which the page offers to undo."""
    indicator_chosen = Signal(str)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self._services = services
        self._page = page

    def raise_from(self, overview: Overview, indicator: str) -> None:
        """Open the dialog for a new finding, with the legal reference carried over."""
        finding = prefilled(overview.instrument, IndicatorId(indicator))
        self._open(FindingDialog(overview, finding, None, self._page), overview.assessment.id)

    def edit(self, overview: Overview, key: str) -> None:
        """Open the dialog for a finding that is there."""
        finding = overview.assessment.findings.get(FindingId(key))
        if finding is not None:
            dialog = FindingDialog(overview, finding, FindingId(key), self._page)
            self._open(dialog, overview.assessment.id)

    def remove(self, one: AssessmentId, key: str) -> None:
        """Remove a finding."""
        try:
            changes = self._services.findings.remove(one, FindingId(key))
        except KnownError as error:
            self.failed.emit(error)
        else:
            self.removed.emit(changes)

    def show_all(self, overview: Overview, button: QPushButton) -> None:
        """List every finding under `button`; choosing one goes to its question."""
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        order = list(overview.instrument.indicators)
        findings = sorted(
            overview.assessment.findings.items(),
            key=lambda pair: (order.index(pair[1].indicator), pair[0]),
        )
        for _, finding in findings:
            code = overview.instrument.indicators[finding.indicator].code
            line = f"{code}  {finding.statement}".replace("\n", " ")
            metrics = QFontMetrics(menu.font())
            line = metrics.elidedText(line, Qt.TextElideMode.ElideRight, _MENU_WIDTH)
            action = QAction(line.replace("&", "&&"), menu)
            action.setData(finding.indicator)
            menu.addAction(action)
        if not findings:
            empty = QAction(self.tr("Belum ada temuan. Tekan T pada sebuah pertanyaan."), menu)
            empty.setEnabled(False)
            menu.addAction(empty)
        menu.triggered.connect(self._on_chosen)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 4)))

    def _open(self, dialog: FindingDialog, one: AssessmentId) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setProperty("assessment", one)
        dialog.saving.connect(self._on_saving)
        dialog.open()

    def _on_saving(self) -> None:
        dialog = self.sender()
        if not isinstance(dialog, FindingDialog):
            return
        one = AssessmentId(str(dialog.property("assessment")))
        try:
            _, changes = self._services.findings.put(one, dialog.finding(), dialog.known)
        except KnownError as error:
            dialog.tell(error)  # what was typed stays in the dialog
            return
        dialog.accept()
        self.changed.emit(changes)

    def _on_chosen(self, action: QAction) -> None:
        self.indicator_chosen.emit(str(action.data()))
