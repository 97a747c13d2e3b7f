"""Signatures that are sound in themselves, by a key that does not deserve trust."""

import hashlib
from datetime import timedelta

import msgspec
import pytest
from asn1crypto import crl as asn1_crl
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.sign.validation.dss import DocumentSecurityStore

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason, Role, Trust
from kepatuhan_desktop.domain.verdict import Grade, SignerVerdict, Verdict
from kepatuhan_desktop.signing import certificates, pades
from kepatuhan_desktop.signing.sources import Source
from tests.signing import builders
from tests.signing.builders import AUDITOR, HEAD, LATER, NOW, Headquarters
from tests.signing.forging import updated

DAY = timedelta(days=1)


def auditor_of(verdict: Verdict) -> SignerVerdict:
    """What is said about the auditor."""
    return next(one for one in verdict.signers if one.role == "auditor")


def judged(
    source: Source, *trusts: Trust, made: dict[str, object] | None = None, **knowledge: object
) -> SignerVerdict:
    """What is said about an auditor who signed with this."""
    data = builders.making(source, **(made or {})).signed()  # type: ignore[arg-type]  # handed through
    return auditor_of(builders.verdict(data, *trusts, **knowledge))


def test_another_authority_of_the_same_name_is_an_imitation() -> None:
    impostor = Headquarters(builders.headquarters().name).enrol(builders.new_key())
    found = judged(impostor)
    assert (found.unchanged.grade, found.trusted.code) == (Grade.GOOD, "trusted.same_name")
    assert found.trusted.grade is Grade.BAD


def test_a_name_that_looks_the_same_is_an_imitation_too() -> None:
    impostor = Headquarters("INSPEKTORAT  sumbermakmur").enrol(builders.new_key())
    assert judged(impostor).trusted.code == "trusted.same_name"


def test_an_authority_that_was_never_seen_is_no_forgery() -> None:
    other = Person(name="Budi Santoso", nip="19900101 201501 1 009")
    found = judged(Headquarters("Ombudsman").enrol(builders.new_key(), other))
    assert found.trusted.code == "trusted.unknown_issuer"
    assert found.trusted.grade is Grade.DOUBTFUL


def test_a_key_of_ones_own_in_the_name_of_a_registered_auditor_is_refused() -> None:
    found = judged(builders.self_issued())
    assert (found.who.code, found.who.grade) == ("who.namesake", Grade.BAD)


def test_without_a_nip_the_name_counts() -> None:
    person = Person(name=AUDITOR.name.upper())
    assert judged(builders.self_issued(person=person)).who.code == "who.namesake"


def test_a_certificate_that_had_ended_is_refused() -> None:
    hq = Headquarters()
    source = builders.leaf(hq.root.subject, hq.key, builders.new_key(), until=NOW - DAY)
    found = judged(source, hq.trust())
    assert (found.trusted.code, found.trusted.grade) == ("trusted.expired", Grade.BAD)


def test_a_certificate_of_the_future_is_refused() -> None:
    hq = Headquarters()
    source = builders.leaf(
        hq.root.subject, hq.key, builders.new_key(), since=LATER + 30 * DAY, until=LATER + 90 * DAY
    )
    assert judged(source, hq.trust()).trusted.code == "trusted.not_yet"


@pytest.mark.parametrize("reason", [RevocationReason.KEY_STOLEN, RevocationReason.ENDED])
def test_what_was_revoked_before_it_was_received_is_refused(reason: RevocationReason) -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    hq.revoke(source, NOW + DAY, reason)
    found = judged(source, hq.trust(NOW + 2 * DAY))
    assert (found.trusted.code, found.trusted.grade) == ("trusted.revoked", Grade.BAD)


