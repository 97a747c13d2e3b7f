"""Encrypt a bundle to several recipients with age, and decrypt it, in a stream both ways."""

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from kepatuhan_desktop.errors import BundleDamaged, BundleNotForUs, InputInvalid, RecipientsTooFew

if TYPE_CHECKING:
    import pyrage

HEADER = b"age-encryption.org/v1\n"
FEWEST = 2
"""Recipients of an encrypted bundle: one lost key must not lose what was sent."""


class Source(Protocol):
    """Something that is read front to back."""

    def read(self, size: int = -1) -> bytes:
        """The next bytes; none at the end."""


def fingerprint(recipient: str) -> str:
    """How a description names a recipient."""
    return hashlib.sha256(recipient.encode("ascii")).hexdigest()


def checked(recipients: Sequence[str]) -> tuple[str, ...]:
    """The recipients without doubles, sorted.

    Raises `RecipientsTooFew` for fewer than two; `InputInvalid` where one is no age recipient.
    """
    found = tuple(sorted(set(recipients)))
    if len(found) < FEWEST:
        raise RecipientsTooFew(found=len(found), needed=FEWEST)
    for one in found:
        _recipient(one)
    return found


def encrypt(
    pieces: Iterator[bytes], recipients: Sequence[str], put: Callable[[bytes], None]
) -> None:
    """Hand the encrypted bytes to `put`; raises what `pieces` and `put` raise."""
    import pyrage  # noqa: PLC0415 - not needed for the first window

    source, drain = _Pieces(pieces), _Drain(put)
    try:
        pyrage.encrypt_io(source, drain, [_recipient(one) for one in recipients])
    except pyrage.EncryptError as error:
        # age makes one error of everything; a full medium and a wish to stop are not its own.
        raise source.fault or drain.fault or error from None


def decrypt(
    file: Source,
    identities: "Sequence[pyrage.x25519.Identity]",
    put: Callable[[bytes], None],
    title: str,
) -> None:
    """Hand the decrypted bytes to `put`; raises `BundleNotForUs`, `BundleDamaged`.

    Each piece was authenticated before it is handed on; that none is missing at the end shows
    only when this returns.
    """
    import pyrage  # noqa: PLC0415 - not needed for the first window

    source = _Watched(file)
    try:
        pyrage.decrypt_io(source, _Drain(put), list(identities))
    except (pyrage.DecryptError, OSError) as error:
        # age speaks of a changed or cut stream as an input error; the medium has its own.
        if source.fault is not None:
            raise source.fault from error
        if "No matching keys" in str(error):
            raise BundleNotForUs(name=title) from error
        raise BundleDamaged(name=title, reason="encryption") from error


def _recipient(text: str) -> "pyrage.x25519.Recipient":
    import pyrage  # noqa: PLC0415 - not needed for the first window

    try:
        return pyrage.x25519.Recipient.from_str(text)
    except pyrage.RecipientError as error:
        raise InputInvalid(field="recipients") from error


class _Pieces(io.BufferedIOBase):
    """The pieces as a file that is read."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._here = memoryview(b"")
        self.fault: Exception | None = None

    def read(self, size: int | None = -1) -> bytes:
        while not self._here:
            try:
                piece = next(self._pieces, None)
            except Exception as error:  # whatever it is, it is raised again
                self.fault = error
                raise
            if piece is None:
                return b""
            self._here = memoryview(piece)
        upto = len(self._here) if size is None or size < 0 else size
        given, self._here = self._here[:upto], self._here[upto:]
        return bytes(given)


class _Drain(io.BufferedIOBase):
    """Whatever is written goes to a function."""

    def __init__(self, put: Callable[[bytes], None]) -> None:
        self._put = put
        self.fault: Exception | None = None

    def write(self, data: bytes) -> int:  # type: ignore[override]  # age hands over bytes
        try:
            self._put(data)
        except Exception as error:  # whatever it is, it is raised again
            self.fault = error
            raise
        return len(data)


class _Watched(io.BufferedIOBase):
    """A file that remembers its own failure."""

    def __init__(self, file: Source) -> None:
        self._file = file
        self.fault: OSError | None = None

    def read(self, size: int | None = -1) -> bytes:
        try:
            return self._file.read(-1 if size is None else size)
        except OSError as error:
            self.fault = error
            raise
