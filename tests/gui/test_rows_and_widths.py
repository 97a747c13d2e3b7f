"""Rows of lists keep up with the width of their list, painted no more often than need be."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.ids import NodeId
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.checks import Checks, Verify
from kepatuhan_desktop.gui.models.components import ComponentRow
from kepatuhan_desktop.gui.widgets.check_list import CheckList
from kepatuhan_desktop.gui.widgets.component_list import ComponentList
from kepatuhan_desktop.gui.widgets.line_list import Line, LineList


def components(qtbot: QtBot) -> ComponentList:
    """Twenty components with names that need several lines when there is little room."""
    found = ComponentList()
    qtbot.addWidget(found)
    name = "Sistem, mekanisme, dan prosedur pelayanan perizinan berusaha"
    found.show_rows(
        [
            ComponentRow(
                key=NodeId(f"c{number}"),
                title=name,
                full_title=name,
                icon="workflow",
                answered=1,
                indicators=4,
                score="50,00",
                zone="yellow",
                findings=0,
                lacks_evidence=False,
                conflicts=0,
            )
            for number in range(20)
        ]
    )
    found.resize(280, 500)
    with qtbot.waitExposed(found):
        found.show()
    qtbot.wait(150)  # Qt lays out again a tenth of a second later, where it does
    return found


@contextmanager
def counting_paints(qtbot: QtBot, shown: ComponentList) -> Iterator[list[QEvent.Type]]:
    """The times it was painted, a while after the block included."""
    seen: list[QEvent.Type] = []

    class Watcher(QObject):
        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
            if event.type() == QEvent.Type.Paint:
                seen.append(event.type())
            return False

    watcher = Watcher(shown)
    shown.viewport().installEventFilter(watcher)
    yield seen
    qtbot.wait(200)
    shown.viewport().removeEventFilter(watcher)


def test_another_height_is_painted_once_even_where_the_scroll_bar_goes(qtbot: QtBot) -> None:
    shown = components(qtbot)
    with counting_paints(qtbot, shown) as seen:
        shown.resize(280, 2400)
    assert not shown.verticalScrollBar().isVisible()
    assert len(seen) == 1


def test_a_narrower_list_gives_its_names_more_lines(qtbot: QtBot) -> None:
    shown = components(qtbot)
    last = shown.model().index(19, 0)
    before = shown.visualRect(last)
    shown.resize(170, 500)
    qtbot.waitUntil(lambda: shown.visualRect(last).top() > before.top())
    assert shown.visualRect(last).height() > before.height()


def lines() -> LineList:
    """One line with a badge at its right."""
    made = LineList()
    made.show_lines([Line("a", "inbox", "Puskesmas", "2024", "primary", "Draf")])
    return made


def checks() -> CheckList:
    """One file that could not be verified."""

    def refuse() -> Verify:
        raise InputInvalid(field="x")

    made = CheckList()
    model = Checks(Jobs(made), refuse, lambda verdict: verdict, made)
    model.add_text("x", "kartu.pdf")
    made.show_checks(model)
    return made


@pytest.mark.parametrize("make", [lines, checks])
def test_what_stands_at_the_right_of_a_row_stays_in_a_list_that_becomes_narrower(
    qtbot: QtBot, make: Callable[[], QListView]
) -> None:
    shown = make()
    qtbot.addWidget(shown)
    shown.resize(800, 300)
    with qtbot.waitExposed(shown):
        shown.show()
    for width in (420, 700):
        shown.resize(width, 300)
        row = shown.visualRect(shown.model().index(0, 0))
        assert row.right() == shown.viewport().rect().right()
