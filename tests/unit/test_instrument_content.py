"""The first instrument says what the law says, and asks what an auditor can check."""

import pytest

from kepatuhan_desktop import assets, codec
from kepatuhan_desktop.domain.ids import InstrumentId
from kepatuhan_desktop.domain.instrument import (
    Indicator,
    Medium,
    Node,
    Official,
    Option,
    OptionScale,
    Text,
    Zone,
)
from kepatuhan_desktop.domain.instrument_check import check
from kepatuhan_desktop.services import bundled_instruments, instrument_files

INSTRUMENT = bundled_instruments.load_bundled(InstrumentId("uu25-14"), "2024.1")
INDICATORS = list(INSTRUMENT.indicators.values())
WORDING = {
    "a": "dasar hukum",
    "b": "persyaratan",
    "c": "sistem, mekanisme, dan prosedur",
    "d": "jangka waktu penyelesaian",
    "e": "biaya/tarif",
    "f": "produk pelayanan",
    "g": "sarana, prasarana, dan/atau fasilitas",
    "h": "kompetensi pelaksana",
    "i": "pengawasan internal",
    "j": "penanganan pengaduan, saran, dan masukan",
    "k": "jumlah pelaksana",
    "l": "jaminan pelayanan yang memberikan kepastian pelayanan dilaksanakan sesuai dengan "
    "standar pelayanan",
    "m": "jaminan keamanan dan keselamatan pelayanan dalam bentuk komitmen untuk memberikan "
    "rasa aman, bebas dari bahaya, dan risiko keragu-raguan",
    "n": "evaluasi kinerja pelaksana",
}
PUBLISHED = "bcdefj"


def options(indicator: Indicator) -> tuple[Option, ...]:
    """The options of an indicator of this instrument, which has no other scales."""
    assert isinstance(indicator.scale, OptionScale)
    return indicator.scale.options


def texts(indicator: Indicator) -> list[Text]:
    """Everything of an indicator that is read by a person."""
    found = [indicator.question, indicator.check]
    for option in options(indicator):
        found += [option.label, option.descriptor, *(rule.label for rule in option.evidence)]
    return found


def media(component: Node) -> list[Medium | None]:
    """Where the publication of a component is looked for."""
    return [one.medium for one in component.indicators if one.medium is not None]


def test_the_definition_has_no_problem_at_all() -> None:
    assert check(INSTRUMENT) == []
    folder = assets.path("resources", "instruments", "uu25-14", "2024.1")
    _, problems = instrument_files.examine(folder / bundled_instruments.AUTHORED)
    assert problems == []


def test_the_canonical_json_is_current() -> None:
    for _, _, folder in bundled_instruments.bundled():
        authored = instrument_files.read(folder / bundled_instruments.AUTHORED)
        compiled = (folder / bundled_instruments.COMPILED).read_bytes()
        assert compiled == codec.canonical(authored)


def test_there_are_14_components_with_their_official_wording_and_letter() -> None:
    found = {component.code: component for component in INSTRUMENT.components}
    assert len(INSTRUMENT.components) == 14
    for letter, wording in WORDING.items():
        (legal,) = found[letter].legal
        assert (legal.law, legal.article) == ("UU 25/2009", f"Pasal 21 huruf {letter}")
        assert legal.wording == wording


def test_six_components_are_delivery_and_eight_are_management() -> None:
    delivery, management = INSTRUMENT.nodes
    assert [node.code for node in delivery.nodes] == list(PUBLISHED)
    assert [node.code for node in management.nodes] == list("aghiklmn")
    assert (delivery.title["id"], management.title["id"]) == (
        "Penyampaian pelayanan",
        "Pengelolaan pelayanan",
    )
    assert {node.legal[0].law for node in INSTRUMENT.nodes} == {"PermenPANRB 15/2014"}


def test_there_are_50_to_60_indicators_named_by_their_component() -> None:
    assert 50 <= len(INDICATORS) <= 60
    for component in INSTRUMENT.components:
        expected = [f"{component.code}.{at}" for at in range(1, len(component.indicators) + 1)]
        assert [one.id for one in component.indicators] == expected
        assert [one.code for one in component.indicators] == expected


