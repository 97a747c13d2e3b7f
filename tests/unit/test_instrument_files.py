"""Files with definitions are read whole, or every fault is told with its line."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kepatuhan_desktop import assets, messages
from kepatuhan_desktop.domain.ids import InstrumentId
from kepatuhan_desktop.domain.instrument_check import Problem
from kepatuhan_desktop.errors import InstrumentDamaged, InstrumentUnknown
from kepatuhan_desktop.services import bundled_instruments, instrument_files

Writer = Callable[..., Path]
SHIPPED = assets.path("resources", "instruments", "uu25-14", "2024.1")
TEXT = (SHIPPED / "instrument.yaml").read_text(encoding="utf-8")


@pytest.fixture
def spoilt(tmp_path: Path) -> Writer:
    """Writes the shipped definition with some pieces of its text replaced, once each."""

    def write(*changes: tuple[str, str]) -> Path:
        text = TEXT
        for old, new in changes:
            assert old in text
            text = text.replace(old, new, 1)
        path = tmp_path / "instrument.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def written(tmp_path: Path, text: str, name: str = "instrument.yaml") -> Path:
    """A file of that text."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def places(problems: list[Problem]) -> list[tuple[int | None, str]]:
    """Line and place of each problem."""
    return [(problem.line, problem.place) for problem in problems]


def test_yaml_and_canonical_json_are_the_same_instrument() -> None:
    authored = instrument_files.read(SHIPPED / "instrument.yaml")
    compiled = instrument_files.read(SHIPPED / "instrument.json")
    loaded = bundled_instruments.load_bundled(InstrumentId("uu25-14"), "2024.1")
    assert authored.digest == compiled.digest == loaded.digest


