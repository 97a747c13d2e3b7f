"""Make a definition whose shape is wrong understandable, so that its meaning can be checked too.

What cannot be understood is filled in, in two different ways: a fault that both of them have
does not follow from the filling.
"""

import copy
import itertools
import re
from typing import TYPE_CHECKING

from kepatuhan_desktop import codec
from kepatuhan_desktop.services.instrument_source import Plain, pointer

if TYPE_CHECKING:
    from jsonschema import ValidationError

FILLINGS = (0, 1)
_SCALES = {"options": "options", "items": "checklist", "thresholds": "count", "part": "ratio"}
"""The type of a scale by a field that only it has."""
_UNGUESSED = ("ratio", "options")
"""The type of a scale without any of them, by filling."""


class Mending:
    """A copy of a definition, filled in one of the `FILLINGS`. It is never installed."""

    def __init__(self, schema: codec.Json, value: Plain, filling: int) -> None:
        self.value = copy.deepcopy(value)
        self._schema = schema
        self._filling = filling
        self._invented: set[str] = set()
        self._numbers = itertools.count(1)

    def mend(self, faults: "list[ValidationError]") -> bool:
        """Fill in, cut off and leave out where that is needed; False where nothing was."""
        mended = [self._mend(fault) for fault in faults]
        return any(mended)

    def is_invented(self, place: str) -> bool:
        """Whether what stands at `place` was filled in, alone or with what is around it."""
        return any(place == one or place.startswith(f"{one}/") for one in self._invented)

    def _mend(self, fault: "ValidationError") -> bool:
        path = list(fault.absolute_path)
        parent, found = None, self.value
        for step in path:
            parent, found = found, _member(found, step)
        rule, wanted = str(fault.validator), fault.validator_value
        if rule == "additionalProperties" and wanted is False and isinstance(found, dict):
            return _cut(found, set(found) - set(fault.schema["properties"]))
        if rule == "required" and isinstance(found, dict):
            name = missing_field(fault)
            known = fault.schema.get("properties", {}).get(name, {})
            is_type = "allOf" in fault.schema
            found[name] = self._scale(found) if is_type else self._filled(known)
            self._invented.add(pointer(_place(path), name))
        elif rule in {"enum", "const"}:
            is_type = path[-1:] == ["type"] and isinstance(parent, dict)
            choice = wanted[-1] if rule == "enum" else wanted
            self._replace(parent, path, self._scale(parent) if is_type else choice)
        elif rule == "type" and wanted == "string" and type(found) is int:
            _put(parent, path, str(found))
        elif rule == "type" or "prefixItems" in fault.schema:
            self._replace(parent, path, self._filled(fault.schema))
        else:
            return False
        return True

    def _replace(self, parent: Plain, path: list[str | int], value: Plain) -> None:
        _put(parent, path, value)
        self._invented.add(_place(path))

    def _scale(self, scale: Plain) -> Plain:
        known = scale if isinstance(scale, dict) else {}
        guessed = [kind for name, kind in _SCALES.items() if name in known]
        return guessed[0] if guessed else _UNGUESSED[self._filling]

    def _filled(self, rule: codec.Json) -> Plain:
        """Something that the rule allows and that is like nothing else in the definition."""
        if "$ref" in rule:
            rule = self._schema["$defs"][rule["$ref"].rpartition("/")[2]]
        if "enum" in rule or "const" in rule:
            choice: Plain = rule["enum"][-1] if "enum" in rule else rule["const"]
            return choice
        if "allOf" in rule:
            return self._filled({"$ref": "#/$defs/ratioScale"})
        kind = rule.get("type", "string")
        if kind == "object":
            known = rule.get("properties", {})
            return {name: self._filled(known.get(name, {})) for name in rule.get("required", ())}
        if kind == "array":
            return self._list(rule)
        if kind == "string":
            return self._text(rule.get("pattern", ""))
        return {"boolean": False, "integer": rule.get("minimum", 0)}.get(str(kind))

    def _list(self, rule: codec.Json) -> Plain:
        if "prefixItems" in rule:
            return [self._filled(one) for one in rule["prefixItems"]]
        count = max(1, rule.get("minItems", 1)) if self._filling else 0
        return [self._filled(rule["items"]) for _ in range(count)]

    def _text(self, pattern: str) -> str:
        name = f"terisi{self._filling}-{next(self._numbers)}"
        return name if re.search(pattern, name) else str(self._filling)


def missing_field(fault: "ValidationError") -> str:
    """Which field a fault of the rule `required` is about."""
    # jsonschema reports each missing field on its own and names it only in its message.
    return str(fault.message.split("'")[1])


def _place(path: list[str | int]) -> str:
    place = ""
    for step in path:
        place = pointer(place, step)
    return place


def _member(value: Plain, step: str | int) -> Plain:
    """None where an earlier mending replaced what was there."""
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    if isinstance(value, list) and isinstance(step, int) and step < len(value):
        return value[step]
    return None


def _put(parent: Plain, path: list[str | int], value: Plain) -> None:
    if isinstance(parent, dict):
        parent[str(path[-1])] = value
    elif isinstance(parent, list) and int(path[-1]) < len(parent):
        parent[int(path[-1])] = value


def _cut(found: dict[str, Plain], names: set[str]) -> bool:
    for name in names:
        del found[name]
    return bool(names)
