"""Corners of judging a key and a moment that no file of ours reaches."""

from datetime import timedelta

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from kepatuhan_desktop.domain.trust import RevocationReason, Role
from kepatuhan_desktop.imaging import page_text
from kepatuhan_desktop.signing import additions, certificates, contents, stranger, trusting
from kepatuhan_desktop.signing.authorities import Authorities
from kepatuhan_desktop.signing.contents import Unsound
from kepatuhan_desktop.signing.knowledge import Knowledge
from kepatuhan_desktop.signing.moments import Moments, when
from kepatuhan_desktop.signing.rescoring import reckon
from kepatuhan_desktop.signing.trusting import Holder
from kepatuhan_desktop.signing.verification import examine
from tests.signing import builders
from tests.signing.builders import AUDITOR, LATER, NOW, Headquarters

DAY = timedelta(days=1)
MOMENTS = Moments(now=LATER, floor=NOW - DAY, received=None)


def list_of(hq: Headquarters, *extensions: x509.ExtensionType, critical: bool = True) -> bytes:
    """An empty list of an authority with extensions."""
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(hq.root.subject)
        .last_update(NOW)
        .next_update(NOW + 90 * DAY)
    )
    for one in extensions:
        builder = builder.add_extension(one, critical=critical)
    return builder.sign(hq.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def test_a_signature_without_a_time_has_none() -> None:
    assert when(None, None, MOMENTS).code == "when.missing"


def test_a_certificate_is_looked_at_now_where_no_time_is_claimed() -> None:
    hq = Headquarters()
    leaf = certificates.load(hq.enrol(builders.new_key()).certificate)
    holder = Holder(
        certificate=leaf,
        facts=certificates.facts(leaf),
        claimed=None,
        has_chain=True,
        is_device=True,
        needs=Role.AUDITOR,
        named=None,
        digest="",
    )
    _, trusted = trusting.judge(holder, Authorities([hq.trust()]), (), MOMENTS)
    assert trusted.code == "trusted.ok"


def test_a_code_on_paper_is_checked_with_a_key_of_ours_only() -> None:
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "RSA")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(NOW)
        .not_valid_after(LATER)
        .sign(key, hashes.SHA256())
    )
    assert trusting.public_key(made) is None


def test_a_list_about_some_certificates_only_is_no_list_of_all() -> None:
    hq = Headquarters()
    trust = hq.trust(with_lists=False)
    partial = x509.IssuingDistributionPoint(
        full_name=None,
        relative_name=None,
        only_contains_user_certs=False,
        only_contains_ca_certs=True,
        only_some_reasons=None,
        indirect_crl=False,
        only_contains_attribute_certs=False,
    )
    authorities = Authorities([trust])
    (root,) = authorities.roots
    assert authorities.revocations(root, [list_of(hq, partial)]).issued is None
    assert authorities.revocations(root, [list_of(hq, x509.CRLNumber(1), critical=False)]).issued


def test_a_list_that_cannot_be_read_says_nothing() -> None:
    hq = Headquarters()
    broken = x509.UnrecognizedExtension(x509.CRLNumber.oid, b"\xff")
    authorities = Authorities([hq.trust(with_lists=False)])
    (root,) = authorities.roots
    found = [list_of(hq, broken, critical=False)]
    assert authorities.revocations(root, found).issued is None


def test_what_is_no_list_says_nothing() -> None:
    authorities = Authorities([Headquarters().trust(with_lists=False)])
    (root,) = authorities.roots
    assert authorities.revocations(root, [b"0", b""]).issued is None
    assert not authorities.forged([b"0"])


def test_of_two_lists_the_earlier_revocation_counts() -> None:
    hq = Headquarters()
    source = hq.enrol(builders.new_key())
    found: list[bytes] = []
    for since in (NOW, NOW - DAY, NOW + DAY):
        hq.revoke(source, since, RevocationReason.ENDED)
        found += hq.lists()
    authorities = Authorities([hq.trust(with_lists=False)])
    (root,) = authorities.roots
    (revoked,) = authorities.revocations(root, found).revoked.values()
    assert revoked.since == NOW - DAY
    assert revoked.reason is x509.ReasonFlags.cessation_of_operation


def test_a_revocation_without_a_reason_is_one() -> None:
    hq = Headquarters()
    serial = certificates.load(hq.enrol(builders.new_key()).certificate).serial_number
    entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(NOW).build()
    made = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(hq.root.subject)
        .last_update(NOW)
        .next_update(NOW + DAY)
        .add_revoked_certificate(entry)
        .sign(hq.key, hashes.SHA256())
    )
    authorities = Authorities([hq.trust(with_lists=False)])
    (root,) = authorities.roots
    found = authorities.revocations(root, [made.public_bytes(serialization.Encoding.DER)])
    assert found.revoked[serial].reason is None


def test_the_same_key_is_no_namesake_of_itself() -> None:
    hq, key = Headquarters(), builders.new_key()
    device = builders.fingerprint(hq.enrol(key))
    authorities = Authorities([hq.trust()])
    assert authorities.namesake(AUDITOR.name, AUDITOR.nip, device) is None
    assert authorities.namesake(AUDITOR.name, "", certificates.identify(b"")) is not None
    assert authorities.namesake("Orang lain", "123", device) is None


def test_a_filled_field_keeps_its_signature() -> None:
    file = stranger.opened(builders.honest())
    seen = contents.read(file.reader.get_historical_resolver(file.last))
    one = seen.fields["Auditor"]
    other = msgspec.structs.replace(one, value=(99, 0))
    fields = {**seen.fields, "Auditor": other}
    with pytest.raises(Unsound, match="Auditor"):
        additions.require_harmless(
            file, file.last, seen, msgspec.structs.replace(seen, fields=fields), frozenset()
        )


def test_without_attachments_nothing_is_reckoned() -> None:
    assert reckon({}, "", "", {}).score.code == "score.record_missing"
    assert reckon({}, "", "", {}).printed is None


def test_without_the_words_of_the_page_a_person_has_to_compare() -> None:
    bare = Knowledge(now=LATER, floor=NOW, trusts=(builders.headquarters().trust(),))
    verdict = examine(builders.honest(), bare)
    assert verdict.score.code == "score.page_unreadable"
    assert "note.instrument_unknown" in {one.code for one in verdict.notes}


def test_what_pdfium_cannot_open_has_no_words() -> None:
    assert page_text.first_page(b"%PDF-1.7 ...") == ""


def test_the_words_of_a_page_end_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_text, "MOST", 5)
    assert page_text.first_page(builders.honest()) == "KARTU"
