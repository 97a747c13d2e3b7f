"""A crafted picture takes only its own process with it."""

import io
import struct
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop import errors
from kepatuhan_desktop.imaging import ingest, isolated
from kepatuhan_desktop.imaging.recognition import MediaType
from tests.builders import workspaces

BAD = [sys.executable, "-I", "-c"]
JPEG = MediaType.JPEG


def bomb(width: int, height: int) -> bytes:
    """A small PNG that claims many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def test_the_copies_are_the_same_as_those_made_here() -> None:
    photo = workspaces.a_photo()
    for rotation in (0, 90):
        made = isolated.derive(photo, JPEG, rotation=rotation, name="x.jpg")
        assert made == ingest.derive(photo, JPEG, rotation=rotation, name="x.jpg")


def test_office_files_have_no_copies() -> None:
    assert isolated.derive(b"PK", MediaType.DOCX) is None


def test_a_damaged_picture_is_damaged() -> None:
    with pytest.raises(errors.EvidenceDamaged):
        isolated.derive(workspaces.a_photo()[:500], JPEG, name="x.jpg")


def test_a_bomb_is_refused_elsewhere() -> None:
    with pytest.raises((errors.EvidenceDamaged, errors.EvidenceTooLarge)):
        isolated.derive(bomb(60_000, 60_000), MediaType.PNG, name="x.png")


@pytest.mark.parametrize(
    "deed",
    [
        "import os; os.kill(os.getpid(), 11)",
        "import sys; sys.exit(3)",
        "while True: pass",
        "import sys; sys.stdin.buffer.read(); print('nonsense')",
        "import sys; sys.stdout.buffer.write(bytes(100 << 20))",
        "import sys; sys.stdout.buffer.write((2).to_bytes(8, 'big') + b'[]')",
        "x = bytes(8)",
    ],
)
def test_a_decoder_that_misbehaves_is_only_damage(deed: str) -> None:
    with pytest.raises(errors.EvidenceDamaged):
        isolated.derive(bytes(5_000_000), JPEG, name="x", seconds=3, command=[*BAD, deed])


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are not there")
@pytest.mark.parametrize(
    "deed",
    [
        "x = bytearray(3 << 30)",
        "open('written', 'wb', buffering=0).write(b'x')",
        "files = [open('/dev/null') for _ in range(200)]",
    ],
)
def test_a_confined_process_cannot_do_much(deed: str, tmp_path: Path) -> None:
    root = str(Path(isolated.__file__).parents[2])
    boot = (
        f"import sys; sys.path.insert(0, {root!r})\n"
        f"from kepatuhan_desktop.imaging import isolated\nisolated.confine()\n{deed}"
    )
    done = subprocess.run([*BAD, boot], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode != 0


def test_the_frozen_program_asks_its_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/kepatuhan/kepatuhan-desktop")
    assert isolated.own_command() == ["/opt/kepatuhan/kepatuhan", isolated.COMMAND]


def test_the_hidden_command_answers_the_same() -> None:
    photo = workspaces.a_photo()
    boot = "from kepatuhan_desktop.cli.app import main; main()"
    command = [sys.executable, "-c", boot, isolated.COMMAND]
    assert isolated.derive(photo, JPEG, command=command) == ingest.derive(photo, JPEG)


def test_a_large_picture_fits_the_limits() -> None:
    out = io.BytesIO()
    Image.effect_noise((6000, 4500), 60).convert("RGB").save(out, "JPEG", quality=80)
    made = isolated.derive(out.getvalue(), JPEG)
    assert made is not None
    assert made.width == 1600


def test_a_pdf_is_drawn_elsewhere() -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 700, "Surat Keputusan")
    canvas.save()
    made = isolated.derive(out.getvalue(), MediaType.PDF)
    assert made is not None
    assert made.thumbnail.startswith(b"\xff\xd8")


def test_limits_that_a_system_refuses_are_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")

    def refuse(what: int, limits: tuple[int, int]) -> None:
        raise ValueError(what, limits)

    monkeypatch.setattr(resource, "setrlimit", refuse)
    isolated.confine()
    monkeypatch.setattr(sys, "platform", "win32")
    isolated.confine()
