"""Hostile bundles are refused with a code, before anything of them is kept."""

import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from kepatuhan_desktop import codec, errors
from kepatuhan_desktop.domain.ids import DeviceId
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.exchange import bag, description
from kepatuhan_desktop.exchange.archive import Unpacker
from kepatuhan_desktop.exchange.limits import LIMITS, Limits
from tests.builders import bundles
from tests.builders.bundles import BUNDLE, PHOTO
from tests.builders.entries import body_of

BASE = bag.base(BUNDLE)
LINES = b"".join(body_of(entry) + b"\n" for entry in bundles.some_entries())


def good() -> bundles.Members:
    """The files of a sound bundle."""
    return bundles.members(LINES, [PHOTO])


def refused(data: bytes, folder: Path, limits: Limits = LIMITS) -> KnownError:
    """How a reader refuses these bytes; nothing but the file itself may lie there then."""
    with pytest.raises(KnownError) as caught:
        bundles.inspected(data, folder, limits)
    assert {path.name for path in folder.iterdir()} == {"x.paket"}
    return caught.value


def said(**changes: object) -> bytes:
    """A description with other values."""
    return codec.canonical(codec.plain(bundles.described()) | changes) + b"\n"


def test_what_these_tests_start_from_is_sound(tmp_path: Path) -> None:
    assert bundles.inspected(bundles.zipped(good()), tmp_path).lines


# --- the file -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data", [b"", b"P", b"PK\x03\x04", b"%PDF-1.7", b"PK\x05\x06" + bytes(18), os.urandom(500)]
)
def test_other_files_are_no_bundles(data: bytes, tmp_path: Path) -> None:
    assert refused(data, tmp_path).code in ("bundle.unreadable", "bundle.damaged")


def test_a_folder_is_no_bundle(tmp_path: Path) -> None:
    with pytest.raises(errors.BundleUnreadable):
        bundles.reader().inspect(tmp_path)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    # It may have lain on a stick that is gone: nobody shall be told that it was no bundle.
    with pytest.raises(errors.StorageFailed, match="No such file"):
        bundles.reader().inspect(tmp_path / "x.paket")


@pytest.mark.parametrize("cut", [1, 30, 200, 1000])
def test_a_file_that_ends_early_is_damaged(cut: int, tmp_path: Path) -> None:
    assert refused(bundles.packed()[:-cut], tmp_path).code == "bundle.damaged"


def test_a_file_that_goes_on_is_unsafe(tmp_path: Path) -> None:
    assert refused(bundles.packed() + b"x", tmp_path).code == "bundle.unsafe"


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    assert refused(bundles.packed(), tmp_path, Limits(archive=100)).code == "bundle.too_large"


# --- the archive ----------------------------------------------------------------------------

NAMES = (
    "../../evil",
    "/etc/passwd",
    f"{BASE}/../evil",
    f"{BASE}/data/blobs/../x",
    f"{BASE}/data/blobs/" + "a" * 63,
    f"{BASE}/data/blobs/" + "A" * 64,
    f"{BASE}\\data\\entries.jsonl",
    "C:\\evil",
    f"{BASE}/CON.json",
    f"{BASE}/bundle.json\x00.png",
    f"{BASE}/bundle.json ",
    f"{BASE}/BUNDLE.JSON",
    "bundle.json",
    BASE + "/",
    "x" * 300,
    "",
)


@pytest.mark.parametrize("name", NAMES)
def test_only_known_names_are_allowed(name: str, tmp_path: Path) -> None:
    error = refused(bundles.zipped([*good(), (name, b"x")]), tmp_path)
    assert (error.code, error.parameters["reason"]) == ("bundle.unsafe", "zip_name")


def test_names_beyond_ascii_are_not_allowed(tmp_path: Path) -> None:
    data = bundles.zipped([*good(), ("x" * 12, b"x")])
    wide = data.replace(b"x" * 12, "ｄａｔａ".encode())
    assert refused(wide, tmp_path).code == "bundle.unsafe"