def test_ordinary_use_needs_neither_yaml_nor_a_schema() -> None:
    code = (
        "import sys\n"
        "from kepatuhan_desktop.services import bundled_instruments as files\n"
        "[files.load_bundled(one, version) for one, version, _ in files.bundled()]\n"
        "print(sorted({'yaml', 'jsonschema'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_ships_is_listed() -> None:
    assert [(one, version) for one, version, _ in bundled_instruments.bundled()] == [
        ("uu25-14", "2024.1")
    ]


def test_an_instrument_that_does_not_ship_is_unknown() -> None:
    with pytest.raises(InstrumentUnknown):
        bundled_instruments.load_bundled(InstrumentId("uu25-14"), "1999")


def test_compiling_writes_the_same_bytes_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "resources" / "instruments" / "uu25-14" / "2024.1"
    folder.mkdir(parents=True)
    (folder / "instrument.yaml").write_text(TEXT, encoding="utf-8")
    shipped = assets.path
    monkeypatch.setattr(
        assets,
        "path",
        lambda *parts: tmp_path.joinpath(*parts) if parts[1] == "instruments" else shipped(*parts),
    )
    (compiled,) = instrument_files.compile_bundled()
    assert compiled.read_bytes() == (SHIPPED / "instrument.json").read_bytes()


def test_many_faults_are_all_told_with_line_and_place(spoilt: Writer) -> None:
    path = spoilt(
        ('maximum: "100"', "maximum: 100"),  # a number instead of text
        ("icon: building-2", "ikon: building-2"),  # an unknown field
        ("methods: [document_review]", "methods: [dokumen]"),  # an unknown word
        ('value: "0.5"', "value: 0.5"),  # a float
        ('weight: {value: "3"', 'weight: {value: "-3"'),  # a negative weight
        ("code: b.2", "code: b.1"),  # a repeated code: found only by meaning
        ('lowest: "54.00"', 'lowest: "55.00"'),  # a gap: found only by meaning
    )
    lines = path.read_text(encoding="utf-8").splitlines()

    instrument, problems = instrument_files.examine(path)

    assert instrument is None
    found = {problem.place: problem for problem in problems}
    leaf = "/nodes/0/nodes/0/indicators"
    expected = {
        "/maximum": "maximum: 100",
        "/nodes/0/ikon": "ikon:",
        f"{leaf}/0/methods/0": "[dokumen]",
        f"{leaf}/0/scale/options/1/value": "value: 0.5",
        f"{leaf}/2/weight/value": '"-3"',
        f"{leaf}/1/code": "code: b.1",
        "/categories/3/highest": "53.99",
    }
    assert set(found) == set(expected)
    for place, words in expected.items():
        line = found[place].line
        assert line is not None
        assert words in lines[line - 1]
        assert found[place].where() == f"baris {line}, {place}"
    assert [problem.line for problem in problems] == sorted(one.line or 0 for one in problems)


def test_a_missing_field_is_named(spoilt: Writer) -> None:
    _, problems = instrument_files.examine(spoilt(('version: "2024.1"\n', "")))
    (problem,) = problems
    assert "“version”" in problem.message["id"]


def test_a_missing_text_does_not_hide_other_faults(spoilt: Writer) -> None:
    _, problems = instrument_files.examine(
        spoilt(("descriptor:", "deskripsi:"), ("code: b.2", "code: b.1"))
    )
    base = "/nodes/0/nodes/0/indicators"
    assert {problem.place for problem in problems} == {
        f"{base}/0/scale/options/0",
        f"{base}/0/scale/options/0/deskripsi",
        f"{base}/1/code",
    }


@pytest.mark.parametrize(
    "old, new, place, words",
    [
        ("places: 2", "places: dua", "/rounding/places", "bilangan bulat"),
        ("places: 2", "places: 7", "/rounding/places", "Paling banyak 6"),
        ("places: 2", "places: -1", "/rounding/places", "Paling sedikit 0"),
        ("law: UU 25/2009", 'law: ""', "/legal/0/law", "paling sedikit 1"),
        ('"2024.1"', f"'{'1' * 21}'", "/version", "paling banyak 20"),
        ("zone: green", "zone: [green]", "/categories/0/zone", "green"),
        ("id: uu25-14", "id: UU25", "/id", "pola"),
        ("id: uu25-14", "id: [uu25]", "/id", "teks"),
        ("mode: half_up", "mode: bankers", "/rounding/mode", "half_up"),
        ("format: 1", "format: 2", "/format", "Perbarui program"),
        ("methods: [document_review]", "methods: []", "/nodes/0/nodes/0/indicators/0/methods", "1"),
        ("type: options", "type: pilihan", "/nodes/0/nodes/0/indicators/0/scale/type", "checklist"),
        ("short: {id:", "short: {indonesia:", "/short", "pola"),
    ],
)
def test_the_sentence_says_what_was_expected(
    spoilt: Writer, old: str, new: str, place: str, words: str
) -> None:
    _, problems = instrument_files.examine(spoilt((old, new)))
    (sentence, *_) = [problem.message["id"] for problem in problems if problem.place == place]
    assert words in sentence


def test_a_repeated_field_is_a_fault(spoilt: Writer) -> None:
    _, problems = instrument_files.examine(spoilt(("format: 1\n", "format: 1\nformat: 1\n")))
    assert places(problems) == [(5, "/format")]


def test_broken_yaml_is_one_fault_with_line_and_column(spoilt: Writer) -> None:
    path = spoilt(("short: {id:", "short: {id: [:"))
    instrument, problems = instrument_files.examine(path)
    assert instrument is None
    (problem,) = problems
    assert problem.line == 8
    assert "kolom" in problem.message["id"]


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: *x\n",
        "a: &x {b: 1}\n",
        "a: !!python/object/apply:os.system ['true']\n",
        "a: 1\n---\nb: 2\n",
        "[" * 5000,
        "? [a]\n: 1\n",
        "a: \x01\n",
    ],
    ids=["alias", "anchor", "tag", "two-documents", "deep", "key", "control-character"],
)
def test_tricks_are_refused_with_one_sentence(tmp_path: Path, text: str) -> None:
    instrument, problems = instrument_files.examine(written(tmp_path, text))
    assert instrument is None
    assert len(problems) == 1
    assert problems[0].refuses


