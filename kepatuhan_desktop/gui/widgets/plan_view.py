"""Show what taking a bundle in would do: who sent it, what is new, what stands against what."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.gui import exchange_words, icons, words
from kepatuhan_desktop.gui.models.bundle_plan import PlanText, RecordText
from kepatuhan_desktop.gui.theme import set_role
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets.body_swap import BodySwap
from kepatuhan_desktop.gui.widgets.chips import Chip, Chips
from kepatuhan_desktop.gui.widgets.flow_layout import EqualColumnsLayout
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.services.importing import ImportPlan

_LISTED = 6
"""Names, conflicts and refusals that are shown before somebody asks for all."""


class PlanView(QWidget):
    """Made anew for each bundle; changes nothing."""

    shown = Signal()
    """What `show_plan` was asked for can be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bodies = BodySwap(self)
        self._bodies.swapped.connect(self.shown)

    def show_plan(self, plan: ImportPlan, text: PlanText, *, is_taken: bool = False) -> None:
        """Show what would happen, or what did; what was there before stays until `shown`."""
        body = self._bodies.begin()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._sender(body, plan))
        state = self._state(body, plan, text, is_taken=is_taken)
        if state is not None:
            column.addWidget(state)
        if text.warnings:
            column.addWidget(self._warnings(body, text.warnings))
        column.addWidget(self._figures(body, text))
        for record in text.records:
            column.addWidget(RecordCard(record, body))
        if text.homeless:
            column.addWidget(self._homeless(body, text.homeless))
        column.addStretch(1)
        self._bodies.offer()

    def _sender(self, parent: QWidget, plan: ImportPlan) -> QFrame:
        said, sender = plan.description, plan.sender
        icon, tone, sentence = exchange_words.standing(sender)
        card = _card(parent)
        picture = QLabel(card)
        picture.setProperty("icon_size", 24)
        icons.assign(picture, icon, "muted" if tone == "neutral" else tone)
        name = _label(card, exchange_words.sender_name(sender), "question")
        standing = _label(card, sentence, "")
        set_role(standing, "" if tone == "neutral" else tone, "tone")
        chips = Chips(card)
        sealed = (
            self.tr("Tersandi") if plan.inspected.parcel.is_encrypted else self.tr("Tanpa sandi")
        )
        chips.show_chips(
            [
                Chip(
                    exchange_words.purpose(said.purpose),
                    "primary",
                    exchange_words.purpose_icon(said.purpose),
                ),
                Chip(self.tr("Paket ke-{number}").format(number=said.sequence)),
                Chip(
                    self.tr("Dibuat {moment}").format(moment=words.moment(said.created_claimed)),
                    tip=self.tr("Menurut jam pengirim"),
                ),
                Chip(exchange_words.size(plan.inspected.parcel.size)),
                Chip(sealed, icon="lock" if plan.inspected.parcel.is_encrypted else ""),
            ]
        )
        print_line = _label(
            card,
            self.tr("Sidik jari perangkat: {groups}").format(
                groups=exchange_words.fingerprint(sender.device)
            ),
            "small-muted",
        )
        print_line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(name)
        column.addWidget(standing)
        column.addWidget(print_line)
        column.addSpacing(4)
        column.addWidget(chips)
        row = QHBoxLayout(card)
        row.setContentsMargins(18, 16, 18, 16)
        row.setSpacing(14)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        return card

    def _state(
        self, parent: QWidget, plan: ImportPlan, text: PlanText, *, is_taken: bool
    ) -> StateNotice | None:
        notice = StateNotice(parent)
        lacking = ""
        if plan.merge.missing:
            lacking = self.tr(
                "Semua isiannya sudah ada di perangkat ini, tetapi {count} foto atau berkas yang "
                "disebutnya belum."
            ).format(count=len(plan.merge.missing))
        if is_taken:
            told = [exchange_words.entries(text.fresh), exchange_words.photos(text.photos)]
            sentence = self.tr("{what} masuk ke perangkat ini dan sudah tersimpan.").format(
                what=", ".join(told)
            )
            notice.show_state("circle-check", "green", self.tr("Diterima"), sentence)
        elif plan.merge.is_known_bundle and plan.merge.changes_nothing:
            notice.show_state(
                "package-check",
                "neutral",
                self.tr("Paket ini sudah pernah diterima"),
                lacking
                or self.tr(
                    "Semua isinya sudah ada di perangkat ini. Tidak ada yang perlu dilakukan."
                ),
            )
        elif plan.merge.changes_nothing:
            notice.show_state(
                "info",
                "neutral",
                self.tr("Tidak ada yang baru"),
                lacking
                or self.tr(
                    "Semua isinya sudah ada di perangkat ini. Bila diterima, hanya kedatangannya "
                    "yang dicatat."
                ),
            )
        else:
            notice.deleteLater()
            return None
        return notice

    def _warnings(self, parent: QWidget, warnings: Iterable[str]) -> StateNotice:
        notice = StateNotice(parent)
        sentences = "\n".join(f"•  {one}" for one in warnings)
        notice.show_state("triangle-alert", "yellow", self.tr("Perlu diketahui"), sentences)
        return notice

    def _figures(self, parent: QWidget, text: PlanText) -> QWidget:
        box = QWidget(parent)
        flow = EqualColumnsLayout(box, least_width=130, spacing=10)
        figures: tuple[tuple[int, str, Zone], ...] = (
            (text.fresh, self.tr("isian baru"), "green"),
            (text.photos, self.tr("foto dan berkas baru"), "green"),
            (text.known, self.tr("sudah ada di sini"), "neutral"),
            (text.conflicts, self.tr("bertentangan"), "yellow"),
            (text.refused, self.tr("ditolak"), "red"),
        )
        for count, caption, tone in figures:
            flow.addWidget(_figure(box, count, caption, tone if count else "neutral"))
        return box

    def _homeless(self, parent: QWidget, refused: tuple[str, ...]) -> QFrame:
        card = _card(parent)
        column = QVBoxLayout(card)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(_label(card, self.tr("Ditolak karena tidak terbaca"), "heading"))
        column.addWidget(Listing(refused, card))
        return card


