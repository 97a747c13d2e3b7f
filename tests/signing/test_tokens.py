"""A token signs without ever giving away its key; SoftHSM stands for a smart card."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from kepatuhan_desktop.errors import KeyNotUsable, SecretWrong, TokenNotInstalled
from kepatuhan_desktop.signing import certificates, tokens
from kepatuhan_desktop.signing.sources import Source, SourceKind
from tests.builders import authorities
from tests.builders.authorities import later
from tests.builders.tokens import LABEL, PIN, a_token, put
from tests.signing.test_sources import a_certificate, rsa_key, signs

Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@pytest.fixture
def module(tmp_path: Path) -> Iterator[Path]:
    """The library of an empty token."""
    with a_token(tmp_path / "hsm") as found:
        yield found


def store(module: Path, number: int, key: Key, certificate: bytes | None) -> None:
    """Put a key and its certificate into the token."""
    der = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.TraditionalOpenSSL,
        serialization.NoEncryption(),
    )
    kind = "ec" if isinstance(key, ec.EllipticCurvePrivateKey) else "rsa"
    put(module, number, der, certificate, kind)


def opened(module: Path, pin: str = PIN, label: str = LABEL, days: int = 1) -> Source:
    """The token, a day after its certificate begins."""
    return tokens.open_token(module, label, pin, at=later(days=days))


def refusal(module: Path, label: str = LABEL, days: int = 1) -> str:
    """Why the token cannot sign."""
    with pytest.raises(KeyNotUsable) as caught:
        opened(module, label=label, days=days)
    return caught.value.parameters["reason"]


@pytest.mark.parametrize("kind", ["P-256", "RSA"])
def test_a_token_signs(module: Path, kind: str) -> None:
    key: Key = rsa_key() if kind == "RSA" else authorities.key("card")
    issuer = authorities.an_authority()
    leaf = a_certificate(key, issuer=issuer)
    store(module, 1, key, certificates.dump(leaf))
    store(module, 9, authorities.key("elsewhere"), certificates.dump(issuer.root))
    with opened(module) as source:
        assert source.kind is SourceKind.TOKEN
        assert source.certificate == certificates.dump(leaf)
        assert source.chain == (certificates.dump(issuer.root),)
        assert signs(source)


def test_a_token_can_be_opened_again_after_it_was_closed(module: Path) -> None:
    key = authorities.key("card")
    store(module, 1, key, certificates.dump(a_certificate(key)))
    for _ in range(2):
        opened(module).close()


def test_of_several_certificates_the_one_that_lasts_longest_signs(module: Path) -> None:
    old, new = authorities.key("old"), authorities.key("new")
    store(module, 1, new, certificates.dump(a_certificate(new, at=later(days=100))))
    store(module, 2, old, certificates.dump(a_certificate(old)))
    with opened(module, days=200) as source:
        said = certificates.facts(certificates.load(source.certificate))
        assert said.device == certificates.identify(certificates.spki(new.public_key()))


@pytest.mark.parametrize("pin", ["000000", "", "4829130000000000"])
def test_a_wrong_pin_is_refused(module: Path, pin: str) -> None:
    with pytest.raises(SecretWrong) as caught:
        opened(module, pin)
    assert caught.value.parameters == {"name": LABEL}


def test_after_a_refusal_the_token_is_not_left_logged_in(module: Path) -> None:
    assert refusal(module) == "no_key"
    key = authorities.key("card")
    store(module, 1, key, certificates.dump(a_certificate(key)))
    opened(module).close()


def test_a_token_that_is_not_plugged_in_is_named(module: Path) -> None:
    assert refusal(module, label="Kartu Lain") == "token"
    with pytest.raises(KeyNotUsable):
        tokens.examine(module, "Kartu Lain")
    tokens.examine(module, LABEL)


def test_a_key_without_a_certificate_does_not_sign(module: Path) -> None:
    store(module, 1, authorities.key("card"), None)
    assert refusal(module) == "no_key"


def test_a_certificate_that_does_not_bind_is_refused(module: Path) -> None:
    key = authorities.key("card")
    store(module, 1, key, certificates.dump(a_certificate(key, binds=False)))
    assert refusal(module) == "usage"


def test_an_expired_certificate_is_refused(module: Path) -> None:
    key = authorities.key("card")
    store(module, 1, key, certificates.dump(a_certificate(key)))
    assert refusal(module, days=500) == "expired"


def test_what_is_no_pkcs11_library_is_refused(tmp_path: Path, module: Path) -> None:
    text = tmp_path / "library.so"
    text.write_text("not a library")
    assert refusal(text) == "module"
    assert refusal(tmp_path / "gone.so") == "module"


def test_without_the_optional_part_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(TokenNotInstalled):
        tokens.examine(tmp_path / "x.so", LABEL)
    with pytest.raises(TokenNotInstalled):
        opened(tmp_path / "x.so")
