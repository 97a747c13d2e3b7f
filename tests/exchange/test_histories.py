"""Any history of several laptops: nothing is lost, every conflict shows, all see the same.

Three plausible mistakes are planted, and the same machine must notice each of them.
"""

import os
from collections.abc import Callable, Sequence

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlcipher3 import dbapi2

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import journal, merge
from kepatuhan_desktop.domain.acts import AMENDMENT, SEAL, is_act
from kepatuhan_desktop.domain.assessment import PROFILE
from kepatuhan_desktop.domain.ids import DeviceId, EntryId, RecordId, Slot
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.seal import Amendment
from kepatuhan_desktop.domain.travel import Claim
from kepatuhan_desktop.exchange import entries
from kepatuhan_desktop.services import knowledge, outbox
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.projections import Projections
from tests.builders import seals
from tests.builders.clock import START
from tests.builders.entries import CHOICES, ONE, RECORD, a_profile
from tests.builders.memory import Laptop

RUNS = int(os.environ.get("KEPATUHAN_HISTORIES", "500"))
"""By hand, 20,000 is a good number."""
STEPS = 25
_HOURS = st.integers(-100_000, 100_000)
"""Laptop clocks are wrong by up to eleven years."""
_PLACES = (
    (Slot("answer/a.1"), Kind.ANSWER, CHOICES),
    (Slot("answer/a.2"), Kind.ANSWER, CHOICES),
    (Slot("note/a.1"), Kind.NOTE, ("ada", "tidak ada", None)),
    (PROFILE, Kind.ASSESSMENT, (codec.plain(a_profile("1")), codec.plain(a_profile("2")))),
)


class Stick:
    """A bundle as it travels: what it brings and what it says of itself."""

    def __init__(self, bodies: list[bytes], claim: Claim) -> None:
        self.bodies = bodies
        self.claim = claim


