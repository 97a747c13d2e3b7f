"""The PDF as a file: the same bytes on any day, its fonts and its pictures inside."""

import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import msgspec
import pypdfium2
import pytest

from kepatuhan_desktop.domain.evidence import Evidence
from kepatuhan_desktop.progress import Cancelled
from kepatuhan_desktop.reports import scorecard
from tests.builders import instruments, pdf
from tests.builders import scorecards as cards

ROOT = Path(__file__).parents[2]
PRINT = """
import hashlib
from kepatuhan_desktop.reports import scorecard
from tests.builders import scorecards as cards
for card in (cards.half_done(), cards.full()):
    pdf = scorecard.render(card, pictures=cards.pictures)
print(hashlib.sha256(pdf).hexdigest())
"""


class Counted:
    """Notes the steps, and stops at one of them."""

    def __init__(self, stop_at: int = -1) -> None:
        self.steps: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def step(self, done: int, total: int, text: str = "") -> None:
        """Note it."""
        assert text
        self.steps.append((done, total))
        if done == self._stop_at:
            raise Cancelled


@pytest.fixture(scope="module")
def full() -> bytes:
    """A whole scorecard."""
    return scorecard.render(cards.full(), pictures=cards.pictures)


def test_the_same_scorecard_gives_the_same_bytes(full: bytes) -> None:
    assert scorecard.render(cards.full(), pictures=cards.pictures) == full


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_other_processes_give_the_same_bytes(full: bytes, seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PRINT],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Jayapura"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.strip() == hashlib.sha256(full).hexdigest()


def test_another_answer_gives_other_bytes(full: bytes) -> None:
    other = msgspec.structs.replace(cards.full(), remark="Lain.")
    assert scorecard.render(other, pictures=cards.pictures) != full


def test_every_font_is_inter_and_embedded(full: bytes) -> None:
    named = set(re.findall(rb"/BaseFont /([^ /\r\n]+)", full))
    assert named
    assert all(b"Inter" in one for one in named)
    assert b"Helvetica" not in full
    assert full.count(b"/FontFile2") >= len(named)


def test_pages_are_a4(full: bytes) -> None:
    boxes = set(re.findall(rb"/MediaBox \[ ([\d. ]+) \]", full))
    assert boxes == {b"0 0 595.28 841.89"}


def test_a_picture_goes_in_as_it_is(full: bytes) -> None:
    line = next(line for line in cards.full().lines if line.evidence)
    photo = cards.pictures(line.evidence[0])
    assert photo is not None
    assert photo in full
    assert b"ASCII85Decode" not in full


def test_one_file_shown_twice_is_fetched_and_embedded_once() -> None:
    asked: list[Evidence] = []

    def pictures(piece: Evidence) -> bytes:
        asked.append(piece)
        return cards.photograph(1 if piece.rotation == 0 else 2)

    pieces = [
        cards.evidence(instruments.A1, 1),
        cards.evidence(instruments.B1, 1, caption="Lagi"),
        cards.evidence(instruments.B1, 1, rotation=90),
    ]
    made = scorecard.render(cards.small(pieces=pieces), pictures=pictures)
    assert [piece.rotation for piece in asked] == [0, 90]
    assert made.count(b"/Subtype /Image") == 2


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"\xff\xd8",
        b"%PDF-1.7",
        cards.photograph(1)[:20],
        b"\xff\xd8\xff\xc0" + bytes(30),
    ],
)
def test_what_is_no_picture_becomes_a_named_frame(data: bytes | None) -> None:
    card = cards.small(pieces=[cards.evidence(instruments.A1, 1)])
    made = scorecard.render(card, pictures=lambda _: data)
    assert "Berkas: DSCN0001.jpg" in pdf.whole(made)
    assert b"/Subtype /Image" not in made


def test_the_file_says_what_it_is(full: bytes) -> None:
    document = pypdfium2.PdfDocument(full)
    said = document.get_metadata_dict()
    document.close()
    assert said["Title"].startswith("Kartu Nilai Kepatuhan · Dinas Penanaman Modal")
    assert said["Subject"].endswith("14 Komponen Standar Pelayanan 2024.1")
    assert said["Author"] == "Ratna Wulandari, S.H."
    assert cards.full().journal in said["Keywords"]
    assert re.search(rb"/Lang \(id\)", full)


def test_the_outline_leads_to_every_component(full: bytes) -> None:
    entries = pdf.outline(full)
    components = [title for level, title in entries if level == 1]
    assert len(components) == 14
    assert components[0] == "b Persyaratan"
    assert [title for level, title in entries if level == 0] == [
        "KARTU NILAI KEPATUHAN",
        "Tanda tangan",
        "Rincian per komponen",
        "Ringkasan temuan",
        "Bagaimana nilai ini dihitung",
    ]


def test_a_stamping_tool_finds_the_free_frame(full: bytes) -> None:
    assert re.search(rb"/tte \[ \d+ 0 R /FitR [\d. ]+ \]", full)
    assert "^" in pdf.words(full)[0]


def test_strokes_change_no_byte_of_the_drawn_pages() -> None:
    auditor, head = cards.signed()
    others = (msgspec.structs.replace(auditor, strokes=cards.stroke(9)), head)
    again = msgspec.structs.replace(cards.small(), signatures=others)
    assert scorecard.render(again, pictures=cards.pictures) == scorecard.render(
        cards.small(), pictures=cards.pictures
    )


def test_the_fields_of_the_signatures_lie_on_the_first_page() -> None:
    frames = scorecard.draw(cards.small(), pictures=cards.pictures).frames
    assert set(frames) == {"Auditor", "KepalaUnit", "TTE"}
    assert {frame.page for frame in frames.values()} == {0}
    left = [frames[name].x for name in ("Auditor", "KepalaUnit", "TTE")]
    assert left == sorted(left)
    assert all(frame.x > 0 and frame.x + frame.width < 595 for frame in frames.values())


def test_fields_name_the_page_that_they_are_on() -> None:
    long = cards.small(remark=" ".join(["Tanggapan panjang."] * 900))
    frames = scorecard.draw(long, pictures=cards.pictures).frames
    drawn = pdf.words(scorecard.render(long, pictures=cards.pictures))
    (page,) = {frame.page for frame in frames.values()}
    assert page > 0
    assert "Ruang TTE tersertifikasi" in drawn[page]


def test_who_refuses_has_no_field() -> None:
    refused = cards.small(refused_because="Tidak setuju.")
    frames = scorecard.draw(refused, pictures=cards.pictures).frames
    assert set(frames) == {"Auditor", "TTE"}


def test_a_draft_has_no_field_but_that_of_the_stamp() -> None:
    frames = scorecard.draw(cards.half_done(), pictures=cards.pictures).frames
    assert set(frames) == {"TTE"}


def test_progress_counts_pages(full: bytes) -> None:
    counted = Counted()
    assert scorecard.render(cards.full(), pictures=cards.pictures, progress=counted) == full
    pages = len(pdf.words(full))
    assert counted.steps == [(done, pages) for done in range(pages + 1)]


def test_a_wish_to_stop_passes_through() -> None:
    with pytest.raises(Cancelled):
        scorecard.render(cards.full(), pictures=cards.pictures, progress=Counted(stop_at=2))
