"""`kepatuhan verify` about several files, and with a workspace that was named."""

import json
from pathlib import Path

import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.signing import paper, trust_file
from tests.builders import workspaces
from tests.cli.conftest import Run
from tests.signing import builders, page_forgeries

GOOD, DOUBTFUL, BAD, UNSUPPORTED, OLDER = 0, 62, 63, 17, 11


@pytest.fixture
def honest(tmp_path: Path) -> Path:
    """A signed scorecard."""
    path = tmp_path / "kartu.pdf"
    path.write_bytes(builders.honest())
    return path


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """What cannot be looked at."""
    path = tmp_path / "catatan.txt"
    path.write_text("Nilai 99,99")
    return path


def written(path: Path, hq: builders.Headquarters, version: int) -> Path:
    """A trust file."""
    path.write_bytes(trust_file.write(hq.trust(version=version), hq.key))
    return path


def following(services: Services, hq: builders.Headquarters, version: int) -> None:
    """Let a workspace adopt what an authority says."""
    services.settings.change(auditor_name=builders.AUDITOR.name)
    data = trust_file.write(hq.trust(version=version), hq.key)
    services.identities.adopt(services.identities.examine(data))


# --- several files -------------------------------------------------------------------------------


def test_what_cannot_be_looked_at_keeps_no_verdict_back(
    run: Run, honest: Path, notes: Path
) -> None:
    for order in ((honest, notes), (notes, honest)):
        done = run("verify", *order)
        assert "Ratna Wulandari" in done.out
        assert "[verify.unsupported]" in done.err
        assert done.status == UNSUPPORTED


def test_a_program_gets_one_row_for_each_file(run: Run, honest: Path, notes: Path) -> None:
    done = run("verify", "--json", notes, honest, notes)
    assert [one["file"] for one in done.data] == ["catatan.txt", "kartu.pdf", "catatan.txt"]
    assert [one["error"]["code"] for one in done.data[::2]] == ["verify.unsupported"] * 2
    assert "error" not in done.data[1]
    said = [json.loads(line)["error"]["code"] for line in done.err.splitlines()]
    assert said == ["verify.unsupported"] * 2


def test_what_is_bad_is_worse_than_what_cannot_be_looked_at(
    run: Run, notes: Path, tmp_path: Path
) -> None:
    forged = tmp_path / "palsu.pdf"
    forged.write_bytes(page_forgeries.the_page_drawn_anew())
    for order in ((forged, notes), (notes, forged)):
        assert run("verify", *order).status == BAD


def test_of_several_faults_the_first_gives_the_status(run: Run, notes: Path) -> None:
    code = "KPD1:ABCD"
    assert run("verify", code, notes).status == 58
    assert run("verify", notes, code).status == UNSUPPORTED


def test_a_file_that_is_not_there_is_told_before_any_is_looked_at(
    run: Run, honest: Path, tmp_path: Path
) -> None:
    done = run("verify", honest, tmp_path / "tidak-ada.pdf")
    assert (done.status, done.out) == (2, "")


# --- trust files ---------------------------------------------------------------------------------


def test_an_older_trust_file_hides_no_revocation(run: Run, tmp_path: Path) -> None:
    hq = builders.Headquarters()
    auditor = hq.enrol(builders.new_key())
    older = written(tmp_path / "lama", hq, 1)
    hq.revoke(auditor, builders.NOW)
    newer = written(tmp_path / "baru", hq, 2)
    pdf = tmp_path / "kartu.pdf"
    pdf.write_bytes(builders.making(auditor).signed())
    for order in ((older, newer), (newer, older)):
        done = run("verify", "--json", pdf, "--trust", order[0], "--trust", order[1])
        assert done.data[0]["signers"][0]["trusted"]["code"] == "trusted.revoked"


def test_two_texts_under_one_version_are_refused(run: Run, honest: Path, tmp_path: Path) -> None:
    hq = builders.Headquarters()
    one = written(tmp_path / "satu", hq, 1)
    hq.enrol(builders.new_key())
    other = written(tmp_path / "lain", hq, 1)
    done = run("verify", "--json", honest, "--trust", one, "--trust", other)
    assert (done.status, done.error["code"], done.out) == (OLDER, "trust.older", "")


# --- a workspace that was named ------------------------------------------------------------------


def test_whom_the_named_workspace_trusts_counts(run: Run, honest: Path, home: Path) -> None:
    with workspaces.opened(home) as services:
        following(services, builders.headquarters(), 1)
    (alone,) = run("verify", "--json", honest).data
    assert alone["signers"][0]["trusted"]["code"] == "trusted.unknown_issuer"
    (found,) = run("verify", "--json", honest, "--home", home).data
    assert found["signers"][0]["trusted"]["code"] == "trusted.ok"


def test_it_counts_for_codes_too_and_what_was_seen_is_remembered(run: Run, home: Path) -> None:
    hq, key = builders.Headquarters(), builders.new_key()
    auditor = hq.enrol(key, Person(name="Ratna Wulandari"))
    facts = paper.facts(
        assessment="0" * 26,
        revision=1,
        record="ab" * 32,
        score="70.83",
        category="C",
        sealed_at="2026-11-23",
        device=builders.fingerprint(auditor),
    )
    code = paper.write(key, facts)
    with workspaces.opened(home) as services:
        following(services, hq, 1)
    (found,) = run("verify", "--json", code, "--home", home).data
    assert found["signers"][0]["who"]["code"] == "who.enrolled"
    with workspaces.opened(home) as services:
        assert found["signers"][0]["signature"] in services._workspace.sightings.all()


def test_a_newer_trust_file_counts_before_that_of_the_workspace(
    run: Run, home: Path, tmp_path: Path
) -> None:
    hq = builders.Headquarters()
    auditor = hq.enrol(builders.new_key())
    pdf = tmp_path / "kartu.pdf"
    pdf.write_bytes(builders.making(auditor).signed())
    older = written(tmp_path / "lama", hq, 1)
    with workspaces.opened(home) as services:
        following(services, hq, 2)
    hq.revoke(auditor, builders.NOW)
    newer = written(tmp_path / "baru", hq, 3)
    for given, code in ((older, "trusted.ok"), (newer, "trusted.revoked")):
        (found,) = run("verify", "--json", pdf, "--home", home, "--trust", given).data
        assert found["signers"][0]["trusted"]["code"] == code
    with workspaces.opened(home) as services:
        assert [one.version for one in services.identities.trust()] == [2]


def test_a_named_folder_without_a_workspace_stays_as_it_is(
    run: Run, honest: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kosong"
    folder.mkdir()
    done = run("verify", "--json", honest, "--home", folder)
    assert done.data[0]["signers"][0]["trusted"]["code"] == "trusted.unknown_issuer"
    assert list(folder.iterdir()) == []


def test_a_workspace_that_nobody_named_is_not_opened(
    run: Run, honest: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with workspaces.opened(home) as services:
        following(services, builders.headquarters(), 1)
        monkeypatch.setenv("KEPATUHAN_HOME", str(home))
        (found,) = run("verify", "--json", honest).data
    assert found["signers"][0]["trusted"]["code"] == "trusted.unknown_issuer"
