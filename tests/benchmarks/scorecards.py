"""The scorecard as a PDF, against the same pages, words and pictures on a bare ReportLab canvas."""

import io
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop import assets
from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.reports.sheet import Jpeg
from tests.benchmarks.figures import Figure, interleaved, median, p95, quiet
from tests.benchmarks.workspaces import BUNDLED, answer_all, begin

ROUNDS = 15
PICTURES = 40
FONT = "Inter-Bare"
SIZE = 8
BOTTOM, TOP = 40, 800


def measure() -> list[Figure]:
    """Warm: the picture copies are there, as they are once a photo has been on the screen."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        services = open_services(Path(folder) / "home")
        one = _filled(services)
        card = services.scorecards.draft(one)
        pages = _words(services.scorecards.render(card))
        pictures = [
            copies.print_copy
            for piece in services.assessments.get(one).evidence.values()
            for copies in [services.attaching.copies(piece)]
            if copies.print_copy is not None
        ]
        pdfmetrics.registerFont(
            TTFont(FONT, str(assets.path("resources", "fonts", "Inter-Regular.ttf")))
        )
        quiet()
        ours, plain, passed_through = interleaved(
            ROUNDS,
            lambda: services.scorecards.render(card),
            lambda: _bare(pages, [ImageReader(io.BytesIO(data)) for data in pictures]),
            lambda: _bare(pages, [Jpeg(data) for data in pictures]),
        )
        services.close()
    name = f"scorecard PDF, {len(pages)} pages, {len(pictures)} pictures"
    limits = (("bare ReportLab", plain), ("the same, JPEGs not decoded", passed_through))
    return [
        Figure(
            name=name,
            ours=of(ours),
            limit=of(limit),
            aim=1.5,
            what=what,
            against=against,
            informative=what != "median" or limit is not plain,
        )
        for against, limit in limits
        for what, of in (("median", median), ("p95", p95))
    ]


def _filled(services: Services) -> AssessmentId:
    one = begin(services, BUNDLED)
    answer_all(services, one)
    indicators = list(services.assessments.overview(one).instrument.indicators)
    for number in range(PICTURES):
        out = io.BytesIO()
        # Enlarged noise weighs about what a photograph does.
        grain = Image.effect_noise((320, 240), 40 + number / 4).convert("RGB")
        grain.resize((1600, 1200), Image.Resampling.BICUBIC).save(out, "JPEG")
        kept = services.attaching.keep(out.getvalue(), f"foto-{number}.jpg", "camera")
        services.attaching.attach(one, indicators[number % len(indicators)], kept, "Ruang tunggu")
    return one


def _words(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    document = pypdfium2.PdfDocument(pdf)
    pages = []
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        pages.append(text.get_text_range().splitlines())
        text.close()
        page.close()
    document.close()
    return pages


def _bare(pages: list[list[str]], pictures: list[ImageReader]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    waiting = list(pictures)
    share = -(-len(pictures) // len(pages))
    for lines in pages:
        canvas.setFont(FONT, SIZE)
        step = (TOP - BOTTOM) / max(len(lines), 1)
        for number, line in enumerate(lines):
            canvas.drawString(BOTTOM, TOP - number * step, line)
        for place, picture in enumerate(waiting[:share]):
            canvas.drawImage(
                picture, BOTTOM + 110 * (place % 4), BOTTOM + 85 * (place // 4), 100, 75
            )
        del waiting[:share]
        canvas.showPage()
    canvas.save()
    return out.getvalue()
