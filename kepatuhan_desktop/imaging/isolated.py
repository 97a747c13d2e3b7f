"""Decode what others have made in a process of its own, with little to break."""

from collections.abc import Iterator

from kepatuhan_desktop.errors import EvidenceDamaged, KnownError
from kepatuhan_desktop.imaging.child import Child
from kepatuhan_desktop.imaging.codes import Attempt
from kepatuhan_desktop.imaging.confinement import SECONDS
from kepatuhan_desktop.imaging.decoding_talk import Codes, Copies, Made, Read, Words
from kepatuhan_desktop.imaging.ingest import Derived
from kepatuhan_desktop.imaging.recognition import MediaType
from kepatuhan_desktop.imaging.standby import STANDBY


def derive(
    data: bytes,
    media_type: MediaType,
    *,
    rotation: int = 0,
    name: str = "",
    seconds: float = SECONDS,
    command: list[str] | None = None,
) -> Derived | None:
    """What `ingest.derive` gives, made elsewhere; raises as it does.

    `EvidenceDamaged` also where the process died or took longer than `seconds`.
    """
    with Child(name, seconds=seconds, command=command) as child:
        child.ask(Copies(media_type=media_type, rotation=rotation, name=name), data)
        said, found = child.hear()
    if not isinstance(said, Made):
        raise EvidenceDamaged(name=name, reason="decoder")
    if not said.thumbnail:
        return None
    return Derived(
        thumbnail=bytes(found[: said.thumbnail]),
        print_copy=bytes(found[said.thumbnail :]),
        width=said.width,
        height=said.height,
    )


def words(data: bytes, *, child: Child | None = None) -> str:
    """What `page_text.first_page` gives, read elsewhere; empty too where the process died.

    The process is `child`, or one that stood by; the next one gets ready meanwhile.
    """
    try:
        with child or STANDBY.take() as running:
            running.ask(Words(), data)
            STANDBY.get_ready()
            said, _ = running.hear()
    except KnownError:
        return ""
    return said.texts[0] if isinstance(said, Read) and said.texts else ""


def attempts(
    data: bytes, name: str, *, seconds: float = SECONDS, command: list[str] | None = None
) -> Iterator[Attempt]:
    """What `codes.attempts` gives, made elsewhere; raises as it does.

    `EvidenceDamaged` also where the process died, or took longer than `seconds` for one of them.
    """
    with Child(name, seconds=seconds, command=command) as child:
        child.ask(Codes(name), data)
        while isinstance(said := child.hear()[0], Read):
            yield Attempt(said.done, said.total, said.texts)
