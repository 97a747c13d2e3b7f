"""The longest time for which the window leaves its user waiting, for every deed of a day.

`python -m tests.benchmarks.freezes [ROUNDS]` prints every deed; `make bench` the worst ones.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from functools import cache
from pathlib import Path

import msgspec

from kepatuhan_desktop.bootstrap import Services, open_services
from kepatuhan_desktop.domain.ids import AssessmentId
from kepatuhan_desktop.domain.instrument import OptionScale
from kepatuhan_desktop.gui import readiness
from kepatuhan_desktop.imaging import drawing
from kepatuhan_desktop.imaging.drawing import Camera
from tests.benchmarks import freeze_sides
from tests.benchmarks.figures import Figure, median
from tests.benchmarks.freeze_steps import HALF_DONE
from tests.benchmarks.freeze_tour import Line
from tests.benchmarks.heartbeat import Wait, tally
from tests.benchmarks.photographs import another, photograph
from tests.benchmarks.workspaces import BUNDLED, begin, options_of

ROUNDS = 3
_NO_CODE = "PYTHONDONTWRITEBYTECODE"
ASSESSMENTS = 300
PHOTOS = 3
LIMIT = 50.0
"""Milliseconds for which the window may stand still."""


def measure() -> list[Figure]:
    """The deeds above the limit, and the worst of the others."""
    by_step = _rounds(ROUNDS)
    worst = {step: max(wait.own for wait in waits) for step, waits in by_step.items()}
    over = [step for step, value in worst.items() if value > LIMIT]
    shown = over or [max(worst, key=lambda step: worst[step])]
    return [
        Figure(
            name=f"longest freeze of {len(worst)} deeds: {step}",
            ours=worst[step],
            limit=0,
            aim=LIMIT,
            absolute=True,
            what="worst",
        )
        for step in shown
    ]


def _rounds(count: int) -> dict[str, list[Wait]]:
    """Every deed with its waits, in the order of the tour; each round is a process of its own."""
    by_step: defaultdict[str, list[Wait]] = defaultdict(list)
    _compile()
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as name:
        folder = Path(name)
        photos = folder / "photos"
        photos.mkdir()
        plain = photograph()
        for number in range(PHOTOS):
            (photos / f"IMG_{number}.jpg").write_bytes(another(plain))
        _fill(folder / "home", folder / "sides")
        for number in range(count):
            for at_once in (["at-once"], []):
                for line in _tour(folder, photos, number, at_once):
                    by_step[line.step].append(line.wait)
    return by_step


def _tour(folder: Path, photos: Path, number: int, options: list[str]) -> list[Line]:
    one = folder / f"round-{number}"
    one.mkdir()
    shutil.copytree(folder / "home", one / "home")
    environment = {
        **_environment(),
        "QT_QPA_PLATFORM": "offscreen",
        **{name: str(one) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA")},
    }
    out = one / "waits.json"
    subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.freeze_tour", one / "home", photos, out, *options],
        env=environment,
        check=True,
    )
    lines = msgspec.json.decode(out.read_bytes(), type=list[Line])
    shutil.rmtree(one)
    return lines


def _compile() -> None:
    """Load every module once; an installed program has them compiled, and so has the first round.

    To compile one keeps the interpreter for up to 40 ms.
    """
    subprocess.run(
        [sys.executable, "-c", f"import {', '.join(readiness.every_module())}"],
        env={**_environment(), "QT_QPA_PLATFORM": "offscreen"},
        check=True,
    )


def _environment() -> dict[str, str]:
    """That of this process, but modules that are compiled are kept."""
    return {name: value for name, value in os.environ.items() if name != _NO_CODE}


def _fill(home: Path, sides: Path) -> None:
    """A list of 300, one of them half done, and one that only lacks its signatures.

    What a colleague made goes to `sides`.
    """
    services = open_services(home)
    services.settings.change(auditor_name="Siti Aminah", auditor_nip="198001012005012001")
    instrument = None
    for number in range(ASSESSMENTS):
        one = begin(services, BUNDLED, f"{1700 + number}")
        instrument = instrument or services.assessments.overview(one).instrument
        indicator = list(instrument.indicators)[number % len(instrument.indicators)]
        services.answering.choose(one, indicator, options_of(instrument, indicator)[-1])
    half_done = begin(services, BUNDLED, HALF_DONE)
    _answer(services, half_done, share=2)
    _answer(services, begin(services, BUNDLED, "2032"), share=1)
    freeze_sides.prepare(services, sides, _drawn()[0])
    services.close()


def _answer(services: Services, one: AssessmentId, share: int) -> None:
    """The best answer to every question, or every second one, with the evidence it needs."""
    instrument = services.assessments.overview(one).instrument
    pictures = 0
    drawn = _drawn()
    for indicator in list(instrument.indicators.values())[::share]:
        assert isinstance(indicator.scale, OptionScale)
        best = indicator.scale.options[-1]
        services.answering.choose(one, indicator.id, best.id)
        services.answering.note(one, indicator.id, "Terpasang di ruang tunggu, terbaca dari pintu.")
        for _ in range(sum(rule.minimum for rule in best.evidence)):
            pictures += 1
            data = another(drawn[pictures % len(drawn)])
            kept = services.attaching.keep(data, f"IMG_{pictures:04}.jpg")
            key, _ = services.attaching.attach(one, indicator.id, kept)
            services.attaching.copies(services.assessments.get(one).evidence[key])


@cache
def _drawn() -> list[bytes]:
    """A picture of every kind that the program can draw."""
    camera = Camera("Uji", "Uji", 1600, 1200)
    moment = "2024-08-12T09:30:00+07:00"
    scenes = ("service_hall", "notice_board", "waiting_room", "accessibility")
    return [drawing.draw(scene, 1, taken_at=moment, camera=camera) for scene in scenes]


def table(by_step: dict[str, list[Wait]]) -> str:
    """Every deed; where the time went stands behind those above the limit."""
    lines = [
        "| Deed | times | median | worst | wall | window CPU | process CPU | |",
        "|---|---:|---:|---:|---:|---:|---:|---|",
    ]
    for step, waits in by_step.items():
        worst = max(waits, key=lambda wait: wait.own)
        verdict = "" if worst.own <= LIMIT else f"**over {LIMIT:g} ms**: {tally(worst.doing)}"
        lines.append(
            f"| {step} | {len(waits)} | {median([wait.own for wait in waits]):.0f} "
            f"| {worst.own:.0f} | {worst.wall:.0f} | {worst.window:.0f} | {worst.process:.0f} "
            f"| {verdict} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    print(table(_rounds(int(sys.argv[1]) if sys.argv[1:] else ROUNDS)))
