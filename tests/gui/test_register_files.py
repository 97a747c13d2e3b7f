"""Headquarters loads a register of units, and installs an instrument, after a look at the file."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.organisation import PROFILE, unit_record
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.dialogs import file_review
from kepatuhan_desktop.gui.dialogs.file_review import FileReviewDialog
from kepatuhan_desktop.gui.dialogs.instrument_file import InstrumentFileDialog
from kepatuhan_desktop.gui.dialogs.units_file import UnitsFileDialog
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.exchange import ExchangePage
from kepatuhan_desktop.gui.pages.exchange_plans import PlansView
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import offices, workspaces
from tests.builders.gui_lists import nameless, tab_chain
from tests.builders.offices import Round

TEXT = (
    "instansi;unit;alamat;produk;no\n"
    "Kota Uji;Dinas A;Jalan 1;KTP;1\nKota Uji;Dinas Uji;Jalan 2;;2\nKota Lain;Dinas B;;;3\n"
)
BUNDLED = Path("resources/instruments/uu25-14/2024.1/instrument.yaml")


class Desk:
    """Headquarters at its plans, with a folder of files."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, all_: Round, folder: Path) -> None:
        self.qtbot = qtbot
        self.all = all_
        self.office = all_.office
        self.folder = folder
        self.jobs = Jobs(qapp)
        self.page = ExchangePage(all_.office, self.jobs, Refresher(qapp))
        self.said: list[str] = []
        self.page.announced.connect(self._hear)
        qtbot.addWidget(self.page)
        self.page.resize(1366, 768)
        self.page.show()
        qtbot.waitExposed(self.page)
        self.page.show_plans()
        self.view: PlansView = self.page.plans()
        qtbot.waitUntil(self.view.content_stack.isVisible)

    def _hear(self, text: str, _undo: object) -> None:
        self.said.append(text)

    def file(self, text: str, name: str = "unit.csv") -> str:
        """A file with these contents."""
        made = self.folder / name
        made.write_text(text, "utf-8")
        return str(made)

    def units(self, text: str = TEXT) -> UnitsFileDialog:
        """What the dialog says of a register."""
        self.view.open_units(self.file(text))
        found = self.read()
        assert isinstance(found, UnitsFileDialog)
        return found

    def instrument(self, text: str) -> InstrumentFileDialog:
        """What the dialog says of a definition."""
        self.view.open_instrument(self.file(text, "instrument.yaml"))
        found = self.read()
        assert isinstance(found, InstrumentFileDialog)
        return found

    def read(self) -> FileReviewDialog:
        """The dialog, as soon as the file was read."""
        (found,) = self.page.findChildren(FileReviewDialog)
        self.qtbot.waitUntil(lambda: self.jobs.count() == 0)
        return found


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    with offices.round_of(tmp_path) as all_:
        made = Desk(qtbot, qapp, all_, tmp_path)
        yield made
        made.page.hide()
        made.jobs.shutdown()


def shown(stack: QStackedWidget) -> str:
    """Which part of the dialog is shown."""
    found = stack.currentWidget()
    assert found is not None
    return found.objectName()


def definition(version: str = "2025.1") -> str:
    """What ships, as another version."""
    return BUNDLED.read_text("utf-8").replace('version: "2024.1"', f'version: "{version}"', 1)


def test_a_register_is_looked_at_and_then_recorded(desk: Desk) -> None:
    workspaces.an_office(desk.office)
    dialog = desk.units()
    assert dialog.review_notice.title() == (
        "1 instansi baru · 2 unit baru · 1 produk baru · 1 unit berubah"
    )
    assert [(line.title, line.badge) for line in dialog.lines_list.lines()] == [
        *(("Dinas Uji", "Berubah"), ("Dinas A", "Baru"), ("Dinas B", "Baru")),
    ]
    assert dialog.lines_list.lines()[0].detail == "Alamat: “Jalan 2” · Kota Uji"
    assert desk.office.unit_register.sizes() == (1, 1)
    dialog.apply_button.click()
    assert desk.office.unit_register.sizes() == (2, 3)
    assert desk.said == [
        "Daftar unit dicatat: 1 instansi baru · 2 unit baru · 1 produk baru · 1 unit berubah"
    ]
    assert not dialog.isVisible()


def test_the_page_knows_the_units_at_once(desk: Desk) -> None:
    assert desk.view.nothing_state.accessibleName() == "Belum ada unit"
    assert desk.view.register_label.text() == "0 unit · 0 instansi · 1 instrumen"
    desk.units().apply_button.click()
    assert desk.view.register_label.text() == "3 unit · 2 instansi · 1 instrumen"
    assert desk.view.nothing_state.accessibleName() == "Belum ada rencana"


def test_what_is_known_already_leaves_nothing_to_record(desk: Desk) -> None:
    desk.units().apply_button.click()
    desk.qtbot.waitUntil(lambda: not desk.page.findChildren(FileReviewDialog))
    dialog = desk.units()
    assert dialog.review_notice.title() == "Tidak ada yang perlu dicatat"
    assert not dialog.apply_button.isEnabled()


