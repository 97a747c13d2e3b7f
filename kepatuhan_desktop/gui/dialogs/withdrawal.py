"""Ask whose signature is withdrawn, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton, QRadioButton, QWidget

from kepatuhan_desktop.domain.seal import Signature
from kepatuhan_desktop.gui import forms, words
from kepatuhan_desktop.gui.dialogs import fitting


class WithdrawalDialog(QDialog):
    """Open with `open()`; whose it is and a reason are compulsory."""

    withdrawn = Signal(object, str)
    """The `Signature` and the reason."""

    auditor_radio: QRadioButton
    head_radio: QRadioButton
    reason_edit: QPlainTextEdit
    hint_label: QWidget
    cancel_button: QPushButton
    withdraw_button: QPushButton

    def __init__(self, signatures: Sequence[Signature], parent: QWidget | None = None) -> None:
        """`signatures`: those that stand, and can be withdrawn."""
        super().__init__(parent)
        forms.load(self, "withdrawal")
        self._choices: list[tuple[QRadioButton, Signature]] = []
        radios = {"auditor": self.auditor_radio, "unit_head": self.head_radio}
        for one in signatures:
            radio = radios[one.role]
            text = self.tr("{name} · {role}").format(
                name=one.person.name, role=words.role(one.role)
            )
            radio.setText(text.replace("&", "&&"))
            self._choices.append((radio, one))
        shown = [radio for radio, _ in self._choices]
        for radio in radios.values():
            radio.setVisible(radio in shown)
            radio.toggled.connect(self._check)
        if len(shown) == 1:
            shown[0].setChecked(True)
        self.reason_edit.textChanged.connect(self._check)
        self.cancel_button.clicked.connect(self.reject)
        self.withdraw_button.clicked.connect(self._withdraw)
        (self.reason_edit if len(shown) == 1 else shown[0]).setFocus()
        self._check()
        fitting.fit(self)

    def _chosen(self) -> Signature | None:
        return next((one for radio, one in self._choices if radio.isChecked()), None)

    def _check(self) -> None:
        is_ready = bool(self._chosen() and self.reason_edit.toPlainText().strip())
        self.withdraw_button.setEnabled(is_ready)
        self.hint_label.setVisible(not is_ready)

    def _withdraw(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.withdrawn.emit(chosen, self.reason_edit.toPlainText().strip())
            self.accept()
