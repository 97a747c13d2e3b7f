"""The pictures and signatures of the demonstration."""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from kepatuhan_desktop.domain.instrument import EvidenceRule, say
from kepatuhan_desktop.domain.seal import Stroke
from kepatuhan_desktop.errors import KnownError
from kepatuhan_desktop.imaging import drawing
from kepatuhan_desktop.services.attaching import Attaching, Kept

_PHOTOS = (
    "service_hall",
    "notice_board",
    "complaint_desk",
    "waiting_room",
    "accessibility",
    "staff_badge",
)
_TEXTS = {
    "notice_board": (
        "STANDAR PELAYANAN",
        "Persyaratan: KTP dan KK",
        "Waktu: 3 hari kerja",
        "Biaya: gratis",
    ),
    "certificate": ("KEPUTUSAN KEPALA DINAS", "Nomor: 188/21/2023", "Tentang standar pelayanan"),
    "website": ("Layanan dan Persyaratan", "Persyaratan", "Prosedur", "Jangka waktu", "Pengaduan"),
    "complaint_desk": ("PENGADUAN", "0812 0000 0000", "lapor.go.id"),
}
_NAMES = {"photo": "IMG", "document": "SK", "screenshot": "LAYAR", "any": "IMG"}


class Album:
    """The pictures of one visit: each scene is drawn once, then used again."""

    def __init__(
        self, attaching: Attaching, unit: str, day: datetime, real: Sequence[Kept]
    ) -> None:
        self._attaching = attaching
        self._unit = unit
        self._day = day
        self._real = list(real)
        self._kept: dict[str, Kept] = {}
        self._taken = 0

    def next(self, rule: EvidenceRule) -> Kept:
        """A picture that meets the rule."""
        self._taken += 1
        if self._real:
            return self._real[self._taken % len(self._real)]
        scene = self._scene(rule)
        if scene not in self._kept:
            moment = self._day + timedelta(minutes=7 * len(self._kept) + 12)
            data = drawing.draw(
                scene,
                sum(map(ord, self._unit)) + self._day.year,
                taken_at=moment.isoformat(timespec="seconds"),
                texts=_TEXTS.get(scene, (self._unit,)),
            )
            suffix = "png" if scene == "website" else "jpg"
            name = f"{_NAMES[rule.kind]}_{moment:%Y%m%d_%H%M%S}.{suffix}"
            self._kept[scene] = self._attaching.keep(data, name, source="file")
        return self._kept[scene]

    def _scene(self, rule: EvidenceRule) -> str:
        label = say(rule.label).lower()
        if rule.kind == "screenshot" or "laman" in label or "media sosial" in label:
            return "website"
        if rule.kind == "document":
            return "certificate"
        for word, scene in (
            ("pengaduan", "complaint_desk"),
            ("toilet", "toilet_sign"),
            ("ram", "accessibility"),
            ("rentan", "accessibility"),
            ("tunggu", "waiting_room"),
            ("petugas", "staff_badge"),
            ("papan", "notice_board"),
        ):
            if word in label:
                return scene
        return _PHOTOS[self._taken % len(_PHOTOS)]


def real(folder: Path, attaching: Attaching) -> list[Kept]:
    """The photographs of a folder that are accepted as evidence, by name."""
    kept = []
    for path in sorted(folder.iterdir()):
        if not path.is_file():
            continue
        try:
            kept.append(attaching.keep_file(path))
        except KnownError:
            # A folder of somebody's photographs may hold anything; what is no evidence stays out.
            continue
    return kept


def signature(name: str) -> tuple[Stroke, ...]:
    """A signature as a hand would write it, the same for the same name."""
    random = Random(name)
    strokes: list[Stroke] = []
    left = 1500
    for _ in range(random.choice((2, 3))):
        points, height, loops = [], random.randint(700, 1300), random.uniform(1.5, 3.5)
        width = random.randint(1800, 2800)
        for step in range(40):
            share = step / 39
            x = left + share * width + 260 * math.sin(loops * 2 * math.pi * share)
            y = 2000 - height * math.sin(loops * 2 * math.pi * share + 0.6) * (1 - 0.5 * share)
            points.append((round(x), round(y), step * 14))
        strokes.append(tuple(points))
        left += width - 200
    return tuple(strokes)
