"""Three hundred auditors' bundles, whoever comes first: headquarters sees the same."""

from random import Random

import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.assessment import PROFILE, record_of
from kepatuhan_desktop.domain.ids import AssessmentId, DeviceId, RecordId
from kepatuhan_desktop.domain.journal import Entry, Kind
from tests.builders import instruments
from tests.builders.entries import CHOICES, Device, a_profile, body_of
from tests.builders.memory import Laptop

AUDITORS, ORDERS, ANSWERS = 300, 10, 8


def bundle_of(number: int, random: Random) -> list[bytes]:
    """What one auditor brings: an assessment of their own, and a voice in a common one."""
    pen = Device(DeviceId(f"{number:032x}"))
    own, common = record_of(AssessmentId(f"own{number}")), record_of(AssessmentId(f"{number % 40}"))
    entries: list[Entry] = []
    for record in (own, common):
        profile = codec.plain(a_profile("2024"))
        entries.append(pen.write(PROFILE, profile, kind=Kind.ASSESSMENT, record=record))
        for _ in range(ANSWERS):
            slot = f"answer/{random.choice(list(instruments.small().indicators))}"
            seen = [one for one in entries if (one.record, one.slot) == (record, slot)][-1:]
            at = f"20{random.randrange(10, 40)}-08-12T09:00:00.000+07:00"
            entries.append(pen.write(slot, random.choice(CHOICES), seen, at=at, record=record))
    if number % 25 == 0:
        definition = codec.plain(instruments.small())
        record = RecordId("instrument:small@1")
        entries.append(pen.write(PROFILE, definition, kind=Kind.INSTRUMENT, record=record))
    random.shuffle(entries)
    return [body_of(entry) for entry in entries]


def merged(bundles: list[list[bytes]], order: list[int]) -> dict[str, bytes]:
    """The tables of headquarters after taking the bundles in this order."""
    office = Laptop("f" * 32)
    for number in order:
        office.journal.merge(bundles[number])
    dump = office.journal.dump()
    office.close()
    return dump


def compared(count: int, orders: int) -> None:
    """Merge so many bundles in so many orders, some of them twice."""
    random = Random(11)
    bundles = [bundle_of(number, random) for number in range(count)]
    first = merged(bundles, list(range(count)))
    for _ in range(orders):
        order = random.sample(range(count), count) + random.choices(range(count), k=count // 10)
        assert merged(bundles, order) == first


def test_a_few_bundles_in_any_order_are_the_same() -> None:
    compared(30, 3)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_three_hundred_bundles_in_ten_orders_are_the_same() -> None:
    compared(AUDITORS, ORDERS)
