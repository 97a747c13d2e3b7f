"""Field and headquarters tell each other by files that get lost, doubled and out of order."""

from pathlib import Path

import pytest

from kepatuhan_desktop.domain.history import Deed
from kepatuhan_desktop.exchange.description import Purpose
from tests.builders import offices, workspaces
from tests.builders.instruments import A1, A2, HALF
from tests.builders.offices import Round

REASON = "Foto papan tidak terbaca"


@pytest.mark.parametrize("is_reordered", [False, True])
def test_from_the_first_seal_to_a_revision_that_answers_headquarters(
    tmp_path: Path, is_reordered: bool
) -> None:
    with offices.round_of(tmp_path) as all_:
        field, office = all_.field, all_.office
        one = workspaces.a_sealed_assessment(field)
        all_.results()  # lost with its stick
        first = all_.results()
        for _ in range(2):
            all_.arrive(first)
        assert not field.exporting.outbox().is_empty

        office.receiving.acknowledge()
        lost = all_.letter()
        office.returning.give_back(one, REASON, {A1: "Foto ulang dari dekat."})
        letters = [lost, all_.letter(Purpose.RETURN), all_.letter(Purpose.RETURN)]
        for letter in letters[::-1] if is_reordered else letters[1:]:
            plan = all_.arrive(letter, field)
            assert (plan.merge.refused, plan.merge.conflicts) == ((), 0)
        assert field.exporting.outbox().is_empty
        assert field.receiving.received() == {one}
        assert field.assessments.row(one).returned == 1

        said = field.returning.returned(one)
        assert said is not None
        field.amending.amend(one, said.reason)
        opened = all_.results()  # while the correction is open
        field.answering.choose(one, A2, HALF)
        workspaces.attached(field, one, A1, "dekat.jpg")
        workspaces.signed(field, one)
        assert field.receiving.received() == frozenset()
        second = all_.results()
        for path in (second, opened, second, first) if is_reordered else (opened, second):
            assert all_.arrive(path).merge.refused == ()

        compare(all_)
        state = office.assessments.get(one)
        assert [it.seal.revision for it in office.assessments.revisions(one)] == [1, 2]
        assert state.corrects is not None
        assert state.corrects.reason == REASON
        assert office.sealing.pdf(one) == field.sealing.pdf(one)
        assert office.returning.returned(one) is None
        deeds = [act.deed for act in office.history.acts(one)]
        # Neither the return nor the correction names the other: the clocks stood still here.
        assert deeds.count(Deed.RETURNED) == 1
        deeds.remove(Deed.RETURNED)
        assert deeds == [Deed.STARTED, Deed.SEALED, Deed.AMENDED, Deed.SEALED]

        office.receiving.acknowledge()
        all_.arrive(all_.letter(), field)
        assert field.exporting.outbox().is_empty
        assert all(it.acknowledged for it in field.exporting.sent()[1:])
        assert field.receiving.received() == {one}


def compare(all_: Round) -> None:
    """Both hold the same about assessments, to the byte."""
    field, office = (it._workspace.journal.dump() for it in (all_.field, all_.office))
    for table in ("assessments", "units", "institutions", "plans", "visits"):
        assert field[table] == office[table], table
