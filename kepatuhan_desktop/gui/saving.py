"""Save a scorecard where a person wants it: the dialog in front, the disk on the worker."""

import re
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from kepatuhan_desktop.gui.jobs import Job, Jobs
from kepatuhan_desktop.progress import Progress
from kepatuhan_desktop.services import saving

_LONGEST = 80
"""Characters of a unit's name that a file name keeps."""


class Saving(QObject):
    """Asks for a place, then writes there durably."""

    saved = Signal(object)
    """The `Path` of the file, which survives a power cut now."""
    failed = Signal(object)

    def __init__(self, jobs: Jobs, window: QWidget) -> None:
        super().__init__(window)
        self._jobs = jobs
        self._window = window
        self._folder = ""
        self._pdf = b""
        self._dialog: QFileDialog | None = None

    def ask(self, pdf: bytes, name: str) -> None:
        """Show the system's dialog with `name` filled in, and save when it is accepted."""
        if self._dialog is not None:
            return
        self._pdf = pdf
        usual = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._folder or QStandardPaths.writableLocation(usual)
        self._dialog = dialog = QFileDialog(self._window, self.tr("Simpan kartu nilai"), folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Dokumen PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(self._close)
        dialog.open()

    def save(self, target: Path, pdf: bytes) -> None:
        """Write without asking; what was at `target` is replaced as a whole or not at all."""
        job = Job(partial(_write, target, pdf))
        job.succeeded.connect(self.saved)
        job.failed.connect(self.failed)
        self._jobs.start(job)

    def _chosen(self, path: str) -> None:
        if path:
            self._folder = str(Path(path).parent)
            self.save(Path(path), self._pdf)

    def _close(self, _result: int) -> None:
        self._pdf = b""
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None


def suggested_name(unit: str, period: str, *, is_draft: bool, revision: int = 1) -> str:
    """A file name that every system takes: `kartu-nilai-dinas-x-2024.pdf`."""
    number = f"revisi-{revision}" if revision > 1 else ""
    draft = "draf" if is_draft else ""
    words = (_plain(unit)[:_LONGEST].strip("-"), _plain(period), number, draft)
    return "-".join(("kartu-nilai", *(word for word in words if word))) + ".pdf"


def _plain(text: str) -> str:
    # Marks that turn the reading direction could disguise a name; \w takes none of them.
    return re.sub(r"[\W_]+", "-", text.lower()).strip("-")


def _write(target: Path, pdf: bytes, progress: Progress) -> Path:
    progress.step(0, 1)
    saving.save_copy(target, pdf)
    return target
