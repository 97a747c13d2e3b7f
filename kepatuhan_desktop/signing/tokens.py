"""Open the key in a PKCS#11 token or smart card; the key itself never leaves it.

python-pkcs11 is an optional extra: without it everything here raises `TokenNotInstalled`.
"""

import contextlib
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec

from kepatuhan_desktop.errors import KeyNotUsable, SecretWrong, TokenNotInstalled
from kepatuhan_desktop.signing import certificates, sources
from kepatuhan_desktop.signing.sources import Source, SourceKind

if TYPE_CHECKING:
    import pkcs11
    from pyhanko.sign.signers import Signer

# ruff: noqa: PLC0415 - an optional extra, and pyHanko takes more than a second to import


def examine(module: Path, label: str) -> None:
    """Raise `TokenNotInstalled`, or `KeyNotUsable` where there is no such token right now."""
    with _explained(label):
        _token(module, label)


def open_token(module: Path, label: str, pin: str, *, at: datetime) -> Source:
    """The key in the token called `label` whose certificate can sign at this moment.

    Raises `TokenNotInstalled`, `KeyNotUsable`, `SecretWrong`. `close` logs the token out.
    """
    with _explained(label):
        token = _token(module, label)
        session = token.open(user_pin=pin)
        try:
            leaf, key, others = _find(session, label, at)
            signer = _signer(token, session, leaf, key, others)
        except BaseException:  # whatever it was, the token must not stay logged in
            session.close()
            raise
    return Source(
        SourceKind.TOKEN,
        signer,
        certificates.dump(leaf),
        sources.upwards(leaf, others),
        session.close,
    )


def _token(module: Path, label: str) -> "pkcs11.Token":
    import pkcs11

    if not module.is_file():
        raise KeyNotUsable(name=label, reason="module")
    try:
        library = pkcs11.lib(str(module))
    except RuntimeError as error:  # the loader's own complaint has no class of its own
        raise KeyNotUsable(name=label, reason="module") from error
    return library.get_token(token_label=label)


def _find(
    session: "pkcs11.Session", label: str, at: datetime
) -> tuple[x509.Certificate, bytes, list[x509.Certificate]]:
    """The certificate that signs, the id of its key, and all other certificates."""
    from pkcs11 import Attribute, ObjectClass

    keys = {
        bytes(one[Attribute.ID])
        for one in session.get_objects(
            {Attribute.CLASS: ObjectClass.PRIVATE_KEY, Attribute.SIGN: True}
        )
    }
    found: list[tuple[bytes, x509.Certificate]] = []
    for one in session.get_objects({Attribute.CLASS: ObjectClass.CERTIFICATE}):
        with contextlib.suppress(ValueError):  # what is no certificate cannot sign
            found.append((bytes(one[Attribute.ID]), certificates.load(one[Attribute.VALUE])))
    signing = [pair for pair in found if pair[0] in keys]
    if not signing:
        raise KeyNotUsable(name=label, reason="no_key")
    usable = [pair for pair in signing if not sources.reason_against(pair[1], at)]
    if not usable:
        sources.require_usable(signing[0][1], name=label, at=at)
    # Of several that would do, the one that lasts longest: cards keep their renewed ones.
    key, leaf = max(usable, key=lambda pair: pair[1].not_valid_after_utc)
    return leaf, key, [one for _, one in found if one != leaf]


def _signer(
    token: "pkcs11.Token",
    session: "pkcs11.Session",
    leaf: x509.Certificate,
    key: bytes,
    others: list[x509.Certificate],
) -> "Signer":
    from asn1crypto import x509 as asn1_x509
    from pkcs11 import Mechanism
    from pyhanko.sign.pkcs11 import PKCS11Signer

    sources.hush()
    # Many tokens sign a digest with ECDSA but cannot make the digest themselves.
    hashes_itself = Mechanism.ECDSA_SHA256 in token.slot.get_mechanisms()
    return PKCS11Signer(
        session,
        signing_cert=asn1_x509.Certificate.load(certificates.dump(leaf)),
        ca_chain=[asn1_x509.Certificate.load(certificates.dump(one)) for one in others],
        key_id=key,
        use_raw_mechanism=isinstance(leaf.public_key(), ec.EllipticCurvePublicKey)
        and not hashes_itself,
    )


@contextlib.contextmanager
def _explained(label: str) -> Iterator[None]:
    try:
        import pkcs11
    except ImportError as error:
        raise TokenNotInstalled from error
    try:
        yield
    except (pkcs11.PinIncorrect, pkcs11.PinInvalid, pkcs11.PinLenRange, pkcs11.PinLocked) as error:
        raise SecretWrong(name=label) from error
    except pkcs11.PKCS11Error as error:
        raise KeyNotUsable(name=label, reason="token") from error
