"""Messages, empty pages and previews say what they should and get out of the way."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.widgets.empty_state import EmptyState
from kepatuhan_desktop.gui.widgets.error_bar import ErrorBar
from kepatuhan_desktop.gui.widgets.page_preview import PagePreview
from kepatuhan_desktop.gui.widgets.toast import Toast


def a_toast(qtbot: QtBot) -> Toast:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 500)
    QLineEdit(host)  # takes the focus that the window gives to its first field
    host.show()
    toast = Toast(host)
    qtbot.waitExposed(host)
    return toast


def test_a_toast_passes_away(qtbot: QtBot) -> None:
    toast = a_toast(qtbot)
    toast.say("Tersimpan", seconds=0.02)
    assert toast.text() == "Tersimpan"
    qtbot.waitUntil(toast.isHidden)
    assert toast.text() == ""


def test_a_toast_offers_to_take_back(qtbot: QtBot) -> None:
    toast = a_toast(qtbot)
    toast.say("Foto dihapus", "&Urungkan", token=("photo", 7))
    with qtbot.waitSignal(toast.acted) as acted:
        QTest.keyClick(toast._action, Qt.Key.Key_Space)
    assert acted.args == [("photo", 7)]
    assert toast.isHidden()


def test_a_toast_with_the_focus_stays_until_escape(qtbot: QtBot) -> None:
    toast = a_toast(qtbot)
    toast.say("Foto dihapus", "&Urungkan", seconds=0.02)
    toast._action.setFocus()
    qtbot.waitUntil(toast._action.hasFocus)
    qtbot.wait(80)
    assert not toast.isHidden()
    QTest.keyClick(toast._action, Qt.Key.Key_Escape)
    assert toast.isHidden()


def test_a_toast_stays_inside_a_narrow_window(qtbot: QtBot) -> None:
    toast = a_toast(qtbot)
    toast.say("Kalimat yang panjang sekali " * 5, "&Urungkan")
    toast.window().resize(420, 400)
    qtbot.waitUntil(lambda: toast.geometry().right() < 420)
    assert toast.x() >= 0
    assert toast.geometry().bottom() < 400


def test_an_error_stays_until_it_is_closed(qtbot: QtBot) -> None:
    bar = ErrorBar()
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.say("Berkas <b>rusak</b>", "Coba lagi")
    assert bar.text() == "Berkas <b>rusak</b>"
    assert bar._label.textFormat() == Qt.TextFormat.PlainText
    assert bar.accessibleName() == bar.text()
    with qtbot.waitSignal(bar.acted):
        bar._action.click()
    with qtbot.waitSignal(bar.closed):
        bar._close.click()
    assert bar.isHidden()


def test_an_empty_page_offers_what_to_do(qtbot: QtBot) -> None:
    empty = EmptyState()
    qtbot.addWidget(empty)
    empty.describe("inbox", "Belum ada penilaian", "Buat yang pertama.", "Penilaian baru", "plus")
    button = empty.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(empty.triggered):
        button.click()
    empty.describe("inbox", "Tidak ada hasil", "Ubah pencarian.")
    assert button.isHidden()


def a_preview(qtbot: QtBot) -> PagePreview:
    preview = PagePreview()
    qtbot.addWidget(preview)
    page = QImage(620, 877, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    preview.resize(500, 400)
    preview.show()
    preview.set_pages([page, page])
    return preview


def test_pages_fit_the_width(qtbot: QtBot) -> None:
    preview = a_preview(qtbot)
    assert preview.count() == 2
    assert preview.horizontalScrollBar().maximum() == 0
    before = preview.zoom()
    preview.resize(700, 400)
    assert preview.zoom() > before


def test_pages_zoom_by_keyboard(qtbot: QtBot) -> None:
    preview = a_preview(qtbot)
    fitted = preview.zoom()
    with qtbot.waitSignal(preview.zoom_changed):
        QTest.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom() > fitted
    QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom() < fitted
    QTest.keyClick(preview, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom() == fitted


def test_no_pages_are_no_fault(qtbot: QtBot) -> None:
    preview = a_preview(qtbot)
    preview.set_pages([])
    preview.grab()
    assert preview.count() == 0
