"""Choose what to send, for whom and where, and write it."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QStackedWidget, QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.exchange.delivery import SPARE
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui import exchange_words, forms, media
from kepatuhan_desktop.gui.exporting import Exporter
from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.gui.media import Medium
from kepatuhan_desktop.gui.models.outgoing import Choice, Waiting, lines, summary, waiting
from kepatuhan_desktop.gui.turns import Steps, Turn
from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.export_panel import ExportPanel
from kepatuhan_desktop.gui.widgets.line_list import LineList
from kepatuhan_desktop.gui.widgets.option_button import OptionButton
from kepatuhan_desktop.gui.widgets.option_row import OptionRow
from kepatuhan_desktop.services.exporting import ExportPlan, Written

_MORE = ("landmark", "list-checks", "users")


class OutboxView(QWidget):
    """Shows what would be written before it is written."""

    changed = Signal(object)
    """`Changes`: it is noted that a bundle was sent."""
    failed = Signal(object)
    announced = Signal(str, object)

    choice_row: OptionRow
    list_caption: QLabel
    list_stack: QStackedWidget
    list_page: QFrame
    assessments_list: LineList
    nothing_state: EmptyState
    legend_label: QLabel
    export_panel: ExportPanel

    def __init__(self, services: Services, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._jobs = jobs
        self._waiting: Waiting | None = None
        """None: not counted yet."""
        self._choice = Choice.ALL
        self._folders: list[Path] = []
        self._sought: Path | None = None
        self._ticks: dict[Choice, tuple[str, ...]] = {}
        self._is_stale = True
        self.exporter = Exporter(services, jobs, self)
        forms.load(self, "exchange_outbox")
        self.choice_row.set_options([OptionButton(self.choice_row) for _ in Choice])
        # What waits may be thousands of entries: each step of it has a turn.
        self._reading = Steps(self, services.exporting.approach, self._count, self.failed.emit)
        self._listing = Turn(self, self._show_waiting)
        self._planning = Turn(self, self._show_plan)
        self._connect()
        self._retranslate()
        self.choice_row.choose(self._choice.value)

    def choose(self, choice: Choice) -> None:
        """Send something else."""
        if self.exporter.is_busy():
            return
        self._ticks[self._choice] = self.assessments_list.ticks()
        self._choice = choice
        self.choice_row.choose(choice.value)
        options = self.choice_row.options()
        if any(option.hasFocus() for option in options):
            options[choice.value].setFocus(Qt.FocusReason.OtherFocusReason)
        self.export_panel.show_done((), None)
        self.export_panel.set_team(choice is Choice.TEAM)
        self._show_list()
        self.assessments_list.set_ticks(self._ticks.get(choice, ()))
        self._on_edited()

    def choice(self) -> Choice:
        """What is sent."""
        return self._choice

    def prefer(self, one: AssessmentId) -> None:
        """Offer this assessment as a team's visit."""
        self._ticks[Choice.TEAM] = (one,)
        self.choose(Choice.TEAM)

    def write(self) -> None:
        """Write what is shown."""
        medium = self.export_panel.medium()
        if not self.export_panel.write_button.isEnabled() or medium is None:
            return
        plan = self._plan()
        if plan is not None and not self.exporter.is_busy():
            self.export_panel.begin(medium)
            self.exporter.start(plan, medium.path)

    def catch_up(self) -> None:
        """The journal or what this device trusts has changed."""
        self._is_stale = True
        if self.isVisible():
            self._reading.ask()

    def seek_media(self) -> None:
        """Look for sticks again."""
        job = Job(partial(_seek, tuple(self._folders)))
        job.succeeded.connect(self._on_media)
        job.failed.connect(self.failed)
        self._jobs.start(job)

    def choose_folder(self) -> None:
        """Let the person choose where to write."""
        dialog = QFileDialog(self, self.tr("Tulis paket ke folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.use_folder)
        dialog.open()

    def use_folder(self, path: str) -> None:
        """Write there."""
        folder = Path(path)
        if folder not in self._folders:
            self._folders.append(folder)
        self._sought = folder
        self.seek_media()

    def _connect(self) -> None:
        self.choice_row.chosen.connect(self._on_choice)
        self.assessments_list.ticked.connect(self._on_edited)
        panel = self.export_panel
        panel.edited.connect(self._on_edited)
        panel.folder_requested.connect(self.choose_folder)
        panel.refresh_requested.connect(self.seek_media)
        panel.write_requested.connect(self.write)
        panel.stop_requested.connect(self.exporter.cancel)
        panel.reveal_requested.connect(self._reveal)
        self.exporter.progressed.connect(panel.show_step)
        self.exporter.written.connect(self._on_written)
        self.exporter.failed.connect(self.failed)
        self.exporter.cancelled.connect(self._on_cancelled)
        self.exporter.finished.connect(self._on_finished)

    def _on_choice(self, place: int) -> None:
        self.choose(Choice(place))

    def _count(self) -> None:
        self._is_stale = False
        try:
            self._waiting = waiting(self._services)
            trusts = self._services.identities.trust()
            self.export_panel.show_recipients(
                [one.authority for one in trusts if one.recipients],
                self._services.exporting.recipients(),
                self._services.travels.colleagues(),
            )
        except KnownError as error:
            self.failed.emit(error)
            return
        self._listing.ask()
        self._planning.ask()

    def _show_waiting(self) -> None:
        self._describe_choices()
        self._show_list()

    def _show_list(self) -> None:
        rows = self._services.assessments.rows()
        found = lines(rows, self._choice, self._waiting)
        is_all = self._choice is Choice.ALL
        self.assessments_list.set_tickable(not is_all)
        self.assessments_list.show_lines(found)
        self.list_stack.setCurrentWidget(self.list_page if found else self.nothing_state)
        self.list_caption.setText(
            self.tr("MENUNGGU TANDA TERIMA PUSAT") if is_all else self.tr("CENTANG PENILAIANNYA")
        )
        title, sentence = self._nothing()
        is_counting = is_all and self._waiting is None
        icon = "refresh-cw" if is_counting else "package-check"
        self.nothing_state.describe(icon, title, sentence)

    def _nothing(self) -> tuple[str, str]:
        if self._choice is Choice.ALL and self._waiting is None:
            return (self.tr("Sedang dihitung"), self.tr("Apa yang menunggu segera tampil di sini."))
        if self._choice is Choice.ALL and self._waiting is not None and self._waiting.is_nothing:
            return (
                self.tr("Tidak ada yang menunggu"),
                self.tr("Pusat sudah memegang semua isian dan foto dari perangkat ini."),
            )
        if self._choice is Choice.ALL:
            return (
                self.tr("Belum ada penilaian"),
                self.tr("Yang menunggu hanyalah data pendukung, seperti unit dan instrumen."),
            )
        if self._choice is Choice.TEAM:
            return (
                self.tr("Belum ada penilaian"),
                self.tr("Penilaian di perangkat ini muncul di sini untuk dibagikan kepada rekan."),
            )
        return (
            self.tr("Belum ada penilaian"),
            self.tr("Penilaian di perangkat ini muncul di sini."),
        )

    def _chosen(self) -> list[AssessmentId] | None:
        if self._choice is Choice.ALL:
            return None
        return [AssessmentId(key) for key in self.assessments_list.ticks()]

    def _plan(self) -> ExportPlan | None:
        panel, exporting = self.export_panel, self._services.exporting
        chosen = self._chosen()
        recipients: Sequence[str] = ()
        try:
            if panel.is_encrypted() and panel.is_decided():
                recipients = exporting.recipients(panel.chosen_colleagues())
            return exporting.plan(
                Purpose.TEAM if self._choice is Choice.TEAM else Purpose.RESULTS,
                assessments=chosen,
                recipients=recipients,
            )
        except KnownError as error:
            self.failed.emit(error)
            return None

    def _show_plan(self) -> None:
        if self._is_stale and self._waiting is not None:
            return  # what waits is being counted, and this comes after it
        chosen = self._chosen()
        if chosen == []:
            self.export_panel.show_plan("", self.tr("Centang dahulu penilaian yang dikirim."))
            return
        if chosen is None and self._waiting is None:
            self.export_panel.show_plan("", self.tr("Yang menunggu sedang dihitung."))
            return
        if chosen is None and self._waiting is not None and self._waiting.is_nothing:
            self.export_panel.show_plan("", self.tr("Tidak ada yang menunggu untuk dikirim."))
            return
        plan = self._plan()
        if plan is None:
            self.export_panel.show_plan("", self.tr("Paketnya tidak dapat disusun."))
            return
        warning = ""
        if plan.missing:
            warning = self.tr(
                "{count} foto disebut tetapi tidak ada di perangkat ini; tidak ikut."
            ).format(count=len(plan.missing))
        self.export_panel.show_plan(summary(plan), self._obstacle(plan), warning)

    def _obstacle(self, plan: ExportPlan) -> str:
        panel, medium = self.export_panel, self.export_panel.medium()
        if not panel.is_decided():
            if panel.is_encrypted():
                return self.tr("Centang paling sedikit satu rekan lagi: satu kunci bisa hilang.")
            return self.tr("Pilih dahulu: disandikan, atau tanpa sandi.")
        if medium is None:
            return self.tr("Pilih tempat menulisnya.")
        needed = plan.size + SPARE
        if medium.free < needed:
            return self.tr("Ruang di {name} kurang: perlu {needed}, kosong {free}.").format(
                name=medium.name,
                needed=exchange_words.size(needed),
                free=exchange_words.size(medium.free),
            )
        return ""

    def _on_edited(self) -> None:
        if not self.exporter.is_busy():
            self.export_panel.show_done((), None)
            self._planning.ask()

    def _on_media(self, found: tuple[Medium, ...]) -> None:
        self.export_panel.show_media(found)
        if self._sought is not None:
            self.export_panel.go_to(self._sought)
            self._sought = None

    def _on_written(self, written: tuple[Written, ...], changes: Changes) -> None:
        self.export_panel.end()
        medium = self.export_panel.medium()
        self.export_panel.show_done(written, medium)
        self.changed.emit(changes)
        self.export_panel.reveal_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_cancelled(self) -> None:
        self.announced.emit(self.tr("Dibatalkan; tidak ada paket setengah jadi di sana."), None)

    def _on_finished(self) -> None:
        self.export_panel.end()
        self._planning.ask()

    def _reveal(self) -> None:
        medium = self.export_panel.medium()
        if medium is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(medium.path)))

    def _describe_choices(self) -> None:
        held = self._waiting
        parts = [self.tr("sedang dihitung")]
        if held is not None:
            what = self.tr("{count} penilaian").format(count=held.assessments())
            parts = [what, exchange_words.photos(held.files)]
        titles = (
            (
                self.tr("Semua yang menunggu"),
                self.tr("Untuk pusat: {what}").format(what=" · ".join(parts)),
            ),
            (
                self.tr("Penilaian pilihan"),
                self.tr("Untuk pusat: hanya yang dicentang, seutuhnya"),
            ),
            (
                self.tr("Kunjungan tim"),
                self.tr("Untuk rekan di tempat: penilaian yang dikerjakan bersama"),
            ),
        )
        rows = zip(self.choice_row.options(), titles, _MORE, strict=True)
        for place, (button, (title, text), icon) in enumerate(rows, start=1):
            button.describe(title, text, key=str(place), zone="primary", icon=icon)
        # Before it is laid out its width says nothing, and the page would become too high.
        if self.isVisible():
            height = self.choice_row.heightForWidth(self.choice_row.width())
            self.choice_row.setMinimumHeight(height)

    def _retranslate(self) -> None:
        self._describe_choices()
        self._show_list()
        self.legend_label.setText(
            self.tr(
                "Semua tetap tersimpan di perangkat ini. Yang dikirim ke pusat terus menunggu "
                "sampai tanda terimanya datang."
            )
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._reading.ask()
        self.seek_media()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._planning.ask()
        super().changeEvent(event)


def _seek(folders: tuple[Path, ...], progress: Job) -> tuple[Medium, ...]:
    found = list(media.plugged_in(progress))
    for folder in folders:
        if folder.is_dir() and all(one.path != folder for one in found):
            found.append(media.look(folder, progress))
    return tuple(found)