def test_the_six_are_looked_for_in_the_room_and_on_electronic_media() -> None:
    for component in INSTRUMENT.components:
        expected = [Medium.ROOM, Medium.ELECTRONIC] if component.code in PUBLISHED else []
        assert media(component) == expected


def test_a_medium_without_the_information_counts_as_not_fulfilled() -> None:
    for indicator in INDICATORS:
        if indicator.medium is not None:
            values = {option.id: option.value for option in options(indicator)}
            assert values == {"none": "0", "empty": "0", "partial": "0.5", "full": "1"}


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_a_positive_answer_needs_evidence(indicator: Indicator) -> None:
    for option in options(indicator):
        assert option.evidence or option.value == "0"
        if indicator.medium is not None and option.value != "0":
            kind = "photo" if indicator.medium is Medium.ROOM else "screenshot"
            assert {rule.kind for rule in option.evidence} == {kind}


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_a_half_answer_says_why(indicator: Indicator) -> None:
    for option in options(indicator):
        if option.value not in {"0", "1"} and indicator.id != "l.2":
            assert option.note_required


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_words_fit_where_they_stand_in_both_languages(indicator: Indicator) -> None:
    for language in ("id", "en"):
        assert len(indicator.question[language]) <= 110
        assert len(indicator.check[language]) <= 140
        for option in options(indicator):
            assert len(option.label[language]) <= 26
            assert len(option.descriptor[language]) <= 125
            assert option.descriptor[language].endswith(".")
            assert all(len(rule.label[language]) <= 40 for rule in option.evidence)
    assert all(text["id"] and text["en"] for text in texts(indicator))


@pytest.mark.parametrize("indicator", INDICATORS, ids=lambda one: one.id)
def test_options_run_from_worst_to_best_in_three_or_four_steps(indicator: Indicator) -> None:
    values = [float(option.value) for option in options(indicator)]
    assert len(values) in {3, 4}
    assert values == sorted(values)
    assert (values[0], values[-1]) == (0, 1)


def test_components_have_a_short_title_a_meaning_and_an_icon_that_ships() -> None:
    for component in INSTRUMENT.components:
        assert len(component.short["id"]) <= 28
        assert component.meaning["id"] != component.legal[0].wording
        assert assets.path("resources", "icons", f"{component.icon}.svg").is_file()


def test_no_weight_claims_to_be_official() -> None:
    weights = [node.weight for node in INSTRUMENT.walk()] + [one.weight for one in INDICATORS]
    assert {weight.official for weight in weights} == {Official.NO}
    assert {weight.source for weight in weights} == {"Bobot kerja, tanpa sumber resmi"}
    assert {one.weight.value for one in INDICATORS} == {"1", "2", "3"}
    assert [node.weight.value for node in INSTRUMENT.nodes] == ["6", "8"]
    assert INSTRUMENT.official is Official.NO
    assert INSTRUMENT.has_unofficial_weights


def test_exclusion_is_allowed_only_with_a_hint() -> None:
    allowed = [one for one in INDICATORS if one.not_applicable.allowed]
    assert {one.id for one in allowed} >= {"e.2", "g.1", "g.2", "g.3", "g.4", "g.5"}
    assert all(one.not_applicable.hint["id"] for one in allowed)
    assert "e.1" not in {one.id for one in allowed}  # a free service is declared free


def test_categories_are_those_of_2022_to_2024() -> None:
    found = [(one.id, one.lowest, one.highest, one.zone) for one in INSTRUMENT.categories]
    assert found == [
        ("A", "88.00", "100", Zone.GREEN),
        ("B", "78.00", "87.99", Zone.GREEN),
        ("C", "54.00", "77.99", Zone.YELLOW),
        ("D", "32.00", "53.99", Zone.RED),
        ("E", "0", "31.99", Zone.RED),
    ]
