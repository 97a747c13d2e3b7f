"""Scorecards with an update that makes readers show something else than what was signed."""

import io
from collections.abc import Callable

import msgspec
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    pdf_name,
)

from tests.signing import builders
from tests.signing.forging import Writer, drawing, first_page, forgery, note, script, updated


@forgery("unchanged.page")
def the_page_drawn_anew() -> bytes:
    """The page's drawing exchanged under its own number."""

    def change(writer: Writer) -> None:
        old = first_page(writer).raw_get("/Contents").reference
        writer.objects[(old.generation, old.idnum)] = drawing()
        writer._force_write_when_empty = True

    return updated(change)


@forgery("unchanged.page")
def the_page_pointed_at_another_drawing() -> bytes:
    """A new drawing, and the page names it."""

    def change(writer: Writer) -> None:
        page = first_page(writer)
        page["/Contents"] = writer.add_object(drawing())
        writer.update_container(page)

    return updated(change)


@forgery("unchanged.page")
def the_font_exchanged() -> bytes:
    """Digits that look like other digits."""

    def change(writer: Writer) -> None:
        font = first_page(writer)["/Resources"]["/Font"]["/F1"]
        font["/BaseFont"] = pdf_name("/Symbol")
        writer.update_container(font)

    return updated(change)


@forgery("unchanged.page")
def the_page_turned() -> bytes:
    """Upside down, with a box that shows another part of it."""

    def change(writer: Writer) -> None:
        page = first_page(writer)
        page["/Rotate"] = NumberObject(180)
        page["/CropBox"] = ArrayObject(map(NumberObject, (0, 600, 400, 800)))
        writer.update_container(page)

    return updated(change)


@forgery("unchanged.page")
def a_page_put_in_front() -> bytes:
    """A first page that nobody signed."""

    def change(writer: Writer) -> None:
        pages = writer.root["/Pages"]
        fresh = DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/Parent"): writer.root.raw_get("/Pages"),
                pdf_name("/MediaBox"): ArrayObject(map(NumberObject, (0, 0, 595, 842))),
                pdf_name("/Contents"): writer.add_object(drawing()),
            }
        )
        pages["/Kids"].insert(0, writer.add_object(fresh))
        pages["/Count"] = NumberObject(2)
        writer.update_container(pages)
        writer.update_container(pages["/Kids"])

    return updated(change)


def _prepared(change: Callable[[Writer], None]) -> builders.Making:
    """A scorecard whose drawing was prepared before anybody signed."""
    made = builders.making(builders.auditor(), trust=builders.headquarters().trust())
    out = io.BytesIO(made.drawn)
    writer = Writer(out)
    change(writer)
    writer.write_in_place()
    return msgspec.structs.replace(made, drawn=out.getvalue())


@forgery("unchanged.page")
def a_shadow_hidden() -> bytes:
    """Prepared before signing: a cover over other content, made empty afterwards."""
    kept: list[generic.Reference] = []

    def prepare(writer: Writer) -> None:
        cover = StreamObject(
            dict_data={
                pdf_name("/Type"): pdf_name("/XObject"),
                pdf_name("/Subtype"): pdf_name("/Form"),
                pdf_name("/BBox"): ArrayObject(map(NumberObject, (0, 0, 200, 40))),
            },
            stream_data=b"1 g 0 0 200 40 re f",
        )
        ref = writer.add_object(cover)
        kept.append(ref.reference)
        page = first_page(writer)
        page["/Resources"]["/XObject"] = DictionaryObject({pdf_name("/Cover"): ref})
        old = page.raw_get("/Contents")
        page["/Contents"] = ArrayObject([old, writer.add_object(drawing(b"/Cover Do"))])
        writer.update_container(page)
        writer.update_container(page["/Resources"])

    data = _prepared(prepare).signed()

    def change(writer: Writer) -> None:
        ref = kept[0]
        empty = writer.get_object(generic.Reference(ref.idnum, 0, writer))
        writer.objects[(0, ref.idnum)] = StreamObject(
            dict_data={name: value for name, value in empty.items() if name != "/Length"},
            stream_data=b"",
        )

    return updated(change, data)


