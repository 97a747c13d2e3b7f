"""Know where the workspace lies: the option, the environment, the person's choice, the default."""

import os
from pathlib import Path

VARIABLE = "KEPATUHAN_HOME"
_NAME = "kepatuhan-desktop"


def home(chosen: Path | None = None) -> Path:
    """The workspace folder; it need not exist yet."""
    if chosen is not None:
        return chosen.expanduser().absolute()
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE]).expanduser().absolute()
    try:
        remembered = Path(_pointer().read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError):
        return default_home()
    # An empty or cut-off file must not lead into whatever folder the program started from.
    return remembered if remembered.is_absolute() else default_home()


def default_home() -> Path:
    """Where a workspace lies when nobody said otherwise (local, not roaming)."""
    import platformdirs  # noqa: PLC0415 - 40 ms that --home saves

    return Path(platformdirs.user_data_dir(_NAME, appauthor=False))


def remember_home(folder: Path) -> None:
    """Open this workspace at the next start."""
    pointer = _pointer()
    pointer.parent.mkdir(parents=True, exist_ok=True)
    temporary = pointer.with_suffix(".part")
    temporary.write_text(f"{folder.expanduser().absolute()}\n", encoding="utf-8")
    temporary.replace(pointer)


def _pointer() -> Path:
    import platformdirs  # noqa: PLC0415 - 40 ms that --home saves

    return Path(platformdirs.user_config_dir(_NAME, appauthor=False)) / "workspace.txt"
