"""What is put off to the next turn lets keys and clicks come first."""

import time
from collections.abc import Iterator
from functools import partial

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.errors import InputInvalid, KnownError
from kepatuhan_desktop.gui.turns import Steps, Turn, in_turns, next_turn

_POSTED = QEvent.Type(QEvent.registerEventType())


class Listener(QObject):
    """Puts something off when an event comes, and notes the order of things."""

    def __init__(self) -> None:
        super().__init__()
        self.order: list[str] = []

    def event(self, event: QEvent) -> bool:
        if event.type() != _POSTED:
            return super().event(event)
        self.order.append("event")
        if len(self.order) == 1:
            next_turn(self, self.put_off)
            QCoreApplication.postEvent(self, QEvent(_POSTED))
        return True

    def put_off(self) -> None:
        """What was put off."""
        self.order.append("put off")


def test_events_that_wait_come_first(qtbot: QtBot) -> None:
    listener = Listener()
    QCoreApplication.postEvent(listener, QEvent(_POSTED))
    qtbot.waitUntil(lambda: listener.order[-1:] == ["put off"])
    assert listener.order == ["event", "event", "put off"]


def test_nothing_is_done_for_who_has_gone(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    next_turn(owner, lambda: done.append(1))
    next_turn(QCoreApplication.instance() or owner, lambda: done.append(2))
    shiboken6.delete(owner)
    qtbot.wait(20)
    assert done == [2]


def test_deeds_come_in_their_order_and_keys_between_them(qtbot: QtBot) -> None:
    listener = Listener()
    listener.order.append("begun")  # so that an event is only noted

    def do(name: str) -> None:
        listener.order.append(name)
        QCoreApplication.postEvent(listener, QEvent(_POSTED))

    in_turns(listener, [lambda: do("a"), lambda: do("b"), lambda: do("c")])
    qtbot.waitUntil(lambda: listener.order[-2:] == ["c", "event"])
    assert listener.order == ["begun", "a", "event", "b", "event", "c", "event"]


def test_after_a_deed_that_fails_nothing_more_is_done(qtbot: QtBot) -> None:
    done: list[str] = []
    owner = QObject()

    def fail() -> None:
        raise ZeroDivisionError

    in_turns(owner, [lambda: done.append("a"), fail, lambda: done.append("b")])
    with qtbot.captureExceptions() as caught:
        qtbot.wait(30)
    assert done == ["a"]
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_nothing_to_do_takes_no_turn(qtbot: QtBot) -> None:
    in_turns(QObject(), [])
    qtbot.wait(5)


def test_behind_a_long_deed_the_others_still_take_one_turn_each(qtbot: QtBot) -> None:
    listener = Listener()
    listener.order.append("begun")

    def do(name: str) -> None:
        listener.order.append(name)
        QCoreApplication.postEvent(listener, QEvent(_POSTED))
        time.sleep(0.01)  # by now a timer of every other one has come due

    for name in ("a", "b", "c"):
        next_turn(QObject(listener), partial(do, name))
    qtbot.waitUntil(lambda: listener.order[-2:] == ["c", "event"])
    assert listener.order == ["begun", "a", "event", "b", "event", "c", "event"]


def test_what_is_asked_for_twice_is_done_once(qtbot: QtBot) -> None:
    done: list[int] = []
    owner = QObject()
    turn = Turn(owner, lambda: done.append(1))
    turn.ask()
    turn.ask()
    qtbot.wait(20)
    assert done == [1]
    turn.ask()
    turn.forget()
    qtbot.wait(20)
    assert done == [1]
    turn.ask()
    turn.forget()
    turn.ask()
    qtbot.waitUntil(lambda: done == [1, 1])


def test_steps_leave_room_between_them_and_end_with_the_deed(qtbot: QtBot) -> None:
    listener = Listener()
    listener.order.append("begun")  # so that an event is only noted

    def walk() -> Iterator[None]:
        for number in range(2):
            listener.order.append(f"step {number}")
            QCoreApplication.postEvent(listener, QEvent(_POSTED))
            yield

    steps = Steps(listener, walk, lambda: listener.order.append("done"), print)
    steps.ask()
    qtbot.waitUntil(lambda: listener.order[-1] == "done")
    assert listener.order == ["begun", "step 0", "event", "step 1", "event", "done"]


def test_steps_that_are_asked_for_again_begin_anew_and_end_once(qtbot: QtBot) -> None:
    owner, seen = QObject(), list[str]()

    def walk() -> Iterator[None]:
        seen.append("begun")
        if len(seen) == 1:
            steps.ask()
        yield
        seen.append("walked")

    steps = Steps(owner, walk, lambda: seen.append("done"), print)
    steps.ask()
    qtbot.waitUntil(lambda: seen[-1:] == ["done"])
    qtbot.wait(20)
    assert seen == ["begun", "begun", "walked", "done"]


def test_steps_that_fail_say_so_and_can_be_asked_for_again(qtbot: QtBot) -> None:
    owner, told, done = QObject(), list[KnownError](), list[int]()

    def walk() -> Iterator[None]:
        yield
        if not told:
            raise InputInvalid(field="x")

    steps = Steps(owner, walk, lambda: done.append(1), told.append)
    steps.ask()
    qtbot.waitUntil(lambda: len(told) == 1)
    steps.ask()
    qtbot.waitUntil(lambda: done == [1])
