"""Tell whether what stands behind the last signature only helps to check the signatures.

Nobody signed it. It may bring certificates, revocation lists and document time stamps, and what
programs that write these renew on the way: the day of the change, XMP, the mark of an extension
of PDF. A document time stamp is no signature here: anybody can make one over anything.
"""

import re
from collections.abc import Iterable

from asn1crypto import parser
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    Reference,
    StreamObject,
)
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.pdf_utils.xref import ObjStreamRef

from kepatuhan_desktop.signing import contents
from kepatuhan_desktop.signing.additions import require_same_form
from kepatuhan_desktop.signing.contents import Contents, Key, Unsound
from kepatuhan_desktop.signing.stranger import Stranger

_FREE_OF_CATALOG = frozenset({"/AcroForm", "/DSS", "/Extensions", "/Metadata", "/Version"})
"""What is compared by other rules, or says nothing to a reader of the page."""
_VERSIONS = frozenset({"/1.7", "/2.0"})
"""Of PDF, to which whoever adds validation data lifts a file."""
_LEVELS = {"/ADBE": 11, "/ESIC": 5}
"""Who named extensions for validation data, and the highest level that each of them gave."""
_OF_EXTENSION = frozenset({"/Type", "/BaseVersion", "/ExtensionLevel"})
_OF_STORE = frozenset({"/Certs", "/CRLs", "/OCSPs", "/VRI", "/Cert", "/CRL", "/OCSP", "/TS", "/TU"})
_OF_STREAM = frozenset({"/Length", "/Filter", "/DecodeParms", "/Type"})
_SIGNATURE = re.compile(r"/[0-9A-Fa-f]{40}")
"""The SHA-1 by which the store names a signature."""
_SEQUENCE = b"\x30"


def require_supplement(
    file: Stranger, since: int, before: Contents, after: Contents, stamps: frozenset[str]
) -> None:
    """Raise `Unsound` for the first addition since a revision that helps nobody to check it.

    `stamps` names the fields that hold no more than a document time stamp.
    """
    require_same_form(before, after)
    _catalog(before.root, after.root)
    references = file.reader.xrefs
    for revision in range(since + 1, file.last + 1):
        view = file.reader.get_historical_resolver(revision)
        now = after if revision == file.last else contents.read(view)
        added = {
            _key(one): one
            for one in references.explicit_refs_in_revision(revision)
            if references.get_historical_ref(one, since) is None
        }
        known = _named(view, now) | _stamped(file, since, before, now, stamps)
        known |= _containers(file, revision, [one for key, one in added.items() if key in known])
        for key in sorted(added.keys() - known):
            raise Unsound("unchanged.addition", f"behind the last signature: {key}")


def _catalog(before: DictionaryObject, after: DictionaryObject) -> None:
    for name in (before.keys() | after.keys()) - _FREE_OF_CATALOG:
        if dict.get(before, name) != dict.get(after, name):
            raise Unsound("unchanged.addition", name)
    version = dict.get(after, "/Version")
    if version != dict.get(before, "/Version") and version not in _VERSIONS:
        raise Unsound("unchanged.addition", "/Version")
    known, new = _resolved(before, "/Extensions"), _resolved(after, "/Extensions")
    if not isinstance(new, DictionaryObject | None):
        raise Unsound("unchanged.addition", "/Extensions")
    old = dict(dict.items(known)) if isinstance(known, DictionaryObject) else {}
    for developer, entry in dict.items(new) if new is not None else ():
        if entry != old.get(developer) and not _is_extension(developer, entry):
            raise Unsound("unchanged.addition", f"/Extensions {developer}")


def _is_extension(developer: str, entry: PdfObject) -> bool:
    if not isinstance(entry, DictionaryObject) or not entry.keys() <= _OF_EXTENSION:
        return False
    level, version = dict.get(entry, "/ExtensionLevel"), dict.get(entry, "/BaseVersion")
    return (
        isinstance(level, NumberObject)
        and 0 < level <= _LEVELS.get(developer, 0)
        and isinstance(version, NameObject)
    )


def _named(view: HistoricalResolver, now: Contents) -> set[Key]:
    """The objects of a revision that an honest program writes anew, by what names them."""
    found = _stored(dict.get(view.root, "/DSS"))
    found |= now.form_keys
    found |= {page.list_key for page in now.pages if page.list_key is not None}
    places = (view.root, "/Extensions"), (view.root, "/Metadata"), (view.trailer_view, "/Info")
    raw = (dict.get(holder, name) for holder, name in places)
    return found | {_key(one) for one in raw if isinstance(one, IndirectObject)}


def _stored(store: object) -> set[Key]:
    """The objects of the store of validation data; raises `Unsound` for a stream of others."""
    found: set[Key] = set()
    waiting = [store]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            if _key(one) in found:
                continue
            found.add(_key(one))
            one = _followed(one)
        if isinstance(one, StreamObject):
            if not one.keys() <= _OF_STREAM or not _is_der(one.data):
                raise Unsound("unchanged.addition", "no validation data")
            found |= {_key(raw) for raw in dict.values(one) if isinstance(raw, IndirectObject)}
        elif isinstance(one, DictionaryObject):
            waiting += [
                raw
                for name, raw in dict.items(one)
                if name in _OF_STORE or _SIGNATURE.fullmatch(name)
            ]
        elif isinstance(one, ArrayObject):
            waiting += list.__iter__(one)
    return found


def _is_der(data: bytes) -> bool:
    """Whether it is one structure of ASN.1, as certificates, lists and answers about them are."""
    try:
        end = parser.peek(data)
    except ValueError:
        return False
    return data[:1] == _SEQUENCE and not data[end:].strip(b"\r\n")


def _stamped(
    file: Stranger, since: int, before: Contents, now: Contents, stamps: frozenset[str]
) -> set[Key]:
    """The objects of document time stamps that came after a revision."""
    references = file.reader.xrefs
    new = (now.fields[name].key for name in (now.fields.keys() - before.fields.keys()) & stamps)
    found: set[Key] = set()
    waiting: list[object] = [
        IndirectObject(*key, pdf=file.reader)  # type: ignore[no-untyped-call]  # as below
        for key in new
    ]
    while waiting:
        one = waiting.pop()
        if isinstance(one, IndirectObject):
            is_older = references.get_historical_ref(one.reference, since) is not None
            if is_older or _key(one) in found:
                continue
            found.add(_key(one))
            one = _followed(one)
        if isinstance(one, DictionaryObject):
            waiting += dict.values(one)
        elif isinstance(one, ArrayObject):
            waiting += list.__iter__(one)
    return found


def _containers(file: Stranger, revision: int, named: Iterable[Reference]) -> set[Key]:
    """The streams in which a revision keeps its references, and these objects."""
    references = file.reader.xrefs
    own = references.get_xref_container_info(revision).stream_ref
    places = (references.get_historical_ref(one, revision) for one in named)
    found = {(place.obj_stream_id, 0) for place in places if isinstance(place, ObjStreamRef)}
    return found | ({_key(own)} if own is not None else set())


def _key(one: IndirectObject | Reference) -> Key:
    return (one.idnum, one.generation)


def _followed(one: IndirectObject) -> object:
    found: object = one.get_object()  # type: ignore[no-untyped-call]  # pyHanko left it out
    return found


def _resolved(holder: DictionaryObject, name: str) -> object:
    raw = dict.get(holder, name)
    return _followed(raw) if isinstance(raw, IndirectObject) else raw
