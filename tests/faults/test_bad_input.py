"""Unknown and damaged instruments, answers and ids: a sentence, a status, nothing changed."""

import json
from pathlib import Path

import msgspec
import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.assessment import PROFILE, InstrumentPin, record_of
from kepatuhan_desktop.domain.ids import AssessmentId, Digest
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.errors import (
    AnswersDamaged,
    AssessmentUnknown,
    InstrumentDamaged,
    InstrumentUnknown,
)
from kepatuhan_desktop.services import bundled_instruments
from tests.faults import scene
from tests.faults.program import assert_refused, kepatuhan, sentence_of

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sound definition in a file."""
    one, version, _ = bundled_instruments.bundled()[0]
    path = tmp_path_factory.mktemp("instrument") / "instrument.json"
    path.write_bytes(codec.canonical(bundled_instruments.load_bundled(one, version)))
    return path


def test_an_unknown_instrument_is_named(tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text("{}")
    assert_refused(InstrumentUnknown, "score", "--instrument", "tidak-ada", str(answers))
    assert_refused(InstrumentUnknown, "score", "--instrument", "uu25-14@1900", str(answers))
    assert_refused(InstrumentUnknown, "instrument", "show", "tidak-ada")


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b"\xff\xfe", b'{"format": 1}', b'{"format": 99}', b"a: &a [*a]"],
)
@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_a_damaged_instrument_is_refused(tmp_path: Path, content: bytes, suffix: str) -> None:
    path = tmp_path / f"instrument.{suffix}"
    path.write_bytes(content)
    services = open_services(tmp_path / "home")
    before = services.instruments.installed()
    with pytest.raises(InstrumentDamaged) as refused:
        services.instruments.install_file(path)
    assert path.name in sentence_of(refused.value)
    assert services.instruments.installed() == before
    services.close()


def test_a_damaged_instrument_has_an_exit_status(tmp_path: Path, whole: Path) -> None:
    broken = json.loads(whole.read_bytes())
    broken["nodes"][0]["weight"]["value"] = "banyak"
    del broken["categories"]
    path = tmp_path / "instrument.json"
    path.write_text(json.dumps(broken))
    answers = tmp_path / "answers.json"
    answers.write_text("{}")
    assert_refused(InstrumentDamaged, "score", "--instrument", str(path), str(answers))
    check = kepatuhan("instrument", "check", "--json", str(path))
    assert check.returncode == InstrumentDamaged.exit_status
    places = {problem["place"] for problem in json.loads(check.stdout)["problems"]}
    assert any("weight" in place for place in places)
    assert len(places) > 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"\xff",
        b'{"tidak-ada": {"option": "full"}}',
        b'{"b.1": {"option": "tidak-ada"}}',
        b'{"b.1": {}}',
        b'{"b.1": {"option": "full", "not_applicable": "ya"}}',
        b'{"b.1": {"not_applicable": "tidak boleh"}}',
        b'{"b.1": 4}',
    ],
)
def test_damaged_answers_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "answers.json"
    path.write_bytes(content)
    assert_refused(AnswersDamaged, "score", "--instrument", str(scene.INSTRUMENT), str(path))


def test_an_unknown_assessment_is_named(tmp_path: Path) -> None:
    open_services(tmp_path / "home").close()
    out = tmp_path / "out.pdf"
    assert_refused(AssessmentUnknown, "assessment", "show", "tidak-ada", home=tmp_path / "home")
    assert_refused(
        AssessmentUnknown,
        *("assessment", "scorecard", "tidak-ada", "--out", str(out)),
        home=tmp_path / "home",
    )
    assert not out.exists()


def with_missing_instrument(services: Services) -> AssessmentId:
    """An assessment that came from a device with an instrument that this one lacks."""
    one = scene.begin(services)
    profile = services.assessments.get(one).profile
    other = AssessmentId("0123456789abcdefghjkmnpqrs")
    pin = InstrumentPin(id=profile.instrument.id, version="9999.9", digest=Digest("0" * 64))
    value = codec.plain(msgspec.structs.replace(profile, instrument=pin))
    services._pen.write(
        Draft(kind=Kind.ASSESSMENT, record=record_of(other), slot=PROFILE, value=value)
    )
    return other


def test_an_assessment_whose_instrument_is_missing_is_listed_and_kept(tmp_path: Path) -> None:
    home = tmp_path / "home"
    services = open_services(home)
    other = with_missing_instrument(services)
    assert len(services.assessments.rows()) == 2
    with pytest.raises(InstrumentUnknown) as refused:
        services.assessments.overview(other)
    sentence_of(refused.value)
    services.close()
    listed = kepatuhan("assessment", "list", "--json", home=home)
    assert {row["id"] for row in json.loads(listed.stdout)} >= {other}
    assert_refused(InstrumentUnknown, "assessment", "show", other, home=home)
    assert kepatuhan("doctor", home=home).returncode == 0
