"""The page of bundles: a cloned disk, a restored backup and gaps are seen, also afterwards."""

from pathlib import Path

import pytest

from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.exchange.description import Purpose
from kepatuhan_desktop.gui.models.inbox import State
from kepatuhan_desktop.gui.pages.exchange import ExchangePage
from tests.builders import clones, team
from tests.builders.exchange import Desk, desk, one, texts  # fixtures among them

__all__ = ["desk", "one"]

ASKED = IndicatorId("a.1")


@pytest.fixture
def twins(desk: Desk, one: AssessmentId) -> tuple[Path, Path]:
    """Bundles of an auditor's laptop and of a copy of it, for the first, who is headquarters."""
    team.trusting(desk.folder, desk.third, desk.second, desk.first)
    desk.second.answering.note(one, ASKED, "sebelum disalin")
    team.take(desk.first, team.bundle(desk.second, desk.folder / "0", None, Purpose.RESULTS))
    with clones.of(desk.second) as copy:
        paths = []
        for services, name in ((desk.second, "1"), (copy, "2")):
            for number in range(3):
                services.answering.note(one, ASKED, f"catatan {name} {number}")
            paths.append(team.bundle(services, desk.folder / name, None, Purpose.RESULTS))
    return paths[0], paths[1]


def details(page: ExchangePage) -> list[str]:
    """The second line of each bundle."""
    return [line.detail for line in page.inbox.parcels_list.lines()]


def test_all_at_once_a_cloned_disk_is_still_seen(desk: Desk, twins: tuple[Path, Path]) -> None:
    page = desk.show()
    desk.open(*twins)
    with desk.qtbot.waitSignal(page.announced) as told:
        page.inbox.take_all()
    desk.idle()
    assert [it.state for it in page.inbox.inbox.parcels()] == [State.TAKEN] * 2
    before, after = page.inbox.parcels_list.lines()
    assert (before.icon, before.detail) == ("circle-check", "Diterima")
    assert (after.icon, after.tone) == ("triangle-alert", "yellow")
    assert after.detail == "Nomor ganda · Diterima"
    assert told.args == ["2 paket diterima, 1 di antaranya bercabang: lihat Riwayat", None]
    page.inbox.parcels_list.setCurrentRow(1)
    desk.idle()
    assert texts(page.inbox.plan_view).count("dua catatan berbeda") == 1


def test_the_plan_says_it_in_the_list_before_anything_is_taken(
    desk: Desk, twins: tuple[Path, Path]
) -> None:
    page = desk.show()
    desk.open(twins[0])
    page.inbox.take()
    desk.idle()
    desk.open(twins[1])
    assert details(page)[0] == "Diterima"
    line = page.inbox.parcels_list.lines()[1]
    assert line.detail.startswith("Nomor ganda · ")
    assert (line.icon, line.tone) == ("triangle-alert", "yellow")


def test_the_history_says_it_for_good(desk: Desk, twins: tuple[Path, Path]) -> None:
    page = desk.show()
    page.show_travels()
    desk.idle()
    assert not page.travels.split_notice.isVisible()
    for path in twins:
        desk.first.importing.take_in(path)
    again = ExchangePage(desk.first, desk.jobs, desk.refresher)
    desk.qtbot.addWidget(again)
    again.resize(1366, 700)
    again.show()
    again.show_travels()
    desk.idle()
    notice = again.travels.split_notice
    assert notice.isVisible()
    assert "1 perangkat" in notice.title()
    for word in ("Budi Santoso", "nomor ", "ruang kerja baru", "laptop mana"):
        assert word in notice.sentence()
    newest, *others = again.travels.received_list.lines()
    assert (newest.icon, newest.tone) == ("triangle-alert", "yellow")
    assert "nomor ganda" in newest.detail
    assert not any("nomor ganda" in line.detail for line in others)


def test_who_is_not_headquarters_is_told_to_ask_it(desk: Desk, twins: tuple[Path, Path]) -> None:
    for path in twins:
        team.take(desk.third, path)
    page = ExchangePage(desk.third, desk.jobs, desk.refresher)
    desk.qtbot.addWidget(page)
    page.resize(1366, 700)
    page.show()
    page.show_travels()
    desk.idle()
    assert "Beri tahu kantor pusat" in page.travels.split_notice.sentence()
    assert "ruang kerja baru" not in page.travels.split_notice.sentence()


def test_a_gap_is_said_quietly(desk: Desk, one: AssessmentId) -> None:
    team.trusting(desk.folder, desk.third, desk.second, desk.first)
    team.take(desk.first, team.bundle(desk.second, desk.folder / "0", None, Purpose.RESULTS))
    for number in range(3):
        desk.second.answering.note(one, ASKED, f"catatan {number}")
    waiting = desk.second.exporting.outbox()
    plan = desk.second.exporting.plan_of(Purpose.RESULTS, waiting.pairs[-1:], ())
    (written,) = desk.second.exporting.export(plan, desk.stick)
    page = desk.show()
    desk.open(written.delivered.path)
    (line,) = page.inbox.parcels_list.lines()
    assert line.icon == "shield-check"
    assert line.detail.endswith("ada yang belum sampai")
    page.inbox.take()
    desk.idle()
    (line,) = page.inbox.parcels_list.lines()
    assert (line.icon, line.detail) == ("circle-check", "Diterima · ada yang belum sampai")


def test_the_history_says_to_whom_something_went(desk: Desk, one: AssessmentId) -> None:
    team.trusting(desk.folder, desk.second, desk.third, desk.first)
    recipients = desk.first.exporting.recipients([desk.second.device])
    plan = desk.first.exporting.plan(Purpose.TEAM, assessments=[one], recipients=recipients)
    desk.first.exporting.export(plan, desk.stick)
    letter = desk.first.posting.plan(desk.third.device, Purpose.PLAN, is_plain=True)
    desk.first.exporting.export(letter, desk.stick)
    page = desk.show()
    page.show_travels()
    desk.idle()
    newest, before, oldest = page.travels.sent_list.lines()
    assert "kepada Citra Dewi Lestari" in newest.detail
    assert "tanpa sandi" in newest.detail
    assert "kepada Budi Santoso, kantor pusat" in before.detail
    assert "kepada" not in oldest.detail
