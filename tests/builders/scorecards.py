"""Scorecards of several kinds, made without a database."""

import hashlib
import io
from collections.abc import Mapping, Sequence
from functools import lru_cache
from random import Random

import msgspec
from PIL import Image, ImageDraw

from kepatuhan_desktop import assets, codec
from kepatuhan_desktop.domain.assessment import InstrumentPin, Profile
from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import (
    Digest,
    IndicatorId,
    InstitutionId,
    OptionId,
    ProductId,
    UnitId,
)
from kepatuhan_desktop.domain.instrument import Instrument, OptionScale, say
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scorecard import Line, Scorecard
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded, score
from kepatuhan_desktop.domain.seal import Earlier, Signature, Stroke
from tests.builders import instruments

AUDITOR = Person(
    name="Ratna Wulandari, S.H.", nip="19880412 201503 2 004", position="Asisten Ombudsman"
)
TEAM = (
    Person(name="Bagus Prasetyo", nip="19911120 201903 1 002", position="Enumerator"),
    Person(name="Maria Goreti Lestari", position="Enumerator"),
)
HEAD = Person(name="Drs. Hadi Santoso, M.Si.", nip="19690817 199403 1 006", position="Kepala Dinas")
NOTES = (
    "Papan alur pengaduan di loket 2; nomor WhatsApp aktif, diuji pukul 10.30.",
    "Berkas diperiksa bersama petugas. Dua dari tiga contoh memuat syarat yang tidak tercantum.",
    "Laman terakhir diperbarui 3 Februari 2022; tarif lama masih tertulis.",
)


def digest(text: str) -> Digest:
    """A digest that only `text` decides."""
    return Digest(hashlib.sha256(text.encode()).hexdigest())


@lru_cache
def bundled() -> Instrument:
    """The instrument of the 14 components as it ships."""
    path = assets.path("resources", "instruments", "uu25-14", "2024.1", "instrument.json")
    return codec.decode(path.read_bytes(), Instrument)


