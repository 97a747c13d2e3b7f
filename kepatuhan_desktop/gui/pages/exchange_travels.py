"""List what went where and what came from where."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain import chain_notes
from kepatuhan_desktop.gui import exchange_words, forms, words
from kepatuhan_desktop.gui.turns import Steps, Turn
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList
from kepatuhan_desktop.gui.widgets.state_notice import StateNotice
from kepatuhan_desktop.services.outbox import Sent
from kepatuhan_desktop.services.travels import Received, Split

_SHOWN = 3
"""Devices that the notice names."""


class TravelsView(QWidget):
    """Two lists, newest first."""

    failed = Signal(object)

    content_stack: QStackedWidget
    lists_page: QWidget
    sent_caption: QLabel
    sent_list: LineList
    received_caption: QLabel
    received_list: LineList
    nothing_state: EmptyState
    split_notice: StateNotice

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._is_stale = True
        # To learn what is acknowledged is to read all that waits: not in the turn that shows it.
        self._reading = Steps(self, services.exporting.approach, self._read, self.failed.emit)
        self._showing = Turn(self, self._show)
        self._sent_bundles: tuple[Sent, ...] = ()
        forms.load(self, "exchange_travels")
        self.sent_list.is_choice = self.received_list.is_choice = False
        self.content_stack.setCurrentWidget(self.lists_page)
        self.split_notice.hide()
        self._retranslate()

    def catch_up(self) -> None:
        """The journal has changed."""
        self._is_stale = True
        if self.isVisible():
            self._reading.ask()

    def _read(self) -> None:
        if not self.isVisible():
            return  # somebody was quicker; it is read when it is shown again
        self._is_stale = False
        self._sent_bundles = self._services.travels.sent()
        self._showing.ask()

    def _show(self) -> None:
        sent, received = self._sent_bundles, self._services.travels.received()
        self.sent_list.show_lines([self._sent(one) for one in sent])
        self.received_list.show_lines([self._received(one) for one in received])
        self.sent_caption.setText(self.tr("DITULIS DI SINI ({count})").format(count=len(sent)))
        self.received_caption.setText(
            self.tr("DITERIMA DI SINI ({count})").format(count=len(received))
        )
        self._show_splits()
        has_any = bool(sent or received)
        self.content_stack.setCurrentWidget(self.lists_page if has_any else self.nothing_state)

    def _show_splits(self) -> None:
        splits = self._services.travels.splits()
        self.split_notice.setVisible(bool(splits))
        if not splits:
            return
        lines = [exchange_words.split(one, self._whose(one)) for one in splits[:_SHOWN]]
        if len(splits) > _SHOWN:
            lines.append(self.tr("Dan {count} perangkat lagi.").format(count=len(splits) - _SHOWN))
        lines.append(
            self.tr(
                "Mungkin disk laptop digandakan, atau cadangan lama dipulihkan. Semua catatan "
                "disimpan. Tanyakan kepada pemegangnya laptop mana yang diteruskan; laptop yang "
                "lain memulai ruang kerja baru dan didaftarkan lagi, supaya beridentitas sendiri."
            )
            if self._services.receiving.is_headquarters()
            else self.tr(
                "Mungkin disk laptop digandakan, atau cadangan lama dipulihkan. Semua catatan "
                "disimpan. Beri tahu kantor pusat: di sana ditentukan laptop mana yang diteruskan."
            )
        )
        title = self.tr("Urutan catatan bercabang pada {count} perangkat")
        self.split_notice.show_state(
            "triangle-alert", "yellow", title.format(count=len(splits)), "\n".join(lines)
        )

    def _whose(self, one: Split) -> str:
        if one.device == self._services.device:
            return self.tr("Perangkat ini")
        return exchange_words.holder(one.device, one.name)

    def _sent(self, one: Sent) -> Line:
        dispatch = one.dispatch
        acknowledged = self._services.travels.acknowledged(one)
        badge, tone = "", "neutral"
        if acknowledged:
            badge, tone = self.tr("Diterima pusat"), "green"
        elif acknowledged is not None:
            badge, tone = self.tr("Menunggu tanda terima"), "yellow"
        parts = [
            exchange_words.addressees(self._services.travels.addressees(dispatch)),
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
        alarm = exchange_words.alarm(chain_notes.gathered([arrival.faults]))
        if alarm:
            parts.insert(0, alarm)
        if arrival.refused:
            parts.append(self.tr("{count} ditolak").format(count=arrival.refused))
        if arrival.damaged:
            parts.append(self.tr("{count} foto rusak").format(count=arrival.damaged))
        device = exchange_words.device(arrival.device)
        return Line(
            one.bundle,
            "triangle-alert" if alarm else exchange_words.purpose_icon(arrival.purpose),
            one.name or self.tr("Perangkat {device}").format(device=device),
            " · ".join(parts),
            "yellow" if alarm else "primary",
            self.tr("{count} baru").format(count=arrival.fresh),
            "green" if arrival.fresh else "neutral",
        )

    def _retranslate(self) -> None:
        self.nothing_state.describe(
            "history",
            self.tr("Belum ada yang pergi atau datang"),
            self.tr("Setiap paket yang ditulis atau diterima di sini tercatat di halaman ini."),
        )
        self.catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._reading.ask()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
