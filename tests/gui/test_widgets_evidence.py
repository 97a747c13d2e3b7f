"""Evidence can be looked through, added and removed with mouse, keyboard and by dropping files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.widgets.evidence_strip import EvidenceStrip
from kepatuhan_desktop.gui.widgets.thumbnail import Piece

PIECES = [
    Piece("a", "Papan alur", "ready"),
    Piece("b", "Loket 2", "loading"),
    Piece("c", "SK", "missing"),
]


@pytest.fixture
def strip(qtbot: QtBot) -> EvidenceStrip:
    """Three pieces, shown."""
    made = EvidenceStrip()
    qtbot.addWidget(made)
    made.set_pieces(PIECES)
    made.resize(700, 120)
    made.show()
    qtbot.waitExposed(made)
    return made


def a_picture() -> QImage:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.magenta)
    return image


def test_a_picture_fills_its_tile(strip: EvidenceStrip) -> None:
    strip.set_image("a", a_picture())
    middle = strip.tile("a").grab().toImage().pixelColor(60, 40)
    assert middle.name() == "#ff00ff"


def test_a_late_picture_of_a_removed_piece_is_passed_over(strip: EvidenceStrip) -> None:
    strip.set_pieces(PIECES[1:])
    strip.set_image("a", a_picture())
    assert [piece.key for piece in strip.pieces()] == ["b", "c"]


def test_tiles_are_kept_when_the_pieces_change(strip: EvidenceStrip) -> None:
    kept = strip.tile("c")
    strip.set_pieces([PIECES[2], Piece("d", "Baru"), PIECES[0]])
    assert [piece.key for piece in strip.pieces()] == ["c", "d", "a"]
    assert strip.tile("c") is kept
    assert strip.tile("c").x() < strip.tile("d").x() < strip.tile("a").x() < strip._add.x()


def test_keys_open_and_remove(strip: EvidenceStrip, qtbot: QtBot) -> None:
    with qtbot.waitSignal(strip.opened) as opened:
        QTest.keyClick(strip.tile("a"), Qt.Key.Key_Return)
    with qtbot.waitSignal(strip.removed) as removed:
        QTest.keyClick(strip.tile("b"), Qt.Key.Key_Delete)
    assert (opened.args, removed.args) == (["a"], ["b"])
    assert len(strip.pieces()) == 3


def test_arrow_keys_move_between_tiles(strip: EvidenceStrip, qtbot: QtBot) -> None:
    strip.tile("b").setFocus()
    qtbot.waitUntil(strip.tile("b").hasFocus)
    QTest.keyClick(strip.tile("b"), Qt.Key.Key_Right)
    qtbot.waitUntil(strip.tile("c").hasFocus)
    QTest.keyClick(strip.tile("c"), Qt.Key.Key_Right)
    qtbot.waitUntil(strip._add.hasFocus)
    with qtbot.waitSignal(strip.add_requested):
        QTest.keyClick(strip._add, Qt.Key.Key_Return)


def test_the_cross_removes_and_the_rest_opens(strip: EvidenceStrip, qtbot: QtBot) -> None:
    tile = strip.tile("a")
    tile.setFocus()
    qtbot.waitUntil(tile.hasFocus)
    cross = tile._close_area().center().toPoint()
    with qtbot.waitSignal(strip.removed), qtbot.assertNotEmitted(strip.opened):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=cross)
    with qtbot.waitSignal(strip.opened):
        QTest.mouseClick(tile, Qt.MouseButton.LeftButton, pos=QPoint(30, 50))


def test_a_read_only_strip_neither_adds_nor_removes(strip: EvidenceStrip, qtbot: QtBot) -> None:
    strip.set_read_only(True)
    assert strip._add.isHidden()
    with qtbot.assertNotEmitted(strip.removed):
        QTest.keyClick(strip.tile("a"), Qt.Key.Key_Delete)


def test_a_tile_says_what_is_wrong(strip: EvidenceStrip) -> None:
    assert strip.tile("c").accessibleDescription() == "berkas tidak ditemukan"


def test_a_tile_says_once_why_its_picture_is_missing(strip: EvidenceStrip) -> None:
    why = "Berkas rusak. Ambil foto lagi."
    strip.set_pieces([Piece("c", "Surat No.", "missing", detail=why)])
    assert strip.tile("c").accessibleDescription() == why
    assert f"Surat No. {why}<" in strip.tile("c").toolTip()


def test_dropped_files_are_told_and_web_addresses_are_not(
    strip: EvidenceStrip, qtbot: QtBot, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "foto.jpg")), QUrl("https://contoh.id/a.jpg")])
    enter = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    strip.dragEnterEvent(enter)
    assert enter.isAccepted()
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(strip.dropped) as dropped:
        strip.dropEvent(drop)
    assert dropped.args == [[(tmp_path / "foto.jpg").as_posix()]]


def test_tiles_wrap_and_keep_their_height(strip: EvidenceStrip) -> None:
    strip.resize(300, 400)
    assert strip.tile("c").y() > strip.tile("a").y()
    assert strip.minimumHeight() == strip.heightForWidth(300)
