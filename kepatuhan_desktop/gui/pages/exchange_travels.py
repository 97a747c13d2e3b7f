"""List what went where and what came from where."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui import exchange_words, forms, words
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList
from kepatuhan_desktop.services.outbox import Sent
from kepatuhan_desktop.services.travels import Received


class TravelsView(QWidget):
    """Two lists, newest first."""

    content_stack: QStackedWidget
    lists_page: QWidget
    sent_caption: QLabel
    sent_list: LineList
    received_caption: QLabel
    received_list: LineList
    nothing_state: EmptyState

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._is_stale = True
        forms.load(self, "exchange_travels")
        self.sent_list.is_choice = self.received_list.is_choice = False
        self._retranslate()

    def catch_up(self) -> None:
        """The journal has changed."""
        self._is_stale = True
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        sent, received = self._services.travels.sent(), self._services.travels.received()
        self.sent_list.show_lines([self._sent(one) for one in sent])
        self.received_list.show_lines([self._received(one) for one in received])
        self.sent_caption.setText(self.tr("DITULIS DI SINI ({count})").format(count=len(sent)))
        self.received_caption.setText(
            self.tr("DITERIMA DI SINI ({count})").format(count=len(received))
        )
        has_any = bool(sent or received)
        self.content_stack.setCurrentWidget(self.lists_page if has_any else self.nothing_state)

    def _sent(self, one: Sent) -> Line:
        dispatch = one.dispatch
        is_for_headquarters = dispatch.purpose in (Purpose.RESULTS, Purpose.CHOSEN)
        badge, tone = "", "neutral"
        if is_for_headquarters and one.acknowledged:
            badge, tone = self.tr("Diterima pusat"), "green"
        elif is_for_headquarters:
            badge, tone = self.tr("Menunggu tanda terima"), "yellow"
        parts = [
            words.moment(one.at),
            exchange_words.entries(dispatch.entries),
            exchange_words.photos(len(dispatch.files)),
            exchange_words.size(dispatch.size),
            "" if dispatch.recipients else self.tr("tanpa sandi"),
        ]
        title = self.tr("{purpose} · paket ke-{number}").format(
            purpose=exchange_words.purpose(dispatch.purpose), number=dispatch.sequence
        )
        return Line(
            one.bundle,
            exchange_words.purpose_icon(dispatch.purpose),
            title,
            " · ".join(part for part in parts if part),
            "green" if tone == "green" else "primary",
            badge,
            "green" if tone == "green" else "yellow",
        )

    def _received(self, one: Received) -> Line:
        arrival = one.arrival
        parts = [
            words.moment(one.at),
            exchange_words.purpose(arrival.purpose),
            self.tr("paket ke-{number}").format(number=arrival.sequence),
        ]
        if arrival.refused:
            parts.append(self.tr("{count} ditolak").format(count=arrival.refused))
        device = exchange_words.device(arrival.device)
        return Line(
            one.bundle,
            exchange_words.purpose_icon(arrival.purpose),
            one.name or self.tr("Perangkat {device}").format(device=device),
            " · ".join(parts),
            "primary",
            self.tr("{count} baru").format(count=arrival.fresh),
            "green" if arrival.fresh else "neutral",
        )

    def _retranslate(self) -> None:
        self.nothing_state.describe(
            "history",
            self.tr("Belum ada yang pergi atau datang"),
            self.tr("Setiap paket yang ditulis atau diterima di sini tercatat di halaman ini."),
        )
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
