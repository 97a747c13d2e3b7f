"""What stands on the printed scorecard."""

from collections.abc import Callable
from decimal import Decimal

import msgspec
import pytest

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.domain.explaining import explain
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.instrument import Instrument, Node, Official, Weight, say
from kepatuhan_desktop.domain.scorecard import Scorecard
from kepatuhan_desktop.domain.scoring import Chosen, Excluded, Score
from kepatuhan_desktop.domain.seal import Corrected, Earlier
from kepatuhan_desktop.errors import EvidenceMissing
from kepatuhan_desktop.reports import scorecard
from tests.builders import instruments, pdf
from tests.builders import scorecards as cards

HOSTILE = (
    "<img src='/etc/passwd'> & <b>tebal <para> \x00\x07\x1b[31m \u202eterbalik שלום 😀 \ud800 "
    "</font>]]> %s {0} \\ (( " + "x" * 5000
)


ZONES = {"green": "hijau", "yellow": "kuning", "red": "merah"}


def comma(decimal: object) -> str:
    """A decimal as Indonesians write it, with two places."""
    return f"{Decimal(str(decimal)):.2f}".replace(".", ",")


def score_of(card: Scorecard) -> tuple[str, str, str]:
    """The number as it is printed, its category and its zone."""
    total = card.result.total
    assert isinstance(total, Score)
    return comma(total.value), total.category, str(total.zone)


def printed(card: Scorecard, language: str = "id") -> bytes:
    """The PDF."""
    return scorecard.render(card, pictures=cards.pictures, language=language)


def replace(card: Scorecard, **changes: object) -> Scorecard:
    """The card with other values."""
    return msgspec.structs.replace(card, **changes)


@pytest.fixture(scope="module")
def full() -> list[str]:
    """The pages of a whole scorecard as text."""
    return pdf.words(printed(cards.full()))


def test_the_first_page_says_who_was_visited_when_and_by_whom(full: list[str]) -> None:
    card = cards.full()
    assert card.product is not None
    for said in (
        "KARTU NILAI KEPATUHAN",
        "14 Komponen Standar Pelayanan versi 2024.1",
        "UU 25/2009 Pasal 21",
        card.unit.name,
        card.unit.address,
        card.institution.name,
        card.product.name,
        "18 November 2024",
        "Ratna Wulandari, S.H.",
        "NIP 19880412 201503 2 004",
        "Bagus Prasetyo",
    ):
        assert said in full[0]


def test_the_score_has_a_number_a_category_a_zone_and_a_label(full: list[str]) -> None:
    number, category, zone = score_of(cards.full())
    label = {str(one.id): say(one.label) for one in cards.bundled().categories}[category]
    said = f"NILAI AKHIR {number} dari 100 Kategori {category} · Zona {ZONES[zone]} {label}"
    assert said in full[0]


def test_the_change_since_the_earlier_period_is_printed(full: list[str]) -> None:
    rise = Decimal(score_of(cards.full())[0].replace(",", ".")) - Decimal("63.67")
    assert f"▲ {comma(rise)} dari 63,67 · C kuning · 2023" in full[0]


@pytest.mark.parametrize("fall, change", [("10", "▼ 10,00 dari"), ("0", "Tetap, dari")])
def test_a_fall_and_a_standstill_are_said_as_well(fall: str, change: str) -> None:
    before = Decimal(score_of(cards.full())[0].replace(",", ".")) + Decimal(fall)
    earlier = Earlier(period="2022", score=str(before), category="A", zone="green")
    first = pdf.words(printed(replace(cards.full(), earlier=earlier)))[0]
    assert f"{change} {comma(before)} · A hijau · 2022" in first


def test_every_component_has_a_bar_with_value_and_zone(full: list[str]) -> None:
    card = cards.full()
    for node in card.instrument.components:
        score = card.result.nodes[node.id]
        assert score.value is not None
        assert score.zone is not None
        row = f"{say(node.short)} {score.value.replace('.', ',')} {ZONES[score.zone]}"
        assert row in full[0]


