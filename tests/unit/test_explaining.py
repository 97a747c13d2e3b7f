"""A score explains itself: contributions add up, and the way upward is true and shortest."""

import itertools
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kepatuhan_desktop.domain.bands import bands_of
from kepatuhan_desktop.domain.explaining import Way, explain
from kepatuhan_desktop.domain.ids import CategoryId, IndicatorId, OptionId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.scoring import Answer, Answers, Chosen, Excluded, Score, score
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
    of_weights,
    options_of,
    small,
)

# Drawing a tree takes far longer than scoring it.
FEW = settings(max_examples=40)

Case = tuple[Instrument, dict[IndicatorId, Answer]]
LARGEST = 6
"""Indicators that a brute force over all sets of changes can bear."""


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A small tree with answers."""
    asked = draw(instruments.instruments(most=2))
    assume(len(asked.indicators) <= LARGEST)
    return asked, draw(instruments.answers_to(asked))


def applied(answers: Answers, way: Way) -> dict[IndicatorId, Answer]:
    """The answers after the steps."""
    return {**answers, **{step.indicator: Chosen(step.after) for step in way.steps}}


def changes(asked: Instrument, answers: Answers, size: int) -> Iterator[dict[IndicatorId, Answer]]:
    """The answers after every set of `size` changes of what is chosen."""
    chosen = [one for one, answer in answers.items() if isinstance(answer, Chosen)]
    for some in itertools.combinations(chosen, size):
        options = [options_of(asked.indicators[one]) for one in some]
        for picked in itertools.product(*options):
            new = {one: Chosen(it.id) for one, it in zip(some, picked, strict=True)}
            yield {**answers, **new}


def value(asked: Instrument, answers: Answers) -> str:
    """The shown total."""
    found = score(asked, answers).total
    assert isinstance(found, Score)
    return found.value


def category(asked: Instrument, answers: Answers) -> CategoryId | None:
    """The name of the score."""
    found = score(asked, answers).total
    return found.category if isinstance(found, Score) else None


@FEW
@given(cases())
def test_contributions_add_up_to_the_total(case: Case) -> None:
    asked, answers = case
    found = score(asked, answers).total
    rows = explain(asked, answers).contributions
    exact = Fraction(*found.exact) if isinstance(found, Score) else Fraction(0)
    shown = sum((Fraction(row.points) for row in rows), Fraction(0))
    # Each row is rounded on its own, by half a cent at most.
    assert abs(shown - exact) <= Fraction(len(rows), 200)


@FEW
@given(cases())
def test_shares_add_up_to_full_marks(case: Case) -> None:
    asked, answers = case
    rows = explain(asked, answers).contributions
    if isinstance(score(asked, answers).total, Score):
        shown = sum((Fraction(row.share) for row in rows), Fraction(0))
        assert abs(shown - 100) <= Fraction(len(rows), 200)


@FEW
@given(cases())
def test_what_is_given_and_what_is_lost_make_the_share(case: Case) -> None:
    for row in explain(*case).contributions:
        gap = Decimal(row.points) + Decimal(row.lost) - Decimal(row.share)
        assert abs(gap) <= Decimal("0.01")


@FEW
@given(cases())
def test_the_way_reaches_the_category_when_it_is_gone(case: Case) -> None:
    asked, answers = case
    way = explain(asked, answers).way
    if way is not None:
        after = applied(answers, way)
        assert value(asked, after) == way.reaches
        assert Decimal(way.reaches) >= Decimal(way.threshold)


@FEW
@given(cases())
def test_the_way_aims_at_the_next_category(case: Case) -> None:
    asked, answers = case
    way, found = explain(asked, answers).way, score(asked, answers).total
    if way is not None:
        assert isinstance(found, Score)
        names = [one.id for one in asked.categories]
        assert names.index(way.category) == names.index(found.category) - 1


@given(cases())
def test_no_smaller_set_of_changes_reaches_the_category(case: Case) -> None:
    asked, answers = case
    way = explain(asked, answers).way
    if way is None:
        return
    for size in range(len(way.steps)):
        for after in changes(asked, answers, size):
            assert Decimal(value(asked, after)) < Decimal(way.threshold)


@FEW
@given(cases())
def test_without_a_way_no_set_of_changes_gets_further(case: Case) -> None:
    asked, answers = case
    before = category(asked, answers)
    if before is None or explain(asked, answers).way is not None:
        return
    best = {
        one: Chosen(max(options_of(asked.indicators[one]), key=lambda it: Decimal(it.value)).id)
        if isinstance(answer, Chosen)
        else answer
        for one, answer in answers.items()
    }
    names = [one.id for one in asked.categories]
    after = category(asked, best)
    assert before == names[0] or (after is not None and names.index(after) >= names.index(before))


@FEW
@given(cases())
def test_every_step_improves_its_answer(case: Case) -> None:
    asked, answers = case
    way = explain(asked, answers).way
    for step in way.steps if way else ():
        assert answers[step.indicator] == Chosen(step.before)
        values = {it.id: Decimal(it.value) for it in options_of(asked.indicators[step.indicator])}
        assert values[step.after] > values[step.before]


@FEW
@given(cases())
def test_no_step_can_be_weakened(case: Case) -> None:
    asked, answers = case
    way = explain(asked, answers).way
    for step in way.steps if way else ():
        values = {it.id: Decimal(it.value) for it in options_of(asked.indicators[step.indicator])}
        weaker = [it for it in values if values[step.before] < values[it] < values[step.after]]
        for it in weaker:
            assert way is not None
            after = {**applied(answers, way), step.indicator: Chosen(it)}
            assert Decimal(value(asked, after)) < Decimal(way.threshold)


ALL = (A1, A2, A3, B1, B2)


def test_at_the_top_there_is_no_way() -> None:
    assert explain(small(), {one: Chosen(FULL) for one in ALL}).way is None


def test_where_nothing_is_scored_there_is_no_way() -> None:
    assert explain(small(), {A1: Excluded("x")}).way is None


def test_what_is_unanswered_or_left_out_contributes_nothing() -> None:
    rows = explain(small(), {A1: Chosen(HALF), A2: Excluded("x")}).contributions
    assert [row.indicator for row in rows] == [A1]


def test_the_distance_is_from_the_shown_score_to_the_threshold() -> None:
    answers = {IndicatorId("i.0"): Chosen(HALF), IndicatorId("i.1"): Chosen(HALF)}
    way = explain(of_weights(["1", "1"]), answers).way
    assert way is not None
    assert (way.threshold, way.distance) == ("54.00", "4.00")


def test_the_single_change_that_suffices_is_named() -> None:
    weights = ["1", "1", "6"]
    answers = {IndicatorId(f"i.{at}"): Chosen(HALF) for at in range(3)}
    way = explain(of_weights(weights), answers).way
    assert way is not None
    assert [(step.indicator, step.after, step.gain) for step in way.steps] == [
        (IndicatorId("i.2"), FULL, "37.50")
    ]


def test_a_step_asks_for_no_more_than_is_needed() -> None:
    answers: dict[IndicatorId, Answer] = {IndicatorId("i.0"): Chosen(NONE)}
    way = explain(of_weights(["1"]), answers).way
    assert way is not None
    assert [step.after for step in way.steps] == [OptionId(HALF)]


def test_contributions_stand_in_the_order_of_the_instrument() -> None:
    answers: dict[IndicatorId, Answer] = {one: Chosen(HALF) for one in reversed(ALL)}
    assert [row.indicator for row in explain(small(), answers).contributions] == list(ALL)


def test_the_shares_of_the_small_instrument() -> None:
    answers: dict[IndicatorId, Answer] = {one: Chosen(FULL) for one in ALL}
    rows = explain(small(), answers).contributions
    assert [row.share for row in rows] == ["33.33", "16.67", "16.67", "8.33", "25.00"]
    assert bands_of(small()).text(10000) == "100.00"
