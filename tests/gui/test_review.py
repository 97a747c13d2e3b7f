"""The review page shows what is missing, the real pages, and what has been sealed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTranslator
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.organisation import Institution, Unit
from kepatuhan_desktop.gui import saving, words
from kepatuhan_desktop.gui.widgets.missing_list import Gap
from tests.builders import instruments, workspaces
from tests.builders.review import Desk, a_desk, a_pdf


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    """A page over an empty workspace."""
    with a_desk(home) as made:
        qtbot.addWidget(made.page)
        yield made


def shown(qtbot: QtBot, desk: Desk, one: AssessmentId) -> Desk:
    """The page with this assessment, its pages drawn."""
    desk.page.show()
    qtbot.waitExposed(desk.page)
    desk.page.show_assessment(one)
    qtbot.waitUntil(desk.is_drawn, timeout=20_000)
    return desk


def test_a_fresh_assessment_shows_everything_that_is_missing(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.started(desk.services)
    shown(qtbot, desk, one)
    panel = desk.page.panel
    questions = len(instruments.small().indicators)
    assert panel.missing_list.count() == questions
    assert panel.missing_badge.text() == str(questions)
    assert not panel.seal_button.isEnabled()
    assert "masih kurang" in panel.reason_label.text()
    assert panel.complete_box.isHidden()
    assert panel.score_label.text() == "–"


def test_enter_on_a_missing_line_leads_to_its_question(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.started(desk.services)
    shown(qtbot, desk, one)
    listing = desk.page.panel.missing_list
    qtbot.waitUntil(listing.hasFocus)
    QTest.keyClick(listing, Qt.Key.Key_Down)
    QTest.keyClick(listing, Qt.Key.Key_Return)
    assert desk.asked == [(one, list(instruments.small().indicators)[1])]


def test_a_complete_assessment_says_so(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    panel = desk.page.panel
    assert panel.missing_box.isHidden()
    assert not panel.complete_box.isHidden()
    assert "semua bukti wajib lengkap" in panel.complete_label.text()
    assert panel.place_edit.text() == "Jawa Barat"
    assert panel.head_card.name_edit.text() == "Budi Santoso"
    assert "NIP 198001012005012001" in panel.auditor_card.person_label.text()


def test_weights_without_a_source_are_named_beside_the_score(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    assert instruments.small().has_unofficial_weights
    assert not desk.page.panel.unofficial_label.isHidden()


def test_the_pages_are_drawn_again_when_the_assessment_changes(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.filled(desk.services)
    shown(qtbot, desk, one)
    before = desk.page.preview.drawn()
    assert before is not None
    changes = desk.services.answering.remark(one, "Kami akan melengkapi papan informasi.")
    desk.refresher.changed.emit(changes)
    assert not desk.page.print_button.isEnabled()
    qtbot.waitUntil(desk.is_drawn, timeout=20_000)
    after = desk.page.preview.drawn()
    assert after is not None
    assert after.pdf != before.pdf
    assert desk.page.print_button.isEnabled()


def test_changes_of_another_assessment_draw_nothing(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.filled(desk.services)
    other = workspaces.started(desk.services, period="2025")
    shown(qtbot, desk, one)
    desk.refresher.changed.emit(desk.services.answering.remark(other, "Lain"))
    assert desk.is_drawn()


def test_drawing_can_be_stopped_and_started_again(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.filled(desk.services)
    preview = desk.page.preview
    desk.page.show()
    desk.page.show_assessment(one)
    assert not preview.cancel_button.isHidden()
    preview.cancel_button.click()
    qtbot.waitUntil(lambda: preview.preview_stack.currentWidget() is preview.empty_page)
    assert not desk.page.save_button.isEnabled()
    preview.preview_empty.triggered.emit()
    qtbot.waitUntil(desk.is_drawn, timeout=20_000)
    assert preview.preview_stack.currentWidget() is preview.pages_page
    assert preview.cancel_button.isHidden()


def test_zoom_asks_the_worker_for_sharper_pages(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    before = desk.page.preview.drawn()
    assert before is not None
    QTest.keyClick(desk.page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    def is_sharper() -> bool:
        now = desk.page.preview.drawn()
        return now is not None and now.images[0].width() > before.images[0].width()

    qtbot.waitUntil(is_sharper, timeout=20_000)
    now = desk.page.preview.drawn()
    assert now is not None
    assert now.pdf == before.pdf


def test_a_hidden_page_keeps_no_pictures(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    desk.page.hide()
    assert not desk.is_drawn()
    desk.page.show()
    qtbot.waitUntil(desk.is_drawn, timeout=20_000)


def test_remarks_of_the_office_are_saved_on_leaving_the_field(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.filled(desk.services)
    shown(qtbot, desk, one)
    edit = desk.page.panel.remark_edit
    edit.setFocus()
    QTest.keyClicks(edit, "Sudah diperbaiki")
    desk.page.back_button.setFocus()
    assert desk.services.assessments.get(one).remark == "Sudah diperbaiki"
    assert desk.page.panel.remark_state.state() == "saved"


def test_escape_goes_back_and_loses_no_remark(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.filled(desk.services)
    shown(qtbot, desk, one)
    edit = desk.page.panel.remark_edit
    edit.setFocus()
    QTest.keyClicks(edit, "Belum selesai")
    QTest.keyClick(desk.page.panel.place_edit, Qt.Key.Key_Escape)
    assert desk.left == [one]
    assert desk.services.assessments.get(one).remark == "Belum selesai"


def test_an_unknown_assessment_is_reported(desk: Desk) -> None:
    desk.page.show_assessment("tidak-ada")
    assert [error.code for error in desk.errors] == ["assessment.unknown"]


def test_a_sealed_assessment_shows_the_stored_bytes(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.sealed(desk.services, workspaces.filled(desk.services), a_pdf(2))
    shown(qtbot, desk, one)
    drawn = desk.page.preview.drawn()
    assert drawn is not None
    assert drawn.pdf == desk.services.sealing.pdf(one) == a_pdf(2)
    panel = desk.page.panel
    moment = words.moment("2024-08-12T09:00:00+07:00")
    assert panel.sealed_label.text().startswith(f"{moment} di Bandung")
    assert panel.footer.isHidden()
    assert panel.remark_edit.isReadOnly()
    assert panel.head_card.fields_box.isHidden()
    assert panel.head_card.pad.strokes()
    assert desk.page.state_badge.text() == "Ditandatangani"


def test_a_sealed_file_that_is_gone_is_reported(qtbot: QtBot, desk: Desk) -> None:
    one = workspaces.a_sealed_assessment(desk.services)
    for file in (desk.services.home / "evidence").rglob("*"):
        if file.is_file():
            file.unlink()
    desk.page.show()
    desk.page.show_assessment(one)
    qtbot.waitUntil(lambda: bool(desk.errors), timeout=20_000)
    assert desk.errors[0].code == "evidence.missing"
    preview = desk.page.preview
    assert preview.preview_stack.currentWidget() is preview.empty_page


def test_the_pdf_is_saved_where_the_dialog_says(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    drawn = desk.page.preview.drawn()
    assert drawn is not None
    QTest.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = desk.page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "kartu-nilai-dinas-uji-2024-draf.pdf"
    target = tmp_path / "salinan.pdf"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(target.exists, timeout=10_000)
    qtbot.waitUntil(lambda: not desk.jobs.count())
    assert target.read_bytes() == drawn.pdf
    assert list(tmp_path.glob("*.part")) == []
    assert "salinan.pdf" in desk.page._toast.text()


def test_a_place_that_cannot_be_written_is_reported(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    desk.page._saving.save(tmp_path / "tidak-ada" / "x.pdf", b"%PDF")
    qtbot.waitUntil(lambda: bool(desk.errors))
    assert desk.errors[0].code == "writing.no_folder"


@pytest.mark.parametrize(
    "unit, name",
    [
        ("Dinas PM & PTSP / Kota", "kartu-nilai-dinas-pm-ptsp-kota-2024.pdf"),
        ("../../etc", "kartu-nilai-etc-2024.pdf"),
        ("\u202egnp.exe", "kartu-nilai-gnp-exe-2024.pdf"),
        ("CON", "kartu-nilai-con-2024.pdf"),
        ("", "kartu-nilai-2024.pdf"),
    ],
)
def test_suggested_names_suit_every_system(unit: str, name: str) -> None:
    assert saving.suggested_name(unit, "2024", is_draft=False) == name


def test_a_long_name_stays_a_file_name() -> None:
    name = saving.suggested_name("Balai Besar " * 40, "2024-1", is_draft=True)
    assert len(name) < 120
    assert name.endswith("-2024-1-draf.pdf")


def test_every_control_has_a_name(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    nameless = []
    for widget in desk.page.findChildren(QWidget):
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if widget.isVisible() and not interface.text(QAccessible.Text.Name):
            nameless.append(widget.objectName() or type(widget).__name__)
    assert nameless == []


def test_mnemonics_are_unique(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    buttons = desk.page.findChildren(QAbstractButton)
    labels = [one for one in desk.page.findChildren(QLabel) if one.buddy() is not None]
    texts = [button.text() for button in buttons if button.isVisibleTo(desk.page)]
    texts += [label.text() for label in labels if label.isVisibleTo(desk.page)]
    letters = [
        text[text.replace("&&", "  ").index("&") + 1].lower()
        for text in texts
        if "&" in text.replace("&&", "  ")
    ]
    assert sorted(letters) == sorted(set(letters))


def test_tab_walks_in_reading_order(qtbot: QtBot, desk: Desk) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    page = desk.page
    page.back_button.setFocus()
    seen = []
    for _ in range(17):
        focus = QApplication.focusWidget()
        seen.append(focus.objectName() if focus is not None else "")
        QTest.keyClick(page, Qt.Key.Key_Tab)
    assert seen[:4] == ["back_button", "history_button", "save_button", "print_button"]
    assert seen[4] == "zoom_out_button"
    wanted = ["fit_button", "zoom_in_button", "page_preview", "place_edit", "pad", "name_edit"]
    places = [seen.index(name) for name in wanted]
    assert places == sorted(places)
    assert "remark_edit" in seen
    assert seen.index("remark_edit") > seen.index("refuse_button")


def test_long_names_are_cut_with_a_tip_and_clip_nothing(qtbot: QtBot, desk: Desk) -> None:
    institution, _ = desk.services.organisations.register_institution(
        Institution(name="Pemerintah Kabupaten " + "Kepulauan Sangat Jauh " * 6)
    )
    unit, _ = desk.services.organisations.register_unit(
        Unit(institution=institution, name="Unit Pelaksana " * 12, head_name="Nama " * 20)
    )
    shown(qtbot, desk, workspaces.started(desk.services, unit=unit))
    page = desk.page
    page.resize(1280, 700)
    assert page.minimumSizeHint().width() <= 1280
    assert page.print_button.geometry().right() <= page.width()
    assert "Unit Pelaksana" in page.subtitle_label.toolTip()


def test_the_list_of_gaps_is_read_aloud_whole(desk: Desk) -> None:
    listing = desk.page.panel.missing_list
    listing.show_gaps([Gap("a.1", "circle-dashed", "a.1 · Belum dijawab", "Apakah <b>ada</b>?")])
    assert listing.item(0).text() == "a.1 · Belum dijawab. Apakah <b>ada</b>?"
    assert "&lt;b&gt;" in listing.item(0).toolTip()


class Shouting(QTranslator):
    """A language in which everything is written in capitals."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(
        self, _context: str, text: str, _remark: str | None = None, _count: int = -1
    ) -> str:
        return "".join(part if part.startswith("{") else part.upper() for part in _parts(text))


def _parts(text: str) -> list[str]:
    return text.replace("{", "\0{").replace("}", "}\0").split("\0")


def test_another_language_reaches_every_text(qtbot: QtBot, desk: Desk, qapp: QApplication) -> None:
    shown(qtbot, desk, workspaces.filled(desk.services))
    translator = Shouting()
    qapp.installTranslator(translator)
    qapp.sendPostedEvents(None, QEvent.Type.LanguageChange.value)
    try:
        panel = desk.page.panel
        assert panel.complete_label.text().endswith("SEMUA BUKTI WAJIB LENGKAP.")
        assert panel.head_card.title_label.text() == "PIMPINAN UNIT"
        assert panel.reason_label.text().startswith("BELUM DAPAT DIKUNCI")
        assert desk.page.save_button.text().startswith("&SIMPAN PDF")
        assert desk.page.preview.pages_label.text().endswith("HALAMAN")
    finally:
        qapp.removeTranslator(translator)
