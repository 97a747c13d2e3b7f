"""Say what can be said about the signed code on a page, which is all that paper carries."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, time, timedelta

from cryptography import x509

from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.domain.verdict import Printed, SignerVerdict, Statement, Verdict, say
from kepatuhan_desktop.signing import certificates, paper, trusting
from kepatuhan_desktop.signing.authorities import Authorities
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.signing.moments import Moments
from kepatuhan_desktop.signing.paper import PaperCode, PaperFacts

_DAY = timedelta(days=1)


def examine(text: str, knowledge: Knowledge) -> Verdict:
    """The verdict about a code; raises `PaperForeign`, `PaperNewer` and `PaperDamaged`."""
    code = paper.read(text)
    digest = paper.digest(text)
    facts = code.facts
    return Verdict(
        source="paper",
        signers=(_signer(code, digest, knowledge),),
        score=say("score.paper", score=facts.score, category=facts.category),
        printed=_printed(facts),
        digest=digest,
        record=facts.record,
    )


def _signer(code: PaperCode, digest: str, knowledge: Knowledge) -> SignerVerdict:
    known = list(_certificates(code.facts.device, knowledge))
    fitting = [one for one in known if _fits(code, one)]
    if not fitting:
        words = {"device": " ".join(certificates.groups(code.facts.device)[:4])}
        return SignerVerdict(
            role="auditor",
            unchanged=say("unchanged.paper_signature" if known else "unchanged.unchecked"),
            who=say("who.unproven") if known else say("who.device", **words),
            trusted=say("trusted.not_checked"),
            when=say("when.unproven") if known else _when(code.facts.day, knowledge),
            digest=digest,
        )
    moments = Moments(now=knowledge.now, floor=knowledge.floor, received=knowledge.seen.get(digest))
    found = _of_the_day(code.facts.day, fitting)
    facts = certificates.facts(found)
    holder = trusting.Holder(
        certificate=found,
        facts=facts,
        claimed=_noon(code.facts.day),
        has_chain=True,
        is_device=True,
        needs=Role.AUDITOR,
        named=None,
        digest="",
    )
    who, trusted = trusting.judge(holder, Authorities(knowledge.trusts), (), moments)
    if trusted.code == "trusted.before_certificate":
        # Paper names a key and no certificate: then the device signed with one of its own.
        who = say("who.registered_since", name=facts.name, nip=facts.nip)
        authority = trusted.parameters["authority"]
        trusted = say("trusted.registered_since", authority=authority)
    return SignerVerdict(
        role="auditor",
        unchanged=say("unchanged.paper"),
        who=who,
        trusted=trusted,
        when=_when(code.facts.day, knowledge),
        digest=digest,
    )


def _certificates(device: str, knowledge: Knowledge) -> Iterator[x509.Certificate]:
    """Those whose key the code may name, newest first; enrolled ones before our own."""
    for trust in knowledge.trusts:
        for one in reversed(trust.enrolled):
            if one.device.startswith(device):
                yield certificates.load(certificates.decode(one.certificate))
    for der in knowledge.own:
        found = certificates.load(der)
        if certificates.fingerprint_of(found).startswith(device):
            yield found


def _fits(code: PaperCode, certificate: x509.Certificate) -> bool:
    key = trusting.public_key(certificate)
    return key is not None and paper.check(code, key)


def _of_the_day(day: str, fitting: Sequence[x509.Certificate]) -> x509.Certificate:
    """The newest that was valid on a day; else the first that began later; else the newest."""
    noon = _noon(day)
    valid = (one for one in fitting if certificates.facts(one).is_valid_at(noon))
    later = [one for one in fitting if one.not_valid_before_utc > noon]
    first_later = min(later, key=lambda one: one.not_valid_before_utc, default=fitting[0])
    return next(valid, first_later)


def _noon(day: str) -> datetime:
    """A moment of a day whose time zone nobody knows."""
    return datetime.combine(datetime.fromisoformat(day), time(12), UTC)


def _when(day: str, knowledge: Knowledge) -> Statement:
    present = max(knowledge.now, knowledge.floor)
    if _noon(day) > present + _DAY:
        bound = present.isoformat(timespec="seconds")
        return say("when.clock", claimed=day, bound=bound)
    return say("when.paper", day=day)


def _printed(facts: PaperFacts) -> Printed:
    return Printed(
        assessment=facts.assessment,
        revision=facts.revision,
        institution="",
        unit="",
        product="",
        period="",
        instrument="",
        score=facts.score,
        category=facts.category,
        zone=None,
        sealed_at=facts.day,
        place="",
    )
