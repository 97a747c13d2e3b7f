"""Check a whole instrument definition: every problem, each with its place. Changes nothing."""

from collections.abc import Iterator
from decimal import Decimal

from kepatuhan_desktop.domain.instrument import Indicator, Instrument, Node
from kepatuhan_desktop.domain.instrument_problems import (
    INSTRUMENT_ID,
    MAX_PLACES,
    VERSION,
    Problem,
    all_zero,
    duplicates,
    error,
    id_problems,
    is_decimal,
    not_decimal,
    text_problems,
    unknown_reference,
    unsupported,
    warning,
    weight_problems,
)
from kepatuhan_desktop.domain.instrument_scales import scale_problems

__all__ = ["Problem", "check"]


def check(instrument: Instrument) -> list[Problem]:
    """Every problem of `instrument`, in reading order by kind; empty: it can be installed."""
    return [*_head(instrument), *_categories(instrument), *_tree(instrument), *_extras(instrument)]


def _head(one: Instrument) -> Iterator[Problem]:
    if not INSTRUMENT_ID.fullmatch(one.id):
        yield error(
            "/id",
            f"Id “{one.id}” harus huruf kecil, angka, dan tanda hubung.",
            f"Id “{one.id}” must be lower-case letters, digits and hyphens.",
        )
    if not VERSION.fullmatch(one.version):
        yield error(
            "/version",
            f"Versi “{one.version}” harus angka yang dipisahkan titik, misalnya 2024.1.",
            f"Version “{one.version}” must be numbers with dots, such as 2024.1.",
        )
    if one.version in one.replaces:
        yield error(
            "/replaces",
            "Versi tidak dapat menggantikan dirinya sendiri.",
            "A version cannot replace itself.",
        )
    yield from text_problems("/title", one.title)
    yield from text_problems("/short", one.short)
    yield from text_problems("/about", one.about)
    if not 0 <= one.rounding.places <= MAX_PLACES:
        yield error(
            "/rounding/places",
            f"Pembulatan harus 0 sampai {MAX_PLACES} angka.",
            f"Round to 0 up to {MAX_PLACES} places.",
        )
    if not is_decimal(one.maximum):
        yield not_decimal("/maximum", one.maximum)
    elif Decimal(one.maximum) == 0:
        yield error(
            "/maximum", "Nilai maksimum harus lebih dari 0.", "The maximum must be above 0."
        )


def _categories(one: Instrument) -> Iterator[Problem]:
    yield from duplicates(
        ((f"/categories/{at}/id", it.id) for at, it in enumerate(one.categories)),
        "kategori",
        "category",
    )
    sound = is_decimal(one.maximum) and 0 <= one.rounding.places <= MAX_PLACES
    for at, it in enumerate(one.categories):
        place = f"/categories/{at}"
        yield from id_problems(f"{place}/id", it.id)
        yield from text_problems(f"{place}/label", it.label)
        for name, bound in (("lowest", it.lowest), ("highest", it.highest)):
            if not is_decimal(bound):
                sound = False
                yield not_decimal(f"{place}/{name}", bound)
    if not one.categories:
        yield error(
            "/categories",
            "Sedikitnya satu kategori harus ada.",
            "There must be at least one category.",
        )
    elif sound:
        yield from _bounds(one)


