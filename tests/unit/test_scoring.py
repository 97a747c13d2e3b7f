"""The score is exact, and agrees with a plain calculation that shares no code with it."""

import json
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import IndicatorId, InstrumentId, NodeId, OptionId
from kepatuhan_desktop.domain.instrument import Indicator, Instrument, Node, Zone
from kepatuhan_desktop.domain.scoring import (
    Answer,
    Answers,
    Chosen,
    Excluded,
    NotScored,
    Score,
    compiled,
    score,
)
from kepatuhan_desktop.services import bundled_instruments
from tests.builders import instruments
from tests.builders.instruments import (
    A1,
    A2,
    A3,
    B1,
    B2,
    FULL,
    HALF,
    NONE,
    indicator,
    instrument,
    node,
    of_weights,
    option,
    options_of,
    small,
)

# Drawing a tree takes far longer than scoring it.
FEW = settings(max_examples=40)

ALL_FULL: dict[IndicatorId, Answer] = {one: Chosen(FULL) for one in (A1, A2, A3, B1, B2)}


def naive_indicator(one: Indicator, answers: Answers) -> Fraction | None:
    """Share of its weight that an indicator earns; None where it does not count."""
    answer = answers.get(one.id)
    if not isinstance(answer, Chosen):
        return None
    return next(Fraction(it.value) for it in options_of(one) if it.id == answer.option)


def naive_node(one: Node, answers: Answers) -> Fraction | None:
    """The weighted mean of what is below."""
    parts = [(Fraction(it.weight.value), naive_node(it, answers)) for it in one.nodes]
    parts += [(Fraction(it.weight.value), naive_indicator(it, answers)) for it in one.indicators]
    return naive_mean(parts)


