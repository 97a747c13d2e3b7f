"""Show one version of a conflict: what it says, who said it, what it would do to the score."""

from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import EvidenceId
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.gui import dispute_words, icons, register_words
from kepatuhan_desktop.gui.theme import set_role
from kepatuhan_desktop.gui.tokens import Zone
from kepatuhan_desktop.gui.widgets.flow_layout import FlowLayout
from kepatuhan_desktop.gui.widgets.thumbnail import Piece, Thumbnail
from kepatuhan_desktop.services.disputes import Dispute

_ICONS: dict[Zone, str] = {
    "green": "circle-check",
    "yellow": "circle-minus",
    "red": "circle-x",
    "neutral": "circle-dashed",
    "primary": "circle-dot",
}
_LONG = 60
"""Characters up to which a text is set large."""


class RivalCard(QFrame):
    """Made anew for each version; the page listens for its key."""

    taken = Signal(int)
    """The person decided for the version at this place."""
    opened = Signal(str)
    """The key of a picture that the person wants to see large."""

    def __init__(
        self, dispute: Dispute, place: int, lowest: Fraction | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._place = place
        self.version = version = dispute.versions[place]
        self.thumbnails: dict[str, Thumbnail] = {}
        self.setProperty("role", "card")
        value = dispute_words.value(dispute, version)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 18)
        column.setSpacing(8)
        if dispute.assessment is None:
            column.addWidget(self._fields(dispute))
        else:
            column.addLayout(self._head(dispute, value))
        for caption, text in dispute_words.details(dispute, version):
            column.addWidget(_label(self, f"{caption}: {text}" if caption else text, "muted"))
        column.addSpacing(2)
        column.addLayout(self._who())
        if version.note:
            column.addWidget(self._note(version.note))
        if version.pieces:
            column.addWidget(self._pictures())
        column.addStretch(1)
        effect = dispute_words.effect(version, lowest)
        if effect:
            column.addSpacing(2)
            column.addWidget(_label(self, self.tr("NILAI BILA INI BERLAKU"), "caption"))
            column.addWidget(_label(self, effect, "heading"))
        self.take_button = QPushButton(self)
        self.take_button.setText(
            self.tr("Pakai yang ini  ({key})").format(key=place + 1)
            if place < 9  # noqa: PLR2004 - there are nine such keys
            else self.tr("Pakai yang ini")
        )
        author = dispute_words.plain_author(version)
        self.take_button.setAccessibleName(
            self.tr("Pakai isian {author}: {value}").format(author=author, value=value)
        )
        self.take_button.clicked.connect(self._take)
        column.addSpacing(4)
        column.addWidget(self.take_button)

    def wanted(self) -> list[tuple[EvidenceId, Evidence]]:
        """The pictures that it shows, under keys of their own."""
        return [(EvidenceId(self._key(name)), piece) for name, piece in self.version.pieces]

    def show_picture(self, key: str, image: QImage | None) -> None:
        """A picture has been loaded; None for a file without one."""
        thumbnail = self.thumbnails.get(key)
        if thumbnail is not None:
            thumbnail.show_piece(_told(thumbnail.piece(), "ready"))
            if image is not None:
                thumbnail.set_image(image)

    def show_lost(self, key: str) -> None:
        """A file is not here; it may still be on its way."""
        thumbnail = self.thumbnails.get(key)
        if thumbnail is not None:
            thumbnail.show_piece(_told(thumbnail.piece(), "missing"))

    def _key(self, name: EvidenceId) -> str:
        # Two versions of one piece may be turned differently.
        return f"{self._place}:{name}"

    def _head(self, dispute: Dispute, value: str) -> QHBoxLayout:
        tone = dispute_words.tone(dispute, self.version)
        row = QHBoxLayout()
        row.setSpacing(10)
        if self.version.kind == Kind.ANSWER:
            picture = QLabel(self)
            picture.setProperty("icon_size", 20)
            icons.assign(picture, _ICONS[tone], "muted" if tone == "neutral" else tone)
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        title = _label(self, value, "question" if len(value) <= _LONG else "")
        set_role(title, "" if tone == "neutral" else tone, "tone")
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(title, 1, Qt.AlignmentFlag.AlignTop)
        return row

    def _fields(self, dispute: Dispute) -> QWidget:
        """What this version says wherever they differ."""
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for field in dispute.contested:
            caption = register_words.caption(dispute.record, field.name)
            column.addWidget(_label(box, caption.upper(), "caption"))
            text = _label(box, register_words.said(dispute, field, self.version), "heading")
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            if not field.texts[self._place]:
                set_role(text, "muted")
            column.addWidget(text)
            column.addSpacing(6)
        return box

    def _who(self) -> QHBoxLayout:
        picture = QLabel(self)
        icons.assign(picture, "user", "muted")
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(_label(self, dispute_words.author(self.version), "heading"))
        lines.addWidget(_label(self, dispute_words.origin(self.version), "small-muted"))
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        return row

    def _note(self, text: str) -> QFrame:
        box = QFrame(self)
        box.setProperty("role", "sunken")
        column = QVBoxLayout(box)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(2)
        column.addWidget(_label(box, self.tr("CATATAN"), "caption"))
        column.addWidget(_label(box, text, ""))
        return box

    def _pictures(self) -> QWidget:
        box = QWidget(self)
        flow = FlowLayout(box, spacing=8)
        for name, piece in self.version.pieces:
            thumbnail = Thumbnail(box)
            thumbnail.set_read_only(True)
            key = self._key(name)
            icon = "image" if piece.media_type.startswith("image/") else "file-text"
            thumbnail.show_piece(Piece(key, piece.caption or piece.name, "loading", icon))
            thumbnail.opened.connect(self.opened)
            self.thumbnails[key] = thumbnail
            flow.addWidget(thumbnail)
        return box

    def _take(self) -> None:
        self.taken.emit(self._place)


def _told(piece: Piece, state: str) -> Piece:
    return Piece(
        piece.key,
        piece.caption,
        "ready" if state == "ready" else "missing",
        piece.icon,
        piece.detail,
    )


def _label(parent: QWidget, text: str, role: str) -> QLabel:
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if role:
        made.setProperty("role", role)
    return made
