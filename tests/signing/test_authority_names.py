"""An authority of a name that only a machine can tell from ours is an impostor."""

import pytest

from kepatuhan_desktop.domain.verdict import Grade
from tests.signing import builders
from tests.signing.builders import Headquarters


@pytest.mark.parametrize(
    "name", ["Ｉnspektorat Sumbermakmur", "INSPEKTORAT  ＳＵＭＢＥＲ" + "makmur"]
)
def test_wide_letters_make_no_other_name(name: str) -> None:
    data = builders.making(Headquarters(name).enrol(builders.new_key())).signed()
    found = builders.verdict(data).signers[0].trusted
    assert (found.code, found.grade) == ("trusted.same_name", Grade.BAD)


def test_wide_letters_make_no_other_person() -> None:
    hq = Headquarters()
    hq.enrol(builders.new_key(), builders.AUDITOR.__class__(name="Ratna Wulandari"))
    impostor = builders.self_issued(person=builders.AUDITOR.__class__(name="Ｒatna Wulandari"))
    found = builders.verdict(builders.making(impostor).signed(), hq.trust()).signers[0]
    assert found.who.code == "who.namesake"