def test_a_name_stands_once(tmp_path: Path) -> None:
    files = good()
    error = refused(bundles.zipped([*files, files[1]]), tmp_path)
    assert error.parameters["reason"] == "zip_twice"


def test_all_files_lie_in_one_folder(tmp_path: Path) -> None:
    error = refused(bundles.zipped([*good(), ("paket-00000000/x-a.json", b"{}")]), tmp_path)
    assert error.parameters["reason"] == "zip_folder"


def test_the_folder_is_named_after_the_bundle(tmp_path: Path) -> None:
    files = bundles.members(LINES, base="paket-00000000")
    assert refused(bundles.zipped(files), tmp_path).code == "bundle.damaged"


def test_the_description_comes_first(tmp_path: Path) -> None:
    files = good()
    error = refused(bundles.zipped([files[1], files[0], *files[2:]]), tmp_path)
    assert error.parameters["reason"] == "zip_order"


def test_there_are_not_too_many_files(tmp_path: Path) -> None:
    many = bundles.members(LINES, [bytes([number]) for number in range(20)])
    assert refused(bundles.zipped(many), tmp_path, Limits(members=20)).code == "bundle.too_large"


@pytest.mark.parametrize("limits", [Limits(blob=100), Limits(entries=100), Limits(control=100)])
def test_no_file_is_too_large(limits: Limits, tmp_path: Path) -> None:
    assert refused(bundles.zipped(good()), tmp_path, limits).code == "bundle.too_large"


def test_the_files_together_are_not_too_large(tmp_path: Path) -> None:
    data = bytearray(bundles.zipped(good()))
    # The second header claims more than the whole archive may have.
    at = data.index(b"PK\x03\x04", 10)
    struct.pack_into("<LL", data, at + 18, LIMITS.archive, LIMITS.archive)
    assert refused(bytes(data), tmp_path).code == "bundle.too_large"


def test_there_are_not_too_many_lines(tmp_path: Path) -> None:
    assert refused(bundles.packed(), tmp_path, Limits(lines=2)).code == "bundle.too_large"


def patched(offset: int, value: bytes, mark: bytes = b"PK\x03\x04") -> bytes:
    """A sound bundle with bytes changed in its first header of that kind."""
    data = bytearray(bundles.packed())
    at = data.index(mark) + offset
    data[at : at + len(value)] = value
    return bytes(data)


@pytest.mark.parametrize(
    "offset, value, reason",
    [
        (6, b"\x01", "zip_encrypted"),
        (8, b"\x08", "zip_compression"),
        (4, b"\x2d", "zip_header"),
        (10, b"\x01", "zip_header"),
        (28, b"\x04", "zip_header"),
        (18, b"\x00\x00\x00\x00", "zip_header"),
        (26, b"\xff\xff", "zip_name"),
    ],
)
def test_a_header_says_nothing_unusual(
    offset: int, value: bytes, reason: str, tmp_path: Path
) -> None:
    assert refused(patched(offset, value), tmp_path).parameters["reason"] == reason


@pytest.mark.parametrize("offset", [4, 8, 10, 12, 16, 20, 24, 28, 30, 32, 36, 38, 41, 42])
def test_the_directory_says_what_the_files_say(offset: int, tmp_path: Path) -> None:
    # Links, other sizes, other places, comments: each is another directory.
    error = refused(patched(offset, b"\x7f", b"PK\x01\x02"), tmp_path)
    assert error.parameters["reason"] == "zip_directory"


def test_a_comment_at_the_end_is_unsafe(tmp_path: Path) -> None:
    data = bytearray(bundles.packed())
    struct.pack_into("<H", data, len(data) - 2, 3)
    assert refused(bytes(data) + b"abc", tmp_path).code == "bundle.unsafe"


def test_overlapping_files_are_unsafe(tmp_path: Path) -> None:
    # CVE-2024-0450: two entries of the directory that point at the same bytes.
    data = bundles.zipped(good())
    at = data.index(b"PK\x01\x02")
    first_entry = data[at : data.index(b"PK\x01\x02", at + 4)]
    assert refused(data[:at] + first_entry + data[at:], tmp_path).code == "bundle.unsafe"


