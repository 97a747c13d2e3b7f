"""A key signs where its certificate allows it, wherever the key lies."""

import io
import logging
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtensionOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop.errors import KeyNotUsable, SecretWrong
from kepatuhan_desktop.signing import certificates, issuing, sources
from kepatuhan_desktop.signing.authority_state import Opened
from kepatuhan_desktop.signing.sources import Source, SourceKind
from tests.builders import authorities
from tests.builders.authorities import NOW, SITI, later

SECRET = "rahasia sekali"
TOMORROW = later(days=1)
AnyKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey


@cache
def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    """An RSA key, made once."""
    return rsa.generate_private_key(65537, bits)


def a_certificate(
    key: AnyKey,
    *,
    binds: bool = True,
    at: datetime = NOW,
    issuer: Opened | None = None,
) -> x509.Certificate:
    """A certificate for any kind of key, for one year."""
    subject = issuing.subject_of(SITI)
    usage = certificates.load(authorities.certificate()).extensions.get_extension_for_class(
        x509.KeyUsage
    )
    said = {name: bool(getattr(usage.value, name)) for name in _USES}
    said["content_commitment"] = binds
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.root.subject if issuer else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at)
        .not_valid_after(at + timedelta(days=365))
        .add_extension(
            x509.KeyUsage(**said, encipher_only=False, decipher_only=False), critical=True
        )
    )
    if issuer:
        return builder.sign(issuer.keys[0], hashes.SHA256())
    return builder.sign(
        key, None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    )


_USES = (
    "digital_signature",
    "content_commitment",
    "key_encipherment",
    "data_encipherment",
    "key_agreement",
    "key_cert_sign",
    "crl_sign",
)


def a_file(key: AnyKey | None, leaf: x509.Certificate | None, *more: x509.Certificate) -> bytes:
    """A PKCS#12 file."""
    encryption = serialization.BestAvailableEncryption(SECRET.encode("utf-8"))
    return pkcs12.serialize_key_and_certificates(b"kunci", key, leaf, more, encryption)


def opened(data: bytes, secret: str = SECRET, at: datetime = TOMORROW) -> Source:
    """The source in a PKCS#12 file."""
    return sources.open_pkcs12(data, secret, name="siti.p12", at=at)


def refusal(data: bytes, at: datetime = TOMORROW) -> str:
    """Why a PKCS#12 file cannot sign."""
    with pytest.raises(KeyNotUsable) as caught:
        opened(data, at=at)
    assert caught.value.parameters["name"] == "siti.p12"
    return caught.value.parameters["reason"]


def signs(source: Source) -> bool:
    """Whether pyHanko signs a PDF with it, and finds the signature intact."""
    drawn = io.BytesIO()
    canvas = Canvas(drawn)
    canvas.drawString(100, 700, "Nilai: 88,26")
    canvas.save()
    written = PdfSigner(PdfSignatureMetadata(field_name="Auditor"), source.signer).sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(drawn.getvalue()))
    )
    (found,) = PdfFileReader(written).embedded_signatures
    nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    status = validate_pdf_signature(found, signer_validation_context=nobody)
    shown = found.signer_cert.dump()
    return bool(status.intact and status.valid) and shown == source.certificate


def test_the_device_signs() -> None:
    root = certificates.dump(authorities.an_authority().root)
    with sources.of_device(authorities.key(), authorities.certificate(), [root]) as source:
        assert source.kind is SourceKind.DEVICE
        assert source.chain == (root,)
        assert signs(source)


@pytest.mark.parametrize(
    "key",
    [ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP384R1()), rsa_key()],
    ids=["P-256", "P-384", "RSA"],
)
def test_a_pkcs12_file_signs(key: AnyKey) -> None:
    issuer = authorities.an_authority()
    leaf = a_certificate(key, issuer=issuer)
    stranger = certificates.load(authorities.certificate())
    source = opened(a_file(key, leaf, stranger, issuer.root))
    assert source.kind is SourceKind.PKCS12
    assert source.certificate == certificates.dump(leaf)
    assert source.chain == (certificates.dump(issuer.root),)
    assert signs(source)


