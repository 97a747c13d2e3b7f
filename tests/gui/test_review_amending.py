"""What can still be done with a seal: correct, withdraw, give up, look at any revision."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.organisation import Institution, Unit
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.dialogs.amendment import AmendmentDialog
from kepatuhan_desktop.gui.dialogs.history import HistoryDialog
from kepatuhan_desktop.gui.dialogs.withdrawal import WithdrawalDialog
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.pages.review_acts import Looked
from tests.builders import seals, workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A2, B1, FULL, HALF
from tests.builders.review import Desk, a_desk, a_pdf

D = TypeVar("D", bound=QDialog)
WHY = "Foto papan pengumuman tertukar dengan unit lain"


@pytest.fixture
def desk(qtbot: QtBot, home: Path) -> Iterator[Desk]:
    """A page over an empty workspace."""
    with a_desk(home) as made:
        qtbot.addWidget(made.page)
        yield made


@pytest.fixture
def signed(qtbot: QtBot, desk: Desk) -> AssessmentId:
    """A sealed assessment, shown."""
    one = workspaces.filled(desk.services)
    seals.sealed(desk.services, one, a_pdf(2))
    desk.page.show()
    qtbot.waitExposed(desk.page)
    desk.page.show_assessment(one)
    return one


def late(desk: Desk, one: AssessmentId, folder: Path) -> None:
    """A colleague's entries of before the seal arrive."""
    before = [
        body for body in desk.services._workspace.journal.bodies() if b'"slot":"seal"' not in body
    ]
    with workspaces.opened(folder, CountingIds("b")) as colleague:
        colleague._workspace.journal.merge(before)
        colleague.answering.choose(one, A2, HALF)
        colleague.answering.note(one, B1, "terlambat")
        desk.services._workspace.journal.merge(colleague._workspace.journal.bodies())
    desk.page.show_assessment(one)


def the_dialog(desk: Desk, kind: type[D]) -> D:
    """The dialog that is open."""
    found = desk.page.findChild(kind)
    assert found is not None
    return found


def amend(desk: Desk) -> AmendmentDialog:
    """Open the dialog for a correction by its button."""
    desk.page.panel.after_seal.amend_button.click()
    return the_dialog(desk, AmendmentDialog)


def names_of(widget: QWidget) -> list[str]:
    """Visible controls that a screen reader could not name."""
    nameless = []
    for child in widget.findChildren(QAbstractButton):
        interface = QAccessible.queryAccessibleInterface(child)
        if child.isVisible() and not interface.text(QAccessible.Text.Name):
            nameless.append(child.objectName())
    return nameless


def test_what_can_be_done_is_offered_only_where_it_is_sealed(
    desk: Desk, signed: AssessmentId
) -> None:
    assert desk.page.panel.after_seal.isVisible()
    assert desk.page.amendment_banner.isHidden()
    assert desk.page.revision_bar.isHidden()
    other = workspaces.filled(desk.services, period="2023")
    desk.page.show_assessment(other)
    assert desk.page.panel.after_seal.isHidden()


def test_a_correction_asks_for_a_reason_and_leads_to_the_questions(
    desk: Desk, signed: AssessmentId
) -> None:
    dialog = amend(desk)
    assert not dialog.amend_button.isEnabled()
    assert dialog.late_box.isHidden()
    assert "Revisi 1" in dialog.stays_label.text()
    dialog.reason_edit.setPlainText(f"  {WHY}\n")
    dialog.amend_button.click()
    assert desk.services.assessments.row(signed).status is Status.AMENDING
    assert desk.left == [signed]
    assert desk.errors == []


def test_what_came_late_must_be_looked_at_first(
    desk: Desk, signed: AssessmentId, tmp_path: Path
) -> None:
    late(desk, signed, tmp_path / "colleague")
    notice = desk.page.panel.after_seal.late_notice
    assert notice.isVisible()
    assert notice.title().startswith("2 ")
    dialog = amend(desk)
    dialog.reason_edit.setPlainText(WHY)
    assert not dialog.amend_button.isEnabled()
    assert "terlambat" in dialog.late_view.toPlainText()
    dialog.late_check.setChecked(True)
    dialog.amend_button.click()
    assert desk.services.assessments.get(signed).is_amending


def test_while_it_is_corrected_the_banner_says_so(desk: Desk, signed: AssessmentId) -> None:
    desk.services.amending.amend(signed, WHY)
    desk.services.answering.choose(signed, A2, HALF)
    desk.page.show_assessment(signed)
    banner = desk.page.amendment_banner
    assert banner.isVisible()
    assert banner.title_label.text() == "Revisi 2 – mengoreksi revisi 1"
    assert WHY in banner.reason_label.text()
    assert banner.score_label.text().startswith("100,00 · A  →  ")
    assert banner.drop_button.isHidden()
    panel = desk.page.panel
    assert panel.place_edit.text() == "Bandung"
    assert panel.auditor_card.state_badge.text() == "Belum tanda tangan"
    assert panel.after_seal.isHidden()


