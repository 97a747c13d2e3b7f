"""Signatures are known again by what fills their gaps, without reading the PDF."""

import hashlib
from pathlib import Path

import pytest

from kepatuhan_desktop.signing import gaps, pades
from tests.builders import workspaces


def filled(contents: bytes, spread: int = 0) -> bytes:
    """What looks like a signature that holds `contents`."""
    head = b"%%PDF-1.7 /ByteRange [0 %010d %010d 9 ] /Contents "
    before = len(head % (0, 0))
    after = before + len(contents) * 2 + 2 + spread
    return head % (before, after) + b"<" + contents.hex().encode() + b"> trailer"


def test_they_are_those_that_the_pdf_reader_finds(tmp_path: Path) -> None:
    with workspaces.opened(tmp_path / "home") as services:
        pdf = services.sealing.pdf(workspaces.signed(services, workspaces.filled(services)))
    found = gaps.digests(pdf)
    assert found == pades.digests(pdf)
    assert len(found) == 2


def test_a_gap_says_what_it_holds() -> None:
    assert gaps.digests(filled(b"abc")) == (hashlib.sha256(b"abc").hexdigest(),)


@pytest.mark.parametrize(
    "pdf",
    [
        b"",
        b"%PDF-1.7 nothing signed",
        filled(b"abc", spread=1),
        filled(b""),
        b"/ByteRange [0 900 10 5 ]",
        b"/ByteRange [0 5 900 5 ]",
        b"/ByteRange [0 99999999999999 5 5 ]",
        b"/ByteRange [1 5 9 5 ]<616263>",
        b"/ByteRange [" + b" " * 500 + b"0 5 9 5 ]",
    ],
)
def test_what_is_no_gap_is_passed_over(pdf: bytes) -> None:
    assert gaps.digests(pdf) == ()


def test_only_as_many_are_looked_at_as_a_pdf_may_have() -> None:
    assert len(gaps.digests(filled(b"abc") + b"/ByteRange [0 1 2 3 ]" * 999)) == 1
    one = filled(b"abc")
    ranges = one[: one.index(b"/Contents")].partition(b"/ByteRange")[2]
    assert len(gaps.digests(one + (b"/ByteRange" + ranges) * 99)) == gaps.MOST


def test_too_large_a_filling_is_none() -> None:
    assert gaps.digests(filled(b"x" * (gaps.LARGEST + 1))) == ()
    assert len(gaps.digests(filled(b"x" * gaps.LARGEST))) == 1
