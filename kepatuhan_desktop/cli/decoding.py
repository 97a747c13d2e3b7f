"""The hidden command in which the frozen program decodes evidence from others."""

import click

from kepatuhan_desktop.imaging import decoder
from kepatuhan_desktop.imaging.child import COMMAND


@click.command(COMMAND, hidden=True)
def decode_evidence() -> None:
    """Decode one file from the standard input; for the program itself."""
    decoder.answer()
