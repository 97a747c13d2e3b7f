"""A process that stands by: there when it is wanted, gone when it is not, never used twice."""

import time
from collections.abc import Iterator

import pytest

from kepatuhan_desktop.imaging import isolated
from kepatuhan_desktop.imaging.child import Child
from kepatuhan_desktop.imaging.decoding_talk import Read, Words
from kepatuhan_desktop.imaging.standby import STANDBY, Standby
from tests.builders.review import a_pdf


@pytest.fixture
def standby() -> Iterator[Standby]:
    """One of its own."""
    made = Standby()
    yield made
    made.dismiss()


def _ready(standby: Standby) -> Child | None:
    return standby._child


def test_what_stands_by_is_taken_and_answers(standby: Standby) -> None:
    standby.get_ready()
    ready = _ready(standby)
    standby.get_ready()
    assert _ready(standby) is ready
    with standby.take() as taken:
        assert taken is ready
        assert _ready(standby) is None
        taken.ask(Words(), a_pdf(1))
        assert isinstance(taken.hear()[0], Read)
    assert not taken.is_alive()


def test_where_nothing_stands_by_a_process_is_started(standby: Standby) -> None:
    with standby.take() as taken:
        taken.ask(Words(), a_pdf(1))
        assert isinstance(taken.hear()[0], Read)


def test_one_that_has_died_meanwhile_is_not_handed_out(standby: Standby) -> None:
    for anew in (False, True):
        standby.get_ready()
        dead = _ready(standby)
        assert dead is not None
        dead.end()
        if anew:
            standby.get_ready()
        with standby.take() as taken:
            assert taken is not dead
            assert taken.is_alive()


def test_it_leaves_when_nobody_needs_it() -> None:
    standby = Standby(stay=0.05)
    standby.get_ready()
    ready = _ready(standby)
    assert ready is not None
    until = time.monotonic() + 10
    while ready.is_alive() and time.monotonic() < until:
        time.sleep(0.01)
    assert not ready.is_alive()
    assert _ready(standby) is None


def test_each_file_is_read_by_a_process_of_its_own() -> None:
    STANDBY.get_ready()
    first = _ready(STANDBY)
    assert isolated.words(a_pdf(1)) != ""
    second = _ready(STANDBY)
    assert first is not None
    assert second is not None
    assert second is not first
    assert not first.is_alive()
    STANDBY.dismiss()
