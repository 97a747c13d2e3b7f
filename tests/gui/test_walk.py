"""The walk: answering with keys, moving, notes, undo, conflicts, what stands around."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import answer_slot
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId, OptionId
from kepatuhan_desktop.domain.scoring import Chosen, Excluded
from kepatuhan_desktop.errors import DiskFull
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.dialogs.not_applicable import NotApplicableDialog
from kepatuhan_desktop.gui.models.components import ComponentRow, GroupRow
from kepatuhan_desktop.gui.widgets.conflict_notice import ConflictNotice
from tests.builders import entries, workspaces
from tests.builders.walks import Walk, walking

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
B1, B2, B4 = IndicatorId("b.1"), IndicatorId("b.2"), IndicatorId("b.4")


@pytest.fixture
def walk(qtbot: QtBot, home: Path) -> Iterator[Walk]:
    with walking(qtbot, home) as made:
        yield made


def test_a_fresh_assessment_begins_at_its_first_question(walk: Walk) -> None:
    assert walk.page.current() == B1
    assert walk.card().hasFocus()
    assert walk.page.title_label.text() == "Persyaratan"
    assert "Pasal 21 huruf b" in walk.page.article_label.text()


def test_a_digit_answers_the_current_question_and_stays_there(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    assert walk.state().answers == {B1: Chosen(OptionId("full"))}
    assert walk.card().options()[2].isChecked()
    assert walk.page.current() == B1


def test_saved_is_said_after_the_commit(walk: Walk) -> None:
    walk.press(Qt.Key.Key_1)
    assert walk.page.saved_label.state() == "saved"
    assert walk.page.saved_label.text().startswith("Tersimpan ")


def test_a_digit_without_an_option_changes_nothing_and_says_so(walk: Walk) -> None:
    walk.press(Qt.Key.Key_9)
    assert not walk.state().answers
    assert walk.said[-1][0] == "Tidak ada jawaban nomor 9."


def test_arrow_keys_and_letters_move_between_questions(walk: Walk) -> None:
    walk.press(Qt.Key.Key_Down)
    assert walk.page.current() == B2
    walk.press(Qt.Key.Key_K)
    assert walk.page.current() == B1
    walk.press(Qt.Key.Key_J)
    assert walk.page.current() == B2


def test_page_keys_move_between_components(walk: Walk) -> None:
    walk.press(Qt.Key.Key_PageDown)
    assert walk.page.current() == "c.1"
    walk.press(Qt.Key.Key_Right, CTRL)
    assert walk.page.current() == "d.1"
    walk.press(Qt.Key.Key_PageUp)
    assert walk.page.component_list.selected() == "c"


def test_moving_down_from_the_last_question_enters_the_next_component(walk: Walk) -> None:
    walk.go_to("b.5")
    walk.press(Qt.Key.Key_Down)
    assert walk.page.current() == "c.1"


def test_the_place_is_remembered(walk: Walk) -> None:
    walk.go_to("j.2")
    walk.page.show_assessment(walk.one)
    walk.settle()
    assert walk.page.current() == "j.2"
    assert walk.services.settings.current.positions[walk.one] == "j.2"


def test_clicking_an_option_answers_and_makes_its_card_current(walk: Walk) -> None:
    button = walk.card(B2).options()[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert walk.state().answers[B2] == Chosen(OptionId("open"))
    assert walk.page.current() == B2


def test_zero_asks_for_a_reason_and_excludes(walk: Walk) -> None:
    walk.go_to(B4)
    walk.press(Qt.Key.Key_0)
    dialog = walk.page.findChild(NotApplicableDialog)
    assert isinstance(dialog, NotApplicableDialog)
    assert not dialog.exclude_button.isEnabled()
    dialog.reason_edit.setPlainText("Semua layanan daring")
    dialog.exclude_button.click()
    assert walk.state().answers[B4] == Excluded("Semua layanan daring")
    assert "Semua layanan daring" in walk.card(B4).answer_text()


def test_zero_is_refused_where_everybody_must_answer(walk: Walk) -> None:
    walk.press(Qt.Key.Key_0)
    assert walk.page.findChild(NotApplicableDialog) is None
    assert walk.said[-1][0] == "Pertanyaan ini berlaku bagi semua unit."


def test_undo_and_redo_go_where_something_changed(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    walk.go_to("j.1")
    walk.press(Qt.Key.Key_Z, CTRL)
    assert not walk.state().answers
    assert walk.page.current() == B1
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert walk.state().answers == {B1: Chosen(OptionId("full"))}
    assert not walk.page.redo_button.isEnabled()


def test_delete_clears_the_answer(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    walk.press(Qt.Key.Key_Delete)
    assert not walk.state().answers


def test_digits_in_a_note_are_text(walk: Walk) -> None:
    walk.press(Qt.Key.Key_N)
    assert walk.card().note.hasFocus()
    QTest.keyClicks(walk.card().note, "Loket 2")
    assert walk.page.saved_label.state() == "pending"
    walk.press(Qt.Key.Key_Escape)
    assert walk.card().hasFocus()
    assert walk.state().notes == {B1: "Loket 2"}
    assert not walk.state().answers


def test_a_note_saves_itself_when_the_typing_stops(walk: Walk) -> None:
    walk.press(Qt.Key.Key_N)
    QTest.keyClicks(walk.card().note, "Papan pudar ")
    walk.qtbot.waitUntil(lambda: walk.state().notes == {B1: "Papan pudar"})
    assert walk.card().note.toPlainText() == "Papan pudar "
    assert walk.page.saved_label.state() == "saved"


def test_leaving_in_any_way_saves_the_note(walk: Walk) -> None:
    walk.card().note.setPlainText("satu")
    walk.page.move_component(1)
    assert walk.state().notes == {B1: "satu"}
    walk.settle()
    walk.card("c.1").note.setPlainText("dua")
    walk.page.hide()
    assert walk.state().notes[IndicatorId("c.1")] == "dua"


def test_a_note_that_could_not_be_saved_comes_back(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(path="x")

    with monkeypatch.context() as patch:
        patch.setattr(walk.services.answering, "note", full)
        walk.card().note.setPlainText("penting")
        walk.page.move_component(1)
        walk.settle()
    assert walk.page.saved_label.state() == "failed"
    assert walk.errors
    walk.go_to(B1)
    assert walk.card().note.toPlainText() == "penting"
    walk.page.flush()
    assert walk.state().notes == {B1: "penting"}


def test_what_could_not_be_written_is_not_shown(
    walk: Walk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(path="x")

    monkeypatch.setattr(walk.services.answering, "choose", full)
    walk.press(Qt.Key.Key_3)
    assert [error.code for error in walk.errors] == ["workspace.disk_full"]
    assert not any(option.isChecked() for option in walk.card().options())
    assert walk.page.saved_label.state() == "failed"


def test_required_evidence_is_shown_and_turns_green(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    chips = {chip.text: chip.zone for chip in walk.card().chips()}
    assert chips["Bukti wajib: Standar pelayanan: persyaratan"] == "yellow"
    workspaces.attached(walk.services, walk.one, B1)
    walk.page.show_assessment(walk.one)
    walk.settle()
    chips = {chip.text: chip.zone for chip in walk.card().chips()}
    assert chips["Bukti wajib: Standar pelayanan: persyaratan"] == "green"


def test_unofficial_weights_are_marked(walk: Walk) -> None:
    assert "Bobot 2 · tidak resmi" in [chip.text for chip in walk.card().chips()]


def test_components_tell_progress_and_lack_of_evidence(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    rows = walk.page.component_list.rows()
    first = rows[1]
    assert isinstance(first, ComponentRow)
    assert (first.answered, first.indicators, first.lacks_evidence) == (1, 5, True)
    assert "bukti kurang" in first.spoken()
    assert [row.components for row in rows if isinstance(row, GroupRow)] == [6, 8]


def test_the_component_list_turns_to_a_component(walk: Walk) -> None:
    listing = walk.page.component_list
    listing.setFocus()
    QTest.keyClick(listing, Qt.Key.Key_Down)
    walk.settle()
    assert walk.page.current() == "c.1"
    assert listing.hasFocus()


def test_what_blocks_signing_can_be_pressed(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    jumps = walk.page.score_panel.lacks.jumps()
    assert jumps[0].text == "55 indikator belum dijawab"
    walk.page.score_panel.lacks.press("unanswered")
    walk.settle()
    assert walk.page.current() == B2
    walk.page.score_panel.lacks.press("evidence:b.1")
    walk.settle()
    assert walk.page.current() == B1


def test_the_way_to_the_next_category_can_be_pressed(walk: Walk) -> None:
    walk.press(Qt.Key.Key_2)
    panel = walk.page.score_panel
    walk.qtbot.waitUntil(lambda: bool(panel.way.jumps()))
    walk.go_to("j.1")
    panel.way.press("b.1")
    walk.settle()
    assert walk.page.current() == B1


def test_a_conflict_shows_both_answers_and_one_can_be_kept(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    _disagree(walk.services, walk.one)
    walk.page.show_assessment(walk.one)
    walk.settle()
    assert walk.page.score_panel.lacks.jumps()[0].text == "b.1 · ada dua versi"
    notice = walk.card().findChild(ConflictNotice)
    assert isinstance(notice, ConflictNotice)
    buttons = notice.findChildren(QAbstractButton)
    assert [button.text() for button in buttons[:2]] == ["Pakai yang ini"] * 2
    assert len(buttons) == 3  # the last one leads to where they are compared
    wanted = next(one for one in buttons if "Tidak ada" in one.accessibleDescription())
    wanted.click()
    assert walk.state().answers[B1] == Chosen(OptionId("none"))
    assert not walk.state().conflicts


def test_answering_settles_a_conflict(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    _disagree(walk.services, walk.one)
    walk.page.show_assessment(walk.one)
    walk.settle()
    walk.press(Qt.Key.Key_2)
    assert not walk.state().conflicts


def test_a_sealed_assessment_is_read_only(qtbot: QtBot, home: Path) -> None:
    from tests.builders import instruments  # noqa: PLC0415 - one test needs the small one

    with workspaces.opened(home) as services:
        one = workspaces.sealed(services, workspaces.filled(services, instruments.small()))
        walk = Walk(qtbot, services, one)
        before = walk.state()
        walk.press(Qt.Key.Key_1)
        walk.press(Qt.Key.Key_T)
        assert walk.state() == before
        assert not walk.errors
        assert walk.page.sealed_banner.isVisible()
        assert not walk.page.review_button.isVisible()
        assert walk.card().note.isReadOnly()
        with qtbot.waitSignal(walk.page.review_requested):
            walk.page.scorecard_button.click()
        walk.idle()
        walk.jobs.shutdown()


def test_another_device_s_entries_are_shown_when_told(walk: Walk) -> None:
    changes = walk.services.answering.choose(walk.one, B2, OptionId("full"))
    walk.refresher.changed.emit(changes)
    assert walk.card(B2).options()[2].isChecked()


def test_every_focusable_widget_has_a_name(walk: Walk) -> None:
    nameless = []
    for widget in walk.page.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if widget.objectName().startswith("qt_") or interface is None:
            continue
        if not interface.text(QAccessible.Text.Name):
            nameless.append((type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_tab_goes_through_a_card_in_reading_order(walk: Walk) -> None:
    walk.card().setFocus()
    stack, seen = walk.page.question_column.widget(), []
    assert stack is not None
    while (focused := QApplication.focusWidget()) is not None and stack.isAncestorOf(focused):
        seen.append(focused.mapTo(stack, focused.rect().topLeft()).y())
        walk.press(Qt.Key.Key_Tab)
    assert seen == sorted(seen)
    assert len(seen) == 5 * 6 + 2  # one stop for all options of a question


def test_names_of_components_are_never_cut(walk: Walk) -> None:
    rows = [row for row in walk.page.component_list.rows() if isinstance(row, ComponentRow)]
    assert len(rows) == 14
    delegate = walk.page.component_list.itemDelegate()
    assert delegate is not None
    heights = {
        row.title: walk.page.component_list.visualRect(
            walk.page.component_list.model().index(place, 0)
        ).height()
        for place, row in enumerate(walk.page.component_list.rows())
        if isinstance(row, ComponentRow)
    }
    assert min(heights.values()) >= 40


def test_everything_fits_at_the_smallest_size(walk: Walk) -> None:
    walk.page.resize(1280, 700)
    walk.qtbot.wait(1)
    for name in ("review_button", "back_button", "saved_label", "score_button"):
        widget = getattr(walk.page, name)
        assert widget.width() >= widget.minimumSizeHint().width()
    assert walk.page.minimumSizeHint().width() <= 1280
    card = walk.card()
    assert card.x() + card.width() <= walk.page.question_column.viewport().width()


def test_the_score_folds_away_when_it_is_narrow(walk: Walk) -> None:
    walk.press(Qt.Key.Key_3)
    walk.page.resize(1100, 700)
    assert not walk.page.right_panel.isVisible()
    assert walk.page.score_button.text() == "100,00 · A"
    walk.page.score_button.click()
    assert walk.page.right_panel.isVisible()


def test_the_language_changes_at_once(walk: Walk, qapp: QApplication) -> None:
    walk.press(Qt.Key.Key_3)
    qapp.setProperty(words.LANGUAGE_PROPERTY, "en")
    try:
        QApplication.sendEvent(walk.page, QEvent(QEvent.Type.LanguageChange))
        walk.settle()
        assert walk.page.title_label.text() == "Requirements"
        assert walk.card().options()[2].title() == "All services"
        assert walk.card().options()[2].isChecked()
    finally:
        qapp.setProperty(words.LANGUAGE_PROPERTY, "id")


def _disagree(services: Services, one: AssessmentId) -> None:
    """Another device answered the same question differently, not having seen the first."""
    other = entries.Device("other")
    record = services.assessments.get(one).record
    value = codec.plain(Chosen(OptionId("none")))
    entry = other.write(answer_slot(B1), value, record=record)
    services._workspace.journal.merge([entries.body_of(entry)])
