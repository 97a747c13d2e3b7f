"""Say what a write operation changed, so that screens redraw just that."""

import msgspec


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """Records and slots that an operation appended entries to."""

    records: frozenset[str] = frozenset()
    """Ids such as `assessment:01J…`, `unit:…`."""
    slots: frozenset[str] = frozenset()
    """Slots inside those records, such as `answer/b.1`."""

    def union(self, other: "Changes") -> "Changes":
        """Both sets of changes as one."""
        return Changes(records=self.records | other.records, slots=self.slots | other.slots)
