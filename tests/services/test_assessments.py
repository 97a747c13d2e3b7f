"""Assessments are started, listed, and looked at with their score."""

from datetime import timedelta

import msgspec
import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Status
from kepatuhan_desktop.domain.ids import AssessmentId, Digest, InstrumentId
from kepatuhan_desktop.domain.instrument import Zone
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import NotScored, Score
from kepatuhan_desktop.errors import AssessmentUnknown, InputInvalid, InstrumentUnknown
from tests.builders import workspaces
from tests.builders.clock import START, FixedClock
from tests.builders.instruments import A1, A2, FULL, HALF, small


def test_a_fresh_assessment_is_a_draft(services: Services, an_assessment: AssessmentId) -> None:
    row = services.assessments.row(an_assessment)
    assert (row.status, row.answered, row.indicators) == (Status.DRAFT, 0, 5)
    assert (row.score, row.category, row.zone) == (None, None, None)


def test_a_row_names_who_is_assessed(services: Services, an_assessment: AssessmentId) -> None:
    row = services.assessments.row(an_assessment)
    assert (row.institution, row.unit, row.period) == ("Kota Uji", "Dinas Uji", "2024")
    assert (row.instrument, row.auditor, row.visited_on) == ("small 1", "Siti Aminah", "2024-08-12")


def test_a_row_counts_what_is_there(services: Services, a_filled_assessment: AssessmentId) -> None:
    row = services.assessments.row(a_filled_assessment)
    assert (row.answered, row.evidence, row.findings, row.conflicts) == (5, 1, 0, 0)