def _bounds(one: Instrument) -> Iterator[Problem]:
    """Categories run from best to worst, from the maximum to 0, one rounding step apart."""
    step = Decimal(1).scaleb(-one.rounding.places)
    expected = Decimal(one.maximum)
    for at, it in enumerate(one.categories):
        lowest, highest = Decimal(it.lowest), Decimal(it.highest)
        if highest != expected:
            yield error(
                f"/categories/{at}/highest",
                f"Batas atas kategori {it.id} harus {expected}, bukan {it.highest}: "
                "urut dari terbaik ke terburuk, tanpa celah dan tanpa tumpang tindih.",
                f"The upper bound of category {it.id} must be {expected}, not {it.highest}: "
                "from best to worst, without gap or overlap.",
            )
        if lowest > highest:
            yield error(
                f"/categories/{at}/lowest",
                f"Batas bawah kategori {it.id} di atas batas atasnya.",
                f"The lower bound of category {it.id} is above its upper bound.",
            )
        if lowest % step:
            yield error(
                f"/categories/{at}/lowest",
                f"Batas {it.lowest} lebih halus daripada pembulatan {one.rounding.places} angka.",
                f"The bound {it.lowest} is finer than {one.rounding.places} places.",
            )
        expected = lowest - step
    if Decimal(one.categories[-1].lowest) != 0:
        yield error(
            f"/categories/{len(one.categories) - 1}/lowest",
            "Kategori terburuk harus mulai dari 0.",
            "The worst category must start at 0.",
        )


def _tree(one: Instrument) -> Iterator[Problem]:
    nodes = [
        (place, node)
        for at, root in enumerate(one.nodes)
        for place, node in _below(f"/nodes/{at}", root)
    ]
    leaves = [
        (f"{place}/indicators/{at}", it)
        for place, node in nodes
        for at, it in enumerate(node.indicators)
    ]
    yield from duplicates(((f"{place}/id", node.id) for place, node in nodes), "bagian", "node")
    yield from duplicates(
        ((f"{place}/code", node.code) for place, node in nodes if node.code),
        "bagian",
        "node",
        "Kode",
        "Code",
    )
    yield from duplicates(
        ((f"{place}/id", it.id) for place, it in leaves), "indikator", "indicator"
    )
    yield from duplicates(
        ((f"{place}/code", it.code) for place, it in leaves),
        "indikator",
        "indicator",
        "Kode",
        "Code",
    )
    if not one.nodes:
        yield error(
            "/nodes", "Sedikitnya satu bagian harus ada.", "There must be at least one node."
        )
    yield from all_zero("/nodes", [node.weight for node in one.nodes])
    for place, node in nodes:
        yield from _node(place, node)
    for place, it in leaves:
        yield from _indicator(place, it, one)


def _below(place: str, node: Node) -> Iterator[tuple[str, Node]]:
    yield place, node
    for at, child in enumerate(node.nodes):
        yield from _below(f"{place}/nodes/{at}", child)


def _node(place: str, node: Node) -> Iterator[Problem]:
    yield from id_problems(f"{place}/id", node.id)
    yield from text_problems(f"{place}/title", node.title)
    for name, text in (("short", node.short), ("meaning", node.meaning)):
        if text:
            yield from text_problems(f"{place}/{name}", text)
    yield from weight_problems(f"{place}/weight", node.weight)
    if node.nodes and node.indicators:
        yield error(
            place,
            f"Bagian “{node.id}” memuat bagian dan indikator sekaligus; pilih salah satu.",
            f"Node “{node.id}” holds both nodes and indicators; choose one.",
        )
    elif not node.nodes and not node.indicators:
        yield error(
            place,
            f"Bagian “{node.id}” kosong: tanpa bagian dan tanpa indikator.",
            f"Node “{node.id}” is empty.",
        )
    yield from all_zero(f"{place}/nodes", [child.weight for child in node.nodes])
    yield from all_zero(f"{place}/indicators", [it.weight for it in node.indicators])


