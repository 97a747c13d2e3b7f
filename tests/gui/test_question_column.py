"""Cards are made a few at a time, and only where somebody can see them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.pages.walk import WalkPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import workspaces
from tests.builders.walks import Walk, bundled, walking


@pytest.fixture
def walk(qtbot: QtBot, home: Path) -> Iterator[Walk]:
    with walking(qtbot, home) as made:
        yield made


def test_a_page_that_nobody_sees_makes_no_cards(qtbot: QtBot, walk: Walk) -> None:
    column = walk.page.question_column
    walk.page.hide()
    walk.page.show_component("c")
    qtbot.wait(50)
    assert not column.is_complete()
    walk.page.show()
    walk.settle()
    assert [card.indicator for card in column.cards()][:1] == ["c.1"]


def test_what_is_half_done_goes_on_when_the_page_is_seen_again(qtbot: QtBot, walk: Walk) -> None:
    column = walk.page.question_column
    column.let_go()
    walk.page.show_component("d")
    walk.page.hide()
    assert column.current_card() is not None  # the keys need this one at once
    count = len(column.cards())
    qtbot.wait(50)
    assert len(column.cards()) == count
    walk.page.show()
    walk.settle()
    assert len(column.cards()) > count


def test_a_page_that_is_destroyed_after_it_was_closed_makes_no_card_any_more(
    qtbot: QtBot, home: Path
) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.started(services, bundled())
        jobs = Jobs()
        page = WalkPage(services, jobs, Refresher())
        qtbot.addWidget(page)
        page.show()
        qtbot.waitExposed(page)
        page.show_assessment(one)
        # The collector destroys a page that nobody holds in the middle of whatever it does.
        page.question_column.made.connect(lambda _card: shiboken6.delete(page))
        page.close()
        qtbot.wait(50)
        assert shiboken6.isValid(page)
        jobs.shutdown()
