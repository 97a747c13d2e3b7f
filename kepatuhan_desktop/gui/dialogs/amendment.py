"""Ask why a sealed assessment is opened for a correction, and say what stays."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kepatuhan_desktop.domain.seal import Seal
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.dialogs import fitting
from kepatuhan_desktop.gui.models import history
from kepatuhan_desktop.services.history import Line


class AmendmentDialog(QDialog):
    """Open with `open()`; a reason is compulsory, and a look at what came late."""

    amended = Signal(str)
    """The reason; everything that was listed as late has been looked at."""

    stays_label: QLabel
    late_box: QFrame
    late_title: QLabel
    late_view: QPlainTextEdit
    late_check: QCheckBox
    reason_edit: QPlainTextEdit
    hint_label: QLabel
    cancel_button: QPushButton
    amend_button: QPushButton

    def __init__(
        self, seal: Seal, late: Sequence[Line], parent: QWidget | None = None, reason: str = ""
    ) -> None:
        super().__init__(parent)
        self._has_late = bool(late)
        forms.load(self, "amendment")
        self.stays_label.setText(
            self.tr(
                "Revisi {old} (nilai {score} · {category}) tetap seperti yang ditandatangani dan "
                "tetap dapat dibuka dari riwayat. Hasil koreksi menjadi revisi {new}: halamannya "
                "menyebut revisi {old} beserta alasannya, dan kedua pihak menandatanganinya lagi."
            ).format(
                old=seal.revision,
                new=seal.revision + 1,
                score=words.number(seal.score),
                category=seal.category,
            )
        )
        self.late_box.setVisible(self._has_late)
        self.late_title.setText(
            self.tr("{count} isian datang setelah penandatanganan").format(count=len(late))
        )
        self.late_view.setPlainText("\n".join(map(_told, late)))
        self.reason_edit.setPlainText(reason)
        self.reason_edit.textChanged.connect(self._check)
        self.late_check.toggled.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.amend_button.clicked.connect(self._amend)
        self._check()
        (self.late_view if self._has_late else self.reason_edit).setFocus()
        fitting.fit(self)

    def _check(self) -> None:
        lacks = []
        if self._has_late and not self.late_check.isChecked():
            lacks.append(self.tr("Lihat dulu isian yang datang terlambat."))
        if not self.reason_edit.toPlainText().strip():
            lacks.append(self.tr("Alasan harus diisi."))
        self.hint_label.setText(" ".join(lacks))
        self.amend_button.setEnabled(not lacks)

    def _amend(self) -> None:
        self.amended.emit(self.reason_edit.toPlainText().strip())
        self.accept()


def _told(line: Line) -> str:
    row = history.entry_row(line)
    return f"• {row.title}\n   {row.details}\n   {row.meta}"
