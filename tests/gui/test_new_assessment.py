"""The dialog that begins an assessment."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import DiskFull
from kepatuhan_desktop.gui.dialogs.new_assessment import NewAssessmentDialog
from kepatuhan_desktop.gui.refresh import Refresher
from kepatuhan_desktop.services.assessments import Assessments
from tests.builders import instruments, workspaces
from tests.builders.gui_lists import nameless, tab_chain


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        found.instruments.install(instruments.small())
        found.settings.change(auditor_name="Siti Aminah", auditor_nip="1980", auditor_position="A")
        yield found


@pytest.fixture
def dialog(qtbot: QtBot, qapp: QApplication, services: Services) -> NewAssessmentDialog:
    return opened(qtbot, qapp, services)


def opened(qtbot: QtBot, qapp: QApplication, services: Services) -> NewAssessmentDialog:
    made = NewAssessmentDialog(services, Refresher(qapp))
    qtbot.addWidget(made)
    made.open()
    qtbot.waitExposed(made)
    return made


def fill(dialog: NewAssessmentDialog, unit: str = "Dinas Baru") -> None:
    dialog.institution_combo.setEditText("Kota Baru")
    dialog.unit_combo.setEditText(unit)
    dialog.product_combo.setEditText("Izin usaha")
    dialog.head_name_edit.setText("Budi Santoso")
    dialog.address_edit.setText("Jalan Merdeka 1")
    dialog.period_edit.setText("2026")
    dialog.team_edit.setPlainText("Rina\n\n  Joko \n")


def begun(qtbot: QtBot, dialog: NewAssessmentDialog) -> AssessmentId:
    with qtbot.waitSignal(dialog.opened) as signal:
        dialog.start_button.click()
    (one,) = signal.args or [""]
    return AssessmentId(one)


def test_names_that_are_new_are_registered(
    qtbot: QtBot, dialog: NewAssessmentDialog, services: Services
) -> None:
    fill(dialog)
    overview = services.assessments.overview(begun(qtbot, dialog))
    assert overview.institution.name == "Kota Baru"
    assert (overview.unit.name, overview.unit.head_name) == ("Dinas Baru", "Budi Santoso")
    assert overview.product is not None
    assert overview.product.name == "Izin usaha"
    profile = overview.assessment.profile
    assert [person.name for person in profile.team] == ["Rina", "Joko"]
    assert (profile.auditor.name, profile.auditor.nip) == ("Siti Aminah", "1980")
    assert not dialog.isVisible()


def test_names_that_are_known_are_not_registered_twice(
    qtbot: QtBot, qapp: QApplication, dialog: NewAssessmentDialog, services: Services
) -> None:
    fill(dialog)
    begun(qtbot, dialog)
    again = opened(qtbot, qapp, services)
    again.institution_combo.setEditText("kota baru")
    again.unit_combo.setEditText("DINAS BARU")
    assert again.head_name_edit.text() == "Budi Santoso"
    again.head_name_edit.setText("Ani Wijaya")
    overview = services.assessments.overview(begun(qtbot, again))
    assert len(services.organisations.institutions()) == 1
    institution = overview.assessment.profile.institution
    assert len(services.organisations.units(institution)) == 1
    assert (overview.unit.name, overview.unit.head_name) == ("Dinas Baru", "Ani Wijaya")


def test_each_fault_stands_beside_its_field(dialog: NewAssessmentDialog) -> None:
    dialog.institution_combo.setEditText("")
    dialog.period_edit.setText("dua ribu")
    dialog.auditor_name_edit.clear()
    dialog.start_button.click()
    assert dialog.isVisible()
    for label in (
        dialog.institution_error,
        dialog.unit_error,
        dialog.period_error,
        dialog.auditor_name_error,
    ):
        assert label.isVisible()
        assert label.text()
    dialog.period_edit.setText("2026-1")
    assert not dialog.period_error.isVisible()


def test_a_failing_disk_loses_nothing_that_was_typed(
    qtbot: QtBot,
    dialog: NewAssessmentDialog,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_self: Assessments, _profile: object) -> None:
        raise DiskFull(path="/data")

    fill(dialog)
    with monkeypatch.context() as patch:
        patch.setattr(Assessments, "start", refuse)
        dialog.start_button.click()
    assert "Diska penuh" in dialog.error_bar.text()
    assert dialog.unit_combo.currentText() == "Dinas Baru"
    begun(qtbot, dialog)
    assert len(services.organisations.institutions()) == 1


def test_an_assessment_that_there_is_already_is_pointed_out(
    qtbot: QtBot, qapp: QApplication, dialog: NewAssessmentDialog, services: Services
) -> None:
    fill(dialog)
    first = begun(qtbot, dialog)
    again = opened(qtbot, qapp, services)
    fill(again)
    assert again.duplicate_notice.isVisible()
    with qtbot.waitSignal(again.opened) as signal:
        again.duplicate_button.click()
    assert signal.args == [first]
    third = opened(qtbot, qapp, services)
    fill(third)
    assert begun(qtbot, third) != first


def test_another_period_is_no_duplicate(
    qtbot: QtBot, qapp: QApplication, dialog: NewAssessmentDialog, services: Services
) -> None:
    fill(dialog)
    begun(qtbot, dialog)
    again = opened(qtbot, qapp, services)
    fill(again)
    again.period_edit.setText("2027")
    assert not again.duplicate_notice.isVisible()


def test_the_first_auditor_can_be_remembered(
    qtbot: QtBot, qapp: QApplication, services: Services
) -> None:
    services.settings.change(auditor_name="")
    dialog = opened(qtbot, qapp, services)
    assert dialog.remember_check.isVisible()
    fill(dialog)
    dialog.auditor_name_edit.setText("Rina Kusuma")
    begun(qtbot, dialog)
    assert services.auditor().name == "Rina Kusuma"


def test_it_fits_a_small_screen_with_every_sentence_shown(dialog: NewAssessmentDialog) -> None:
    dialog.institution_combo.setEditText("")
    dialog.auditor_name_edit.clear()
    dialog.period_edit.clear()
    dialog.start_button.click()
    dialog.adjustSize()
    assert dialog.height() <= 700
    assert dialog.width() <= 1280


def test_everything_has_a_name_and_its_turn(dialog: NewAssessmentDialog) -> None:
    assert nameless(dialog) == []
    assert tab_chain(dialog)[:5] == [
        "institution_combo",
        "unit_combo",
        "product_combo",
        "address_edit",
        "head_name_edit",
    ]


def test_the_keyboard_alone_begins_an_assessment(qtbot: QtBot, dialog: NewAssessmentDialog) -> None:
    dialog.activateWindow()
    edit = dialog.institution_combo.lineEdit()
    assert edit is not None
    edit.setFocus()
    QTest.keyClicks(edit, "Kota Uji")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    unit = dialog.unit_combo.lineEdit()
    assert unit is not None
    qtbot.waitUntil(unit.hasFocus)
    QTest.keyClicks(unit, "Dinas Uji")
    with qtbot.waitSignal(dialog.opened):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
