"""Scorecards with an update of the form, the attachments or what else belongs to the file."""

import io

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.embed import EmbeddedFileObject, FileSpec, embed_file
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    pdf_name,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from kepatuhan_desktop.domain import record
from kepatuhan_desktop.signing import pades
from tests.builders import scorecards
from tests.signing import builders
from tests.signing.builders import NOW
from tests.signing.forging import Writer, forgery, note, updated


def _form(writer: Writer) -> DictionaryObject:
    form: DictionaryObject = writer.root["/AcroForm"]
    return form


def _field(writer: Writer, name: str) -> DictionaryObject:
    found: DictionaryObject
    for one in _form(writer)["/Fields"]:
        found = one.get_object()
        if found["/T"] == name:
            return found
    raise LookupError(name)


def _register(writer: Writer, field: DictionaryObject) -> None:
    ref = writer.add_object(field)
    fields = _form(writer)["/Fields"]
    fields.append(ref)
    writer.update_container(fields)
    writer.register_annotation(writer.root["/Pages"]["/Kids"].raw_get(0), ref)


@forgery("unchanged.field")
def a_text_field_over_the_score() -> bytes:
    """A form field with another number."""

    def change(writer: Writer) -> None:
        field = note("/Widget", "")
        field[pdf_name("/FT")] = pdf_name("/Tx")
        field[pdf_name("/T")] = generic.pdf_string("Nilai")
        field[pdf_name("/V")] = generic.pdf_string("99,99")
        _register(writer, field)

    return updated(change)


@forgery("unchanged.field")
def a_sneaky_signature() -> bytes:
    """A visible signature field of the forger's own, signed, whose picture covers the score."""

    def change(writer: Writer) -> None:
        append_signature_field(writer, SigFieldSpec("Cap", box=(55, 700, 300, 730)))

    return pades.countersign(
        updated(change),
        source=builders.self_issued(),
        at=NOW,
        field="Cap",
        strokes=scorecards.stroke(1),
    )


@forgery("unchanged.field")
def a_signature_field_moved() -> bytes:
    """The free field pulled over the score before it is signed."""

    def change(writer: Writer) -> None:
        field = _field(writer, pades.STAMP)
        field["/Rect"] = ArrayObject(map(NumberObject, (55, 700, 300, 730)))
        writer.update_container(field)

    return pades.countersign(
        updated(change), source=builders.self_issued(), at=NOW, field=pades.STAMP
    )


@forgery("note.countersignature_missing")
def the_countersignature_emptied() -> bytes:
    """The head's field without its signature."""

    def change(writer: Writer) -> None:
        field = _field(writer, pades.UNIT_HEAD)
        del field["/V"]
        writer.update_container(field)

    return updated(change)


@forgery("unchanged.recycled")
def a_signature_used_twice() -> bytes:
    """The free field filled with the signature that the auditor made."""

    def change(writer: Writer) -> None:
        field = _field(writer, pades.STAMP)
        field[pdf_name("/V")] = _field(writer, pades.AUDITOR).raw_get("/V")
        writer.update_container(field)

    return updated(change)


@forgery("unchanged.addition")
def the_picture_of_a_signature_exchanged() -> bytes:
    """Other strokes in the auditor's field, under the same signature."""

    def change(writer: Writer) -> None:
        field = _field(writer, pades.AUDITOR)
        field["/AP"] = DictionaryObject(
            {pdf_name("/N"): writer.add_object(StreamObject(stream_data=b"0 0 99 9 re f"))}
        )
        writer.update_container(field)

    return updated(change)


@forgery("unchanged.addition")
def the_title_rewritten() -> bytes:
    """What readers show above the page."""

    def change(writer: Writer) -> None:
        writer.set_info(
            DictionaryObject({pdf_name("/Title"): generic.pdf_string("Nilai 99,99 (A)")})
        )

    return updated(change)


@forgery("unchanged.addition")
def another_language_of_the_whole_file() -> bytes:
    """An entry of the catalog that is about no signature."""

    def change(writer: Writer) -> None:
        writer.root[pdf_name("/PageLabels")] = DictionaryObject(
            {pdf_name("/Nums"): ArrayObject([NumberObject(0), DictionaryObject()])}
        )
        writer.update_root()

    return updated(change)