class RecordCard(QFrame):
    """One assessment, or all the rest together."""

    def __init__(self, record: RecordText, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.record = record
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(8)
        column.addWidget(_label(self, record.title, "heading"))
        if record.detail:
            column.addWidget(_label(self, record.detail, "small-muted"))
        chips = Chips(self)
        chips.show_chips(record.chips)
        chips.setVisible(bool(record.chips))
        column.addWidget(chips)
        self._part(column, self.tr("Bertentangan; keduanya disimpan"), record.conflicts, "yellow")
        if record.returned:
            self._part(column, self.tr("Dari pusat"), (record.returned,), "yellow")
        if record.late:
            self._part(column, self.tr("Sesudah tanda tangan"), (record.late,), "yellow")
        self._part(column, self.tr("Foto dan berkas baru"), record.new_photos, "neutral")
        missing = self.tr("Foto yang disebut tetapi tidak ikut dan belum ada di sini")
        self._part(column, missing, record.missing_photos, "yellow")
        damaged = self.tr("Foto yang rusak di jalan; tidak diterima")
        self._part(column, damaged, record.damaged_photos, "red")
        self._part(column, self.tr("Ditolak; yang lain tetap masuk"), record.refused, "red")

    def _part(self, column: QVBoxLayout, title: str, lines: tuple[str, ...], tone: Zone) -> None:
        if not lines:
            return
        heading = _label(self, title, "small-muted")
        set_role(heading, "" if tone == "neutral" else tone, "tone")
        column.addSpacing(4)
        column.addWidget(heading)
        column.addWidget(Listing(lines, self))


class Listing(QWidget):
    """A few lines; the rest on demand."""

    def __init__(self, lines: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._label = _label(self, "", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        self._more = QPushButton(self)
        self._more.setProperty("role", "link")
        self._more.clicked.connect(self._show_all)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        rest = len(lines) - _LISTED
        self._show(lines[:_LISTED] if rest > 1 else lines)
        self._more.setText(self.tr("Tampilkan {count} lainnya").format(count=rest))
        self._more.setVisible(rest > 1)

    def text(self) -> str:
        """What is shown now."""
        return self._label.text()

    def _show_all(self) -> None:
        self._show(self._lines)
        self._more.hide()

    def _show(self, lines: tuple[str, ...]) -> None:
        self._label.setText("\n".join(f"•  {line}" for line in lines))


def _figure(parent: QWidget, count: int, caption: str, tone: Zone) -> QFrame:
    card = _card(parent)
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 10, 16, 12)
    column.setSpacing(0)
    number = _label(card, str(count), "number")
    set_role(number, "" if tone == "neutral" else tone, "tone")
    column.addWidget(number)
    column.addWidget(_label(card, caption, "small-muted"))
    return card


def _card(parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("role", "card")
    return card


def _label(parent: QWidget, text: str, role: str) -> QLabel:
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
