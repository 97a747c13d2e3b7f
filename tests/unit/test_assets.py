"""What ships is found, and what is missing is a fault of ours."""

from pathlib import Path

import pytest

from kepatuhan_desktop import assets
from kepatuhan_desktop.errors import BugError


def test_a_shipped_file_is_found() -> None:
    assert assets.path("resources", "fonts", "OFL.txt").is_file()
    assert assets.path("ui").is_dir()


def test_a_missing_file_is_a_bug() -> None:
    with pytest.raises(BugError, match=r"resources/none\.txt"):
        assets.path("resources", "none.txt")


def test_the_bundled_files_come_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundled, checkout = tmp_path / "_bundled", tmp_path
    for root in (bundled, checkout):
        (root / "ui").mkdir(parents=True)
        (root / "ui" / "home.ui").touch()
    monkeypatch.setattr(assets, "_ROOTS", (bundled, checkout))
    assert assets.path("ui", "home.ui") == bundled / "ui" / "home.ui"


def test_fonts_and_icons_ship_with_their_licences() -> None:
    assert "Open Font License" in assets.path("resources", "fonts", "OFL.txt").read_text("utf-8")
    assert "ISC" in assets.path("resources", "icons", "LICENSE").read_text("utf-8")
