"""The history says who did what, what it was before, and in what order."""

import pytest

from kepatuhan_desktop import codec
from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.codec import Json
from kepatuhan_desktop.domain.finding import Finding
from kepatuhan_desktop.domain.ids import AssessmentId, Slot
from kepatuhan_desktop.domain.instrument import OptionScale
from kepatuhan_desktop.domain.journal import Draft, Kind
from kepatuhan_desktop.services import history
from kepatuhan_desktop.services.history import Line, Said, Shape
from tests.builders import seals, workspaces
from tests.builders.entries import Device
from tests.builders.instruments import A1, A2, A3, FULL, HALF, small


def last(services: Services, one: AssessmentId) -> Line:
    """The line of the entry that was written last."""
    return services.history.all_entries(one)[-1]


def label(option: str) -> dict[str, str]:
    """What the small instrument calls an answer of the question that is chosen here."""
    scale = small().indicators[A2].scale
    assert isinstance(scale, OptionScale)
    return next(it.label for it in scale.options if it.id == option)


def text(words: str) -> dict[str, str]:
    """What a person wrote."""
    return {"id": words}


def test_an_answer_is_told_in_words(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A2, FULL)
    services.answering.choose(an_assessment, A2, HALF)
    line = last(services, an_assessment)
    assert line.before == (Said(shape=Shape.OPTION, words=label(FULL)),)
    assert line.after == Said(shape=Shape.OPTION, words=label(HALF))
    assert (line.indicator, line.code, line.question) == (
        A2,
        small().indicators[A2].code,
        small().indicators[A2].question,
    )
    assert (line.is_current, line.is_act) == (True, False)
    assert not services.history.all_entries(an_assessment)[-2].is_current


def test_everything_has_a_shape_of_its_own(services: Services, an_assessment: AssessmentId) -> None:
    one = an_assessment
    services.answering.exclude(one, A3, "tidak ada loket")
    assert last(services, one).after == Said(shape=Shape.EXCLUDED, words=text("tidak ada loket"))
    services.answering.clear(one, A3)
    assert last(services, one).after == Said(shape=Shape.NOTHING)
    services.answering.note(one, A1, "catatan")
    assert last(services, one).after == Said(shape=Shape.TEXT, words=text("catatan"))
    services.answering.remark(one, "sepakat")
    line = last(services, one)
    assert (line.after, line.indicator, line.code) == (
        Said(shape=Shape.TEXT, words=text("sepakat")),
        None,
        "",
    )
    piece = workspaces.attached(services, one, A1, "papan.jpg")
    assert last(services, one).after == Said(shape=Shape.FILE, words=text("papan.jpg"))
    services.attaching.caption(one, piece, "Papan")
    assert last(services, one).after.words == text("Papan")
    services.attaching.remove(one, piece)
    removed = last(services, one)
    assert (removed.indicator, removed.after.shape) == (A1, Shape.NOTHING)
    services.findings.put(one, Finding(indicator=A1, statement="Kurang", legal_reference="y"))
    assert last(services, one).after == Said(shape=Shape.FINDING, words=text("Kurang"))
    first = services.history.all_entries(one)[0]
    assert (first.after.shape, first.before) == (Shape.PROFILE, ())


@pytest.mark.parametrize(
    "kind, slot, value",
    [
        (Kind.ANSWER, f"answer/{A1}", {"type": "chosen"}),
        (Kind.NOTE, f"note/{A1}", 7),
        (Kind.EVIDENCE, "evidence/x", 7),
        (Kind.UNIT, "later", "x"),
    ],
)
def test_what_is_not_known_is_told_all_the_same(kind: Kind, slot: str, value: Json) -> None:
    entry = Device().write(slot, value, kind=kind)
    line = history._line(entry, {entry.id: entry}, small(), is_current=True)
    assert line.after == Said(shape=Shape.UNKNOWN)


def test_an_option_that_the_instrument_lacks_is_told_by_its_name(
    services: Services, an_assessment: AssessmentId
) -> None:
    state = services.assessments.get(an_assessment)
    services._pen.write(
        Draft(
            kind=Kind.ANSWER,
            record=state.record,
            slot=Slot("answer/lain"),
            value={"type": "chosen", "option": "x"},
        )
    )
    line = last(services, an_assessment)
    assert (line.code, line.question, line.after.words) == ("lain", {}, text("x"))


def test_acts_are_marked_among_the_entries(
    services: Services, a_filled_assessment: AssessmentId
) -> None:
    seals.sealed(services, a_filled_assessment)
    line = last(services, a_filled_assessment)
    assert (line.is_act, line.after) == (True, Said(shape=Shape.ACT))


def test_some_lines_can_be_asked_for(services: Services, an_assessment: AssessmentId) -> None:
    services.answering.choose(an_assessment, A2, FULL)
    services.answering.note(an_assessment, A2, "x")
    wanted = services.history.all_entries(an_assessment)[1].entry.id
    assert [it.entry.id for it in services.history.lines_of(an_assessment, (wanted,))] == [wanted]


def test_a_settled_conflict_names_both_that_it_replaced(
    services: Services, an_assessment: AssessmentId
) -> None:
    state = services.assessments.get(an_assessment)
    for words in ("a", "b", "b"):
        services._pen.write(
            Draft(kind=Kind.NOTE, record=state.record, slot=Slot(f"note/{A1}"), value=words)
        )
    services.answering.note(an_assessment, A1, "c")
    before = last(services, an_assessment).before
    assert sorted(it.words["id"] for it in before) == ["a", "b"]
    assert codec.plain(before)
