"""What an auditor does in the window on a working day, deed after deed, for `freeze_tour`."""

import gc
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QDialog,
    QMenu,
    QPushButton,
    QWidget,
)

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui import printing, theme
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.warming import Warming
from kepatuhan_desktop.gui.widgets.signature_pad import SignaturePad
from kepatuhan_desktop.services.assessments import Overview

Deed = Callable[[], object]
Until = Callable[[], bool]
Step = tuple[str, Deed, Until | None]
"""Its name, what is done from inside the event loop, and when it is over."""

SIZE = (1366, 768)
HALF_DONE = "2031"
"""Period of the assessment that the walk goes through."""


def _focused() -> QWidget:
    """Where a key goes."""
    window: QWidget | None = QApplication.activeModalWidget()
    if window is None:
        window = next(one for one in QApplication.topLevelWidgets() if one.isVisible())
    # Off the screen no window manager gives the focus back when a dialog has gone.
    window.activateWindow()
    widget: QWidget | None = window.focusWidget()
    return window if widget is None else widget


def _key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(_focused(), key, modifier)


def _types(text: str) -> None:
    QTest.keyClicks(_focused(), text)


_CTRL = Qt.KeyboardModifier.ControlModifier


def tour(window: MainWindow, photos: list[Path], out: Path) -> Iterator[Step]:
    """Everything, in the order of a working day."""
    yield from _list(window)
    yield from _walk(window, photos)
    yield from _review(window, out)
    yield from _looks(window)


def impatient(window: MainWindow) -> Iterator[Step]:
    """Open an assessment before anything has been loaded for it, and go back."""
    draft = next(row for row in window.services.assessments.rows() if row.period == HALF_DONE)

    def is_there() -> bool:
        return window.stack.currentWidget() is not window.list_page

    yield "start: open an assessment at once", lambda: window.open_assessment(draft.id), is_there
    yield "start: next component at once", lambda: _key(Qt.Key.Key_PageDown), None
    yield "start: back to the list at once", window.show_list, None


def _list(window: MainWindow) -> Iterator[Step]:
    page = window.list_page
    for text in ("d", "di", "din", "dinas", ""):
        yield "start: search while the other parts load", partial(page.search, text), None
    yield "start: the other parts load", lambda: None, lambda: _is_warm(window)
    for text in ("d", "di", "din", "dinas", "dinas 1", ""):
        yield "list: search", partial(page.search, text), None
    for button in (page.draft_button, page.sealed_button, page.all_button):
        yield "list: filter", button.click, None
    header = page.assessments_table.horizontalHeader()
    for column in (0, 5, 8):
        yield (
            "list: sort",
            partial(header.setSortIndicator, column, Qt.SortOrder.DescendingOrder),
            None,
        )
    for _ in range(6):
        yield "list: scroll", lambda: _wheel(page.assessments_table.viewport()), None
    yield "list: new assessment, dialog", page.start_new, None
    yield "list: new assessment, cancel", lambda: _close_dialogs(window), None
    yield "list: keys, dialog", window.show_keys, None
    yield "list: keys, close", lambda: _close_dialogs(window), None


