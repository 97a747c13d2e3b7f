"""Make a key for one act, for somebody who has none: the head of the unit signs on the screen.

The auditor's signed revision names the certificate before it signs, so the auditor vouches for
it; nobody else does. The key is never stored.
"""

from datetime import datetime

from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.signing import issuing, sources
from kepatuhan_desktop.signing.sources import Source

WITNESSED = "Kunci sekali pakai, disaksikan auditor"
"""Organisation in the certificate, so that every PDF reader shows what it is."""


def witness(person: Person, at: datetime) -> Source:
    """A fresh P-256 key with a self-issued certificate in this person's name."""
    key = ec.generate_private_key(ec.SECP256R1())
    return sources.of_device(key, issuing.self_issue(key, person, at, WITNESSED))
