"""Settle what devices wrote apart about one unit, institution or product.

The profile of such a record is one value; the fields of it are laid side by side, because two
people who correct different fields do not disagree about either.
"""

from collections.abc import Iterable, Mapping

import msgspec

from kepatuhan_desktop import codec
from kepatuhan_desktop.changes import Changes
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.ids import EntryId, InstitutionId, RecordId, UnitId
from kepatuhan_desktop.domain.journal import Draft, Entry, Kind
from kepatuhan_desktop.domain.organisation import PROFILE, Institution, Product, Unit
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.services.pen import Pen
from kepatuhan_desktop.services.rivals import Dispute, Field, Version, origins
from kepatuhan_desktop.storage.journal import Journal
from kepatuhan_desktop.storage.register import Register

_SHAPES: dict[Kind, type[Institution] | type[Unit] | type[Product]] = {
    Kind.INSTITUTION: Institution,
    Kind.UNIT: Unit,
    Kind.PRODUCT: Product,
}
_REFERENCES = ("institution", "unit")
_DEPTH = 200
"""Decisions that can be undone, per record."""


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided, so that it can be undone."""

    value: Json
    before: tuple[Json, ...]
    """Every value that stood there."""


class RegisterDisputes:
    """The conflicts about who can be assessed."""

    def __init__(self, journal: Journal, register: Register, pen: Pen) -> None:
        self._journal = journal
        self._register = register
        self._pen = pen
        self._decided: dict[RecordId, list[Decision]] = {}

    def all(self) -> tuple[Dispute, ...]:
        """All of them: institutions, units, products, each by name."""
        found = [it for one in self._register.contested() for it in self.of(one)]
        return tuple(sorted(found, key=_order))

    def count(self) -> int:
        """How many there are."""
        return sum(len(_different(self._heads(one))) > 1 for one in self._register.contested())

    def of(self, record: RecordId) -> tuple[Dispute, ...]:
        """The conflict about one record; none where nothing disagrees."""
        by_value = _different(self._heads(record))
        if len(by_value) <= 1:
            return ()
        past = {entry.id: entry for entry in self._journal.history(record)}
        versions = sorted(
            (_version(origins(some, past)) for some in by_value),
            key=lambda it: (it.author, it.entry),
        )
        return (
            Dispute(
                record=record,
                assessment=None,
                slot=PROFILE,
                indicator=None,
                versions=tuple(versions),
                fields=tuple(self._fields(kind_of(record), versions, _common(versions, past))),
            ),
        )

    def settle(
        self, dispute: Dispute, version: EntryId, fields: Mapping[str, str] | None = None
    ) -> Changes:
        """Let one version hold, `fields` of it changed, by an entry that replaces them all.

        Raises `InputInvalid` for a version that does not rival any more, where another one has
        come since, for a field that is none or points elsewhere than any version does, and for
        an empty name.
        """
        heads = self._heads(dispute.record)
        chosen = next((one for one in heads if one.id == version), None)
        shown = {one.entry for one in dispute.versions}
        if chosen is None or not all(shown & {it.id for it in some} for some in _different(heads)):
            raise InputInvalid(field="version")
        value = chosen.value
        if fields:
            value = {**chosen.value, **_changed(dispute, fields)}
        before = tuple(some[0].value for some in _different(heads))
        written = self._write(dispute.record, [value])
        done = self._decided.setdefault(dispute.record, [])
        done.append(Decision(value=value, before=before))
        del done[:-_DEPTH]
        return written

    def undo(self, record: RecordId) -> Changes:
        """Let all versions stand there again that were there before the last decision.

        Changes nothing where there was none, or somebody has decided otherwise since.
        """
        done = self._decided.get(record)
        if not done:
            return Changes()
        decision, heads = done.pop(), self._heads(record)
        if {codec.canonical(one.value) for one in heads} != {codec.canonical(decision.value)}:
            return Changes()
        return self._write(record, decision.before)

    def _heads(self, record: RecordId) -> list[Entry]:
        kind = kind_of(record)
        heads = self._journal.heads_of(record)
        return [one for one in heads if one.slot == PROFILE and one.kind == kind]

    def _write(self, record: RecordId, values: Iterable[Json]) -> Changes:
        kind = kind_of(record)
        # Whatever else stands in the slot goes with them.
        seen = tuple(it.id for it in self._journal.heads_of(record) if it.slot == PROFILE)
        return self._pen.write(
            *(
                Draft(kind=kind, record=record, slot=PROFILE, value=value, replaces=seen)
                for value in values
            )
        )

    def _fields(self, kind: Kind, versions: list[Version], before: Json) -> Iterable[Field]:
        said = [codec.typed(one.value, _SHAPES[kind]) for one in versions]
        names = [it.name for it in msgspec.structs.fields(_SHAPES[kind])]
        # What a thing is called stands first, and to whom it belongs last.
        for name in sorted(names, key=lambda it: (it in _REFERENCES, it != "name")):
            values = tuple(str(getattr(one, name)) for one in said)
            is_reference = name in _REFERENCES
            texts = tuple(self._named(name, it) for it in values) if is_reference else values
            yield Field(
                name=name,
                values=values,
                texts=texts,
                is_reference=is_reference,
                suggested=_suggested(values, before.get(name) if before else None),
            )

    def _named(self, kind: str, one: str) -> str:
        found: Institution | Unit | None
        if kind == Kind.INSTITUTION.value:
            found = self._register.institution(InstitutionId(one))
        else:
            found = self._register.unit(UnitId(one))
        return found.name if found is not None else "?"


def kind_of(record: RecordId) -> Kind:
    """What a record of the register holds; raises `InputInvalid` for any other record."""
    for kind in _SHAPES:
        if record.startswith(f"{kind.value}:"):
            return kind
    raise InputInvalid(field="record")


def _different(heads: Iterable[Entry]) -> list[list[Entry]]:
    by_value: dict[bytes, list[Entry]] = {}
    for head in heads:
        by_value.setdefault(codec.canonical(head.value), []).append(head)
    return list(by_value.values())


def _version(some: list[tuple[Entry, Entry]]) -> Version:
    entry, origin = some[0]
    others = [one.author for _, one in some[1:] if one.author != origin.author]
    return Version(
        entry=entry.id,
        kind=entry.kind,
        value=entry.value,
        author=origin.author,
        device=origin.device,
        at=origin.at,
        others=tuple(dict.fromkeys(others)),
    )


def _common(versions: Iterable[Version], past: Mapping[EntryId, Entry]) -> Json:
    """The value that all versions have come from; None where there is no single one."""
    common = set.intersection(*(_ancestors(_first(one.entry, past), past) for one in versions))
    replaced = {old for one in common for old in past[one].replaces}
    values = {codec.canonical(past[one].value): past[one].value for one in common - replaced}
    return next(iter(values.values())) if len(values) == 1 else None


def _first(one: EntryId, past: Mapping[EntryId, Entry]) -> EntryId:
    """Where this value was said first: undoing a decision only repeats it."""
    value = codec.canonical(past[one].value)
    behind = _ancestors(one, past)
    same = [it for it in sorted(behind) if codec.canonical(past[it].value) == value]
    return next((it for it in same if not _ancestors(it, past) & set(same)), one)


def _ancestors(one: EntryId, past: Mapping[EntryId, Entry]) -> set[EntryId]:
    found, behind = set[EntryId](), list(past[one].replaces)
    while behind:
        before = behind.pop()
        if before in past and before not in found and past[before].slot == PROFILE:
            found.add(before)
            behind += past[before].replaces
    return found


def _suggested(values: tuple[str, ...], before: Json) -> int:
    changed = {value for value in values if value != before}
    if before is not None and len(changed) == 1:
        return values.index(changed.pop())
    return next((place for place, value in enumerate(values) if value), 0)


def _changed(dispute: Dispute, fields: Mapping[str, str]) -> dict[str, str]:
    known = {one.name: one for one in dispute.fields}
    found: dict[str, str] = {}
    for name, text in fields.items():
        field = known.get(name)
        if field is None or (field.is_reference and text not in field.values):
            raise InputInvalid(field=name)
        found[name] = text if field.is_reference else text.strip()
        if name == "name" and not found[name]:
            raise InputInvalid(field=kind_of(dispute.record).value)
    return found


def _order(dispute: Dispute) -> tuple[int, str, RecordId]:
    kinds = list(_SHAPES)
    return kinds.index(kind_of(dispute.record)), min(dispute.fields[0].texts), dispute.record