@lru_cache
def photograph(number: int, size: tuple[int, int] = (320, 240)) -> bytes:
    """A small JPEG, different for every number."""
    random = Random(number)
    picture = Image.new("RGB", size, tuple(random.randrange(90, 220) for _ in range(3)))
    draw = ImageDraw.Draw(picture)
    for _ in range(8):
        x, y = random.randrange(size[0]), random.randrange(size[1])
        shade = tuple(random.randrange(40, 250) for _ in range(3))
        draw.rectangle((x, y, x + size[0] // 4, y + size[1] // 5), fill=shade)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def evidence(indicator: IndicatorId, number: int, **changes: object) -> Evidence:
    """A photo of the visit."""
    piece = Evidence(
        indicator=indicator,
        digest=digest(f"photo {number}"),
        size=2_400_000,
        name=f"DSCN{number:04d}.jpg",
        media_type="image/jpeg",
        caption=("Papan persyaratan di loket 2", "", "Ruang tunggu")[number % 3],
        taken_at=f"2024-11-18T10:{number % 60:02d}:12+07:00",
        added_at="2024-11-18T11:00:00+07:00",
        width=4000,
        height=3000,
        order=number,
    )
    return msgspec.structs.replace(piece, **changes)


def pictures(piece: Evidence) -> bytes | None:
    """A print copy for every photo, upright for every fifth; none for other files."""
    if not piece.media_type.startswith("image/"):
        return None
    number = int(piece.digest[:6], 16)
    return photograph(number % 40, (240, 320) if number % 5 == 0 else (320, 240))


def stroke(seed: int) -> tuple[Stroke, ...]:
    """A signature drawn with a quick hand."""
    random = Random(seed)
    strokes: list[Stroke] = []
    x, when = 900, 0
    for _ in range(3):
        points = []
        for _ in range(14):
            x += random.randrange(60, 320)
            when += random.randrange(12, 30)
            points.append((min(x, 9600), random.randrange(700, 3300), when))
        strokes.append(tuple(points))
        x -= random.randrange(200, 900)
    return tuple(strokes)


def signed(refused_because: str = "") -> tuple[Signature, ...]:
    """Both sides; the head refuses where there is a reason."""
    head = (
        Signature(role="unit_head", person=HEAD, refused_because=refused_because)
        if refused_because
        else Signature(role="unit_head", person=HEAD, strokes=stroke(7))
    )
    return (Signature(role="auditor", person=AUDITOR, strokes=stroke(3)), head)


def card(
    instrument: Instrument,
    answers: Mapping[IndicatorId, Answer],
    *,
    notes: Mapping[IndicatorId, str] | None = None,
    pieces: Sequence[Evidence] = (),
    findings: Sequence[Finding] = (),
    remark: str = "",
    signatures: tuple[Signature, ...] = (),
    earlier: Earlier | None = None,
) -> Scorecard:
    """A scorecard of these answers; sealed where there are signatures."""
    institution, unit = InstitutionId("i"), UnitId("u")
    return Scorecard(
        assessment="7d3kq9xw2m5n8r4t6v0b1c3f5h",
        instrument=instrument,
        institution=Institution(name="Pemerintah Kota Sumbermakmur", region="Jawa Timur"),
        unit=Unit(
            institution=institution,
            name="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
            address="Jalan Melati Nomor 14, Sumbermakmur 61311",
            head_name=HEAD.name,
            head_nip=HEAD.nip,
            head_position=HEAD.position,
        ),
        product=Product(unit=unit, name="Persetujuan Bangunan Gedung"),
        profile=Profile(
            institution=institution,
            unit=unit,
            product=ProductId("p"),
            period="2024",
            instrument=InstrumentPin(
                id=instrument.id, version=instrument.version, digest=instrument.digest
            ),
            auditor=AUDITOR,
            team=TEAM,
            visited_on="2024-11-18",
        ),
        result=score(instrument, answers),
        lines=tuple(
            Line(
                indicator=one,
                answer=answers.get(one),
                note=(notes or {}).get(one, ""),
                evidence=tuple(piece for piece in pieces if piece.indicator == one),
                findings=tuple(finding for finding in findings if finding.indicator == one),
            )
            for one in instrument.indicators
        ),
        remark=remark,
        earlier=earlier,
        journal=digest("journal"),
        sealed_at="2024-11-18T15:41:07.120+07:00" if signatures else None,
        place="Sumbermakmur" if signatures else "",
        signatures=signatures,
    )


def full(photos: int = 40, seed: int = 5, quality: float = 0.82) -> Scorecard:
    """The whole visit: 56 indicators answered, photos, notes, findings, both signatures."""
    instrument, random = bundled(), Random(seed)
    answers: dict[IndicatorId, Answer] = {}
    notes: dict[IndicatorId, str] = {}
    found: list[Finding] = []
    for at, one in enumerate(instrument.indicators.values()):
        assert isinstance(one.scale, OptionScale)
        options = one.scale.options
        if one.not_applicable.allowed and at % 17 == 3:
            reason = "Seluruh layanan daring sejak 2023 (Keputusan Kepala Dinas 188/12/2023)."
            answers[one.id] = Excluded(reason=reason)
            continue
        best = random.random() < quality
        option = options[-1] if best else random.choice(options[:-1])
        answers[one.id] = Chosen(option.id)
        if option.note_required or at % 6 == 0:
            notes[one.id] = NOTES[at % 3]
        if not best and len(found) < 7:
            found.append(
                Finding(
                    indicator=one.id,
                    statement=f"{say(one.question)}: {say(option.descriptor)}",
                    legal_reference="UU 25/2009 Pasal 21",
                    improvement_suggestion="Lengkapi isi dan pasang di tempat pengguna menunggu.",
                    responsible="Kepala Bidang Pelayanan",
                    due="2024-12-20",
                )
            )
    spread = list(instrument.indicators)[::2]
    pieces = [evidence(spread[number * 7 % len(spread)], number) for number in range(photos)]
    document = {"media_type": "application/pdf", "name": "SK penetapan standar.pdf", "caption": ""}
    pieces.append(evidence(spread[0], 90, **document, taken_at=None))
    return card(
        instrument,
        answers,
        notes=notes,
        pieces=pieces,
        findings=found,
        remark=(
            "Kami menerima hasil penilaian ini. Papan informasi di ruang tunggu sedang dicetak "
            "ulang dan akan dipasang paling lambat pertengahan Desember."
        ),
        signatures=signed(),
        earlier=Earlier(period="2023", score="63.67", category="C", zone="yellow"),
    )


def half_done() -> Scorecard:
    """A draft: every second component answered, nobody has signed."""
    whole = full(photos=14, seed=9, quality=0.6)
    reached = list(whole.instrument.indicators)[: len(whole.lines) // 2]
    lines = tuple(
        line
        if line.indicator in reached
        else Line(indicator=line.indicator, answer=None, note="", evidence=(), findings=())
        for line in whole.lines
    )
    answers = {line.indicator: line.answer for line in lines if line.answer}
    return msgspec.structs.replace(
        whole,
        lines=lines,
        result=score(whole.instrument, answers),
        remark="",
        sealed_at=None,
        place="",
        signatures=(),
    )


def refused(reason: str = "Tidak sependapat dengan hasil pada komponen biaya/tarif.") -> Scorecard:
    """Complete, poor, and the head of the unit refuses to sign."""
    whole = full(photos=6, seed=11, quality=0.3)
    return msgspec.structs.replace(whole, signatures=signed(reason))


def untouched() -> Scorecard:
    """A draft in which nothing is answered."""
    empty = card(bundled(), {})
    profile = msgspec.structs.replace(empty.profile, team=(), visited_on="")
    unit = Unit(institution=empty.unit.institution, name="Puskesmas Melati")
    return msgspec.structs.replace(empty, profile=profile, unit=unit, product=None)


def small(
    *,
    note: str = "",
    reason: str = "",
    remark: str = "",
    refused_because: str = "",
    findings: Sequence[Finding] = (),
    pieces: Sequence[Evidence] = (),
) -> Scorecard:
    """Five indicators of a small instrument, sealed."""
    answers: dict[IndicatorId, Answer] = {
        instruments.A1: Chosen(instruments.FULL),
        instruments.A2: Excluded(reason=reason) if reason else Chosen(instruments.HALF),
        instruments.A3: Chosen(instruments.NONE),
        instruments.B1: Chosen(OptionId("half")),
        instruments.B2: Chosen(instruments.FULL),
    }
    return card(
        instruments.small(),
        answers,
        notes={instruments.A1: note} if note else {},
        pieces=pieces,
        findings=findings,
        remark=remark,
        signatures=signed(refused_because),
    )
