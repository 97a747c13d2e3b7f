"""Write what headquarters has to say to one device of the field."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QWidget,
)

from kepatuhan_desktop import messages
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.trust import Enrolled
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui import exchange_words, forms, words
from kepatuhan_desktop.gui.dialogs import fitting
from kepatuhan_desktop.gui.exporting import Exporter
from kepatuhan_desktop.gui.jobs import Jobs, Step
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.services.exporting import Written
from kepatuhan_desktop.services.receiving import Unacknowledged


class LetterDialog(QDialog):
    """Stays open until the person has seen that the medium may be pulled."""

    changed = Signal(object)
    """`Changes`: receipts were written, or a letter was sent."""

    error_bar: ErrorBar
    device_combo: QComboBox
    due_label: QLabel
    register_check: QCheckBox
    encrypt_radio: QRadioButton
    plain_radio: QRadioButton
    done_notice: StateNotice
    work_bar: QProgressBar
    close_button: QPushButton
    write_button: QPushButton

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._due: dict[DeviceId, Unacknowledged] = {}
        self._plans: dict[DeviceId, int] = {}
        self._people: tuple[Enrolled, ...] = ()
        self._exporter = Exporter(services, jobs, self)
        forms.load(self, "letter")
        self.done_notice.hide()
        self.work_bar.hide()
        self._fill()
        self.device_combo.currentIndexChanged.connect(self._show_due)
        self.close_button.clicked.connect(self.reject)
        self.write_button.clicked.connect(self._ask_for_folder)
        self._exporter.progressed.connect(self._on_step)
        self._exporter.written.connect(self._on_written)
        self._exporter.failed.connect(self._fail)
        self._exporter.finished.connect(self._on_finished)
        self._show_due()
        fitting.fit(self)

    def device(self) -> DeviceId | None:
        """To whom it is written."""
        found = self.device_combo.currentData()
        return DeviceId(found) if found else None

    def prefer(self, device: DeviceId) -> None:
        """Offer to write to this device."""
        place = self.device_combo.findData(device)
        if place >= 0:
            self.device_combo.setCurrentIndex(place)

    def write(self, path: str) -> None:
        """Write the receipts that are due and the letter into this folder."""
        device = self.device()
        if device is None or not path or self._exporter.is_busy():
            return
        self.error_bar.clear()
        purpose = Purpose.RECEIPT if device in self._due else Purpose.PLAN
        is_plain = self.plain_radio.isChecked()
        try:
            # Nobody is given a receipt that no letter can bring.
            self._services.posting.recipients(device, is_plain=is_plain)
            changes = self._services.receiving.acknowledge(device)
            if changes.records:
                self.changed.emit(changes)
            plan = self._services.posting.plan(
                device,
                purpose,
                is_plain=is_plain,
                whole_register=self.register_check.isChecked(),
            )
        except KnownError as error:
            self._fail(error)
            return
        self.work_bar.setRange(0, 0)
        self.work_bar.show()
        self.write_button.setEnabled(False)
        fitting.fit(self)
        self._exporter.start(plan, Path(path))

    def _fill(self) -> None:
        self._due = {one.device: one for one in self._services.receiving.unacknowledged()}
        self._plans = self._services.planning.due()
        self._people = self._services.travels.colleagues()
        here = {one.device for one in self._people}
        strangers = [one for device, one in self._due.items() if device not in here]
        chosen = self.device_combo.currentData()
        self.device_combo.blockSignals(True)
        self.device_combo.clear()
        for one in sorted(self._people, key=lambda it: it.device not in self._due):
            self._offer(one.device, one.name)
        for it in strangers:
            self._offer(it.device, it.name)
        place = self.device_combo.findData(chosen)
        self.device_combo.setCurrentIndex(max(0, place) if self.device_combo.count() else -1)
        self.device_combo.blockSignals(False)

    def _offer(self, device: DeviceId, name: str) -> None:
        due = self._due.get(device)
        text = (
            f"{name} · {exchange_words.device(device)}" if name else exchange_words.device(device)
        )
        if due is not None:
            mark = self.tr("{count} paket menunggu").format(count=len(due.bundles))
            text = f"{text} · {mark}"
        self.device_combo.addItem(text, device)

    def _show_due(self) -> None:
        device = self.device()
        due = self._due.get(device) if device is not None else None
        if device is None:
            text = self.tr("Belum ada perangkat lapangan yang terdaftar.")
        elif due is None:
            text = self.tr("Semua paketnya sudah bertanda terima; surat ini mengulangnya.")
        else:
            text = self.tr("{count} paketnya belum bertanda terima.").format(count=len(due.bundles))
        plans = 0 if device is None else self._plans.get(device, 0)
        if plans:
            told = self.tr("{count} rencana belum diketahuinya dan ikut dalam surat ini.")
            text = f"{text} {told.format(count=plans)}"
        self.due_label.setText(text)
        self.write_button.setEnabled(device is not None)
        self.done_notice.hide()

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Tulis surat ke folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.write)
        dialog.open()

    def _on_step(self, step: Step) -> None:
        self.work_bar.setRange(0, step.total)
        self.work_bar.setValue(step.done)

    def _on_written(self, written: Sequence[Written], changes: Changes) -> None:
        names = ", ".join(one.delivered.path.name for one in written)
        self._fill()
        self._show_due()
        self.done_notice.show_state(
            "circle-check",
            "green",
            self.tr("Surat ditulis dan dibaca ulang; medianya aman dilepas"),
            names,
        )
        self.done_notice.show()
        fitting.fit(self)
        self.changed.emit(changes)
        self.close_button.setFocus()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, KnownError):
            raise error  # a fault of the program: whoever reports those must see it
        self.error_bar.say(messages.sentence(error, words.language()))

    def _on_finished(self) -> None:
        self.work_bar.hide()
        self.write_button.setEnabled(self.device() is not None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "write_button"):
            self._fill()
            self._show_due()
        super().changeEvent(event)
