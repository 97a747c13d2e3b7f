"""The attached record holds everything that the score stands on, and can be reckoned anew."""

import hashlib
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import msgspec
import pytest
import rfc8785
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain import journal, record, record_rows
from kepatuhan_desktop.domain.ids import DeviceId, Digest, EntryId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.record import Record
from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.domain.scoring import Chosen, Score, score
from kepatuhan_desktop.domain.seal import Corrected
from kepatuhan_desktop.errors import BugError
from tests.builders import instruments
from tests.builders import scorecards as cards

ROOT = Path(__file__).resolve().parents[2]
COVERS = tuple(EntryId(cards.digest(f"entry {number}")) for number in range(3))
AUDITOR, HEAD = cards.digest("auditor"), cards.digest("head")


def sealed(card: Scorecard) -> Scorecard:
    """The card as if it came from these entries."""
    return msgspec.structs.replace(card, journal=journal.digest(COVERS))


def composed(card: Scorecard, amends: EntryId | None = None) -> bytes:
    """The record of a card."""
    return record.compose(
        sealed(card),
        amends=amends,
        covers=COVERS,
        device=DeviceId("d" * 32),
        certificates={"auditor": AUDITOR, "unit_head": HEAD},
    )


def changed(card: Scorecard, **changes: object) -> Record:
    """The record of a card with something else in it."""
    return msgspec.structs.replace(record.read(composed(card)), **changes)


def places(forged: Record, instrument: Instrument) -> set[str]:
    """Where a new reckoning disagrees."""
    return {one.place for one in record.rescore(forged, instrument).differences}


def test_it_is_canonical_json() -> None:
    data = composed(cards.full())
    assert rfc8785.dumps(json.loads(data)) == data


def test_it_reads_back() -> None:
    card = cards.full()
    found = record.read(composed(card))
    assert found.assessment == card.assessment
    assert found.instrument.digest == card.instrument.digest
    assert [row.id for row in found.indicators] == list(card.instrument.indicators)
    assert [row.note for row in found.indicators] == [line.note for line in card.lines]
    assert [row.evidence for row in found.indicators] == [line.evidence for line in card.lines]
    assert [row.findings for row in found.indicators] == [line.findings for line in card.lines]
    assert found.remark == card.remark
    assert found.earlier == card.earlier
    assert (found.journal.covers, found.journal.digest) == (COVERS, journal.digest(COVERS))
    assert (found.sealed_at, found.place) == (card.sealed_at, card.place)


def test_it_names_the_total_exactly_and_rounded() -> None:
    card = cards.full()
    total = card.result.total
    assert isinstance(total, Score)
    found = record.read(composed(card)).total
    assert (found.value, found.category, found.zone) == (total.value, total.category, total.zone)
    assert (int(found.exact.numerator), int(found.exact.denominator)) == total.exact


def test_it_names_who_signs_and_with_what() -> None:
    card = cards.full()
    auditor, head = record.read(composed(card)).signers
    strokes = codec.canonical(card.signatures[0].strokes)
    assert auditor.strokes == hashlib.sha256(strokes).hexdigest()
    assert (auditor.certificate, head.certificate) == (AUDITOR, HEAD)
    assert record.read(composed(card)).countersigner == HEAD


def test_it_names_who_refused_and_why() -> None:
    card = cards.refused("Tidak setuju.")
    data = record.compose(
        sealed(card),
        amends=None,
        covers=COVERS,
        device=DeviceId("d" * 32),
        certificates={"auditor": AUDITOR},
    )
    found = record.read(data)
    assert found.signers[1].refused_because == "Tidak setuju."
    assert found.signers[1].strokes is None
    assert found.countersigner is None


def test_it_names_what_it_corrects() -> None:
    corrects = Corrected(revision=1, digest=cards.digest("record"), reason="Salah foto.")
    card = msgspec.structs.replace(cards.small(), revision=2, corrects=corrects)
    found = record.read(composed(card, amends=COVERS[0]))
    assert (found.revision, found.amends, found.corrects) == (2, COVERS[0], corrects)


