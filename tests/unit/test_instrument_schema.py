"""The JSON Schema and the program's types describe the same format."""

import json

import msgspec
import pytest

from kepatuhan_desktop import assets, codec
from kepatuhan_desktop.domain import instrument as types

SCHEMA: codec.Json = json.loads(
    assets.path("resources", "schemas", "instrument.schema.json").read_text("utf-8")
)
STRUCTS = [
    kind
    for kind in vars(types).values()
    if isinstance(kind, type)
    and issubclass(kind, msgspec.Struct)
    and kind.__module__ == types.__name__
]


def definition(kind: type[msgspec.Struct]) -> codec.Json:
    """The part of the schema that describes a type."""
    if kind is types.Instrument:
        return SCHEMA
    return SCHEMA["$defs"][kind.__name__[0].lower() + kind.__name__[1:]]


@pytest.mark.parametrize("kind", STRUCTS, ids=lambda kind: kind.__name__)
def test_schema_and_type_have_the_same_fields(kind: type[msgspec.Struct]) -> None:
    fields = {one.encode_name: one.required for one in msgspec.structs.fields(kind)}
    tag = kind.__struct_config__.tag_field
    if tag is not None:
        fields[tag] = True
    rule = definition(kind)
    assert set(rule["properties"]) == set(fields)
    assert set(rule["required"]) == {name for name, required in fields.items() if required}
    assert rule["additionalProperties"] is False


def test_every_definition_of_the_schema_belongs_to_a_type() -> None:
    plain = {"decimal", "id", "text", "optionalText", "official", "scale"}
    named = {kind.__name__[0].lower() + kind.__name__[1:] for kind in STRUCTS} - {"instrument"}
    assert set(SCHEMA["$defs"]) == named | plain


@pytest.mark.parametrize(
    "place, kind",
    [
        (("official",), types.Official),
        (("indicator", "properties", "methods", "items"), types.Method),
    ],
)
def test_schema_and_type_know_the_same_words(place: tuple[str, ...], kind: type) -> None:
    rule = SCHEMA["$defs"]
    for step in place:
        rule = rule[step]
    assert set(rule["enum"]) == {one.value for one in kind}  # type: ignore[attr-defined]  # a StrEnum


@pytest.mark.parametrize(
    "holder, name, kind",
    [("indicator", "medium", types.Medium), ("category", "zone", types.Zone)],
)
def test_schema_and_type_know_the_same_words_or_none(holder: str, name: str, kind: type) -> None:
    choices = SCHEMA["$defs"][holder]["properties"][name]["enum"]
    assert set(choices) == {*(one.value for one in kind), None}  # type: ignore[attr-defined]  # a StrEnum


def test_the_schema_is_valid_and_of_draft_2020_12() -> None:
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - only this test needs it

    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
