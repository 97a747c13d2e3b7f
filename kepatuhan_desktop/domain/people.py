"""People as they stand on a scorecard."""

import msgspec


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """An auditor, a team member or a head of unit."""

    name: str
    nip: str = ""
    """Civil-servant number; empty where there is none."""
    position: str = ""

    def signs_as(self) -> str:
        """How the journal names this person as an author."""
        return f"{self.name} ({self.nip})" if self.nip else self.name
