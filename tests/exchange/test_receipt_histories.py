"""Whatever is lost, doubled or restored: what waits nowhere is at headquarters.

Two laptops of the field share parts of their work and send it in volumes, of which any may be
lost; a laptop may go on from an old copy of its disk.
"""

from collections.abc import Callable, Sequence

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlcipher3 import dbapi2

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import DeviceId, Digest, RecordId, Slot
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.domain.named_files import files_of, is_bookkeeping
from kepatuhan_desktop.domain.travel import (
    SENT,
    Arrival,
    Dispatch,
    Head,
    Receipt,
    arrival_slot,
    bundle_record,
    parts_of,
)
from kepatuhan_desktop.services import outbox
from kepatuhan_desktop.services.mentions import Mentions
from kepatuhan_desktop.storage.journal import Journal
from tests.builders.entries import AT
from tests.builders.memory import HERE, Laptop

OFFICE = DeviceId("f" * 32)
OFFICES = frozenset({OFFICE})
_WHO = st.integers(0, 1)
ALL = 99
"""Files in a volume, when everything goes into one."""
_UNKNOWN = "photo-of-tomorrow"
"""A kind that lists its files."""


class Volume:
    """A bundle on its way: who sent it, what lies in it."""

    def __init__(self, sender: int, bundle: str, bodies: list[bytes], files: set[Digest]) -> None:
        self.sender = sender
        self.bundle = bundle
        self.bodies = bodies
        self.files = files


