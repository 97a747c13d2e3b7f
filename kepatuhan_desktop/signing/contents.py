"""Read what one revision of a PDF holds: pages, fields, attachments, annotations, actions.

Only what a scorecard has is understood; anything else raises `Unsound` with the code of the
statement that it leads to. Objects are addressed by their number and generation.
"""

import hashlib
from collections.abc import Iterator

import msgspec
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)
from pyhanko.pdf_utils.reader import HistoricalResolver

from kepatuhan_desktop.domain.record import INSTRUMENT, RECORD

Key = tuple[int, int]
"""Number and generation of an object."""

MOST_PAGES = 4000
_DEEPEST = 16
_ACTIONS = frozenset({"/OpenAction", "/AA"})
_ACTIVE = frozenset({"/JavaScript", "/Renditions", "/AlternatePresentations", "/Pages"})
"""Name trees of the catalog that make a reader do or show something."""
_FLAGS = frozenset({"/OCProperties", "/Collection", "/Requirements", "/Encrypt"})
"""Of the catalog: layers that can be switched, packages, wishes to the reader."""


class Unsound(Exception):  # noqa: N818 - what the revision is
    """A revision holds what a scorecard never has; `code` says of what kind."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(f"{code}: {detail}")
        self.code = code
        self.detail = detail


class Field(msgspec.Struct, frozen=True):
    """A signature field, which is its own annotation."""

    key: Key
    frame: tuple[float, ...]
    value: Key | None
    """The signature; None while the field is empty."""
    page: Key | None
    """As the field itself says; None where it does not."""
    flags: int
    """How it is shown, printed and locked (ISO 32000-1, table 165)."""

    @property
    def is_visible(self) -> bool:
        """Whether it takes any room on its page."""
        left, bottom, right, top = self.frame
        return left != right and bottom != top


class Page(msgspec.Struct, frozen=True):
    """A page without its annotations."""

    key: Key
    entries: dict[str, PdfObject]
    annotations: tuple[Key, ...]
    list_key: Key | None
    """Of the list of annotations, where that is an object of its own."""


class Contents(msgspec.Struct, frozen=True):
    """One revision as a scorecard is read."""

    root: DictionaryObject
    root_key: Key
    pages: tuple[Page, ...]
    fields: dict[str, Field]
    form_keys: frozenset[Key]
    """Of the form and its list of fields, where these are objects."""
    attachments: dict[str, bytes]
    attachment_keys: frozenset[Key]
    validation: frozenset[str]
    """SHA-256 of each certificate and revocation list that the revision carries."""
    revocation_lists: tuple[bytes, ...]
    validation_keys: frozenset[Key]
    about: dict[str, str]
    """Title, author, subject and keywords."""


def read(view: HistoricalResolver) -> Contents:
    """What a revision holds; raises `Unsound`, and pyHanko's errors for malformed objects."""
    root = view.root
    for name in _ACTIONS & root.keys():
        raise Unsound("unchanged.action", name)
    for name in _FLAGS & root.keys():
        raise Unsound("unchanged.structure", name)
    fields, form_keys = _fields(root)
    pages = tuple(_pages(root))
    attachments, attachment_keys = _attachments(root)
    digests, lists, validation_keys = _validation(root)
    return Contents(
        root,
        _key(view.root_ref),
        pages,
        fields,
        form_keys,
        attachments,
        attachment_keys,
        digests,
        lists,
        validation_keys,
        _about(view),
    )


def certified(found: Contents, known: frozenset[str]) -> None:
    """Raise `Unsound` unless a certified revision holds exactly what a scorecard has."""
    if not frozenset(found.fields) <= known:
        raise Unsound("unchanged.field", ", ".join(sorted(found.fields.keys() - known)))
    widgets = {field.key for field in found.fields.values()}
    for page in found.pages:
        for one in page.annotations:
            if one not in widgets:
                raise Unsound("unchanged.annotation", str(one))
    if found.attachments.keys() != {RECORD, INSTRUMENT}:
        raise Unsound("unchanged.attachment", ", ".join(sorted(found.attachments)))