def _indicator(place: str, it: Indicator, one: Instrument) -> Iterator[Problem]:
    yield from id_problems(f"{place}/id", it.id)
    if not it.code.strip():
        yield error(f"{place}/code", "Kode kosong.", "The code is empty.")
    yield from text_problems(f"{place}/question", it.question)
    yield from text_problems(f"{place}/check", it.check)
    yield from weight_problems(f"{place}/weight", it.weight)
    if not it.methods:
        yield error(
            f"{place}/methods",
            "Sebutkan sedikitnya satu cara memeriksa.",
            "Name at least one method.",
        )
    yield from duplicates(
        ((f"{place}/methods/{at}", method) for at, method in enumerate(it.methods)),
        "cara memeriksa",
        "method",
    )
    if it.not_applicable.hint:
        yield from text_problems(f"{place}/not_applicable/hint", it.not_applicable.hint)
    elif it.not_applicable.allowed:
        yield warning(
            f"{place}/not_applicable",
            "“Tidak berlaku” diizinkan tanpa petunjuk kapan boleh dipakai.",
            "“Not applicable” is allowed without a hint when it may be used.",
        )
    if it.subject is not None:
        known = {subject.id for subject in one.subjects}
        yield from unknown_reference(f"{place}/subject", it.subject, known, "Subjek", "Subject")
        yield unsupported(
            f"{place}/subject",
            "Indikator yang diulang per subjek",
            "Indicators repeated per subject",
        )
    for at, variant in enumerate(it.variants):
        yield from unknown_reference(
            f"{place}/variants/{at}", variant, set(one.variants), "Varian", "Variant"
        )
    yield from scale_problems(f"{place}/scale", it)


def _extras(one: Instrument) -> Iterator[Problem]:
    """Parts of the format that are checked for sense, though not scored yet."""
    yield from _subjects(one)
    yield from _raters(one)
    yield from _gates(one)
    yield from _composite(one)
    variants = ((f"/variants/{at}", it) for at, it in enumerate(one.variants))
    yield from duplicates(variants, "varian", "variant")
    if one.variants:
        yield unsupported("/variants", "Varian", "Variants")


def _subjects(one: Instrument) -> Iterator[Problem]:
    ids = ((f"/subjects/{at}/id", it.id) for at, it in enumerate(one.subjects))
    yield from duplicates(ids, "subjek", "subject")
    for at, it in enumerate(one.subjects):
        yield from text_problems(f"/subjects/{at}/label", it.label)
        if it.minimum < 1:
            yield error(
                f"/subjects/{at}/minimum",
                "Jumlah minimum paling sedikit 1.",
                "The minimum is at least 1.",
            )
    if one.subjects:
        yield unsupported("/subjects", "Subjek berulang", "Repeated subjects")


def _raters(one: Instrument) -> Iterator[Problem]:
    ids = ((f"/raters/{at}/id", it.id) for at, it in enumerate(one.raters))
    yield from duplicates(ids, "penilai", "rater")
    for at, it in enumerate(one.raters):
        yield from text_problems(f"/raters/{at}/label", it.label)
    if one.raters:
        yield unsupported("/raters", "Beberapa penilai", "Several raters")


def _gates(one: Instrument) -> Iterator[Problem]:
    nodes = {str(node.id) for node in one.walk()}
    categories = {str(it.id) for it in one.categories}
    for at, gate in enumerate(one.gates):
        place = f"/gates/{at}"
        yield from unknown_reference(
            f"{place}/category", gate.category, categories, "Kategori", "Category"
        )
        yield from unknown_reference(f"{place}/node", gate.node, nodes, "Bagian", "Node")
        if not is_decimal(gate.minimum):
            yield not_decimal(f"{place}/minimum", gate.minimum)
    if one.gates:
        yield unsupported("/gates", "Syarat kategori", "Gates")


def _composite(one: Instrument) -> Iterator[Problem]:
    for at, part in enumerate(one.composite):
        yield from weight_problems(f"/composite/{at}/weight", part.weight)
        if part.instrument == one.id:
            yield error(
                f"/composite/{at}/instrument",
                "Instrumen tidak dapat memuat dirinya sendiri.",
                "An instrument cannot hold itself.",
            )
    yield from all_zero("/composite", [part.weight for part in one.composite])
    if one.composite:
        yield unsupported(
            "/composite", "Nilai gabungan beberapa instrumen", "Composites of instruments"
        )
