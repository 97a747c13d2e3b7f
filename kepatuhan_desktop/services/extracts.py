"""Take the entries of some records out of the journal, for bundles that bring a part of it."""

from collections.abc import Iterable

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import Digest, RecordId
from kepatuhan_desktop.domain.instrument import Instrument, instrument_record
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register


def bodies_of(store: Journal, register: Register, records: Iterable[RecordId]) -> list[bytes]:
    """The canonical bytes of every entry of these records, replaced ones too; of each instrument
    one copy only.

    Every device writes down the instruments that come with the program: at headquarters lie
    hundreds of copies of the same hundred kilobytes, each with somebody's name.
    """
    wanted = set(records)
    found: list[bytes] = []
    for record, digests in _instruments(register).items():
        if record in wanted:
            wanted.remove(record)
            found += _copies(store, record, digests)
    return [*store.bodies_of(wanted), *found]


def _instruments(register: Register) -> dict[RecordId, set[Digest]]:
    """By record, what is installed under that id and version; two things where two wrote it."""
    found: dict[RecordId, set[Digest]] = {}
    for one, version, digest in register.instruments():
        found.setdefault(instrument_record(one, version), set()).add(digest)
    return found


def _copies(store: Journal, record: RecordId, digests: set[Digest]) -> list[bytes]:
    own = [entry for entry in store.written_here(record) if entry.record == record]
    found = {_digest(entry): journal.body(entry) for entry in reversed(own)}
    if not digests <= found.keys():
        pairs = journal.in_order(store.bodies_of([record]))
        found = {_digest(entry): body for entry, body in reversed(pairs)} | found
    return [body for digest, body in sorted(found.items()) if digest in digests]


def _digest(entry: Entry) -> Digest:
    """Of the instrument; empty for anything else."""
    is_instrument = entry.kind == Kind.INSTRUMENT and entry.value is not None
    return codec.typed(entry.value, Instrument).digest if is_instrument else Digest("")