def by_hand(data: bytes) -> tuple[Fraction, str]:
    """The total from the record alone, as docs/formats/record.md tells it: exact and rounded."""
    said: dict[str, Any] = json.loads(data)
    shares: dict[str, Fraction] = {}

    def mean(parts: list[tuple[Fraction, Fraction]]) -> Fraction | None:
        weights = sum((weight for weight, _ in parts), Fraction(0))
        return (
            sum((weight * share for weight, share in parts), Fraction(0)) / weights
            if weights
            else None
        )

    for node in reversed(said["nodes"]):
        parts = [
            (Fraction(row["weight"]), Fraction(row["value"]))
            for row in said["indicators"]
            if row["path"][-1] == node["id"] and row["value"] is not None
        ]
        parts += [
            (Fraction(child["weight"]), shares[child["id"]])
            for child in said["nodes"]
            if child["parent"] == node["id"] and child["id"] in shares
        ]
        share = mean(parts)
        if share is not None:
            shares[node["id"]] = share
            given = node["share"]
            assert share == Fraction(int(given["numerator"]), int(given["denominator"]))
        else:
            assert node["share"] is None
    top = [
        (Fraction(node["weight"]), shares[node["id"]])
        for node in said["nodes"]
        if node["parent"] is None and node["id"] in shares
    ]
    total = mean(top)
    assert total is not None
    exact = total * Fraction(said["instrument"]["maximum"])
    units = 10 ** said["instrument"]["places"]
    rounded = (exact * units + Fraction(1, 2)).__floor__()
    return exact, f"{rounded // units}.{rounded % units:0{said['instrument']['places']}d}"


@pytest.mark.parametrize("card", [cards.full(), cards.small(), cards.refused()])
def test_the_total_can_be_reckoned_from_the_record_alone(card: Scorecard) -> None:
    data = composed(card)
    exact, rounded = by_hand(data)
    found = record.read(data).total
    assert exact == Fraction(int(found.exact.numerator), int(found.exact.denominator))
    assert rounded == found.value


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_any_tree_and_any_answers_give_a_record_that_agrees(data: st.DataObject) -> None:
    asked = data.draw(instruments.instruments())
    card = cards.card(asked, data.draw(instruments.answers_to(asked)), signatures=cards.signed())
    if not isinstance(card.result.total, Score):
        return
    found = composed(card)
    assert by_hand(found)[1] == card.result.total.value
    assert record.rescore(record.read(found), asked).agrees


def test_reckoning_anew_agrees() -> None:
    card = cards.full()
    found = record.rescore(record.read(composed(card)), card.instrument)
    assert found.agrees
    assert found.total == record.read(composed(card)).total


def with_total(found: Record, **changes: object) -> Record:
    return msgspec.structs.replace(found, total=msgspec.structs.replace(found.total, **changes))


def with_row(found: Record, **changes: object) -> Record:
    row = msgspec.structs.replace(found.indicators[0], **changes)
    return msgspec.structs.replace(found, indicators=(row, *found.indicators[1:]))


def with_node(found: Record, **changes: object) -> Record:
    node = msgspec.structs.replace(found.nodes[0], **changes)
    return msgspec.structs.replace(found, nodes=(node, *found.nodes[1:]))


FORGERIES: list[tuple[Callable[[Record], Record], str]] = [
    (lambda it: with_total(it, value="99.99"), "total"),
    (lambda it: with_total(it, category="A+"), "category"),
    (lambda it: with_total(it, zone="blue"), "zone"),
    (
        lambda it: with_total(it, exact=msgspec.structs.replace(it.total.exact, numerator="1")),
        "exact",
    ),
    (lambda it: with_row(it, value="0.123"), "indicator:a.1"),
    (lambda it: with_row(it, weight="7"), "indicator:a.1"),
    (lambda it: with_row(it, option="no-such"), "indicator:a.1"),
    (lambda it: with_row(it, option=None, value=None), "total"),
    (lambda it: with_row(it, not_applicable="juga"), "indicator:a.1"),
    (lambda it: with_row(it, id="z.9"), "indicators"),
    (lambda it: msgspec.structs.replace(it, indicators=it.indicators[1:]), "indicators"),
    (lambda it: with_node(it, weight="9"), "node:a"),
    (lambda it: with_node(it, share=None), "node:a"),
    (lambda it: with_node(it, id="z"), "nodes"),
    (
        lambda it: msgspec.structs.replace(
            it, instrument=msgspec.structs.replace(it.instrument, places=1)
        ),
        "instrument",
    ),
    (
        lambda it: msgspec.structs.replace(
            it, journal=msgspec.structs.replace(it.journal, covers=COVERS[1:])
        ),
        "journal",
    ),
]


