"""Units and institutions of which there are several versions, on the page of conflicts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.organisation import Unit
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.conflicts import ConflictsPage
from kepatuhan_desktop.gui.pages.exchange import ExchangePage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import team
from tests.builders.gui_lists import nameless
from tests.builders.waiting import until_quiet


class Table:
    """A laptop with two conflicts in its register, and the page that shows them."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, services: Services) -> None:
        self.qtbot = qtbot
        self.services = services
        self.jobs = Jobs(qapp)
        self.refresher = Refresher(qapp)
        self.page = ConflictsPage(services, self.jobs, self.refresher)
        self.said: list[str] = []
        self.page.announced.connect(lambda text, _undo: self.said.append(text))
        qtbot.addWidget(self.page)
        self.page.resize(1366, 700)

    def show(self) -> ConflictsPage:
        """Show all conflicts."""
        self.page.show()
        self.qtbot.waitExposed(self.page)
        self.page.activateWindow()
        self.page.show_all()
        self.idle()
        return self.page

    def idle(self) -> None:
        """Wait until everything is shown."""
        until_quiet(self.qtbot, self.jobs)

    def press(self, key: Qt.Key, control: bool = False) -> None:
        """Press a key where the focus is."""
        modifier = (
            Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        )
        focused: QWidget | None = self.page.window().focusWidget()
        QTest.keyClick(self.page if focused is None else focused, key, modifier)
        self.idle()

    def unit(self) -> Unit:
        """The only unit."""
        ((institution, _),) = self.services.organisations.institutions()
        ((_, unit),) = self.services.organisations.units(institution)
        return unit


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Table]:
    with team.laptops(tmp_path / "tim", 2) as some:
        first, second = some
        one = team.visit(tmp_path, some)
        team.register_quarrel(some, one)
        team.take(first, team.bundle(second, tmp_path / "b", one))
        made = Table(qtbot, qapp, first)
        yield made
        made.page.hide()
        made.jobs.shutdown()


def texts(widget: QWidget) -> str:
    """Everything that is written there."""
    labels = widget.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(widget))


def test_the_register_stands_beside_the_assessments(table: Table) -> None:
    page = table.show()
    assert page.count() == 2
    titles = [line.title for line in page.disputes_list.lines()]
    assert titles == ["Pemkot Uji / Pemerintah Kota Uji", "Dinas Uji"]
    assert page.subtitle_label.text() == "Daftar instansi, unit, dan produk layanan"
    page.go_on(1)
    table.idle()
    said = texts(page.dispute_view)
    for word in (
        "Dinas Uji",
        "Siti Aminah",
        "Budi Santoso",
        "menurut jamnya",
        "ALAMAT",
        "Jalan Merdeka 1, Bandung",
        "Kosong",
        "NAMA KEPALA UNIT",
        "Rahmat Hidayat",
        "Sama di semuanya: Instansi: Pem",
    ):
        assert word in said
    assert nameless(page) == []


def test_a_key_decides_and_undo_brings_it_back(table: Table) -> None:
    page = table.show()
    page.go_on(1)
    table.idle()
    with table.qtbot.waitSignal(table.refresher.changed):
        table.press(Qt.Key.Key_2)
    assert (table.unit().head_name, table.unit().address) == ("Rahmat Hidayat", "")
    assert table.said == ["Berlaku: isian Siti Aminah"]
    assert page.count() == 1
    table.press(Qt.Key.Key_Z, control=True)
    assert page.count() == 2
    current = page.current()
    assert current is not None
    assert current.record.startswith("unit:")


def test_one_is_put_together_from_both(table: Table) -> None:
    page = table.show()
    page.go_on(1)
    table.idle()
    choices = page.dispute_view.choices
    assert choices is not None
    assert choices.combos["address"].currentText() == "Jalan Merdeka 1, Bandung"
    assert choices.combos["head_name"].currentText() == "Rahmat Hidayat"
    choices.combos["head_nip"].setFocus()
    choices.combos["head_nip"].setEditText("197001011995031002")
    table.press(Qt.Key.Key_Return, control=True)
    unit = table.unit()
    assert (unit.address, unit.head_name, unit.head_nip) == (
        *("Jalan Merdeka 1, Bandung", "Rahmat Hidayat", "197001011995031002"),
    )
    assert table.said == ["Susunan gabungan disimpan"]
    assert page.count() == 1


def test_without_conflicts_the_page_is_empty_and_leads_back(table: Table) -> None:
    page = table.show()
    for _ in range(2):
        table.press(Qt.Key.Key_1)
    assert page.content_stack.currentWidget() is page.nothing_state
    assert table.services.disputes.count() == 0


def test_an_assessment_shows_its_own_conflicts_only(table: Table) -> None:
    page = table.show()
    page.show_assessment(table.services.assessments.rows()[0].id)
    assert page.count() == 0


def test_the_exchange_page_counts_them(table: Table) -> None:
    page = ExchangePage(table.services, table.jobs, table.refresher)
    table.qtbot.addWidget(page)
    assert page.conflicts_button.text() == "Pertenta&ngan (2)"
    assert not page.conflicts_button.isHidden()


def test_it_speaks_english(table: Table, qapp: QApplication) -> None:
    page = table.show()
    try:
        languages.apply(qapp, "en")
        assert page.count() == 2
    finally:
        languages.apply(qapp, "id")


def test_long_names_wrap(table: Table) -> None:
    ((institution, _),) = table.services.organisations.institutions()
    dispute = next(
        it for it in table.services.disputes.register() if it.record.startswith("institution")
    )
    table.services.disputes.settle(dispute, dispute.versions[0].entry, {"name": "Kota " * 40})
    table.services.disputes.undo(dispute.record)
    page = table.show()
    page.resize(1280, 620)
    table.qtbot.wait(1)
    for card in page.dispute_view.cards:
        assert all(label.wordWrap() for label in card.findChildren(QLabel) if label.text())
    assert page.scroll_area.horizontalScrollBar().maximum() == 0
    assert institution
