"""Lost, damaged and absurd evidence: named, shown as such, and nothing else is touched."""

import io
import json
import shutil
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.errors import (
    EvidenceDamaged,
    EvidenceMissing,
    EvidenceNotAccepted,
    EvidenceTooLarge,
    EvidenceUnreadable,
    KnownError,
)
from kepatuhan_desktop.storage.vault import DERIVED, ORIGINALS
from tests.faults import scene
from tests.faults.program import kepatuhan, sentence_of

pytestmark = pytest.mark.faults

Harm = Callable[[Path], None]


def cut(path: Path) -> None:
    """Half of the file is gone."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def flip(path: Path) -> None:
    """One bit in the middle is another."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def empty(path: Path) -> None:
    """The file is there and holds nothing."""
    path.write_bytes(b"")


def swap(path: Path) -> None:
    """Another sealed file of the same workspace lies under this name."""
    others = [it for it in path.parents[1].rglob("*.age") if it != path]
    path.write_bytes(others[0].read_bytes())


HARMS: list[tuple[Harm, type[KnownError]]] = [
    (Path.unlink, EvidenceMissing),
    (cut, EvidenceDamaged),
    (flip, EvidenceDamaged),
    (empty, EvidenceDamaged),
    (swap, EvidenceDamaged),
]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with two photographs; copied, never used itself."""
    home = tmp_path_factory.mktemp("sound") / "home"
    services = open_services(home)
    scene.fill(services, scene.begin(services), answers=4, photos=2)
    services.close()
    return home


@pytest.mark.parametrize("harm, expected", HARMS)
def test_lost_or_damaged_evidence_is_named_and_the_rest_goes_on(
    sound: Path, tmp_path: Path, harm: Harm, expected: type[KnownError]
) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    harm(sorted((home / ORIGINALS).rglob("*.age"))[0])

    services = open_services(home)
    one = scene.the_assessment(services)
    overview = services.assessments.overview(one)
    assert overview.result.answered == 4
    errors: list[KnownError] = []
    for piece in overview.assessment.evidence.values():
        try:
            services.attaching.copies(piece)
        except KnownError as error:
            errors.append(error)
    assert [type(error) for error in errors] == [expected]
    sentence_of(errors[0])
    services.answering.note(one, next(iter(overview.instrument.indicators)), "Masih bisa ditulis.")
    pdf = services.scorecards.render(services.scorecards.draft(one))
    assert pdf.startswith(b"%PDF")
    services.close()

    doctor = kepatuhan("doctor", "--json", home=home)
    assert doctor.returncode == expected.exit_status
    by_name = {check["name"]: check for check in json.loads(doctor.stdout)["checks"]}
    assert not by_name["evidence"]["ok"]
    assert expected.code.removeprefix("evidence.") in by_name["evidence"]["detail"]
    assert [name for name, check in by_name.items() if not check["ok"]] == ["evidence"]


def test_a_missing_photo_leaves_a_frame_on_the_scorecard(sound: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    services = open_services(home)
    one = scene.the_assessment(services)
    whole = services.scorecards.render(services.scorecards.draft(one))
    shutil.rmtree(home / DERIVED)
    sorted((home / ORIGINALS).rglob("*.age"))[0].unlink()
    lacking = services.scorecards.render(services.scorecards.draft(one))
    services.close()
    assert pictures_in(whole) == pictures_in(lacking) + 1


def pictures_in(pdf: bytes) -> int:
    """How many JPEGs a PDF holds."""
    return pdf.count(b"/DCTDecode")


def test_a_lost_derived_picture_is_made_again(sound: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    services = open_services(home)
    state = services.assessments.get(scene.the_assessment(services))
    before = [services.attaching.copies(piece) for piece in state.evidence.values()]
    for number, path in enumerate(sorted((home / DERIVED).rglob("*.age"))):
        (cut, flip, empty, Path.unlink)[number % 4](path)
    assert [services.attaching.copies(piece) for piece in state.evidence.values()] == before
    services.close()
    assert kepatuhan("doctor", home=home).returncode == 0


def png(width: int, height: int) -> bytes:
    """A picture that says it is that large, and is not."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(bytes(1_000_000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def bare_zip() -> bytes:
    """An archive that is no office file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("../../keys.json", "{}")
    return out.getvalue()


ABSURD: dict[str, tuple[bytes, str, type[KnownError]]] = {
    "nothing": (b"", "foto.jpg", EvidenceDamaged),
    "half a photo": (scene.photographs()[1][:4000], "foto.jpg", EvidenceDamaged),
    "only a beginning": (b"\xff\xd8\xff\xe0", "foto.jpg", EvidenceDamaged),
    "a bomb": (png(60_000, 60_000), "foto.png", EvidenceTooLarge),
    "no pixels": (png(0, 0), "foto.png", EvidenceDamaged),
    "text that calls itself a photo": (b"Ini bukan foto.", "foto.jpg", EvidenceNotAccepted),
    "a program": (b"MZ" + bytes(500), "foto.exe", EvidenceNotAccepted),
    "an archive": (bare_zip(), "arsip.zip", EvidenceNotAccepted),
    "an archive as a document": (bare_zip(), "surat.docx", KnownError),
    "half a document": (b"%PDF-1.7\n1 0 obj\n<<", "surat.pdf", EvidenceDamaged),
}


@pytest.mark.parametrize("absurd", ABSURD)
def test_an_absurd_file_is_refused_and_nothing_is_kept(
    sound: Path, tmp_path: Path, absurd: str
) -> None:
    data, name, expected = ABSURD[absurd]
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    services = open_services(home)
    one = scene.the_assessment(services)
    before = contents(services, one)
    with pytest.raises(expected) as refused:
        services.attaching.keep(data, name)
    assert name in sentence_of(refused.value)
    assert contents(services, one) == before
    services.close()


@pytest.mark.parametrize(
    "name", ["../../keys.json.jpg", "a/b\\c.jpg", "x" * 500 + ".jpg", "nul\0.jpg"]
)
def test_a_hostile_name_is_kept_as_a_name_and_never_as_a_path(
    sound: Path, tmp_path: Path, name: str
) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    services = open_services(home)
    one = scene.the_assessment(services)
    folders = {path.parent for path in home.rglob("*") if path.is_file()}
    kept = services.attaching.keep(scene.unlike_any_other(scene.photographs()[0]), name)
    piece, _ = services.attaching.attach(one, "b.1", kept)  # type: ignore[arg-type]  # an id, spelt out
    stored = services.assessments.get(one).evidence[piece].name
    assert "/" not in stored
    assert len(stored) <= 120
    services.close()
    new = {path.parent for path in home.rglob("*") if path.is_file()} - folders
    assert {path.parent.name for path in new} <= {ORIGINALS}
    assert list(tmp_path.iterdir()) == [home]


@pytest.mark.parametrize("place", ["", "missing.jpg"])
def test_a_file_that_cannot_be_read_is_said(sound: Path, tmp_path: Path, place: str) -> None:
    home = tmp_path / "home"
    shutil.copytree(sound, home)
    services = open_services(home)
    before = contents(services, scene.the_assessment(services))
    with pytest.raises(EvidenceUnreadable) as refused:
        services.attaching.keep_file(tmp_path / place)
    sentence_of(refused.value)
    assert contents(services, scene.the_assessment(services)) == before
    services.close()


def contents(services: Services, one: AssessmentId) -> tuple[list[bytes], object, list[str]]:
    """Journal, state and evidence files."""
    files = [path.as_posix() for path in (services.home / ORIGINALS).rglob("*")]
    return services._workspace.journal.bodies(), services.assessments.get(one), sorted(files)
