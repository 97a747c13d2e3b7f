"""`kepatuhan verify` about bundles, with and without a workspace."""

from pathlib import Path

import pyrage
import pytest

from kepatuhan_desktop.signing import trust_file
from tests.builders import workspaces
from tests.cli.conftest import Run
from tests.signing import builders
from tests.signing import bundle_forging as forging

GOOD, DOUBTFUL, BAD = 0, 62, 63


@pytest.fixture
def honest(tmp_path: Path) -> Path:
    """A bundle with two scorecards."""
    path = tmp_path / "hasil.paket"
    path.write_bytes(forging.honest())
    return path


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    """The trust file of those who vouch for its sender."""
    path = tmp_path / "inspektorat.kepercayaan"
    hq = builders.headquarters()
    builders.auditor()
    path.write_bytes(trust_file.write(hq.trust(), hq.key))
    return path


def test_the_sender_and_the_scorecards(
    run: Run, honest: Path, trust: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kepatuhan_desktop.services import verifying  # noqa: PLC0415 - as late as the command

    monkeypatch.setattr(verifying, "_bundled", builders.known_instruments)
    done = run("verify", honest, "--trust", trust)
    assert done.status == GOOD
    assert "Pengirim paket" in done.out
    assert "Kartu nilai di dalamnya: 2." in done.out
    assert "Sender of the bundle" in run("verify", honest, "--language", "en").out
    (found,) = run("verify", "--json", honest, "--trust", trust).data
    assert (found["source"], found["grade"], found["printed"]) == ("bundle", "good", None)
    assert found["signers"][0]["unchanged"]["code"] == "unchanged.bundle"
    assert [one["score"]["code"] for one in found["enclosed"]] == ["score.ok", "score.ok"]
    assert all(one["file"].startswith("data/blobs/") for one in found["enclosed"])


def test_a_forged_scorecard_inside_is_named(run: Run, trust: Path, tmp_path: Path) -> None:
    path = tmp_path / "hasil.paket"
    path.write_bytes(forging.sent(builders.auditor(), forging.a_better_number()))
    done = run("verify", path, "--trust", trust)
    assert done.status == BAD
    assert "Tertulis 99,99" in done.out


def test_a_damaged_bundle_is_bad(run: Run, honest: Path) -> None:
    honest.write_bytes(honest.read_bytes()[:-5])
    done = run("verify", honest)
    assert (done.status, done.err) == (BAD, "")
    assert "berkasnya terpotong" in done.out


def test_an_encrypted_bundle_asks_for_its_workspace(
    run: Run, tmp_path: Path, home: Path, trust: Path
) -> None:
    with workspaces.opened(home) as services:
        own = services._workspace.keys.identity()
    path = tmp_path / "rahasia.paket"
    path.write_bytes(forging.encrypted(forging.honest(), own, pyrage.x25519.Identity.generate()))
    absent = tmp_path / "tidak-ada"
    done = run("verify", "--json", path, "--home", absent)
    assert (done.status, done.error["code"]) == (23, "bundle.needs_workspace")
    assert not absent.exists()
    done = run("verify", "--json", path, "--home", home, "--trust", trust)
    assert done.data[0]["signers"][0]["trusted"]["code"] == "trusted.ok"
    (found,) = run("verify", "--json", path, "--home", home).data
    assert found["signers"][0]["when"]["code"] == "when.ok"


def test_an_encrypted_bundle_for_others_stays_closed(run: Run, tmp_path: Path, home: Path) -> None:
    with workspaces.opened(home):
        pass
    keys = [pyrage.x25519.Identity.generate() for _ in range(2)]
    path = tmp_path / "rahasia.paket"
    path.write_bytes(forging.encrypted(forging.honest(), *keys))
    done = run("verify", "--json", path, "--home", home)
    assert (done.status, done.error["code"]) == (26, "bundle.not_for_us")
