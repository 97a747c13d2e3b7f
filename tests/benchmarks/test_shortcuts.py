"""What is remembered to be fast is forgotten as soon as it is no longer true."""

from pathlib import Path

import msgspec

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.organisation import Institution
from kepatuhan_desktop.domain.standing import judge
from tests.benchmarks.workspaces import BUNDLED, answer_all, begin, options_of


def test_the_overview_follows_a_revised_unit(home: Path) -> None:
    services = open_services(home)
    one = begin(services, BUNDLED)
    before = services.assessments.overview(one)
    unit = before.assessment.profile.unit
    services.organisations.revise_unit(unit, msgspec.structs.replace(before.unit, name="Baru"))
    assert services.assessments.overview(one).unit.name == "Baru"
    services.close()


def test_the_overview_of_another_assessment_is_its_own(home: Path) -> None:
    services = open_services(home)
    first, second = begin(services, BUNDLED), begin(services, BUNDLED)
    profile = services.assessments.get(second).profile
    other, _ = services.organisations.register_institution(Institution(name="Lain"))
    third, _ = services.assessments.start(
        Profile(
            institution=other,
            unit=profile.unit,
            product=None,
            period="2030",
            instrument=profile.instrument,
            auditor=profile.auditor,
        )
    )
    names = [services.assessments.overview(one).institution.name for one in (first, third, first)]
    assert names == ["Kota Contoh", "Lain", "Kota Contoh"]
    services.close()


def test_the_overview_follows_what_arrives_from_elsewhere(home: Path, tmp_path: Path) -> None:
    source = open_services(tmp_path / "source")
    one = begin(source, BUNDLED)
    unit = source.assessments.overview(one).unit
    bodies = source._workspace.journal.bodies()
    target = open_services(home)
    target._workspace.journal.merge(bodies)
    assert target.assessments.overview(one).unit == unit
    source.organisations.revise_unit(
        source.assessments.get(one).profile.unit, msgspec.structs.replace(unit, name="Baru")
    )
    target._workspace.journal.merge(source._workspace.journal.bodies())
    assert target.assessments.overview(one).unit.name == "Baru"
    source.close()
    target.close()


def as_judged_anew(services: Services, one: AssessmentId) -> bool:
    """Whether the overview says what a judgement without any memory says."""
    overview = services.assessments.overview(one)
    anew = judge(overview.instrument, overview.assessment)
    return (overview.result, overview.missing) == (anew.result, anew.missing)


def test_score_and_gaps_are_those_of_the_present_state(home: Path) -> None:
    services = open_services(home)
    one, other = begin(services, BUNDLED), begin(services, BUNDLED)
    answer_all(services, one)
    instrument = services.assessments.overview(one).instrument
    for indicator in list(instrument.indicators)[:6]:
        services.answering.choose(one, indicator, options_of(instrument, indicator)[-1])
        assert as_judged_anew(services, one)
        assert as_judged_anew(services, other)
        services.editing.undo(one)
        assert as_judged_anew(services, one)
    before = services.health.fingerprint()
    services.health.rebuild()
    assert services.health.fingerprint() == before
    services.close()
