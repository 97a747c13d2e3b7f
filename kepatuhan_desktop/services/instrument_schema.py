"""Hold plain values against the JSON Schema and say every fault in words. Changes nothing."""

import copy
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kepatuhan_desktop import assets, codec
from kepatuhan_desktop.domain.instrument import Text
from kepatuhan_desktop.domain.instrument_problems import Problem, words
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.services.instrument_source import Plain, pointer

if TYPE_CHECKING:
    from jsonschema import ValidationError

_TYPES = {
    "string": ("teks (dengan tanda kutip)", "text (in quotes)"),
    "integer": ("bilangan bulat", "a whole number"),
    "boolean": ("true atau false", "true or false"),
    "array": ("daftar", "a list"),
    "object": ("sekumpulan bidang", "a set of fields"),
    "null": ("null", "null"),
}
_LONGEST_QUOTE = 60
_PLACEHOLDERS: dict[str, Plain] = {
    "#/$defs/text": {"id": "–", "en": "–"},
    "#/$defs/official": "unknown",
    "#/$defs/weight": {"value": "1", "official": "unknown", "source": "–"},
}


def examine_shape(value: Plain) -> tuple[list[Problem], Plain]:
    """Every place where `value` has not the shape of an instrument, and a mended copy.

    The copy lets the meaning of the rest be checked at once; it is never installed.
    """
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - start-up does not need it

    schema = codec.loads(assets.path("resources", "schemas", "instrument.schema.json").read_bytes())
    faults: list[ValidationError] = list(Draft202012Validator(schema).iter_errors(value))
    mended = copy.deepcopy(value)
    for fault in faults:
        _mend(mended, fault)
    return [problem for fault in faults for problem in _problems(fault)], mended


def _mend(root: Plain, fault: "ValidationError") -> None:
    """Drop unknown fields and fill in what cannot cause a fault of its own."""
    path = list(fault.absolute_path)
    parent, found = None, root
    for step in path:
        parent, found = found, _member(found, step)
    rule, wanted = str(fault.validator), fault.validator_value
    if rule == "additionalProperties" and wanted is False and isinstance(found, dict):
        for name in set(found) - set(fault.schema["properties"]):
            del found[name]
    elif rule == "required" and isinstance(found, dict):
        name = _missing(fault)
        kind = fault.schema.get("properties", {}).get(name, {}).get("$ref", "")
        if kind in _PLACEHOLDERS:
            found[name] = copy.deepcopy(_PLACEHOLDERS[kind])
    elif rule in {"enum", "const"}:
        _replace(parent, path, wanted[-1] if rule == "enum" else wanted)
    elif rule == "type" and wanted == "string" and type(found) is int:
        _replace(parent, path, str(found))


def _member(value: Plain, step: str | int) -> Plain:
    if isinstance(value, dict) and isinstance(step, str):
        return value[step]
    if isinstance(value, list) and isinstance(step, int):
        return value[step]
    raise BugError(f"the schema names a place that is not there: {step}")


def _replace(parent: Plain, path: list[str | int], value: Plain) -> None:
    if isinstance(parent, dict):
        parent[str(path[-1])] = value
    elif isinstance(parent, list):
        parent[int(path[-1])] = value


def _missing(fault: "ValidationError") -> str:
    # jsonschema reports each missing field on its own and names it only in its message.
    return str(fault.message.split("'")[1])


def _problems(fault: "ValidationError") -> Iterator[Problem]:
    place = ""
    for step in fault.absolute_path:
        place = pointer(place, step)
    rule = str(fault.validator)
    if rule == "additionalProperties" and fault.validator_value is False:
        known = fault.schema["properties"]
        for name in fault.instance:
            if name not in known:
                yield _problem(
                    pointer(place, name),
                    f"Bidang {_short(name)} tidak dikenal. Yang dikenal: {', '.join(known)}.",
                    f"The field {_short(name)} is unknown. Known are: {', '.join(known)}.",
                )
        return
    yield Problem(place=place, message=_sentence(rule, fault))


def _sentence(rule: str, fault: "ValidationError") -> Text:  # noqa: PLR0911 - one line per rule
    wanted, found = fault.validator_value, _short(fault.instance)
    match rule:
        case "required":
            name = _missing(fault)
            return words(f"Bidang “{name}” harus ada.", f"The field “{name}” is missing.")
        case "type":
            kinds = [_TYPES[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted)]
            indonesian = " atau ".join(kind[0] for kind in kinds)
            english = " or ".join(kind[1] for kind in kinds)
            return words(f"Harus {indonesian}, bukan {found}.", f"Must be {english}, not {found}.")
        case "enum" | "const":
            choices = ", ".join(_short(one) for one in (wanted if rule == "enum" else [wanted]))
            return words(
                f"{found} tidak dikenal; pilih salah satu: {choices}.",
                f"{found} is unknown; choose one of: {choices}.",
            )
        case "pattern":
            return words(
                f"{found} tidak sesuai dengan pola {wanted}.",
                f"{found} does not match the pattern {wanted}.",
            )
        case "minItems" | "minLength":
            return words(
                f"Terlalu sedikit; paling sedikit {wanted}.", f"Too few; at least {wanted}."
            )
        case "maxItems" | "maxLength" | "items":
            most = fault.schema.get("minItems", wanted) if rule == "items" else wanted
            return words(f"Terlalu banyak; paling banyak {most}.", f"Too many; at most {most}.")
        case "minimum":
            return words(f"Paling sedikit {wanted}.", f"At least {wanted}.")
        case "maximum":
            return words(f"Paling banyak {wanted}.", f"At most {wanted}.")
    return words(f"Tidak sesuai dengan skema ({rule}).", f"Does not fit the schema ({rule}).")


def _problem(place: str, indonesian: str, english: str) -> Problem:
    return Problem(place=place, message=words(indonesian, english))


def _short(value: Plain) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
    return f"“{text}”" if isinstance(value, str) else text
