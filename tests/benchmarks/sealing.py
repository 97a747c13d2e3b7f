"""Sealing a long scorecard as a whole, and signing it against bare pyHanko on the same file."""

import io
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from PIL import Image
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.seal import AUDITOR, UNIT_HEAD, Signature, Stroke
from kepatuhan_desktop.services.scorecards import Drawing
from kepatuhan_desktop.services.sealing import Plan
from kepatuhan_desktop.signing import pades
from kepatuhan_desktop.signing.sources import Source
from kepatuhan_desktop.signing.witnessed import witness
from tests.benchmarks.figures import Figure, interleaved, median, p95, quiet
from tests.benchmarks.workspaces import begin, options_of, synthetic

ROUNDS = 9
PICTURES = 40
INDICATORS = 320
"""Enough for some 50 pages."""
MOST = 2000.0
"""Milliseconds that sealing may take."""
NOTE = "Papan alur pengaduan di loket 2; nomor WhatsApp aktif, diuji pukul 10.30. " * 3
PAD: tuple[Stroke, ...] = tuple(
    tuple((x * 90 + line * 70, 1200 + (x * 733 + line * 377) % 1700, x * 14) for x in range(80))
    for line in range(3)
)
SIGNATURES = (
    Signature(role=AUDITOR, person=Person(name="Pemeriksa"), strokes=PAD),
    Signature(role=UNIT_HEAD, person=Person(name="Kepala Dinas"), strokes=PAD),
)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def measure() -> list[Figure]:
    """Warm: modules imported, picture copies there, as after the pages were looked at."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        services = open_services(Path(folder) / "home")
        one = _filled(services)
        services.sealing.warm_up()
        plan = services.sealing.prepare(one, SIGNATURES, "Bandung")
        drawing = services.scorecards.draw(plan.card, "KPD1:" + "A" * 216, plan.card.journal)
        pages = len(IncrementalPdfFileWriter(io.BytesIO(drawing.pdf)).prev.root["/Pages"]["/Kids"])
        auditor, head = services.identities.signer(), witness(Person(name="Kepala Dinas"), NOW)
        quiet()
        (whole,) = interleaved(
            ROUNDS,
            lambda: _seal(services, one),
            before=lambda: _open_again(services, one),
        )
        ours, bare = interleaved(
            ROUNDS,
            lambda: _sign(plan, drawing, auditor, head),
            lambda: _bare(drawing.pdf, auditor, head),
        )
        services.close()
    megabytes = len(drawing.pdf) / 1e6
    sealing = f"sealing, {pages} pages, {PICTURES} pictures, {megabytes:.1f} MB"
    signing = "both signatures on the same file, attachments and fields included"
    return [
        *(
            Figure(
                name=sealing,
                ours=of(whole),
                limit=0.0,
                aim=MOST,
                absolute=True,
                what=what,
                informative=what != "median",
            )
            for what, of in (("median", median), ("p95", p95))
        ),
        *(
            Figure(
                name=signing,
                ours=of(ours),
                limit=of(bare),
                aim=2.0,
                what=what,
                against="bare pyHanko, two signatures",
                informative=what != "median",
            )
            for what, of in (("median", median), ("p95", p95))
        ),
    ]


def _filled(services: Services) -> AssessmentId:
    asked = _without_rules(synthetic(INDICATORS))
    services.instruments.install(asked)
    one = begin(services, asked.id)
    names = list(asked.indicators)
    for at, name in enumerate(names):
        options = options_of(asked, name)
        services.answering.choose(one, name, options[at % len(options)])
        services.answering.note(one, name, NOTE)
    for number in range(PICTURES):
        out = io.BytesIO()
        # Enlarged noise weighs about what a photograph does.
        grain = Image.effect_noise((320, 240), 40 + number / 4).convert("RGB")
        grain.resize((1600, 1200), Image.Resampling.BICUBIC).save(out, "JPEG")
        kept = services.attaching.keep(out.getvalue(), f"foto-{number}.jpg", "camera")
        services.attaching.attach(one, names[number * 5], kept, "Ruang tunggu")
    return one


def _without_rules(asked: Instrument) -> Instrument:
    """The same, with no option that asks for a photo: which ones there are is decided here."""
    plain = codec.plain(asked)

    def strip(part: codec.Json) -> codec.Json:
        if isinstance(part, dict):
            return {name: [] if name == "evidence" else strip(it) for name, it in part.items()}
        return [strip(it) for it in part] if isinstance(part, list | tuple) else part

    return codec.typed(strip(plain), Instrument)


def _open_again(services: Services, one: AssessmentId) -> None:
    if services.assessments.get(one).is_sealed:
        services.amending.amend(one, "diukur lagi")


def _seal(services: Services, one: AssessmentId) -> None:
    plan = services.sealing.prepare(one, SIGNATURES, "Bandung")
    services.sealing.seal(one, plan, services.sealing.sign(plan))


def _sign(plan: Plan, drawing: Drawing, auditor: Source, head: Source) -> bytes:
    pdf = pades.certify(
        drawing.pdf,
        source=auditor,
        at=NOW,
        attachments={
            "record.json": codec.canonical(plan.card.lines),
            "instrument.json": codec.canonical(plan.card.instrument),
        },
        frames=drawing.frames,
        strokes=PAD,
        reason="Mengesahkan",
        location="Bandung",
    )
    return pades.countersign(pdf, source=head, at=NOW, strokes=PAD, location="Bandung")


def _bare(pdf: bytes, auditor: Source, head: Source) -> bytes:
    first = PdfSignatureMetadata(
        field_name="Auditor",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.FILL_FORMS,
        md_algorithm="sha256",
    )
    second = PdfSignatureMetadata(
        field_name="KepalaUnit", subfilter=SigSeedSubFilter.PADES, md_algorithm="sha256"
    )
    for meta, source in ((first, auditor), (second, head)):
        field = SigFieldSpec(str(meta.field_name), box=(50, 50, 180, 100))
        signer = PdfSigner(meta, source.signer, new_field_spec=field)
        signed: io.BytesIO = signer.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)))
        pdf = signed.getvalue()
    return pdf