def test_what_was_received_before_the_revocation_is_doubtful_only() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    data = builders.making(source).signed()
    first = builders.verdict(data, hq.trust())
    seen = {one.digest: NOW + timedelta(hours=1) for one in first.signers}
    hq.revoke(source, NOW + DAY)
    found = auditor_of(builders.verdict(data, hq.trust(NOW + 2 * DAY), seen=seen))
    assert (found.trusted.code, found.trusted.grade) == ("trusted.revoked_later", Grade.DOUBTFUL)


def test_what_was_seen_only_after_the_revocation_is_refused_whatever_it_claims() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    data = builders.making(source).signed()
    seen = {one.digest: NOW + 2 * DAY for one in builders.verdict(data, hq.trust()).signers}
    hq.revoke(source, NOW + DAY)
    found = auditor_of(builders.verdict(data, hq.trust(NOW + 2 * DAY), seen=seen))
    assert found.trusted.code == "trusted.revoked"


def test_a_revocation_counts_also_where_the_key_gave_itself_another_certificate() -> None:
    hq, key = Headquarters(), builders.new_key()
    hq.revoke(hq.enrol(key), NOW)
    found = judged(builders.self_issued(key), hq.trust(NOW + DAY))
    assert found.trusted.code == "trusted.revoked"


@pytest.mark.parametrize(
    "usage",
    [
        {"binds": False},
        {"is_authority": True},
        {"purposes": (ExtendedKeyUsageOID.SERVER_AUTH,)},
    ],
    ids=str,
)
def test_a_certificate_for_another_use_is_refused(usage: dict[str, bool]) -> None:
    hq = Headquarters()
    source = builders.leaf(hq.root.subject, hq.key, builders.new_key(), **usage)  # type: ignore[arg-type]  # handed through
    found = judged(source, hq.trust())
    assert (found.trusted.code, found.trusted.grade) == ("trusted.key_usage", Grade.BAD)


def test_a_self_issued_certificate_for_another_use_is_refused() -> None:
    key = builders.new_key()
    source = builders.leaf(
        certificates.load(builders.self_issued(key).certificate).subject, key, key, binds=False
    )
    assert judged(source, Headquarters().trust()).trusted.code == "trusted.key_usage"


def test_somebody_registered_for_other_work_is_no_auditor() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key(), roles=(Role.HEADQUARTERS,))
    assert judged(source, hq.trust()).trusted.code == "trusted.role"


def test_an_old_root_cannot_issue_what_the_present_list_does_not_name() -> None:
    hq = Headquarters()
    stolen = hq.key
    issuer = hq.root.subject
    hq.replace_root()
    source = builders.leaf(issuer, stolen, builders.new_key())
    assert judged(source, hq.trust(version=2)).trusted.code == "trusted.unlisted"


def test_an_auditor_cannot_vouch_for_another() -> None:
    hq, key = Headquarters(), builders.new_key()
    issuer = certificates.load(hq.enrol(key).certificate)
    source = builders.leaf(issuer.subject, key, builders.new_key(), person=HEAD)
    found = judged(source, hq.trust())
    assert found.trusted.code == "trusted.unknown_issuer"


# --- revocation lists that a document carries --------------------------------------------------


def carrying(data: bytes, *lists: bytes) -> bytes:
    """A file to which somebody added revocation lists."""
    found = [asn1_crl.CertificateList.load(one) for one in lists]
    return updated(
        lambda writer: DocumentSecurityStore.supply_dss_in_writer(writer, None, crls=found), data
    )


