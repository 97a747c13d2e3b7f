"""What went where and what came from where, and whom one can write to."""

from pathlib import Path

from kepatuhan_desktop.exchange.description import Purpose
from tests.builders import team


def test_the_way_of_bundles_is_told_on_both_sides(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim", 2) as some:
        first, second = some
        one = team.visit(tmp_path, some)
        (sent,) = first.travels.sent()
        assert (sent.dispatch.purpose, sent.dispatch.sequence) == (Purpose.TEAM, 1)
        (received,) = second.travels.received()
        assert received.bundle == sent.bundle
        assert received.name.startswith("Siti Aminah")
        assert received.arrival.device == first.device
        assert received.at
        team.bundle(first, tmp_path / "dua", one)
        assert [it.dispatch.sequence for it in first.travels.sent()] == [2, 1]
        assert first.travels.received() == ()


def test_a_trust_file_knows_names_and_colleagues_better(tmp_path: Path) -> None:
    with team.laptops(tmp_path / "tim") as some:
        first, second, third = some
        assert first.travels.colleagues() == ()
        team.trusting(tmp_path, *some)
        names = [it.name for it in first.travels.colleagues()]
        assert names == ["Budi Santoso", "Citra Dewi Lestari"]
        one = team.visit(tmp_path, (second, first))
        (received,) = first.travels.received()
        assert received.name == "Budi Santoso"
        recipients = first.exporting.recipients([second.device, third.device])
        assert len(recipients) == 2
        assert first.assessments.get(one).id == one
