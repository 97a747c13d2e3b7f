"""Ask for passphrases and PINs, or read them from a file; they are never arguments."""

from pathlib import Path

import click

from kepatuhan_desktop.errors import InputInvalid

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
"""The type of an option that names a file with a secret in its first line."""
_LONGEST = 1024
"""Bytes of such a file that are looked at."""


def read_or_ask(file: Path | None, question: str, *, twice: bool = False) -> str:
    """The first line of `file`, or what a person types unseen.

    Raises `InputInvalid` where the file is not text or cannot be read.
    """
    if file is None:
        return str(click.prompt(question, hide_input=True, confirmation_prompt=twice, err=True))
    try:
        with file.open("rb") as opened:
            text = opened.read(_LONGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputInvalid(field="passphrase_file") from error
    return text.split("\n", 1)[0].rstrip("\r")
