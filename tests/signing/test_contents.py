"""Whatever a revision holds that a scorecard never has is refused by name."""

import io
from collections.abc import Callable

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    PdfObject,
    StreamObject,
    pdf_name,
)
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import PdfFileWriter

from kepatuhan_desktop.signing import contents, pades, stranger
from kepatuhan_desktop.signing.contents import Contents, Unsound
from tests.signing import builders
from tests.signing.forging import Writer, drawing, first_page, note, script, updated

Change = Callable[[Writer], None]


def read(change: Change) -> Contents:
    """The last revision of an honest file with an update."""
    reader = PdfFileReader(io.BytesIO(updated(change)))
    return contents.read(reader.get_historical_resolver(reader.total_revisions - 1))


def form(writer: Writer) -> DictionaryObject:
    """The form."""
    found: DictionaryObject = writer.root["/AcroForm"]
    return found


def field(writer: Writer) -> DictionaryObject:
    """The free signature field."""
    found: DictionaryObject = form(writer)["/Fields"][2]
    assert found["/T"] == pades.STAMP
    return found


def files(writer: Writer) -> DictionaryObject:
    """The tree of attachments."""
    found: DictionaryObject = writer.root["/Names"]["/EmbeddedFiles"]
    return found


def spec(writer: Writer) -> DictionaryObject:
    """The first attachment."""
    found: DictionaryObject = files(writer)["/Names"][1]
    return found


def put(holder: Callable[[Writer], DictionaryObject], name: str, value: PdfObject) -> Change:
    """Set an entry."""

    def change(writer: Writer) -> None:
        one = holder(writer)
        one[pdf_name(name)] = value
        writer.update_container(one)

    return change


def root(writer: Writer) -> DictionaryObject:
    """The catalog."""
    found: DictionaryObject = writer.root
    return found


def pages(writer: Writer) -> DictionaryObject:
    """The root of the page tree."""
    found: DictionaryObject = writer.root["/Pages"]
    return found


def names(writer: Writer) -> DictionaryObject:
    """The name trees."""
    found: DictionaryObject = writer.root["/Names"]
    return found


def store(writer: Writer) -> DictionaryObject:
    """The validation data."""
    found: DictionaryObject = writer.root["/DSS"]
    return found


def text(words: str) -> PdfObject:
    """A string."""
    return generic.pdf_string(words)


EMPTY = DictionaryObject()
NUMBER = NumberObject(7)
CASES: list[tuple[str, str, Change]] = [
    ("a page tree that is a number", "unchanged.page", put(root, "/Pages", NUMBER)),
    ("kids that are a number", "unchanged.page", put(pages, "/Kids", NUMBER)),
    ("a page written in place", "unchanged.page", put(pages, "/Kids", ArrayObject([EMPTY]))),
    (
        "a page tree in a circle",
        "unchanged.page",
        lambda writer: put(pages, "/Kids", ArrayObject([writer.root.raw_get("/Pages")]))(writer),
    ),
    ("a page that does something", "unchanged.action", put(first_page, "/AA", script())),
    ("annotations that are a number", "unchanged.annotation", put(first_page, "/Annots", NUMBER)),
    (
        "an annotation written in place",
        "unchanged.annotation",
        put(first_page, "/Annots", ArrayObject([note("/FreeText", "99")])),
    ),
    (
        "an annotation that is a number",
        "unchanged.annotation",
        lambda writer: put(first_page, "/Annots", ArrayObject([writer.add_object(NUMBER)]))(writer),
    ),
    ("a form of another kind", "unchanged.structure", put(form, "/XFA", text("<xdp/>"))),
    ("a form that is a number", "unchanged.field", put(root, "/AcroForm", NUMBER)),
    ("fields that are a number", "unchanged.field", put(form, "/Fields", NUMBER)),
    ("a field without a name", "unchanged.field", put(field, "/T", NUMBER)),
    ("a field of a taken name", "unchanged.field", put(field, "/T", text(pades.AUDITOR))),
    ("a field of another type", "unchanged.field", put(field, "/FT", pdf_name("/Tx"))),
    ("a field with parts", "unchanged.field", put(field, "/Kids", ArrayObject())),
    ("a field that does something", "unchanged.action", put(field, "/AA", script())),
    ("a frame of three sides", "unchanged.field", put(field, "/Rect", ArrayObject([NUMBER] * 3))),
    ("a frame that is a number", "unchanged.field", put(field, "/Rect", NUMBER)),
    ("a signature written in place", "unchanged.field", put(field, "/V", EMPTY)),
    ("files of the whole document", "unchanged.attachment", put(root, "/AF", ArrayObject())),
    ("names that are a number", "unchanged.attachment", put(root, "/Names", NUMBER)),
    ("files in a tree of trees", "unchanged.attachment", put(files, "/Kids", ArrayObject())),
    ("files that are a number", "unchanged.attachment", put(files, "/Names", NUMBER)),
    (
        "a file without a name",
        "unchanged.attachment",
        put(files, "/Names", ArrayObject([NUMBER, EMPTY])),
    ),
    ("a file of two names", "unchanged.attachment", put(spec, "/F", text("lain.json"))),
    ("a file without content", "unchanged.attachment", put(spec, "/EF", EMPTY)),
    ("a file that is a number", "unchanged.attachment", put(spec, "/EF", NUMBER)),
    (
        "a file with two contents",
        "unchanged.attachment",
        lambda writer: put(
            lambda it: spec(it)["/EF"], "/UF", writer.add_object(StreamObject(stream_data=b"{}"))
        )(writer),
    ),
    (
        "a file whose content is a number",
        "unchanged.attachment",
        put(spec, "/EF", DictionaryObject({pdf_name("/F"): NUMBER, pdf_name("/UF"): NUMBER})),
    ),
    ("a script among the names", "unchanged.action", put(names, "/JavaScript", EMPTY)),
    ("validation data that is a number", "unchanged.validation_data", put(root, "/DSS", NUMBER)),
    ("lists that are a number", "unchanged.validation_data", put(store, "/CRLs", NUMBER)),
    (
        "a list written in place",
        "unchanged.validation_data",
        put(store, "/CRLs", ArrayObject([NUMBER])),
    ),
]