def forged_list(hq: Headquarters, *revoked: Source) -> bytes:
    """A list in the name of an authority, signed by another key."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(hq.root.subject)
        .last_update(NOW + 2 * DAY)
        .next_update(NOW + 200 * DAY)
    )
    for one in revoked:
        entry = x509.RevokedCertificateBuilder().serial_number(
            certificates.load(one.certificate).serial_number
        )
        builder = builder.add_revoked_certificate(entry.revocation_date(NOW).build())
    made = builder.sign(builders.new_key(), hashes.SHA256())
    return made.public_bytes(serialization.Encoding.DER)


def test_a_forged_list_does_not_hide_a_revocation() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    hq.revoke(source, NOW)
    data = carrying(builders.making(source).signed(), forged_list(hq))
    found = builders.verdict(data, hq.trust(NOW + DAY))
    assert auditor_of(found).trusted.code == "trusted.revoked"
    assert "note.forged_revocations" in {one.code for one in found.notes}


def test_a_forged_list_revokes_nobody() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    data = carrying(builders.making(source).signed(), forged_list(hq, source))
    found = builders.verdict(data, hq.trust())
    assert auditor_of(found).trusted.code == "trusted.ok"
    assert "note.forged_revocations" in {one.code for one in found.notes}
    assert found.grade is Grade.BAD


def test_a_list_of_another_authority_says_nothing() -> None:
    hq, other = Headquarters(), Headquarters("Ombudsman")
    source = hq.enrol(builders.new_key())
    other.revoke(source, NOW - DAY)
    data = carrying(builders.making(source).signed(), *other.lists())
    found = builders.verdict(data, hq.trust())
    assert auditor_of(found).trusted.code == "trusted.ok"
    assert found.grade is Grade.GOOD


def test_an_older_honest_list_does_not_hide_a_revocation() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    clean = hq.lists(NOW)
    hq.revoke(source, NOW + DAY)
    data = carrying(builders.making(source).signed(), *clean)
    found = auditor_of(builders.verdict(data, hq.trust(NOW + 2 * DAY)))
    assert found.trusted.code == "trusted.revoked"


def test_a_newer_embedded_list_revokes_where_the_trust_file_is_old() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    old = hq.trust()
    hq.revoke(source, NOW + DAY)
    data = carrying(builders.making(source).signed(), *hq.lists(NOW + 2 * DAY))
    assert auditor_of(builders.verdict(data, old)).trusted.code == "trusted.revoked"


def test_an_embedded_list_counts_where_the_trust_file_has_none() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    data = builders.making(source, trust=hq.trust()).signed()
    bare = hq.trust(with_lists=False)
    assert auditor_of(builders.verdict(data, bare)).trusted.code == "trusted.ok"


def test_without_any_list_trust_is_doubtful() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    found = judged(source, hq.trust(with_lists=False))
    assert found.trusted.code == "trusted.no_revocation_data"


def test_an_old_list_says_how_old_it_is() -> None:
    hq = Headquarters()
    found = judged(hq.enrol(builders.new_key()), hq.trust(), now=NOW + 200 * DAY)
    assert found.trusted.code == "trusted.old_revocation_data"
    assert found.trusted.parameters["days"] == "200"


# --- the head of the unit ------------------------------------------------------------------------


def test_a_countersignature_by_another_key_than_the_named_one_is_refused() -> None:
    made = builders.making(builders.auditor())
    other = builders.self_issued(person=HEAD)
    data = pades.countersign(made.certified(), source=other, at=NOW)
    found = builders.codes(builders.verdict(data))
    assert found["unit_head"][:3] == ("unchanged.ok", "who.not_named", "trusted.not_checked")
    assert found["auditor"][0] == "unchanged.extended"


def test_an_auditor_with_another_certificate_than_the_named_one_is_refused() -> None:
    hq, key = Headquarters(), builders.new_key()
    made = builders.making(hq.enrol(key))
    other = msgspec.structs.replace(made, auditor=hq.enrol(builders.new_key()))
    found = auditor_of(builders.verdict(other.signed(), hq.trust()))
    assert found.who.code == "who.not_named"


def test_the_record_names_the_certificate_by_its_digest() -> None:
    head = builders.self_issued(person=HEAD)
    data = builders.making(builders.auditor(), head=head).signed()
    assert builders.codes(builders.verdict(data))["unit_head"][1] == "who.witnessed"
    assert hashlib.sha256(head.certificate).hexdigest() in str(
        builders.making(builders.auditor(), head=head).record
    )
