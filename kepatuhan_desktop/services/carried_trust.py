"""Find in a bundle the trust file of an authority that this device follows already.

The root's own signature says that it is genuine, whoever carried it; so a newer version is
taken up with the bundle. A first trust never is: that needs a person and a comparison.
"""

from collections.abc import Iterable

from kepatuhan_desktop.domain.journal import Entry, Kind
from kepatuhan_desktop.domain.trust import Trust
from kepatuhan_desktop.errors import TrustDamaged, TrustForeign, TrustOlder
from kepatuhan_desktop.services.identities import Identities, TrustPlan
from kepatuhan_desktop.signing import trust_file


def check(identities: Identities, entries: Iterable[Entry]) -> None:
    """Let `newer` be quick afterwards; for the worker."""
    for data in _files(entries):
        try:
            identities.check(data)
        except TrustDamaged:
            continue  # `newer` passes it over


def newer(identities: Identities, entries: Iterable[Entry]) -> TrustPlan | None:
    """The newest version among `entries` that this device may go on to; usually None."""
    found: list[TrustPlan] = []
    for data in _files(entries):
        try:
            plan = identities.examine(data)
        except (TrustDamaged, TrustOlder, TrustForeign):
            continue  # it stays an entry like any other, and makes nobody trust anybody
        if plan.is_news and not plan.is_first:
            found.append(plan)
    return max(found, key=lambda one: one.version, default=None)


def with_newer(trusts: Iterable[Trust], plan: TrustPlan | None) -> tuple[Trust, ...]:
    """What this device will trust once it has adopted `plan`."""
    if plan is None:
        return tuple(trusts)
    kept = [one for one in trusts if trust_file.identify(one) != plan.authority_id]
    return (*kept, trust_file.parse(plan.text.encode("ascii")))


def _files(entries: Iterable[Entry]) -> Iterable[bytes]:
    for entry in entries:
        value = entry.value
        if entry.kind == Kind.TRUST and isinstance(value, dict):
            text = value.get("text")
            if isinstance(text, str) and text.isascii():
                yield text.encode("ascii")