@pytest.mark.parametrize(
    "code, change", [case[1:] for case in CASES], ids=[one[0] for one in CASES]
)
def test_what_a_scorecard_never_has_is_named(code: str, change: Change) -> None:
    with pytest.raises(Unsound) as caught:
        read(change)
    assert caught.value.code == code


def test_more_pages_than_any_scorecard_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "MOST_PAGES", 1)
    with pytest.raises(Unsound, match=r"unchanged\.page: number"):
        read(put(root, "/Lang", text("id")))


def test_a_file_without_form_names_and_validation_data_has_none() -> None:
    made = builders.making(builders.auditor())
    found = contents.read(PdfFileReader(io.BytesIO(made.drawn)).get_historical_resolver(0))
    assert (found.fields, found.attachments, found.validation) == ({}, {}, frozenset())
    assert found.about["/Title"] == "Kartu nilai"


def test_a_file_without_attachments_among_its_names_has_none() -> None:
    assert read(put(root, "/Names", DictionaryObject())).attachments == {}


def test_a_file_that_says_nothing_about_itself_says_nothing() -> None:
    out = io.BytesIO()
    writer = one_page()
    writer._update_meta = lambda: None  # type: ignore[method-assign]  # it would name the program
    writer.write(out)
    view = PdfFileReader(io.BytesIO(out.getvalue())).get_historical_resolver(0)
    assert contents.read(view).about == {}


def one_page() -> PdfFileWriter:
    """A writer of a file with one page."""
    writer = PdfFileWriter(stream_xrefs=False)
    page = DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Page"),
            pdf_name("/MediaBox"): ArrayObject(map(NumberObject, (0, 0, 9, 9))),
            pdf_name("/Contents"): writer.add_object(drawing()),
        }
    )
    writer.insert_page(page)
    return writer


def test_validation_data_may_lie_anywhere() -> None:
    def change(writer: Writer) -> None:
        one = store(writer)
        one["/CRLs"] = writer.add_object(one["/CRLs"])
        one[pdf_name("/VRI")] = writer.add_object(DictionaryObject())
        writer.update_container(one)

    honest = read(put(root, "/Lang", text("id")))
    found = read(change)
    assert found.validation == honest.validation
    assert len(found.validation_keys) == len(honest.validation_keys) + 2


def test_validation_data_within_the_catalog_is_read_too() -> None:
    def change(writer: Writer) -> None:
        writer.root["/DSS"] = DictionaryObject(dict(dict.items(store(writer))))
        writer.update_root()

    assert read(change).validation


def test_a_field_without_room_is_invisible() -> None:
    nowhere = ArrayObject([NumberObject(0)] * 4)
    found = read(put(field, "/Rect", nowhere)).fields
    assert not found[pades.STAMP].is_visible
    assert found[pades.AUDITOR].is_visible


def test_the_end_of_a_revision_is_behind_its_mark() -> None:
    data = builders.honest()
    file = stranger.opened(data)
    ends = [file.end_of(number) for number in range(file.last + 1)]
    assert ends[-1] == len(data)
    assert all(data[:end].rstrip().endswith(b"%%EOF") for end in ends)


def test_a_mark_without_a_line_end_ends_the_file() -> None:
    data = builders.honest().rstrip(b"\r\n")
    file = stranger.opened(data)
    assert file.end_of(file.last) == len(data)
