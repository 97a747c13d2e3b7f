"""Take a picture of every page of the real window: `python -m kepatuhan_desktop.gui.pictures`."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kepatuhan_desktop import errors
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui import (
    authority_pictures,
    exchange_pictures,
    languages,
    planning_pictures,
    theme,
)
from kepatuhan_desktop.gui.app import NAME, ORGANISATION
from kepatuhan_desktop.gui.dialogs.start_failure import StartFailureDialog
from kepatuhan_desktop.gui.frame import Frame, make_application
from kepatuhan_desktop.gui.session import Session
from kepatuhan_desktop.settings import Language

if TYPE_CHECKING:
    from kepatuhan_desktop.gui.main_window import MainWindow
    from kepatuhan_desktop.storage.register import Row

SIZE = (1366, 768)
_SETTLED_MS = 250
_SHADE = QColor(0, 0, 0, 90)
_MOST_WAITS = 200

Shot = tuple[str, QWidget]
Look = tuple[Literal["light", "dark"], Language]
Dialogs = list[QDialog]


def main(argv: list[str] | None = None) -> int:
    """Write the pictures and print where they lie; 1 when a page failed on the way."""
    options = _parser().parse_args(argv)
    options.out.mkdir(parents=True, exist_ok=True)
    looks: list[Look] = [("light", "id"), ("dark", "id")]
    if options.all:
        looks.append(("light", "en"))
    status = _take(options.home, options.out, looks, options.suffix)
    if options.all:
        # The pixel ratio belongs to a process, and a workspace to one at a time.
        with tempfile.TemporaryDirectory() as folder:
            status |= _in_other_process(options.home, options.out, "-2x", QT_SCALE_FACTOR="2")
            status |= _in_other_process(Path(folder, "new"), options.out, "-kosong")
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True, metavar="DIR", help="workspace to show")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write")
    parser.add_argument(
        "--all",
        action="store_true",
        help="also English, twice the pixels, and an empty workspace",
    )
    parser.add_argument("--suffix", default="", help="end of the names of the files")
    return parser


def _take(home: Path, out: Path, looks: list[Look], suffix: str) -> int:
    application = make_application(f"{NAME} pictures", ORGANISATION)
    frame = Frame()  # as in the program: what a window of its own would hide can be seen in it
    session = Session(application, frame)
    frame.show()
    session.open(home)
    if session.window is None:
        sys.stderr.write(f"{home} does not open\n")
        return session.exit_status
    frame.resize(*SIZE)
    photographer = _Photographer(application, session.window, out, looks, suffix)
    session.faults.happened.connect(photographer.fail)
    photographer.start()
    application.exec()
    session.close()
    return photographer.status


def _in_other_process(home: Path, out: Path, suffix: str, **variables: str) -> int:
    command = [sys.executable, "-m", __spec__.name, "--home", str(home), "--out", str(out)]
    return subprocess.run(
        [*command, f"--suffix={suffix}"], env={**os.environ, **variables}, check=False
    ).returncode


class _Photographer(QObject):
    """Goes from page to page; waits at each until the worker is idle and nothing moves."""

    def __init__(
        self,
        application: QApplication,
        window: "MainWindow",
        out: Path,
        looks: list[Look],
        suffix: str,
    ) -> None:
        super().__init__(application)
        self.status = 0
        self._application = application
        self._window = window
        self._out = out
        self._suffix = suffix
        self._shots = self._every_look(looks)
        self._look: Look = looks[0]
        self._number = 0
        self._waits = 0

    def start(self) -> None:
        """Take the first picture as soon as the event loop runs."""
        QTimer.singleShot(_SETTLED_MS, self._next)

    def fail(self, error: object) -> None:
        """Remember that a page failed, and stop."""
        sys.stderr.write(f"failed: {error!r}\n")
        self.status = 1
        self._application.exit(1)

    def _next(self) -> None:
        shot = next(self._shots, None)
        if shot is None:
            self._window.window().close()
            self._application.quit()
            return
        self._waits = 0
        QTimer.singleShot(_SETTLED_MS, lambda: self._shoot(*shot))

    def _shoot(self, name: str, shown: QWidget) -> None:
        parent = shown.parentWidget()
        window = shown if parent is None else parent.window()
        jobs = window.jobs if isinstance(window, type(self._window)) else self._window.jobs
        if jobs.count() and self._waits < _MOST_WAITS:
            self._waits += 1
            QTimer.singleShot(_SETTLED_MS, lambda: self._shoot(name, shown))
            return
        self._number += 1
        look, language = self._look
        ending = "" if language == "id" else f"-{language}"
        path = self._out / f"{self._number:02}-{name}-{look}{ending}{self._suffix}.png"
        if not _picture(self._window, shown).save(str(path)):
            self.fail(OSError(f"{path} cannot be written"))
            return
        sys.stdout.write(f"{path}\n")
        QTimer.singleShot(0, self._next)

    def _every_look(self, looks: list[Look]) -> Iterator[Shot]:
        for look in looks:
            self._look, self._number = look, 0
            theme.apply(self._application, look[0])
            languages.apply(self._application, look[1])
            yield from _tour(self._window)


def _picture(window: QWidget, shown: QWidget) -> QPixmap:
    """The window; a dialog is drawn over the one that it belongs to, as it would stand there."""
    if not isinstance(shown, QDialog):
        return shown.window().grab()
    parent = shown.parentWidget()
    below = window if parent is None else parent.window()
    picture, over = below.grab(), shown.grab()
    painter = QPainter(picture)
    painter.fillRect(below.rect(), _SHADE)
    room = below.rect().center() - shown.rect().center()
    place = QPoint(max(0, room.x()), max(0, room.y()))
    painter.drawPixmap(place, over)
    painter.setPen(theme.tokens_of().ink("line_strong"))
    painter.drawRect(QRect(place, shown.size()).adjusted(0, 0, -1, -1))
    painter.end()
    return picture


def _tour(window: "MainWindow") -> Iterator[Shot]:
    rows = window.services.assessments.rows()
    window.show_list()
    yield "daftar", window
    yield from _start(window)
    begun = [row for row in rows if row.status != Status.SEALED]
    sealed = [row for row in rows if row.status == Status.SEALED]
    if begun:
        yield from _walk(window, max(begun, key=lambda row: row.evidence))
    if sealed:
        window.show_walk(sealed[0].id)
        yield "isi-terkunci", window
        window.show_review(sealed[0].id)
        yield "tinjau-ditandatangani", window
        yield from _acts(window, AssessmentId(sealed[0].id))
    for row in rows:
        if row.status == Status.AMENDING:
            window.show_walk(row.id)
            yield "isi-dikoreksi", window
            window.show_review(row.id)
            yield "tinjau-dikoreksi", window
            break
    yield from _verify(window, [AssessmentId(row.id) for row in sealed])
    yield from exchange_pictures.tour(window)
    yield from planning_pictures.tour(window)
    window.show_settings()
    yield "pengaturan", window
    yield from authority_pictures.tour(window)
    window.show_list()
    window.show_keys()
    yield from _dialog(window, "tombol")
    home = window.services.home
    failure = StartFailureDialog(errors.WorkspaceInUse(path=home), home, window)
    failure.open()
    yield from _dialog(window, "tidak-terbuka")


def _start(window: "MainWindow") -> Iterator[Shot]:
    page = window.list_page
    if page.search_edit.isVisible():
        page.search("tidak ada yang bernama begini")
        yield "daftar-tanpa-hasil", window
        page.search("")
    page.start_new()
    yield from _dialog(window, "penilaian-baru", keep=True)
    for dialog in _open_dialogs(window):
        starter = getattr(dialog, "start", None)
        if starter is not None:
            starter()
    yield from _dialog(window, "penilaian-baru-belum-lengkap")


def _verify(window: "MainWindow", sealed: list[AssessmentId]) -> Iterator[Shot]:
    page = window.verify()
    page.clear()
    window.show_verify()
    yield "periksa", window
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"Kartu nilai {number}.pdf") for number, _ in enumerate(sealed, 1)]
        for file, one in zip(files, sealed, strict=True):
            file.write_bytes(window.services.sealing.pdf(one))
        if files:
            forged = Path(folder, "Kartu nilai 1 (salinan).pdf")
            forged.write_bytes(_forged(files[0].read_bytes()))
            page.check_files([str(file) for file in (files[0], forged, *files[1:])])
            yield "periksa-hasil", window
            page.checks_list.make_current(1)
            yield "periksa-diubah", window
            seal = window.services.assessments.get(sealed[0]).seal
            page.clear()
            page.check_text(seal.paper if seal is not None else "")
            yield "periksa-kode", window
    page.clear()


def _forged(pdf: bytes) -> bytes:
    """One bit of the first page is another."""
    changed = bytearray(pdf)
    changed[pdf.index(b"stream") + 200] ^= 1
    return bytes(changed)


def _walk(window: "MainWindow", row: "Row") -> Iterator[Shot]:
    one = AssessmentId(row.id)
    overview = window.services.assessments.overview(one)
    window.show_walk(one)
    yield "isi", window
    walk = window.walk()
    components = overview.instrument.components
    for number in (1, len(components) - 1):
        walk.go_to(components[number].indicators[0].id)
        yield f"isi-{components[number].id}", window
    evidence = overview.assessment.evidence
    photographed = next(iter(evidence.items()), None)
    if photographed is not None:
        key, piece = photographed
        walk.go_to(piece.indicator)
        yield "isi-bukti", window
        walk.evidence.open_viewer(piece.indicator, key)
        yield from _dialog(window, "bukti")
    walk.findings.raise_from(overview, walk.current())
    yield from _dialog(window, "temuan")
    walk.open_finder()
    yield from _dialog(window, "cari-indikator")
    window.show_review(one)
    yield "tinjau", window


def _acts(window: "MainWindow", one: AssessmentId) -> Iterator[Shot]:
    overview, acts = window.services.assessments.overview(one), window.review().acts
    acts.amend(overview)
    yield from _dialog(window, "buka-koreksi")
    acts.withdraw(overview)
    yield from _dialog(window, "tarik-tanda-tangan")
    acts.show_history(overview)
    yield from _dialog(window, "riwayat")


def _dialog(window: "MainWindow", name: str, *, keep: bool = False) -> Iterator[Shot]:
    dialogs = _open_dialogs(window)
    if dialogs:
        yield name, dialogs[-1]
    if not keep:
        for dialog in dialogs:
            dialog.reject()


def _open_dialogs(window: QWidget) -> Dialogs:
    return [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]


if __name__ == "__main__":
    sys.exit(main())
