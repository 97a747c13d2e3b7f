"""Remember the auditor, the look and the place where work stopped, as a small JSON file."""

from pathlib import Path
from typing import Literal

import msgspec

Theme = Literal["system", "light", "dark"]
Language = Literal["id", "en"]
SignsWith = Literal["device", "pkcs12", "token"]

FILE = "settings.json"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What a person chose. Nothing that anybody signs depends on it."""

    theme: Theme = "system"
    language: Language = "id"
    auditor_name: str = ""
    auditor_nip: str = ""
    auditor_position: str = ""
    signs_with: SignsWith = "device"
    """Which key signs the PDF. What opens it is never kept."""
    key_file: str = ""
    """The PKCS#12 file."""
    token_module: str = ""
    """The library of the token."""
    token_label: str = ""
    positions: dict[str, str] = msgspec.field(default_factory=dict)
    """Per assessment the indicator that was open last."""


class SettingsFile:
    """The settings of one workspace."""

    def __init__(self, home: Path) -> None:
        self._path = home / FILE
        self._current = self._read()

    @property
    def current(self) -> Settings:
        """The settings as they stand."""
        return self._current

    def change(self, **fields: object) -> Settings:
        """Set some fields and write the file; raises `OSError` where that fails."""
        changed = msgspec.structs.replace(self._current, **fields)
        temporary = self._path.with_suffix(".part")
        temporary.write_bytes(msgspec.json.format(msgspec.json.encode(changed), indent=1))
        temporary.replace(self._path)
        self._current = changed
        return changed

    def _read(self) -> Settings:
        # Preferences that cannot be read are worth less than a program that starts.
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Settings)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return Settings()
