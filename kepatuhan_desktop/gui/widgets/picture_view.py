"""Show one picture as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kepatuhan_desktop.gui import icons
from kepatuhan_desktop.gui.tokens import tokens_of
from kepatuhan_desktop.gui.widgets import drawing


class PictureView(QWidget):
    """Fits the picture into its frame; without one, an icon and a sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._scaled: QPixmap | None = None
        self._icon = "image"
        self._sentence = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, image: QImage) -> None:
        """Show this picture."""
        self._image, self._scaled = image, None
        self.update()

    def show_sentence(self, icon: str, sentence: str) -> None:
        """Show why there is no picture, or that it is still coming."""
        self._image = self._scaled = None
        self._icon, self._sentence = icon, sentence
        self.setAccessibleDescription(sentence)
        self.update()

    def has_picture(self) -> bool:
        """Whether a picture is shown."""
        return self._image is not None

    def sentence(self) -> str:
        """What is said in place of a picture."""
        return self._sentence if self._image is None else ""

    def sizeHint(self) -> QSize:
        return QSize(720, 480)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 180)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._scaled = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        drawing.frame(painter, whole, 12, tokens.ink("sunken"), tokens.ink("line"))
        if self._image is None:
            picture = QRectF(0, 0, 44, 44)
            picture.moveCenter(whole.center())
            picture.translate(0, -24)
            icons.paint(painter, picture, self._icon, tokens.muted)
            painter.setFont(tokens.font(14, QFont.Weight.Medium))
            painter.setPen(tokens.ink("muted"))
            below = whole.adjusted(40, 0, -40, 0)
            below.setTop(picture.bottom() + 10)
            centred = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(below, int(centred), self._sentence)
            return
        scaled = self._fit(self._image)
        size = scaled.deviceIndependentSize()
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(whole.center())
        painter.drawPixmap(place.topLeft(), scaled)

    def _fit(self, image: QImage) -> QPixmap:
        if self._scaled is None:
            ratio = self.devicePixelRatioF()
            room = (self.size() - QSize(16, 16)) * ratio
            # A print copy has 1600 pixels: scaling one takes a few milliseconds.
            room = room.boundedTo(image.size() * max(1.0, ratio))
            self._scaled = QPixmap.fromImage(
                image.scaled(
                    room,
                    Qt.AspectRatioMode.KeepAspectRatio,
                    Qt.TransformationMode.SmoothTransformation,
                )
            )
            self._scaled.setDevicePixelRatio(ratio)
        return self._scaled
