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


def hostile(
    forms: dict[str, str],
    content: str,
    others: dict[str, tuple[str, bytes]] | None = None,
    *,
    box: str = "0 0 600 800",
) -> bytes:
    """One page that draws `content`, with forms that may draw each other, and other objects.

    An object is the inside of its dictionary, and its stream.
    """
    drawn = {
        name: ("/Subtype /Form /BBox [0 0 600 800] /Resources 3 0 R", text.encode("ascii"))
        for name, text in forms.items()
    }
    streams = {**drawn, **(others or {})}
    names = " ".join(f"/{name} {number} 0 R" for number, name in enumerate(streams, 5))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        (
            f"<< /Type /Pages /Kids [<< /Type /Page /Parent 2 0 R /MediaBox [{box}] "
            "/Resources 3 0 R /Contents 4 0 R >>] /Count 1 >>"
        ).encode("ascii"),
        f"<< /XObject << {names} >> >>".encode("ascii"),
        _stream("", content.encode("ascii")),
        *(_stream(f"/Type /XObject {head}", data) for head, data in streams.values()),
    ]
    return _file(objects)


def field(catalog: str = "", extra: str = "", *, form: str = "") -> bytes:
    """One page with a black form field; more for the catalog, the field and the form."""
    look = b"0 0 0 rg 0 0 200 200 re f"
    objects = [
        (
            f"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [3 0 R] {form} >> {catalog} >>"
        ).encode("ascii"),
        b"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
        (
            "<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /F 4 /Rect [100 100 300 300] "
            f"/P 5 0 R /AP << /N 4 0 R >> {extra} >>"
        ).encode("ascii"),
        _stream("/Type /XObject /Subtype /Form /BBox [0 0 200 200]", look),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Annots [3 0 R] >>",
    ]
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode("ascii") + body + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    ).encode("ascii")


def _stream(head: str, data: bytes) -> bytes:
    return f"<< {head} /Length {len(data)} >>\nstream\n".encode("ascii") + data + b"\nendstream"
