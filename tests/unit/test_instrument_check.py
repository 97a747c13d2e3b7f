"""Every kind of fault in a definition is found, named and placed."""

from collections.abc import Callable

import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.instrument_check import Problem, check

Change = Callable[[codec.Json], None]
SCALE = "/nodes/0/nodes/0/indicators/0/scale"
LEAF = "/nodes/0/nodes/0/indicators/0"
TEXT = {"id": "kata", "en": "word"}
WEIGHT = {"value": "1", "official": "no", "source": "uji"}


def option(name: str, value: str) -> codec.Json:
    """A sound option."""
    return {"id": name, "label": TEXT, "descriptor": TEXT, "value": value}


def leaf(name: str) -> codec.Json:
    """A sound indicator."""
    return {
        "id": name,
        "code": name,
        "question": TEXT,
        "check": TEXT,
        "methods": ["observation"],
        "weight": dict(WEIGHT),
        "scale": {"type": "options", "options": [option("no", "0"), option("yes", "1")]},
    }


def branch(name: str, **more: codec.Json) -> codec.Json:
    """A sound node but for its content."""
    return {"id": name, "kind": "component", "title": TEXT, "weight": dict(WEIGHT), **more}


def sound() -> codec.Json:
    """A small definition without any problem."""
    return {
        "format": 1,
        "id": "uji",
        "version": "1",
        "title": TEXT,
        "short": TEXT,
        "about": TEXT,
        "official": "no",
        "maximum": "100",
        "rounding": {"places": 2},
        "not_applicable": "leaves_denominator",
        "categories": [
            {"id": "A", "label": TEXT, "zone": "green", "lowest": "50.00", "highest": "100"},
            {"id": "B", "label": TEXT, "zone": "red", "lowest": "0", "highest": "49.99"},
        ],
        "nodes": [
            branch("top", nodes=[branch("x", code="x", indicators=[leaf("x.1"), leaf("x.2")])]),
        ],
    }


def set_to(place: str, value: codec.Json) -> Change:
    """A change that puts `value` at a JSON pointer."""

    def change(root: codec.Json) -> None:
        *way, last = place.split("/")[1:]
        for step in way:
            root = root[int(step)] if isinstance(root, list) else root[step]
        root[int(last) if isinstance(root, list) else last] = value

    return change


def problems_after(*changes: Change) -> list[Problem]:
    """What the checker says once a sound definition has been spoilt."""
    root = codec.loads(codec.canonical(sound()))
    for change in changes:
        change(root)
    return check(codec.typed(root, Instrument))


def test_a_sound_definition_has_no_problem() -> None:
    assert problems_after() == []