@pytest.mark.parametrize("number", range(len(FORGERIES)))
def test_a_forged_figure_is_found(number: int) -> None:
    forge, place = FORGERIES[number]
    card = cards.small()
    forged = forge(record.read(composed(card)))
    assert place in places(forged, card.instrument)


def test_another_instrument_is_found() -> None:
    card = cards.small()
    other = instruments.of_weights(["1", "2"])
    assert "instrument" in places(record.read(composed(card)), other)


def test_nothing_applicable_is_no_total() -> None:
    card = cards.small()
    found = record.read(composed(card))
    rows = tuple(
        msgspec.structs.replace(row, option=None, value=None, not_applicable="x")
        for row in found.indicators
    )
    anew = record.rescore(msgspec.structs.replace(found, indicators=rows), card.instrument)
    assert anew.total is None
    assert "total" in {one.place for one in anew.differences}


def test_a_draft_has_no_record() -> None:
    for card in (cards.half_done(), cards.untouched()):
        with pytest.raises(BugError):
            composed(card)


def test_a_card_whose_figures_disagree_has_no_record() -> None:
    card = cards.small()
    worse = score(card.instrument, {instruments.A1: Chosen(instruments.NONE)})
    with pytest.raises(BugError):
        composed(msgspec.structs.replace(card, result=worse))


def reordered(data: bytes) -> bytes:
    """The same JSON with its keys the other way round."""
    return json.dumps(dict(reversed(json.loads(data).items()))).encode()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data + b"\n",
        lambda data: b" " + data,
        reordered,
        lambda data: data.replace(b'"format":1', b'"format":2'),
        lambda data: data.replace(b'"format":1', b'"format":1,"more":1'),
        lambda data: data.replace(b'"remark":""', b'"remark":"","remark":""'),
        lambda data: data.replace(b'"revision":1', b'"revision":1.0'),
        lambda data: data.replace(b'"place":"S', b'"place":"\\u0053'),
        lambda data: data.replace(b'"place":"S', b'"place":"\xff'),
        lambda data: data[:-1],
        lambda _: b"",
        lambda _: b"[" * 100_000,
        lambda _: b'{"a":' * 40 + b"[" * 40,
        lambda _: b"0" * (record.LARGEST + 1),
    ],
)
def test_other_bytes_are_refused(spoil: Callable[[bytes], bytes]) -> None:
    spoilt = spoil(composed(cards.small()))
    with pytest.raises(record.Unreadable):
        record.read(spoilt)


def test_brackets_in_words_are_not_counted() -> None:
    card = cards.small(note="[{" * 200 + '"\\' + "]" * 7)
    assert record.read(composed(card)).indicators[0].note == card.lines[0].note


def test_the_instrument_comes_back_under_its_digest() -> None:
    for instrument in (cards.bundled(), instruments.small()):
        data = codec.canonical(instrument)
        assert record.read_instrument(data).digest == hashlib.sha256(data).hexdigest()
        with pytest.raises(record.Unreadable):
            record.read_instrument(data + b" ")


def test_a_definition_that_is_too_deep_is_refused() -> None:
    data = codec.canonical(instruments.small())
    deep = b'"nodes":[{"nodes":' * 60
    with pytest.raises(record.Unreadable):
        record.read_instrument(data.replace(b'"nodes":[', deep, 1))


def test_a_digest_of_no_strokes_is_none() -> None:
    assert record.strokes_digest(cards.signed("Tidak.")[1]) is None
    assert isinstance(record.strokes_digest(cards.signed()[0]), str)
    assert Digest(str(record.strokes_digest(cards.signed()[0]))).isalnum()


def test_every_key_is_told_in_the_format() -> None:
    told = (ROOT / "docs" / "formats" / "record.md").read_text("utf-8")
    rows = [
        kind
        for kind in vars(record_rows).values()
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct)
        if kind.__module__ == record_rows.__name__
    ]
    keys = {name for kind in rows for name in kind.__struct_fields__}
    assert {name for name in keys if f"`{name}`" not in told} == set()


def test_the_example_of_the_format_is_right() -> None:
    told = (ROOT / "docs" / "formats" / "record.md").read_text("utf-8")
    total = cards.small().result.total
    assert isinstance(total, Score)
    assert f"= {total.exact[0]}/{total.exact[1]} = " in told
    assert f"rounded {total.value}." in told
