"""The decoding process itself: one file comes in, and what was made of it goes out.

A decoder that crashes, hangs or eats memory on a crafted file takes only this process with it.
"""

import sys
from itertools import cycle
from threading import Thread
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from kepatuhan_desktop.errors import EvidenceDamaged, KnownError
from kepatuhan_desktop.imaging import codes, documents, ingest, page_text, sheets
from kepatuhan_desktop.imaging.confinement import allow_another_answer, confine
from kepatuhan_desktop.imaging.decoding_talk import (
    LENGTHS,
    Codes,
    Copies,
    Draw,
    Drawn,
    End,
    Made,
    Open,
    Read,
    Sizes,
    StandBy,
    Stream,
    Task,
    Words,
    refusal,
    send,
)

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


def answer() -> None:
    """Answer on the standard streams until nobody asks any more."""
    confine()
    asked = _receive(sys.stdin.buffer)
    if asked is not None and isinstance(asked[0], StandBy):
        documents.load()
        asked = _receive(sys.stdin.buffer)
    if asked is None:
        return
    task, body = asked
    out = sys.stdout.fileno()
    with open(out, "wb", buffering=0, closefd=False) as stream:
        _answer(stream, task, body)


def _answer(out: Stream, task: Task, body: bytes) -> None:
    try:
        if isinstance(task, Copies):
            _copy(out, task, body)
        elif isinstance(task, Open):
            with documents.opened(body, task.name) as document:
                _draw(sys.stdin.buffer, out, document, task.name)
        elif isinstance(task, Words):
            send(out, Read((page_text.first_page(body),)))
        elif isinstance(task, Codes):
            for one in codes.attempts(body, task.name):
                send(out, Read(one.texts, one.done, one.total))
                allow_another_answer()
            send(out, End())
    except KnownError as error:
        send(out, refusal(error))


def _copy(out: Stream, task: Copies, body: bytes) -> None:
    made = ingest.derive(body, task.media_type, rotation=task.rotation, name=task.name)
    if made is None:
        send(out, Made(thumbnail=0, width=0, height=0))
        return
    said = Made(thumbnail=len(made.thumbnail), width=made.width, height=made.height)
    send(out, said, made.thumbnail + made.print_copy)


def _draw(stream: BinaryIO, out: Stream, document: "PdfDocument", name: str) -> None:
    sizes = sheets.sizes(document)
    send(out, Sizes(sizes))
    # While one page is on its way, the next is drawn on the other board.
    boards = cycle((sheets.Board(), sheets.Board()))
    sending = Thread()
    while (asked := _receive(stream)) is not None:
        task, _ = asked
        if not isinstance(task, Draw):
            raise EvidenceDamaged(name=name)
        for at, board in zip(task.which, boards, strict=False):
            allow_another_answer()
            try:
                scale = task.scale or task.width / sizes[at][0]
                page = board.draw(document[at], scale)
            finally:
                # Also where the next thing to be said is an error: one after the other.
                if sending.ident is not None:
                    sending.join()
            said = Drawn(page.width, page.height, page.stride)
            sending = Thread(target=send, args=(out, said, page.pixels))
            sending.start()
        if sending.ident is not None:
            sending.join()


def _receive(stream: BinaryIO) -> tuple[Task, bytes] | None:
    lengths = stream.read(LENGTHS.size)
    if len(lengths) < LENGTHS.size:
        return None
    head, body = LENGTHS.unpack(lengths)
    task: Task = msgspec.json.decode(stream.read(head), type=Task)
    return task, stream.read(body)
