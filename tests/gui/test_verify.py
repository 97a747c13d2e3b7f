"""The page that checks signed files, photos of pages and codes."""

from pathlib import Path

import pytest
import segno
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.verdict import Verdict
from kepatuhan_desktop.errors import DiskFull
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.dialogs import camera
from kepatuhan_desktop.gui.models.checks import CHECK, Check, State, outcome
from kepatuhan_desktop.gui.pages.verify import VerifyPage
from kepatuhan_desktop.gui.widgets.verdict_view import VerdictView
from kepatuhan_desktop.services.verifying import Verifying
from tests.builders.gui_lists import nameless, tab_chain
from tests.builders.photographs import jpeg, printed
from tests.builders.verifying import code_of, finished, page, pdf_of, services, signed

__all__ = ["page", "services", "signed"]


def texts(widget: VerifyPage | VerdictView) -> str:
    """Everything that can be read."""
    return "\n".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    )


def test_it_begins_by_saying_what_can_be_dropped(page: VerifyPage) -> None:
    assert page.content_stack.currentWidget() is page.empty_page
    assert "Jatuhkan PDF, paket, atau foto" in texts(page)
    assert not page.copy_button.isVisible()
    assert not page.clear_button.isVisible()
    assert page.open_button.hasFocus()


def test_everything_has_a_name_and_its_turn(page: VerifyPage, qtbot: QtBot) -> None:
    page.check_text("KPD1:A")
    page.check_text("KPD1:B")
    finished(qtbot, page)
    assert nameless(page) == []
    chain = tab_chain(page)
    assert chain[chain.index("back_button") :][:4] == [
        "back_button",
        "clear_button",
        "paste_button",
        "open_button",
    ]
    assert "checks_list" in chain


