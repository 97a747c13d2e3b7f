"""Show what stands around the questions: where we are, what is saved, what it is worth."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from kepatuhan_desktop.domain.ids import IndicatorId
from kepatuhan_desktop.domain.instrument import Node
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.gui import forms, icons, words
from kepatuhan_desktop.gui.models.components import component_rows
from kepatuhan_desktop.gui.widgets.amendment_banner import AmendmentBanner
from kepatuhan_desktop.gui.widgets.clamped_label import ClampedLabel
from kepatuhan_desktop.gui.widgets.component_list import ComponentList
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.question_column import QuestionColumn
from kepatuhan_desktop.gui.widgets.saved_label import SavedLabel
from kepatuhan_desktop.gui.widgets.score_panel import ScorePanel
from kepatuhan_desktop.services.assessments import Overview
from kepatuhan_desktop.services.findings import cite

_NARROW = 1200
"""Logical pixels of the page below which the score folds away by itself."""
_WAY_DELAY = 120
"""Milliseconds after an answer until the way to the next category is looked for."""


class WalkFrame(QWidget):
    """The form of the walk page; decides nothing."""

    unit_label: ClampedLabel
    institution_label: ClampedLabel
    finder_button: QPushButton
    component_list: ComponentList
    progress_label: QLabel
    percent_label: QLabel
    progress_bar: QProgressBar
    back_button: QToolButton
    title_label: QLabel
    article_label: ElidedLabel
    saved_label: SavedLabel
    undo_button: QToolButton
    redo_button: QToolButton
    findings_button: QPushButton
    score_button: QToolButton
    review_button: QPushButton
    amendment_banner: AmendmentBanner
    sealed_banner: QFrame
    sealed_label: QLabel
    scorecard_button: QPushButton
    intake_bar: QFrame
    intake_label: QLabel
    intake_progress: QProgressBar
    intake_cancel_button: QPushButton
    question_column: QuestionColumn
    previous_button: QPushButton
    place_label: QLabel
    next_button: QPushButton
    right_panel: QFrame
    score_area: QScrollArea

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framed: Overview | None = None
        self._node: Node | None = None
        self._was_narrow = False
        forms.load(self, "walk")
        self.score_panel = ScorePanel()
        self.score_area.setWidget(self.score_panel)
        self.intake_bar.hide()
        self.sealed_banner.hide()
        self.amendment_banner.hide()
        self.next_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.score_button.toggled.connect(self.right_panel.setVisible)
        self.score_button.toggled.connect(self._show_score_button)
        self._way_timer = QTimer(self)
        self._way_timer.setSingleShot(True)
        self._way_timer.setInterval(_WAY_DELAY)
        self._way_timer.timeout.connect(self._show_way)

    def frame_overview(self, overview: Overview) -> None:
        """Show everything that does not depend on the current question."""
        self._framed = overview
        profile = overview.assessment.profile
        self.unit_label.show_text(overview.unit.name)
        parts = [
            overview.institution.name,
            self.tr("Penilaian {period}").format(period=profile.period),
        ]
        if overview.product is not None:
            parts.insert(0, overview.product.name)
        self.institution_label.show_text(" · ".join(parts))
        result = overview.result
        self.progress_label.setText(
            self.tr("{answered} dari {indicators} indikator").format(
                answered=result.answered, indicators=result.indicators
            )
        )
        share = 100 * result.answered // max(1, result.indicators)
        self.percent_label.setText(f"{share}%")
        self.progress_bar.setRange(0, max(1, result.indicators))
        self.progress_bar.setValue(result.answered)
        self.component_list.show_rows(component_rows(overview))
        self.score_panel.show_overview(overview)
        self._show_findings_button()
        self._show_seal(overview)
        self._show_score_button()
        if not overview.assessment.is_sealed:
            self._way_timer.start()

    def frame_place(self, overview: Overview, node: Node, current: IndicatorId) -> None:
        """Show which component and which question is current."""
        self._node = node
        components = overview.instrument.components
        place = components.index(node)
        self.title_label.setText(words.text(node.title))
        parts = [
            self.tr("Komponen {place} dari {count}").format(place=place + 1, count=len(components)),
            *(cite(one) for one in node.legal),
        ]
        self.article_label.setText(" · ".join(parts))
        codes = [one.id for one in node.indicators]
        self.place_label.setText(
            self.tr("{place} dari {count} dalam komponen ini").format(
                place=codes.index(current) + 1, count=len(codes)
            )
        )
        self._show_neighbours(components, place)

    def show_intake(self, done: int, total: int, name: str) -> None:
        """Show how far the files are that become evidence."""
        self.intake_label.setText(
            self.tr("Menyimpan bukti {place} dari {total}: {name}").format(
                place=done + 1, total=total, name=name
            )
        )
        self.intake_progress.setRange(0, total)
        self.intake_progress.setValue(done)
        self.intake_bar.show()

    def _show_neighbours(self, components: Sequence[Node], place: int) -> None:
        before = components[place - 1] if place else None
        after = components[place + 1] if place + 1 < len(components) else None
        self.previous_button.setVisible(before is not None)
        self.previous_button.setText(_short(before))
        self.next_button.setVisible(after is not None)
        self.next_button.setText(_short(after))
        icons.assign(self.previous_button, "chevron-left")
        icons.assign(self.next_button, "chevron-right")

    def _show_seal(self, overview: Overview) -> None:
        seal, is_sealed = overview.assessment.seal, overview.assessment.is_sealed
        self.amendment_banner.show_overview(overview)
        self.sealed_banner.setVisible(is_sealed)
        self.saved_label.setVisible(not is_sealed)
        for button in (self.undo_button, self.redo_button, self.review_button):
            button.setVisible(not is_sealed)
        if seal is not None and is_sealed:
            self.sealed_label.setText(
                self.tr("Ditandatangani pada {time}. Isinya tidak dapat diubah lagi.").format(
                    time=words.moment(seal.sealed_at)
                )
            )

    def _show_score_button(self) -> None:
        """Where the panel is folded away, its button says the score."""
        total = self._framed.result.total if self._framed is not None else None
        text = ""
        if not self.score_button.isChecked() and isinstance(total, Score):
            text = f"{words.number(total.value)} · {total.category}"
        self.score_button.setText(text)
        icon_only, beside = (
            Qt.ToolButtonStyle.ToolButtonIconOnly,
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
        )
        self.score_button.setToolButtonStyle(beside if text else icon_only)
        icons.assign(self.score_button, "chart-column", "muted")

    def _show_findings_button(self) -> None:
        count = len(self._framed.assessment.findings) if self._framed is not None else 0
        text = self.tr("Temuan {count}").format(count=count)
        self.findings_button.setText(str(count) if self._was_narrow else text)
        self.findings_button.setAccessibleName(text)
        self.findings_button.setToolTip(text if self._was_narrow else "")
        icons.assign(self.findings_button, "flag")

    def _show_way(self) -> None:
        if self._framed is not None and not self._framed.assessment.is_sealed:
            self.score_panel.show_way(self._framed.explanation())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow != self._was_narrow:
            self._was_narrow = is_narrow
            self.score_button.setChecked(not is_narrow)
            self._show_findings_button()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._framed is not None:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the application."""
        if self._framed is not None:
            self.frame_overview(self._framed)


def _short(node: Node | None) -> str:
    if node is None:
        return ""
    return (words.text(node.short) or words.text(node.title)).replace("&", "&&")
