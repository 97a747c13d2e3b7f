"""A copy is saved whole, or the old one stays; only files are replaced, and folders not made up."""

import errno
import os
import socket
from pathlib import Path

import pytest

from kepatuhan_desktop import messages
from kepatuhan_desktop.errors import (
    DiskFull,
    FolderMissing,
    FolderRefused,
    StorageFailed,
    TargetNotFile,
)
from kepatuhan_desktop.services.saving import prepare_folder, save_copies, save_copy

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


def test_a_copy_is_saved(tmp_path: Path) -> None:
    save_copy(tmp_path / "kartu nilai.pdf", b"%PDF")
    assert (tmp_path / "kartu nilai.pdf").read_bytes() == b"%PDF"


def test_nothing_else_is_left_beside_it(tmp_path: Path) -> None:
    save_copy(tmp_path / "x.pdf", b"%PDF")
    assert [one.name for one in tmp_path.iterdir()] == ["x.pdf"]


def test_a_failure_leaves_the_old_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    (tmp_path / "x.pdf").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        save_copy(tmp_path / "x.pdf", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("x.pdf", b"old")]


def test_a_folder_is_not_invented(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing) as refused:
        save_copy(tmp_path / "nowhere" / "x.pdf", b"%PDF")
    assert refused.value.parameters["path"] == str(tmp_path / "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(TargetNotFile) as refused:
        save_copy(tmp_path, b"%PDF")
    sentence = messages.sentence(refused.value)
    assert str(tmp_path) in sentence
    assert "diska" not in sentence


@POSIX
def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(TargetNotFile):
        save_copy(tmp_path / "pipa", b"%PDF")
    assert (tmp_path / "pipa").is_fifo()


@POSIX
def test_a_socket_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("soket")
        with pytest.raises(TargetNotFile):
            save_copy(Path("soket"), b"%PDF")
    assert (tmp_path / "soket").is_socket()


@POSIX
def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "ada.pdf").write_bytes(b"old")
    (tmp_path / "tautan.pdf").symlink_to("ada.pdf")
    save_copy(tmp_path / "tautan.pdf", b"new")
    assert (tmp_path / "tautan.pdf").is_symlink()
    assert (tmp_path / "ada.pdf").read_bytes() == b"new"


@POSIX
def test_a_link_to_a_pipe_is_refused_too(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    (tmp_path / "tautan").symlink_to("pipa")
    with pytest.raises(TargetNotFile):
        save_copy(tmp_path / "tautan", b"%PDF")
    assert (tmp_path / "tautan").is_symlink()
    assert (tmp_path / "pipa").is_fifo()


@POSIX
def test_a_link_that_leads_to_itself_ends_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tautan").symlink_to("tautan")
    with pytest.raises(StorageFailed) as refused:
        save_copy(tmp_path / "tautan", b"%PDF")
    assert "Too many" not in messages.sentence(refused.value)


def test_a_folder_that_refuses_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FolderRefused) as refused:
        save_copy(tmp_path / "x.pdf", b"%PDF")
    assert refused.value.parameters["path"] == str(tmp_path)
    assert "ruang kerja yang lain" not in messages.sentence(refused.value)


def test_a_folder_is_made_and_tried(tmp_path: Path) -> None:
    prepare_folder(tmp_path / "a" / "b")
    assert list((tmp_path / "a" / "b").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"x")
    for wrong in (tmp_path / "berkas", tmp_path / "berkas" / "a"):
        with pytest.raises(FolderMissing) as refused:
            save_copies(wrong, [("x.pdf", b"%PDF")])
        assert refused.value.parameters["path"] == str(wrong)


def test_a_folder_that_takes_no_file_is_found_out_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(FolderRefused):
        prepare_folder(tmp_path)
