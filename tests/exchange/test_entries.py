"""Each line of a bundle stands or falls by itself, with a word that says why."""

import json

import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain import entry_check
from kepatuhan_desktop.domain.journal import Kind
from kepatuhan_desktop.domain.travel import Arrival, Receipt
from kepatuhan_desktop.exchange import entries
from tests.builders import bundles, instruments, seals
from tests.builders.bundles import SENDER
from tests.builders.entries import RECORD, Device, a_profile, body_of

PIECE: dict[str, Json] = {
    "indicator": "a.1",
    "digest": "0" * 64,
    "size": 1,
    "name": "x.jpg",
    "media_type": "image/jpeg",
}
FIRST: dict[str, Json] = json.loads(body_of(Device(SENDER).profile()))
ANSWER: dict[str, Json] = json.loads(
    body_of(bundles.some_entries(count=1)[1]),
)


def reasons(*lines: bytes) -> list[str]:
    """Why these lines are refused."""
    return [one.reason for one in entries.examine(lines).refused]


def line(plain: dict[str, Json], **changes: Json) -> bytes:
    """An entry with other values, canonical."""
    return codec.canonical(plain | changes)


def of_kind(kind: str, value: Json) -> bytes:
    """An entry of some kind."""
    return line(ANSWER, kind=kind, value=value)


def test_good_lines_are_taken_with_their_numbers() -> None:
    lines = [line(FIRST), b"{", line(ANSWER)]
    found = entries.examine(lines)
    assert [number for number, _ in found.found] == [1, 3]
    assert list(found.bodies.values()) == [lines[0], lines[2]]
    assert [(one.line, one.reason) for one in found.refused] == [(2, "syntax")]


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "syntax"),
        (b"\xff", "syntax"),
        (b"nul", "syntax"),
        (b"[]", "shape"),
        (b"{}", "shape"),
        (b'{"a":NaN}', "syntax"),
        (b'{"a":"\\ud800"}', "syntax"),
        (b'{"a":1.0}', "number"),
        (b'{"a":-0}', "form"),
        (b'{"a":1e3}', "number"),
        (b'{"a":9007199254740992}', "number"),
        (b'{"a":-9007199254740992}', "number"),
        (b'{"a":' + b"9" * 400 + b"}", "number"),
        (b'{"a":1,"a":1}', "form"),
        (b'{"b":1,"a":1}', "form"),
        (b'{"a": 1}', "form"),
        (b'{"a":"\\u0041"}', "form"),
        (b"[" * 41 + b"]" * 41, "depth"),
        (b"[" * 400_000, "depth"),
        (b'{"a":' * 400_000, "depth"),
        (b" " * (entry_check.LARGEST + 1), "size"),
    ],
)
def test_only_the_canonical_form_is_taken(data: bytes, reason: str) -> None:
    assert reasons(data) == [reason]


def test_forty_levels_are_allowed() -> None:
    assert reasons(b"[" * 40 + b"]" * 40) == ["shape"]


@pytest.mark.parametrize(
    "changes, reason",
    [
        ({"device": "d1"}, "device"),
        ({"device": "A" * 32}, "device"),
        ({"seq": 0}, "shape"),
        ({"seq": "1"}, "shape"),
        ({"seq": 1}, "chain"),
        ({"previous": None}, "chain"),
        ({"previous": "x"}, "ids"),
        ({"replaces": ["x"]}, "ids"),
        ({"replaces": ["0" * 64] * (entry_check.REPLACES + 1)}, "ids"),
        ({"record": "assessment"}, "place"),
        ({"record": "assessment:a b"}, "place"),
        ({"record": "assessment:" + "x" * 161}, "place"),
        ({"slot": ""}, "place"),
        ({"slot": "answer/é"}, "place"),
        ({"kind": "Answer"}, "kind"),
        ({"author": "x" * 301}, "author"),
        ({"author": "a\nb"}, "author"),
        ({"at": "yesterday"}, "moment"),
        ({"at": "2024-08-12T09:00:00"}, "moment"),
        ({"at": "2024-08-12T09:00:00." + "0" * 40 + "+07:00"}, "moment"),
        ({"value": {"type": "chosen"}}, "value"),
        ({"value": {"type": "guessed", "option": "full"}}, "value"),
        ({"value": "full"}, "value"),
    ],
)
def test_an_entry_keeps_the_bounds(changes: dict[str, Json], reason: str) -> None:
    assert reasons(line(ANSWER, **changes)) == [reason]