def test_a_correction_without_changes_is_given_up_by_one_click(
    desk: Desk, signed: AssessmentId
) -> None:
    desk.services.amending.amend(signed, WHY)
    desk.page.show_assessment(signed)
    banner = desk.page.amendment_banner
    assert banner.score_caption.text() == "nilai tidak berubah"
    banner.drop_button.click()
    assert desk.services.assessments.get(signed).is_sealed
    assert banner.isHidden()
    assert desk.page.panel.after_seal.isVisible()
    assert len(desk.said) == 1


def test_a_signature_is_withdrawn(desk: Desk, signed: AssessmentId) -> None:
    desk.page.panel.after_seal.withdraw_button.click()
    dialog = the_dialog(desk, WithdrawalDialog)
    assert not dialog.withdraw_button.isEnabled()
    dialog.head_radio.setChecked(True)
    dialog.reason_edit.setPlainText("Belum membaca lampiran")
    dialog.withdraw_button.click()
    state = desk.services.assessments.get(signed)
    assert state.acts.withdrawn["unit_head"].reason == "Belum membaca lampiran"
    assert state.is_sealed
    page = desk.page
    assert page.state_badge.text() == "Tanda tangan ditarik"
    assert page.panel.head_card.state_badge.text() == "Ditarik"
    assert page.panel.auditor_card.state_badge.text() == "Sudah tanda tangan"
    assert "Belum membaca lampiran" in page.panel.after_seal.withdrawn_notice.sentence()
    assert page.panel.after_seal.withdraw_button.isEnabled()


def test_the_last_signature_is_chosen_by_itself_and_then_there_is_none(
    desk: Desk, signed: AssessmentId
) -> None:
    desk.services.amending.withdraw(signed, "auditor", workspaces.SITI, WHY)
    desk.page.show_assessment(signed)
    desk.page.panel.after_seal.withdraw_button.click()
    dialog = the_dialog(desk, WithdrawalDialog)
    assert dialog.auditor_radio.isHidden()
    assert dialog.head_radio.isChecked()
    dialog.reason_edit.setPlainText(WHY)
    dialog.withdraw_button.click()
    assert not desk.page.panel.after_seal.withdraw_button.isEnabled()
    desk.page.acts.withdraw(desk.services.assessments.overview(signed))
    assert [one for one in desk.page.findChildren(WithdrawalDialog) if one.isVisible()] == []


