"""What a register of units would change is decided before anything is."""

from collections.abc import Sequence

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kepatuhan_desktop.domain import unit_register
from kepatuhan_desktop.domain.ids import InstitutionId, ProductId, UnitId
from kepatuhan_desktop.domain.organisation import (
    Institution,
    Product,
    Unit,
    institution_record,
    unit_record,
)
from kepatuhan_desktop.domain.unit_register import Known, RegisterPlan, RegisterRow, State

CITY = InstitutionId("i1")
OFFICE = UnitId("u1")
KNOWN = Known(
    institutions=((CITY, Institution(name="Kota Uji", region="Barat")),),
    units=((OFFICE, Unit(institution=CITY, name="Dinas A", address="Jalan 1", head_name="Budi")),),
    products=((ProductId("p1"), Product(unit=OFFICE, name="KTP")),),
)
NAMES = st.sampled_from(["Kota A", "kota a", "KOTA  A", "Kota B", "Dinas"])
TEXTS = st.sampled_from(["", "x", "X", "y"])


@st.composite
def rows(draw: st.DrawFn) -> list[RegisterRow]:
    """Any rows of a few names."""
    return [
        RegisterRow(
            line=line,
            institution=draw(NAMES),
            unit=draw(NAMES),
            region=draw(TEXTS),
            address=draw(TEXTS),
            head_name=draw(TEXTS),
            product=draw(TEXTS),
        )
        for line in range(draw(st.integers(0, 8)))
    ]


def row(**said: str) -> RegisterRow:
    """The known unit, and what is said of it."""
    return RegisterRow(line=2, **{"institution": "Kota Uji", "unit": "Dinas A", **said})


def applied(known: Known, plan: RegisterPlan) -> Known:
    """The register after the plan, as the service writes it."""
    institutions, units = dict(known.institutions), dict(known.units)
    products = list(known.products)
    homes = []
    for it in plan.institutions:
        home = it.id or InstitutionId(f"i{len(institutions)}")
        homes.append(home)
        if it.state is not State.CONTESTED:
            institutions[home] = it.institution
    for one in plan.units:
        unit = one.unit
        if one.id is None:
            unit = msgspec.structs.replace(unit, institution=homes[one.under])
        place = one.id or UnitId(f"u{len(units)}")
        if one.state is not State.CONTESTED:
            units[place] = unit
        products += [(ProductId("p"), Product(unit=place, name=name)) for name in one.products]
    return Known(
        institutions=tuple(institutions.items()),
        units=tuple(units.items()),
        products=tuple(products),
        contested=known.contested,
    )


@given(rows(), rows())
def test_what_was_applied_is_known_afterwards(
    first: Sequence[RegisterRow], second: Sequence[RegisterRow]
) -> None:
    known = applied(Known(), unit_register.plan(first, Known()))
    after = applied(known, unit_register.plan(second, known))
    again = unit_register.plan(second, after)
    assert not again.changes_anything()
    assert {one.state for one in again.units} <= {State.KNOWN}


@given(rows())
def test_no_name_stands_twice_afterwards(some: Sequence[RegisterRow]) -> None:
    found = applied(Known(), unit_register.plan(some, Known()))
    names = [" ".join(one.name.split()).casefold() for _, one in found.institutions]
    assert len(names) == len(set(names))


def test_a_new_unit_of_a_known_institution_goes_under_it() -> None:
    (one,) = unit_register.plan([row(institution="KOTA UJI", unit="Dinas B")], KNOWN).units
    assert (one.state, one.unit.institution) == (State.NEW, CITY)


def test_names_stay_as_they_were_registered() -> None:
    found = unit_register.plan([row(institution="kota  uji", unit="DINAS A")], KNOWN)
    assert not found.changes_anything()
    assert found.units[0].unit.name == "Dinas A"


def test_an_empty_cell_takes_nothing_away() -> None:
    (one,) = unit_register.plan([row(head_name="Rina")], KNOWN).units
    assert (one.unit.address, one.unit.head_name) == ("Jalan 1", "Rina")
    assert one.differences() == (("head_name", "Budi", "Rina"),)


def test_what_one_row_leaves_out_another_may_say() -> None:
    found = unit_register.plan([row(product="KK"), row(head_nip="1970")], KNOWN)
    assert found.units[0].unit.head_nip == "1970"


def test_a_product_is_new_only_where_its_unit_does_not_have_it() -> None:
    found = unit_register.plan([row(product="ktp"), row(product="KK"), row(product="kk")], KNOWN)
    assert (found.units[0].products, found.units[0].known_products) == (("KK",), 1)
    assert found.units[0].state is State.KNOWN
    assert found.changes_anything()


def test_a_region_is_filled_in() -> None:
    found = unit_register.plan([row(region="Timur")], KNOWN)
    assert (found.institutions[0].state, found.institutions[0].institution.region) == (
        *(State.CHANGED, "Timur"),
    )


def test_a_unit_is_found_under_each_institution_of_that_name() -> None:
    twin = (InstitutionId("i2"), Institution(name="Kota Uji"))
    theirs = (UnitId("u2"), Unit(institution=twin[0], name="Dinas Z"))
    both = msgspec.structs.replace(
        KNOWN, institutions=(*KNOWN.institutions, twin), units=(*KNOWN.units, theirs)
    )
    (one,) = unit_register.plan([row(unit="dinas z", address="Jalan 9")], both).units
    assert (one.id, one.state, one.unit.institution) == ("u2", State.CHANGED, "i2")


def test_what_is_contested_is_left_to_a_person() -> None:
    contested = frozenset({unit_record(OFFICE), institution_record(CITY)})
    known = msgspec.structs.replace(KNOWN, contested=contested)
    found = unit_register.plan([row(region="Timur", address="Jalan 2")], known)
    assert {found.institutions[0].state, found.units[0].state} == {State.CONTESTED}
    assert not found.changes_anything()


def test_what_is_contested_and_says_the_same_is_known() -> None:
    known = msgspec.structs.replace(KNOWN, contested=frozenset({unit_record(OFFICE)}))
    assert unit_register.plan([row(address="Jalan 1")], known).units[0].state is State.KNOWN
