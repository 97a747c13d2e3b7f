"""A SoftHSM token with a key in it, which stands for a smart card."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kepatuhan_desktop.signing import certificates

PIN = "482913"
LABEL = "Kartu Uji"
_PLACES = (
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib64/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
    "/opt/homebrew/lib/softhsm/libsofthsm2.so",
)


def library() -> Path:
    """SoftHSM's library; the test fails without it in CI and is skipped elsewhere."""
    found = [Path(one) for one in _PLACES if Path(one).is_file()]
    found += sorted(Path("/usr/lib").glob("*/softhsm/libsofthsm2.so"))
    if found and shutil.which("softhsm2-util"):
        return found[0]
    missing = "SoftHSM is not installed (package softhsm2)"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@contextmanager
def a_token(folder: Path) -> Iterator[Path]:
    """An empty token called `LABEL`, which `PIN` opens; gives the library."""
    module = library()
    tokens = folder / "tokens"
    tokens.mkdir(parents=True)
    config = folder / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {tokens}\nlog.level = ERROR\n")
    before = os.environ.get("SOFTHSM2_CONF")
    os.environ["SOFTHSM2_CONF"] = str(config)
    try:
        subprocess.run(
            [
                "softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                LABEL,
                "--pin",
                PIN,
                "--so-pin",
                PIN,
            ],
            check=True,
            capture_output=True,
        )
        yield module
    finally:
        _unload(module)
        if before is None:
            del os.environ["SOFTHSM2_CONF"]
        else:
            os.environ["SOFTHSM2_CONF"] = before


def put(
    module: Path, number: int, key_der: bytes, certificate: bytes | None, kind: str = "ec"
) -> None:
    """Put a key (the PKCS#1 or SEC1 bytes) and a certificate into the token."""
    import pkcs11  # noqa: PLC0415 - an optional extra
    from pkcs11.util.ec import decode_ec_private_key  # noqa: PLC0415 - as above
    from pkcs11.util.rsa import decode_rsa_private_key  # noqa: PLC0415 - as above

    attribute = pkcs11.Attribute
    token = pkcs11.lib(str(module)).get_token(token_label=LABEL)
    with token.open(rw=True, user_pin=PIN) as session:
        decode = decode_ec_private_key if kind == "ec" else decode_rsa_private_key
        private = decode(key_der)
        private.update(
            {
                attribute.ID: bytes([number]),
                attribute.TOKEN: True,
                attribute.SIGN: True,
                attribute.SENSITIVE: True,
                attribute.EXTRACTABLE: False,
            }
        )
        session.create_object(private)
        if certificate is not None:
            put_certificate(session, number, certificate)


def put_certificate(session: object, number: int, certificate: bytes) -> None:
    """Put a certificate alone into the token."""
    import pkcs11  # noqa: PLC0415 - an optional extra

    attribute = pkcs11.Attribute
    subject = certificates.load(certificate).subject.public_bytes()
    session.create_object(  # type: ignore[attr-defined]  # pkcs11.Session, imported late
        {
            attribute.CLASS: pkcs11.ObjectClass.CERTIFICATE,
            attribute.CERTIFICATE_TYPE: pkcs11.CertificateType.X_509,
            attribute.ID: bytes([number]),
            attribute.TOKEN: True,
            attribute.SUBJECT: subject,
            attribute.VALUE: certificate,
        }
    )


def _unload(module: Path) -> None:
    # SoftHSM reads its configuration once, when it is loaded.
    import pkcs11  # noqa: PLC0415 - an optional extra

    pkcs11.unload(str(module))
