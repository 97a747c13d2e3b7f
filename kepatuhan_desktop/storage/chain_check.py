"""Find what is wrong with the chains of a journal as it lies in the database."""

from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.journal import ChainFault, Entry
from kepatuhan_desktop.storage.database import Connection


def faults(connection: Connection) -> list[ChainFault]:
    """What is wrong; also where a row is not what its entry says."""
    found: list[ChainFault] = []
    sound: list[Entry] = []
    for device, seq, one, record, body in connection.execute(
        "SELECT device, seq, id, record, body FROM journal ORDER BY device, seq, id"
    ):
        entry = _readable(bytes(body))
        if entry and (entry.device, entry.seq, entry.id, entry.record) == (
            device,
            seq,
            one,
            record,
        ):
            sound.append(entry)
        else:
            found.append(ChainFault(device=device, seq=seq, fault="broken"))
    return found + journal.check_chain(sound)


def _readable(body: bytes) -> Entry | None:
    try:
        return journal.read(body)
    except ValueError:  # both what msgspec raises and bytes that are not UTF-8
        return None
