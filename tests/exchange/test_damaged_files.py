"""A file of a bundle that is damaged counts as one that did not come; everything else holds."""

from pathlib import Path

import pytest

from kepatuhan_desktop import errors
from kepatuhan_desktop.exchange import bag
from tests.builders import bundles
from tests.builders.bundles import PHOTO
from tests.builders.entries import body_of

LINES = b"".join(body_of(entry) + b"\n" for entry in bundles.some_entries())


def test_a_damaged_photo_is_named_and_the_rest_holds(tmp_path: Path) -> None:
    other = b"another photo"
    path = tmp_path / "x.paket"
    path.write_bytes(bundles.packed(blobs=[PHOTO, other]))
    whole = bundles.reader().inspect(path)
    found = bundles.reader().inspect(bundles.damage(path, bundles.digest(PHOTO)))
    assert (set(found.damaged), set(found.blobs)) == (
        {bundles.digest(PHOTO)},
        {bundles.digest(other)},
    )
    assert (found.seal, found.lines, found.signer) == (whole.seal, whole.lines, whole.signer)
    kept: list[bytes] = []
    bundles.reader().harvest(path, found, whole.blobs, kept.append)
    assert kept == [other]


def test_a_photo_that_is_damaged_only_at_the_second_look_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "x.paket"
    path.write_bytes(bundles.packed())
    found = bundles.reader().inspect(path)
    bundles.damage(path, bundles.digest(PHOTO))
    with pytest.raises(errors.BundleChanged):
        bundles.reader().harvest(path, found, found.blobs, lambda _: None)


def test_the_manifest_promises_what_the_name_does(tmp_path: Path) -> None:
    files = bundles.members(LINES, payload=[(bag.blob(bundles.digest(b"one")), b"other")])
    with pytest.raises(errors.BundleDamaged):
        bundles.inspected(bundles.zipped(files), tmp_path)


def test_a_file_is_what_its_name_says_or_counts_as_damaged(tmp_path: Path) -> None:
    name = bag.blob(bundles.digest(b"one"))
    files = bundles.members(LINES, payload=[(name, b"one")])
    found = bundles.inspected(
        bundles.zipped(bundles.changed(files, name, lambda _: b"other")), tmp_path
    )
    assert found.blobs == {}
    assert set(found.damaged) == {bundles.digest(b"one")}
