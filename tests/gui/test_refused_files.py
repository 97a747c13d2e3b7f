"""What the window says of files that did not become evidence, and of whether all is saved."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import DatabaseDamaged, DiskFull, EvidenceNotAccepted
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.frame import Frame
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.pages.conflicts import ConflictsPage
from kepatuhan_desktop.gui.refusals import Refusals, told
from tests.builders import workspaces


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def assessment(services: Services) -> AssessmentId:
    return workspaces.started(services)


@pytest.fixture
def window(qtbot: QtBot, services: Services, assessment: AssessmentId) -> Iterator[MainWindow]:
    """The window at the walk."""
    made = MainWindow(services)
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.show_walk(assessment)
    qtbot.waitUntil(made.walk().question_column.is_complete)
    yield made
    made.jobs.shutdown()


def add(qtbot: QtBot, window: MainWindow, *paths: Path) -> str:
    """What the window says of files that were offered to the current question together."""
    walk = window.walk()
    walk.evidence.add_files(walk.current(), [str(path) for path in paths])
    qtbot.waitUntil(lambda: window.jobs.count() == 0, timeout=10_000)
    return window.error_bar.text()


def test_every_refused_file_is_named_with_its_reason(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    empty, note, photo = tmp_path / "kosong.jpg", tmp_path / "catatan.txt", tmp_path / "papan.jpg"
    empty.write_bytes(b"")
    note.write_text("halo")
    photo.write_bytes(workspaces.a_photo())
    said = add(qtbot, window, empty, note, photo, tmp_path / "hilang.jpg")
    for part in (
        "kosong.jpg (rusak atau kosong)",
        "catatan.txt (bukan jenis yang diterima)",
        "hilang.jpg (tidak ditemukan)",
        "Diterima: 1.",
    ):
        assert part in said
    assert window.error_bar.accessibleName() == said


def test_a_file_that_is_refused_alone_keeps_its_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "catatan.txt").write_text("halo")
    said = add(qtbot, window, tmp_path / "catatan.txt")
    assert said.startswith("Berkas catatan.txt bukan jenis yang dapat dijadikan bukti.")


def test_a_picture_that_was_taken_back_is_not_counted_as_taken(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    data = bytearray(workspaces.a_photo())
    middle = data.index(b"\xff\xda") + 400
    data[middle : middle + 3000] = b"\xff\xc0" * 1500
    (tmp_path / "rusak.jpg").write_bytes(bytes(data))
    (tmp_path / "papan.jpg").write_bytes(workspaces.a_photo())
    said = add(qtbot, window, tmp_path / "rusak.jpg", tmp_path / "papan.jpg")
    assert "rusak.jpg (rusak atau kosong)" in said
    assert said.startswith("1 dari 2 ")


def test_the_next_files_are_counted_anew(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    gone, also = tmp_path / "satu.jpg", tmp_path / "dua.jpg"
    add(qtbot, window, gone, also)
    assert add(qtbot, window, also, gone).startswith("2 dari 2 ")


def refusals(count: int, name: str = "{}.txt", taken: int = 0) -> Refusals:
    """Files of no kind that is taken."""
    named = [name.format(at) for at in range(count)]
    return Refusals(tuple((one, EvidenceNotAccepted(name=one)) for one in named), taken)


def test_of_many_refused_files_the_first_are_named_and_the_rest_counted() -> None:
    said = told(refusals(9))
    assert "3.txt" in said
    assert "4.txt" not in said
    assert "dan 5 lagi" in said


def test_the_refused_files_are_told_in_english_too(qapp: QApplication) -> None:
    languages.apply(qapp, "en")
    try:
        assert "0.txt (not of a kind that is accepted)" in told(refusals(2))
    finally:
        languages.apply(qapp, "id")


def test_long_names_of_refused_files_leave_the_page_its_room(
    qtbot: QtBot, services: Services, assessment: AssessmentId
) -> None:
    frame = Frame()
    qtbot.addWidget(frame)
    window = MainWindow(services)
    frame.hold(window)
    frame.resize(1366, 768)
    frame.show()
    window.show_walk(assessment)
    qtbot.waitUntil(window.walk().question_column.is_complete)
    window.say_error(refusals(9, "W" * 236 + "{}.txt", 120))
    qtbot.wait(50)
    assert (frame.width(), frame.height()) == (1366, 768)
    assert window.error_bar.height() < 100
    window.jobs.shutdown()


@pytest.mark.parametrize("name", ["folder", "hilang.jpg"])
def test_a_source_that_cannot_be_read_leaves_everything_saved(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, name: str
) -> None:
    (tmp_path / "folder").mkdir()
    assert name in add(qtbot, window, tmp_path / name)
    assert window.status_line.text() == "Semua tersimpan"


def test_a_file_for_which_there_was_no_room_is_an_unsaved_change(window: MainWindow) -> None:
    window.say_error(Refusals((("a.jpg", DiskFull(path="/data")), *refusals(1).refused), 0))
    assert window.status_line.text() == "Perubahan terakhir tidak tersimpan"


def test_an_answer_that_meets_damage_is_unsaved_at_the_foot_as_at_the_head(
    window: MainWindow, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.answering, "choose", damaged)
    walk = window.walk()
    card = walk.question_column.card(walk.current())
    assert card is not None
    card.choose_by_key(0)
    assert walk.saved_label.state() == "failed"
    assert window.status_line.text() == "Perubahan terakhir tidak tersimpan"


def test_damage_that_was_only_read_is_no_unsaved_change(window: MainWindow) -> None:
    window.list_page.failed.emit(DatabaseDamaged(path="store.db", reason="malformed"))
    assert window.status_line.text() == "Semua tersimpan"


def test_a_remark_that_meets_damage_is_unsaved(
    qtbot: QtBot,
    window: MainWindow,
    services: Services,
    assessment: AssessmentId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(services.answering, "remark", damaged)
    window.show_review(assessment)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is window.review())
    window.review().panel.remark_edit.setPlainText("Setuju.")
    window.review().panel.remark_edit.flush()
    assert window.status_line.text() == "Perubahan terakhir tidak tersimpan"
    qtbot.waitUntil(lambda: window.jobs.count() == 0)


def test_a_correction_that_meets_damage_is_unsaved(
    qtbot: QtBot, window: MainWindow, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.amending, "amend", damaged)
    window.review().acts._amend(AssessmentId("one"), (), "Salah hitung")
    assert window.status_line.text() == "Perubahan terakhir tidak tersimpan"


def test_a_decision_that_meets_damage_is_unsaved(window: MainWindow) -> None:
    window.side.show_every_conflict()
    page = window.stack.currentWidget()
    assert isinstance(page, ConflictsPage)
    assert page._written(damaged) is None
    assert window.status_line.text() == "Perubahan terakhir tidak tersimpan"


def damaged(*_: object) -> Changes:
    raise DatabaseDamaged(path="store.db", reason="malformed")