def test_a_signed_scorecard_is_looked_at(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    page.check_files([pdf_of(services, signed, tmp_path)])
    assert page.detail_stack.currentWidget() is page.busy_page
    finished(qtbot, page)
    assert page.detail_stack.currentWidget() is page.scroll_area
    assert page.verdict_view.head.title_label.text() == "Dinas Uji"
    codes = {row.statement.code for card in page.verdict_view.cards for row in card.rows}
    assert {"unchanged.ok", "score.ok", "note.known", "note.uncertified"} <= codes
    assert not page.list_panel.isVisible()


def test_a_photo_of_the_page_is_looked_at(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    path = tmp_path / "foto.jpg"
    path.write_bytes(jpeg(printed(services.sealing.pdf(signed), 150), 30))
    page.check_files([str(path)])
    finished(qtbot, page)
    head = page.verdict_view.head
    assert head.caption_label.text() == "MENURUT KODE INI"
    assert signed in head.title_label.text()
    assert head.score_label.text() == "100,00"


def test_a_pasted_code_is_looked_at(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId
) -> None:
    QGuiApplication.clipboard().setText(code_of(services, signed) + "\n")
    QTest.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    finished(qtbot, page)
    codes = [row.statement.code for row in page.verdict_view.cards[0].rows]
    assert codes[0] == "unchanged.paper"


def test_a_pasted_picture_of_a_code_is_looked_at(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    path = tmp_path / "kode.png"
    segno.make(code_of(services, signed), error="m").save(str(path), scale=4)
    QGuiApplication.clipboard().setImage(QImage(str(path)))
    page.paste_button.click()
    finished(qtbot, page)
    assert "gambar yang ditempel" in page.verdict_view.head.file_label.text()
    assert signed in page.verdict_view.head.title_label.text()


def test_a_clipboard_without_anything_to_check_is_no_fault(qtbot: QtBot, page: VerifyPage) -> None:
    QGuiApplication.clipboard().setText("selamat pagi")
    with qtbot.waitSignal(page.announced) as said:
        page.paste()
    assert said.args is not None
    assert "tidak berisi" in said.args[0]
    assert page.content_stack.currentWidget() is page.empty_page


def test_several_files_stand_in_a_list_and_a_broken_one_stops_nothing(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    broken = tmp_path / "rusak.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0")
    gone = tmp_path / "hilang.pdf"
    page.check_files([str(broken), str(gone), pdf_of(services, signed, tmp_path)])
    assert page.list_panel.isVisible()
    finished(qtbot, page)
    assert page.count_label.text() == "3 DIPERIKSA"
    first, second, third = (page.checks.check(row) for row in range(3))
    assert first
    assert second
    assert third
    assert (first.state, second.state, third.state) == (State.FAILED, State.FAILED, State.DONE)
    assert page.detail_stack.currentWidget() is page.failure_state
    assert "rusak.jpg" in page.failure_state.accessibleDescription()
    page.checks_list.setFocus()
    QTest.keyClick(page.checks_list, Qt.Key.Key_End)
    finished(qtbot, page)
    assert page.detail_stack.currentWidget() is page.scroll_area
    assert page.verdict_view.head.title_label.text() == "Dinas Uji"


def test_a_row_of_the_list_says_what_was_found(page: VerifyPage, qtbot: QtBot) -> None:
    page.check_text("KPD1:A")
    finished(qtbot, page)
    index = page.checks.index(0)
    assert isinstance(index.data(CHECK), Check)
    said = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "kode yang ditempel, Tidak dapat diperiksa"


def test_the_model_of_the_list_is_sound(
    page: VerifyPage, qtbot: QtBot, qtmodeltester: "object"
) -> None:
    page.check_text("KPD1:A")
    finished(qtbot, page)
    qtmodeltester.check(page.checks)  # type: ignore[attr-defined]  # pytest-qt's fixture


def test_a_running_check_can_be_stopped(qtbot: QtBot, page: VerifyPage, tmp_path: Path) -> None:
    noise = tmp_path / "bising.png"
    image = QImage(3000, 3000, QImage.Format.Format_Grayscale8)
    image.fill(200)
    image.save(str(noise))
    page.check_files([str(noise), str(noise)])
    page.stop_button.click()
    finished(qtbot, page)
    assert page.checks.rowCount() == 0
    assert page.content_stack.currentWidget() is page.empty_page


def test_clearing_forgets_everything(qtbot: QtBot, page: VerifyPage) -> None:
    page.check_text("KPD1:A")
    finished(qtbot, page)
    page.clear_button.click()
    assert page.checks.rowCount() == 0
    assert page.content_stack.currentWidget() is page.empty_page


def test_the_result_is_copied_as_text(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId
) -> None:
    page.check_text("KPD1:A")
    finished(qtbot, page)
    assert not page.copy_button.isEnabled()
    page.check_text(code_of(services, signed))
    finished(qtbot, page)
    with qtbot.waitSignal(page.announced):
        QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Hasil pemeriksaan" in QGuiApplication.clipboard().text()
    assert signed in QGuiApplication.clipboard().text()


def test_the_keyboard_reaches_the_end_of_a_result(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    page.check_files([pdf_of(services, signed, tmp_path)])
    finished(qtbot, page)
    bar = page.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    for key, place in ((Qt.Key.Key_End, bar.maximum()), (Qt.Key.Key_Home, 0)):
        QTest.keyClick(page, key)
        assert bar.value() == place


def test_escape_leaves(qtbot: QtBot, page: VerifyPage) -> None:
    with qtbot.waitSignal(page.left):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_files_can_be_chosen(qtbot: QtBot, page: VerifyPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()


def test_the_camera_is_grey_with_its_reason(
    qtbot: QtBot, page: VerifyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(camera, "why_not", lambda: "Tidak ada kamera pada perangkat ini.")
    page._know_camera(camera.why_not())
    assert not page.camera_button.isEnabled()
    assert page.camera_button.toolTip() == "Tidak ada kamera pada perangkat ini."
    assert "Tidak ada kamera" in page.drop_zone.hint_label.text()
    with qtbot.waitSignal(page.announced):
        page.take_photo()
    monkeypatch.setattr(camera, "why_not", lambda: "")
    page._know_camera("")
    assert page.camera_button.isEnabled()
    assert "kamera" not in page.drop_zone.hint_label.text()


def test_a_disk_that_takes_no_more_does_not_hide_the_verdict(
    qtbot: QtBot,
    page: VerifyPage,
    services: Services,
    signed: AssessmentId,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_self: Verifying, _verdict: Verdict) -> Verdict:
        raise DiskFull(path="/data")

    monkeypatch.setattr(Verifying, "conclude", refuse)
    with qtbot.waitSignal(page.failed) as failed:
        page.check_text(code_of(services, signed))
    assert failed.args is not None
    assert isinstance(failed.args[0], DiskFull)
    finished(qtbot, page)
    assert page.detail_stack.currentWidget() is page.scroll_area


def test_a_fault_of_ours_says_nothing_about_the_file(
    qtbot: QtBot, page: VerifyPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Verdict:
        raise ZeroDivisionError

    monkeypatch.setattr("kepatuhan_desktop.services.verifying.look", fail)
    with qtbot.waitSignal(page.failed):
        page.check_text("KPD1:A")
    finished(qtbot, page)
    assert page.detail_stack.currentWidget() is page.failure_state
    assert "Tidak ada yang disimpulkan" in page.failure_state.accessibleDescription()


def test_the_language_can_change_while_a_result_is_shown(
    qtbot: QtBot, page: VerifyPage, qapp: QApplication, services: Services, signed: AssessmentId
) -> None:
    page.check_text(code_of(services, signed))
    finished(qtbot, page)
    try:
        languages.apply(qapp, "en")
        row = page.verdict_view.cards[0].rows[0]
        qtbot.waitUntil(lambda: row.sentence_label.text().startswith("The code"))
        assert page.verdict_view.head.score_label.text() == "100.00"
    finally:
        languages.apply(qapp, "id")
    qtbot.waitUntil(lambda: page.verdict_view.head.score_label.text() == "100,00")


def test_a_photo_from_the_camera_is_looked_at(
    qtbot: QtBot, page: VerifyPage, services: Services, signed: AssessmentId, tmp_path: Path
) -> None:
    path = tmp_path / "kode.png"
    segno.make(code_of(services, signed), error="m").save(str(path), scale=4)
    page._on_photo(QImage(str(path)))
    finished(qtbot, page)
    assert "foto dari kamera" in page.verdict_view.head.file_label.text()


def test_no_file_is_nothing_to_check(page: VerifyPage) -> None:
    page.check_files([])
    assert page.checks.rowCount() == 0


def test_a_file_that_is_too_large_is_not_read(
    qtbot: QtBot, page: VerifyPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kepatuhan_desktop.services.verifying.LARGEST", 1024**2)
    (tmp_path / "besar.pdf").write_bytes(bytes(3 * 1024**2))
    page.check_files([str(tmp_path / "besar.pdf")])
    finished(qtbot, page)
    assert "3 MiB" in page.failure_state.accessibleDescription()


def test_what_is_added_while_another_one_runs_waits_its_turn(
    qtbot: QtBot, page: VerifyPage
) -> None:
    page.check_text("KPD1:A")
    page.check_text("KPD1:B")
    second = page.checks.check(1)
    assert second is not None
    assert outcome(second) == "Menunggu"
    assert page.detail_stack.currentWidget() is page.busy_page
    page.checks_list.make_current(0)
    page.clear()
    page.check_text("KPD1:C")
    finished(qtbot, page)
    assert page.checks.rowCount() == 1