def _key(ref: object) -> Key:
    return (int(getattr(ref, "idnum", 0)), int(getattr(ref, "generation", 0)))


def _raw_key(holder: DictionaryObject, name: str) -> Key | None:
    raw = dict.get(holder, name)
    return _key(raw) if isinstance(raw, IndirectObject) else None


def _resolved(value: object) -> object:
    if isinstance(value, IndirectObject):
        return value.get_object()  # type: ignore[no-untyped-call]  # pyHanko left it out
    return value


def _value(holder: DictionaryObject, name: str) -> object:
    return _resolved(dict.get(holder, name))


def _dictionary(value: object, code: str, detail: str) -> DictionaryObject:
    value = _resolved(value)
    if not isinstance(value, DictionaryObject):
        raise Unsound(code, detail)
    return value


def _array(value: object, code: str, detail: str) -> list[PdfObject]:
    value = _resolved(value)
    if not isinstance(value, ArrayObject):
        raise Unsound(code, detail)
    return list(list.__iter__(value))


def _pages(root: DictionaryObject) -> Iterator[Page]:
    seen: set[Key] = set()
    waiting: list[tuple[object, int]] = [(dict.get(root, "/Pages"), 0)]
    while waiting:
        raw, depth = waiting.pop()
        key = _key(raw)
        if not isinstance(raw, IndirectObject) or key in seen or depth > _DEEPEST:
            raise Unsound("unchanged.page", "tree")
        seen.add(key)
        if len(seen) > MOST_PAGES:
            raise Unsound("unchanged.page", "number")
        node = _dictionary(raw, "unchanged.page", "node")
        if "/Kids" in node:
            kids = _array(dict.get(node, "/Kids"), "unchanged.page", "kids")
            waiting += [(kid, depth + 1) for kid in reversed(kids)]
            continue
        if "/AA" in node:
            raise Unsound("unchanged.action", "page")
        yield _page(node, key)


def _page(node: DictionaryObject, key: Key) -> Page:
    annotations: list[Key] = []
    if "/Annots" in node:
        for raw in _array(dict.get(node, "/Annots"), "unchanged.annotation", "list"):
            if not isinstance(raw, IndirectObject):
                raise Unsound("unchanged.annotation", "direct")
            one = _dictionary(raw, "unchanged.annotation", "entry")
            if one.keys() & {"/A", "/AA"}:
                raise Unsound("unchanged.action", "annotation")
            annotations.append(_key(raw))
    entries = {str(name): value for name, value in dict.items(node) if name != "/Annots"}
    return Page(key, entries, tuple(annotations), _raw_key(node, "/Annots"))


def _fields(root: DictionaryObject) -> tuple[dict[str, Field], frozenset[Key]]:
    if "/AcroForm" not in root:
        return {}, frozenset()
    form = _dictionary(dict.get(root, "/AcroForm"), "unchanged.field", "form")
    if "/XFA" in form:
        raise Unsound("unchanged.structure", "/XFA")
    found: dict[str, Field] = {}
    for raw in _array(dict.get(form, "/Fields"), "unchanged.field", "list"):
        field = _dictionary(raw, "unchanged.field", "entry")
        name = _value(field, "/T")
        if not isinstance(name, TextStringObject) or str(name) in found:
            raise Unsound("unchanged.field", "name")
        if (
            _value(field, "/FT") != "/Sig"
            or "/Kids" in field
            or not isinstance(raw, IndirectObject)
        ):
            raise Unsound("unchanged.field", str(name))
        if field.keys() & {"/A", "/AA"}:
            raise Unsound("unchanged.action", str(name))
        frame = tuple(float(str(side)) for side in _array(dict.get(field, "/Rect"), *_FRAME))
        if len(frame) != _SIDES:
            raise Unsound(*_FRAME)
        value = _raw_key(field, "/V")
        if value is None and "/V" in field:
            raise Unsound("unchanged.field", f"{name}: value")
        flags = _value(field, "/F")
        if not isinstance(flags, NumberObject | None):
            raise Unsound("unchanged.field", f"{name}: flags")
        found[str(name)] = Field(_key(raw), frame, value, _raw_key(field, "/P"), int(flags or 0))
    keys = {_raw_key(root, "/AcroForm"), _raw_key(form, "/Fields")}
    return found, frozenset(key for key in keys if key is not None)


