"""What is encrypted opens for whom it is meant, whole or not at all."""

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pyrage
import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.exchange import secrecy
from kepatuhan_desktop.exchange.limits import MIB
from kepatuhan_desktop.exchange.reading import Reader
from kepatuhan_desktop.progress import Cancelled
from tests.builders import bundles
from tests.builders.bundles import PHOTO


@pytest.fixture(scope="module")
def keys() -> list[pyrage.x25519.Identity]:
    """Two who may read."""
    return [pyrage.x25519.Identity.generate() for _ in range(2)]


def sealed(data: bytes, keys: list[pyrage.x25519.Identity]) -> bytes:
    """The same, encrypted."""
    return pyrage.encrypt(data, [key.to_public() for key in keys])


def unsealed_error(data: bytes, path: Path, keys: list[pyrage.x25519.Identity]) -> KnownError:
    """How a device with these keys refuses."""
    path.write_bytes(data)
    with pytest.raises(KnownError) as caught:
        Reader(bundles.verify, lambda: keys).inspect(path)
    return caught.value


def test_a_bundle_for_others_says_so(tmp_path: Path, keys: list[pyrage.x25519.Identity]) -> None:
    mine = pyrage.x25519.Identity.generate()
    error = unsealed_error(sealed(bundles.packed(), keys), tmp_path / "x", [mine])
    assert error.code == "bundle.not_for_us"


@pytest.mark.parametrize("at", [30, 400, 1000, -1])
def test_a_changed_byte_of_an_encrypted_bundle_is_damage(
    at: int, tmp_path: Path, keys: list[pyrage.x25519.Identity]
) -> None:
    data = bytearray(sealed(bundles.packed(), keys))
    data[at] ^= 1
    error = unsealed_error(bytes(data), tmp_path / "x", keys)
    assert error.code in ("bundle.damaged", "bundle.not_for_us")


def test_an_encrypted_bundle_that_ends_early_is_damage(
    tmp_path: Path, keys: list[pyrage.x25519.Identity]
) -> None:
    data = sealed(bundles.packed(blobs=[os.urandom(MIB)]), keys)
    assert unsealed_error(data[:-70_000], tmp_path / "x", keys).code == "bundle.damaged"


def test_an_encrypted_bundle_is_looked_at_like_any_other(
    tmp_path: Path, keys: list[pyrage.x25519.Identity]
) -> None:
    data = sealed(bundles.zipped([*bundles.members(b"", [PHOTO]), ("../evil", b"")]), keys)
    assert unsealed_error(data, tmp_path / "x", keys).code == "bundle.unsafe"


def test_a_medium_that_fails_is_not_called_damage(
    tmp_path: Path, keys: list[pyrage.x25519.Identity]
) -> None:
    class Failing:
        def read(self, size: int = -1) -> bytes:
            raise OSError(5, f"input/output error at {size}")

    with pytest.raises(OSError, match="input/output"):
        secrecy.decrypt(Failing(), keys, lambda _: None, "x")


@pytest.mark.parametrize("side", ["pieces", "put"])
@pytest.mark.parametrize("fault", [OSError(28, "no space left"), Cancelled()])
def test_what_goes_wrong_beside_encrypting_keeps_its_name(
    side: str, fault: Exception, keys: list[pyrage.x25519.Identity]
) -> None:
    def fail(_: bytes) -> None:
        raise fault

    def pieces() -> Iterator[bytes]:
        yield os.urandom(MIB)
        if side == "pieces":
            raise fault

    put = fail if side == "put" else bytearray().extend
    with pytest.raises(type(fault)) as caught:
        secrecy.encrypt(pieces(), [str(key.to_public()) for key in keys], put)
    assert caught.value is fault


@pytest.mark.parametrize("side", ["read", "put"])
@pytest.mark.parametrize("fault", [errors.BundleTooLarge(name="x"), Cancelled()])
def test_what_goes_wrong_beside_decrypting_keeps_its_name(
    side: str, fault: Exception, keys: list[pyrage.x25519.Identity]
) -> None:
    class Halting(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if side == "read" and self.tell() > MIB:
                raise fault
            return super().read(size)

    def fail(_: bytes) -> None:
        raise fault

    put = fail if side == "put" else bytearray().extend
    with pytest.raises(type(fault)) as caught:
        secrecy.decrypt(Halting(sealed(os.urandom(2 * MIB), keys)), keys, put, "x")
    assert caught.value is fault


def test_recipients_are_two_at_least_and_well_formed(
    keys: list[pyrage.x25519.Identity],
) -> None:
    texts = [str(key.to_public()) for key in keys]
    assert secrecy.checked([*texts, *texts]) == tuple(sorted(texts))
    for few in ([], texts[:1], [texts[0], texts[0]]):
        with pytest.raises(errors.RecipientsTooFew):
            secrecy.checked(few)
    with pytest.raises(errors.InputInvalid):
        secrecy.checked([texts[0], "age1nonsense"])