class Receipts(RuleBasedStateMachine):
    """Two laptops of the field and headquarters."""

    def __init__(self) -> None:
        super().__init__()
        self.field = [Laptop(f"{number:032x}") for number in range(2)]
        self.office = Laptop(OFFICE)
        self.mentions = [Mentions(), Mentions()]
        self.vaults: list[set[Digest]] = [set(), set()]
        self.stock: set[Digest] = set()
        self.road: list[Volume] = []
        self.copies: dict[int, dbapi2.Connection] = {}
        self.count = 0

    def teardown(self) -> None:
        """When everything arrives at last, nothing waits any more but what nobody has."""
        try:
            for _ in range(3):
                for who in (0, 1):
                    self._export(who, None, ALL)
                for volume in self.road:
                    self._arrive(volume)
                self.road.clear()
                for who in (0, 1):
                    self._answer(who)
            for who in (0, 1):
                view = self._look(who)
                assert view.outbox.records == ()
                assert self.vaults[who].union(self.stock).isdisjoint(view.outbox.files)
                assert all(one.acknowledged for one in view.sent if one.dispatch.size == ALL)
        finally:
            for laptop in (*self.field, self.office):
                laptop.close()
            for copy in self.copies.values():
                copy.close()

    @rule(who=_WHO, record=st.sampled_from("abc"), photos=st.integers(0, 3))
    def write(self, who: int, record: str, photos: int) -> None:
        """Somebody writes, and takes photos perhaps."""
        self.count += 1
        files = [f"{self.count:060x}{number:04x}" for number in range(photos)]
        self.vaults[who].update(map(Digest, files))
        self._append(
            self.field[who],
            f"assessment:{record}",
            f"note/{self.count}",
            _UNKNOWN,
            {"files": files},
        )

    @rule(who=_WHO, record=st.sampled_from("abc"), with_files=st.booleans())
    def share(self, who: int, record: str, with_files: bool) -> None:
        """The other one gets an assessment, with the photos or without."""
        bodies = self.field[who].journal.bodies_of([RecordId(f"assessment:{record}")])
        self.field[1 - who].journal.merge(bodies)
        if with_files:
            self.vaults[1 - who] |= self._named(bodies) & self.vaults[who]

    @rule(who=_WHO, record=st.sampled_from(["a", "b", None]), room=st.integers(1, 3))
    def export(self, who: int, record: str | None, room: int) -> None:
        """All that waits, or an assessment, in volumes of so many files."""
        self._export(who, record, room)

    @precondition(lambda self: self.road)
    @rule(data=st.data(), again=st.booleans())
    def arrive(self, data: st.DataObject, again: bool) -> None:
        """Any volume arrives at headquarters, perhaps not for the last time."""
        number = data.draw(st.integers(0, len(self.road) - 1))
        self._arrive(self.road[number] if again else self.road.pop(number))

    @rule(
        who=_WHO,
        record=st.sampled_from(["a", "b", None]),
        room=st.integers(1, 3),
        lost=st.sets(st.integers(0, 3)),
        damaged=st.sets(st.integers(0, 3)),
    )
    def travel(
        self, who: int, record: str | None, room: int, lost: set[int], damaged: set[int]
    ) -> None:
        """Volumes are carried to headquarters, but for some, and the receipts back.

        Of some of them a photo is damaged on the way.
        """
        before = len(self.road)
        self._export(who, record, room)
        for number, volume in enumerate(self.road[before:]):
            if number in damaged:
                volume.files -= set(sorted(volume.files)[:1])
            if number not in lost:
                self._arrive(volume)
        del self.road[before:]
        self._answer(who)

    @rule(who=_WHO)
    def answer(self, who: int) -> None:
        """Headquarters gives its receipts; those for one laptop arrive there."""
        self._answer(who)

    @rule(who=_WHO)
    def back_up(self, who: int) -> None:
        """A copy of a disk is made."""
        self.copies[who] = self.field[who].backup()

    @precondition(lambda self: self.copies)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        """A laptop goes on from an old copy."""
        who = data.draw(st.sampled_from(sorted(self.copies)))
        self.field[who].restore(self.copies.pop(who))
        self.mentions[who] = Mentions()

    @rule(who=_WHO)
    def give_back(self, who: int) -> None:
        """A laptop gets from headquarters what was said about the assessments."""
        records = [RecordId(f"assessment:{one}") for one in "abc"]
        own = self.field[who].journal
        end = own.chain(own.device).last
        bodies = self.office.journal.bodies_of(records)
        # Nobody makes its own chain jump.
        own.merge(
            body
            for body in bodies
            if (entry := journal.read(body)).device != own.device or entry.seq <= end
        )

    @invariant()
    def what_waits_nowhere_is_at_headquarters(self) -> None:
        """Entries and files leave the outbox only when headquarters holds them."""
        there = self.office.bodies()
        for who, laptop in enumerate(self.field):
            box = self._look(who).outbox
            gone = laptop.bodies() - {body for _, body in box.pairs} - there
            assert all(journal.read(body).device == OFFICE for body in gone)
            named = self._named(laptop.journal.bodies())
            assert named - set(box.files) <= self.stock

    @invariant()
    def what_is_called_acknowledged_is_at_headquarters(self) -> None:
        """A bundle counts as arrived only with all its files."""
        for who in (0, 1):
            for one in self._look(who).sent:
                assert not one.acknowledged or set(one.dispatch.files) <= self.stock

    @invariant()
    def a_second_look_sees_the_same(self) -> None:
        """What was kept at hand hides nothing."""
        for who in (0, 1):
            laptop = self.field[who]
            unread = Journal(laptop.connection, HERE, laptop.device)
            fresh = outbox.View(unread, OFFICES, Mentions())
            seen = self._look(who)
            assert (seen.outbox, seen.heads, seen.doubled) == (
                fresh.outbox,
                fresh.heads,
                fresh.doubled,
            )

    def _look(self, who: int) -> outbox.View:
        return outbox.View(self.field[who].journal, OFFICES, self.mentions[who])

    def _append(self, laptop: Laptop, record: str, slot: str, kind: str, value: object) -> None:
        """As a newer version writes: `kind` may be unknown here."""
        store = laptop.journal
        chain = store.chain(laptop.device)
        seq = chain.last
        body = codec.canonical(
            {
                "at": AT,
                "author": "Siti",
                "device": laptop.device,
                "kind": kind,
                "previous": min(chain[seq]) if seq else None,
                "record": record,
                "replaces": [],
                "seq": seq + 1,
                "slot": slot,
                "value": codec.plain(value),
            }
        )
        store.merge([body])

    def _named(self, bodies: list[bytes]) -> set[Digest]:
        return {digest for body in bodies for digest in files_of(journal.read(body))}

    def _export(self, who: int, record: str | None, room: int) -> None:
        laptop, view = self.field[who], self._look(who)
        if record is None:
            pairs = list(outbox.travelling(laptop.journal, view.outbox))
        else:
            found = laptop.journal.bodies_of([RecordId(f"assessment:{record}")])
            pairs = journal.in_order(found)
        bodies = [body for _, body in pairs]
        files = sorted(self._named(bodies) & self.vaults[who])
        for start in range(0, max(1, len(files)), room):
            some = set(files[start : start + room])
            inside = [
                (entry, body)
                for entry, body in pairs
                if not start or not some.isdisjoint(files_of(entry))
            ]
            self.count += 1
            bundle = f"{self.count:026d}"
            dispatch = Dispatch(
                sequence=self.count,
                purpose="results",
                digest=Digest("0" * 64),
                size=room,
                entries=len(inside),
                files=tuple(sorted(some)),
                recipients=(),
                heads={},
                parts=parts_of((entry.device, entry.seq) for entry, _ in inside),
                doubled=tuple(entry.id for entry, _ in inside if entry.id in view.doubled),
            )
            self._draft(laptop, bundle, SENT, Kind.DISPATCH, dispatch)
            self.road.append(Volume(who, bundle, [body for _, body in inside], some))

    def _arrive(self, volume: Volume) -> None:
        found = [journal.read(body) for body in volume.bodies]
        self.office.journal.merge(volume.bodies)
        self.stock |= volume.files
        if volume.bundle not in outbox.arrivals(self.office.journal):
            arrival = Arrival(
                device=self.field[volume.sender].device,
                sequence=1,
                previous=None,
                purpose="results",
                seal=Digest("0" * 64),
                head=0,
                devices=tuple(sorted({entry.device for entry in found})),
                fresh=len(found),
                known=0,
                refused=0,
            )
            self._draft(self.office, volume.bundle, arrival_slot(OFFICE), Kind.ARRIVAL, arrival)

    def _answer(self, who: int) -> None:
        store = self.office.journal
        due = outbox.receipts_due(store, outbox.arrivals(store), self.stock.__contains__)
        if due:
            store.append(due, author="Pusat", at=AT)
        self.field[who].journal.merge(
            journal.body(entry)
            for entry in store.written_here("bundle:")
            if entry.kind == Kind.RECEIPT
            and codec.typed(entry.value, Receipt).device == self.field[who].device
        )

    def _draft(self, laptop: Laptop, bundle: str, slot: Slot, kind: Kind, value: object) -> None:
        draft = Draft(kind=kind, record=bundle_record(bundle), slot=slot, value=codec.plain(value))
        assert is_bookkeeping(laptop.journal.append([draft], author="Siti", at=AT)[0])


def _run(examples: int, phases: Sequence[Phase] = (Phase.generate, Phase.shrink)) -> None:
    run_state_machine_as_test(
        Receipts,
        settings=settings(
            max_examples=examples,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            database=None,
            phases=phases,
        ),
    )


def test_some_histories_of_receipts() -> None:
    _run(25)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_many_histories_of_receipts() -> None:
    _run(300)


def missing_up_to_the_heads(patch: pytest.MonkeyPatch) -> None:
    """Headquarters looks for the files of gapless chains only."""
    known = outbox._known

    def short(
        store: Journal, device: DeviceId, holds: Callable[[Digest], bool]
    ) -> tuple[Head | None, frozenset[Digest]]:
        head, lacking = known(store, device, holds)
        last = head.seq if head else 0
        some = [one for one in store.written_by(device, "") if one.seq <= last]
        return head, lacking & {digest for one in some for digest in files_of(one)}

    patch.setattr(outbox, "_known", short)


def test_a_planted_mistake_about_receipts_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    missing_up_to_the_heads(monkeypatch)
    with pytest.raises(AssertionError):
        _run(1000, [Phase.generate])