_FRAME = ("unchanged.field", "frame")
_SIDES = 4


def _attachments(root: DictionaryObject) -> tuple[dict[str, bytes], frozenset[Key]]:
    keys: set[Key] = set()
    found: dict[str, bytes] = {}
    if "/AF" in root:
        raise Unsound("unchanged.attachment", "/AF")
    if "/Names" not in root:
        return found, frozenset()
    names = _followed(dict.get(root, "/Names"), keys)
    for tree in _ACTIVE & names.keys():
        raise Unsound("unchanged.action", tree)
    if "/EmbeddedFiles" not in names:
        return found, frozenset(keys)
    files = _followed(dict.get(names, "/EmbeddedFiles"), keys)
    if "/Kids" in files:
        raise Unsound("unchanged.attachment", "tree")
    raw = dict.get(files, "/Names")
    if isinstance(raw, IndirectObject):
        keys.add(_key(raw))
    flat = _array(raw, "unchanged.attachment", "list")
    for name, entry in zip(flat[::2], flat[1::2], strict=False):
        if not isinstance(name, TextStringObject) or str(name) in found:
            raise Unsound("unchanged.attachment", "name")
        found[str(name)] = _attached(entry, str(name), keys)
    return found, frozenset(keys)


def _followed(value: object, keys: set[Key]) -> DictionaryObject:
    if isinstance(value, IndirectObject):
        keys.add(_key(value))
    return _dictionary(value, "unchanged.attachment", "tree")


def _attached(entry: object, name: str, keys: set[Key]) -> bytes:
    spec = _followed(entry, keys)
    if any(str(_value(spec, part)) != name for part in ("/F", "/UF") if part in spec):
        raise Unsound("unchanged.attachment", name)
    files = _followed(dict.get(spec, "/EF"), keys)
    streams = {_key(raw) for raw in dict.values(files)}
    stream = _value(files, "/F")
    if len(streams) != 1 or not isinstance(stream, StreamObject):
        raise Unsound("unchanged.attachment", name)
    keys |= streams
    return stream.data


def _validation(
    root: DictionaryObject,
) -> tuple[frozenset[str], tuple[bytes, ...], frozenset[Key]]:
    keys: set[Key] = set()
    digests: set[str] = set()
    lists: list[bytes] = []
    if "/DSS" not in root:
        return frozenset(), (), frozenset()
    raw = dict.get(root, "/DSS")
    if isinstance(raw, IndirectObject):
        keys.add(_key(raw))
    store = _dictionary(raw, "unchanged.validation_data", "store")
    for part in ("/Certs", "/CRLs", "/OCSPs"):
        if part not in store:
            continue
        if isinstance(inner := dict.get(store, part), IndirectObject):
            keys.add(_key(inner))
        for one in _array(inner, "unchanged.validation_data", part):
            stream = _resolved(one)
            if not isinstance(one, IndirectObject) or not isinstance(stream, StreamObject):
                raise Unsound("unchanged.validation_data", part)
            keys.add(_key(one))
            digests.add(hashlib.sha256(stream.data).hexdigest())
            if part == "/CRLs":
                lists.append(stream.data)
    if isinstance(vri := dict.get(store, "/VRI"), IndirectObject):
        keys.add(_key(vri))
    return frozenset(digests), tuple(lists), frozenset(keys)


def _about(view: HistoricalResolver) -> dict[str, str]:
    info = _value(view.trailer_view, "/Info")
    if not isinstance(info, DictionaryObject):
        return {}
    return {name: str(_value(info, name)) for name in _ABOUT if name in info}


_ABOUT = ("/Title", "/Author", "/Subject", "/Keywords")
