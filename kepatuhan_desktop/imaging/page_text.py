"""Read the words on the first page of a PDF, as a person would select and copy them."""

from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.imaging.documents import opened

MOST = 20_000
"""Characters; a full page of small print has a third of that."""


def first_page(data: bytes) -> str:
    """The first page's text with a line feed after each line; empty where there is none."""
    try:
        with opened(data, "") as document:
            page = document[0]
            try:
                text = page.get_textpage()
                try:
                    found: str = text.get_text_range(0, min(text.count_chars(), MOST))
                finally:
                    text.close()
            finally:
                page.close()
    except KnownError:
        return ""
    return found.replace("\r\n", "\n")
