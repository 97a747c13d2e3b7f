"""Show the score as it grows, what it lacks for the next category, and what blocks signing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.explaining import Explanation
from kepatuhan_desktop.domain.scoring import Score
from kepatuhan_desktop.gui import icons, words
from kepatuhan_desktop.gui.widgets import score_words
from kepatuhan_desktop.gui.widgets.jump_list import JumpList
from kepatuhan_desktop.gui.widgets.score_bars import ScoreBars
from kepatuhan_desktop.gui.widgets.score_gauge import ScoreGauge
from kepatuhan_desktop.services.assessments import Overview


class ScorePanel(QWidget):
    """The right column of the walk."""

    indicator_chosen = Signal(str)
    """The user wishes to see that question."""
    component_chosen = Signal(str)
    next_requested = Signal(str)
    """The next question with that lack: `unanswered`, `evidence`, `notes`."""
    review_requested = Signal()
    """Something is missing that only the review page can mend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._overview: Overview | None = None
        self._explanation: Explanation | None = None
        self.setProperty("role", "panel")
        self._heading = _label(self, "caption")
        self._gauge = ScoreGauge(self)
        self._distance = _label(self, "small")
        self._earlier = _label(self, "small-muted")
        for label in (self._distance, self._earlier):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._unofficial = _label(self, "small-muted")
        self._lacks_title = _label(self, "caption")
        self._lacks = JumpList(self)
        self._lacks.chosen.connect(self._on_lack)
        self._way_button = QPushButton(self)
        self._way_button.setProperty("role", "link")
        self._way_button.setCheckable(True)
        self._way_button.toggled.connect(self._on_way_toggled)
        self._way_note = _label(self, "small-muted")
        self._way = JumpList(self)
        self._way.chosen.connect(self.indicator_chosen)
        self._bars_title = _label(self, "caption")
        self._bars = ScoreBars(self)
        self._bars.set_choosable(True)
        self._bars.chosen.connect(self.component_chosen)
        self._lower_line = _line(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(4)
        parts: tuple[QWidget | int, ...] = (
            *(self._heading, 6, self._gauge, 4, self._distance, self._earlier, 4),
            *(self._unofficial, 8, _line(self), 8, self._lacks_title, 2, self._lacks),
            *(self._way_button, self._way_note, self._way, 8, self._lower_line, 8),
            *(self._bars_title, 2, self._bars),
        )
        for part in parts:
            _put(column, part)
        column.addStretch(1)
        self.show_way(None)

    def show_overview(self, overview: Overview) -> None:
        """Show the score of this moment; `show_way` may follow later."""
        self._overview = overview
        total = overview.result.total
        maximum = overview.instrument.maximum
        final = overview.result.is_final
        self._heading.setText(self.tr("NILAI AKHIR") if final else self.tr("NILAI SEMENTARA"))
        caption = self.tr("dari {maximum}").format(maximum=words.number(maximum))
        self._gauge.set_borders(score_words.borders(overview.instrument))
        if isinstance(total, Score):
            badge = words.category(total.category, total.zone)
            share = float(total.value) / float(maximum) * 100
            text = words.number(total.value)
            self._gauge.show_score(share, text, caption, words.zone_tone(total.zone), badge)
        else:
            self._gauge.show_not_scored(self.tr("Belum ada jawaban"))
        self._earlier.setText(score_words.earlier(overview))
        self._earlier.setVisible(overview.earlier is not None)
        self._unofficial.setVisible(overview.instrument.has_unofficial_weights)
        self._unofficial.setText(
            self.tr("Bobot belum bersumber resmi; nilai ini bukan nilai Ombudsman.")
        )
        is_open = not overview.assessment.is_sealed
        for part in (self._lacks_title, self._lacks, self._lower_line):
            part.setVisible(is_open)
        self._lacks_title.setText(self.tr("SEBELUM DITANDATANGANI"))
        self._lacks.show_jumps(score_words.lacks(overview))
        self._bars_title.setText(self.tr("TIAP KOMPONEN"))
        self._bars.set_bars(score_words.bars(overview))
        if overview.assessment.is_sealed:
            self.show_way(None)

    def show_way(self, explanation: Explanation | None) -> None:
        """Show how far the next category is and what leads there; None, where it is unknown."""
        self._explanation = explanation
        way = explanation.way if explanation else None
        is_known = way is not None and self._overview is not None
        self._distance.setVisible(is_known)
        self._way_button.setVisible(is_known)
        if way is None or self._overview is None:
            self._way.hide()
            self._way_note.hide()
            return
        self._distance.setText(
            self.tr("{distance} lagi ke kategori {category}").format(
                distance=words.number(way.distance), category=way.category
            )
        )
        self._way_button.setText(
            self.tr("Jalan termurah ke {category}").format(category=way.category)
        )
        self._way_note.setText(
            self.tr("{count} perubahan, menjadi {score}").format(
                count=len(way.steps), score=words.number(way.reaches)
            )
        )
        self._way.show_jumps(score_words.steps(self._overview, way))
        self._on_way_toggled(self._way_button.isChecked())

    @property
    def lacks(self) -> JumpList:
        """What still blocks signing."""
        return self._lacks

    @property
    def way(self) -> JumpList:
        """The steps to the next category."""
        return self._way

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._overview is not None:
            self.show_overview(self._overview)
            self.show_way(self._explanation)
        super().changeEvent(event)

    def _on_way_toggled(self, is_open: bool) -> None:
        has_way = self._explanation is not None and self._explanation.way is not None
        icons.assign(self._way_button, "chevron-up" if is_open else "chevron-down", "primary")
        self._way.setVisible(is_open and has_way)
        self._way_note.setVisible(is_open and has_way)

    def _on_lack(self, key: str) -> None:
        kind, _, indicator = key.partition(":")
        if indicator:
            self.indicator_chosen.emit(indicator)
        elif kind == score_words.REVIEW:
            self.review_requested.emit()
        else:
            self.next_requested.emit(kind)


def _label(parent: QWidget, role: str) -> QLabel:
    made = QLabel(parent)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


def _line(parent: QWidget) -> QFrame:
    made = QFrame(parent)
    made.setProperty("role", "line")
    return made


def _put(column: QVBoxLayout, part: QWidget | int) -> None:
    if isinstance(part, int):
        column.addSpacing(part)
    else:
        column.addWidget(part)