# --- attachments -----------------------------------------------------------------------------


def _better(data: bytes) -> bytes:
    return data.replace(b'"none"', b'"full"')


def _attached(writer: Writer) -> StreamObject:
    names = writer.root["/Names"]["/EmbeddedFiles"]["/Names"]
    spec = names[list(list.__iter__(names)).index(record.RECORD) + 1]
    stream: StreamObject = spec["/EF"]["/F"]
    return stream


@forgery("unchanged.attachment")
def the_record_exchanged() -> bytes:
    """The attachment's bytes under their own number."""

    def change(writer: Writer) -> None:
        stream = _attached(writer)
        stream._data = _better(stream.data)
        stream._encoded_data = None
        writer.update_container(stream)

    return updated(change)


@forgery("unchanged.attachment")
def a_second_record_of_the_same_name() -> bytes:
    """Readers differ in which of two they open."""

    def change(writer: Writer) -> None:
        data = _better(_attached(writer).data)
        kept = EmbeddedFileObject.from_file_data(writer, data)
        embed_file(
            writer,
            FileSpec(file_spec_string=record.RECORD, file_name=record.RECORD, embedded_data=kept),
        )

    return updated(change)


@forgery("unchanged.attachment")
def the_names_of_attachments_replaced() -> bytes:
    """A new list of attachments in the catalog."""

    def change(writer: Writer) -> None:
        writer.root["/Names"] = writer.add_object(DictionaryObject())
        writer.update_root()

    return updated(change)


# --- validation data -------------------------------------------------------------------------


@forgery("unchanged.validation_data")
def the_revocation_lists_removed() -> bytes:
    """The lists that were embedded at signing emptied."""

    def change(writer: Writer) -> None:
        store = writer.root["/DSS"]
        store["/CRLs"] = ArrayObject()
        writer.update_container(store)

    return updated(change)


@forgery("unchanged.validation_data")
def a_revocation_list_overwritten() -> bytes:
    """Another list under the number of the one that was embedded."""

    def change(writer: Writer) -> None:
        old = writer.root["/DSS"]["/CRLs"].raw_get(0)
        writer.objects[(0, old.idnum)] = StreamObject(stream_data=b"0")

    return updated(change)


# --- the whole file --------------------------------------------------------------------------


@forgery("note.unsigned")
def the_signatures_stripped() -> bytes:
    """The page as it was before anybody signed."""
    return builders.making(builders.auditor()).drawn


@forgery("note.unsigned")
def the_file_saved_anew() -> bytes:
    """Copied into a fresh file, its signature fields emptied."""
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(builders.honest())))
    for field in writer.root["/AcroForm"]["/Fields"]:
        field.get_object().pop("/V", None)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@forgery("note.countersignature_missing")
def the_countersignature_cut_off() -> bytes:
    """Back to the revision that only the auditor signed."""
    made = builders.making(builders.auditor(), trust=builders.headquarters().trust())
    return made.certified()


@forgery("note.encrypted")
def the_file_locked() -> bytes:
    """With a password, so that no reader can look at what is inside."""
    writer = copy_into_new_writer(PdfFileReader(io.BytesIO(builders.honest())))
    writer.encrypt("rahasia", "")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@forgery("unchanged.digest")
def a_countersignature_of_another_scorecard() -> bytes:
    """The head signed, but something else: that signature put into this file."""
    one, other = builders.honest(), builders.making(builders.auditor(), number=2).signed()
    room, taken = _room(one), _room(other)
    held = other[taken[0] : taken[1]].rstrip(b"0>").ljust(room[1] - room[0] - 1, b"0") + b">"
    return one[: room[0]] + held + one[room[1] :]


def _room(data: bytes) -> tuple[int, int]:
    """Where the last signature lies, with its brackets."""
    start = data.rindex(b"/Contents <") + len(b"/Contents ")
    return start, data.index(b">", start) + 1