@pytest.mark.parametrize("text", ["", "null", "- a\n- b\n", "teks", "12"])
def test_something_else_is_no_definition(tmp_path: Path, text: str) -> None:
    instrument, problems = instrument_files.examine(written(tmp_path, text))
    assert instrument is None
    assert [problem.place for problem in problems] == [""]


def test_words_like_no_and_dates_stay_words(spoilt: Writer) -> None:
    path = spoilt(('official: "no"', "official: no"), ("law: UU 25/2009", "law: 2009-07-18"))
    instrument, problems = instrument_files.examine(path)
    assert problems == []
    assert instrument is not None
    assert (instrument.official, instrument.legal[0].law) == ("no", "2009-07-18")


def test_too_large_a_file_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, "#" * (instrument_files.MAX_BYTES + 1))
    _, problems = instrument_files.examine(path)
    assert "5 MB" in problems[0].message["id"]


def test_what_is_not_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "instrument.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    _, problems = instrument_files.examine(path)
    assert "UTF-8" in problems[0].message["id"]


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InstrumentDamaged) as caught:
        instrument_files.read(tmp_path / "tidak-ada.yaml")
    assert caught.value.parameters["name"] == "tidak-ada.yaml"


def test_json_has_places_instead_of_lines(tmp_path: Path) -> None:
    text = (SHIPPED / "instrument.json").read_text(encoding="utf-8")
    text = text.replace('"maximum":"100"', '"maximum":100.0,"maximum":100.0')
    _, problems = instrument_files.examine(written(tmp_path, text, "instrument.json"))
    assert places(problems) == [(None, "/maximum"), (None, "/maximum")]


@pytest.mark.parametrize("text", ["{", "[" * 200_000, "9" * 5000, '{"a": NaN}'])
def test_broken_json_is_told(tmp_path: Path, text: str) -> None:
    instrument, problems = instrument_files.examine(written(tmp_path, text, "instrument.json"))
    assert instrument is None
    assert problems


def test_reading_counts_the_faults_and_shows_the_first(spoilt: Writer) -> None:
    path = spoilt(("format: 1", "format: 0"), ("code: b.2", "code: b.1"))
    with pytest.raises(InstrumentDamaged) as caught:
        instrument_files.read(path)
    assert caught.value.parameters["faults"] == "2"
    assert caught.value.parameters["first"].startswith("baris 4, /format: ")


def test_the_first_fault_stands_in_its_sentence_without_doubled_marks(tmp_path: Path) -> None:
    path = written(tmp_path, '{"b.1": {"option": "full"}}', "answers.json")
    with pytest.raises(InstrumentDamaged) as caught:
        instrument_files.read(path)
    for language, said in (("id", "Bidang “b.1” tidak dikenal"), ("en", "The field “b.1” is unk")):
        sentence = messages.sentence(caught.value, language)
        assert said in sentence
        assert ".." not in sentence
        assert "““" not in sentence


def test_a_warning_does_not_refuse(spoilt: Writer) -> None:
    path = spoilt(('short: {id: "14 Komponen", en: "14 Components"}', 'short: {id: "14 Komponen"}'))
    instrument, problems = instrument_files.examine(path)
    assert instrument is not None
    assert [problem.severity for problem in problems] == ["warning"]
    assert instrument_files.read(path).digest == instrument.digest


def test_what_cannot_be_scored_is_shown_but_not_read(spoilt: Writer) -> None:
    path = spoilt(("nodes:\n", "variants: [luring]\nnodes:\n"))
    instrument, problems = instrument_files.examine(path)
    assert instrument is not None
    assert [problem.severity for problem in problems] == ["unsupported"]
    with pytest.raises(InstrumentDamaged):
        instrument_files.read(path)
