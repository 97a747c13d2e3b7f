"""Signing and sealing: nothing half done, and nothing that was entered is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.gui.dialogs.refusal import RefusalDialog
from kepatuhan_desktop.gui.dialogs.sealing import SealingDialog
from kepatuhan_desktop.gui.widgets.sealing_panel import SealingPanel
from kepatuhan_desktop.gui.widgets.signer_card import SignerCard
from tests.builders import workspaces
from tests.builders.review import Desk, a_desk, sign

REASON = "Kami tidak sependapat dengan penilaian sarana."


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    """A page over an empty workspace."""
    with a_desk(home) as made:
        qtbot.addWidget(made.page)
        yield made


@pytest.fixture
def complete(qtbot: QtBot, desk: Desk) -> AssessmentId:
    """An assessment that lacks nothing but the signatures, shown."""
    one = workspaces.filled(desk.services)
    desk.page.show()
    qtbot.waitExposed(desk.page)
    desk.page.show_assessment(one)
    return one


def signed(desk: Desk) -> SealingPanel:
    """Both have signed."""
    panel = desk.page.panel
    sign(panel.auditor_card.pad)
    sign(panel.head_card.pad)
    return panel


def confirm(desk: Desk, qtbot: QtBot) -> SealingDialog:
    """Ask for the seal by keyboard; the dialog that opens."""
    QTest.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.page.findChild(SealingDialog) is not None)
    dialog = desk.page.findChild(SealingDialog)
    assert dialog is not None
    return dialog


def refuse(desk: Desk, reason: str) -> None:
    """The head of unit refuses in the dialog."""
    desk.page.panel.head_card.refuse_button.click()
    dialog = desk.page.findChild(RefusalDialog)
    assert dialog is not None
    dialog.reason_edit.setPlainText(reason)
    dialog.record_button.click()


def test_both_signatures_make_the_seal_possible(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    panel = desk.page.panel
    assert not panel.seal_button.isEnabled()
    assert "tanda tangan auditor" in panel.reason_label.text()
    signed(desk)
    assert panel.seal_button.isEnabled()
    assert "Lengkap" in panel.reason_label.text()
    assert panel.auditor_card.state_badge.text() == "Sudah tanda tangan"


def test_sealing_by_keyboard_stores_the_signed_pdf(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    signed(desk)
    dialog = confirm(desk, qtbot)
    assert "Dinas Uji" in dialog.unit_label.text()
    assert "A · hijau" in dialog.score_label.text()
    assert "Siti Aminah" in dialog.auditor_label.text()
    with qtbot.waitSignal(desk.page.sealed, timeout=20_000):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    seal = desk.services.assessments.get(complete).seal
    assert seal is not None
    assert seal.place == "Jawa Barat"
    assert [bool(one.strokes) for one in seal.signatures] == [True, True]
    assert seal.signatures[1].person.name == "Budi Santoso"
    qtbot.waitUntil(desk.is_drawn, timeout=20_000)
    drawn = desk.page.preview.drawn()
    assert drawn is not None
    assert drawn.pdf == desk.services.sealing.pdf(complete)
    assert desk.page.panel.seal_button.isHidden()
    assert not desk.page.panel.sealed_box.isHidden()
    assert desk.errors == []


def test_saying_no_to_the_last_question_seals_nothing(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    panel = signed(desk)
    dialog = confirm(desk, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert desk.services.assessments.get(complete).seal is None
    assert panel.auditor_card.is_done()
    assert not desk.jobs.count() or not desk.page._sealer.is_busy()


def test_a_cancelled_seal_keeps_the_signatures(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    panel = signed(desk)
    confirm(desk, qtbot).seal_button.click()
    assert not panel.work_box.isHidden()
    assert not desk.page.back_button.isEnabled()
    panel.stop_button.click()
    qtbot.waitUntil(lambda: not desk.page._sealer.is_busy(), timeout=20_000)
    assert desk.services.assessments.get(complete).seal is None
    assert panel.auditor_card.pad.strokes()
    assert panel.head_card.pad.strokes()
    assert panel.seal_button.isEnabled()
    assert any("dibatalkan" in text for text in desk.said)
    assert desk.page.back_button.isEnabled()


def test_an_answer_that_came_in_between_stops_the_seal(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    panel = signed(desk)
    confirm(desk, qtbot).seal_button.click()
    desk.services.answering.remark(complete, "Datang belakangan")
    qtbot.waitUntil(lambda: bool(desk.errors), timeout=20_000)
    assert desk.errors[0].code == "assessment.not_ready"
    assert desk.services.assessments.get(complete).seal is None
    assert panel.auditor_card.is_done()


def test_a_disk_that_refuses_keeps_the_signatures(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    panel = signed(desk)
    dialog = confirm(desk, qtbot)
    staging = desk.services.home / "tmp"
    # Copies of pictures for the preview pass through the same folder.
    qtbot.waitUntil(lambda: not desk.jobs.count(), timeout=20_000)
    staging.rmdir()
    staging.write_bytes(b"in the way")
    dialog.seal_button.click()
    qtbot.waitUntil(lambda: bool(desk.errors), timeout=20_000)
    assert desk.errors[0].code.startswith("workspace.")
    assert desk.services.assessments.get(complete).seal is None
    assert panel.head_card.is_done()
    qtbot.waitUntil(lambda: not panel.seal_button.isHidden())


def test_a_refusal_needs_a_reason(desk: Desk, complete: AssessmentId) -> None:
    desk.page.panel.head_card.refuse_button.click()
    dialog = desk.page.findChild(RefusalDialog)
    assert dialog is not None
    assert not dialog.record_button.isEnabled()
    dialog.reason_edit.setPlainText("   \n ")
    assert not dialog.record_button.isEnabled()
    assert not dialog.hint_label.isHidden()
    dialog.reason_edit.setPlainText("Tidak setuju")
    assert dialog.record_button.isEnabled()


def test_a_refusal_is_shown_and_can_be_revoked(desk: Desk, complete: AssessmentId) -> None:
    card = desk.page.panel.head_card
    sign(card.pad)
    refuse(desk, f"  {REASON}\n")
    assert card.refusal_label.text() == REASON
    assert card.refusal_label.textFormat() == Qt.TextFormat.PlainText
    assert card.pad.isHidden()
    assert card.signing().strokes == ()
    assert card.state_badge.text() == "Menolak"
    card.revoke_button.click()
    assert not card.pad.isHidden()
    assert len(card.signing().strokes) == 1
    assert card.signing().refused_because == ""


def test_a_refusal_can_be_sealed(qtbot: QtBot, desk: Desk, complete: AssessmentId) -> None:
    sign(desk.page.panel.auditor_card.pad)
    refuse(desk, REASON)
    dialog = confirm(desk, qtbot)
    assert REASON in dialog.head_label.text()
    with qtbot.waitSignal(desk.page.sealed, timeout=20_000):
        dialog.seal_button.click()
    seal = desk.services.assessments.get(complete).seal
    assert seal is not None
    assert seal.signatures[1].refused_because == REASON
    assert desk.page.panel.head_card.refusal_label.text() == REASON
    assert desk.page.panel.head_card.revoke_button.isHidden()


def test_what_is_entered_survives_leaving_the_page(
    qtbot: QtBot, desk: Desk, complete: AssessmentId
) -> None:
    panel = signed(desk)
    panel.place_edit.setText("")
    QTest.keyClicks(panel.place_edit, "Bandung")
    panel.head_card.name_edit.setFocus()
    QTest.keyClicks(panel.head_card.name_edit, ", M.M.")
    before = panel.entered()
    other = workspaces.started(desk.services, period="2025")
    desk.page.show_assessment(other)
    assert not panel.auditor_card.is_done()
    desk.page.show_assessment(complete)
    assert panel.entered() == before
    assert before.place == "Bandung"
    assert before.head.person.name == "Budi Santoso, M.M."
    assert len(before.auditor.strokes) == 1


def test_another_auditor_does_not_inherit_a_signature(desk: Desk, complete: AssessmentId) -> None:
    signed(desk)
    desk.services.settings.change(auditor_name="Orang Lain")
    desk.page.show_assessment(complete)
    assert not desk.page.panel.auditor_card.is_done()
    assert "Orang Lain" in desk.page.panel.auditor_card.person_label.text()
    assert desk.page.panel.head_card.is_done()


def test_the_place_of_the_last_seal_is_offered(qtbot: QtBot, desk: Desk) -> None:
    workspaces.a_sealed_assessment(desk.services, period="2023")
    rows = desk.services.assessments.rows()
    again = workspaces.started(desk.services, unit=rows[0].unit_id, period="2024")
    desk.page.show_assessment(again)
    assert desk.page.panel.place_edit.text() == "Bandung"


@pytest.mark.parametrize("field, word", [("place_edit", "tempat"), ("name_edit", "nama")])
def test_an_empty_field_blocks_and_gets_the_focus(
    qtbot: QtBot, desk: Desk, complete: AssessmentId, field: str, word: str
) -> None:
    panel = signed(desk)
    edit = panel.place_edit if field == "place_edit" else panel.head_card.name_edit
    edit.setFocus()
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert word in panel.reason_label.text()
    panel.remark_edit.setFocus()
    QTest.keyClick(desk.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert edit.hasFocus()
    assert desk.page.findChild(SealingDialog) is None


def test_strokes_are_taken_back_one_by_one(qtbot: QtBot, desk: Desk) -> None:
    card = SignerCard()
    qtbot.addWidget(card)
    card.name_role("Auditor", is_head=False)
    card.resize(380, 300)
    card.show()
    sign(card.pad)
    sign(card.pad)
    card.undo_button.click()
    assert len(card.signing().strokes) == 1
    assert card.is_done()
    card.clear_button.click()
    assert not card.is_done()
    assert not card.clear_button.isEnabled()
    assert card.undo_button.accessibleName() == "Hapus goresan terakhir Auditor"
