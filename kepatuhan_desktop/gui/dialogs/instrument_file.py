"""Install an instrument from a file, after a look at what it asks."""

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.instrument_problems import Problem
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.dialogs.file_review import FileReviewDialog, Review
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.widgets.line_list import Line
from kepatuhan_desktop.progress import Progress


class _Examined(NamedTuple):
    instrument: Instrument | None
    """None where the file holds none."""
    problems: tuple[Problem, ...]


class InstrumentFileDialog(FileReviewDialog):
    """Title, version, number of indicators and whose weights they are; or every fault."""

    def __init__(
        self, services: Services, jobs: Jobs, path: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(jobs, path, partial(_examine, path), parent)
        self._services = services
        self._instrument: Instrument | None = None
        self.setWindowTitle(self.tr("Instrumen dari berkas"))
        self.title_label.setText(self.windowTitle())
        self.apply_button.setText(self.tr("&Pasang"))

    def review(self, result: object) -> Review:
        """The instrument, or every fault with its place; raises `InstrumentTaken`."""
        if not isinstance(result, _Examined):
            raise BugError("the work returned something else")
        language = words.language()
        refusals = [it for it in result.problems if it.refuses]
        if result.instrument is None or refusals:
            faults = tuple(f"{it.where(language)}: {words.text(it.message)}" for it in refusals)
            title = self.tr("{count} kesalahan; tidak ada yang dipasang").format(count=len(faults))
            again = self.tr("Perbaiki berkasnya, lalu pilih lagi.")
            return Review("circle-alert", "red", title, again, faults=faults)
        self._instrument = found = result.instrument
        return self._described(found, len(result.problems))

    def write(self) -> tuple[str, Changes]:
        """Install it; raises `KnownError`."""
        if self._instrument is None:
            raise BugError("nothing was read")
        found = self._instrument
        changes = self._services.instruments.install(found)
        name = f"{words.text(found.title)} {found.version}"
        return self.tr("Instrumen {name} dipasang").format(name=name), changes

    def _described(self, found: Instrument, warnings: int) -> Review:
        is_there = self._services.instruments.is_installed(found)
        counted = self.tr("Versi {version} · {count} indikator").format(
            version=found.version, count=len(found.indicators)
        )
        sentences = [f"{counted} · {found.id}."]
        if found.has_unofficial_weights:
            sentences.append(self.tr("Bobotnya tidak resmi."))
        if is_there:
            sentences.append(self.tr("Sudah terpasang; tidak ada yang perlu dipasang."))
        hints = [
            self.tr(
                "Versi yang terpasang tidak pernah berubah. Instrumen ikut dalam surat yang "
                "membawa rencana dengannya, atau seluruh daftar."
            )
        ]
        if warnings:
            doubts = self.tr("{count} hal meragukan; lihat dengan kepatuhan instrument check.")
            hints.append(doubts.format(count=warnings))
        return Review(
            "triangle-alert" if found.has_unofficial_weights else "circle-check",
            "yellow" if found.has_unofficial_weights else "primary",
            words.text(found.title),
            " ".join(sentences),
            lines=self._lines(found),
            hint=" ".join(hints),
            can_apply=not is_there,
        )

    def _lines(self, found: Instrument) -> tuple[Line, ...]:
        counted = self.tr("{count} indikator")
        return tuple(
            Line(
                str(at),
                "clipboard-list",
                " · ".join(part for part in (node.code, words.text(node.title)) if part),
                counted.format(count=len(node.indicators)),
            )
            for at, node in enumerate(found.components)
        )


def _examine(path: Path, progress: Progress) -> _Examined:
    from kepatuhan_desktop.services import instrument_files  # noqa: PLC0415 - YAML and schema

    progress.step(0, 1)
    found, problems = instrument_files.examine(path)
    return _Examined(found, tuple(problems))
