"""People as they stand on a scorecard."""

import unicodedata

import msgspec


def spoken(name: str) -> str:
    """A name as people hear it: neither a space, a capital nor a wide letter makes another."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """An auditor, a team member or a head of unit."""

    name: str
    nip: str = ""
    """Civil-servant number; empty where there is none."""
    position: str = ""

    def signs_as(self) -> str:
        """How the journal names this person as an author."""
        return f"{self.name} ({self.nip})" if self.nip else self.name
