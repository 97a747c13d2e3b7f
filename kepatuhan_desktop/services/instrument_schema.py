"""Hold plain values against the JSON Schema and say every fault in words. Changes nothing."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from kepatuhan_desktop import assets, codec
from kepatuhan_desktop.domain.instrument import Text
from kepatuhan_desktop.domain.instrument_problems import Problem, words
from kepatuhan_desktop.services.instrument_mending import FILLINGS, Mending, missing_field
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
_ROUNDS = 8
"""Of mending: what is mended may have wrong parts of its own, and those again."""


def examine_shape(value: Plain) -> tuple[list[Problem], list[Mending]]:
    """Every place where `value` has not the shape of an instrument, and mended copies.

    The copies let the meaning of the rest be checked at once: what is wrong with all of them,
    where they do not tell what was invented, is wrong with the definition.
    """
    from jsonschema import Draft202012Validator  # noqa: PLC0415 - start-up does not need it

    schema = codec.loads(assets.path("resources", "schemas", "instrument.schema.json").read_bytes())
    validator = Draft202012Validator(schema)
    faults: list[ValidationError] = list(validator.iter_errors(value))
    mended: list[Mending] = []
    behind: list[list[Problem]] = []
    for filling in FILLINGS if faults else FILLINGS[:1]:
        mending, left = Mending(schema, value, filling), faults
        found: list[Problem] = []
        for _ in range(_ROUNDS):
            if not mending.mend(left):
                break
            left = list(validator.iter_errors(mending.value))
            found += [one for one in _told(left) if not mending.is_invented(one.place)]
        mended.append(mending)
        behind.append(found)
    return distinct([*_told(faults), *in_all(behind)]), mended


def in_all(found: Sequence[Sequence[Problem]]) -> list[Problem]:
    """The problems that every one of the lists has."""
    first, *others = found
    known = [set(map(_identity, one)) for one in others]
    return [one for one in first if all(_identity(one) in those for those in known)]


def distinct(problems: Iterable[Problem]) -> list[Problem]:
    """Each problem once, where it came first."""
    first: dict[tuple[str, str], Problem] = {}
    for one in problems:
        first.setdefault(_identity(one), one)
    return list(first.values())


def _identity(problem: Problem) -> tuple[str, str]:
    return problem.place, problem.message["id"]


def _told(faults: "Iterable[ValidationError]") -> list[Problem]:
    return [problem for fault in faults for problem in _problems(fault)]


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
            name = missing_field(fault)
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
