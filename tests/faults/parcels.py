"""Two laptops with a bundle between them, and what must be true of both after the worst.

Nothing on the medium that looks whole may be anything else; nothing that waits may be lost; of
a bundle that is taken in there is everything or nothing.
"""

import hashlib
from collections.abc import Iterable
from pathlib import Path

import msgspec

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain import journal
from kepatuhan_desktop.domain.ids import Digest
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.named_files import files_of
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.services.exporting import EXTENSION
from kepatuhan_desktop.services.importing import Inspected
from tests.faults import scene
from tests.faults.acknowledgements import Line
from tests.faults.oracle import condition


class Luggage(msgspec.Struct, frozen=True, kw_only=True):
    """What one laptop is to send to another."""

    sender: Path
    receiver: Path
    bundle: Path
    """A whole bundle of the sender, on a medium of its own."""
    waiting: frozenset[bytes]
    """Entries in the sender's outbox, before anything was sent but this bundle."""
    files: frozenset[Digest]
    before: frozenset[bytes]
    """Entries that the receiver holds."""
    brought: frozenset[bytes]
    """Entries of the bundle."""
    recipients: tuple[str, ...]
    """Of both laptops: either can read what is encrypted for them."""


def packed(folder: Path, *, answers: int = 4, photos: int = 2) -> Luggage:
    """Both laptops, closed, and a bundle."""
    sender, receiver = open_services(folder / "sender"), open_services(folder / "receiver")
    scene.fill(sender, scene.begin(sender), answers=answers, photos=photos)
    scene.fill(receiver, scene.begin(receiver, "2025"), answers=2, photos=1)
    plan = sender.exporting.plan(recipients=[])
    waiting = sender.exporting.outbox()
    medium = folder / "medium"
    medium.mkdir()
    (written,) = sender.exporting.export(plan, medium)
    bundle = written.delivered.path
    receiver.identities.ensure()
    found = receiver.importing.inspect(bundle)
    luggage = Luggage(
        sender=sender.home,
        receiver=receiver.home,
        bundle=bundle,
        waiting=frozenset(body for _, body in waiting.pairs),
        files=frozenset(waiting.files),
        before=frozenset(receiver._workspace.journal.bodies()),
        brought=frozenset(_bodies(found)),
        recipients=tuple(str(one._workspace.keys.recipient()) for one in (sender, receiver)),
    )
    assert luggage.waiting <= luggage.brought
    assert len(luggage.files) == photos
    sender.close()
    receiver.close()
    return luggage


def on_medium(medium: Path) -> list[Path]:
    """What a person, and the program, takes for bundles there."""
    return sorted(path for path in medium.iterdir() if path.suffix == EXTENSION)


def after_sending(
    luggage: Luggage, home: Path, medium: Path, said: Iterable[Line], *, again: bool = True
) -> list[str]:
    """What is wrong with a laptop that was writing to `medium`; `again` writes once more."""
    faults = _spoken(said)
    try:
        services = open_services(home)
    except KnownError as error:
        return [*faults, f"does not open: {error}"]
    reader = open_services(luggage.receiver)
    try:
        faults += condition(services) + _medium(reader, medium, said)
        faults += _sent(services, medium) + _outbox(services, luggage)
        if again:
            faults += _next(services, reader, luggage, medium)
    finally:
        reader.close()
        services.close()
    return faults


def _next(services: Services, reader: Services, luggage: Luggage, medium: Path) -> list[str]:
    try:
        (written,) = services.exporting.export(services.exporting.plan(recipients=[]), medium)
        found = reader.importing.inspect(written.delivered.path)
    except KnownError as error:
        return [f"the next bundle: {error}"]
    faults = []
    if not luggage.waiting <= set(_bodies(found)):
        faults.append("the next bundle lacks entries")
    if not luggage.files <= set(found.parcel.blobs):
        faults.append("the next bundle lacks files")
    return faults + _sent(services, medium) + _outbox(services, luggage)


def _medium(reader: Services, medium: Path, said: Iterable[Line]) -> list[str]:
    faults = []
    for path in on_medium(medium):
        try:
            reader.importing.inspect(path)
        except KnownError as error:
            faults.append(f"{path.name} is not whole: {error}")
    for line in said:
        if line.bundle is not None and _digest(medium / line.text) != line.bundle:
            faults.append(f"{line.text} was told to be safe and is not")
    return faults


def _sent(services: Services, medium: Path) -> list[str]:
    there = {_digest(path) for path in on_medium(medium)}
    # The bundle of `packed` lies on a medium of its own.
    noted = services.exporting.sent()[1:]
    return [
        f"{one.bundle} is noted as sent and is not there"
        for one in noted
        if one.dispatch.digest not in there
    ]


def _outbox(services: Services, luggage: Luggage) -> list[str]:
    found = services.exporting.outbox()
    faults = []
    if not luggage.waiting <= {body for _, body in found.pairs}:
        faults.append("entries left the outbox without a receipt")
    if not luggage.files <= set(found.files):
        faults.append("files left the outbox without a receipt")
    if any(one.acknowledged for one in services.exporting.sent()):
        faults.append("something counts as acknowledged")
    return faults


def after_taking_in(
    luggage: Luggage, home: Path, said: Iterable[Line], *, again: bool = True
) -> list[str]:
    """What is wrong with a laptop that was taking the bundle in; `again` does so once more."""
    faults = _spoken(said)
    try:
        services = open_services(home)
    except KnownError as error:
        return [*faults, f"does not open: {error}"]
    try:
        faults += condition(services)
        is_in, found = _taken_in(services, luggage)
        faults += found
        if not is_in and any(line.what == "done" for line in said):
            faults.append("a bundle that was told to be taken in is not there")
        if again:
            services.importing.take_in(luggage.bundle, consent=True)
            is_in, found = _taken_in(services, luggage)
            faults += [f"again: {one}" for one in (*condition(services), *found)]
            if not is_in:
                faults.append("again: the bundle is not there")
    except KnownError as error:
        faults.append(f"refused afterwards: {error}")
    finally:
        services.close()
    return faults


def _taken_in(services: Services, luggage: Luggage) -> tuple[bool, list[str]]:
    """Whether the bundle is in, and what is wrong with how."""
    bodies = set(services._workspace.journal.bodies())
    faults = [] if luggage.before <= bodies else ["entries of the receiver are lost"]
    fresh = bodies - luggage.before
    came = fresh & luggage.brought
    notes = [journal.read(body) for body in fresh - luggage.brought]
    if came and came != luggage.brought - luggage.before:
        faults.append(f"{len(came)} of {len(luggage.brought)} entries came in")
    expected = [Kind.ARRIVAL] if came else []
    if [note.kind for note in notes] != expected:
        faults.append(f"notes of arrival: {[note.kind for note in notes]}")
    for digest in {one for body in bodies for one in files_of(journal.read(body))}:
        try:
            services._workspace.vault.load(digest)
        except KnownError as error:
            faults.append(f"a file that an entry names: {error}")
    return bool(came), faults


def _spoken(said: Iterable[Line]) -> list[str]:
    return [line.text for line in said if line.what in ("error", "refused")]


def _bodies(found: Inspected) -> Iterable[bytes]:
    return found.examined.bodies.values()


def _digest(path: Path) -> Digest:
    data = path.read_bytes() if path.exists() else b""
    return Digest(hashlib.sha256(data).hexdigest())