def naive_mean(parts: list[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """The mean of what counts, or None."""
    weights, earned = Fraction(0), Fraction(0)
    for weight, value in parts:
        if value is not None:
            weights += weight
            earned += weight * value
    return earned / weights if weights else None


def naive(asked: Instrument, answers: Answers) -> Fraction | None:
    """The exact total."""
    parts = [(Fraction(one.weight.value), naive_node(one, answers)) for one in asked.nodes]
    share = naive_mean(parts)
    return None if share is None else share * Fraction(asked.maximum)


def rounded(exact: Fraction) -> str:
    """Half up to two places, by the decimal module."""
    # Weights and values have few digits: 60 of them leave no doubt on which side of a half.
    long = Decimal(exact.numerator * 10**60 // exact.denominator).scaleb(-60)
    return str(long.quantize(Decimal("0.01"), ROUND_HALF_UP))


def total(asked: Instrument, answers: Answers) -> Score:
    """The number, where there is one."""
    found = score(asked, answers).total
    assert isinstance(found, Score)
    return found


def of_values(*values: str) -> Instrument:
    """Indicators of equal weight with one option `v0`, `v1` … for each value."""
    options = tuple(option(f"v{at}", value) for at, value in enumerate(values))
    return of_weights(["1"], options)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Instrument, dict[IndicatorId, Answer]]:
    """A random tree with random answers."""
    asked = draw(instruments.instruments())
    return asked, draw(instruments.answers_to(asked))


@given(answered())
def test_the_exact_total_is_that_of_a_plain_calculation(
    case: tuple[Instrument, dict[IndicatorId, Answer]],
) -> None:
    asked, answers = case
    found = score(asked, answers).total
    exact = Fraction(*found.exact) if isinstance(found, Score) else None
    assert exact == naive(asked, answers)


@FEW
@given(answered())
def test_every_node_has_the_score_of_a_plain_calculation(
    case: tuple[Instrument, dict[IndicatorId, Answer]],
) -> None:
    asked, answers = case
    nodes = score(asked, answers).nodes
    shares = {one.id: naive_node(one, answers) for one in asked.walk()}
    expected = {one: None if it is None else rounded(it * 100) for one, it in shares.items()}
    assert {one: it.value for one, it in nodes.items()} == expected


@FEW
@given(answered())
def test_the_shown_total_is_the_exact_one_rounded_half_up(
    case: tuple[Instrument, dict[IndicatorId, Answer]],
) -> None:
    found = score(*case).total
    if isinstance(found, Score):
        assert found.value == rounded(Fraction(*found.exact))


@FEW
@given(answered())
def test_every_indicator_is_counted_once(
    case: tuple[Instrument, dict[IndicatorId, Answer]],
) -> None:
    asked, answers = case
    result = score(asked, answers)
    assert (result.answered, result.indicators) == (len(answers), len(asked.indicators))


@FEW
@given(answered(), st.randoms(use_true_random=False))
def test_the_order_of_answers_is_irrelevant(
    case: tuple[Instrument, dict[IndicatorId, Answer]], chance: Random
) -> None:
    asked, answers = case
    shuffled = dict(chance.sample(list(answers.items()), len(answers)))
    assert score(asked, shuffled) == score(asked, answers)


@FEW
@given(answered(), st.data())
def test_a_better_answer_never_lowers_the_score(
    case: tuple[Instrument, dict[IndicatorId, Answer]], data: st.DataObject
) -> None:
    asked, answers = case
    chosen = [one for one, it in answers.items() if isinstance(it, Chosen)]
    if not chosen:
        return
    which = data.draw(st.sampled_from(sorted(chosen)))
    options = {it.id: Fraction(it.value) for it in options_of(asked.indicators[which])}
    answer = answers[which]
    assert isinstance(answer, Chosen)
    better = [one for one, it in options.items() if it >= options[answer.option]]
    before = score(asked, answers).total
    after = score(asked, {**answers, which: Chosen(data.draw(st.sampled_from(better)))}).total
    if isinstance(before, Score):
        assert isinstance(after, Score)
        assert Fraction(*after.exact) >= Fraction(*before.exact)


@FEW
@given(answered())
def test_leaving_out_is_scored_as_not_yet_answered(
    case: tuple[Instrument, dict[IndicatorId, Answer]],
) -> None:
    asked, answers = case
    applicable = {one: it for one, it in answers.items() if isinstance(it, Chosen)}
    assert score(asked, answers).total == score(asked, applicable).total


def test_what_does_not_apply_leaves_the_denominator() -> None:
    answers: dict[IndicatorId, Answer] = {A1: Chosen(FULL), A2: Excluded("x"), A3: Excluded("x")}
    assert total(small(), answers).value == "100.00"


def test_a_component_without_anything_applicable_leaves_the_denominator() -> None:
    answers = {**ALL_FULL, B1: Excluded("x"), B2: Excluded("x"), A1: Chosen(HALF)}
    assert total(small(), answers).value == "75.00"


@pytest.mark.parametrize("answers", [{}, {A1: Excluded("x")}])
def test_where_nothing_applies_there_is_no_score_and_never_a_zero(
    answers: dict[IndicatorId, Answer],
) -> None:
    assert score(small(), answers).total == NotScored()


def test_a_component_where_nothing_applies_has_no_score() -> None:
    result = score(small(), {A1: Chosen(FULL), B1: Excluded("x"), B2: Excluded("x")})
    assert result.nodes[NodeId("b")].value is None
    assert result.nodes[NodeId("b")].zone is None


def test_the_worst_answers_are_a_zero_and_that_is_a_score() -> None:
    assert total(small(), {one: Chosen(NONE) for one in ALL_FULL}).value == "0.00"


def test_a_weight_of_zero_informs_only() -> None:
    answers: dict[IndicatorId, Answer] = {
        IndicatorId("i.0"): Chosen(NONE),
        IndicatorId("i.1"): Chosen(FULL),
    }
    assert total(of_weights(["0", "3"]), answers).value == "100.00"


def test_nothing_but_weights_of_zero_gives_no_score() -> None:
    assert score(of_weights(["0"]), {IndicatorId("i.0"): Chosen(FULL)}).total == NotScored()


def test_a_gap_makes_the_score_provisional() -> None:
    assert not score(small(), {A1: Chosen(FULL)}).is_final


def test_with_every_indicator_answered_or_left_out_the_score_is_final() -> None:
    assert score(small(), {**ALL_FULL, A2: Excluded("x")}).is_final


@pytest.mark.parametrize(
    "share,value,category",
    [
        ("0.7797", "77.97", "C"),
        ("0.87995", "88.00", "A"),
        ("0.879949", "87.99", "B"),
        ("0.77995", "78.00", "B"),
        ("0.3199499", "31.99", "E"),
        ("0.31995", "32.00", "D"),
        ("0.5399", "53.99", "D"),
        ("0.54", "54.00", "C"),
        ("0.88", "88.00", "A"),
        ("1", "100.00", "A"),
        ("0", "0.00", "E"),
        ("0.00005", "0.01", "E"),
    ],
)
def test_the_total_is_rounded_half_up_before_its_category_is_looked_up(
    share: str, value: str, category: str
) -> None:
    found = total(of_values(share, "1"), {IndicatorId("i.0"): Chosen(OptionId("v0"))})
    assert (found.value, found.category) == (value, category)


def test_the_zone_is_that_of_the_category() -> None:
    assert total(small(), ALL_FULL).zone is Zone.GREEN


def test_full_marks_are_what_the_instrument_says() -> None:
    asked = instrument((node("n", "1", (indicator("i"),)),), maximum="5")
    assert total(asked, {IndicatorId("i"): Chosen(HALF)}).value == "2.50"


def test_thirds_are_exact() -> None:
    answers: dict[IndicatorId, Answer] = {
        IndicatorId(f"i.{at}"): Chosen(FULL if at else NONE) for at in range(3)
    }
    assert total(of_weights(["1", "1", "1"]), answers).exact == (200, 3)


def test_an_option_that_the_instrument_does_not_know_is_no_answer() -> None:
    answers = {**ALL_FULL, A1: Chosen(OptionId("surprise"))}
    rest = {one: answer for one, answer in ALL_FULL.items() if one != A1}
    assert score(small(), answers) == score(small(), rest)


def test_an_answer_to_an_unknown_indicator_is_passed_over() -> None:
    answers = {**ALL_FULL, IndicatorId("z.9"): Chosen(NONE)}
    assert score(small(), answers) == score(small(), ALL_FULL)


def test_an_instrument_is_compiled_once() -> None:
    asked = small()
    assert compiled(asked) is compiled(asked)


BUNDLED = [(one, version, folder) for one, version, folder in bundled_instruments.bundled()]


def golden() -> list[tuple[InstrumentId, str, codec.Json]]:
    """The vectors of every instrument that ships."""
    return [
        (one, version, vector)
        for one, version, folder in BUNDLED
        for vector in json.loads(Path(folder / "vectors.json").read_text("utf-8"))
    ]


@pytest.mark.parametrize("one,version,vector", golden())
def test_a_golden_vector_holds(one: InstrumentId, version: str, vector: codec.Json) -> None:
    answers: dict[IndicatorId, Answer] = {
        IndicatorId(name): Chosen(OptionId(it["option"]))
        if "option" in it
        else Excluded(it["not_applicable"])
        for name, it in vector["answers"].items()
    }
    expected = vector["expect"]
    found = score(bundled_instruments.load_bundled(one, version), answers)
    number = found.total
    values: tuple[str | None, str | None, str | None] = (None, None, None)
    if isinstance(number, Score):
        values = (number.value, number.category, number.zone)
    assert values == (expected["total"], expected["category"], expected["zone"])
    assert found.answered == expected["answered"]