def test_a_chain_that_is_not_there_is_left_out() -> None:
    key = rsa_key()
    leaf = a_certificate(key, issuer=authorities.an_authority())
    assert opened(a_file(key, leaf)).chain == ()


@pytest.mark.parametrize("secret", ["", "Rahasia sekali", "rahasia sekali ", "日本"])
def test_a_wrong_passphrase_is_told_from_a_damaged_file(secret: str) -> None:
    with pytest.raises(SecretWrong) as caught:
        opened(a_file(rsa_key(), a_certificate(rsa_key())), secret)
    assert caught.value.parameters == {"name": "siti.p12"}


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\x30\x00", b"\x30\x03\x02\x01\x03"])
def test_what_is_no_pkcs12_file_is_refused(data: bytes) -> None:
    assert refusal(data) == "form"


def test_a_pkcs12_file_of_another_version_is_refused() -> None:
    data = a_file(rsa_key(), a_certificate(rsa_key()))
    assert refusal(data.replace(b"\x02\x01\x03", b"\x02\x01\x02", 1)) == "form"


def test_a_cut_file_is_refused() -> None:
    data = a_file(rsa_key(), a_certificate(rsa_key()))
    assert refusal(data[:-1]) == "form"


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert refusal(b"0" * (sources.LARGEST_FILE + 1)) == "size"


def test_a_file_without_a_key_or_without_its_certificate_is_refused() -> None:
    leaf = a_certificate(rsa_key())
    assert refusal(a_file(None, None, leaf)) == "no_key"
    assert refusal(a_file(rsa_key(), None)) == "no_key"


def test_a_certificate_that_cannot_be_read_is_refused() -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = issuing.subject_of(SITI)
    broken = x509.UnrecognizedExtension(ExtensionOID.KEY_USAGE, b"\x05\x00")
    leaf = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(3)
        .not_valid_before(NOW)
        .not_valid_after(later(days=9))
        .add_extension(broken, critical=True)
        .sign(key, hashes.SHA256())
    )
    assert refusal(a_file(key, leaf)) == "certificate"


def test_a_certificate_that_does_not_bind_is_refused() -> None:
    assert refusal(a_file(rsa_key(), a_certificate(rsa_key(), binds=False))) == "usage"


def test_an_expired_certificate_is_refused_and_so_is_one_of_tomorrow() -> None:
    data = a_file(rsa_key(), a_certificate(rsa_key()))
    assert refusal(data, later(days=400)) == "expired"
    assert refusal(data, later(days=-1)) == "not_yet"


@pytest.mark.parametrize(
    "key",
    [
        ed25519.Ed25519PrivateKey.generate(),
        ec.generate_private_key(ec.SECP256K1()),
        rsa.generate_private_key(65537, 1024),
    ],
    ids=["Ed25519", "secp256k1", "RSA-1024"],
)
def test_a_key_that_pdf_readers_do_not_know_is_refused(key: AnyKey) -> None:
    assert refusal(a_file(key, a_certificate(key))) == "algorithm"


def test_a_source_is_closed_once() -> None:
    closed: list[bool] = []
    known = sources.of_device(authorities.key(), authorities.certificate())
    source = Source(
        SourceKind.TOKEN, known.signer, known.certificate, close=lambda: closed.append(True)
    )
    with source:
        pass
    source.close()
    assert closed == [True]


def test_what_pyhanko_logs_stays_off_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    sources.hush()
    sources.hush()
    logging.getLogger("pyhanko.sign").warning("something")
    assert capsys.readouterr().err == ""
    # Others may have handlers of their own there, as a test run has.
    ours = [
        one for one in logging.getLogger("pyhanko").handlers if type(one) is logging.NullHandler
    ]
    assert len(ours) <= 1


def test_a_file_is_not_changed_by_being_opened(tmp_path: Path) -> None:
    path = tmp_path / "siti.p12"
    path.write_bytes(a_file(rsa_key(), a_certificate(rsa_key())))
    before = path.read_bytes()
    opened(before).close()
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["siti.p12"]