class Histories(RuleBasedStateMachine):
    """Three to six laptops, and sticks between them."""

    def __init__(self) -> None:
        super().__init__()
        self.laptops: list[Laptop] = []
        self.held: list[set[bytes]] = []
        """What each laptop must hold, by our own book-keeping."""
        self.sticks: list[Stick] = []
        self.copies: dict[int, tuple[dbapi2.Connection, set[bytes]]] = {}
        self.sequence = 0

    @initialize(count=st.integers(3, 6))
    def begin(self, count: int) -> None:
        """One laptop starts the assessment; the others know nothing yet."""
        self.laptops = [Laptop(f"{number:032x}") for number in range(count)]
        self.held = [set() for _ in range(count)]
        self._write(0, PROFILE, Kind.ASSESSMENT, codec.plain(a_profile()), 0)

    def teardown(self) -> None:
        """Let everybody meet at last."""
        try:
            if self.laptops:
                self._meet()
        finally:
            for laptop in self.laptops:
                laptop.close()
            for copy, _ in self.copies.values():
                copy.close()

    @rule(data=st.data(), place=st.sampled_from(_PLACES), hours=_HOURS)
    def edit(
        self, data: st.DataObject, place: tuple[Slot, Kind, tuple[Json, ...]], hours: int
    ) -> None:
        """Somebody answers, notes or corrects, having seen what lies here."""
        slot, kind, values = place
        self._write(self._who(data), slot, kind, data.draw(st.sampled_from(values)), hours)

    @rule(data=st.data(), hours=_HOURS)
    def seal(self, data: st.DataObject, hours: int) -> None:
        """Somebody seals what lies here."""
        who = self._who(data)
        state = self.laptops[who].journal.assessment(ONE)
        if state is not None:
            made = seals.a_seal(state.covered(), revision=state.next_revision, amends=state.seal_id)
            self._write(who, SEAL, Kind.SEAL, codec.plain(made), hours)

    @rule(data=st.data(), hours=_HOURS, reason=st.sampled_from("ab"))
    def amend(self, data: st.DataObject, hours: int, reason: str) -> None:
        """Somebody opens a sealed assessment again."""
        who = self._who(data)
        state = self.laptops[who].journal.assessment(ONE)
        if state is not None and state.seal_id is not None:
            opened = Amendment(amends=state.seal_id, revision=state.next_revision, reason=reason)
            self._write(who, AMENDMENT, Kind.AMENDMENT, codec.plain(opened), hours)

    @rule(data=st.data(), last=st.integers(0, 4))
    def export(self, data: st.DataObject, last: int) -> None:
        """A stick is filled: with everything, or with the last few entries only."""
        who = self._who(data)
        chain = self.laptops[who].journal
        bodies = chain.bodies()
        self.sequence += 1
        claim = Claim(
            bundle=f"{self.sequence:026d}",
            device=self.laptops[who].device,
            sequence=self.sequence,
            previous=None,
            heads=outbox.contiguous(chain.chains(chain.devices())),
        )
        self.sticks.append(Stick(bodies[-last:] if last else bodies, claim))

    @precondition(lambda self: self.sticks)
    @rule(data=st.data(), again=st.booleans())
    def deliver(self, data: st.DataObject, again: bool) -> None:
        """A stick arrives: any of them, so late or early; perhaps not for the last time."""
        number = data.draw(st.integers(0, len(self.sticks) - 1))
        self._take_in(self._who(data), self.sticks[number])
        if not again:
            self.sticks.pop(number)

    @precondition(lambda self: self.sticks)
    @rule(data=st.data())
    def lose(self, data: st.DataObject) -> None:
        """A stick is lost."""
        self.sticks.pop(data.draw(st.integers(0, len(self.sticks) - 1)))

    @rule(data=st.data())
    def back_up(self, data: st.DataObject) -> None:
        """A copy of a disk is made."""
        who = self._who(data)
        if who in self.copies:
            self.copies.pop(who)[0].close()
        self.copies[who] = (self.laptops[who].backup(), set(self.held[who]))

    @precondition(lambda self: self.copies)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        """A laptop goes on from an old copy, with sequence numbers that it used before."""
        who = data.draw(st.sampled_from(sorted(self.copies)))
        copy, held = self.copies.pop(who)
        self.laptops[who].restore(copy)
        copy.close()
        self.held[who] = held

    @invariant()
    def nothing_is_lost(self) -> None:
        """Each laptop holds exactly what it wrote and what was brought."""
        for laptop, held in zip(self.laptops, self.held, strict=True):
            assert laptop.bodies() == held

    @invariant()
    def every_conflict_shows(self) -> None:
        """What the tables call a conflict is what the entries say, whatever the clocks say."""
        for laptop, held in zip(self.laptops, self.held, strict=True):
            laptop.journal._states.clear()
            state = laptop.journal.assessment(ONE)
            if state is not None:
                shown = {slot for slot in state.conflicts if not is_act(slot) or slot == SEAL}
                assert shown == _conflicts(held)
                assert {slot: {one.id for one in some} for slot, some in state.heads.items()} == {
                    slot: {one.id for one in some} for slot, some in _heads(held).items()
                }

    @invariant()
    def the_same_entries_look_the_same(self) -> None:
        """Two laptops that hold the same show the same, to the byte."""
        looks: dict[frozenset[bytes], dict[str, bytes]] = {}
        for laptop, held in zip(self.laptops, self.held, strict=True):
            dump = laptop.journal.dump()
            assert looks.setdefault(frozenset(held), dump) == dump

    def _who(self, data: st.DataObject) -> int:
        return data.draw(st.integers(0, len(self.laptops) - 1))

    def _write(self, who: int, slot: Slot, kind: Kind, value: Json, hours: int) -> None:
        laptop = self.laptops[who]
        seen = [one.id for one in _heads(self.held[who]).get(slot, ())]
        at = START.replace(year=2024 + hours // 9000).isoformat(timespec="milliseconds")
        draft = Draft(kind=kind, record=RECORD, slot=slot, value=value, replaces=tuple(seen))
        laptop.journal.append([draft], author="Siti", at=at)
        (new,) = laptop.bodies() - self.held[who]
        self.held[who].add(new)

    def _take_in(self, who: int, stick: Stick) -> None:
        laptop, before = self.laptops[who], self.held[who]
        examined = entries.examine(stick.bodies)
        assert not examined.refused
        found = [entry for _, entry in examined.found]
        known = knowledge.gather(laptop.journal, found, stick.claim, {}, lambda _: True)
        plan = merge.plan(examined.found, known, stick.claim, carried=())
        refused = {one.id for one in plan.refused}
        # A laptop takes its own lost entries back only in order: nobody may make it jump.
        assert {one.reason for one in plan.refused} <= {"own"}
        assert all(one.device == laptop.device for one in plan.refused)
        fresh = {examined.bodies[one.id] for one in plan.fresh}
        brought = {body for one, body in examined.bodies.items() if one not in refused}
        assert fresh == brought - before
        assert plan.known == len(brought & before)
        self._expect_faults(plan, before | fresh, {one.id for one in plan.fresh})
        laptop.journal.merge(examined.bodies[one.id] for one in plan.fresh)
        after = before | fresh
        changed = {one.slot for one in plan.fresh}
        told = {one.slot for record in plan.records for one in record.conflicts}
        assert {slot for slot in told if slot in changed} == _conflicts(after) & changed
        news = {one.slot for record in plan.records for one in record.conflicts if one.is_new}
        assert _conflicts(after) - _conflicts(before) <= news
        self.held[who] = after

    def _expect_faults(self, plan: merge.MergePlan, after: set[bytes], fresh: set[EntryId]) -> None:
        """Two entries at one place are told when the second of them comes."""
        places: dict[tuple[DeviceId, int], set[EntryId]] = {}
        for one in map(journal.read, after):
            places.setdefault((one.device, one.seq), set()).add(one.id)
        twice = {place for place, ids in places.items() if len(ids) > 1 and ids & fresh}
        told = {(one.device, one.first) for one in plan.faults if one.fault == "twice"}
        assert twice <= told

    def _meet(self) -> None:
        """Everybody gives everybody everything: then all are the same, as after a rebuild."""
        everything = set().union(*self.held)
        for laptop in self.laptops:
            laptop.journal.merge(sorted(everything))
        dumps = [laptop.journal.dump() for laptop in self.laptops]
        assert all(dump == dumps[0] for dump in dumps)
        self.laptops[0].journal.rebuild()
        assert self.laptops[0].journal.dump() == dumps[0]
        assert self.laptops[0].bodies() == everything


def _heads(bodies: set[bytes]) -> dict[Slot, tuple[Entry, ...]]:
    """The current entries of the assessment, from nothing but the entries."""
    current = journal.heads(map(journal.read, bodies))
    return {slot: some for (record, slot), some in current.items() if record == RECORD}


def _conflicts(bodies: set[bytes]) -> set[Slot]:
    return {
        slot
        for slot, some in _heads(bodies).items()
        if (slot == SEAL or not is_act(slot))
        and len({codec.canonical(one.value) for one in some}) > 1
    }


def _run(examples: int, phases: Sequence[Phase] = (Phase.generate, Phase.shrink)) -> None:
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=examples,
            stateful_step_count=STEPS,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
            phases=phases,
        ),
    )


