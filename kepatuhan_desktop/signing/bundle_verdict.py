"""Say what can be said about the sender of a bundle whose contents are those that it lists."""

import hashlib
from collections.abc import Mapping
from types import MappingProxyType

from kepatuhan_desktop.domain.verdict import SignerVerdict, say
from kepatuhan_desktop.signing import certificates, cms, sources, trusting
from kepatuhan_desktop.signing.authorities import Authorities
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.signing.moments import Moments, when

SENDER = "sender"
_REFUSED: Mapping[str, str] = MappingProxyType(
    {
        "bundle.damaged": "unchanged.bundle_damaged",
        "bundle.signature": "unchanged.bundle_signature",
        "bundle.unsafe": "unchanged.bundle_unsafe",
    }
)


def examine(
    signed: bytes, signature: bytes, certificate: bytes, knowledge: Knowledge
) -> SignerVerdict:
    """The sender, whose `certificate` `cms.verify_detached` found behind `signature`."""
    sources.hush()
    authorities, digest = Authorities(knowledge.trusts), hashlib.sha256(signature).hexdigest()
    leaf = certificates.load(certificate)
    facts = certificates.facts(leaf)
    try:
        checked = cms.check(signed, signature, authorities.anchors, knowledge.now)
    except Exception:  # pyHanko raises whatever malformed bytes lead its parsers to
        return refused("bundle.signature", "form", digest)
    moments = Moments(now=knowledge.now, floor=knowledge.floor, received=knowledge.seen.get(digest))
    holder = trusting.Holder(
        certificate=leaf,
        facts=facts,
        claimed=checked.claimed,
        has_chain=checked.has_chain,
        is_device=True,
        needs=None,
        named=None,
        digest=hashlib.sha256(certificate).hexdigest(),
    )
    who, trusted = trusting.judge(holder, authorities, (), moments)
    return SignerVerdict(
        role=SENDER,
        unchanged=say("unchanged.bundle"),
        who=who,
        trusted=trusted,
        when=when(checked.claimed, facts.valid_from, moments),
        digest=digest,
    )


def refused(code: str, fault: str, digest: str = "") -> SignerVerdict:
    """Nobody is proved where a reader refused the bundle with that code, for that reason."""
    return SignerVerdict(
        role=SENDER,
        unchanged=say(_REFUSED[code], fault=fault),
        who=say("who.unproven"),
        trusted=say("trusted.not_checked"),
        when=say("when.unproven"),
        digest=digest,
    )
