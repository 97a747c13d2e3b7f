"""A crafted picture takes only its own process with it."""

import ctypes
import io
import socket
import struct
import subprocess
import sys
import zlib
from collections.abc import Generator
from pathlib import Path
from types import SimpleNamespace

import pytest
import segno
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from kepatuhan_desktop import errors
from kepatuhan_desktop.imaging import child, codes, confinement, ingest, isolated, page_text
from kepatuhan_desktop.imaging.decoding_talk import LENGTHS, Open
from kepatuhan_desktop.imaging.recognition import MediaType
from tests.builders import workspaces
from tests.builders.review import a_pdf

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


def says(told: bytes, *, head: int | None = None, body: int = 0) -> str:
    """A decoder that answers so, whatever it is asked."""
    lengths = LENGTHS.pack(len(told) if head is None else head, body)
    return (
        f"import sys; sys.stdout.buffer.write({lengths + told!r}); sys.stdout.flush()\n"
        "sys.stdin.buffer.read()"
    )


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
        "import sys; sys.stdin.buffer.read(5_000_000); print('nonsense' * 9)",
        "import sys; sys.stdout.buffer.write(bytes(100 << 20))",
        says(b"[]"),
        says(b'{"type":"Made","thumbnail":9,"width":-1}'),
        says(b'{"type":"Refused","code":"bug","parameters":{}}'),
        says(b"{}", body=1 << 40),
        says(b"{}", head=1 << 40),
        "x = bytes(8)",
    ],
)
def test_a_decoder_that_misbehaves_is_only_damage(deed: str) -> None:
    bad = [*BAD, deed]
    with pytest.raises(errors.EvidenceDamaged):
        isolated.derive(bytes(5_000_000), JPEG, name="x", seconds=1, command=bad)
    with pytest.raises(errors.EvidenceDamaged):
        next(isolated.attempts(bytes(5_000_000), "x", seconds=1, command=bad))
    assert isolated.words(bytes(5_000_000), child=child.Child("", seconds=1, command=bad)) == ""


