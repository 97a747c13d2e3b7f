"""A person reads labels, commas and whole words, and that a score can still move."""

import json
from pathlib import Path

import msgspec

from kepatuhan_desktop.domain.ids import AssessmentId, OptionId
from kepatuhan_desktop.domain.instrument import Indicator, OptionScale
from kepatuhan_desktop.services import bundled_instruments
from kepatuhan_desktop.storage.vault import ORIGINALS
from tests.builders import workspaces
from tests.builders.clock import CountingIds
from tests.builders.instruments import A1, A2, HALF
from tests.builders.workspaces import SIGNATURES
from tests.cli.conftest import Run

REFUSED = (
    SIGNATURES[0],
    msgspec.structs.replace(SIGNATURES[1], strokes=(), refused_because="Tidak setuju."),
)


def half_answered(home: Path) -> AssessmentId:
    """An assessment whose score can still move."""
    with workspaces.opened(home) as services:
        one = workspaces.started(services)
        services.answering.choose(one, A1, HALF)
    return one


def worst_of(indicator: Indicator) -> OptionId:
    """The answer that earns least."""
    assert isinstance(indicator.scale, OptionScale)
    return min(indicator.scale.options, key=lambda option: float(option.value)).id


def refused(home: Path) -> AssessmentId:
    """A sealed assessment whose head of unit refused to sign."""
    with workspaces.opened(home) as services:
        return workspaces.sealed(services, workspaces.filled(services), signatures=REFUSED)


def test_a_list_says_that_a_score_can_move_and_whose_weights_are_unofficial(
    run: Run, home: Path
) -> None:
    half_answered(home)
    said = run("assessment", "list", "--home", home).out
    assert said.splitlines()[0].split()[:3] == ["Id", "Periode", "Status"]
    assert "Draf" in said
    assert "50,00 sementara" in said
    assert "D · merah" in said
    assert "Bobot tidak resmi (" in said
    said = run("assessment", "list", "--home", home, "--language", "en").out
    assert "50.00 provisional" in said
    assert "Unofficial weights (" in said


def test_a_program_reads_whether_a_score_is_final_and_official(run: Run, home: Path) -> None:
    half_answered(home)
    (row,) = run("assessment", "list", "--home", home, "--json").data
    assert (row["score"], row["zone"]) == ("50.00", "red")
    assert (row["status"], row["is_final"], row["unofficial_weights"]) == ("draft", False, True)


def test_an_empty_list_says_so(run: Run, home: Path) -> None:
    with workspaces.opened(home):
        pass
    assert run("assessment", "list", "--home", home).out == "Belum ada penilaian.\n"


def test_show_says_what_score_it_is_what_is_missing_and_the_way_upward(
    run: Run, home: Path
) -> None:
    one = half_answered(home)
    said = run("assessment", "show", one, "--home", home).out
    assert "Draf" in said
    assert "Nilai sementara: 50,00 · Kategori D · Zona merah" in said
    assert "Bobot tidak resmi:" in said
    assert "Masih kurang:" in said
    assert "a.2" in said
    assert "Jalan terpendek ke kategori" in said
    assert "a.1 dari “half” menjadi “full”" in said
    said = run("assessment", "show", one, "--home", home, "--language", "en").out
    assert "Provisional score: 50.00 · Category D · Red zone" in said
    assert "Still missing:" in said
    assert "The shortest way to category" in said
    assert not run("assessment", "show", one, "--home", home, "--json").data["is_final"]


def test_required_notes_and_evidence_are_named(run: Run, home: Path) -> None:
    name, version, _ = bundled_instruments.bundled()[0]
    asked = bundled_instruments.load_bundled(name, version)
    with workspaces.opened(home) as services:
        one = workspaces.started(services, asked)
        for indicator in asked.indicators.values():
            services.answering.choose(one, indicator.id, worst_of(indicator))
    said = run("assessment", "show", one, "--home", home).out
    assert ": bukti wajib: Foto" in said
    assert ": catatan wajib diisi" in said


def test_a_complete_assessment_lacks_nothing_and_a_sealed_one_goes_nowhere(
    run: Run, home: Path
) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.filled(services)
    said = run("assessment", "show", one, "--home", home).out
    assert "Nilai akhir: 100,00" in said
    assert "Masih kurang" not in said
    assert "Nilai ini sudah dalam kategori tertinggi." in said
    with workspaces.opened(home, CountingIds("k")) as services:
        workspaces.sealed(services, one)
    said = run("assessment", "show", one, "--home", home).out
    assert "Ditandatangani" in said
    assert "kategori tertinggi" not in said


def test_nothing_answered_has_no_score(run: Run, home: Path) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.started(services)
    assert "Belum ada nilai" in run("assessment", "show", one, "--home", home).out
    assert "  –  " in run("assessment", "list", "--home", home).out


def test_a_list_says_that_the_head_of_the_unit_refused(run: Run, home: Path) -> None:
    one = refused(home)
    assert "Ditandatangani, ditolak pimpinan unit" in run("assessment", "list", "--home", home).out
    assert "ditolak pimpinan unit" in run("assessment", "show", one, "--home", home).out
    (row,) = run("assessment", "list", "--home", home, "--json").data
    assert (row["status"], row["refused"]) == ("sealed", 1)


def test_a_refusal_is_over_when_the_correction_is_signed(run: Run, home: Path) -> None:
    one = refused(home)
    with workspaces.opened(home, CountingIds("k")) as services:
        services.amending.amend(one, "salah hitung")
        services.answering.choose(one, A2, HALF)
        workspaces.sealed(services, one)
    assert "ditolak" not in run("assessment", "list", "--home", home).out


def test_withdrawn_signatures_are_named_in_the_list(run: Run, home: Path) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.sealed(services, workspaces.filled(services))
        services.amending.withdraw(one, "auditor", workspaces.SITI, "keliru")
    assert "Tanda tangan ditarik" in run("assessment", "list", "--home", home).out


def test_a_rebuilt_list_says_the_same(run: Run, home: Path) -> None:
    refused(home)
    before = run("assessment", "list", "--home", home, "--json").data
    assert run("rebuild", "--home", home, "--json").data["differed"] == []
    assert run("assessment", "list", "--home", home, "--json").data == before


def test_score_speaks_labels_and_commas(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"b.1": {"option": "full"}, "b.2": {"option": "partial"}}))
    said = run("score", "--instrument", "uu25-14", answers).out
    assert "Nilai sementara: 75,00 · Kategori C · Zona kuning" in said
    assert "Bobot tidak resmi:" in said
    assert "partial" not in said
    assert "b.2 dari “" in said
    answers.write_text("{}")
    assert run("score", "--instrument", "uu25-14", answers).out == "Belum ada nilai\n"


def test_lost_evidence_is_named_and_the_assessment_is_not_ready(run: Run, home: Path) -> None:
    with workspaces.opened(home) as services:
        one = workspaces.filled(services)
    for path in (home / ORIGINALS).rglob("*.age"):
        path.unlink()
    said = run("assessment", "show", one, "--home", home).out
    assert "a.1: bukti hilang: papan.jpg" in said
    assert " · Draf" in said
    missing = run("assessment", "show", one, "--home", home, "--json").data["missing"]
    assert [(it["indicator"], it["name"]) for it in missing["lost"]] == [("a.1", "papan.jpg")]