def test_bytes_between_files_are_damage(tmp_path: Path) -> None:
    data = bundles.zipped(good())
    at = data.index(b"PK\x03\x04", 10)
    assert refused(data[:at] + b"hidden" + data[at:], tmp_path).code == "bundle.damaged"


def test_an_archive_of_another_program_is_unsafe(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in good():
            archive.writestr(name, data)
    assert refused(out.getvalue(), tmp_path).code == "bundle.unsafe"


def test_a_changed_byte_of_anything_else_is_noticed(tmp_path: Path) -> None:
    data = bytearray(bundles.packed())
    data[data.index(bag.DECLARATION) + 5] ^= 1
    assert refused(bytes(data), tmp_path).parameters["reason"] == "checksum"


def test_pieces_of_any_size_are_the_same_archive() -> None:
    class Seen:
        def __init__(self) -> None:
            self.files: dict[str, bytes] = {}
            self.name = ""

        def begin(self, name: str, size: int) -> None:
            self.name, self.files[name] = name, b""
            assert size >= 0

        def take(self, piece: memoryview) -> None:
            self.files[self.name] += piece

        def finish(self, *, is_sound: bool) -> None:
            assert is_sound
            self.name = ""

    for size in (1, 7, 29, 30, 31, 64, 1000):
        seen, data = Seen(), bundles.zipped(good())
        unpacker = Unpacker(seen, bag.NAMES, LIMITS, "x")
        for at in range(0, len(data), size):
            unpacker.feed(data[at : at + size])
        unpacker.close()
        assert seen.files == dict(good())
    with pytest.raises(errors.BundleUnreadable):
        Unpacker(Seen(), bag.NAMES, LIMITS, "x").feed(b"GIF8")


# --- the bag --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*bag.REQUIRED])
def test_every_file_of_the_bag_is_there(name: str, tmp_path: Path) -> None:
    error = refused(bundles.zipped(bundles.without(good(), "/" + name)), tmp_path)
    expected = {bag.SIGNATURE: "bundle.signature", bag.DESCRIPTION: "bundle.unsafe"}
    assert error.code == expected.get(name, "bundle.damaged")


CHANGES: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("data/entries.jsonl", lambda data: data[:-2] + b"\n"),
    (bag.BAGIT, lambda data: data.replace(b"1.0", b"0.97")),
    (bag.INFO, lambda data: data + b"Contact-Name: x\n"),
    (bag.MANIFEST, lambda data: data[:-1]),
    (bag.MANIFEST, lambda data: b"\xff\xfe" + data),
    (bag.MANIFEST, lambda data: b"\n".join(reversed(data.splitlines())) + b"\n"),
    (bag.TAG_MANIFEST, lambda data: data.replace(b"a", b"b")),
    (bag.DESCRIPTION, lambda data: data.replace(b'"minor":0', b'"minor":1')),
]


