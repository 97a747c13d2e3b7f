"""The instruments that ship, as the program reads them: canonical JSON, no YAML, no schema."""

from pathlib import Path

import msgspec

from kepatuhan_desktop import assets, codec
from kepatuhan_desktop.domain.ids import InstrumentId
from kepatuhan_desktop.domain.instrument import Instrument
from kepatuhan_desktop.errors import InstrumentDamaged, InstrumentUnknown

AUTHORED = "instrument.yaml"
COMPILED = "instrument.json"


def bundled() -> list[tuple[InstrumentId, str, Path]]:
    """Id, version and folder of every instrument that ships, oldest version first."""
    folders = [compiled.parent for compiled in root().glob(f"*/*/{COMPILED}")]
    folders.sort(key=lambda folder: (folder.parent.name, version_key(folder.name)))
    return [(InstrumentId(folder.parent.name), folder.name, folder) for folder in folders]


def load_bundled(instrument: InstrumentId, version: str) -> Instrument:
    """An instrument that ships; raises `InstrumentUnknown` or `InstrumentDamaged`."""
    for known, its_version, folder in bundled():
        if (known, its_version) == (instrument, version):
            return _compiled(folder / COMPILED)
    raise InstrumentUnknown(instrument=f"{instrument} {version}")


def version_key(version: str) -> list[int]:
    """Sorts versions as people count: 2024.10 comes after 2024.9."""
    return [int(part) if part.isdecimal() else 0 for part in version.split(".")]


def root() -> Path:
    """The folder of the instruments that ship."""
    return assets.path("resources", "instruments")


def _compiled(path: Path) -> Instrument:
    try:
        return codec.decode(path.read_bytes(), Instrument)
    except (OSError, msgspec.DecodeError) as fault:
        raise InstrumentDamaged(name=path.parent.name, faults=1, first=str(fault)) from fault
