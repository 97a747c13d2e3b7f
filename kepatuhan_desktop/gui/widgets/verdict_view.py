"""Show a verdict: what the file says it is, then every statement about it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.verdict import Grade, SignerVerdict, Verdict
from kepatuhan_desktop.gui import verdict_words, words
from kepatuhan_desktop.gui.widgets.badge import Badge
from kepatuhan_desktop.gui.widgets.elided_label import ElidedLabel
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.gui.widgets.verdict_card import VerdictCard

_NOTICE_ICONS = {
    Grade.GOOD: "shield-check",
    Grade.DOUBTFUL: "shield-alert",
    Grade.BAD: "shield-x",
    Grade.UNKNOWN: "circle-help",
}


class VerdictView(QWidget):
    """One verdict at a time; as high as it needs, for a scroll area."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._file = ""
        self.cards: list[VerdictCard] = []
        self.head = _Head(self)
        self.notice = StateNotice(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.head)
        self._column.addWidget(self.notice)
        self._column.addStretch(1)

    def show_verdict(self, verdict: Verdict, file: str) -> None:
        """Show `verdict`, which is about the file of that name."""
        if verdict is self._verdict and file == self._file:
            return
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._verdict, self._file = verdict, file
        self.cards = [self._signer(one) for one in verdict.signers]
        self.cards.append(VerdictCard("scale", _score_title, [verdict.score], self))
        if verdict.notes:
            notes = VerdictCard("info", _notes_title, verdict.notes, self, asks=False)
            self.cards.append(notes)
        for card in self.cards:
            self._column.insertWidget(self._column.count() - 1, card)
        self._say_head(verdict)

    def as_text(self) -> str:
        """What is shown, as plain text; empty where nothing is shown."""
        return verdict_words.as_text(self._verdict, self._file) if self._verdict else ""

    def _signer(self, signer: SignerVerdict) -> VerdictCard:
        icon = verdict_words.role_icon(signer.role)
        return VerdictCard(icon, partial(_signer_title, signer), signer.statements, self)

    def _say_head(self, verdict: Verdict) -> None:
        self.head.show_verdict(verdict, self._file)
        grade = verdict.grade
        self.notice.show_state(
            _NOTICE_ICONS[grade],
            verdict_words.tone(grade),
            verdict_words.summary(verdict),
            verdict_words.advice(verdict),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange and self._verdict is not None:
            self._say_head(self._verdict)
            for card in self.cards:
                card.retranslate()
        super().changeEvent(event)


class _Head(QFrame):
    """What the file says about itself, in its own card: nothing of it is proved by being here."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.caption_label = _label(self, "caption")
        self.file_label = ElidedLabel(self)
        self.file_label.setProperty("role", "small-muted")
        self.title_label = _label(self, "question-large")
        self.below_label = _label(self, "muted")
        self.facts_label = _label(self, "muted")
        self.code_label = _label(self, "small-muted")
        for label in (self.title_label, self.below_label, self.facts_label):
            label.setWordWrap(True)
        self.score_caption = _label(self, "caption")
        self.score_label = _label(self, "display")
        self.badge = Badge(self)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(self.caption_label)
        left.addWidget(self.title_label)
        left.addWidget(self.below_label)
        left.addWidget(self.facts_label)
        left.addWidget(self.code_label)
        left.addWidget(self.file_label)
        left.addStretch(1)
        self._right = QWidget(self)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        end = Qt.AlignmentFlag.AlignRight
        right.addWidget(self.score_caption, 0, end)
        right.addWidget(self.score_label, 0, end)
        right.addWidget(self.badge, 0, end)
        right.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 18, 20, 18)
        row.setSpacing(24)
        row.addLayout(left, 1)
        row.addWidget(self._right)

    def show_verdict(self, verdict: Verdict, file: str) -> None:
        printed = verdict.printed
        translate = QCoreApplication.translate
        self.caption_label.setText(verdict_words.according_to(verdict.source))
        self.title_label.setText(verdict_words.heading(verdict))
        below = verdict_words.below_heading(printed) if printed else ""
        facts = verdict_words.facts(printed) if printed else ""
        code = translate("verdict", "Kode singkat {code}").format(
            code=verdict_words.short_code(verdict.record)
        )
        for label, text in (
            (self.below_label, below),
            (self.facts_label, facts),
            (self.code_label, code if verdict.record else ""),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.file_label.show_text(f"{verdict_words.source(verdict.source)}  ·  {file}")
        has_score = printed is not None and bool(printed.score)
        self._right.setVisible(has_score)
        if printed is not None:
            self.score_caption.setText(translate("verdict", "NILAI TERCETAK"))
            self.score_label.setText(verdict_words.number(printed))
            # A good zone's colour would speak for a page that nobody should believe.
            tone = "neutral" if verdict.grade is Grade.BAD else words.zone_tone(printed.zone)
            self.badge.show_state(verdict_words.category(printed), tone)
        self.setAccessibleName(self.title_label.text())
        self.setAccessibleDescription(" · ".join(filter(None, (below, facts))))


def _signer_title(signer: SignerVerdict) -> tuple[str, str]:
    return verdict_words.role(signer.role), verdict_words.name(signer)


def _score_title() -> tuple[str, str]:
    return QCoreApplication.translate("verdict", "Nilai"), ""


def _notes_title() -> tuple[str, str]:
    return QCoreApplication.translate("verdict", "Yang juga perlu diketahui"), ""


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
