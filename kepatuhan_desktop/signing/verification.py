"""Look at a signed scorecard, and say what can be said about it.

Importing this imports pyHanko, which takes more than a second. Nothing here asks a network, a
clock or a person. A file from a stranger ends in a verdict, whatever its bytes are.
docs/formats/verdicts.md lists every statement.
"""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from kepatuhan_desktop.domain.record import RECORD, Record
from kepatuhan_desktop.domain.trust import Role
from kepatuhan_desktop.domain.verdict import SignerVerdict, Statement, Verdict, say
from kepatuhan_desktop.signing import agreement, certificates, seals, stranger, trusting
from kepatuhan_desktop.signing.authorities import Authorities
from kepatuhan_desktop.signing.contents import Contents
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.signing.moments import Moments, when
from kepatuhan_desktop.signing.pades import AUDITOR, STAMP, UNIT_HEAD
from kepatuhan_desktop.signing.rescoring import Reckoned, reckon
from kepatuhan_desktop.signing.seals import Judged, Signed

_ROLES = {AUDITOR: "auditor", UNIT_HEAD: "unit_head", STAMP: "stamp"}
_LOCAL = frozenset(
    {"who.enrolled", "who.registered_since", "who.self_issued", "who.namesake", "who.witnessed"}
)
"""Signatures that the law calls uncertified (PP 71/2019 Pasal 60)."""


def examine(data: bytes, knowledge: Knowledge) -> Verdict:
    """The verdict about a PDF; raises nothing that its bytes could bring about."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        with stranger.limited():
            return _examine(data, digest, knowledge)
    except (stranger.TooLong, stranger.TooMuch, MemoryError):
        return _refused(digest, "note.too_complex")
    except stranger.Encrypted:
        return _refused(digest, "note.encrypted")
    except Exception:  # pyHanko raises whatever malformed bytes lead its parsers to
        return _refused(digest, "note.damaged")


def _refused(digest: str, code: str) -> Verdict:
    return Verdict(
        source="pdf",
        signers=(),
        score=say("score.not_reckoned"),
        printed=None,
        notes=(say(code),),
        digest=digest,
    )


def _examine(data: bytes, digest: str, knowledge: Knowledge) -> Verdict:
    file = stranger.opened(data)
    authorities = Authorities(knowledge.trusts)
    judged = seals.judge(file, authorities.anchors, knowledge.now)
    if not judged.signed:
        return _refused(digest, "note.unsigned")
    first = judged.first
    if first is None:
        reckoned = Reckoned(score=say("score.not_reckoned"), record=None)
        record_digest = ""
    else:
        record_digest = hashlib.sha256(first.attachments[RECORD]).hexdigest()
        page = knowledge.page(data)
        reckoned = reckon(first.attachments, record_digest, page, knowledge.instruments)
    seen_now: Contents | None = judged.last or first
    lists = seen_now.revocation_lists if seen_now is not None else ()
    signers = _signers(judged, authorities, reckoned.record, lists, knowledge)
    return Verdict(
        source="pdf",
        signers=signers,
        score=reckoned.score,
        printed=reckoned.printed,
        notes=_notes(judged, signers, authorities, reckoned, lists),
        digest=digest,
        drawn=file.drawn(),
        record=record_digest,
    )


def _signers(
    judged: Judged,
    authorities: Authorities,
    record: Record | None,
    lists: Sequence[bytes],
    knowledge: Knowledge,
) -> tuple[SignerVerdict, ...]:
    found = []
    before: datetime | None = None
    for place, one in enumerate(judged.signed):
        if one.is_time_stamp and not one.problem:
            continue
        later = len(judged.signed) - place - 1
        moments = Moments(
            now=knowledge.now, floor=knowledge.floor, received=knowledge.seen.get(one.digest)
        )
        found.append(_signer(one, later, before, authorities, record, lists, moments))
        before = one.claimed or before
    return tuple(found)


def _signer(
    one: Signed,
    later: int,
    before: datetime | None,
    authorities: Authorities,
    record: Record | None,
    lists: Sequence[bytes],
    moments: Moments,
) -> SignerVerdict:
    role = _ROLES.get(one.field, "other")
    unchanged = _unchanged(one, later)
    if one.certificate is None:
        return SignerVerdict(
            role=role,
            unchanged=unchanged,
            who=say("who.unproven"),
            trusted=say("trusted.not_checked"),
            when=say("when.unproven"),
            digest=one.digest,
        )
    facts = certificates.facts(one.certificate)
    holder = trusting.Holder(
        certificate=one.certificate,
        facts=facts,
        claimed=one.claimed,
        has_chain=one.has_chain,
        is_device=one.field == AUDITOR,
        is_stamp=one.field == STAMP,
        needs=Role.AUDITOR if one.field == AUDITOR else None,
        named=_named(record, role),
        digest=hashlib.sha256(certificates.dump(one.certificate)).hexdigest(),
    )
    who, trusted = trusting.judge(holder, authorities, lists, moments)
    bounds = [facts.valid_from, *([before] if before is not None else [])]
    return SignerVerdict(
        role=role,
        unchanged=unchanged,
        who=who,
        trusted=trusted,
        when=when(one.claimed, max(bounds), moments),
        digest=one.digest,
    )


def _unchanged(one: Signed, later: int) -> Statement:
    if one.problem:
        return say(one.problem)
    if later:
        return say("unchanged.extended", later=str(later))
    return say("unchanged.ok" if one.is_last else "unchanged.supplemented")


def _named(record: Record | None, role: str) -> str | None:
    """The certificate that the record names for a role."""
    if record is None:
        return None
    return next((one.certificate for one in record.signers if one.role == role), None)


def _notes(
    judged: Judged,
    signers: Sequence[SignerVerdict],
    authorities: Authorities,
    reckoned: Reckoned,
    lists: Sequence[bytes],
) -> tuple[Statement, ...]:
    notes = list(reckoned.notes)
    roles = {one.role for one in signers}
    record = reckoned.record
    if record is not None:
        refusal = next((one for one in record.signers if one.refused_because), None)
        if refusal is not None:
            notes.append(
                say("note.refused", name=refusal.person.name, reason=refusal.refused_because)
            )
        if record.countersigner is not None and "unit_head" not in roles:
            notes.append(say("note.countersignature_missing"))
        notes += agreement.contradictions(record, judged.signed, authorities)
    if any(one.who.code in _LOCAL for one in signers):
        notes.append(say("note.uncertified"))
    if "stamp" in roles:
        notes.append(say("note.stamp"))
    notes += [
        say("note.timestamp", claimed=one.claimed.isoformat(timespec="seconds"))
        for one in judged.signed
        if one.is_time_stamp and not one.problem and one.claimed is not None
    ]
    if authorities.forged(lists):
        notes.append(say("note.forged_revocations"))
    return tuple(notes)
