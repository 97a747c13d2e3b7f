"""The golden vectors hold by a second calculation that shares no code with the program."""

import json
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.ids import IndicatorId, InstrumentId, OptionId
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded, NotScored, score
from kepatuhan_desktop.services import bundled_instruments

FOLDER = Path(__file__).parents[2] / "resources" / "instruments" / "uu25-14" / "2024.1"
AUTHORED: codec.Json = yaml.safe_load((FOLDER / "instrument.yaml").read_text(encoding="utf-8"))
VECTORS: list[codec.Json] = json.loads((FOLDER / "vectors.json").read_text(encoding="utf-8"))


def independent_total(instrument: codec.Json, answers: codec.Json) -> Fraction | None:
    """The exact total by recursion over the plain YAML, or None where nothing counts."""

    def mean(parts: list[tuple[str, Fraction | None]]) -> Fraction | None:
        known = [(Fraction(weight), value) for weight, value in parts if value is not None]
        denominator = sum((weight for weight, _ in known), Fraction(0))
        if denominator == 0:
            return None
        return sum((weight * value for weight, value in known), Fraction(0)) / denominator

    def leaf(indicator: codec.Json) -> Fraction | None:
        option = answers.get(indicator["id"], {}).get("option")
        values = {one["id"]: Fraction(one["value"]) for one in indicator["scale"]["options"]}
        return None if option is None else values[option]

    def node(one: codec.Json) -> Fraction | None:
        parts = [(child["weight"]["value"], node(child)) for child in one.get("nodes", [])]
        parts += [(leaf_["weight"]["value"], leaf(leaf_)) for leaf_ in one.get("indicators", [])]
        return mean(parts)

    share = mean([(root["weight"]["value"], node(root)) for root in instrument["nodes"]])
    return None if share is None else share * Fraction(instrument["maximum"])


def independent_expectation(instrument: codec.Json, answers: codec.Json) -> codec.Json:
    """What a vector must expect, calculated from the plain YAML."""
    exact = independent_total(instrument, answers)
    excluded = sum("not_applicable" in answer for answer in answers.values())
    counts = {"answered": len(answers), "applicable": len(indicators(instrument)) - excluded}
    if exact is None:
        return {"total": None, "category": None, "zone": None, **counts}
    step = Decimal(1).scaleb(-instrument["rounding"]["places"])
    # 28 digits hold the quotient well beyond the last rounded place; ties are short decimals.
    total = (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, ROUND_HALF_UP)
    category = next(
        one
        for one in instrument["categories"]
        if Decimal(one["lowest"]) <= total <= Decimal(one["highest"])
    )
    return {"total": str(total), "category": category["id"], "zone": category["zone"], **counts}


def indicators(instrument: codec.Json) -> list[codec.Json]:
    """The indicators of the YAML, in reading order."""
    return [
        indicator
        for group in instrument["nodes"]
        for component in group["nodes"]
        for indicator in component["indicators"]
    ]


def _by_name(name: str) -> codec.Json:
    return next(vector for vector in VECTORS if vector["name"] == name)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_independent_calculation_confirms(vector: codec.Json) -> None:
    assert independent_expectation(AUTHORED, vector["answers"]) == vector["expect"]


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["name"])
def test_the_program_scores_as_expected(vector: codec.Json) -> None:
    instrument = bundled_instruments.load_bundled(InstrumentId("uu25-14"), "2024.1")
    answers: dict[IndicatorId, Answer] = {
        IndicatorId(indicator): Chosen(OptionId(answer["option"]))
        if "option" in answer
        else Excluded(answer["not_applicable"])
        for indicator, answer in vector["answers"].items()
    }

    result = score(instrument, answers)

    found: codec.Json = {"total": None, "category": None, "zone": None}
    if not isinstance(result.total, NotScored):
        found = {
            "total": result.total.value,
            "category": result.total.category,
            "zone": result.total.zone,
        }
    excluded = sum(isinstance(answer, Excluded) for answer in answers.values())
    counts = {"answered": result.answered, "applicable": result.indicators - excluded}
    assert {**found, **counts} == vector["expect"]


def test_there_are_vectors_for_every_category_and_on_both_sides_of_every_bound() -> None:
    totals = {vector["expect"]["total"] for vector in VECTORS}
    for bound in ("88.00", "78.00", "54.00", "32.00"):
        assert {bound, str(Decimal(bound) - Decimal("0.01"))} <= totals
    assert {vector["expect"]["category"] for vector in VECTORS} == {*"ABCDE", None}
    assert len(VECTORS) >= 12


def test_one_answer_alone_is_its_own_value() -> None:
    assert independent_total(AUTHORED, {"b.1": {"option": "partial"}}) == 50
    assert _by_name("one-answer")["expect"]["total"] == "50.00"


def test_two_answers_in_one_component_weigh_2_to_3() -> None:
    answers = {"b.1": {"option": "partial"}, "b.3": {"option": "same"}}
    # (2 × 0.5 + 3 × 1) / 5 = 0.8, and the component is all there is.
    assert independent_total(AUTHORED, answers) == 80


def test_one_component_of_each_group_weighs_6_to_8() -> None:
    answers = {"b.1": {"option": "full"}, "a.1": {"option": "none"}}
    # (6 × 1 + 8 × 0) / 14 of 100
    assert independent_total(AUTHORED, answers) == Fraction(600, 14)
    assert _by_name("one-answer-per-group")["expect"]["total"] == "42.86"


def test_what_does_not_apply_counts_neither_way() -> None:
    answers = {"e.1": {"option": "partial"}}
    excluded = {**answers, "e.2": {"not_applicable": "gratis"}}
    assert independent_total(AUTHORED, answers) == independent_total(AUTHORED, excluded) == 50


def test_a_tie_is_rounded_up() -> None:
    vector = _by_name("tie-rounds-up")
    exact = independent_total(AUTHORED, vector["answers"])
    assert exact is not None
    assert exact * 1000 % 10 == 5
    assert Fraction(vector["expect"]["total"]) == exact + Fraction(5, 1000)
