"""What is too much for one stick goes into several bundles, each complete in itself."""

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId, Digest
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.travel import Dispatch, bundle_record
from kepatuhan_desktop.exchange import entries, volumes, writing
from kepatuhan_desktop.exchange.limits import FILES, LIMITS, MIB, VOLUME
from kepatuhan_desktop.exchange.volumes import Blob
from tests.builders.entries import Device, body_of

BODIES = tuple(f"entry {number}".encode() for number in range(10))


def blobs(count: int, size: int) -> list[Blob]:
    """Files, each named by one entry."""
    return [
        Blob(digest=Digest(f"{number:064x}"), size=size, bodies=(BODIES[number % 10],))
        for number in range(count)
    ]


def test_what_fits_is_one_volume() -> None:
    (one,) = volumes.split(BODIES, blobs(5, MIB))
    assert (one.bodies, len(one.blobs)) == (BODIES, 5)


def test_entries_alone_are_a_volume() -> None:
    assert [one.bodies for one in volumes.split(BODIES, [])] == [BODIES]


def test_no_volume_is_larger_than_the_limit_and_every_file_travels_once() -> None:
    found = volumes.split(BODIES, blobs(300, 30 * MIB))
    assert len(found) == 9
    assert all(one.size <= VOLUME for one in found)
    assert sorted(it for one in found for it in one.blobs) == [it.digest for it in blobs(300, 1)]


def test_a_later_volume_has_the_entries_that_name_its_files() -> None:
    limit = writing.size_of(BODIES, [MIB, MIB])
    _, second = volumes.split(BODIES, blobs(4, MIB), limit)
    assert second.bodies == (BODIES[2], BODIES[3])


def test_a_file_that_fits_nowhere_travels_alone() -> None:
    found = volumes.split(BODIES, blobs(2, 3 * MIB), MIB)
    assert [len(one.blobs) for one in found] == [1, 1]


def test_a_reader_takes_every_volume_whole_and_the_note_of_it() -> None:
    found = volumes.split(BODIES, blobs(2 * FILES, 1))
    assert [len(one.blobs) for one in found] == [FILES, FILES]
    assert LIMITS.members >= FILES + writing.FILES
    note = Dispatch(
        sequence=1,
        purpose="results",
        digest=Digest("0" * 64),
        size=1,
        entries=1,
        files=found[0].blobs,
        recipients=("0" * 64,) * 50,
        heads={},
    )
    pen = Device(DeviceId("a" * 32))
    entry = pen.write("sent", codec.plain(note), kind=Kind.DISPATCH, record=bundle_record("b" * 26))
    examined = entries.examine([body_of(entry)])
    assert (examined.refused, len(examined.found)) == ((), 1)
