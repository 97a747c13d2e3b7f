"""The key that signs is the device's own, a file's or a token's; what opens it is never kept."""

import json
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.errors import (
    BugError,
    KeyNotUsable,
    KeysMissing,
    SecretWrong,
)
from kepatuhan_desktop.services.authorities import Authority
from kepatuhan_desktop.signing import certificates
from kepatuhan_desktop.signing.sources import SourceKind
from tests.builders import authorities
from tests.builders.clock import START
from tests.builders.enrolling import adopted
from tests.builders.tokens import LABEL, PIN
from tests.signing.test_sources import SECRET, a_certificate, a_file, rsa_key
from tests.signing.test_tokens import module, store

__all__ = ["module"]


def test_the_device_signs_with_its_chain(siti: Services, headquarters: Authority) -> None:
    siti.identities.ensure()
    with siti.identities.signer() as source:
        assert (source.kind, source.chain) == (SourceKind.DEVICE, ())
    adopted(siti, headquarters)
    siti.identities.status()
    with siti.identities.signer() as source:
        assert source.certificate == siti.identities.certificate()
        root = certificates.load(source.chain[0])
    assert certificates.fingerprint_of(root) == "".join(headquarters.overview().fingerprint)


def test_signing_before_there_is_a_certificate_is_our_own_fault(siti: Services) -> None:
    with pytest.raises(BugError):
        siti.identities.signer()


def test_a_pkcs12_file_signs_instead_and_its_passphrase_is_kept_nowhere(
    siti: Services, tmp_path: Path, home: Path
) -> None:
    path = tmp_path / "bsre.p12"
    path.write_bytes(a_file(rsa_key(), a_certificate(rsa_key(), at=START)))
    siti.identities.use_pkcs12(path)
    siti.identities.use_pkcs12(path, SECRET)
    status = siti.identities.status()
    assert (status.source, status.source_name) == ("pkcs12", "bsre.p12")
    with siti.identities.signer(SECRET) as source:
        assert source.kind is SourceKind.PKCS12
    with pytest.raises(SecretWrong):
        siti.identities.signer("salah")
    for one in home.rglob("*"):
        assert not one.is_file() or SECRET.encode() not in one.read_bytes()
    siti.identities.use_device()
    assert siti.identities.status().source == "device"


def test_a_pkcs12_file_that_cannot_sign_is_not_chosen(siti: Services, tmp_path: Path) -> None:
    path = tmp_path / "bsre.p12"
    path.write_bytes(b"nothing")
    with pytest.raises(KeyNotUsable):
        siti.identities.use_pkcs12(path)
    with pytest.raises(KeyNotUsable) as caught:
        siti.identities.use_pkcs12(tmp_path / "gone.p12")
    assert caught.value.parameters == {"name": "gone.p12", "reason": "missing"}
    path.write_bytes(a_file(rsa_key(), a_certificate(rsa_key(), at=START)))
    with pytest.raises(SecretWrong):
        siti.identities.use_pkcs12(path, "salah")
    assert siti.identities.status().source == "device"


def test_a_token_signs_instead(siti: Services, module: Path) -> None:
    key = authorities.key("card")
    store(module, 1, key, certificates.dump(a_certificate(key, at=START)))
    siti.identities.use_token(module, LABEL)
    siti.identities.use_token(module, LABEL, PIN)
    status = siti.identities.status()
    assert (status.source, status.source_name) == ("token", LABEL)
    with siti.identities.signer(PIN) as source:
        assert source.kind is SourceKind.TOKEN
    with pytest.raises(SecretWrong):
        siti.identities.use_token(module, LABEL, "000000")


def test_keys_that_were_exchanged_sign_nothing(siti: Services, home: Path) -> None:
    keys = siti._workspace.keys
    stranger = certificates.encode(certificates.spki(authorities.key().public_key()))
    swapped = msgspec.structs.replace(
        keys, file=msgspec.structs.replace(keys.file, device=DeviceId("0" * 32))
    )
    with pytest.raises(KeysMissing):
        swapped.device_key()
    for public in (stranger, "AAAA"):
        other = msgspec.structs.replace(
            keys, file=msgspec.structs.replace(keys.file, device_public=public)
        )
        with pytest.raises(KeysMissing):
            other.device_public()
    sealed = msgspec.structs.replace(keys.file.device_private, nonce="AAAAAAAAAAAAAAAA")
    broken = msgspec.structs.replace(
        keys, file=msgspec.structs.replace(keys.file, device_private=sealed)
    )
    with pytest.raises(KeysMissing):
        broken.device_key()
    assert json.loads((home / "keys.json").read_text())["device"] == siti.device
