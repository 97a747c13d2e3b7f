"""Send bundles, look at those of others and take them in, see what went where."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui import forms
from kepatuhan_desktop.gui.drops import local_files
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.outgoing import Choice
from kepatuhan_desktop.gui.pages.exchange_inbox import InboxView
from kepatuhan_desktop.gui.pages.exchange_outbox import OutboxView
from kepatuhan_desktop.gui.pages.exchange_plans import PlansView
from kepatuhan_desktop.gui.pages.exchange_travels import TravelsView
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.letter_button import LetterButton
from kepatuhan_desktop.services.exporting import EXTENSION

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class ExchangePage(QWidget):
    """Out, in, and the history of both."""

    left = Signal()
    failed = Signal(object)
    announced = Signal(str, object)
    opened = Signal(str)
    """An assessment that the person wants to see."""
    conflicts_requested = Signal(str)
    """An assessment whose conflicts the person wants to settle; empty: of all of them."""

    top_layout: QHBoxLayout
    back_button: QToolButton
    outbox_button: QPushButton
    inbox_button: QPushButton
    travels_button: QPushButton
    plans_button: QPushButton
    conflicts_button: QPushButton
    open_button: QPushButton
    view_stack: QStackedWidget

    def __init__(
        self,
        services: Services,
        jobs: Jobs,
        refresher: Refresher,
        parent: QWidget | None = None,
        outbox: OutboxView | None = None,
        inbox: InboxView | None = None,
    ) -> None:
        """`outbox` and `inbox` are those that were made ahead, each in a turn of its own."""
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._refresher = refresher
        self._folder = ""
        self._is_stale = True
        forms.load(self, "exchange")
        self.outbox = outbox or OutboxView(services, jobs, self)
        self.inbox = inbox or InboxView(services, jobs, self)
        self.travels = TravelsView(services, self)
        self._plans: PlansView | None = None
        self._views: dict[QPushButton, QWidget] = {
            self.outbox_button: self.outbox,
            self.inbox_button: self.inbox,
            self.travels_button: self.travels,
        }
        for view in self._views.values():
            self.view_stack.addWidget(view)
        self.letter_button = LetterButton(services, jobs, self)
        self.top_layout.insertWidget(self.top_layout.indexOf(self.open_button), self.letter_button)
        QWidget.setTabOrder(self.conflicts_button, self.letter_button)
        QWidget.setTabOrder(self.letter_button, self.open_button)
        self.setAcceptDrops(True)
        self._connect()
        self._retranslate()

    def open_files(self, paths: Sequence[str]) -> None:
        """Show what these bundles would do."""
        if paths:
            self.show_inbox()
            self.inbox.add(paths)
            self.inbox.parcels_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_outbox(self) -> None:
        """Show what can be sent."""
        self.outbox_button.setChecked(True)

    def show_inbox(self) -> None:
        """Show what came."""
        self.inbox_button.setChecked(True)

    def show_travels(self) -> None:
        """Show the history."""
        self.travels_button.setChecked(True)

    def plans(self) -> PlansView:
        """The planned visits; made when they are first wanted, because few devices plan."""
        if self._plans is None:
            self._plans = view = PlansView(self._services, self._jobs, self)
            self.view_stack.addWidget(view)
            view.changed.connect(self._refresher.changed)
            view.failed.connect(self.failed)
            view.announced.connect(self.announced)
            view.letter_requested.connect(self.letter_button.write_to)
            view.files_requested.connect(self.choose_files)
        return self._plans

    def show_plans(self) -> None:
        """Show the planned visits; only headquarters has any to make."""
        if not self.plans_button.isHidden():
            self.plans_button.setChecked(True)

    def share(self, one: AssessmentId) -> None:
        """Offer an assessment as a team's visit."""
        self.show_outbox()
        self.outbox.prefer(one)

    def choose_files(self) -> None:
        """Let the person choose bundles."""
        dialog = QFileDialog(self, self.tr("Pilih paket"), self._folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Paket (*{extension})").format(extension=EXTENSION),
                self.tr("Semua berkas (*)"),
            ]
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.directoryEntered.connect(self._remember_folder)
        dialog.filesSelected.connect(self.open_files)
        dialog.open()

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.open_button.clicked.connect(self.choose_files)
        self.conflicts_button.clicked.connect(partial(self.conflicts_requested.emit, ""))
        for button in (*self._views, self.plans_button):
            button.toggled.connect(self._show_view)
        self.outbox.changed.connect(self._refresher.changed)
        self.outbox.failed.connect(self.failed)
        self.travels.failed.connect(self.failed)
        self.outbox.announced.connect(self.announced)
        self.letter_button.changed.connect(self._refresher.changed)
        self.inbox.changed.connect(self._refresher.changed)
        self.inbox.failed.connect(self.failed)
        self.inbox.announced.connect(self.announced)
        self.inbox.counted.connect(self._show_count)
        self.inbox.opened.connect(self.opened)
        self.inbox.conflicts_requested.connect(self.conflicts_requested)
        self._refresher.changed.connect(self._on_changed)
        for keys, deed in (
            (QKeySequence(Qt.Key.Key_Escape), self.left.emit),
            (QKeySequence(QKeySequence.StandardKey.Open), self.choose_files),
            (QKeySequence("Ctrl+1"), partial(self._turn_to, self.show_outbox)),
            (QKeySequence("Ctrl+2"), partial(self._turn_to, self.show_inbox)),
            (QKeySequence("Ctrl+3"), partial(self._turn_to, self.show_travels)),
            (QKeySequence("Ctrl+4"), partial(self._turn_to, self.show_plans)),
            (QKeySequence("Ctrl+Return"), self._go_on),
            (QKeySequence("Ctrl+Enter"), self._go_on),
            (QKeySequence("Ctrl+Shift+Return"), self._take_all),
            (QKeySequence("Ctrl+Shift+Enter"), self._take_all),
            (QKeySequence("F5"), self.outbox.seek_media),
        ):
            QShortcut(keys, self, context=_HERE).activated.connect(deed)
        for choice in Choice:
            keys = QKeySequence(str(choice.value + 1))
            QShortcut(keys, self, context=_HERE).activated.connect(partial(self._choose, choice))

    def _choose(self, choice: Choice) -> None:
        if self.view_stack.currentWidget() is self.outbox:
            self.outbox.choose(choice)

    def _turn_to(self, show: Callable[[], None]) -> None:
        """Show a view by its key, and go into it."""
        show()
        self._enter()

    def _enter(self) -> None:
        targets: dict[QWidget, QWidget] = {
            self.outbox: self.outbox.choice_row.options()[self.outbox.choice().value],
            self.inbox: self.inbox.parcels_list if self.inbox.current() else self.open_button,
            self.travels: self.travels.sent_list,
        }
        view = self.view_stack.currentWidget()
        if isinstance(view, PlansView):
            view.enter()
        elif view is not None:
            targets[view].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        view = self.view_stack.currentWidget()
        if view is self.outbox:
            self.outbox.write()
        elif view is self.inbox:
            self.inbox.take()
        elif isinstance(view, PlansView):
            view.write()

    def _take_all(self) -> None:
        if self.view_stack.currentWidget() is self.inbox:
            self.inbox.take_all()

    def _show_view(self, is_checked: bool) -> None:
        if is_checked:
            found = (view for button, view in self._views.items() if button.isChecked())
            self.view_stack.setCurrentWidget(next(found, None) or self.plans())

    def _remember_folder(self, folder: str) -> None:
        self._folder = folder

    def _on_changed(self, _changes: Changes) -> None:
        # Behind another page nobody sees it, and answers should not wait for it.
        self._is_stale = True
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        self._is_stale = False
        for part in (self.outbox, self.inbox, self.travels, self.letter_button):
            part.catch_up()
        self.plans_button.setVisible(not self.letter_button.isHidden())
        if self.plans_button.isHidden() and self.plans_button.isChecked():
            self.show_outbox()
        if self._plans is not None:
            self._plans.catch_up()
        self._show_conflicts()

    def _show_conflicts(self) -> None:
        count = self._services.disputes.count()
        self.conflicts_button.setVisible(count > 0)
        self.conflicts_button.setText(self.tr("Pertenta&ngan ({count})").format(count=count))
        self.conflicts_button.setToolTip(
            self.tr("Isian penilaian, unit, atau instansi yang bertentangan (Ctrl+Shift+K)")
        )

    def _show_count(self, count: int) -> None:
        name = self.tr("T&erima")
        self.inbox_button.setText(f"{name}  {count}" if count else name)

    def _retranslate(self) -> None:
        self._show_count(self.inbox.waiting())
        self._show_conflicts()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()
            self.inbox.drop_zone.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.inbox.drop_zone.light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.inbox.drop_zone.light(False)
        self.open_files(local_files(event.mimeData()))
        event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._catch_up()
        self._enter()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
