"""A file made to harm ends in a verdict: soon, within bounds, and without a trace of an error."""

import io
import random
import re
import threading
import time
import zlib

import msgspec
import pytest
from asn1crypto import cms, parser
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    pdf_name,
)

from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.signing import stranger
from kepatuhan_desktop.signing.verification import examine
from tests.signing import builders
from tests.signing.forging import Writer, first_page, updated

MIB = 1024 * 1024


def only_note(verdict: Verdict) -> str:
    """The one thing that is said about a file that cannot be read."""
    assert verdict.grade is Grade.BAD
    assert verdict.signers == ()
    assert verdict.score.code == "score.not_reckoned"
    (note,) = verdict.notes
    return note.code


def test_a_stream_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    packed = zlib.compress(zlib.compress(bytes(1024 * MIB), 9), 9)
    bomb = StreamObject(
        dict_data={
            pdf_name("/Filter"): ArrayObject([pdf_name("/FlateDecode"), pdf_name("/FlateDecode")])
        },
        encoded_data=packed,
    )

    def change(writer: Writer) -> None:
        names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
        names[1].get_object()["/EF"]["/F"] = writer.add_object(bomb)
        writer.update_container(names[1].get_object())

    begun = time.monotonic()
    verdict = examine(updated(change), builders.knowing())
    assert verdict.grade is Grade.BAD
    assert time.monotonic() - begun < 10


def test_references_in_more_paths_than_anybody_can_follow_are_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Each object names the next one twice: 2^40 ways to the last.
    monkeypatch.setattr(stranger, "SECONDS", 1.0)
    made = builders.making(builders.auditor())
    out = io.BytesIO(made.drawn)
    writer = Writer(out)
    below = writer.add_object(DictionaryObject())
    for _ in range(40):
        below = writer.add_object(DictionaryObject({pdf_name("/A"): below, pdf_name("/B"): below}))
    page = first_page(writer)
    page[pdf_name("/PieceInfo")] = below
    writer.update_container(page)
    writer.write_in_place()
    data = msgspec.structs.replace(made, drawn=out.getvalue()).signed()
    begun = time.monotonic()
    assert only_note(examine(data, builders.knowing())) == "note.too_complex"
    assert time.monotonic() - begun < 5


def test_more_revisions_than_a_scorecard_can_have_are_not_compared() -> None:
    data = builders.honest()
    for number in range(stranger.MOST_REVISIONS):
        data = updated(lambda writer: writer.add_object(NumberObject(number)), data)  # noqa: B023 - called at once
    assert only_note(examine(data, builders.knowing())) == "note.too_complex"


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stranger, "LARGEST", 1000)
    assert only_note(examine(builders.honest(), builders.knowing())) == "note.too_complex"


def test_more_objects_than_a_scorecard_can_have_are_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stranger, "MOST_OBJECTS", 5)
    assert only_note(examine(builders.honest(), builders.knowing())) == "note.too_complex"


def test_lists_within_lists_end_in_a_verdict() -> None:
    deep = b"[" * 200_000 + b"]" * 200_000
    data = b"%PDF-1.7\n1 0 obj\n" + deep + b"\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
    assert only_note(examine(data, builders.knowing())) == "note.damaged"


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"%PDF-1.7\nstartxref\n0\n%%EOF", b"%PDF-9.9\n" + bytes(4096)],
    ids=["nothing", "a header", "a circle", "zeros"],
)
def test_what_is_hardly_a_pdf_is_damaged(data: bytes) -> None:
    assert only_note(examine(data, builders.knowing())) == "note.damaged"


def test_the_watch_does_not_strike_afterwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stranger, "SECONDS", 0.05)
    with stranger.limited():
        pass
    until = time.monotonic() + 0.2
    while time.monotonic() < until:
        pass


def test_a_watch_that_comes_too_late_does_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Late(threading.Timer):
        def start(self) -> None:
            pass

        def cancel(self) -> None:
            self.function()

    monkeypatch.setattr(threading, "Timer", Late)
    with stranger.limited():
        pass


def test_random_damage_is_never_taken_for_health_and_never_raises() -> None:
    chance, data = random.Random(7), builders.honest()
    knowledge = builders.knowing(builders.headquarters().trust())
    for _ in range(60):
        hurt = bytearray(data)
        for _ in range(chance.choice((1, 1, 3, 40))):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        if chance.random() < 0.2:
            del hurt[chance.randrange(len(hurt)) :]
        if bytes(hurt) != data:
            assert examine(bytes(hurt), knowledge).grade is Grade.BAD


def test_a_signature_cannot_swallow_some_of_its_padding() -> None:
    data = builders.honest()
    for found in re.finditer(rb"/Contents <", data):
        # 30 82 LL LL: the length of everything.
        at = found.end() + 4
        length = int(data[at : at + 4], 16)
        hurt = data[:at] + b"%04x" % (length + 2) + data[at + 4 :]
        assert len(hurt) == len(data)
        assert examine(hurt, builders.knowing()).grade is Grade.BAD


def _last_signature(data: bytes) -> tuple[int, bytes]:
    """Where the last signature begins in a file, and its bytes without the padding."""
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    held = bytes.fromhex(data[start : data.index(b">", start)].decode())
    return start, held[: parser.peek(held)]


def _parts(held: bytes) -> dict[str, tuple[int, int]]:
    """Where the parts of a signature that it does not cover begin and end."""
    content = cms.ContentInfo.load(held)["content"]
    (signer,) = content["signer_infos"]
    digests, sid = content["digest_algorithms"].dump(), signer["sid"].dump()
    digest, signed = signer["digest_algorithm"].dump(), signer["signed_attrs"].dump()
    of_sid, of_set = held.index(sid + digest), held.index(digests)
    of_kind = of_set + len(digests)
    return {
        "kind, version": (0, of_set),
        "announced digest": (of_set, of_kind),
        "content": (of_kind, of_kind + len(content["encap_content_info"].dump())),
        "signer's version": (of_sid - 3, of_sid),
        "signer's name": (of_sid, of_sid + len(sid)),
        "digest": (of_sid + len(sid), held.index(signed)),
        "algorithm": (held.index(signed) + len(signed), held.index(signer["signature"].dump())),
    }


@pytest.mark.parametrize(
    "part",
    [
        "kind, version",
        "announced digest",
        "content",
        "signer's version",
        "signer's name",
        "digest",
        "algorithm",
    ],
)
def test_what_a_signature_does_not_cover_can_be_written_in_one_way_only(part: str) -> None:
    data = builders.honest()
    start, held = _last_signature(data)
    for place in range(*_parts(held)[part]):
        hurt = bytearray(held)
        # A letter becomes small or capital: names of signers are compared without regard to it.
        hurt[place] ^= 0x20 if chr(held[place]).isalpha() else 1
        at = start + 2 * place
        forged = data[:at] + b"%02x" % hurt[place] + data[at + 2 :]
        assert examine(forged, builders.knowing()).grade is Grade.BAD, place


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_no_single_bit_can_change() -> None:
    chance, data = random.Random(11), builders.honest()
    knowledge = builders.knowing(builders.headquarters().trust())
    passed = []
    for _ in range(400):
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        hurt = bytearray(data)
        hurt[place] ^= bit
        if examine(bytes(hurt), knowledge).grade is not Grade.BAD:
            passed.append((place, bit))
    # The letters of a hexadecimal number may be small or capital: the same bytes.
    assert [one for one in passed if not chr(data[one[0]]).isalpha()] == []