@forgery("unchanged.page")
def a_shadow_put_in_place() -> bytes:
    """Prepared before signing: a second set of pages that nothing names, named afterwards."""
    kept: list[generic.IndirectObject] = []

    def prepare(writer: Writer) -> None:
        page = DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Page"),
                pdf_name("/MediaBox"): ArrayObject(map(NumberObject, (0, 0, 595, 842))),
                pdf_name("/Contents"): writer.add_object(drawing()),
            }
        )
        tree = DictionaryObject(
            {
                pdf_name("/Type"): pdf_name("/Pages"),
                pdf_name("/Kids"): ArrayObject([writer.add_object(page)]),
                pdf_name("/Count"): NumberObject(1),
            }
        )
        kept.append(writer.add_object(tree))

    data = _prepared(prepare).signed()

    def change(writer: Writer) -> None:
        writer.root["/Pages"] = generic.IndirectObject(kept[0].idnum, 0, writer)
        writer.update_root()

    return updated(change, data)


@forgery("unchanged.page")
def another_catalog() -> bytes:
    """A trailer that names another root of everything."""
    out = io.BytesIO(builders.honest())
    writer = Writer(out)
    root = DictionaryObject(dict(writer.root.items()))
    ref = writer.add_object(root)
    writer._root = ref
    writer.trailer["/Root"] = ref
    writer.write_in_place()
    return out.getvalue()


@forgery("unchanged.annotation")
def words_laid_over_the_score() -> bytes:
    """Free text where the number stands."""

    def change(writer: Writer) -> None:
        page = writer.root["/Pages"]["/Kids"].raw_get(0)
        writer.register_annotation(page, writer.add_object(note("/FreeText", "99,99")))

    return updated(change)


@forgery("unchanged.annotation")
def a_stamp_laid_over_the_score() -> bytes:
    """A picture of a stamp."""

    def change(writer: Writer) -> None:
        page = writer.root["/Pages"]["/Kids"].raw_get(0)
        writer.register_annotation(page, writer.add_object(note("/Stamp", "LULUS")))

    return updated(change)


@forgery("unchanged.annotation")
def a_signature_taken_off_the_page() -> bytes:
    """The auditor's strokes no longer belong to the page."""

    def change(writer: Writer) -> None:
        page = first_page(writer)
        page["/Annots"] = ArrayObject(list(list.__iter__(page["/Annots"]))[1:])
        writer.update_container(page)

    return updated(change)


@forgery("unchanged.action")
def a_link_laid_over_the_page() -> bytes:
    """It leads somewhere else."""

    def change(writer: Writer) -> None:
        page = writer.root["/Pages"]["/Kids"].raw_get(0)
        link = note("/Link", "")
        link[pdf_name("/A")] = DictionaryObject(
            {
                pdf_name("/S"): pdf_name("/URI"),
                pdf_name("/URI"): generic.pdf_string("https://example.invalid/99"),
            }
        )
        writer.register_annotation(page, writer.add_object(link))

    return updated(change)


@forgery("unchanged.action")
def a_script_at_opening() -> bytes:
    """JavaScript that runs when somebody opens the file."""

    def change(writer: Writer) -> None:
        writer.root["/OpenAction"] = script()
        writer.update_root()

    return updated(change)


@forgery("unchanged.action")
def a_script_among_the_names() -> bytes:
    """JavaScript beside the attachments."""

    def change(writer: Writer) -> None:
        names = writer.root["/Names"]
        names[pdf_name("/JavaScript")] = DictionaryObject(
            {pdf_name("/Names"): ArrayObject([generic.pdf_string("a"), script()])}
        )
        writer.update_container(names)

    return updated(change)