def test_all_faults_are_shown_with_their_lines(desk: Desk) -> None:
    dialog = desk.units("instansi,unit\n,A\nKota,\n")
    assert shown(dialog.content_stack) == "faults_edit"
    assert dialog.faults_edit.toPlainText() == (
        "baris 2: “instansi” kosong\nbaris 3: “unit” kosong"
    )
    assert dialog.review_notice.title() == "2 kesalahan; tidak ada yang dicatat"
    assert not dialog.apply_button.isEnabled()
    assert dialog.cancel_button.hasFocus() or not dialog.isActiveWindow()


def test_of_very_many_faults_the_rest_is_counted(desk: Desk) -> None:
    dialog = desk.units("instansi,unit\n" + ",A\n" * 600)
    assert dialog.faults_edit.toPlainText().endswith("… dan 100 kesalahan lagi")


def test_columns_that_are_not_used_are_named(desk: Desk) -> None:
    assert desk.units().hint_label.text() == "Kolom yang tidak dipakai: no."


def test_of_a_long_register_the_beginning_is_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_review, "MOST_LINES", 2)
    dialog = desk.units()
    assert dialog.lines_list.count() == 2
    assert "1 baris lagi tidak diperlihatkan." in dialog.hint_label.text()


def test_what_is_in_conflict_is_said_to_stay(desk: Desk) -> None:
    unit = workspaces.an_office(desk.office)
    rival = {"institution": desk.office.organisations.institutions()[0][0], "name": "Dinas Uji"}
    desk.office._pen.write(
        Draft(kind=Kind.UNIT, record=unit_record(unit), slot=PROFILE, value=rival)
    )
    dialog = desk.units()
    assert dialog.review_notice.sentence().startswith("1 tidak diubah")
    assert dialog.lines_list.lines()[0].badge == "Bertentangan"


def test_whoever_closes_the_dialog_has_changed_nothing(desk: Desk) -> None:
    desk.view.open_units(desk.file(TEXT))
    (dialog,) = desk.page.findChildren(FileReviewDialog)
    dialog.reject()
    desk.qtbot.waitUntil(lambda: desk.jobs.count() == 0)
    assert desk.office.unit_register.sizes() == (0, 0)


def test_an_instrument_is_looked_at_and_then_installed(desk: Desk) -> None:
    dialog = desk.instrument(definition())
    assert dialog.review_notice.title() == "14 Komponen Standar Pelayanan"
    assert dialog.review_notice.sentence() == (
        "Versi 2025.1 · 56 indikator · uu25-14. Bobotnya tidak resmi."
    )
    assert dialog.lines_list.count() == 14
    dialog.apply_button.click()
    assert [pin.version for pin in desk.office.instruments.installed()] == ["2024.1", "2025.1"]
    assert desk.said == ["Instrumen 14 Komponen Standar Pelayanan 2025.1 dipasang"]
    assert desk.view.register_label.text() == "0 unit · 0 instansi · 2 instrumen"


def test_an_instrument_that_is_there_has_nothing_to_install(desk: Desk) -> None:
    dialog = desk.instrument(definition("2024.1"))
    assert "Sudah terpasang" in dialog.review_notice.sentence()
    assert not dialog.apply_button.isEnabled()


def test_a_version_that_is_taken_is_refused_with_a_way_out(desk: Desk) -> None:
    dialog = desk.instrument(definition("2024.1").replace("code: b.2", "code: b.22", 1))
    assert "Naikkan “version”" in dialog.review_notice.sentence()
    assert not dialog.apply_button.isEnabled()


def test_every_fault_of_an_instrument_is_shown_with_its_place(desk: Desk) -> None:
    text = definition().replace('value: "0.5"', 'value: "1.5"', 1)
    dialog = desk.instrument(text.replace("code: b.2", "code: b.1", 1))
    told = dialog.faults_edit.toPlainText().splitlines()
    assert len(told) == 2
    assert all(line.startswith("baris ") and "/nodes/0" in line for line in told)


def test_a_fault_when_it_is_written_stays_in_the_dialog(desk: Desk) -> None:
    dialog = desk.instrument(definition())
    found = dialog._instrument
    assert found is not None
    desk.office.instruments.install(msgspec.structs.replace(found, title={"id": "Lain"}))
    dialog.apply_button.click()
    assert dialog.isVisible()
    assert "sudah terpasang dengan isi lain" in dialog.review_notice.sentence()


@pytest.mark.parametrize("name", ["units_button", "instrument_button"])
def test_the_buttons_let_a_file_be_chosen(desk: Desk, name: str) -> None:
    getattr(desk.view, name).click()
    (dialog,) = desk.view.findChildren(QFileDialog)
    dialog.directoryEntered.emit(str(desk.folder))
    path = desk.file(TEXT) if name == "units_button" else desk.file(definition(), "i.yaml")
    dialog.fileSelected.emit(path)
    dialog.reject()
    assert desk.read().file_label.text() == Path(path).name


def test_everything_has_a_name_and_its_turn(desk: Desk) -> None:
    dialog = desk.units()
    assert nameless(dialog) == []
    assert tab_chain(dialog) == ["lines_list", "cancel_button", "apply_button"]


def test_the_window_in_english_says_so_too(desk: Desk, qapp: QApplication) -> None:
    languages.apply(qapp, "en")
    try:
        dialog = desk.units("instansi,unit\n,A\n")
        assert dialog.windowTitle() == "Units from a file"
        assert dialog.faults_edit.toPlainText() == "line 2: “instansi” is empty"
    finally:
        languages.apply(qapp, "id")
