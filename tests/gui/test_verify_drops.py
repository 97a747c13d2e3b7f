"""Files dropped on the window are checked, and the page is reached from everywhere."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import segno
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui import verdict_words
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.models.checks import outcome
from kepatuhan_desktop.gui.pages.verify import VerifyPage
from tests.builders.verifying import code_of, finished, page, pdf_of, services, signed

__all__ = ["page", "services", "signed"]


def mime(*paths: str) -> QMimeData:
    """Files that hover over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return data


def entering(data: QMimeData) -> QDragEnterEvent:
    """The moment when they come in."""
    return QDragEnterEvent(
        QPoint(600, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def dropping(data: QMimeData) -> QDropEvent:
    """The moment when they are let go."""
    return QDropEvent(
        QPointF(600, 400),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_a_dropped_file_is_looked_at(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    data = mime(pdf_of(services, signed, tmp_path))
    event = entering(data)
    page.dragEnterEvent(event)
    assert event.isAccepted()
    page.dropEvent(dropping(data))
    finished(qtbot, page)
    assert page.verdict_view.head.title_label.text() == "Dinas Uji"


def test_a_dropped_picture_is_looked_at(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    path = tmp_path / "kode.png"
    segno.make(code_of(services, signed), error="m").save(str(path), scale=4)
    data = QMimeData()
    data.setImageData(QImage(str(path)))
    page.dropEvent(dropping(data))
    finished(qtbot, page)
    assert signed in page.verdict_view.head.title_label.text()


def test_words_are_not_welcome_as_a_drop(page: VerifyPage) -> None:
    data = QMimeData()
    data.setText("selamat pagi")
    event = entering(data)
    event.ignore()
    page.dragEnterEvent(event)
    assert not event.isAccepted()


@pytest.fixture
def window(qtbot: QtBot, services: Services, signed: AssessmentId) -> Iterator[MainWindow]:
    made = MainWindow(services)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    yield made
    made.jobs.shutdown()


def test_the_list_leads_there_and_escape_back(window: MainWindow) -> None:
    window.list_page.verify_button.click()
    assert window.stack.currentWidget() is window.verify()
    QTest.keyClick(window.verify(), Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.list_page


def test_its_key_works_anywhere_and_leads_back_to_where_one_was(window: MainWindow) -> None:
    window.show_settings()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_P, modifiers)
    assert window.stack.currentWidget() is window.verify()
    QTest.keyClick(window, Qt.Key.Key_P, modifiers)
    window.verify().left.emit()
    assert window.stack.currentWidget() is window.settings()


def test_a_file_dropped_on_the_list_is_looked_at(
    qtbot: QtBot, window: MainWindow, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    data = mime(pdf_of(services, signed, tmp_path))
    event = entering(data)
    window.dragEnterEvent(event)
    assert event.isAccepted()
    window.dropEvent(dropping(data))
    assert window.stack.currentWidget() is window.verify()
    finished(qtbot, window.verify())
    shown = window.verify().checks.check(0)
    assert shown is not None
    assert shown.verdict is not None
    assert outcome(shown) == verdict_words.summary(shown.verdict)


def test_other_pages_do_not_let_files_fall_through(window: MainWindow, tmp_path: Path) -> None:
    window.show_settings()
    data = mime(str(tmp_path / "x.pdf"))
    event = entering(data)
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()


def test_the_frame_lights_up_while_files_hover(page: VerifyPage, tmp_path: Path) -> None:
    dark = page.drop_zone.grab().toImage()
    data = mime(str(tmp_path / "x.pdf"))  # the event does not keep it alive
    page.dragEnterEvent(entering(data))
    assert page.drop_zone.grab().toImage() != dark
    page.dragLeaveEvent(QDragLeaveEvent())
    assert page.drop_zone.grab().toImage() == dark
