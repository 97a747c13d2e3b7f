"""A detached signature holds for exactly these bytes and says whose key it was."""

import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from asn1crypto import cms as asn1
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.signing import certificates, cms, issuing, sources
from kepatuhan_desktop.signing.cms import SignatureFault, sign_detached, verify_detached
from kepatuhan_desktop.signing.sources import Source

NOW = datetime(2024, 8, 12, 9, 0, tzinfo=UTC)
DATA = b"0" * 64 + b"  bundle.json\n"


def a_source(name: str = "Siti Aminah") -> Source:
    """A device's key with its own certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    return sources.of_device(key, issuing.self_issue(key, Person(name=name), NOW))


@pytest.fixture(scope="module")
def source() -> Source:
    """One device."""
    return a_source()


@pytest.fixture(scope="module")
def signature(source: Source) -> bytes:
    """Its signature over `DATA`."""
    return sign_detached(DATA, source, NOW)


def fault(data: bytes, signature: bytes) -> str:
    """Why it does not hold."""
    with pytest.raises(SignatureFault) as caught:
        verify_detached(data, signature)
    return str(caught.value)


def test_a_signature_holds_and_names_the_device(source: Source, signature: bytes) -> None:
    signer = verify_detached(DATA, signature)
    assert signer.device == certificates.fingerprint_of(certificates.load(source.certificate))
    assert (signer.name, signer.certificate) == ("Siti Aminah", source.certificate)


def test_openssl_says_the_same(tmp_path: Path, signature: bytes) -> None:
    if shutil.which("openssl") is None:  # pragma: no cover - a package of the system
        pytest.skip("no openssl here")
    (tmp_path / "data").write_bytes(DATA)
    (tmp_path / "signature").write_bytes(signature)
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-noverify"]
    files = ["-in", "signature", "-content", "data", "-out", "out"]
    done = subprocess.run([*command, *files], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    (tmp_path / "data").write_bytes(DATA + b" ")
    done = subprocess.run([*command, *files], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode != 0


@pytest.mark.parametrize("data", [b"", DATA + b" ", DATA[:-1]])
def test_it_holds_for_no_other_bytes(data: bytes, signature: bytes) -> None:
    assert fault(data, signature) == "other_content"


@pytest.mark.parametrize(
    "junk", [b"", b"x", b"0\x80", b"\x30\x03\x02\x01\x01", b"\x00" * 100_000, b"\x30" * 3000]
)
def test_what_is_no_signature_is_said(junk: bytes) -> None:
    assert fault(DATA, junk) == "form"


def test_a_signature_that_is_cut_or_goes_on_is_none(signature: bytes) -> None:
    assert fault(DATA, signature[:-1]) == "form"
    assert fault(DATA, signature + b"\0") == "form"


def changed(signature: bytes) -> tuple[asn1.ContentInfo, asn1.SignedData, asn1.SignerInfo]:
    """A signature taken apart, to be changed."""
    info = asn1.ContentInfo.load(signature)
    return info, info["content"], info["content"]["signer_infos"][0]


def test_another_kind_of_content_is_none() -> None:
    other = asn1.ContentInfo({"content_type": "data", "content": b"x"})
    assert fault(DATA, other.dump()) == "form"


def test_a_signature_does_not_bring_its_own_words(signature: bytes) -> None:
    info, signed, _ = changed(signature)
    signed["encap_content_info"] = {"content_type": "data", "content": DATA}
    assert fault(DATA, info.dump(force=True)) == "other_content"


def test_two_signers_are_none(signature: bytes) -> None:
    info, signed, signer = changed(signature)
    signed["signer_infos"] = [signer, signer.copy()]
    assert fault(DATA, info.dump(force=True)) == "form"


def test_a_signature_without_attributes_is_none(signature: bytes) -> None:
    info, _, signer = changed(signature)
    signer["signed_attrs"] = None
    assert fault(DATA, info.dump(force=True)) in ("algorithm", "form")


def test_another_algorithm_is_none(signature: bytes) -> None:
    info, _, signer = changed(signature)
    signer["digest_algorithm"] = {"algorithm": "sha512"}
    assert fault(DATA, info.dump(force=True)) == "algorithm"


def test_a_certificate_of_somebody_else_is_none(signature: bytes) -> None:
    info, signed, _ = changed(signature)
    (theirs,) = changed(sign_detached(DATA, a_source("Budi"), NOW))[1]["certificates"]
    signed["certificates"] = [theirs]
    assert fault(DATA, info.dump(force=True)) == "certificate"


def test_another_key_is_none(signature: bytes) -> None:
    info, _, signer = changed(signature)
    _, _, other = changed(sign_detached(DATA, a_source("Budi"), NOW))
    signer["signature"] = other["signature"].native
    assert fault(DATA, info.dump(force=True)) == "wrong_key"


def test_attributes_that_were_exchanged_are_none(signature: bytes) -> None:
    info, _, signer = changed(signature)
    _, _, other = changed(sign_detached(DATA, a_source("Budi"), NOW))
    signer["signed_attrs"] = other["signed_attrs"]
    assert fault(DATA, info.dump(force=True)) == "wrong_key"


def test_any_changed_bit_changes_nothing_or_is_noticed(source: Source, signature: bytes) -> None:
    random, device = Random(5), verify_detached(DATA, signature).device
    for _ in range(1500):
        data = bytearray(signature)
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
        try:
            signer = verify_detached(DATA, bytes(data))
        except SignatureFault:
            continue
        assert signer.device == device


def test_a_key_that_makes_one_wait_is_a_bug() -> None:
    class Waiting:
        def __await__(self) -> "object":
            yield None

    async def forever() -> bytes:
        await Waiting()  # type: ignore[misc]  # it is an awaitable for just this test
        return b""

    with pytest.raises(BugError):
        cms._finished(forever())
