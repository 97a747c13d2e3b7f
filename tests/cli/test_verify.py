"""`kepatuhan verify` speaks to people and to programs, and needs no workspace."""

import os
from pathlib import Path

import pytest

from kepatuhan_desktop.signing import paper, trust_file
from tests.cli.conftest import Run
from tests.signing import builders, page_forgeries

GOOD, DOUBTFUL, BAD = 0, 62, 63


@pytest.fixture
def honest(tmp_path: Path) -> Path:
    """A signed scorecard."""
    path = tmp_path / "kartu.pdf"
    path.write_bytes(builders.honest())
    return path


@pytest.fixture
def trust(tmp_path: Path) -> Path:
    """The trust file of those who vouch for it."""
    path = tmp_path / "inspektorat.kepercayaan"
    hq = builders.headquarters()
    builders.auditor()
    path.write_bytes(trust_file.write(hq.trust(), hq.key))
    return path


def test_four_lines_a_signer_and_the_score(run: Run, honest: Path, trust: Path) -> None:
    done = run("verify", honest, "--trust", trust)
    assert done.out.count("Utuh?") == 2
    assert "Ratna Wulandari" in done.out
    assert "70,83" in done.out
    assert done.err == ""


def test_a_program_reads_codes(run: Run, honest: Path, trust: Path) -> None:
    done = run("verify", "--json", honest, "--trust", trust)
    (found,) = done.data
    assert found["file"] == "kartu.pdf"
    assert found["signers"][0]["trusted"]["code"] == "trusted.ok"
    assert found["score"]["code"] == "score.ok"
    assert found["printed"]["score"] == "70.83"


def test_the_exit_status_is_that_of_the_worst_statement(
    run: Run, honest: Path, tmp_path: Path
) -> None:
    assert run("verify", honest).status == DOUBTFUL
    forged = tmp_path / "palsu.pdf"
    forged.write_bytes(page_forgeries.the_page_drawn_anew())
    assert run("verify", forged, honest).status == BAD
    assert len(run("verify", "--json", forged, honest).data) == 2


def test_everything_good_ends_with_nought(
    run: Run, honest: Path, trust: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kepatuhan_desktop.services import verifying  # noqa: PLC0415 - as late as the command

    monkeypatch.setattr(verifying, "_bundled", builders.known_instruments)
    assert run("verify", honest, "--trust", trust).status == GOOD


def test_a_code_may_be_typed(run: Run) -> None:
    key = builders.new_key()
    text = paper.write(
        key,
        paper.facts(
            assessment="01j0000000000000000000000a",
            revision=1,
            record="ab" * 32,
            score="70.83",
            category="C",
            sealed_at="2026-11-23",
            device=builders.fingerprint(builders.self_issued(key)),
        ),
    )
    done = run("verify", text, "--language", "en")
    assert "The code says 70.83" in done.out
    assert "01j0000000000000000000000a" in done.out
    assert done.status == DOUBTFUL


def test_what_is_no_such_file_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "catatan.txt"
    path.write_text("Nilai 99,99")
    done = run("verify", "--json", path)
    assert (done.status, done.error["code"]) == (17, "verify.unsupported")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_not_waited_for(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "kartu.pdf")
    done = run("verify", "--json", tmp_path / "kartu.pdf")
    assert (done.status, done.error["code"]) == (17, "verify.unsupported")


def test_a_file_that_is_not_there_is_a_wrong_command(run: Run, tmp_path: Path) -> None:
    assert run("verify", tmp_path / "tidak-ada.pdf").status == 2


def test_a_file_without_signatures_is_bad(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "halaman.pdf"
    path.write_bytes(builders.making(builders.auditor()).drawn)
    done = run("verify", "--json", path)
    assert done.status == BAD
    assert [one["code"] for one in done.data[0]["notes"]] == ["note.unsigned"]
    assert "NILAI" not in run("verify", path).out


def test_no_workspace_is_made(run: Run, honest: Path, home: Path) -> None:
    run("verify", "--home", home, honest)
    assert not home.exists()
