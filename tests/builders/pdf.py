"""Read a PDF back: its words, its outline, its edges."""

import pypdfium2


def words(pdf: bytes) -> list[str]:
    """The text of each page, with every stretch of white space as one space."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def whole(pdf: bytes) -> str:
    """The text of all pages."""
    return " ".join(words(pdf))


def outline(pdf: bytes) -> list[tuple[int, str]]:
    """Depth and title of every entry of the outline."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(entry.level, entry.get_title()) for entry in document.get_toc()]
    finally:
        document.close()


def edges(pdf: bytes) -> tuple[float, float, float, float]:
    """The smallest rectangle that holds all words of all pages: left, bottom, right, top."""
    document = pypdfium2.PdfDocument(pdf)
    found: list[tuple[float, float, float, float]] = []
    try:
        for page in document:
            text = page.get_textpage()
            found += [text.get_rect(at) for at in range(text.count_rects())]
    finally:
        document.close()
    return (
        min(one[0] for one in found),
        min(one[1] for one in found),
        max(one[2] for one in found),
        max(one[3] for one in found),
    )
