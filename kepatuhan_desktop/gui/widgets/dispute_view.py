"""Show a conflict: the question, its versions side by side, and room for a better answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import EvidenceId
from kepatuhan_desktop.domain.instrument import OptionScale
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.gui import dispute_words, register_words, words
from kepatuhan_desktop.gui.widgets.body_swap import BodySwap
from kepatuhan_desktop.gui.widgets.chips import Chip, Chips
from kepatuhan_desktop.gui.widgets.field_choices import FieldChoices
from kepatuhan_desktop.gui.widgets.flow_layout import EqualColumnsLayout
from kepatuhan_desktop.gui.widgets.option_button import OptionButton
from kepatuhan_desktop.gui.widgets.option_row import OptionRow
from kepatuhan_desktop.gui.widgets.rival_card import RivalCard
from kepatuhan_desktop.services.disputes import Dispute

_LEAST_WIDTH = 270
_TEXTS = (Kind.NOTE.value, Kind.REMARK.value)


class DisputeView(QWidget):
    """Decides nothing itself."""

    taken = Signal(int)
    """Place of the version that the person decided for."""
    answered = Signal(str)
    """Id of an option that is neither's, or may be."""
    written = Signal(str)
    """A text that shall stand instead of both."""
    composed = Signal(object)
    """What the fields of a unit or institution shall say instead, as a map of texts."""
    picture_opened = Signal(str)
    """The key of a picture, as in `wanted`, that the person wants to see large."""
    question_requested = Signal()
    """The person wants to see the question with everything that belongs to it."""
    shown = Signal()
    """What `show_dispute` was asked for can be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[RivalCard] = []
        self.options = OptionRow(self)
        self.text_edit = QPlainTextEdit(self)
        self.choices: FieldChoices | None = None
        self._made: Dispute | None = None
        self._dispute: Dispute | None = None
        self._bodies = BodySwap(self)
        self._bodies.swapped.connect(self._on_swapped)
        self.options.hide()
        self.text_edit.hide()

    def show_dispute(self, dispute: Dispute) -> None:
        """Show another conflict, or the same anew; the former one stays until `shown`."""
        if dispute == self._made:
            return
        self._made, self._dispute = dispute, None
        body = self._bodies.begin()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._question(body, dispute))
        column.addWidget(self._rivals(body, dispute))
        column.addWidget(self._anew(body, dispute))
        column.addStretch(1)
        self._bodies.offer()

    def _on_swapped(self) -> None:
        self._dispute = self._made
        self.shown.emit()

    def dispute(self) -> Dispute | None:
        """What is shown; none while another one is on its way."""
        return self._dispute

    def forget(self) -> None:
        """Make everything anew at the next `show_dispute`, in another language say."""
        self._made = self._dispute = None

    def wanted(self) -> list[tuple[EvidenceId, Evidence]]:
        """The pictures that are shown."""
        return [pair for card in self.cards for pair in card.wanted()]

    def show_picture(self, key: str, image: QImage | None) -> None:
        """A picture has been loaded."""
        for card in self.cards:
            card.show_picture(key, image)

    def show_lost(self, key: str) -> None:
        """A file is not here."""
        for card in self.cards:
            card.show_lost(key)

    def _question(self, parent: QWidget, dispute: Dispute) -> QWidget:
        box = QWidget(parent)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        chips = Chips(box)
        found = [Chip(dispute_words.kind_of(dispute), "yellow", dispute_words.icon_of(dispute))]
        if dispute.indicator is not None:
            found.insert(0, Chip(dispute.indicator.code, "primary"))
        chips.show_chips(found)
        column.addWidget(chips)
        column.addWidget(_label(box, dispute_words.question(dispute), "question-large"))
        text = self.tr(
            "{count} isian yang berbeda. Semuanya tetap tercatat di riwayat, apa pun yang dipilih."
        )
        column.addWidget(_label(box, text.format(count=len(dispute.versions)), "muted"))
        agreed = register_words.agreed(dispute) if dispute.assessment is None else ""
        if agreed:
            text = self.tr("Sama di semuanya: {what}").format(what=agreed)
            column.addWidget(_label(box, text, "small-muted"))
        is_shown = any(one.note == dispute.shared_note for one in dispute.versions)
        if dispute.shared_note and not is_shown:
            note = self.tr("Catatan: {note}").format(note=dispute.shared_note)
            column.addWidget(_label(box, note, ""))
        return box

    def _rivals(self, parent: QWidget, dispute: Dispute) -> QWidget:
        box = QWidget(parent)
        flow = EqualColumnsLayout(box, least_width=_LEAST_WIDTH, spacing=12)
        lowest = dispute_words.lowest(dispute)
        self.cards = []
        for place in range(len(dispute.versions)):
            card = RivalCard(dispute, place, lowest, box)
            card.taken.connect(self.taken)
            card.opened.connect(self.picture_opened)
            flow.addWidget(card)
            self.cards.append(card)
        return box

    def _anew(self, parent: QWidget, dispute: Dispute) -> QFrame:
        card = QFrame(parent)
        card.setProperty("role", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        kind = dispute.versions[0].kind
        self.choices = None
        if dispute.assessment is None:
            column.addWidget(_label(card, self.tr("Atau susun satu dari semuanya"), "heading"))
            text = self.tr(
                "Terisi dari versi yang mengubahnya; pilih atau ketik yang lain bila perlu."
            )
            column.addWidget(_label(card, text, "small-muted"))
            self.choices = FieldChoices(dispute, card)
            column.addWidget(self.choices)
            column.addLayout(self._save_row(card, self.tr("S&impan susunan ini  (Ctrl+Enter)")))
        elif kind == Kind.ANSWER and dispute.indicator is not None:
            column.addWidget(_label(card, self.tr("Atau jawab sekali lagi"), "heading"))
            column.addWidget(self._answers(card, dispute))
        elif kind in _TEXTS:
            column.addWidget(_label(card, self.tr("Atau tulis satu teks dari semuanya"), "heading"))
            column.addWidget(self._text(card, dispute))
            column.addLayout(self._save_row(card, self.tr("S&impan teks ini  (Ctrl+Enter)")))
        else:
            text = self.tr("Sesudah dipilih, isinya masih dapat diubah di tempatnya.")
            column.addWidget(_label(card, text, "muted"))
            card.setVisible(dispute.indicator is not None)
        if dispute.indicator is not None:
            more = QPushButton(self.tr("Buka &pertanyaannya"), card)
            more.setProperty("role", "link")
            more.clicked.connect(self.question_requested)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def write(self) -> None:
        """Let the text or the fields that were put together stand, where there are any."""
        if self.choices is not None:
            self.composed.emit(self.choices.fields())
        elif self._dispute is not None and self._dispute.versions[0].kind in _TEXTS:
            self.written.emit(self.text_edit.toPlainText())

    def _save_row(self, parent: QWidget, text: str) -> QHBoxLayout:
        row = QHBoxLayout()
        save_button = QPushButton(text, parent)
        save_button.clicked.connect(self.write)
        row.addWidget(save_button)
        row.addStretch(1)
        return row

    def _answers(self, parent: QWidget, dispute: Dispute) -> OptionRow:
        self.options = row = OptionRow(parent)
        assert dispute.indicator is not None
        scale = dispute.indicator.scale
        found = scale.options if isinstance(scale, OptionScale) else ()
        row.set_options(
            [OptionButton(row, words.text(one.label), words.text(one.descriptor)) for one in found]
        )
        ids = [one.id for one in found]
        row.chosen.connect(lambda place: self.answered.emit(ids[place]))
        return row

    def _text(self, parent: QWidget, dispute: Dispute) -> QPlainTextEdit:
        self.text_edit = edit = QPlainTextEdit(parent)
        texts = [
            dispute_words.value(dispute, one) for one in dispute.versions if one.value is not None
        ]
        edit.setPlainText("\n".join(dict.fromkeys(texts)))
        edit.setTabChangesFocus(True)
        edit.setAccessibleName(self.tr("Teks yang berlaku"))
        edit.setFixedHeight(4 * edit.fontMetrics().lineSpacing() + 24)
        return edit


def _label(parent: QWidget, text: str, role: str) -> QLabel:
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
