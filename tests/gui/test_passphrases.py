"""A new passphrase is judged while it is typed, and taken when typed twice."""

import pytest
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.models.passphrases import Strength, strength
from kepatuhan_desktop.gui.widgets.passphrase_fields import PassphraseFields


@pytest.mark.parametrize(
    "text,expected",
    [
        ("", Strength.EMPTY),
        ("pendek", Strength.SHORT),
        ("aaaaaaaaaaaaaaaa", Strength.WEAK),
        ("123456789012", Strength.WEAK),
        ("kucinghitam7", Strength.FAIR),
        ("kuda baterai lampu senja", Strength.GOOD),
    ],
)
def test_a_passphrase_is_judged(text: str, expected: Strength) -> None:
    assert strength(text) is expected


def test_a_passphrase_is_taken_when_typed_the_same_way_twice(qtbot: QtBot) -> None:
    fields = PassphraseFields()
    qtbot.addWidget(fields)
    fields.first_edit.setText("kuda baterai lampu senja")
    fields.second_edit.setText("kuda bat")
    assert fields.passphrase() == ""
    # What is only unfinished is not called wrong yet.
    assert fields.second_edit.property("tone") == ""
    fields.second_edit.setText("kuda batu")
    assert fields.second_edit.property("tone") == "red"
    fields.second_edit.setText("kuda baterai lampu senja")
    assert fields.passphrase() == "kuda baterai lampu senja"
    fields.reveal_button.click()
    assert fields.second_edit.echoMode() == fields.second_edit.EchoMode.Normal
