"""Ask one question: options, evidence, findings and a note on one card."""

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import EvidenceId, IndicatorId
from kepatuhan_desktop.domain.instrument import Indicator
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from kepatuhan_desktop.gui import icons, theme, words
from kepatuhan_desktop.gui.drops import local_files
from kepatuhan_desktop.gui.models.cards import CardState
from kepatuhan_desktop.gui.widgets import card_words
from kepatuhan_desktop.gui.widgets.chips import Chip, Chips
from kepatuhan_desktop.gui.widgets.comment_notice import CommentNotice
from kepatuhan_desktop.gui.widgets.conflict_notice import ConflictNotice
from kepatuhan_desktop.gui.widgets.evidence_pictures import EvidencePictures, PictureState
from kepatuhan_desktop.gui.widgets.evidence_strip import EvidenceStrip
from kepatuhan_desktop.gui.widgets.finding_rows import FindingRows
from kepatuhan_desktop.gui.widgets.flow_layout import FlowLayout
from kepatuhan_desktop.gui.widgets.hint_box import HintBox
from kepatuhan_desktop.gui.widgets.note_edit import NoteEdit
from kepatuhan_desktop.gui.widgets.option_button import OptionButton
from kepatuhan_desktop.gui.widgets.option_row import OptionRow

_MARGIN = 20