def _walk(window: MainWindow, photos: list[Path]) -> Iterator[Step]:
    draft = next(row for row in window.services.assessments.rows() if row.period == HALF_DONE)
    yield "walk: open the first time", lambda: window.open_assessment(draft.id), None
    walk = window.walk()
    done = walk.question_column.is_complete
    for _ in range(len(_overview(window).instrument.components) - 1):
        yield "walk: next component", lambda: _key(Qt.Key.Key_PageDown), done
    for _ in range(5):
        yield "walk: component before", lambda: _key(Qt.Key.Key_PageUp), done
    for number in range(12):
        key = (Qt.Key.Key_1, Qt.Key.Key_2)[number % 2]
        yield "walk: answer by key", partial(_key, key), None
        yield "walk: next question", lambda: _key(Qt.Key.Key_J), done
    yield "walk: write a note", lambda: _key(Qt.Key.Key_N), None
    for word in ("Papan ", "informasi ", "terlihat ", "dari pintu."):
        yield "walk: write a note", partial(_types, word), None
    yield "walk: leave the note", lambda: _key(Qt.Key.Key_Escape), None
    for _ in range(4):
        yield "walk: undo", lambda: _key(Qt.Key.Key_Z, _CTRL), done
    for _ in range(4):
        yield "walk: redo", lambda: _key(Qt.Key.Key_Y, _CTRL), done
    yield from _evidence(window, photos)
    yield "walk: finding, dialog", lambda: _key(Qt.Key.Key_T), None
    yield "walk: finding, write", lambda: _types("Papan informasi tidak terbaca."), None
    yield "walk: finding, save", lambda: _press_in_dialog(window, "save_button"), None
    yield "walk: findings, list", walk.findings_button.click, None
    yield "walk: findings, close", lambda: _close_menus(window), None
    for _ in range(2):
        yield "walk: finder, dialog", lambda: _key(Qt.Key.Key_K, _CTRL), None
        for letter in "biaya":
            yield "walk: finder, type", partial(_types, letter), None
        yield "walk: finder, go", lambda: _key(Qt.Key.Key_Return), done
    for _ in range(8):
        yield "walk: scroll", lambda: _wheel(walk.question_column.viewport()), None
    for size in ((1920, 1080), SIZE):
        yield "walk: resize the window", partial(window.window().resize, *size), None
    yield "walk: back to the list", walk.back_button.click, None
    for _ in range(3):
        yield "walk: open again", lambda: window.open_assessment(draft.id), done
        yield "walk: back to the list", walk.back_button.click, None
    yield "walk: open again", lambda: window.open_assessment(draft.id), done
    yield "theme, on the walk", lambda: theme.apply(_application(), "dark"), None
    yield "theme, on the walk", lambda: theme.apply(_application(), "light"), None
    yield "walk: back to the list", walk.back_button.click, None


def _evidence(window: MainWindow, photos: list[Path]) -> Iterator[Step]:
    walk = window.walk()
    before = len(_overview(window).assessment.evidence)

    def are_there() -> bool:
        return len(_overview(window).assessment.evidence) == before + len(photos)

    paths = [str(path) for path in photos]
    yield (
        f"walk: attach {len(photos)} photos of 12 MP",
        lambda: walk.evidence.add_files(walk.current(), paths),
        are_there,
    )
    key = _overview(window).assessment.evidence_of(walk.current())[-1][0]
    yield "viewer: open", lambda: walk.evidence.open_viewer(walk.current(), key), None
    for _ in range(2):
        yield "viewer: turn", lambda: _key(Qt.Key.Key_R), None
        yield "viewer: next piece", lambda: _key(Qt.Key.Key_Right), None
    yield "viewer: close", lambda: _close_dialogs(window), None


def _review(window: MainWindow, out: Path) -> Iterator[Step]:
    ready = next(row for row in window.services.assessments.rows() if row.status is Status.READY)
    yield "walk: open one with many photos", lambda: window.open_assessment(ready.id), None
    for _ in range(6):
        yield (
            "walk: next component with photos",
            lambda: _key(Qt.Key.Key_PageDown),
            window.walk().question_column.is_complete,
        )
    yield (
        "review: open, pages drawn by the worker",
        window.walk().review_button.click,
        lambda: _is_drawn(window),
    )
    page = window.review()
    view = page.preview.page_preview

    def drawn() -> bool:
        return _is_drawn(window)

    for _ in range(14):
        yield "review: scroll the pages", lambda: _wheel(view.viewport(), 4), None
    bar = view.verticalScrollBar()
    for action in ("SliderToMaximum", "SliderToMinimum"):
        one = QAbstractSlider.SliderAction[action]
        yield "review: to the last page and back", partial(bar.triggerAction, one), None
    for deed in (view.zoom_in, view.zoom_out, view.zoom_out, view.fit_width):
        yield "review: zoom", deed, drawn
    yield from _sign(window)
    yield "review: write a remark", page.panel.remark_edit.setFocus, None
    yield "review: write a remark", lambda: _types("Kami akan memperbaikinya."), None
    yield "review: leave the remark, drawn again", view.setFocus, drawn
    yield "review: seal, dialog", page.panel.seal_button.click, None
    yield (
        "review: seal, drawn and signed by the worker",
        lambda: _press_in_dialog(window, "seal_button"),
        lambda: _is_sealed(window, ready.id) and _is_drawn(window),
    )
    yield "review: save, dialog", page.save_button.click, None
    yield "review: save, cancel", lambda: _close_dialogs(window), None
    yield "review: save", lambda: page._saving.save(out / "kartu.pdf", _pdf(window)), None
    yield "review: print, dialog", page.print_button.click, None
    yield "review: print, cancel", lambda: _close_dialogs(window), None
    yield "review: print to a PDF, drawn by the worker", lambda: _print(window, out), None
    yield "review: back to the list", page.back_button.click, None
    yield "review: open the sealed one", lambda: window.open_assessment(ready.id), drawn
    yield "review: back to the list", page.back_button.click, None