FAULTS = [
    ("/id", set_to("/id", "Uji 14")),
    ("/version", set_to("/version", "v1")),
    ("/replaces", set_to("/replaces", ["1"])),
    ("/rounding/places", set_to("/rounding/places", 9)),
    ("/maximum", set_to("/maximum", "0")),
    ("/maximum", set_to("/maximum", "seratus")),
    ("/title", set_to("/title", {"en": "word"})),
    ("/title", set_to("/title", {"id": " ", "en": "word"})),
    ("/categories", set_to("/categories", [])),
    ("/categories/1/id", set_to("/categories/1/id", "A")),
    ("/categories/1/lowest", set_to("/categories/1/lowest", "-1")),
    ("/categories/1/highest", set_to("/categories/1/highest", "49.00")),
    ("/categories/1/highest", set_to("/categories/1/highest", "50.00")),
    ("/categories/0/highest", set_to("/categories/0/highest", "99")),
    ("/categories/1/lowest", set_to("/categories/1/lowest", "1")),
    ("/categories/1/lowest", set_to("/categories/1/lowest", "49.995")),
    ("/nodes", set_to("/nodes", [])),
    ("/nodes/0/nodes/0/id", set_to("/nodes/0/nodes/0/id", "top")),
    ("/nodes/0/nodes/0/id", set_to("/nodes/0/nodes/0/id", "x y")),
    ("/nodes/0/nodes/0/code", set_to("/nodes/0/code", "x")),
    ("/nodes/0/nodes/0", set_to("/nodes/0/nodes/0/indicators", [])),
    ("/nodes/0", set_to("/nodes/0/indicators", [leaf("y.1")])),
    ("/nodes/0/nodes/0/indicators/1/id", set_to("/nodes/0/nodes/0/indicators/1/id", "x.1")),
    ("/nodes/0/nodes/0/indicators/1/code", set_to("/nodes/0/nodes/0/indicators/1/code", "x.1")),
    (f"{LEAF}/code", set_to(f"{LEAF}/code", " ")),
    (f"{LEAF}/methods", set_to(f"{LEAF}/methods", [])),
    (f"{LEAF}/methods/1", set_to(f"{LEAF}/methods", ["interview", "interview"])),
    (f"{LEAF}/weight/value", set_to(f"{LEAF}/weight/value", "-1")),
    (f"{LEAF}/weight/value", set_to(f"{LEAF}/weight/value", "1,5")),
    (f"{LEAF}/weight/value", set_to(f"{LEAF}/weight/value", "1e3")),
    (f"{LEAF}/weight/value", set_to(f"{LEAF}/weight/value", "9" * 21)),
    (
        f"{LEAF}/weight/source",
        set_to(f"{LEAF}/weight", {"value": "1", "official": "yes"}),
    ),
    ("/nodes", set_to("/nodes/0/weight/value", "0")),
    ("/nodes/0/nodes", set_to("/nodes/0/nodes/0/weight/value", "0.0")),
    (f"{SCALE}/options", set_to(f"{SCALE}/options", [option("yes", "1")])),
    (
        f"{SCALE}/options",
        set_to(f"{SCALE}/options", [option(f"o{at}", str(min(at, 1))) for at in range(10)]),
    ),
    (f"{SCALE}/options/1/id", set_to(f"{SCALE}/options/1/id", "no")),
    (f"{SCALE}/options/1/value", set_to(f"{SCALE}/options/1/value", "1.1")),
    (f"{SCALE}/options/1/value", set_to(f"{SCALE}/options/1/value", "penuh")),
    (f"{SCALE}/options", set_to(f"{SCALE}/options/1/value", "0.9")),
    (
        f"{SCALE}/options/1/evidence/0/minimum",
        set_to(f"{SCALE}/options/1/evidence", [{"kind": "any", "label": TEXT, "minimum": 0}]),
    ),
    (f"{LEAF}/subject", set_to(f"{LEAF}/subject", "petugas")),
    (f"{LEAF}/variants/0", set_to(f"{LEAF}/variants", ["daring"])),
    (
        "/gates/0/node",
        set_to("/gates", [{"category": "A", "node": "tidak-ada", "minimum": "50"}]),
    ),
    ("/gates/0/category", set_to("/gates", [{"category": "Z", "node": "x", "minimum": "50"}])),
    ("/gates/0/minimum", set_to("/gates", [{"category": "A", "node": "x", "minimum": "?"}])),
    ("/composite/0/instrument", set_to("/composite", [{"instrument": "uji", "weight": WEIGHT}])),
    ("/subjects/0/minimum", set_to("/subjects", [{"id": "s", "label": TEXT, "minimum": 0}])),
    ("/variants/1", set_to("/variants", ["luring", "luring"])),
    ("/raters/1/id", set_to("/raters", [{"id": "r", "label": TEXT}] * 2)),
    (
        f"{SCALE}/mandatory/0",
        set_to(
            SCALE, {"type": "checklist", "items": [TEXT], "levels": ["0", "1"], "mandatory": [1]}
        ),
    ),
    (f"{SCALE}/levels", set_to(SCALE, {"type": "checklist", "items": [TEXT], "levels": ["1"]})),
    (
        f"{SCALE}/thresholds",
        set_to(SCALE, {"type": "count", "thresholds": [["2", "0"], ["1", "1"]]}),
    ),
    (f"{SCALE}/thresholds/0/0", set_to(SCALE, {"type": "count", "thresholds": [["a", "1"]]})),
    (f"{SCALE}/part", set_to(SCALE, {"type": "ratio", "part": {"id": ""}, "whole": TEXT})),
]


