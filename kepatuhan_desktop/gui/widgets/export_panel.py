"""Hold for whom a bundle is and where it goes, and say when the medium may be pulled."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Enrolled
from kepatuhan_desktop.gui import exchange_words, forms
from kepatuhan_desktop.gui.jobs import Step
from kepatuhan_desktop.gui.media import Medium
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.services.exporting import Written

FEWEST = 2
"""Recipients that an encrypted bundle has at least."""


class ExportPanel(QFrame):
    """The right side of the outbox; writes nothing itself."""

    edited = Signal()
    """Recipients or place changed."""
    write_requested = Signal()
    stop_requested = Signal()
    folder_requested = Signal()
    refresh_requested = Signal()
    reveal_requested = Signal()

    encrypt_radio: QRadioButton
    encrypt_label: QLabel
    colleagues_list: LineList
    plain_radio: QRadioButton
    plain_notice: StateNotice
    refresh_button: QToolButton
    media_list: LineList
    no_media_label: QLabel
    folder_button: QPushButton
    done_notice: StateNotice
    reveal_button: QPushButton
    summary_label: QLabel
    reason_label: QLabel
    work_box: QWidget
    work_label: QLabel
    work_bar: QProgressBar
    stop_button: QPushButton
    write_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headquarters: tuple[str, ...] = ()
        self._authorities: tuple[str, ...] = ()
        self._colleagues: tuple[Enrolled, ...] = ()
        self._media: tuple[Medium, ...] = ()
        self._is_team = False
        self._done: tuple[tuple[Written, ...], Medium] | None = None
        forms.load(self, "export_panel")
        self.colleagues_list.set_tickable(True)
        self.encrypt_radio.toggled.connect(self._on_recipients)
        self.plain_radio.toggled.connect(self._on_recipients)
        self.colleagues_list.ticked.connect(self._on_recipients)
        self.media_list.current_changed.connect(self._on_place)
        self.folder_button.clicked.connect(self.folder_requested)
        self.refresh_button.clicked.connect(self.refresh_requested)
        self.write_button.clicked.connect(self.write_requested)
        self.stop_button.clicked.connect(self.stop_requested)
        self.reveal_button.clicked.connect(self.reveal_requested)
        self.work_box.hide()
        self._retranslate()

    def show_recipients(
        self,
        authorities: Sequence[str],
        headquarters: Sequence[str],
        colleagues: Sequence[Enrolled],
    ) -> None:
        """Show who can be written to, as the adopted trust files say."""
        self._authorities, self._headquarters = tuple(authorities), tuple(headquarters)
        # Whoever is headquarters can open it anyway.
        self._colleagues = tuple(it for it in colleagues if it.recipient not in headquarters)
        self._retranslate()
        if not self.can_encrypt():
            # What was chosen is no more: the person must choose anew, never the program.
            self.encrypt_radio.setAutoExclusive(False)
            self.encrypt_radio.setChecked(False)
            self.encrypt_radio.setAutoExclusive(True)
        elif not self.plain_radio.isChecked():
            self.encrypt_radio.setChecked(True)

    def set_team(self, is_team: bool) -> None:
        """Whether colleagues on site should be able to open it."""
        if is_team != self._is_team:
            self._is_team = is_team
            ticks = [one.device for one in self._colleagues] if is_team else []
            self.colleagues_list.set_ticks(ticks)
        self._retranslate()

    def can_encrypt(self) -> bool:
        """Whether there are enough recipients: one lost key must not lose what was sent."""
        return len(self._headquarters) + len(self._colleagues) >= FEWEST

    def is_decided(self) -> bool:
        """Whether somebody chose between encryption and none."""
        if self.plain_radio.isChecked():
            return True
        chosen = len(self._headquarters) + len(self.chosen_colleagues())
        return self.encrypt_radio.isChecked() and chosen >= FEWEST

    def is_encrypted(self) -> bool:
        """Whether it will be encrypted."""
        return self.encrypt_radio.isChecked()

    def chosen_colleagues(self) -> tuple[DeviceId, ...]:
        """Whose devices can open it, besides headquarters."""
        return tuple(map(DeviceId, self.colleagues_list.ticks()))

    def show_media(self, media: Sequence[Medium]) -> None:
        """Show where a bundle can go."""
        self._media = tuple(media)
        self._show_media()
        self.edited.emit()

    def medium(self) -> Medium | None:
        """Where it goes."""
        key = self.media_list.current_key()
        return next((one for one in self._media if str(one.path) == key), None)

    def go_to(self, path: Path) -> None:
        """Choose a place that is listed."""
        self.media_list.make_current(str(path))

    def show_plan(self, summary: str, reason: str, warning: str = "") -> None:
        """Say what would be written, and why it cannot be; `warning` stands beside both."""
        self.summary_label.setText(summary)
        self.summary_label.setVisible(bool(summary) and self._done is None)
        lines = [line for line in (reason, warning) if line]
        self.reason_label.setText("\n".join(lines))
        self.reason_label.setVisible(bool(lines) and self._done is None)
        self.write_button.setEnabled(not reason)

    def begin(self, medium: Medium) -> None:
        """A bundle is being written."""
        self.show_done((), None)
        self.work_label.setText(
            self.tr("Menulis ke {name}. Jangan cabut dahulu.").format(name=medium.name)
        )
        self.work_bar.setRange(0, 0)
        self._set_busy(is_busy=True)
        self.stop_button.setEnabled(True)

    def show_step(self, step: Step) -> None:
        """How far it is."""
        self.work_bar.setRange(0, step.total)
        self.work_bar.setValue(step.done)

    def end(self) -> None:
        """Nothing is being written any more."""
        self._set_busy(is_busy=False)

    def show_done(self, written: Sequence[Written], medium: Medium | None) -> None:
        """Say that the medium may be pulled; nothing written: take it back."""
        self._done = (tuple(written), medium) if medium is not None and written else None
        self._retranslate_done()

    def _set_busy(self, *, is_busy: bool) -> None:
        self.work_box.setVisible(is_busy)
        self.write_button.setVisible(not is_busy)
        for widget in (
            self.encrypt_radio,
            self.plain_radio,
            self.colleagues_list,
            self.media_list,
            self.folder_button,
            self.refresh_button,
        ):
            widget.setEnabled(not is_busy)
        if not is_busy:
            self._retranslate()

    def _on_recipients(self) -> None:
        self._retranslate()
        self.edited.emit()

    def _on_place(self, _key: str) -> None:
        self.edited.emit()

    def _show_media(self) -> None:
        lines = [
            Line(
                str(one.path),
                "usb" if one.is_removable else "folder",
                one.name,
                self.tr("{free} kosong dari {total}").format(
                    free=exchange_words.size(one.free), total=exchange_words.size(one.total)
                ),
                "primary",
            )
            for one in self._media
        ]
        self.media_list.show_lines(lines)
        self.media_list.setVisible(bool(lines))
        self.media_list.setFixedHeight(self.media_list.fitting_height(3))
        self.no_media_label.setVisible(not lines)

    def _retranslate(self) -> None:
        can = self.can_encrypt()
        self.encrypt_radio.setEnabled(can and not self.work_box.isVisibleTo(self))
        if self._headquarters and not can:
            self.encrypt_label.setText(
                self.tr(
                    "Belum dapat: pusat ({names}) baru punya satu kunci penerima, dan bila kunci "
                    "itu hilang, isinya ikut hilang. Minta pusat menambah penerima kedua, lalu "
                    "pasang berkas kepercayaannya yang baru di Pengaturan."
                ).format(names=", ".join(self._authorities))
            )
        elif self._headquarters:
            text = self.tr("Hanya pusat ({names}) yang dapat membukanya, dan yang dicentang.")
            if not self._colleagues:
                text = self.tr("Hanya pusat ({names}) yang dapat membukanya.")
            self.encrypt_label.setText(text.format(names=", ".join(self._authorities)))
        elif can:
            self.encrypt_label.setText(self.tr("Hanya yang dicentang yang dapat membukanya."))
        else:
            self.encrypt_label.setText(
                self.tr(
                    "Belum dapat: penerimanya tertulis di berkas kepercayaan, dan belum ada yang "
                    "dipasang. Pasang di Pengaturan."
                )
            )
        self._show_colleagues()
        self.colleagues_list.setVisible(self.encrypt_radio.isChecked() and bool(self._colleagues))
        self.plain_notice.show_state(
            "triangle-alert",
            "yellow",
            self.tr("Siapa pun yang memegang stik dapat membaca isinya"),
            self.tr(
                "Jawaban, foto, dan nama orang terbuka bila stik hilang. Tanda tangan tetap "
                "melindungi isinya dari perubahan."
            ),
        )
        self.plain_notice.setVisible(self.plain_radio.isChecked())
        self._show_media()
        self._retranslate_done()

    def _show_colleagues(self) -> None:
        lines = [
            Line(
                one.device,
                "user",
                one.name,
                " · ".join(it for it in (one.position, exchange_words.device(one.device)) if it),
            )
            for one in self._colleagues
        ]
        self.colleagues_list.show_lines(lines)
        self.colleagues_list.setFixedHeight(self.colleagues_list.fitting_height(3))

    def _retranslate_done(self) -> None:
        is_done = self._done is not None
        self.done_notice.setVisible(is_done)
        self.reveal_button.setVisible(is_done)
        self.summary_label.setVisible(not is_done and bool(self.summary_label.text()))
        self.reason_label.setVisible(not is_done and bool(self.reason_label.text()))
        if self._done is None:
            return
        written, medium = self._done
        size = exchange_words.size(sum(one.delivered.size for one in written))
        sentence = self.tr(
            "{count} paket, {size}, di {name}. Sudah dibaca ulang dan cocok."
        ).format(count=len(written), size=size, name=medium.name)
        lost = sum(len(one.left_out) for one in written)
        if lost:
            more = self.tr("{count} foto tidak terbaca dan tidak ikut; tetap menunggu di sini.")
            sentence += "\n" + more.format(count=lost)
        title = self.tr("Aman dilepas")
        self.done_notice.show_state("circle-check", "green", title, sentence)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
