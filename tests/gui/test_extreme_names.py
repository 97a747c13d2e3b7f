"""A name of any length stays in its place, and is told in full on pointing."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.gui.widgets.clamped_label import ClampedLabel
from kepatuhan_desktop.gui.widgets.signer_card import SignerCard, Signing
from kepatuhan_desktop.gui.widgets.status_line import StatusLine
from kepatuhan_desktop.services import bundled_instruments
from tests.builders import workspaces
from tests.builders.walks import Walk

ENDLESS = "A" * 120


def a_label(qtbot: QtBot, text: str, width: int = 200) -> ClampedLabel:
    label = ClampedLabel()
    qtbot.addWidget(label)
    label.show_text(text)
    label.resize(width, label.heightForWidth(width))
    label.show()
    qtbot.waitExposed(label)
    return label


def test_a_short_text_is_one_line_without_a_tip(qtbot: QtBot) -> None:
    label = a_label(qtbot, "Siti Aminah")
    assert label.lines(200) == ["Siti Aminah"]
    assert label.toolTip() == ""


def test_a_word_without_an_end_is_broken_anywhere(qtbot: QtBot) -> None:
    label = a_label(qtbot, "A" * 40)
    assert "".join(label.lines(200)) == "A" * 40
    assert len(label.lines(200)) > 1
    assert label.minimumSizeHint().width() == 0


def test_what_does_not_fit_ends_in_an_ellipsis_and_is_told_by_its_tip(qtbot: QtBot) -> None:
    text = "Dinas yang namanya panjang sekali " * 10
    label = a_label(qtbot, text)
    lines = label.lines(200)
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert text in label.toolTip()
    assert label.text() == text
    assert not label.grab().isNull()


def test_line_breaks_count(qtbot: QtBot) -> None:
    assert a_label(qtbot, "Siti\n\nAuditor").lines(200) == ["Siti", "", "Auditor"]
    assert a_label(qtbot, "a\nb\nc\nd").lines(200) == ["a", "b", "c…"]


def test_the_height_follows_the_lines(qtbot: QtBot) -> None:
    one, three = a_label(qtbot, "Siti"), a_label(qtbot, "a\nb\nc")
    assert three.heightForWidth(200) > 2 * one.heightForWidth(200)
    assert one.hasHeightForWidth()


def test_a_signer_s_name_does_not_widen_the_card(qtbot: QtBot) -> None:
    card = SignerCard()
    qtbot.addWidget(card)
    card.name_role("Auditor", is_head=False)
    card.show_signing(Signing(Person(name="Siti")), read_only=False)
    before = card.minimumSizeHint().width()
    card.show_signing(Signing(Person(name=ENDLESS, nip="1" * 40)), read_only=False)
    assert card.minimumSizeHint().width() == before
    assert ENDLESS in card.person_label.text()


def test_a_long_name_leaves_the_device_in_the_status_line(qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1280, 30)
    line.show_who(ENDLESS * 3, "d2deabcd")
    line.show()
    qtbot.waitExposed(line)
    assert "D2DE" in line.who()
    assert line.minimumSizeHint().width() < 600
    assert line._at.geometry().right() <= line.width()
    assert line._at.width() >= line._at.sizeHint().width()
    assert ENDLESS in line._who.toolTip()


@pytest.mark.parametrize("name", [ENDLESS, "Unit Pelayanan Terpadu " * 15])
def test_the_unit_of_a_walk_stays_above_its_institution(
    qtbot: QtBot, home: Path, name: str
) -> None:
    instrument, version, _ = bundled_instruments.bundled()[0]
    asked = bundled_instruments.load_bundled(instrument, version)
    with workspaces.opened(home) as services:
        office = workspaces.an_office(services, name)
        one = workspaces.started(services, asked, office)
        walk = Walk(qtbot, services, one)
        unit, below = walk.page.unit_label, walk.page.institution_label
        assert unit.height() >= unit.heightForWidth(unit.width())
        assert below.height() >= below.heightForWidth(below.width())
        assert below.geometry().top() >= unit.geometry().bottom()
        assert name.strip() in unit.text()
        walk.idle()
        walk.jobs.shutdown()