def _sign(window: MainWindow) -> Iterator[Step]:
    panel = window.review().panel
    for edit in (panel.place_edit, panel.head_card.name_edit):
        yield "review: sign, name", partial(QTest.keyClicks, edit, "Budi Santoso"), None
    for card in (panel.auditor_card, panel.head_card):
        pad = card.pad
        yield "review: sign, scroll", partial(panel.panel_scroll.ensureWidgetVisible, pad), None
        for number in range(3):
            yield "review: sign, stroke", partial(_scribble, pad, number), None


def _looks(window: MainWindow) -> Iterator[Step]:
    yield "settings: open", window.show_settings, None
    page = window.settings()
    for _ in range(2):
        yield "theme: dark", page.dark_button.click, None
        yield "theme: light", page.light_button.click, None
    for _ in range(2):
        yield "language: English", page.english_button.click, None
        yield "language: Indonesian", page.indonesian_button.click, None
    yield "settings: close", page.back_button.click, None


def _overview(window: MainWindow) -> Overview:
    overview = window.walk().overview()
    assert overview is not None
    return overview


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _is_warm(window: MainWindow) -> bool:
    # The collector sleeps until the start is over.
    return gc.isenabled() and window.findChild(Warming) is None


def _wheel(target: QWidget, notches: int = 2) -> None:
    middle = QPointF(target.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(target.mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def _dialogs(window: MainWindow) -> list[QDialog]:
    return [one for one in window.findChildren(QDialog) if one.isVisible()]


def _press_in_dialog(window: MainWindow, button: str) -> None:
    """Press a button of the dialog that is open."""
    found = _dialogs(window)[-1].findChild(QPushButton, button)
    assert isinstance(found, QPushButton)
    assert found.isEnabled()
    found.click()


def _close_dialogs(window: MainWindow) -> None:
    for dialog in _dialogs(window):
        dialog.reject()
    window.window().activateWindow()


def _close_menus(window: MainWindow) -> None:
    for menu in window.findChildren(QMenu):
        menu.close()
    window.window().activateWindow()


def _scribble(pad: SignaturePad, number: int) -> None:
    """One stroke of some twenty points."""
    left, middle = 20 + 60 * number, pad.height() // 2
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(pad, button, pos=QPoint(left, middle))
    for step in range(1, 20):
        QTest.mouseMove(pad, QPoint(left + 5 * step, middle + (18 if step % 2 else -18)))
    QTest.mouseRelease(pad, button, pos=QPoint(left + 100, middle))


def _is_drawn(window: MainWindow) -> bool:
    return window.review().preview.drawn() is not None


def _is_sealed(window: MainWindow, one: AssessmentId) -> bool:
    return window.services.assessments.row(one).status is Status.SEALED


def _pdf(window: MainWindow) -> bytes:
    drawn = window.review().preview.drawn()
    assert drawn is not None
    return drawn.pdf


def _print(window: MainWindow, out: Path) -> None:
    drawn = window.review().preview.drawn()
    assert drawn is not None
    from PySide6.QtPrintSupport import QPrinter  # noqa: PLC0415 - as late as in the program

    chosen = printing.printer("kartu")
    chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    chosen.setOutputFileName(str(out / "cetak.pdf"))
    window.review()._printing.print_on(chosen, drawn.pdf, len(drawn.images))