@pytest.mark.parametrize("place, change", FAULTS)
def test_a_fault_is_an_error_at_its_place(place: str, change: Change) -> None:
    errors = [problem for problem in problems_after(change) if problem.severity == "error"]
    assert place in [problem.place for problem in errors]
    assert all(problem.refuses for problem in errors)
    assert all(problem.message["id"] and problem.message["en"] for problem in errors)


WARNINGS = [
    ("/about", set_to("/about", {"id": "kata"})),
    (f"{LEAF}/weight/source", set_to(f"{LEAF}/weight/source", "")),
    (f"{LEAF}/not_applicable", set_to(f"{LEAF}/not_applicable", {"allowed": True})),
    (f"{SCALE}/options", set_to(f"{SCALE}/options", [option("yes", "1"), option("no", "0")])),
]


@pytest.mark.parametrize("place, change", WARNINGS)
def test_what_is_only_doubtful_does_not_refuse(place: str, change: Change) -> None:
    (problem,) = problems_after(change)
    assert (problem.place, problem.severity) == (place, "warning")
    assert not problem.refuses


UNSUPPORTED = [
    (SCALE, set_to(SCALE, {"type": "checklist", "items": [TEXT], "levels": ["0", "1"]})),
    (SCALE, set_to(SCALE, {"type": "count", "thresholds": [["0", "0"], ["3", "1"]]})),
    (SCALE, set_to(SCALE, {"type": "ratio", "part": TEXT, "whole": TEXT})),
    ("/subjects", set_to("/subjects", [{"id": "s", "label": TEXT}])),
    ("/raters", set_to("/raters", [{"id": "r", "label": TEXT}])),
    ("/gates", set_to("/gates", [{"category": "A", "node": "x", "minimum": "50"}])),
    ("/composite", set_to("/composite", [{"instrument": "lain", "weight": WEIGHT}])),
    ("/variants", set_to("/variants", ["luring"])),
]


@pytest.mark.parametrize("place, change", UNSUPPORTED)
def test_what_this_program_cannot_score_is_said_and_refused(place: str, change: Change) -> None:
    (problem,) = problems_after(change)
    assert (problem.place, problem.severity) == (place, "unsupported")
    assert problem.refuses


def test_an_indicator_that_repeats_per_subject_is_not_scored_yet() -> None:
    found = problems_after(
        set_to("/subjects", [{"id": "s", "label": TEXT}]), set_to(f"{LEAF}/subject", "s")
    )
    assert [(one.place, one.severity) for one in found] == [
        (f"{LEAF}/subject", "unsupported"),
        ("/subjects", "unsupported"),
    ]


def test_all_faults_are_reported_at_once() -> None:
    errors = [FAULTS[at] for at in (0, 10, 25, 27, 36)]
    found = {problem.place for problem in problems_after(*(change for _, change in errors))}
    assert {place for place, _ in errors} <= found


def test_two_options_may_earn_the_same() -> None:
    same = [option("none", "0"), option("empty", "0"), option("yes", "1")]
    assert problems_after(set_to(f"{SCALE}/options", same)) == []


def test_a_weight_of_0_among_others_is_informative_only() -> None:
    assert problems_after(set_to(f"{LEAF}/weight/value", "0")) == []


def test_a_problem_tells_its_place_in_both_languages() -> None:
    problem = Problem(place="/nodes/0", message=TEXT, line=42)
    assert problem.where() == "baris 42, /nodes/0"
    assert problem.where("en") == "line 42, /nodes/0"
    assert Problem(place="", message=TEXT).where() == "/"
