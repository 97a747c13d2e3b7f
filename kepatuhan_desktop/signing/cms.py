"""Sign bytes and check signatures as detached CMS (RFC 5652, CAdES attributes), both in memory.

`openssl cms -verify -binary -inform DER` checks the same. Whether anybody vouches for the
signer is another question, which a trust file answers.
"""

import hashlib
from collections.abc import Coroutine, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

import msgspec
from cryptography import x509

from kepatuhan_desktop.domain.sender import Signer
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.signing import certificates
from kepatuhan_desktop.signing.sources import Source

if TYPE_CHECKING:
    from asn1crypto import cms
    from asn1crypto import x509 as asn1_x509
    from asn1crypto.cms import CMSAttributes as Attributes

LARGEST = 65_536
"""Bytes of a signature with its certificates."""
_DIGEST = "sha256"
_ALGORITHMS = ("sha256_ecdsa",)
"""A device's key is P-256."""

T = TypeVar("T")

# ruff: noqa: PLC0415 - pyHanko and what it needs take more than a second to import


class SignatureFault(ValueError):  # noqa: N818 - it says what is wrong
    """A signature does not hold; `str()` is a stable word.

    `form`: not a CMS as we make it. `other_content`: about other bytes, or it carries its own.
    `algorithm`; `certificate`: none that it names; `wrong_key`: made by another key.
    """


def sign_detached(data: bytes, source: Source, at: datetime) -> bytes:
    """The signature of `source` over `data`, DER; `at` is the moment that it claims."""
    from asn1crypto import cms

    signer = source.signer
    attributes = _attributes(data, signer.signing_cert, at)
    signature = _finished(signer.async_sign_raw(attributes.dump(), _DIGEST))
    info = signer.signer_info(_DIGEST, attributes, signature)
    signed = cms.SignedData(
        {
            "version": "v1",
            "digest_algorithms": cms.DigestAlgorithms((info["digest_algorithm"],)),
            "encap_content_info": {"content_type": "data"},
            "certificates": [
                cms.CertificateChoices(name="certificate", value=one)
                for one in (signer.signing_cert, *map(_certificate, source.chain))
            ],
            "signer_infos": [info],
        }
    )
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": signed}).dump())


def verify_detached(data: bytes, signature: bytes) -> Signer:
    """Who made `signature` over exactly `data`.

    Raises `SignatureFault` where it does not hold.
    """
    if len(signature) > LARGEST:
        raise SignatureFault("form")
    try:
        return _verified(data, signature)
    except SignatureFault:
        raise
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError) as error:
        # What asn1crypto raises on bytes that are not what their tags say.
        raise SignatureFault("form") from error


class Checked(msgspec.Struct, frozen=True, kw_only=True):
    """What else there is to know of a signature that holds."""

    claimed: datetime | None
    """The moment that it claims."""
    has_chain: bool
    """Whether pyHanko finds a way from its certificate to one of the roots, at that moment."""


def check(
    data: bytes, signature: bytes, roots: Sequence[x509.Certificate], now: datetime
) -> Checked:
    """Look closer at a signature over `data` for which `verify_detached` raised nothing."""
    from asn1crypto import cms
    from pyhanko.sign.validation.generic_cms import (
        async_validate_detached_cms,
        extract_self_reported_ts,
    )
    from pyhanko_certvalidator import ValidationContext

    signed = cms.ContentInfo.load(signature, strict=True)["content"]
    claimed = extract_self_reported_ts(signed["signer_infos"][0])
    context = ValidationContext(
        trust_roots=[_certificate(certificates.dump(root)) for root in roots],
        allow_fetching=False,
        revocation_mode="soft-fail",
        moment=claimed or now,
    )
    status = _finished(async_validate_detached_cms(data, signed, context))
    return Checked(claimed=claimed, has_chain=bool(status.trusted))


def _verified(data: bytes, signature: bytes) -> Signer:
    from asn1crypto import cms
    from pyhanko.sign.validation.errors import SignatureValidationError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity

    info = cms.ContentInfo.load(signature, strict=True)
    if info["content_type"].native != "signed_data":
        raise SignatureFault("form")
    signed = info["content"]
    content = signed["encap_content_info"]
    # Only what we hold is checked: a signature must not bring its own words along.
    if content["content_type"].native != "data" or content["content"].native is not None:
        raise SignatureFault("other_content")
    (signer,) = signed["signer_infos"]
    if (
        signer["digest_algorithm"]["algorithm"].native != _DIGEST
        or signer["signature_algorithm"]["algorithm"].native not in _ALGORITHMS
        or not signer["signed_attrs"]
    ):
        raise SignatureFault("algorithm")
    certificate = next(
        (one.chosen for one in signed["certificates"] if is_named(signer, one.chosen)), None
    )
    if certificate is None:
        raise SignatureFault("certificate")
    try:
        intact, valid = validate_sig_integrity(
            signer, certificate, "data", hashlib.sha256(data).digest()
        )
    except SignatureValidationError as error:
        raise SignatureFault("wrong_key") from error
    if not valid:
        raise SignatureFault("wrong_key")
    if not intact:
        raise SignatureFault("other_content")
    return _signer(certificate.dump())


def _attributes(data: bytes, certificate: "asn1_x509.Certificate", at: datetime) -> "Attributes":
    """What is signed: the digest, which certificate, which algorithms, the claimed moment."""
    from asn1crypto import cms
    from pyhanko.sign.general import as_signing_certificate_v2

    digest = cms.DigestAlgorithm({"algorithm": _DIGEST})
    algorithm = cms.SignedDigestAlgorithm({"algorithm": _ALGORITHMS[0]})
    protection = {"digest_algorithm": digest, "signature_algorithm": algorithm}
    values: dict[str, object] = {
        "content_type": "data",
        "message_digest": hashlib.sha256(data).digest(),
        "signing_time": cms.Time({"utc_time": at.astimezone(UTC)}),
        "signing_certificate_v2": as_signing_certificate_v2(certificate),
        "cms_algorithm_protection": cms.CMSAlgorithmProtection(protection),
    }
    return cms.CMSAttributes(
        [cms.CMSAttribute({"type": name, "values": (it,)}) for name, it in values.items()]
    )


def _certificate(der: bytes) -> "asn1_x509.Certificate":
    from asn1crypto import x509

    return x509.Certificate.load(der)


def is_named(signer: "cms.SignerInfo", certificate: "asn1_x509.Certificate") -> bool:
    """Whether a signature names that certificate as its signer's."""
    named = signer["sid"].chosen
    return bool(
        signer["sid"].name == "issuer_and_serial_number"
        and named["issuer"] == certificate.issuer
        and named["serial_number"].native == certificate.serial_number
    )


@lru_cache(maxsize=512)
def _signer(der: bytes) -> Signer:
    certificate = certificates.load(der)
    return Signer(
        device=certificates.fingerprint_of(certificate),
        name=certificates.facts(certificate).name,
        certificate=der,
    )


def _finished(work: Coroutine[object, None, T]) -> T:
    """What `work` returns. A key in memory never makes it wait, so that no loop is needed."""
    try:
        work.send(None)
    except StopIteration as done:
        return done.value  # type: ignore[no-any-return]  # StopIteration carries anything
    work.close()
    raise BugError("signing waited for something")
