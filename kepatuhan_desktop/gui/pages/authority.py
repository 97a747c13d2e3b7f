"""Run the authority of headquarters: enrol, renew, take back, and publish whom it vouches for."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.clock import Clock, SystemClock
from kepatuhan_desktop.gui import forms, icons, words
from kepatuhan_desktop.gui.authority_dialogs import AuthorityDialogs
from kepatuhan_desktop.gui.authority_work import AuthorityDesk
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.people import PeopleModel
from kepatuhan_desktop.gui.standing_words import standing_word
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.people_table import PeopleTable
from kepatuhan_desktop.gui.widgets.person_panel import PersonPanel
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.services.authorities import Overview, Standing

_HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class AuthorityPage(QWidget):
    """Locked at first; locks itself as soon as it is left."""

    left = Signal()
    failed = Signal(object)
    announced = Signal(str, object)

    back_button: QToolButton
    title_label: ElidedLabel
    subtitle_label: ElidedLabel
    more_button: QToolButton
    lock_button: QPushButton
    publish_button: QPushButton
    content_stack: QStackedWidget
    closed_page: QWidget
    recent_label: QLabel
    open_button: QPushButton
    other_button: QPushButton
    create_button: QPushButton
    open_page: QWidget
    notice: StateNotice
    work_box: QWidget
    people_stack: QStackedWidget
    people_page: QWidget
    all_button: QPushButton
    valid_button: QPushButton
    ended_button: QPushButton
    revoked_button: QPushButton
    search_edit: QLineEdit
    enrol_button: QPushButton
    table_stack: QStackedWidget
    table_page: QWidget
    people_table: PeopleTable
    no_hits: EmptyState
    body_row: QHBoxLayout
    legend_label: QLabel
    nobody_yet: EmptyState

    def __init__(
        self,
        jobs: Jobs,
        parent: QWidget | None = None,
        panel: PersonPanel | None = None,
        *,
        clock: Clock | None = None,
    ) -> None:
        """An authority is no part of a workspace, so the page needs no services of one.

        `panel` is one that was made ahead, in a turn of its own.
        """
        super().__init__(parent)
        forms.load(self, "authority")
        self.person_panel = panel or PersonPanel(self)
        self.body_row.addWidget(self.person_panel)
        QWidget.setTabOrder(self.people_table, self.person_panel.renew_button)
        QWidget.setTabOrder(self.person_panel.renew_button, self.person_panel.revoke_button)
        self.desk = AuthorityDesk(jobs, clock or SystemClock(), self)
        self.dialogs = AuthorityDialogs(self.desk, self)
        self._model = PeopleModel(self)
        self._filters: dict[Standing | None, QPushButton] = {
            None: self.all_button,
            Standing.ACTIVE: self.valid_button,
            Standing.EXPIRED: self.ended_button,
            Standing.REVOKED: self.revoked_button,
        }
        self._copy_action = QAction(self)
        self._recipients_action = QAction(self)
        self._root_action = QAction(self)
        self._build_menu()
        self.people_table.show_model(self._model)
        self.work_box.hide()
        self.setAcceptDrops(True)
        self._connect()
        self._retranslate()
        self._show_authority()

    def _build_menu(self) -> None:
        menu = QMenu(self)
        for action, icon in (
            (self._copy_action, "copy"),
            (self._recipients_action, "inbox"),
            (self._root_action, "refresh-cw"),
        ):
            icons.assign(action, icon)
            menu.addAction(action)
        self.more_button.setMenu(menu)
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _connect(self) -> None:
        dialogs = self.dialogs
        for button, deed in (
            (self.back_button, self.left),
            (self.lock_button, self.desk.lock),
            (self.publish_button, dialogs.ask_where_to_publish),
            (self.open_button, self._open_recent),
            (self.other_button, dialogs.ask_for_folder),
            (self.create_button, dialogs.ask_for_new),
            (self.enrol_button, dialogs.ask_for_requests),
        ):
            button.clicked.connect(deed)
        self._copy_action.triggered.connect(self._copy)
        self._recipients_action.triggered.connect(dialogs.show_recipients)
        self._root_action.triggered.connect(dialogs.ask_for_root)
        self.nobody_yet.triggered.connect(dialogs.ask_for_requests)
        self.no_hits.triggered.connect(self._show_everybody)
        self.search_edit.textChanged.connect(self._model.search)
        for filter_button in self._filters.values():
            filter_button.toggled.connect(self._show_standing)
        self._model.filtered.connect(self._show_counts)
        self.people_table.current_changed.connect(self.person_panel.show_holder)
        self.person_panel.renewal_wanted.connect(self._renew)
        self.person_panel.revocation_wanted.connect(self._ask_to_revoke)
        self.desk.changed.connect(self._show_authority)
        self.desk.busy.connect(self._show_busy)
        dialogs.announced.connect(self._announce)
        dialogs.failed.connect(self.failed)
        for keys, act in (
            (QKeySequence(Qt.Key.Key_Escape), self.left),
            (QKeySequence(QKeySequence.StandardKey.Find), self._focus_search),
            (QKeySequence(QKeySequence.StandardKey.New), dialogs.ask_for_requests),
        ):
            QShortcut(keys, self, context=_HERE).activated.connect(act)

    def _open_recent(self) -> None:
        recent = self.dialogs.recent()
        if recent:
            self.dialogs.open_folder(recent)
        else:
            self.dialogs.ask_for_folder()

    def _renew(self) -> None:
        holder = self.people_table.current()
        if holder is not None:
            self.desk.renew(holder.device)

    def _ask_to_revoke(self) -> None:
        holder = self.people_table.current()
        if holder is not None:
            self.dialogs.ask_to_revoke(holder)

    def _copy(self) -> None:
        if self.desk.snapshot is not None:
            groups = self.desk.snapshot.overview.fingerprint
            QGuiApplication.clipboard().setText(" ".join(groups))
            self._announce(self.tr("Sidik jari disalin"))

    def _announce(self, text: str) -> None:
        self.announced.emit(text, None)

    def _show_authority(self) -> None:
        snapshot = self.desk.snapshot
        is_open = snapshot is not None
        was_open = self.content_stack.currentWidget() is self.open_page
        self.content_stack.setCurrentWidget(self.open_page if is_open else self.closed_page)
        for widget in (
            self.more_button,
            self.lock_button,
            self.publish_button,
            self.subtitle_label,
        ):
            widget.setVisible(is_open)
        self._model.show_people(snapshot.people if snapshot else ())
        self._retranslate()
        if is_open != was_open:
            self._focus_first()

    def _focus_first(self) -> None:
        is_open = self.desk.snapshot is not None
        inner: QWidget = self.people_table if self._model.total() else self.nobody_yet
        (inner if is_open else self.open_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_busy(self, is_busy: bool) -> None:
        self.work_box.setVisible(is_busy)
        for widget in (self.lock_button, self.publish_button, self.enrol_button, self.more_button):
            widget.setEnabled(not is_busy)
        self.person_panel.set_busy(is_busy)

    def _show_counts(self) -> None:
        everybody = self.tr("Semua")
        self.all_button.setText(f"{everybody}  {self._model.count()}")
        for standing, button in self._filters.items():
            if standing is not None:
                button.setText(f"{standing_word(standing)}  {self._model.count(standing)}")
        nobody = self._model.total() == 0
        self.people_stack.setCurrentWidget(self.nobody_yet if nobody else self.people_page)
        has_hits = self._model.rowCount() > 0
        self.table_stack.setCurrentWidget(self.table_page if has_hits else self.no_hits)

    def _show_standing(self, is_checked: bool) -> None:
        if is_checked:
            chosen = next(one for one, button in self._filters.items() if button.isChecked())
            self._model.show_standing(chosen)

    def _show_everybody(self) -> None:
        self.search_edit.clear()
        self.all_button.setChecked(True)
        self.people_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_search(self) -> None:
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    def _retranslate(self) -> None:
        self._copy_action.setText(self.tr("Salin sidik jari otoritas"))
        self._recipients_action.setText(self.tr("Penerima paket …"))
        self._root_action.setText(self.tr("Ganti kunci otoritas …"))
        self.nobody_yet.describe(
            "users",
            self.tr("Belum ada yang terdaftar"),
            self.tr(
                "Minta setiap auditor menyimpan permohonan pendaftaran dari halaman Pengaturan "
                "dan mengirimkan berkasnya, lalu pilih berkas itu di sini atau seret ke sini."
            ),
            self.tr("Daftarkan …"),
            "user-plus",
        )
        self.no_hits.describe(
            "search",
            self.tr("Tidak ada yang cocok"),
            self.tr("Tidak ada pendaftaran yang cocok dengan pencarian dan saringan ini."),
            self.tr("Tampilkan semua"),
        )
        recent = self.dialogs.recent()
        self.recent_label.setText(self.tr("Terakhir: {folder}").format(folder=recent))
        self.recent_label.setVisible(bool(recent))
        self.other_button.setVisible(bool(recent))
        self._model.retranslate()
        self.people_table.fit()
        if self.desk.snapshot is None:
            self.title_label.show_text(self.tr("Otoritas"))
        else:
            self._describe(self.desk.snapshot.overview)

    def _describe(self, overview: Overview) -> None:
        self.title_label.show_text(overview.name)
        self.subtitle_label.show_text(
            self.tr("Sidik jari otoritas  {groups}").format(groups=" ".join(overview.fingerprint))
        )
        self._show_notice(overview)
        facts = [
            self.tr("Otoritas berlaku sampai {date}").format(date=words.day(overview.valid_until))
        ]
        if overview.version:
            version = self.tr("Berkas kepercayaan versi {version} terbit {date}").format(
                version=overview.version, date=words.day(overview.published_at)
            )
            facts.insert(0, version)
        facts.append(self.tr("Berkas permohonan dapat diseret ke sini"))
        self.legend_label.setText("  ·  ".join(facts))

    def _show_notice(self, overview: Overview) -> None:
        is_needed = overview.lacks_recipients or not overview.is_published
        self.notice.setVisible(is_needed)
        if not is_needed:
            return
        lacking = self.tr(
            "Lapangan menyandikan paket untuk sedikitnya dua penerima; di sini baru ada {count}. "
            "Daftarkan perangkat pusat yang kedua, atau tambahkan kunci di menu “Penerima paket …”."
        ).format(count=len(overview.recipients))
        if not overview.version:
            title = self.tr("Belum pernah diterbitkan")
            sentence = self.tr(
                "Setelah mendaftarkan auditor, terbitkan berkas kepercayaan dan bagikan. "
                "Auditor yang memuatnya pertama kali akan menelepon untuk mencocokkan sidik "
                "jari di atas."
            )
        elif not overview.is_published:
            title = self.tr("Ada perubahan yang belum diterbitkan")
            sentence = self.tr(
                "Perangkat lain baru mengetahuinya setelah berkas kepercayaan diterbitkan, "
                "dibagikan, dan dimuat di sana."
            )
        else:
            title, sentence = self.tr("Paket dari lapangan belum dapat disandikan"), ""
        if overview.lacks_recipients:
            sentence = "\n".join(part for part in (sentence, lacking) if part)
        if overview.version:
            self.notice.show_state("triangle-alert", "yellow", title, sentence)
        else:
            self.notice.show_state("info", "primary", title, sentence)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._retranslate()
        self._focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        # Whoever walks away from the page must not leave the keys of the authority behind.
        if not event.spontaneous():
            self.desk.lock()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk.snapshot is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [url.toLocalFile() for url in event.mimeData().urls()]
        event.acceptProposedAction()
        self.dialogs.take_requests([path for path in paths if path])

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "dialogs"):
            self._retranslate()
        super().changeEvent(event)
