"""Tell what was added to a PDF after a revision, and what of it a scorecard may not have.

pyHanko's comparison decides whether an addition is harmless; it cannot say what an addition was
for, and it allows more than we do. The checks here name the reason and refuse the rest.
"""

from pyhanko.pdf_utils.generic import Reference, StreamObject
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from kepatuhan_desktop.signing.contents import Contents, Field, Key, Unsound
from kepatuhan_desktop.signing.stranger import Stranger

_FREE_OF_CATALOG = frozenset(
    {"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/MarkInfo", "/Version"}
)
"""What pyHanko compares by other rules."""
_FREE_OF_FORM = frozenset({"/Fields", "/SigFlags"})
_OF_PICTURES = frozenset({"/DR", "/DA"})
"""Fonts and style, which some programs enter when they draw a signature."""
_SHOWN = 0b1_0011_1111
"""Flags of an annotation that say where and how it is shown; the others lock it. Programs that
fill a field lock it too."""


def require_harmless(
    file: Stranger, since: int, before: Contents, after: Contents, stamps: frozenset[str]
) -> None:
    """Raise `Unsound` for the first addition since a revision that a scorecard may not have.

    `stamps` names the fields that hold no more than a document time stamp.
    """
    if before.root_key != after.root_key:
        raise Unsound("unchanged.page", "catalog")
    _objects(file, since, before)
    _catalog(before, after)
    require_same_form(before, after, _OF_PICTURES)
    _pages(before, after)
    _fields(before, after, stamps)
    _annotations(before, after)
    if not before.validation <= after.validation:
        raise Unsound("unchanged.validation_data", "removed")
    if before.about != after.about:
        raise Unsound("unchanged.addition", "title")


def require_same_form(
    before: Contents, after: Contents, free: frozenset[str] = frozenset()
) -> None:
    """Raise `Unsound` where more of the form changed than its fields and what is `free`."""
    old, new = before.root["/AcroForm"], after.root["/AcroForm"]
    for name in (old.keys() | new.keys()) - _FREE_OF_FORM - free:
        if dict.get(old, name) != dict.get(new, name):
            raise Unsound("unchanged.addition", f"form {name}")


def is_time_stamp(signature: EmbeddedPdfSignature) -> bool:
    """Whether a signature speaks for a moment, not for a person."""
    return bool(signature.sig_object_type == "/DocTimeStamp")


def _objects(file: Stranger, since: int, before: Contents) -> None:
    """Refuse a new version of any object but the few that an honest addition rewrites."""
    references = file.reader.xrefs
    rewritten = {
        before.root_key,
        *before.form_keys,
        *before.validation_keys,
        *(page.key for page in before.pages),
        *(page.list_key for page in before.pages),
        *(field.key for field in before.fields.values()),
    }
    for revision in range(since + 1, file.last + 1):
        if references.refs_freed_in_revision(revision):
            raise Unsound("unchanged.addition", "freed")
        for one in references.explicit_refs_in_revision(revision):
            key = (one.idnum, one.generation)
            if key in rewritten or references.get_historical_ref(one, since) is None:
                continue
            if key in before.attachment_keys:
                raise Unsound("unchanged.attachment", str(key))
            if not _is_about(file, one):
                raise Unsound(_kind(file, one, since), str(key))


def _kind(file: Stranger, one: Reference, since: int) -> str:
    """What a rewritten object was: part of a page, or something that no page shows."""
    old = file.reader.get_historical_resolver(since).get_object(one)
    if isinstance(old, StreamObject):
        return "unchanged.page"
    keys = old.keys() if isinstance(old, dict) else set()
    is_drawn = keys & {"/Font", "/BaseFont", "/XObject", "/FontDescriptor", "/Kids", "/ProcSet"}
    return "unchanged.page" if is_drawn else "unchanged.addition"


def _is_about(file: Stranger, one: Reference) -> bool:
    """Whether it is the document's information or XMP, which are compared as such."""
    info = file.reader.trailer_view.get_value_as_reference("/Info", optional=True)
    data = file.reader.root.get_value_as_reference("/Metadata", optional=True)
    return one in (info, data)


def _catalog(before: Contents, after: Contents) -> None:
    for name in (before.root.keys() | after.root.keys()) - _FREE_OF_CATALOG:
        if dict.get(before.root, name) != dict.get(after.root, name):
            if name in {"/Names", "/AF"}:
                raise Unsound("unchanged.attachment", str(name))
            raise Unsound("unchanged.page" if name == "/Pages" else "unchanged.addition", str(name))
    if before.attachments != after.attachments:
        raise Unsound("unchanged.attachment", "content")


def _pages(before: Contents, after: Contents) -> None:
    if [page.key for page in before.pages] != [page.key for page in after.pages]:
        raise Unsound("unchanged.page", "order")
    for old, new in zip(before.pages, after.pages, strict=True):
        if old.entries != new.entries:
            raise Unsound("unchanged.page", str(new.key))


def _fields(before: Contents, after: Contents, stamps: frozenset[str]) -> None:
    for name, old in before.fields.items():
        new = after.fields.get(name)
        if new is None or (new.key, new.frame, new.page) != (old.key, old.frame, old.page):
            raise Unsound("unchanged.field", name)
        if (new.flags ^ old.flags) & _SHOWN:
            raise Unsound("unchanged.field", f"{name}: shown otherwise")
        if old.value is not None and new.value != old.value:
            raise Unsound("unchanged.field", name)
    for name in after.fields.keys() - before.fields.keys():
        if name not in stamps or after.fields[name].is_visible:
            raise Unsound("unchanged.field", name)


def _annotations(before: Contents, after: Contents) -> None:
    widgets: dict[Key, Field] = {field.key: field for field in after.fields.values()}
    for old, new in zip(before.pages, after.pages, strict=True):
        added = [one for one in new.annotations if one not in old.annotations]
        if [one for one in new.annotations if one not in added] != list(old.annotations):
            raise Unsound("unchanged.annotation", "removed")
        for one in added:
            if one not in widgets:
                raise Unsound("unchanged.annotation", str(one))
