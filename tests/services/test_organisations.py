"""Institutions, units and products are registered and corrected."""

from collections.abc import Callable

import pytest

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.ids import InstitutionId, UnitId
from kepatuhan_desktop.domain.organisation import Institution, Product, Unit
from kepatuhan_desktop.errors import InputInvalid, RecordUnknown
from tests.builders import workspaces

NOWHERE = InstitutionId("i")


def test_institutions_stand_by_name(services: Services) -> None:
    for name in ("Kota B", "Kota A"):
        services.organisations.register_institution(Institution(name=name))
    assert [one.name for _, one in services.organisations.institutions()] == ["Kota A", "Kota B"]


def test_units_belong_to_their_institution(services: Services) -> None:
    unit = workspaces.an_office(services)
    institution, _ = services.organisations.institutions()[0]
    assert [one for one, _ in services.organisations.units(institution)] == [unit]
    assert services.organisations.units(NOWHERE) == []


def test_products_belong_to_their_unit(services: Services) -> None:
    unit = workspaces.an_office(services)
    one, _ = services.organisations.register_product(Product(unit=unit, name="KTP"))
    assert services.organisations.products(unit) == [(one, Product(unit=unit, name="KTP"))]


def test_a_correction_replaces_what_was_known(services: Services) -> None:
    unit = workspaces.an_office(services)
    institution, _ = services.organisations.institutions()[0]
    revised = Unit(institution=institution, name="Dinas Baru", head_nip="1970")
    services.organisations.revise_unit(unit, revised)
    assert services.organisations.units(institution) == [(unit, revised)]


def test_a_unit_that_is_not_there_cannot_be_corrected(services: Services) -> None:
    with pytest.raises(RecordUnknown):
        services.organisations.revise_unit(UnitId("x"), Unit(institution=NOWHERE, name="x"))


NAMELESS: dict[str, Callable[[Services], object]] = {
    "institution": lambda it: it.organisations.register_institution(Institution(name=" ")),
    "unit": lambda it: it.organisations.register_unit(Unit(institution=NOWHERE, name="")),
    "product": lambda it: it.organisations.register_product(Product(unit=UnitId("u"), name="\t")),
}


@pytest.mark.parametrize("field", NAMELESS)
def test_a_name_is_needed(services: Services, field: str) -> None:
    with pytest.raises(InputInvalid) as refused:
        NAMELESS[field](services)
    assert refused.value.parameters["field"] == field
