"""Find the signatures in a PDF by the gaps that they fill, without reading the PDF.

That is enough to know them again, and takes a thousandth of the time. Nothing is checked: what
fills a gap may be no signature, and then nobody will ever ask for it.
"""

import hashlib
import re
from collections.abc import Iterator

MOST = 32
"""Gaps of a file that are looked at: as many revisions as a PDF may have."""
LARGEST = 1 << 20
"""Bytes of what fills one."""
_RANGES = re.compile(rb"/ByteRange\s{0,64}\[\s{0,64}0\s{1,64}(\d{1,12})\s{1,64}(\d{1,12})\s")
_HEX = re.compile(rb"<((?:[0-9A-Fa-f]{2})+)>")


def digests(pdf: bytes) -> tuple[str, ...]:
    """SHA-256 of each signature (CMS), as `pades.digests` says it of a PDF of ours."""
    return tuple(hashlib.sha256(one).hexdigest() for one in _fillings(pdf))


def _fillings(pdf: bytes) -> Iterator[bytes]:
    for number, ranges in enumerate(_RANGES.finditer(pdf)):
        if number == MOST:
            return
        before, after = int(ranges[1]), int(ranges[2])
        if not before < after <= min(len(pdf), before + 2 * LARGEST + 2):
            continue
        held = _HEX.fullmatch(pdf, before, after)
        if held is not None:
            yield bytes.fromhex(held[1].decode("ascii"))
