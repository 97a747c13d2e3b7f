"""Evidence in the walk: files, drops, the clipboard, broken ones, the strip and the viewer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.ids import IndicatorId
from kepatuhan_desktop.gui.dialogs import camera
from kepatuhan_desktop.gui.dialogs.evidence_viewer import EvidenceViewer
from tests.builders import workspaces
from tests.builders.walks import Walk, walking

B1 = IndicatorId("b.1")


@pytest.fixture
def walk(qtbot: QtBot, home: Path) -> Iterator[Walk]:
    with walking(qtbot, home) as made:
        yield made


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "papan.jpg"
    path.write_bytes(workspaces.a_photo())
    return path


def pieces(walk: Walk) -> list[Evidence]:
    """The evidence of the current question."""
    return [piece for _, piece in walk.state().evidence_of(walk.page.current())]


def add(walk: Walk, *paths: Path) -> None:
    """Offer files for the current question and wait."""
    walk.page.evidence.add_files(walk.page.current(), [str(path) for path in paths])
    walk.idle()


def test_a_file_becomes_evidence_with_a_thumbnail(walk: Walk, photo: Path) -> None:
    add(walk, photo)
    assert [piece.name for piece in pieces(walk)] == ["papan.jpg"]
    walk.qtbot.waitUntil(lambda: walk.card().strip.pieces()[0].state == "ready")
    assert walk.page.saved_label.state() == "saved"
    assert not walk.page.intake_bar.isVisible()


def test_a_broken_file_does_not_stop_the_others(walk: Walk, photo: Path, tmp_path: Path) -> None:
    broken = tmp_path / "rusak.jpg"
    broken.write_bytes(b"not a picture")
    other = tmp_path / "lain.jpg"
    other.write_bytes(photo.read_bytes())
    add(walk, photo, broken, other)
    assert [piece.name for piece in pieces(walk)] == ["papan.jpg", "lain.jpg"]
    assert len(walk.errors) == 1
    assert walk.page.saved_label.state() == "saved"


def test_broken_pixels_are_taken_back(walk: Walk, photo: Path) -> None:
    data = bytearray(photo.read_bytes())
    middle = data.index(b"\xff\xda") + 400
    data[middle : middle + 3000] = b"\xff\xc0" * 1500
    photo.write_bytes(bytes(data))
    add(walk, photo)
    assert not pieces(walk)
    assert [error.code for error in walk.errors] == ["evidence.damaged"]


def test_files_can_be_dropped_onto_a_card(walk: Walk, photo: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photo))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    walk.card().dropEvent(event)
    walk.idle()
    assert [piece.source for piece in pieces(walk)] == ["drop"]


def test_a_picture_can_be_pasted(walk: Walk) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    QApplication.clipboard().setImage(image)
    walk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    walk.idle()
    (piece,) = pieces(walk)
    assert (piece.source, piece.media_type, piece.width) == ("paste", "image/png", 200)


def test_pasting_nothing_says_so(walk: Walk) -> None:
    QApplication.clipboard().setText("teks")
    walk.press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert walk.said[-1][0] == "Papan klip tidak berisi gambar atau berkas."


def test_cancelling_keeps_what_is_attached(walk: Walk, photo: Path) -> None:
    walk.page.evidence.add_files(walk.page.current(), [str(photo)] * 20)
    assert walk.page.intake_bar.isVisible()
    walk.qtbot.waitUntil(lambda: len(pieces(walk)) > 0)
    walk.page.intake_cancel_button.click()
    walk.idle()
    assert 0 < len(pieces(walk)) < 20
    assert not walk.errors


def test_without_a_camera_the_button_is_grey_and_says_why(walk: Walk) -> None:
    if camera.is_installed():
        pytest.skip("the camera extra is installed")
    walk.press(Qt.Key.Key_F)
    assert "tanpa dukungan kamera" in walk.said[-1][0]


def test_removing_offers_to_undo(walk: Walk, photo: Path) -> None:
    add(walk, photo)
    key = walk.card().strip.pieces()[0].key
    tile = walk.card().strip.tile(key)
    tile.setFocus()
    QTest.keyClick(tile, Qt.Key.Key_Delete)
    assert not pieces(walk)
    text, undo = walk.said[-1]
    assert text == "Bukti dihapus dari jawaban."
    assert callable(undo)
    undo()
    assert len(pieces(walk)) == 1


def picture(walk: Walk) -> QImage:
    """The middle of the first tile."""
    (shown, *_) = walk.card().strip.pieces()
    return walk.card().strip.tile(shown.key).grab(QRect(30, 20, 60, 40)).toImage()


def test_a_picture_comes_back_when_its_removal_is_undone(walk: Walk, photo: Path) -> None:
    add(walk, photo)
    before = picture(walk)
    walk.page.evidence.remove(B1, walk.card().strip.pieces()[0].key)
    walk.page.undo()
    walk.idle()
    assert picture(walk) == before


def test_a_picture_comes_back_when_it_is_added_again(walk: Walk, photo: Path) -> None:
    add(walk, photo)
    before = picture(walk)
    walk.page.undo()
    walk.page.redo()
    walk.idle()
    assert picture(walk) == before


def test_tab_goes_from_the_answers_over_new_pictures_to_the_buttons(
    walk: Walk, photo: Path, tmp_path: Path
) -> None:
    second = tmp_path / "loket.jpg"
    second.write_bytes(photo.read_bytes())
    add(walk, photo)
    add(walk, second)
    walk.card().setFocus()
    seen: list[str] = []
    while not seen or seen[-1] != "Tambah berkas bukti":
        walk.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.accessibleName())
    assert [name for name in seen if name.endswith(".jpg")] == ["papan.jpg", "loket.jpg"]


def test_the_focus_goes_from_a_removed_picture_to_its_neighbour(
    walk: Walk, photo: Path, tmp_path: Path
) -> None:
    second = tmp_path / "loket.jpg"
    second.write_bytes(photo.read_bytes())
    add(walk, photo, second)
    first, other = (walk.card().strip.tile(piece.key) for piece in walk.card().strip.pieces())
    other.setFocus()
    walk.press(Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is first


def test_the_focus_goes_from_the_last_picture_to_the_button_that_adds(
    walk: Walk, photo: Path
) -> None:
    add(walk, photo)
    walk.card().strip.tile(walk.card().strip.pieces()[0].key).setFocus()
    walk.press(Qt.Key.Key_Delete)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Tambah berkas bukti"


def test_undo_of_a_removal_does_not_undo_something_else(walk: Walk, photo: Path) -> None:
    add(walk, photo)
    walk.page.evidence.remove(B1, walk.card().strip.pieces()[0].key)
    undo = walk.said[-1][1]
    walk.press(Qt.Key.Key_3)
    assert callable(undo)
    undo()
    assert walk.state().answers
    assert not pieces(walk)


def test_a_missing_file_is_said_on_its_tile(walk: Walk, photo: Path, home: Path) -> None:
    add(walk, photo)
    for file in (home / "evidence").rglob("*"):
        if file.is_file():
            file.unlink()
    walk.page.move_component(1)
    walk.settle()
    walk.page.evidence._thumbnails._held.clear()
    walk.go_to(B1)
    walk.idle()
    (tile,) = walk.card().strip.pieces()
    assert tile.state == "missing"
    assert "papan.jpg" in tile.detail


def test_the_viewer_turns_captions_and_goes_on(walk: Walk, photo: Path) -> None:
    add(walk, photo, photo)
    viewer = open_viewer(walk)
    walk.qtbot.waitUntil(viewer.picture_view.has_picture)
    assert viewer.place_label.text() == "Bukti 1 dari 2"
    viewer.turn_right()
    assert pieces(walk)[0].rotation == 90
    viewer.caption_edit.setFocus()
    QTest.keyClicks(viewer.caption_edit, "Papan")
    viewer.go_on()
    assert viewer.place_label.text() == "Bukti 2 dari 2"
    assert pieces(walk)[0].caption == "Papan"
    assert "SHA-256" in viewer.details_label.text()
    viewer.accept()
    walk.idle()
    assert walk.card().strip.pieces()[0].caption == "Papan"


def test_the_viewer_removes_and_closes_after_the_last(walk: Walk, photo: Path) -> None:
    add(walk, photo)
    viewer = open_viewer(walk)
    with walk.qtbot.waitSignal(viewer.finished):
        viewer.remove_button.click()
    assert not pieces(walk)
    assert walk.said[-1][0] == "Bukti dihapus dari jawaban."


def test_the_viewer_saves_the_original_bytes(walk: Walk, photo: Path, tmp_path: Path) -> None:
    add(walk, photo)
    viewer = open_viewer(walk)
    target = tmp_path / "salinan.jpg"
    viewer.save_to(target)
    walk.idle()
    assert target.read_bytes() == photo.read_bytes()
    viewer.reject()


def open_viewer(walk: Walk) -> EvidenceViewer:
    """The viewer with the first piece of the current question."""
    key = walk.card().strip.pieces()[0].key
    QTest.mouseClick(walk.card().strip.tile(key), Qt.MouseButton.LeftButton)
    viewer = walk.page.findChild(EvidenceViewer)
    assert isinstance(viewer, EvidenceViewer)
    return viewer
