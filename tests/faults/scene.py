"""Set a small scene for the fault suite: one office, one assessment, photographs that differ."""

import io
import secrets
from functools import cache
from pathlib import Path

from kepatuhan_desktop.bootstrap import Services
from kepatuhan_desktop.domain.assessment import Profile
from kepatuhan_desktop.domain.ids import AssessmentId, IndicatorId, InstrumentId
from kepatuhan_desktop.domain.instrument import Instrument, OptionScale
from kepatuhan_desktop.domain.organisation import Institution, Unit
from kepatuhan_desktop.domain.people import Person
from kepatuhan_desktop.domain.scoring import Answer, Chosen, Excluded

INSTRUMENT = InstrumentId("uu25-14")


def the_assessment(services: Services) -> AssessmentId:
    """The only assessment of the workspace, begun where there is none yet."""
    rows = services.assessments.rows()
    return rows[0].id if rows else begin(services)


def begin(services: Services, period: str = "2026") -> AssessmentId:
    """A fresh assessment in an office of its own."""
    institution, _ = services.organisations.register_institution(Institution(name="Kota Contoh"))
    unit, _ = services.organisations.register_unit(
        Unit(institution=institution, name="Dinas Contoh")
    )
    one, _ = services.assessments.start(
        Profile(
            institution=institution,
            unit=unit,
            product=None,
            period=period,
            instrument=services.instruments.pin(INSTRUMENT),
            auditor=Person(name="Pemeriksa"),
        )
    )
    return one


def instrument_of(services: Services, one: AssessmentId) -> Instrument:
    """The definition that the assessment is pinned to."""
    return services.instruments.get(services.assessments.get(one).profile.instrument.digest)


def answers_of(instrument: Instrument, indicator: IndicatorId) -> list[Answer]:
    """Every answer that the indicator takes."""
    found = instrument.indicators[indicator]
    answers: list[Answer] = []
    if isinstance(found.scale, OptionScale):
        answers += [Chosen(option.id) for option in found.scale.options]
    if found.not_applicable.allowed:
        answers.append(Excluded("Tidak ada di kantor ini."))
    return answers


@cache
def photographs() -> tuple[bytes, ...]:
    """JPEGs of a few sizes, from some kilobytes to some hundred."""
    # Pillow is not needed by the tests that only damage things.
    from PIL import Image  # noqa: PLC0415 - as above

    made = []
    for width, noise in ((160, 20), (400, 60), (900, 90)):
        out = io.BytesIO()
        Image.effect_noise((width, width * 3 // 4), noise).save(out, "JPEG", quality=90)
        made.append(out.getvalue())
    return tuple(made)


def unlike_any_other(photograph: bytes, mark: bytes | None = None) -> bytes:
    """The same picture with a comment of its own, so that its digest is new."""
    comment = mark or secrets.token_bytes(16)
    return photograph[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + photograph[2:]


def fill(services: Services, one: AssessmentId, *, answers: int, photos: int) -> list[bytes]:
    """Answer and attach the same way each time; returns the photographs."""
    instrument = instrument_of(services, one)
    indicators = list(instrument.indicators)[:answers]
    for number, indicator in enumerate(indicators):
        options = [it for it in answers_of(instrument, indicator) if isinstance(it, Chosen)]
        services.answering.choose(one, indicator, options[number % len(options)].option)
    services.answering.note(one, indicators[0], "Papan informasi tampak dari pintu.")
    pictures = [
        unlike_any_other(photographs()[number % 3], number.to_bytes(8)) for number in range(photos)
    ]
    for number, picture in enumerate(pictures):
        kept = services.attaching.keep(picture, f"foto-{number}.jpg", "camera")
        services.attaching.attach(one, indicators[number % len(indicators)], kept)
    return pictures


def files_under(folder: Path) -> dict[str, bytes]:
    """Every file below `folder` with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
