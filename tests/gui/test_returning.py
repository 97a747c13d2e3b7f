"""Headquarters sends work back in the window, and the auditor answers it there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui.dialogs.amendment import AmendmentDialog
from kepatuhan_desktop.gui.dialogs.return_work import ReturnDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models import history
from kepatuhan_desktop.gui.models.assessments import AssessmentsModel, Column
from kepatuhan_desktop.gui.pages.review import ReviewPage
from kepatuhan_desktop.gui.pages.walk import WalkPage
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.gui.widgets.comment_notice import CommentNotice
from tests.builders import offices, workspaces
from tests.builders.gui_lists import nameless, tab_chain
from tests.builders.instruments import A1, A2
from tests.builders.offices import Round

REASON = "Foto papan tidak terbaca"


@pytest.fixture
def all_(tmp_path: Path) -> Iterator[Round]:
    """Headquarters and the field."""
    with offices.round_of(tmp_path) as found:
        yield found


@pytest.fixture
def one(all_: Round) -> AssessmentId:
    """A sealed assessment that headquarters holds."""
    name = workspaces.a_sealed_assessment(all_.field)
    all_.arrive(all_.results())
    return name


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """Where the worker works."""
    made = Jobs(qapp)
    yield made
    made.shutdown()


@pytest.fixture
def returned(all_: Round, one: AssessmentId) -> AssessmentId:
    """The same, sent back with a comment at the second question."""
    all_.office.returning.give_back(one, REASON, {A2: "Ulangi dari dekat."})
    all_.arrive(all_.letter(Purpose.RETURN), all_.field)
    return one


def review(
    qtbot: QtBot, qapp: QApplication, jobs: Jobs, all_: Round, one: str, *, office: bool
) -> ReviewPage:
    """The review of it at headquarters or in the field."""
    page = ReviewPage(all_.office if office else all_.field, jobs, Refresher(qapp))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.show_assessment(one)
    qtbot.waitExposed(page)
    return page


def test_headquarters_sends_it_back(
    qtbot: QtBot, qapp: QApplication, jobs: Jobs, all_: Round, one: AssessmentId
) -> None:
    page = review(qtbot, qapp, jobs, all_, one, office=True)
    button = page.panel.after_seal.return_button
    assert button.isVisibleTo(page)
    assert button.text() == "Kembalikan ke a&uditor…"
    button.click()
    (dialog,) = page.findChildren(ReturnDialog)
    assert nameless(dialog) == []
    assert tab_chain(dialog)[0] == "reason_edit"
    assert not dialog.return_button.isEnabled()
    QTest.keyClicks(dialog.reason_edit, REASON)
    QTest.keyClicks(dialog.search_edit, "a.2")
    dialog.go_to(A2)
    QTest.keyClicks(dialog.comment_edit, "Ulangi dari dekat.")
    assert dialog.hint_label.text() == "1 pertanyaan dikomentari."
    with qtbot.waitSignal(page.announced):
        dialog.return_button.click()
    found = all_.office.returning.returned(one)
    assert found is not None
    assert (found.reason, found.comments) == (REASON, {A2: "Ulangi dari dekat."})
    assert page.state_badge.text() == "Dikembalikan"
    assert button.text() == "Ubah pengembalia&n…"


def test_what_was_said_can_be_changed(qtbot: QtBot, all_: Round, returned: AssessmentId) -> None:
    overview = all_.office.assessments.overview(returned)
    dialog = ReturnDialog(overview, all_.office.returning.returned(returned))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.reason_edit.toPlainText() == REASON
    dialog.go_to(A2)
    assert dialog.comment_edit.toPlainText() == "Ulangi dari dekat."
    dialog.comment_edit.clear()
    dialog.go_to(A1)
    dialog.comment_edit.setPlainText("Salah ruang.")
    with qtbot.waitSignal(dialog.returned) as signal:
        dialog.return_button.click()
    assert signal.args == [REASON, {A1: "Salah ruang."}]


def test_the_search_leaves_what_fits(qtbot: QtBot, all_: Round, one: AssessmentId) -> None:
    dialog = ReturnDialog(all_.office.assessments.overview(one), None)
    qtbot.addWidget(dialog)
    second = dialog.questions_list.item(1)
    dialog.search_edit.setText(second.text())
    assert dialog.questions_list.currentItem() is second
    assert dialog.questions_list.item(0).isHidden()
    dialog.search_edit.setText("tidak ada pertanyaan begini")
    assert second.isHidden()
    dialog.search_edit.clear()
    assert not dialog.questions_list.item(0).isHidden()
    dialog._enter_comment()


def test_the_field_opens_the_correction_with_the_reason_filled_in(
    qtbot: QtBot, qapp: QApplication, jobs: Jobs, all_: Round, returned: AssessmentId
) -> None:
    page = review(qtbot, qapp, jobs, all_, returned, office=False)
    after = page.panel.after_seal
    assert not after.return_button.isVisibleTo(page)
    assert after.returned_notice.isVisibleTo(page)
    assert after.returned_notice.title() == "Dikembalikan pusat: Pusat"
    assert REASON in after.returned_notice.sentence()
    QApplication.sendEvent(after, QEvent(QEvent.Type.LanguageChange))
    after.amend_button.click()
    (dialog,) = page.findChildren(AmendmentDialog)
    assert dialog.reason_edit.toPlainText() == REASON
    with qtbot.waitSignal(page.left):
        dialog.amend_button.click()
    assert all_.field.assessments.get(returned).is_amending


def test_the_walk_shows_the_comment_at_its_question(
    qtbot: QtBot, qapp: QApplication, jobs: Jobs, all_: Round, returned: AssessmentId
) -> None:
    all_.field.amending.amend(returned, REASON)
    page = WalkPage(all_.field, jobs, Refresher(qapp))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    page.show_assessment(returned)
    qtbot.waitUntil(page.question_column.is_complete)
    banner = page.amendment_banner
    assert banner.comments_button.isVisibleTo(page)
    assert banner.comments_button.text() == "Lihat 1 ko&mentar pusat"
    banner.comments_button.click()
    card = page.question_column.current_card()
    assert card is not None
    assert card.indicator == A2
    notice = card.findChild(CommentNotice)
    assert notice is not None
    assert (notice.title(), notice.sentence()) == ("Komentar pusat", "Ulangi dari dekat.")
    assert notice.isVisibleTo(page)
    other = page.question_column.card(A1)
    assert other is not None
    assert not other.findChildren(CommentNotice)[0].isVisibleTo(page)
    QApplication.sendEvent(notice, QEvent(QEvent.Type.LanguageChange))
    assert notice.title() == "Komentar pusat"


def test_the_list_says_sent_back(qapp: QApplication, all_: Round, returned: AssessmentId) -> None:
    model = AssessmentsModel(qapp)
    model.show_rows(all_.field.assessments.rows())
    model.show_received(frozenset({returned}))
    index = model.index(0, Column.STATUS)
    assert index.data() == "Dikembalikan"
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "mengembalikan revisi 1" in tip


def test_the_history_tells_it(all_: Round, returned: AssessmentId) -> None:
    row = history.act_rows(all_.field.history.acts(returned))[0]
    assert row.title == "Pusat mengembalikan revisi 1"
    assert REASON in row.details
    assert "1 pertanyaan" in row.details