def test_unofficial_weights_are_named_beside_the_score(full: list[str]) -> None:
    assert "Bobot tidak resmi: bobot instrumen ini belum dikonfirmasi" in full[0]


def test_official_weights_need_no_remark() -> None:
    card = cards.full()
    official = _official(card.instrument)
    text = pdf.whole(printed(replace(card, instrument=official)))
    assert "tidak resmi" not in text


def test_every_indicator_stands_with_question_answer_note_and_reason(full: list[str]) -> None:
    card, text = cards.full(), " ".join(full)
    for line in card.lines:
        indicator = card.instrument.indicators[line.indicator]
        assert f"{indicator.code} {say(indicator.question)}" in text
        if line.note:
            assert f"Catatan: {line.note}" in text
        if isinstance(line.answer, Excluded):
            assert f"Tidak berlaku. Alasan: {line.answer.reason}" in text


def test_every_finding_stands_under_its_indicator_and_in_the_table(full: list[str]) -> None:
    card, text = cards.full(), " ".join(full)
    findings = [finding for line in card.lines for finding in line.findings]
    assert findings
    for number, finding in enumerate(findings, 1):
        assert f"Temuan {number} {finding.statement}" in text
    assert text.count("Saran perbaikan: Lengkapi isi") == len(findings)
    assert "Penanggung jawab: Kepala Bidang Pelayanan · Tenggat: 20 Desember 2024" in text
    assert "Ringkasan temuan" in text


def test_evidence_has_caption_time_and_the_beginning_of_its_digest(full: list[str]) -> None:
    text = " ".join(full)
    for line in cards.full().lines:
        for piece in line.evidence:
            assert piece.digest[:8] in text
            assert piece.caption in text
    assert "18 Nov 2024 10.04" in text
    assert "Berkas: SK penetapan standar.pdf" in text


def test_the_remarks_of_the_office_are_printed(full: list[str]) -> None:
    assert cards.full().remark in full[0]
    assert "Tidak ada tanggapan" in pdf.words(printed(replace(cards.full(), remark=" ")))[0]


def test_both_signatures_stand_with_name_number_position_place_and_day(full: list[str]) -> None:
    for said in (
        "Sumbermakmur, 18 November 2024",
        "NIP 19690817 199403 1 006",
        "Kepala Dinas",
        "TTE tidak tersertifikasi · 18 Nov 2024",
        "Ruang TTE tersertifikasi",
    ):
        assert said in full[0]


def test_a_correction_says_what_it_corrects_and_why() -> None:
    corrects = Corrected(revision=1, digest=cards.digest("record"), reason="Salah foto.")
    pages = pdf.words(printed(replace(cards.full(), revision=2, corrects=corrects)))
    digest = " ".join(corrects.digest[at : at + 4] for at in range(0, 16, 4))
    assert f"Revisi 2 mengoreksi revisi 1 ({digest}): Salah foto." in pages[0]
    assert all(" · Revisi 2" in page for page in pages)


def test_the_first_revision_is_not_numbered(full: list[str]) -> None:
    assert all("Revisi" not in page for page in full)


def test_a_refusal_is_printed_with_its_reason() -> None:
    said = "Menolak menandatangani: Tidak sependapat dengan hasil"
    assert said in pdf.words(printed(cards.refused()))[0]


def test_a_long_refusal_is_printed_to_its_last_word() -> None:
    reason = " ".join(f"alasan{number}" for number in range(400))
    text = pdf.whole(printed(cards.refused(reason)))
    assert "Menolak menandatangani: alasan0 alasan1 " in text
    assert all(f" alasan{number} " in text for number in range(400))