@pytest.mark.skipif(sys.platform == "win32", reason="limits of this kind are not there")
@pytest.mark.parametrize(
    "deed",
    [
        "x = bytearray(3 << 30)",
        "open('written', 'wb', buffering=0).write(b'x')",
        "files = [open('/dev/null') for _ in range(200)]",
        "while True: pass",
    ],
)
def test_a_confined_process_cannot_do_much(deed: str, tmp_path: Path) -> None:
    root = str(Path(isolated.__file__).parents[2])
    boot = (
        f"import sys; sys.path.insert(0, {root!r})\n"
        "from kepatuhan_desktop.imaging import confinement\nconfinement.SECONDS = 1\n"
        f"confinement.confine()\n{deed}"
    )
    done = subprocess.run([*BAD, boot], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode != 0


def test_the_frozen_program_asks_its_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/kepatuhan/kepatuhan-desktop")
    assert child.own_command() == ["/opt/kepatuhan/kepatuhan", child.COMMAND]


def test_the_hidden_command_answers_the_same() -> None:
    photo = workspaces.a_photo()
    boot = "from kepatuhan_desktop.cli.app import main; main()"
    command = [sys.executable, "-c", boot, child.COMMAND]
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
    asked: list[int] = []

    def unshare(flags: int) -> int:
        asked.append(flags)
        return -1

    libraries = SimpleNamespace(unshare=unshare)
    # The process of the tests itself shall keep its network.
    monkeypatch.setattr(ctypes, "CDLL", lambda _: libraries)
    monkeypatch.setattr(sys, "platform", "linux")
    confinement.confine()
    assert len(asked) == 2
    monkeypatch.setattr(ctypes, "CDLL", lambda _: SimpleNamespace())
    confinement.confine()
    for platform in ("darwin", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        confinement.confine()
        confinement.allow_another_answer()
    assert len(asked) == 2


def limits_of(command: list[str] | None = None) -> str:
    """What the system says that the running decoder may do, and in which network it is."""
    with child.Child("x", command=command) as running:
        running.ask(Open("x"), a_pdf(1))
        running.hear()
        process = Path("/proc", str(running._process.pid))
        found = (process / "limits").read_text()
        return found + str((process / "ns" / "net").readlink())


needs_proc = pytest.mark.skipif(not Path("/proc/self/limits").exists(), reason="needs /proc")


@needs_proc
def test_the_decoder_that_runs_is_confined() -> None:
    own = str(Path("/proc/self/ns/net").readlink())
    found = limits_of()
    assert str(confinement.MEMORY) in found
    assert "Max file size             0 " in found
    if own in found:
        pytest.skip("this system lets nobody leave its network")
    # The same without the limits: what the lines above look at is not always so.
    boot = (
        f"import sys; sys.path.insert(0, {str(Path(child.__file__).parents[2])!r})\n"
        "from kepatuhan_desktop.imaging import decoder\ndecoder.confine = lambda: None\n"
        "decoder.answer()"
    )
    loose = limits_of([*BAD, boot])
    assert str(confinement.MEMORY) not in loose
    assert own in loose


@pytest.mark.skipif(sys.platform != "linux", reason="namespaces are of Linux")
def test_a_confined_process_reaches_no_network(tmp_path: Path) -> None:
    root = str(Path(child.__file__).parents[2])
    listener = socket.create_server(("127.0.0.1", 0))
    reach = f"import socket; socket.create_connection({listener.getsockname()!r}, 2).close()"
    own = Path("/proc/self/ns/net")
    confined = (
        f"import sys; sys.path.insert(0, {root!r})\n"
        "from pathlib import Path\nfrom kepatuhan_desktop.imaging import confinement\n"
        f"confinement.confine()\nif str(Path({str(own)!r}).readlink()) == {str(own.readlink())!r}:"
        f" sys.exit(77)\n{reach}"
    )
    with listener:
        assert subprocess.run([*BAD, reach], check=False).returncode == 0
        done = subprocess.run([*BAD, confined], cwd=tmp_path, capture_output=True, check=False)
    if done.returncode == 77:
        pytest.skip("this system lets nobody leave its network")
    assert b"OSError" in done.stderr


def test_an_answer_to_another_question_is_none() -> None:
    bad = [*BAD, says(b'{"type":"End"}')]
    with pytest.raises(errors.EvidenceDamaged):
        isolated.derive(b"", JPEG, seconds=1, command=bad)
    assert isolated.words(b"", child=child.Child("", seconds=1, command=bad)) == ""
    assert list(isolated.attempts(b"", "x", seconds=1, command=bad)) == []


def test_words_and_codes_are_those_that_are_read_here() -> None:
    pdf = a_pdf(1)
    assert isolated.words(pdf) == page_text.first_page(pdf) != ""
    assert isolated.words(b"%PDF-1.7") == ""
    out = io.BytesIO()
    segno.make("KPD1:ABC", error="m").save(out, kind="png", scale=8, border=4)
    there = list(isolated.attempts(out.getvalue(), "x.png"))
    assert there == list(codes.attempts(out.getvalue(), "x.png"))
    assert codes.texts(out.getvalue(), attempts=isolated.attempts) == ("KPD1:ABC",)
    for data, error in (
        (b"", errors.EvidenceDamaged),
        (b"KPD1:AAAA", errors.EvidenceNotAccepted),
        (bomb(60_000, 60_000), errors.EvidenceTooLarge),
    ):
        with pytest.raises(error) as refused:
            codes.texts(data, "x", attempts=isolated.attempts)
        assert refused.value.parameters["name"] == "x"


def test_a_search_that_is_stopped_ends_the_process() -> None:
    begun = isolated.attempts(workspaces.a_photo(), "x")
    assert isinstance(begun, Generator)
    next(begun)
    begun.close()
    assert list(begun) == []


def test_a_decoder_that_nobody_asks_ends() -> None:
    done = subprocess.run(child.own_command(), stdin=subprocess.DEVNULL, check=False, timeout=60)
    assert done.returncode == 0
