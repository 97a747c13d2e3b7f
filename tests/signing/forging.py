"""Enter forged scorecards into one list, each with the reason for which it must be refused."""

import io
from collections.abc import Callable

import msgspec
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import (
    ArrayObject,
    DictionaryObject,
    NumberObject,
    StreamObject,
    TextStringObject,
    pdf_name,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.signing import builders

Writer = IncrementalPdfFileWriter


class Forgery(msgspec.Struct, frozen=True):
    """A forged file and the reason for which it must be refused."""

    name: str
    code: str
    make: Callable[[], bytes]


ALL: list[Forgery] = []


def forgery(code: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    """Enter a forged file into the list."""

    def enter(make: Callable[[], bytes]) -> Callable[[], bytes]:
        ALL.append(Forgery(make.__name__, code, make))
        return make

    return enter


def updated(change: Callable[[Writer], object], data: bytes | None = None) -> bytes:
    """An honest file with an update that `change` makes; all that was signed stays as it is."""
    out = io.BytesIO(builders.honest() if data is None else data)
    writer = Writer(out)
    change(writer)
    writer.write_in_place()
    return out.getvalue()


def first_page(writer: Writer, number: int = 0) -> DictionaryObject:
    """A page as it will be written."""
    page: DictionaryObject = writer.root["/Pages"]["/Kids"][number]
    return page


def drawing(words: bytes = b"BT /F1 36 Tf 60 712 Td (99,99 dari 100) Tj ET") -> StreamObject:
    """Operators for a page; by default a better number."""
    return StreamObject(stream_data=words)


def note(kind: str, words: str) -> DictionaryObject:
    """An annotation where the number stands."""
    return DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name(kind),
            pdf_name("/Rect"): ArrayObject(map(NumberObject, (55, 700, 300, 730))),
            pdf_name("/Contents"): TextStringObject(words),
            pdf_name("/F"): NumberObject(4),
        }
    )


def script() -> DictionaryObject:
    """An action that runs JavaScript."""
    return DictionaryObject(
        {
            pdf_name("/S"): pdf_name("/JavaScript"),
            pdf_name("/JS"): generic.pdf_string("app.alert(1)"),
        }
    )
