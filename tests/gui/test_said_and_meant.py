"""Beside a score and a signature stands what limits them; nothing said outlives its page."""

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.cli import score_words
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.gui import words
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.main_window import MainWindow
from kepatuhan_desktop.gui.models.assessments import (
    MARK_ROLE,
    TONE_ROLE,
    AssessmentsModel,
    Column,
    status_word,
)
from kepatuhan_desktop.gui.pages.assessments import AssessmentsPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import workspaces
from tests.builders.gui_lists import row


@pytest.fixture
def services(home: Path) -> Iterator[Services]:
    with workspaces.opened(home) as found:
        yield found


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs(qapp)
    yield made
    made.shutdown()


@pytest.fixture
def window(qtbot: QtBot, services: Services) -> Iterator[MainWindow]:
    made = MainWindow(services)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    yield made
    qtbot.waitUntil(lambda: made.jobs.count() == 0, timeout=10_000)
    made.jobs.shutdown()


def a_page(qtbot: QtBot, services: Services, jobs: Jobs) -> AssessmentsPage:
    page = AssessmentsPage(services, jobs, Refresher(jobs))
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    qtbot.waitExposed(page)
    return page


def test_the_list_says_below_that_weights_are_unofficial(
    qtbot: QtBot, services: Services, jobs: Jobs
) -> None:
    workspaces.started(services)
    label = a_page(qtbot, services, jobs).weights_label
    qtbot.waitUntil(label.isVisible)
    assert label.text() == "Bobot small 1 belum bersumber resmi; nilainya bukan nilai Ombudsman."
    assert label.toolTip() == ""  # nothing of it is cut


def test_nothing_is_said_of_weights_where_nothing_is_shown(
    qtbot: QtBot, services: Services, jobs: Jobs
) -> None:
    workspaces.started(services)
    page = a_page(qtbot, services, jobs)
    qtbot.waitUntil(page.weights_label.isVisible)
    page.search("tidak ada yang bernama begini")
    assert page.weights_label.isHidden()


def test_a_refusal_stands_below_the_status() -> None:
    model = AssessmentsModel()
    signed = row(status=Status.SEALED)
    model.show_rows([msgspec.structs.replace(signed, refused=1, revision=1)])
    index = model.index(0, Column.STATUS)
    assert (index.data(), index.data(TONE_ROLE)) == ("Ditandatangani", "green")
    assert index.data(MARK_ROLE) == "ditolak pimpinan unit"
    assert "menolak menandatangani revisi 1" in index.data(Qt.ItemDataRole.ToolTipRole)
    said = "Status: Ditandatangani, ditolak pimpinan unit"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == said
    assert model.index(0, Column.UNIT).data(MARK_ROLE) == ""
    model.show_rows([signed])
    assert model.index(0, Column.STATUS).data(MARK_ROLE) == ""


def test_a_refusal_is_no_mark_while_a_correction_is_open() -> None:
    model = AssessmentsModel()
    model.show_rows([msgspec.structs.replace(row(status=Status.AMENDING), refused=1)])
    assert model.index(0, Column.STATUS).data(MARK_ROLE) == ""


def test_the_refusal_can_be_painted_and_fits_its_column(
    qtbot: QtBot, services: Services, jobs: Jobs
) -> None:
    head = msgspec.structs.replace(
        workspaces.SIGNATURES[1], strokes=(), refused_because="Tidak setuju."
    )
    one = workspaces.filled(services)
    workspaces.sealed(services, one, signatures=(workspaces.SIGNATURES[0], head))
    page = a_page(qtbot, services, jobs)
    assert page._model.index(0, Column.STATUS).data(MARK_ROLE) == "ditolak pimpinan unit"
    assert not page.grab().isNull()


@pytest.mark.parametrize("status", list(Status))
def test_the_command_line_names_a_status_as_the_window_does(status: Status) -> None:
    one = row(status=status)
    assert score_words.standing(one, "id") == words.status_word(status)


@pytest.mark.parametrize("field", ["withdrawn", "returned"])
def test_the_command_line_names_what_was_said_against_a_seal_as_the_window_does(
    field: str,
) -> None:
    one = msgspec.structs.replace(row(status=Status.SEALED), **{field: 1})
    assert score_words.standing(one, "id") == status_word(one)
    refused = msgspec.structs.replace(one, refused=1)
    assert score_words.standing(refused, "id").endswith(f", {words.refused_word()}")


def test_what_was_said_about_a_page_goes_with_it(qtbot: QtBot, window: MainWindow) -> None:
    window.announce("Tidak ada jawaban nomor 9.")
    assert window.toast.text()
    window.side.show_verify()
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not window.list_page)
    assert window.toast.text() == ""


def test_what_was_said_about_the_next_page_stays_when_it_comes(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_verify()
    window.announce("Dibuka untuk koreksi")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not window.list_page)
    assert window.toast.text() == "Dibuka untuk koreksi"