def test_two_seals_at_a_time_are_told(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    one = workspaces.filled(desk.services)
    with workspaces.opened(tmp_path / "colleague", CountingIds("b")) as colleague:
        colleague._workspace.journal.merge(desk.services._workspace.journal.bodies())
        colleague.attaching.keep(workspaces.a_photo(), "papan.jpg")
        colleague.answering.choose(one, A2, HALF)
        seals.sealed(colleague, one)
        seals.sealed(desk.services, one)
        desk.services._workspace.journal.merge(colleague._workspace.journal.bodies())
    desk.page.show()
    qtbot.waitExposed(desk.page)
    desk.page.show_assessment(one)
    notice = desk.page.panel.after_seal.rival_notice
    assert notice.isVisible()
    assert notice.title() == "Dua perangkat menandatangani revisi 1"


def test_any_revision_can_be_looked_at_and_saved(
    qtbot: QtBot, desk: Desk, signed: AssessmentId
) -> None:
    first = desk.services.assessments.revisions(signed)[0].id
    desk.services.amending.amend(signed, WHY)
    desk.services.answering.choose(signed, A2, HALF)
    seals.sealed(desk.services, signed, a_pdf(3))
    page = desk.page
    page.show_assessment(signed)
    qtbot.waitUntil(desk.is_drawn, timeout=10_000)
    assert page.pages.file_name().endswith("-2024-revisi-2.pdf")
    page.acts.looked_at.emit(Looked(first))
    qtbot.waitUntil(desk.is_drawn, timeout=10_000)
    drawn = page.preview.drawn()
    assert drawn is not None
    assert drawn.pdf == a_pdf(2)
    assert page.revision_bar.isVisible()
    assert "bukan yang berlaku" in page.revision_bar.text_label.text()
    assert page.pages.file_name().endswith("-2024.pdf")
    page.revision_bar.back_button.click()
    qtbot.waitUntil(desk.is_drawn, timeout=10_000)
    drawn = page.preview.drawn()
    assert drawn is not None
    assert drawn.pdf == a_pdf(3)
    assert page.revision_bar.isHidden()


def test_the_history_opens_a_revision(qtbot: QtBot, desk: Desk, signed: AssessmentId) -> None:
    desk.page.history_button.click()
    dialog = the_dialog(desk, HistoryDialog)
    assert [row.revision for row in dialog.rows()] == [1, 1]
    dialog.open_button.click()
    assert desk.page.revision_bar.isVisible()
    assert "revisi 1" in desk.page.revision_bar.text_label.text()


def test_a_file_that_is_not_ours_is_refused_with_a_sentence(
    qtbot: QtBot, desk: Desk, signed: AssessmentId, tmp_path: Path
) -> None:
    stranger = tmp_path / "lain.pdf"
    stranger.write_bytes(a_pdf(1))
    desk.page.acts.take_stamped(signed, str(stranger))
    qtbot.waitUntil(lambda: bool(desk.errors), timeout=20_000)
    assert desk.errors[0].code in ("stamp.foreign", "stamp.refused")
    desk.page.acts.take_stamped(signed, "")
    huge = tmp_path / "besar.pdf"
    with huge.open("wb") as file:
        file.truncate(60_000_000)
    desk.page.acts.take_stamped(signed, str(huge))
    qtbot.waitUntil(lambda: len(desk.errors) == 2, timeout=20_000)
    assert desk.errors[1].code == "stamp.foreign"


def test_an_error_of_the_journal_is_shown(desk: Desk, signed: AssessmentId) -> None:
    dialog = amend(desk)
    dialog.reason_edit.setPlainText(WHY)
    desk.services.amending.amend(signed, "dari jendela lain")
    dialog.amend_button.click()
    assert [error.code for error in desk.errors] == ["assessment.not_sealed"]
    assert desk.left == []


def test_everything_speaks_another_language_at_once(
    qapp: QApplication, desk: Desk, signed: AssessmentId
) -> None:
    desk.services.amending.amend(signed, WHY)
    desk.page.show_assessment(signed)
    for name in ("en", "id"):
        languages.apply(qapp, "en" if name == "en" else "id")
    assert desk.page.amendment_banner.title_label.text() == "Revisi 2 – mengoreksi revisi 1"
    QApplication.sendEvent(desk.page.revision_bar, QEvent(QEvent.Type.LanguageChange))


def test_everything_has_a_name_and_long_names_clip_nothing(qtbot: QtBot, desk: Desk) -> None:
    institution, _ = desk.services.organisations.register_institution(
        Institution(name="Pemerintah Kabupaten " + "Kepulauan Sangat Jauh " * 6)
    )
    unit, _ = desk.services.organisations.register_unit(
        Unit(institution=institution, name="Unit Pelaksana " * 12, head_name="Nama " * 20)
    )
    one = workspaces.filled(desk.services, unit=unit)
    seals.sealed(desk.services, one)
    desk.services.amending.withdraw(one, "auditor", workspaces.SITI, "Panjang sekali " * 30)
    page = desk.page
    page.resize(1280, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_assessment(one)
    panel = page.panel
    assert panel.after_seal.width() <= panel.panel_scroll.viewport().width()
    content = panel.panel_scroll.widget()
    assert content is not None
    assert content.width() <= panel.panel_scroll.viewport().width()
    assert names_of(page) == []
    desk.services.amending.amend(one, "Alasan yang panjang sekali. " * 40)
    page.show_assessment(one)
    assert page.minimumSizeHint().width() <= 1280
    assert page.amendment_banner.reason_label.toolTip()
    assert names_of(page) == []


def test_mnemonics_of_a_sealed_page_are_unique(desk: Desk, signed: AssessmentId) -> None:
    buttons = desk.page.findChildren(QAbstractButton)
    labels = [one for one in desk.page.findChildren(QLabel) if one.buddy() is not None]
    texts = [one.text() for one in buttons if one.isVisible()]
    texts += [one.text() for one in labels if one.isVisible()]
    texts = [text.replace("&&", "") for text in texts]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert sorted(letters) == sorted(set(letters))


def test_the_window_leads_from_the_seal_to_the_questions_and_back(
    qtbot: QtBot, desk: Desk, signed: AssessmentId, tmp_path: Path
) -> None:
    late(desk, signed, tmp_path / "colleague")
    window = MainWindow(desk.services)
    qtbot.addWidget(window)
    window.show()
    window.open_assessment(signed)
    assert window.stack.currentWidget() is window.review()
    some = desk.services.assessments.late(signed)
    window.refresher.changed.emit(desk.services.amending.amend(signed, WHY, some))
    window.review().left.emit(signed)
    walk = window.walk()
    assert window.stack.currentWidget() is walk
    assert walk.is_open()
    assert walk.amendment_banner.isVisible()
    walk.amendment_banner.late_button.click()
    assert walk.current() == A2
    walk.amendment_banner.late_button.click()
    assert walk.current() == B1
    window.refresher.changed.emit(desk.services.answering.choose(signed, A2, FULL))
    page = window.list_page
    window.show_list()
    assert page.amending_button.isVisible()
    page.amending_button.click()
    assert page.assessments_table.model().rowCount() == 1
    window.jobs.shutdown()
