"""A request is what the device's key signed, and nothing else."""

import random
from datetime import datetime, timedelta

import msgspec
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.errors import RequestDamaged
from kepatuhan_desktop.signing import certificates, issuing, request_file, signed_text
from tests.builders import authorities
from tests.builders.authorities import NOW, SITI


def refusal(data: bytes) -> str:
    """Why `data` is refused."""
    with pytest.raises(RequestDamaged) as caught:
        request_file.read(data)
    return caught.value.parameters["reason"]


def altered(**fields: object) -> bytes:
    """A request that says something else, signed by the device all the same."""
    changed = msgspec.structs.replace(authorities.request(), **fields)
    payload = codec.canonical({"format": 1, "request": codec.plain(changed)})
    return signed_text.write(payload, authorities.key())


def csr(key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey, person: Person = SITI) -> str:
    """A PKCS#10 request, base64."""
    made = x509.CertificateSigningRequestBuilder().subject_name(issuing.subject_of(person))
    der = made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)
    return certificates.encode(der)


def test_what_was_asked_is_read() -> None:
    found = authorities.request()
    assert found.person == SITI
    assert found.recipient == authorities.recipient()
    assert "".join(found.fingerprint) == found.device
    assert certificates.identify(certificates.spki(found.public())) == found.device


def test_a_person_without_nip_and_position_may_ask() -> None:
    assert authorities.request(Person(name="Tanpa Nomor")).nip == ""


def test_any_flipped_bit_is_noticed() -> None:
    data = authorities.request_bytes()
    chance = random.Random(5)
    for place in range(len(data)):
        broken = bytearray(data)
        broken[place] ^= 1 << chance.randrange(8)
        with pytest.raises(RequestDamaged):
            request_file.read(bytes(broken))


@given(st.binary(max_size=300))
def test_any_bytes_are_refused_in_words(data: bytes) -> None:
    with pytest.raises(RequestDamaged):
        request_file.read(data)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    assert refusal(b"x" * (request_file.LARGEST + 1)) == "size"


def test_a_request_signed_by_another_key_is_refused() -> None:
    payload = authorities.request_bytes().split(b"\n")[0]
    assert refusal(signed_text.write(payload, authorities.key("mallory"))) == "signature"


def test_somebody_elses_pkcs10_in_ones_own_request_is_refused() -> None:
    assert refusal(altered(csr=csr(authorities.key("budi")))) == "signature"


@pytest.mark.parametrize("text", ["", "AAAA", "%%", "A" * 30_000])
def test_a_pkcs10_that_is_none_is_refused(text: str) -> None:
    assert refusal(altered(csr=text)) == "certificate"


def test_a_pkcs10_in_another_name_is_refused() -> None:
    assert refusal(altered(csr=csr(authorities.key(), authorities.BUDI))) == "certificate"


def test_a_pkcs10_that_its_key_did_not_sign_is_refused() -> None:
    der = bytearray(certificates.decode(authorities.request().csr))
    der[-1] ^= 1
    assert refusal(altered(csr=certificates.encode(bytes(der)))) == "certificate"


@pytest.mark.parametrize(
    "key",
    [ec.generate_private_key(ec.SECP384R1()), rsa.generate_private_key(65537, 2048)],
    ids=["P-384", "RSA"],
)
def test_a_key_of_another_kind_is_refused(
    key: ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey,
) -> None:
    assert refusal(altered(csr=csr(key))) == "algorithm"


def test_a_fingerprint_of_another_key_is_refused() -> None:
    assert refusal(altered(device=DeviceId("0" * 32))) == "certificate"


@pytest.mark.parametrize(
    "person",
    [
        Person(name="x" * 201),
        Person(name="dua\nbaris"),
        Person(name=""),
        Person(name="a", nip=" 1"),
    ],
)
def test_texts_outside_their_limits_are_refused(person: Person) -> None:
    assert refusal(authorities.request_bytes(person)) == "form"


def test_a_recipient_that_is_none_is_refused() -> None:
    assert refusal(authorities.request_bytes(age="age1nothing")) == "recipient"


@pytest.mark.parametrize(
    "at", [NOW - timedelta(days=30_000), datetime(2150, 1, 1, tzinfo=NOW.tzinfo)]
)
def test_absurd_dates_are_refused(at: datetime) -> None:
    assert refusal(authorities.request_bytes(made_at=at)) == "date"


def test_a_request_that_nobody_checked_gives_no_strange_key() -> None:
    changed = msgspec.structs.replace(
        authorities.request(), csr=csr(rsa.generate_private_key(65537, 2048))
    )
    with pytest.raises(ValueError, match="P-256"):
        changed.public()
