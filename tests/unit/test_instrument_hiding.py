"""A fault of shape hides no fault of meaning, and none is told that only mending made."""

import copy
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kepatuhan_desktop import codec
from kepatuhan_desktop.domain.instrument_check import Problem
from kepatuhan_desktop.services import bundled_instruments, instrument_files

Plant = Callable[[codec.Json], object]
COMPONENTS = "/nodes/0/nodes"
LEAF = f"{COMPONENTS}/0/indicators"


def shipped() -> codec.Json:
    """What ships, with two questions in each component and two components in the second group."""
    one, version, _ = bundled_instruments.bundled()[0]
    value = codec.loads(codec.canonical(bundled_instruments.load_bundled(one, version)))
    for group in value["nodes"]:
        for node in group["nodes"]:
            del node["indicators"][2:]
    del value["nodes"][1]["nodes"][2:]
    return value


SHIPPED = shipped()


def at(value: codec.Json, place: str) -> codec.Json:
    """What stands at a JSON pointer."""
    for step in place.split("/")[1:]:
        value = value[int(step) if isinstance(value, list) else step]
    return value


def put(place: str, new: codec.Json) -> Plant:
    """Something else at a place."""
    parent, _, name = place.rpartition("/")
    return lambda value: at(value, parent).__setitem__(
        int(name) if isinstance(at(value, parent), list) else name, new
    )


def leave_out(place: str) -> Plant:
    """Nothing at a place."""
    parent, _, name = place.rpartition("/")
    return lambda value: at(value, parent).pop(name)


MEANING: dict[str, Plant] = {
    "/maximum": put("/maximum", "0"),
    f"{COMPONENTS}/1/id": put(f"{COMPONENTS}/1/id", "b"),
    f"{COMPONENTS}/2/code": put(f"{COMPONENTS}/2/code", "b"),
    f"{COMPONENTS}/3/icon": put(f"{COMPONENTS}/3/icon", "nosuch"),
    f"{COMPONENTS}/4/title": put(f"{COMPONENTS}/4/title", {"id": " ", "en": "x"}),
    f"{COMPONENTS}/1/indicators/0/code": put(f"{COMPONENTS}/1/indicators/0/code", "b.2"),
    f"{COMPONENTS}/2/indicators/0/subject": put(f"{COMPONENTS}/2/indicators/0/subject", "nobody"),
    f"{LEAF}/1/scale/options": put(f"{LEAF}/1/scale/options/2/value", "0.9"),
    "/replaces": put("/replaces", ["2024.1"]),
}
"""Faults that only meaning tells, by the place where they are told."""
SHAPE: dict[str, Plant] = {
    f"{LEAF}/0/scale/options/1": leave_out(f"{LEAF}/0/scale/options/1/value"),
    f"{LEAF}/0/scale/type": put(f"{LEAF}/0/scale", {"type": "magic"}),
    f"{LEAF}/0": put(f"{LEAF}/0", "what is asked"),
    f"{LEAF}/0/scale": put(f"{LEAF}/0/scale", 3),
    f"{LEAF}/0/scale/options": put(f"{LEAF}/0/scale/options", None),
    f"{COMPONENTS}/0/weight": put(f"{COMPONENTS}/0/weight", "2"),
    "/about": put("/about", "words"),
    "/rounding": put("/rounding", []),
    "/categories/1": leave_out("/categories/1/lowest"),
    f"{COMPONENTS}/5/indicators": put(f"{COMPONENTS}/5/indicators", {}),
    "/nodes/1/nodes": put("/nodes/1/nodes", "none"),
    "/gates": put("/gates", "none"),
}
"""Faults that cannot be mended by leaving out or by a word that is known, by their place."""


def examined(folder: Path, *plants: Plant) -> list[Problem]:
    """What refuses the shipped definition with these faults in it."""
    value = copy.deepcopy(SHIPPED)
    for plant in plants:
        plant(value)
    path = folder / "instrument.json"
    path.write_text(json.dumps(value), encoding="utf-8")
    instrument, problems = instrument_files.examine(path)
    assert instrument is None
    return [problem for problem in problems if problem.severity == "error"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    planted=st.sets(st.sampled_from(sorted(MEANING)), min_size=1),
    shape=st.sampled_from(sorted(SHAPE)),
)
def test_a_fault_of_shape_hides_no_fault_of_meaning(
    tmp_path: Path, planted: set[str], shape: str
) -> None:
    told = examined(tmp_path, *(MEANING[one] for one in sorted(planted)), SHAPE[shape])
    assert {*planted, shape} <= {one.place for one in told}


@pytest.mark.parametrize("shape", sorted(SHAPE))
def test_mending_makes_no_fault(tmp_path: Path, shape: str) -> None:
    assert [one.place for one in examined(tmp_path, SHAPE[shape])] == [shape]


def test_faults_of_shape_behind_another_are_told(tmp_path: Path) -> None:
    scale = f"{LEAF}/0/scale"
    told = examined(
        tmp_path, put(f"{scale}/type", "magic"), leave_out(f"{scale}/options/1/descriptor")
    )
    assert {one.place for one in told} == {f"{scale}/type", f"{scale}/options/1"}


def test_an_unknown_icon_is_a_fault_with_its_place(tmp_path: Path) -> None:
    (found,) = examined(tmp_path, put(f"{COMPONENTS}/3/icon", "nosuch"))
    assert found.place == f"{COMPONENTS}/3/icon"
    assert "nosuch" in found.message["en"]