@pytest.mark.parametrize(
    "kind, value",
    [
        ("institution", None),
        ("institution", {}),
        ("unit", {"name": "x"}),
        ("product", "x"),
        ("assessment", None),
        ("assessment", {**codec.plain(a_profile()), "period": 2024}),
        ("note", 5),
        ("remark", []),
        ("evidence", {}),
        ("evidence", {**PIECE, "digest": "x"}),
        ("evidence", {**PIECE, "size": -1}),
        ("evidence", {**PIECE, "rotation": 45}),
        ("evidence", {**PIECE, "width": 10**7}),
        ("evidence", {**PIECE, "derived_from": "x"}),
        ("finding", {"indicator": "a.1"}),
        ("seal", None),
        ("seal", {}),
        ("seal", {**codec.plain(seals.a_seal()), "scorecard": "x"}),
        ("seal", {**codec.plain(seals.a_seal()), "covers": ["x"]}),
        ("refusal", "x"),
        ("amendment", "x"),
        ("withdrawal", "x"),
        ("stamp", "x"),
        ("identity", {}),
        ("trust", "x"),
        ("dispatch", {}),
        ("arrival", None),
        ("receipt", {}),
    ],
)
def test_a_value_has_the_shape_of_its_kind(kind: str, value: Json) -> None:
    assert reasons(of_kind(kind, value)) == ["value"]


def test_a_pinned_digest_is_one() -> None:
    profile = codec.plain(a_profile())
    profile["instrument"]["digest"] = "x"
    assert reasons(of_kind("assessment", profile)) == ["value"]


@pytest.mark.parametrize(
    "kind, value",
    [
        ("answer", None),
        ("note", None),
        ("evidence", PIECE),
        ("evidence", {**PIECE, "from_a_later_version": True}),
        ("seal", codec.plain(seals.a_seal())),
        ("instrument", codec.plain(instruments.small())),
        ("telemetry", {"anything": [1, "two", None]}),
        (
            "arrival",
            codec.plain(
                Arrival(
                    device=SENDER,
                    sequence=1,
                    previous=None,
                    purpose="results",
                    seal=seals.NOTHING,
                    head=1,
                    devices=(SENDER,),
                    fresh=1,
                    known=0,
                    refused=0,
                )
            ),
        ),
        ("receipt", codec.plain(Receipt(device=SENDER, heads={}, missing=()))),
    ],
)
def test_what_is_well_formed_or_unknown_is_taken(kind: str, value: Json) -> None:
    assert reasons(of_kind(kind, value)) == []


def test_an_instrument_that_cannot_be_used_is_refused() -> None:
    value = codec.plain(instruments.small())
    value["maximum"] = "much"
    assert reasons(of_kind("instrument", value)) == ["instrument"]
    value["format"] = 2
    assert reasons(of_kind("instrument", value)) == ["value"]


def test_an_entry_is_not_larger_than_its_kind_allows() -> None:
    text = "x" * (entry_check.LARGE + 1)
    assert reasons(of_kind("note", text)) == ["size"]
    assert reasons(of_kind("telemetry", text)) == []


def test_a_refused_entry_says_where_it_belongs() -> None:
    (one,) = entries.examine([of_kind("note", 5)]).refused
    assert (one.device, one.seq, one.record) == (SENDER, 2, RECORD)


def test_every_kind_has_a_shape_or_is_kept_as_it_is() -> None:
    assert {kind for kind in Kind if not reasons(of_kind(kind.value, 0.5))} == set()
    assert {kind for kind in Kind if not reasons(of_kind(kind.value, 5))} == set()
