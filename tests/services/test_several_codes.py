"""More sheets than one in a picture, and sheets that a scanner has read: nothing is passed over."""

import io

import pytest
import segno
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop.domain.verdict import Grade, Verdict
from kepatuhan_desktop.services import verifying
from kepatuhan_desktop.signing import paper
from tests.signing import builders


def code(number: int) -> str:
    """The code of a sheet."""
    key = builders.new_key()
    facts = paper.facts(
        assessment=f"{number:026d}",
        revision=1,
        record="ab" * 32,
        score="70.83",
        category="C",
        sealed_at="2026-11-23",
        device=builders.fingerprint(builders.self_issued(key)),
    )
    return paper.write(key, facts)


def sheet(*texts: str) -> Image.Image:
    """A page with these codes, one below the other."""
    page = Image.new("L", (1240, 1754), 255)
    for place, text in enumerate(texts):
        out = io.BytesIO()
        segno.make(text, error="m", micro=False).save(out, kind="png", scale=5, border=4)
        page.paste(Image.open(out).convert("L"), (100, 60 + 560 * place))
    return page


def picture(image: Image.Image) -> bytes:
    """As a camera gives it."""
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def scan(*pages: Image.Image) -> bytes:
    """As a scanner sends it."""
    out = io.BytesIO()
    pages[0].save(out, "PDF", resolution=150, save_all=True, append_images=pages[1:])
    return out.getvalue()


def read_scan(*pages: Image.Image) -> bytes:
    """As a scanner sends it that writes the words it read behind the picture."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for page in pages:
        canvas.drawImage(ImageReader(page), 0, 0, 595, 842)
        words = canvas.beginText(60, 700)
        words.setTextRenderMode(3)
        words.textLine("KARTU NILAI KEPATUHAN 89,40 dari 100")
        canvas.drawText(words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def looked_at(data: bytes, name: str = "foto.png") -> Verdict:
    """The verdict without a workspace."""
    return verifying.look(data, name, verifying.knowledge(builders.LATER))


def others(verdict: Verdict) -> list[str]:
    """How many codes were told to be left."""
    return [one.parameters["count"] for one in verdict.notes if one.code == "note.more_codes"]


def test_one_code_leaves_nothing_to_say() -> None:
    verdict = looked_at(picture(sheet(code(1))))
    assert verdict.source == "paper"
    assert verdict.notes == ()


def test_other_codes_in_a_picture_are_counted() -> None:
    texts = [code(number) for number in range(3)]
    verdict = looked_at(picture(sheet(*texts)))
    assert verdict.printed is not None
    assert verdict.printed.assessment in {f"{number:026d}" for number in range(3)}
    assert others(verdict) == ["2"]
    assert verdict.grade is not Grade.GOOD


def test_one_sheet_twice_is_one() -> None:
    text = code(1)
    assert others(looked_at(picture(sheet(text, text)))) == []
    assert others(looked_at(scan(sheet(text), sheet(text)), "scan.pdf")) == []


def test_a_code_of_somebody_else_beside_ours_is_none_of_ours() -> None:
    assert others(looked_at(picture(sheet("https://example.invalid/", code(1))))) == []


def test_codes_on_later_pages_of_a_scan_are_counted() -> None:
    pages = [sheet(code(number)) for number in range(3)]
    verdict = looked_at(scan(*pages), "scan.pdf")
    assert verdict.source == "paper"
    assert verdict.printed is not None
    assert verdict.printed.assessment == f"{0:026d}"
    assert others(verdict) == ["2"]


def test_a_scan_that_was_read_says_how_its_sheet_is_checked() -> None:
    verdict = looked_at(read_scan(sheet(), sheet(code(1))), "scan.pdf")
    assert (verdict.source, verdict.grade) == ("pdf", Grade.BAD)
    assert [one.code for one in verdict.notes] == ["note.unsigned", "note.code_on_page"]
    assert verdict.gravest.code == "note.unsigned"
    assert not verdict.signers


@pytest.mark.parametrize("texts", [(), ("https://example.invalid/",)], ids=["none", "another"])
def test_without_a_code_of_ours_there_is_no_such_way(texts: tuple[str, ...]) -> None:
    verdict = looked_at(read_scan(sheet(*texts)), "surat.pdf")
    assert [one.code for one in verdict.notes] == ["note.unsigned"]


def test_a_signed_file_is_not_searched_for_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> tuple[str, ...]:
        raise AssertionError

    monkeypatch.setattr("kepatuhan_desktop.imaging.codes.texts", fail)
    assert looked_at(builders.honest(), "kartu.pdf").signers