class QuestionCard(QFrame):
    """Shows what is on the disk; every wish of the user goes out as a signal."""

    option_chosen = Signal(str, str)
    """Indicator and option."""
    exclusion_requested = Signal(str)
    note_finished = Signal(str, str)
    """Indicator and the text to save."""
    note_typing = Signal()
    add_requested = Signal(str)
    camera_requested = Signal(str)
    files_dropped = Signal(str, list)
    evidence_opened = Signal(str, str)
    """Indicator and piece of evidence; so too below."""
    evidence_removed = Signal(str, str)
    finding_requested = Signal(str)
    finding_edited = Signal(str, str)
    finding_removed = Signal(str, str)
    settled = Signal(str, str)
    """Slot and the entry that shall hold; none: show the versions side by side."""
    entered = Signal(str)
    """The user turned to this card."""
    hint_folded = Signal(bool)
    rearranged = Signal()
    """Buttons have come or gone since `follow` was called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._indicator: Indicator | None = None
        self._state: CardState | None = None
        self._shown_conflicts: list[ConflictNotice] = []
        self._pictures = EvidencePictures()
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._chips = Chips(self)
        self._question = QLabel(self)
        self._question.setProperty("role", "question")
        self._question.setTextFormat(Qt.TextFormat.PlainText)
        self._question.setWordWrap(True)
        self._comment = CommentNotice(self)
        self._hint = HintBox(self)
        self._options = OptionRow(self)
        self._strip = EvidenceStrip(self)
        self._strip.set_adding(False)
        self._camera, self._add, self._raise = (QPushButton(self) for _ in range(3))
        self._exclude = QPushButton(self)
        self._exclude.setCheckable(True)
        for button in (self._exclude, self._camera, self._add, self._raise):
            button.setProperty("role", "filter")
        self._reason = QLabel(self)
        self._reason.setProperty("tone", "primary")
        self._reason.setTextFormat(Qt.TextFormat.PlainText)
        self._reason.setWordWrap(True)
        self._findings = FindingRows(self)
        self._note = NoteEdit(self)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._actions = QWidget(self)
        self._actions.setProperty("role", "clear")
        across = FlowLayout(self._actions, spacing=2)
        for button in (self._exclude, self._camera, self._add, self._raise):
            across.addWidget(button)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 18, _MARGIN, _MARGIN)
        column.setSpacing(10)
        for widget in (
            self._chips,
            self._question,
            self._comment,
            self._hint,
            self._options,
            self._reason,
            self._strip,
            self._actions,
            self._findings,
            self._note,
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        self._hint.folded.connect(self.hint_folded)
        self._options.chosen.connect(self._on_option)
        self._strip.opened.connect(self._on_opened)
        self._strip.removed.connect(self._on_removed)
        self._strip.dropped.connect(self._on_dropped)
        self._strip.emptied.connect(self._add.setFocus)
        self._exclude.clicked.connect(self._on_exclude)
        self._add.clicked.connect(self._on_add)
        self._camera.clicked.connect(self._on_camera)
        self._raise.clicked.connect(self._on_raise)
        self._findings.edit_requested.connect(self._on_finding_edit)
        self._findings.remove_requested.connect(self._on_finding_remove)
        self._note.finished.connect(self._on_note)
        self._note.typing.connect(self.note_typing)
        self._note.left.connect(self.setFocus)

    # -- what is shown

    @property
    def indicator(self) -> IndicatorId:
        """Which question this is; empty before the first."""
        return self._indicator.id if self._indicator else IndicatorId("")

    @property
    def note(self) -> NoteEdit:
        """Where the note is written."""
        return self._note

    @property
    def strip(self) -> EvidenceStrip:
        """Where the evidence is shown."""
        return self._strip

    def show_indicator(self, indicator: Indicator, legal: str) -> None:
        """Ask this question; `show_state` must follow."""
        # Nothing of another assessment with the same instrument may stay.
        self._note.forget()
        self._strip.set_pieces([])
        self._pictures.forget()
        self._indicator, self._state = indicator, None
        self._question.setText(words.text(indicator.question))
        self._hint.show_hint(words.text(indicator.check), legal)
        self._describe_options(indicator)
        self._retranslate()

    def show_state(self, state: CardState) -> None:
        """Show what is known now; what has not changed is not touched."""
        before, self._state = self._state, state
        if state == before or self._indicator is None:
            return
        self._chips.show_chips(card_words.chips(self._indicator, state))
        self._comment.show_comment(state.comment)
        if before is None or state.answer != before.answer:
            self._show_answer(state)
        if before is None or state.pieces != before.pieces:
            self._strip.set_pieces(self._pictures.pieces(state.pieces))
            self._strip.setVisible(bool(state.pieces))
        if before is None or state.conflicts != before.conflicts:
            self._show_conflicts(state)
        lines = [card_words.finding_line(finding, known) for known, finding in state.findings]
        self._findings.show_findings(lines, read_only=state.is_sealed)
        self._findings.setVisible(bool(lines))
        self._note.show_text(state.note)
        self._note.setPlaceholderText(card_words.note_hint(state))
        lacks_note = state.note_required and not state.note
        theme.set_role(self._note, "yellow" if lacks_note else "", "tone")
        if before is None or state.is_sealed != before.is_sealed:
            self._show_sealed(is_sealed=state.is_sealed)
        answer = self.answer_text()
        self.setAccessibleDescription(answer or self.tr("Belum dijawab"))
        if before is not None and _bearers(state) != _bearers(before):
            self.rearranged.emit()

    def follow(self, before: "QuestionCard | None") -> None:
        """Let Tab go through this card from top to bottom, after another one."""
        chain: list[QWidget] = [before.note] if before is not None else []
        for part in (*self._shown_conflicts, self._hint, self._options):
            chain += part.findChildren(QAbstractButton)
        chain += self._strip.tiles()
        for part in (self._actions, self._findings):
            chain += part.findChildren(QAbstractButton)
        chain.insert(1 if before is not None else 0, self)
        for first, second in pairwise([*chain, self._note]):
            QWidget.setTabOrder(first, second)

    def set_current(self, *, is_current: bool) -> None:
        """Outline the card that the keys act on."""
        theme.set_role(self, "true" if is_current else "false", "current")

    def set_hint_folded(self, is_folded: bool) -> None:
        """Fold the way of checking into one line."""
        self._hint.set_folded(is_folded)

    def set_camera(self, *, works: bool, reason: str) -> None:
        """Whether a photo can be taken here, and why not."""
        self._camera.setEnabled(works)
        self._camera.setToolTip("" if works else reason)
        self._camera.setAccessibleDescription("" if works else reason)

    def wanted_pictures(self) -> list[tuple[EvidenceId, Evidence]]:
        """The evidence whose pictures have not come yet."""
        return self._pictures.wanted(self._state.pieces) if self._state else []

    def show_picture(self, key: str, image: QImage | None) -> None:
        """The picture of a piece has come; None: there is none, as with office files."""
        self._tell_picture(key, "ready", "")
        if image is not None:
            self._strip.set_image(key, image)

    def show_lost(self, key: str, sentence: str) -> None:
        """There is no picture of a piece, for that reason."""
        self._tell_picture(key, "missing", sentence)

    def _tell_picture(self, key: str, state: PictureState, sentence: str) -> None:
        if self._state is None:
            return
        self._pictures.put(self._state.pieces, key, state, sentence)
        self._strip.set_pieces(self._pictures.pieces(self._state.pieces))

    def options(self) -> list[OptionButton]:
        """The answers that can be chosen."""
        return self._options.options()

    def choose_by_key(self, place: int) -> bool:
        """Choose the option at `place` (from 0) as a click does; False where there is none."""
        if self._indicator is None or place >= len(card_words.options(self._indicator)):
            return False
        self._on_option(place)
        return True

    def chips(self) -> tuple[Chip, ...]:
        """The facts above the question."""
        return self._chips.chips()

    def answer_text(self) -> str:
        """The answer in words; empty where there is none."""
        if self._indicator is None or self._state is None:
            return ""
        return card_words.answer(self._indicator, self._state.answer)

    def _describe_options(self, indicator: Indicator) -> None:
        scale = card_words.options(indicator)
        self._exclude.setVisible(indicator.not_applicable.allowed)
        buttons = self._options.options()
        if len(buttons) != len(scale):
            buttons = [OptionButton(self._options) for _ in scale]
            self._options.set_options(buttons)
        for place, (button, option) in enumerate(zip(buttons, scale, strict=True)):
            button.describe(
                words.text(option.label),
                words.text(option.descriptor),
                key=str(place + 1) if place < 9 else "",  # noqa: PLR2004 - there are nine such keys
                zone=card_words.zone(option),
            )
        self._options.updateGeometry()

    def _show_answer(self, state: CardState) -> None:
        assert self._indicator is not None
        scale = card_words.options(self._indicator)
        place = None
        if isinstance(state.answer, Chosen):
            ids = [option.id for option in scale]
            place = ids.index(state.answer.option) if state.answer.option in ids else None
        is_excluded = isinstance(state.answer, Excluded)
        self._exclude.setChecked(is_excluded)
        self._reason.setText(self.answer_text() if is_excluded else "")
        self._reason.setVisible(is_excluded)
        self._options.choose(place)
        self._options.setMinimumHeight(self._options.heightForWidth(self._options.width()))

    def _show_conflicts(self, state: CardState) -> None:
        assert self._indicator is not None
        for old in self._shown_conflicts:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown_conflicts = []
        for conflict in state.conflicts:
            notice = ConflictNotice(
                self,
                card_words.conflict_title(conflict),
                card_words.versions(self._indicator, conflict),
                is_settleable=not state.is_sealed,
            )
            notice.setProperty("slot", conflict.slot)
            notice.kept.connect(self._on_kept)
            self._column.insertWidget(2 + len(self._shown_conflicts), notice)
            self._shown_conflicts.append(notice)

    def _show_sealed(self, *, is_sealed: bool) -> None:
        # Greyed answers would be hard to read, and reading is all that is left.
        policy = Qt.FocusPolicy.NoFocus if is_sealed else Qt.FocusPolicy.StrongFocus
        for option in self.options():
            option.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, is_sealed)
            option.setFocusPolicy(policy)
        self._strip.set_read_only(is_sealed)
        self._actions.setVisible(not is_sealed)
        self._note.setReadOnly(is_sealed)
        self._note.setVisible(not is_sealed or bool(self._note.toPlainText()))

    # -- what the user does

    def _on_option(self, place: int) -> None:
        assert self._indicator is not None
        if self._state is None or self._state.is_sealed:
            return
        self._show_answer(self._state)  # the row shows what is saved, not what is wished
        self.option_chosen.emit(self.indicator, card_words.options(self._indicator)[place].id)

    def _on_exclude(self) -> None:
        if self._state is not None:
            self._show_answer(self._state)
        self.exclusion_requested.emit(self.indicator)

    def _on_kept(self, entry: str) -> None:
        self.settled.emit(str(self.sender().property("slot")), entry)

    def _on_opened(self, key: str) -> None:
        self.evidence_opened.emit(self.indicator, key)

    def _on_removed(self, key: str) -> None:
        self.evidence_removed.emit(self.indicator, key)

    def _on_dropped(self, paths: list[str]) -> None:
        self.files_dropped.emit(self.indicator, paths)

    def _on_add(self) -> None:
        self.add_requested.emit(self.indicator)

    def _on_camera(self) -> None:
        self.camera_requested.emit(self.indicator)

    def _on_raise(self) -> None:
        self.finding_requested.emit(self.indicator)

    def _on_finding_edit(self, key: str) -> None:
        self.finding_edited.emit(self.indicator, key)

    def _on_finding_remove(self, key: str) -> None:
        self.finding_removed.emit(self.indicator, key)

    def _on_note(self, text: str) -> None:
        self.note_finished.emit(self.indicator, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entered.emit(self.indicator)
        super().mousePressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        is_open = self._state is not None and not self._state.is_sealed
        if is_open and local_files(event.mimeData()):
            event.acceptProposedAction()
            self.entered.emit(self.indicator)

    def dropEvent(self, event: QDropEvent) -> None:
        paths = local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self._on_dropped(paths)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for button, icon, text in (
            (self._exclude, "circle-dashed", self.tr("Tidak berlaku · 0")),
            (self._camera, "camera", self.tr("Ambil foto · F")),
            (self._add, "paperclip", self.tr("Berkas · E")),
            (self._raise, "flag", self.tr("Temuan · T")),
        ):
            button.setText(text)
            icons.assign(button, icon, "muted")
        self._add.setAccessibleName(self.tr("Tambah berkas bukti"))
        self._raise.setAccessibleName(self.tr("Buat temuan"))
        if self._indicator is None:
            return
        code, question = self._indicator.code, words.text(self._indicator.question)
        self.setAccessibleName(f"{code} {question}")
        self._note.setAccessibleName(self.tr("Catatan untuk {code}").format(code=code))


def _bearers(state: CardState) -> tuple[object, ...]:
    """Whatever has buttons of its own on the card."""
    return state.pieces, state.conflicts, state.findings