def test_a_draft_says_so_on_every_page() -> None:
    pages = pdf.words(printed(cards.half_done()))
    assert len(pages) > 3
    assert all("DRAF – belum ditandatangani" in page for page in pages)
    assert "NILAI SEMENTARA" in pages[0]
    assert "Belum ditandatangani" in pages[0]
    assert "Belum dijawab" in " ".join(pages)


def test_a_sealed_scorecard_never_says_draft(full: list[str]) -> None:
    assert all("DRAF" not in page for page in full)


def test_nothing_answered_is_no_score_and_not_zero() -> None:
    first = pdf.words(printed(cards.untouched()))[0]
    assert "Belum ada nilai" in first
    assert "0,00" not in first


def test_every_page_counts_itself_and_names_journal_instrument_and_assessment(
    full: list[str],
) -> None:
    card = cards.full()
    for number, page in enumerate(full, 1):
        assert f"Halaman {number} dari {len(full)}" in page
        assert card.assessment in page
        joined = page.replace(" ", "")
        assert card.journal in joined
        assert card.instrument.digest in joined
        assert card.unit.name in page
        assert "2024.1" in page


def test_the_calculation_is_explained(full: list[str]) -> None:
    text = " ".join(full)
    assert "Bagaimana nilai ini dihitung" in text
    assert "dibulatkan ke 2 angka di belakang koma, setengah ke atas" in text
    card = cards.full()
    way = explain(
        card.instrument, {line.indicator: line.answer for line in card.lines if line.answer}
    ).way
    assert way is not None
    assert (
        f"Kategori {way.category} mulai dari {comma(way.threshold)}; masih kurang "
        f"{comma(way.distance)} poin. Cukup {len(way.steps)} jawaban berubah: "
    ) in text
    assert f"Nilai lalu menjadi {comma(way.reaches)}." in text
    assert "Persyaratan 1 * 7,14 % 5/5" in text
    assert "88,00 – 100 Kualitas Tertinggi · Zona hijau" in text


def test_the_highest_category_has_no_way_upward() -> None:
    text = pdf.whole(printed(cards.full(quality=1.1)))
    assert "Nilai ini sudah dalam kategori tertinggi." in text


def test_english_is_an_alternative() -> None:
    text = pdf.whole(printed(cards.full(), "en"))
    score = score_of(cards.full())[0].replace(",", ".")
    for said in ("COMPLIANCE SCORECARD", f"FINAL SCORE {score} of 100", "Page 2 of", "green zone"):
        assert said in text
    assert "Halaman" not in text


@pytest.mark.parametrize("make", [cards.full, cards.half_done, cards.refused, cards.untouched])
def test_no_word_reaches_over_the_margins(make: Callable[[], Scorecard]) -> None:
    card = replace(make(), sealed_at="2024-11-18")  # without the watermark, which is large
    left, bottom, right, top = pdf.edges(printed(card))
    assert left > 45
    assert bottom > 20
    assert right < 551
    assert top < 820


def test_hostile_text_is_printed_as_it_stands_wherever_it_comes_from() -> None:
    finding = Finding(
        indicator=instruments.A1,
        statement=HOSTILE,
        legal_reference=HOSTILE,
        improvement_suggestion=HOSTILE,
        responsible=HOSTILE,
        due=HOSTILE,
    )
    pieces = (
        cards.evidence(instruments.A1, 1, caption=HOSTILE, name=HOSTILE, taken_at=HOSTILE),
        cards.evidence(instruments.A1, 2, media_type="application/pdf", name=HOSTILE),
    )
    card = cards.small(
        note=HOSTILE,
        reason=HOSTILE,
        remark=HOSTILE,
        refused_because=HOSTILE,
        findings=(finding, finding),
        pieces=pieces,
    )
    card = replace(
        card,
        assessment=HOSTILE,
        journal=HOSTILE,
        place=HOSTILE,
        unit=msgspec.structs.replace(card.unit, name=HOSTILE, address=HOSTILE),
        profile=msgspec.structs.replace(card.profile, period=HOSTILE, visited_on=HOSTILE),
    )
    made = printed(card)
    text = pdf.whole(made)
    assert text.count("<img src='/etc/passwd'> & <b>tebal") > 10
    assert "□ = aksara di luar fonta cetak" in text
    assert "\x1b" not in text
    left, _, right, _ = pdf.edges(made)
    assert left > 45
    assert right < 551


