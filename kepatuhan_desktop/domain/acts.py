"""Acts: what was done with an assessment as a whole, sealed, corrected, refused, withdrawn.

They lie in the same record as its content, and a seal covers none of them.
"""

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import EntryId, Slot
from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.seal import Amendment, Refusal, Return, Seal, Withdrawal

SEAL = Slot("seal")
AMENDMENT = Slot("amendment")
ACTS = frozenset({"seal", "refusal", "amendment", "withdrawal", "stamp", "return"})
"""First parts of the slots that are about the sealing and no part of what is sealed."""

Heads = Mapping[Slot, tuple[Entry, ...]]
T = TypeVar("T")


class Acts(msgspec.Struct, frozen=True, kw_only=True):
    """What the act slots hold; nothing at the beginning."""

    seal: Seal | None = None
    """The present seal: of concurrent ones that of the highest revision, then the smallest id."""
    seal_id: EntryId | None = None
    amendments: tuple[Amendment, ...] = ()
    """Those that nobody replaced, open or not, by their ids."""
    refusals: tuple[Refusal, ...] = ()
    """The last one of each role; several where they came from several devices."""
    withdrawals: tuple[Withdrawal, ...] = ()
    """Like `refusals`, under whichever seal."""
    returns: tuple[Return, ...] = ()
    """What headquarters sent back, whichever seal it is about."""

    @property
    def open_amendments(self) -> tuple[Amendment, ...]:
        """The amendments of exactly the present seal."""
        if self.seal_id is None:
            return ()
        return tuple(one for one in self.amendments if one.amends == self.seal_id)

    @property
    def open_returns(self) -> tuple[Return, ...]:
        """Those of exactly the present seal; the next seal answers them."""
        return tuple(one for one in self.returns if one.seal == self.seal_id)

    @property
    def withdrawn(self) -> dict[str, Withdrawal]:
        """Who withdrew a signature under the present seal, by role."""
        found: dict[str, Withdrawal] = {}
        for one in self.withdrawals:
            if one.seal == self.seal_id:
                found.setdefault(one.role, one)
        return found


def is_act(slot: Slot) -> bool:
    """Whether a slot is about the sealing."""
    return slot.partition("/")[0] in ACTS


def refusal_slot(role: str) -> Slot:
    """The slot of a role's refusal to sign."""
    return Slot(f"refusal/{role}")


def withdrawal_slot(role: str) -> Slot:
    """The slot of a role's withdrawn signature."""
    return Slot(f"withdrawal/{role}")


def stamp_slot(seal: EntryId) -> Slot:
    """The slot of the stamped file of a seal."""
    return Slot(f"stamp/{seal}")


def return_slot(seal: EntryId) -> Slot:
    """The slot of what headquarters says against a seal."""
    return Slot(f"return/{seal}")


def acts_of(heads: Heads) -> Acts:
    """What the act slots among `heads` hold."""
    seals = [(one, found) for one, found in _held(heads, SEAL, Kind.SEAL, Seal)]
    seal_id, seal = min(seals, key=lambda pair: (-pair[1].revision, pair[0]), default=(None, None))
    return Acts(
        seal=seal,
        seal_id=seal_id,
        amendments=tuple(one for _, one in _held(heads, AMENDMENT, Kind.AMENDMENT, Amendment)),
        refusals=tuple(_of_roles(heads, Kind.REFUSAL, Refusal)),
        withdrawals=tuple(_of_roles(heads, Kind.WITHDRAWAL, Withdrawal)),
        returns=tuple(_of_roles(heads, Kind.RETURN, Return)),
    )


def _of_roles(heads: Heads, kind: Kind, shape: type[T]) -> Iterator[T]:
    beginning = f"{kind.value}/"
    for slot in sorted(one for one in heads if one.startswith(beginning)):
        for _, found in _held(heads, slot, kind, shape):
            yield found


def _held(heads: Heads, slot: Slot, kind: Kind, shape: type[T]) -> Iterator[tuple[EntryId, T]]:
    """The values of a slot with their ids, smallest id first; cleared ones are passed over."""
    for entry in heads.get(slot, ()):
        if entry.kind == kind and entry.value is not None:
            yield entry.id, codec.typed(entry.value, shape)
