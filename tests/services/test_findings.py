"""Findings carry the law with them."""

import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId
from kepatuhan_desktop.domain.instrument import Legal
from kepatuhan_desktop.errors import InputInvalid
from kepatuhan_desktop.services.findings import cite, prefilled
from tests.builders.instruments import A1, A2, small

FINDING = Finding(
    indicator=A1, statement="Tarif tidak dipasang.", legal_reference="UU 25/2009 Pasal 21 huruf d"
)


def test_a_finding_is_prefilled_with_the_indicators_own_law() -> None:
    assert prefilled(small(), A2).legal_reference == "PP 96/2012 Pasal 23"


def test_without_a_law_of_its_own_it_is_that_of_the_component() -> None:
    assert prefilled(small(), A1).legal_reference == "UU 25/2009 Pasal 21 huruf a"


def test_a_prefilled_finding_still_needs_a_statement() -> None:
    assert prefilled(small(), A1).statement == ""


def test_a_law_without_an_article_is_cited_alone() -> None:
    assert cite(Legal(law="PermenPANRB 15/2014")) == "PermenPANRB 15/2014"


def test_a_finding_is_held(services: Services, an_assessment: AssessmentId) -> None:
    one, _ = services.findings.put(an_assessment, FINDING)
    assert services.assessments.get(an_assessment).findings == {one: FINDING}
    assert services.assessments.get(an_assessment).findings_of(A1) == [(one, FINDING)]


def test_a_finding_is_revised(services: Services, an_assessment: AssessmentId) -> None:
    one, _ = services.findings.put(an_assessment, FINDING)
    later = Finding(indicator=A1, statement="Tarif usang.", legal_reference="", due="2024-09-30")
    assert services.findings.put(an_assessment, later, one)[0] == one
    assert services.assessments.get(an_assessment).findings == {one: later}


def test_a_finding_without_a_statement_is_refused(
    services: Services, an_assessment: AssessmentId
) -> None:
    with pytest.raises(InputInvalid) as refused:
        services.findings.put(an_assessment, prefilled(small(), A1))
    assert refused.value.parameters["field"] == "statement"


def test_a_finding_at_a_question_that_there_is_not_is_refused(
    services: Services, an_assessment: AssessmentId
) -> None:
    stray = Finding(indicator=IndicatorId("z.9"), statement="Tarif usang.", legal_reference="")
    with pytest.raises(InputInvalid) as refused:
        services.findings.put(an_assessment, stray)
    assert refused.value.parameters["field"] == "indicator"
    assert services.assessments.get(an_assessment).findings == {}


def test_undo_brings_a_removed_finding_back(
    services: Services, an_assessment: AssessmentId
) -> None:
    one, _ = services.findings.put(an_assessment, FINDING)
    services.findings.remove(an_assessment, one)
    assert services.assessments.get(an_assessment).findings == {}
    services.editing.undo(an_assessment)
    assert services.assessments.get(an_assessment).findings == {one: FINDING}