def test_some_histories() -> None:
    _run(25)


@pytest.mark.slow
@pytest.mark.timeout(600 + RUNS // 2)
def test_many_histories() -> None:
    _run(RUNS)


def last_import_wins(patch: pytest.MonkeyPatch) -> None:
    """What arrives is put over what was there."""
    place_all = Projections.place_all

    def over(self: Projections, came: list[Entry]) -> None:
        for one in came:
            self._connection.execute(
                "DELETE FROM heads WHERE record = ? AND slot = ?", (one.record, one.slot)
            )
        place_all(self, came)

    patch.setattr(Projections, "place_all", over)


def newest_clock_wins(patch: pytest.MonkeyPatch) -> None:
    """Of several current entries only that with the latest wall clock is kept."""
    heads_of = Projections.heads_of

    def newest(self: Projections, record: RecordId) -> list[Entry]:
        by_slot: dict[Slot, Entry] = {}
        for one in heads_of(self, record):
            if one.slot not in by_slot or one.at > by_slot[one.slot].at:
                by_slot[one.slot] = one
        return sorted(by_slot.values(), key=lambda one: (one.slot, one.id))

    patch.setattr(Projections, "heads_of", newest)


def replaced_entries_dropped(patch: pytest.MonkeyPatch) -> None:
    """What a later entry replaces is not taken in any more."""
    take_in = Journal.merge

    def without(self: Journal, bodies: object) -> list[Entry]:
        assert hasattr(bodies, "__iter__")
        given = list(bodies)
        replaced = {old for body in given for old in journal.read(body).replaces}
        return take_in(self, [it for it in given if journal.identify(it) not in replaced])

    patch.setattr(Journal, "merge", without)


@pytest.mark.parametrize("plant", [last_import_wins, newest_clock_wins, replaced_entries_dropped])
def test_a_planted_mistake_is_noticed(
    plant: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(monkeypatch)
    with pytest.raises(AssertionError):
        _run(2000, [Phase.generate])