@pytest.mark.parametrize("name, change", CHANGES)
def test_what_differs_from_its_declaration_is_damage(
    name: str, change: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    files = bundles.changed(good(), "/" + name, change)
    assert refused(bundles.zipped(files), tmp_path).code == "bundle.damaged"


def test_a_declared_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    files = bundles.without(good(), bag.blob(bundles.digest(PHOTO)))
    error = refused(bundles.zipped(files), tmp_path)
    assert bundles.digest(PHOTO) in error.parameters["reason"]


def test_a_file_that_nobody_declared_is_named(tmp_path: Path) -> None:
    files = good()
    extra = (f"{BASE}/{bag.blob(bundles.digest(b'extra'))}", b"extra")
    error = refused(bundles.zipped([*files[:3], extra, *files[3:]]), tmp_path)
    assert bundles.digest(b"extra") in error.parameters["reason"]


def test_the_last_line_ends(tmp_path: Path) -> None:
    error = refused(bundles.zipped(bundles.members(LINES[:-1])), tmp_path)
    assert error.parameters["reason"] == "entries"


# --- the description ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{",
        b"\xff\xfe{\x00}\x00",
        b"[" * 200_000,
        b'{"format":NaN}',
        b'{"format":"kepatuhan-bundle","format":"kepatuhan-bundle"}',
        b'{"format":"kepatuhan-bundle","major":' + b"9" * 5000 + b"}",
        said() + b" ",
        said(major=True),
        said(major="1"),
        said(heads=[]),
        said(heads={"x": {"seq": 1, "id": "0" * 64}}),
        said(heads={"a" * 32: {"seq": 0, "id": "0" * 64}}),
        said(heads={"a" * 32: {"seq": 1, "id": "x"}}),
        said(id="../../../etc/passwd"),
        said(device="x"),
        said(sequence=0),
        said(sequence=1.5),
        said(previous="x"),
        said(recipients=["age1"]),
        said(created_claimed="yesterday"),
        said(purpose="Results!"),
        said(app={}),
    ],
)
def test_a_description_holds_what_the_format_asks(data: bytes, tmp_path: Path) -> None:
    files = bundles.members(LINES, said=data)
    assert refused(bundles.zipped(files), tmp_path).code == "bundle.damaged"


def test_the_description_of_something_else_is_no_bundle(tmp_path: Path) -> None:
    files = bundles.members(LINES, said=said(format="other"))
    assert refused(bundles.zipped(files), tmp_path).code == "bundle.unreadable"


@pytest.mark.parametrize(
    "changes, needed",
    [
        ({"major": 2, "min_reader": [2, 0]}, "2.0"),
        ({"major": 1, "minor": 9, "min_reader": [1, 7]}, "1.7"),
        ({"major": 0, "min_reader": [0, 1]}, "0.1"),
        # Whatever else a later format says, its version is understood.
        ({"major": 3, "min_reader": [3, 1], "heads": "other", "id": 5}, "3.1"),
    ],
)
def test_a_newer_bundle_names_the_version_that_it_needs(
    changes: dict[str, object], needed: str, tmp_path: Path
) -> None:
    files = bundles.members(LINES, said=said(**changes))
    error = refused(bundles.zipped(files), tmp_path)
    assert (error.code, error.parameters["needed"]) == ("bundle.newer", needed)


# --- the signature --------------------------------------------------------------------------


@pytest.mark.parametrize("signature", [b"", b"x" * 64, b"x" * 100_000])
def test_a_signature_matches(signature: bytes, tmp_path: Path) -> None:
    files = bundles.changed(good(), bag.SIGNATURE, lambda _: signature)
    assert refused(bundles.zipped(files), tmp_path).code == "bundle.signature"


def test_a_signature_of_another_bundle_does_not_match(tmp_path: Path) -> None:
    other = dict(bundles.members(b"", [PHOTO]))[f"{BASE}/{bag.SIGNATURE}"]
    files = bundles.changed(good(), bag.SIGNATURE, lambda _: other)
    assert refused(bundles.zipped(files), tmp_path).code == "bundle.signature"


def test_a_bundle_is_signed_by_the_device_that_it_names(tmp_path: Path) -> None:
    files = bundles.members(LINES, said=said(device="b" * 32))
    error = refused(bundles.zipped(files), tmp_path)
    assert error.parameters["reason"] == "other_device"


# --- the second look ------------------------------------------------------------------------


def test_a_file_that_was_exchanged_since_is_not_harvested(tmp_path: Path) -> None:
    found = bundles.inspected(bundles.packed(), tmp_path)
    other = bundles.packed(bundles.some_entries(count=2))
    (tmp_path / "x.paket").write_bytes(other)
    with pytest.raises(errors.BundleChanged):
        bundles.reader().harvest(tmp_path / "x.paket", found, list(found.blobs), lambda _: None)


def test_the_device_of_the_signature_is_hexadecimal() -> None:
    assert description.read(said(), "x").device == DeviceId("a" * 32)
