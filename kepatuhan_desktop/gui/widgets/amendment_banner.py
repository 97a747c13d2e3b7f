"""Say that a sealed assessment is being corrected: what, why, and how far the score moves."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.gui import icons, words
from kepatuhan_desktop.gui.models.cards import commented_indicators
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.services.assessments import Overview


class AmendmentBanner(QFrame):
    """Hides itself where nothing is being corrected."""

    late_requested = Signal()
    """Show the next entry that had come after the seal."""
    comments_requested = Signal()
    """Show the next question that headquarters says something about."""
    drop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._can_drop = False
        self._is_walk = True
        self.setProperty("role", "banner")
        self.setProperty("tone", "yellow")
        icon = QLabel(self)
        icons.assign(icon, "pen-line", "yellow")
        self.title_label = _label(QLabel(self), "heading")
        self.reason_label = ElidedLabel(self)
        self.score_label = _label(QLabel(self), "heading")
        self.score_caption = _label(QLabel(self), "small-muted")
        self.late_button = QPushButton(self)
        self.comments_button = QPushButton(self)
        self.drop_button = QPushButton(self)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.title_label)
        column.addWidget(self.reason_label)
        numbers = QVBoxLayout()
        numbers.setSpacing(1)
        numbers.addWidget(self.score_label, 0, Qt.AlignmentFlag.AlignRight)
        numbers.addWidget(self.score_caption, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 7, 20, 7)
        row.setSpacing(14)
        row.addWidget(icon)
        row.addLayout(column, 1)
        row.addLayout(numbers)
        row.addWidget(self.comments_button)
        row.addWidget(self.late_button)
        row.addWidget(self.drop_button)
        self.comments_button.clicked.connect(self.comments_requested)
        self.late_button.clicked.connect(self.late_requested)
        self.drop_button.clicked.connect(self.drop_requested)
        self.hide()

    def show_overview(
        self, overview: Overview, *, can_drop: bool = False, is_walk: bool = True
    ) -> None:
        """Show the open correction of this assessment, if there is one.

        Only the walk can lead to what came late; only the review can give the correction up.
        """
        self._overview, self._can_drop, self._is_walk = overview, can_drop, is_walk
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "drop_button"):
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        overview = self._overview
        corrects = overview.assessment.corrects if overview is not None else None
        is_amending = overview is not None and overview.assessment.is_amending
        self.setVisible(is_amending)
        if overview is None or corrects is None or not is_amending:
            return
        self.title_label.setText(
            self.tr("Revisi {next} – mengoreksi revisi {old}").format(
                next=overview.assessment.revision, old=corrects.revision
            )
        )
        self.reason_label.show_text(self.tr("Alasan: {reason}").format(reason=corrects.reason))
        self._show_numbers(overview)
        commented = len(commented_indicators(overview))
        self.comments_button.setVisible(bool(commented) and self._is_walk)
        self.comments_button.setText(
            self.tr("Lihat {count} ko&mentar pusat").format(count=commented)
        )
        late = len(overview.late)
        self.late_button.setVisible(bool(late) and self._is_walk)
        self.late_button.setText(self.tr("&Lihat {count} isian terlambat").format(count=late))
        self.late_button.setToolTip(
            self.tr("Isian dari perangkat lain yang datang setelah penandatanganan")
        )
        self.drop_button.setVisible(self._can_drop)
        self.drop_button.setText(self.tr("Batalkan k&oreksi"))
        self.setAccessibleName(self.title_label.text())

    def _show_numbers(self, overview: Overview) -> None:
        seal, total = overview.assessment.seal, overview.result.total
        if seal is None:
            return
        before = f"{words.number(seal.score)} · {seal.category}"
        after = words.NO_VALUE
        if isinstance(total, Score):
            after = f"{words.number(total.value)} · {total.category}"
        is_same = before == after
        self.score_label.setText(before if is_same else f"{before}  →  {after}")
        self.score_caption.setText(
            self.tr("nilai tidak berubah") if is_same else self.tr("nilai lama → nilai baru")
        )
        self.score_label.setAccessibleName(
            self.tr("Nilai lama {before}, nilai baru {after}").format(before=before, after=after)
        )


def _label(label: QLabel, role: str) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
