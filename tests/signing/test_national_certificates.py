"""A key whose certificate comes from elsewhere (RSA, a chain) signs, and its signature holds."""

from functools import cache

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from kepatuhan_desktop.signing import sources
from kepatuhan_desktop.signing.sources import Source
from tests.signing import builders
from tests.signing.builders import LATER, NOW

NAMES = ("Akar Nasional", "Penerbit Nasional", "Siti Aminah", "Orang Lain")
SECRET = "rahasia sekali"
FILES = {
    "whole chain": ("Penerbit Nasional", "Akar Nasional"),
    "root first": ("Akar Nasional", "Penerbit Nasional"),
    "no root": ("Penerbit Nasional",),
    "no chain": (),
    "a stranger beside it": ("Penerbit Nasional", "Akar Nasional", "Orang Lain"),
}


@cache
def _key(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(65537, 2048)


@cache
def _certificate(name: str) -> x509.Certificate:
    issuer = {NAMES[1]: NAMES[0], NAMES[2]: NAMES[1]}.get(name, name)
    is_authority = name != NAMES[2]
    usage = {
        "digital_signature": not is_authority,
        "content_commitment": not is_authority,
        "key_cert_sign": is_authority,
        "crl_sign": is_authority,
    }
    others = ("key_encipherment", "data_encipherment", "key_agreement")
    usage |= dict.fromkeys((*others, "encipher_only", "decipher_only"), False)
    return (
        x509.CertificateBuilder()
        .subject_name(_named(name))
        .issuer_name(_named(issuer))
        .public_key(_key(name).public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW)
        .not_valid_after(LATER.replace(year=LATER.year + 1))
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.KeyUsage(**usage), critical=True)
        .sign(_key(issuer), hashes.SHA256())
    )


def _named(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])


def _source(beside: tuple[str, ...]) -> Source:
    data = pkcs12.serialize_key_and_certificates(
        b"siti",
        _key(NAMES[2]),
        _certificate(NAMES[2]),
        [_certificate(name) for name in beside],
        serialization.BestAvailableEncryption(SECRET.encode()),
    )
    return sources.open_pkcs12(data, SECRET, name="siti.p12", at=NOW)


@pytest.mark.parametrize("beside", FILES.values(), ids=FILES)
def test_what_an_rsa_certificate_signed_is_unchanged(beside: tuple[str, ...]) -> None:
    with _source(beside) as source:
        for made in (
            builders.making(source),
            builders.making(builders.auditor(), head=source),
        ):
            found = builders.codes(builders.verdict(made.signed(), builders.headquarters().trust()))
            assert {name: one[0] for name, one in found.items()} == {
                "auditor": "unchanged.extended",
                "unit_head": "unchanged.ok",
            }
            assert "trusted.unknown_issuer" in {one[2] for one in found.values()}