def test_very_long_text_flows_to_its_last_word() -> None:
    note = " ".join(f"kata{number}" for number in range(6000))
    made = printed(cards.small(note=note, remark=note))
    pages = pdf.words(made)
    assert len(pages) > 15
    text = " ".join(pages)
    assert all(text.count(f" kata{number} ") == 2 for number in range(0, 5999, 97))
    assert "a.1 · lanjutan" in text


def test_equal_findings_keep_numbers_of_their_own() -> None:
    finding = Finding(indicator=instruments.B1, statement="Kosong.", legal_reference="")
    text = pdf.whole(printed(cards.small(findings=(finding, finding))))
    assert "Temuan 1 Kosong." in text
    assert "Temuan 2 Kosong." in text


def _official(instrument: Instrument) -> Instrument:
    def sure(weight: Weight) -> Weight:
        return msgspec.structs.replace(weight, official=Official.YES)

    def node(one: Node) -> Node:
        return msgspec.structs.replace(
            one,
            weight=sure(one.weight),
            nodes=tuple(node(child) for child in one.nodes),
            indicators=tuple(
                msgspec.structs.replace(each, weight=sure(each.weight)) for each in one.indicators
            ),
        )

    return msgspec.structs.replace(instrument, nodes=tuple(node(one) for one in instrument.nodes))


WORDS = {"id": "Berkas bukti tidak ditemukan", "en": "Evidence file not found"}


def with_evidence(card: Scorecard) -> tuple[Scorecard, Evidence]:
    """A draft, and a photo of it."""
    draft = replace(card, sealed_at=None, place="", signatures=())
    pieces = (piece for line in draft.lines for piece in line.evidence)
    return draft, next(piece for piece in pieces if piece.media_type.startswith("image/"))


@pytest.mark.parametrize("language", WORDS)
def test_a_lost_photo_of_a_draft_is_said_in_its_frame(language: str) -> None:
    draft, piece = with_evidence(cards.full())
    text = pdf.whole(printed(replace(draft, lost=(piece.digest,)), language))
    assert f"{WORDS[language]} {piece.name}" in text


def test_a_photo_that_is_lost_when_it_is_drawn_is_said_in_its_frame() -> None:
    draft, piece = with_evidence(cards.full())

    def pictures(one: Evidence) -> bytes | None:
        if one.digest == piece.digest:
            raise EvidenceMissing(name=one.name)
        return cards.pictures(one)

    text = pdf.whole(scorecard.render(draft, pictures=pictures))
    assert f"{WORDS['id']} {piece.name}" in text


def test_a_document_that_is_there_is_not_said_to_be_lost() -> None:
    text = pdf.whole(printed(with_evidence(cards.full())[0]))
    assert "Berkas: SK penetapan standar.pdf" in text
    assert WORDS["id"] not in text


def test_required_evidence_that_is_lost_is_not_said_to_be_there() -> None:
    asked = instruments.small()
    piece = cards.evidence(instruments.A1, 1)
    draft = cards.card(asked, {instruments.A1: Chosen(instruments.FULL)}, pieces=[piece])
    assert "– ada" in pdf.whole(printed(draft))
    assert "– ada" not in pdf.whole(printed(replace(draft, lost=(piece.digest,))))


def test_a_draft_with_a_lost_photo_has_the_same_bytes_each_time() -> None:
    draft, piece = with_evidence(cards.full())
    lacking = replace(draft, lost=(piece.digest,))
    assert printed(lacking) == printed(lacking)