def test_a_complete_assessment_is_ready(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    assert services.assessments.row(a_filled_assessment).status is Status.READY


def test_a_signed_assessment_is_sealed(
    services: Services, a_sealed_assessment: AssessmentId
) -> None:
    assert services.assessments.row(a_sealed_assessment).status is Status.SEALED


def test_a_row_has_the_score(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A1, HALF)
    row = services.assessments.row(an_assessment)
    assert (row.score, row.category, row.zone) == ("50.00", "D", Zone.RED)


def test_the_row_is_the_overview(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    services.answering.choose(an_assessment, A2, HALF)
    row, total = (
        services.assessments.row(an_assessment),
        services.assessments.overview(an_assessment).result.total,
    )
    assert isinstance(total, Score)
    assert (row.score, row.category, row.zone) == (total.value, total.category, total.zone)


def test_the_last_changed_stands_first(services: Services, clock: FixedClock) -> None:
    first, second = workspaces.started(services), workspaces.started(services)
    clock.wind()
    services.answering.choose(first, A1, FULL)
    assert [row.id for row in services.assessments.rows()] == [first, second]


def test_a_product_is_named(services: Services) -> None:
    unit = workspaces.an_office(services)
    services.instruments.install(small())
    wanted = workspaces.profile(services, small(), unit, product="KTP elektronik")
    one, _ = services.assessments.start(wanted)
    assert services.assessments.row(one).product == "KTP elektronik"
    product = services.assessments.overview(one).product
    assert product is not None
    assert product.name == "KTP elektronik"


@pytest.mark.parametrize("field", ["period", "auditor"])
def test_an_assessment_without_what_it_needs_is_refused(services: Services, field: str) -> None:
    unit = workspaces.an_office(services)
    services.instruments.install(small())
    wanted = workspaces.profile(services, small(), unit)
    empty: object = " " if field == "period" else Person(name=" ")
    with pytest.raises(InputInvalid) as refused:
        services.assessments.start(msgspec.structs.replace(wanted, **{field: empty}))
    assert refused.value.parameters["field"] == field
    assert services.assessments.rows() == []


def test_an_assessment_with_an_unknown_instrument_is_refused(services: Services) -> None:
    wanted = workspaces.profile(services, small(), workspaces.an_office(services))
    with pytest.raises(InstrumentUnknown):
        services.assessments.start(wanted)


def test_an_unknown_assessment_is_said_to_be_unknown(services: Services) -> None:
    for look in (services.assessments.get, services.assessments.row, services.assessments.overview):
        with pytest.raises(AssessmentUnknown):
            look(AssessmentId("nowhere"))


def test_an_overview_of_nothing_has_no_score(
    services: Services, an_assessment: AssessmentId
) -> None:
    overview = services.assessments.overview(an_assessment)
    assert overview.result.total == NotScored()
    assert len(overview.missing.unanswered) == 5
    assert overview.earlier is None


def test_an_overview_explains_itself(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A1, HALF)
    way = services.assessments.overview(an_assessment).explanation().way
    assert way is not None
    assert [step.indicator for step in way.steps] == [A1]


def test_the_earlier_result_is_last_years(services: Services) -> None:
    unit = workspaces.an_office(services)
    for period in ("2021", "2023", "2022"):
        worst = period != "2023"
        workspaces.a_sealed_assessment(services, unit=unit, period=period, worst=worst)
    earlier = services.assessments.overview(workspaces.started(services, unit=unit)).earlier
    assert earlier is not None
    assert (earlier.period, earlier.score, earlier.category) == ("2023", "100.00", "A")


def test_an_unsigned_result_is_no_earlier_result(services: Services) -> None:
    unit = workspaces.an_office(services)
    workspaces.filled(services, unit=unit, period="2023")
    assert services.assessments.overview(workspaces.started(services, unit=unit)).earlier is None


def test_a_result_of_the_same_or_a_later_period_is_no_earlier_one(services: Services) -> None:
    unit = workspaces.an_office(services)
    for period in ("2024", "2025"):
        workspaces.a_sealed_assessment(services, unit=unit, period=period)
    assert services.assessments.overview(workspaces.started(services, unit=unit)).earlier is None


def test_another_units_result_is_no_earlier_one(services: Services) -> None:
    workspaces.a_sealed_assessment(services, period="2023")
    assert services.assessments.overview(workspaces.started(services)).earlier is None


def test_another_products_result_is_no_earlier_one(services: Services) -> None:
    unit = workspaces.an_office(services)
    workspaces.a_sealed_assessment(services, unit=unit, period="2023")
    wanted = workspaces.profile(services, small(), unit, product="KTP elektronik")
    one, _ = services.assessments.start(wanted)
    assert services.assessments.overview(one).earlier is None


def test_a_clock_that_goes_back_changes_no_answer(
    services: Services, an_assessment: AssessmentId, clock: FixedClock
) -> None:
    services.answering.choose(an_assessment, A1, FULL)
    clock.set(START - timedelta(days=400))
    services.answering.choose(an_assessment, A1, HALF)
    row = services.assessments.row(an_assessment)
    before = services.health.fingerprint()
    services.health.rebuild()
    assert services.health.fingerprint() == before
    assert row.score == "50.00"


def test_a_bundled_instrument_is_installed(services: Services) -> None:
    assert services.instruments.pin(InstrumentId("uu25-14")).version == "2024.1"


def test_installing_again_changes_nothing(services: Services) -> None:
    services.instruments.install(small())
    assert not services.instruments.install(small()).records


def test_an_unknown_instrument_is_said_to_be_unknown(services: Services) -> None:
    with pytest.raises(InstrumentUnknown):
        services.instruments.get(Digest("0" * 64))
    with pytest.raises(InstrumentUnknown):
        services.instruments.pin(InstrumentId("nothing"))


def test_the_newest_version_is_the_highest_number(services: Services) -> None:
    for version in ("2024.10", "2024.9", "2023.12"):
        services.instruments.install(small(version))
    assert services.instruments.pin(InstrumentId("small")).version == "2024.10"


def test_a_real_instrument_can_be_filled_and_signed(services: Services) -> None:
    pin = services.instruments.pin(InstrumentId("uu25-14"))
    one = workspaces.a_sealed_assessment(services, services.instruments.get(pin.digest))
    assert services.assessments.row(one).score == "100.00"
