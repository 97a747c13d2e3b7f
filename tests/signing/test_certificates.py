"""Certificates say who holds a key, and stock tools agree about them."""

import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.trust import RevocationReason
from kepatuhan_desktop.signing import authority, certificates, issuing, trust_file
from kepatuhan_desktop.signing.authority_state import Opened
from tests.builders import authorities
from tests.builders.authorities import NOW, SITI, later


def leaf(opened: Opened, name: str = "siti", at: datetime = NOW) -> x509.Certificate:
    """Siti's certificate from an authority."""
    public = authorities.key(name).public_key()
    return certificates.load(issuing.issue(opened.root, opened.keys[0], SITI, public, at))


def pem(path: Path, *found: x509.Certificate | x509.CertificateRevocationList) -> Path:
    """A file that openssl reads."""
    path.write_bytes(b"".join(one.public_bytes(serialization.Encoding.PEM) for one in found))
    return path


def openssl(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run openssl."""
    return subprocess.run(
        ["openssl", *map(str, arguments)], check=False, capture_output=True, text=True
    )


def revocations(opened: Opened) -> x509.CertificateRevocationList:
    """The list that an authority publishes."""
    said = trust_file.read(authority.publish(opened, NOW)[1])
    return certificates.load_list(
        certificates.decode(said.revocations[0], certificates.LARGEST_LIST)
    )


def test_a_self_issued_certificate_says_who_and_allows_binding_signatures() -> None:
    said = certificates.facts(certificates.load(authorities.certificate()))
    assert (said.name, said.nip, said.position) == (SITI.name, SITI.nip, SITI.position)
    assert said.is_self_issued
    assert said.binds
    assert said.issuer == SITI.name
    assert said.device == authorities.request().device


def test_an_issued_certificate_lasts_825_days_and_names_its_issuer() -> None:
    opened = authorities.an_authority()
    made = leaf(opened)
    said = certificates.facts(made)
    assert said.valid_until == NOW + timedelta(days=825)
    assert not said.is_self_issued
    assert said.issuer == "Inspektorat Kota Uji"
    assert said.is_valid_at(NOW)
    assert not said.is_valid_at(later(days=826))
    assert not said.is_valid_at(later(days=-2))


def test_extensions_are_what_the_profile_asks() -> None:
    opened = authorities.an_authority()
    made = leaf(opened).extensions
    basic = made.get_extension_for_class(x509.BasicConstraints)
    usage = made.get_extension_for_class(x509.KeyUsage)
    assert (basic.critical, basic.value.ca) == (True, False)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    theirs = made.get_extension_for_class(x509.AuthorityKeyIdentifier).value.key_identifier
    root = opened.root.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value
    assert theirs == root.digest
    assert certificates.is_root(opened.root)
    assert opened.root.not_valid_after_utc == NOW + timedelta(days=certificates.ROOT_DAYS)


def test_a_certificate_never_outlives_its_root() -> None:
    opened = authorities.an_authority()
    end = opened.root.not_valid_after_utc
    assert leaf(opened, at=end - timedelta(days=10)).not_valid_after_utc == end


@pytest.mark.parametrize(
    "name, shown",
    [
        ("x" * 65, "x" * 64),
        ("  dua   spasi ", "dua spasi"),
        ("naik\nturun\tkanan", "naik turun kanan"),
        ("balik\u202ekiri", "balik kiri"),
        ("Ni Luh Putu Ayu Wijayanti, S.E., M.M., Ak., CA., CPA., QIA., CRMP., Ph.D.", None),
        ("Élodie Ñandú 名前", "Élodie Ñandú 名前"),
    ],
)
def test_a_name_is_one_line_of_at_most_64_characters(name: str, shown: str | None) -> None:
    made = certificates.load(authorities.certificate(Person(name=name)))
    said = certificates.facts(made)
    assert said.name == (shown if shown is not None else name[:64].strip())
    assert (said.nip, said.position) == ("", "")


def test_a_certificate_without_a_usage_binds_nobody_and_issues_nothing() -> None:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Polos")])
    key = authorities.key("plain")
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(5)
        .not_valid_before(NOW)
        .not_valid_after(later(days=1))
        .sign(key, hashes.SHA256())
    )
    assert not certificates.binds(made)
    assert not certificates.is_root(made)


def test_dates_that_make_no_sense_are_seen() -> None:
    opened = authorities.an_authority()
    assert certificates.is_sane(leaf(opened), certificates.LEAF_DAYS)
    assert not certificates.is_sane(leaf(opened), 100)
    old = certificates.load(authorities.certificate(at=datetime(1999, 1, 1, tzinfo=UTC)))
    assert not certificates.is_sane(old, certificates.LEAF_DAYS)


def test_an_issuer_is_known_by_its_key_not_by_its_name() -> None:
    ours, theirs = (
        authorities.an_authority(),
        authority.found("Inspektorat Kota Uji", "x" * 12, NOW),
    )
    assert ours.root.subject == theirs.root.subject
    assert certificates.is_issued_by(leaf(ours), ours.root)
    assert not certificates.is_issued_by(leaf(ours), theirs.root)
    assert not certificates.is_issued_by(leaf(ours), leaf(ours, "budi"))
    assert not certificates.is_list_of(revocations(ours), theirs.root)
    assert certificates.is_list_of(revocations(ours), ours.root)


def test_trailing_bytes_are_no_part_of_a_certificate() -> None:
    opened = authorities.an_authority()
    made = certificates.dump(leaf(opened))
    for bad in (made + b"\x00", made[:-1], b"", b"0" * (certificates.LARGEST + 1)):
        with pytest.raises(ValueError, match=r"."):
            certificates.load(bad)
    for bad in (b"", certificates.dump(revocations(opened)) + b"\x00"):
        with pytest.raises(ValueError, match=r"."):
            certificates.load_list(bad)
    with pytest.raises(ValueError, match="too long"):
        certificates.load_list(b"0" * (certificates.LARGEST_LIST + 1))


@pytest.mark.parametrize("text", ["AAB=", "AA==\n", "A", "AA=A", "A" * 30_000, "é"])
def test_base64_has_one_spelling(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        certificates.decode(text)


def test_a_fingerprint_is_eight_groups_that_people_can_type() -> None:
    mark = authorities.request().device
    groups = certificates.groups(mark)
    assert [len(one) for one in groups] == [4] * 8
    assert certificates.ungroup(" ".join(groups).upper()) == mark
    assert certificates.ungroup("-".join(groups)) == mark


def test_openssl_shows_the_same_fingerprint(tmp_path: Path) -> None:
    opened = authorities.an_authority()
    root = pem(tmp_path / "root.pem", opened.root)
    public = openssl("x509", "-in", root, "-noout", "-pubkey").stdout
    (tmp_path / "root.pub").write_text(public)
    openssl(
        "pkey",
        "-pubin",
        "-in",
        tmp_path / "root.pub",
        "-outform",
        "DER",
        "-out",
        tmp_path / "root.der",
    )
    said = openssl("dgst", "-sha256", "-r", tmp_path / "root.der").stdout
    assert said[:32] == certificates.fingerprint_of(opened.root)


def test_openssl_accepts_a_certificate_against_root_and_list(tmp_path: Path) -> None:
    opened = authorities.with_two_people()
    siti = certificates.load(certificates.decode(opened.state.issued[0].enrolled.certificate))
    done = openssl(
        "verify",
        "-x509_strict",
        "-crl_check",
        "-purpose",
        "any",
        "-attime",
        int(NOW.timestamp()),
        "-CAfile",
        pem(tmp_path / "root.pem", opened.root),
        "-CRLfile",
        pem(tmp_path / "list.pem", revocations(opened)),
        pem(tmp_path / "siti.pem", siti),
    )
    assert done.returncode == 0, done.stderr


def test_openssl_refuses_a_revoked_certificate(tmp_path: Path) -> None:
    opened = authorities.with_two_people()
    enrolled = opened.state.issued[0].enrolled
    siti = certificates.load(certificates.decode(enrolled.certificate))
    opened = authority.revoke(opened, enrolled.device, RevocationReason.KEY_STOLEN, NOW)
    done = openssl(
        "verify",
        "-crl_check",
        "-attime",
        int(NOW.timestamp()),
        "-CAfile",
        pem(tmp_path / "root.pem", opened.root),
        "-CRLfile",
        pem(tmp_path / "list.pem", revocations(opened)),
        pem(tmp_path / "siti.pem", siti),
    )
    assert done.returncode != 0
    assert "revoked" in done.stderr
    said = openssl("crl", "-in", tmp_path / "list.pem", "-noout", "-text").stdout
    assert "Key Compromise" in said
    assert "X509v3 CRL Number" in said


def test_openssl_follows_a_handover_from_the_old_root(tmp_path: Path) -> None:
    opened, _ = authorities.replaced()
    old, bridge = (
        certificates.load(certificates.decode(one))
        for one in (opened.state.roots[1].certificate, opened.state.handovers[0])
    )
    new = certificates.load(certificates.decode(opened.state.issued[-1].enrolled.certificate))
    done = openssl(
        "verify",
        "-x509_strict",
        "-attime",
        int(later(days=400).timestamp()),
        "-CAfile",
        pem(tmp_path / "old.pem", old),
        "-untrusted",
        pem(tmp_path / "bridge.pem", bridge),
        pem(tmp_path / "new.pem", new),
    )
    assert done.returncode == 0, done.stderr


def test_openssl_verifies_the_signature_of_a_trust_file(tmp_path: Path) -> None:
    opened, data = authorities.published()
    payload, signature, rest = data.split(b"\n")
    assert rest == b""
    (tmp_path / "payload").write_bytes(payload)
    (tmp_path / "signature.txt").write_bytes(signature + b"\n")
    root = pem(tmp_path / "root.pem", opened.root)
    (tmp_path / "root.pub").write_text(openssl("x509", "-in", root, "-noout", "-pubkey").stdout)
    openssl("base64", "-d", "-A", "-in", tmp_path / "signature.txt", "-out", tmp_path / "signature")
    verify = (
        "dgst",
        "-sha256",
        "-verify",
        tmp_path / "root.pub",
        "-signature",
        tmp_path / "signature",
        tmp_path / "payload",
    )
    assert openssl(*verify).stdout == "Verified OK\n"
    (tmp_path / "payload").write_bytes(payload.replace(b"auditor", b"emperor", 1))
    assert openssl(*verify).returncode != 0


def test_a_root_of_another_kind_gets_nothing_handed_over() -> None:
    opened = authorities.an_authority()
    made = certificates.load(
        issuing.make_root(ec.generate_private_key(ec.SECP384R1()), "Besar", NOW)
    )
    assert not certificates.is_root(made)
    with pytest.raises(ValueError, match="P-256"):
        issuing.hand_over(opened.root, opened.keys[0], made, NOW)


def test_the_same_certificate_in_other_bytes_is_refused() -> None:
    # BER allows lengths that DER does not: 30 82 01 xx as 30 83 00 01 xx.
    opened = authorities.an_authority()
    for der, load in (
        (certificates.dump(leaf(opened)), certificates.load),
        (certificates.dump(revocations(opened)), certificates.load_list),
    ):
        longer = der[:1] + (b"\x83\x00" if der[1] == 0x82 else b"\x82\x00") + der[2:]
        with pytest.raises(ValueError, match=r"."):
            load(longer)


def test_a_list_signed_in_a_way_nobody_knows_is_nobodys() -> None:
    opened = authorities.an_authority()
    known = bytes.fromhex("06082a8648ce3d040302")
    strange = certificates.dump(revocations(opened)).replace(known, known[:-1] + b"\x63")
    assert not certificates.is_list_of(certificates.load_list(strange), opened.root)
