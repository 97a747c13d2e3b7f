"""Ids never repeat, and moments carry their offset."""

import re
from datetime import UTC, datetime

from kepatuhan_desktop.clock import RandomIds, SystemClock, stamp
from tests.builders.clock import START


def test_an_id_has_26_characters_that_suit_every_file_system() -> None:
    assert re.fullmatch("[0-9a-hjkmnp-tv-z]{26}", RandomIds().new())


def test_ids_do_not_repeat() -> None:
    ids = RandomIds()
    assert len({ids.new() for _ in range(2000)}) == 2000


def test_the_clock_says_its_offset() -> None:
    assert SystemClock().now().utcoffset() is not None


def test_the_clock_goes_right() -> None:
    assert abs((SystemClock().now() - datetime.now(UTC)).total_seconds()) < 5


def test_a_stamp_has_milliseconds_and_offset() -> None:
    assert stamp(START) == "2024-08-12T09:00:00.000+07:00"
