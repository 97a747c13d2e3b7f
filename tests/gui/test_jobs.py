"""Long work runs elsewhere, and its outcome comes home."""

import sys
import threading
import time

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop.gui.jobs import Job, Jobs, Step, give_way
from kepatuhan_desktop.progress import Progress


@pytest.fixture
def jobs(qapp: QApplication) -> Jobs:
    """A worker of its own."""
    return Jobs()


def finish(qtbot: QtBot, jobs: Jobs, job: Job) -> list[str]:
    """Run `job` to its end; returns the names of the signals in the order they came."""
    came: list[str] = []
    job.succeeded.connect(lambda _result: came.append("succeeded"))
    job.failed.connect(lambda _error: came.append("failed"))
    job.cancelled.connect(lambda: came.append("cancelled"))
    job.finished.connect(lambda: came.append("finished"))
    with qtbot.waitSignal(job.finished):
        jobs.start(job)
    return came


def test_the_result_arrives_on_the_thread_of_the_window(qtbot: QtBot, jobs: Jobs) -> None:
    where: dict[str, object] = {}

    def work(_progress: Progress) -> int:
        where["work"] = threading.current_thread()
        return 3_000_000_000

    job = Job(work)
    job.succeeded.connect(lambda result: where.update(result=result, heard=QThread.isMainThread()))
    assert finish(qtbot, jobs, job) == ["succeeded", "finished"]
    assert where["work"] is not threading.main_thread()
    assert (where["result"], where["heard"]) == (3_000_000_000, True)
    assert jobs.count() == 0
    jobs.shutdown()


def test_a_fault_is_handed_over(qtbot: QtBot, jobs: Jobs) -> None:
    error = OSError("penuh")

    def work(_progress: Progress) -> None:
        raise error

    job = Job(work)
    heard: list[object] = []
    job.failed.connect(heard.append)
    assert finish(qtbot, jobs, job) == ["failed", "finished"]
    assert heard == [error]
    jobs.shutdown()


def test_a_cancelled_job_says_so_and_nothing_else(qtbot: QtBot, jobs: Jobs) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.step(0, 1)
            threading.Event().wait(0.002)

    job = Job(work)
    came: list[str] = []
    job.succeeded.connect(lambda _result: came.append("succeeded"))
    job.failed.connect(lambda _error: came.append("failed"))
    with qtbot.waitSignals([job.cancelled, job.finished]):
        jobs.start(job)
        assert begun.wait(5)
        job.cancel()
    assert came == []
    jobs.shutdown()


def test_progress_is_throttled_and_the_last_step_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    def work(progress: Progress) -> None:
        for done in range(1, 5001):
            progress.step(done, 5000, "foto")

    job = Job(work)
    steps: list[Step] = []
    job.progressed.connect(steps.append)
    finish(qtbot, jobs, job)
    assert len(steps) < 200
    assert steps[-1] == Step(5000, 5000, "foto")
    jobs.shutdown()


def test_jobs_run_one_after_the_other_and_tell_when_they_are_busy(qtbot: QtBot, jobs: Jobs) -> None:
    order: list[int] = []
    busy: list[bool] = []
    jobs.busy.connect(busy.append)

    def work(number: int) -> Job:
        return Job(lambda _progress: order.append(number))

    for number in range(4):
        jobs.start(work(number))
    last = work(4)
    with qtbot.waitSignal(last.finished):
        jobs.start(last)
    assert order == [0, 1, 2, 3, 4]
    assert busy == [True, False]
    jobs.shutdown()


def test_shutdown_cancels_what_runs_and_what_waits(qtbot: QtBot, jobs: Jobs) -> None:
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        begun.set()
        while True:
            progress.step(0, 1)
            threading.Event().wait(0.002)

    running, waiting = Job(endless), Job(endless)
    ended: list[str] = []
    running.cancelled.connect(lambda: ended.append("running"))
    waiting.cancelled.connect(lambda: ended.append("waiting"))
    jobs.start(running)
    jobs.start(waiting)
    assert begun.wait(5)
    jobs.shutdown()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert jobs.count() == 0


@pytest.mark.parametrize("waited,naps", [(0.000001, [0]), (0.001, [0, 0.004])])
def test_the_worker_pauses_only_where_the_window_wanted_something(
    monkeypatch: pytest.MonkeyPatch, waited: float, naps: list[float]
) -> None:
    clock = iter([0.0, waited])
    slept: list[float] = []
    monkeypatch.setattr(time, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(time, "sleep", slept.append)
    give_way()
    assert slept == naps


def test_threads_change_over_quickly_once_there_are_jobs(jobs: Jobs) -> None:
    assert sys.getswitchinterval() <= 0.001


def test_what_is_started_after_the_end_is_cancelled_in_a_turn_of_its_own(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.shutdown()
    told: list[str] = []
    job = Job(lambda _progress: told.append("ran"))
    job.cancelled.connect(lambda: told.append("cancelled"))
    jobs.start(job)
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["cancelled"]
    assert jobs.count() == 0
