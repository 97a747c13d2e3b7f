"""Time Anki's own export of a package with photographs, as a peer of a bundle.

Runs in an environment that has `anki` and nothing of ours: `bundles.py` starts it where
KEPATUHAN_ANKI names such a Python. Prints the milliseconds of each export.
"""

import sys
import tempfile
import time
from pathlib import Path

from anki.collection import Collection, ExportAnkiPackageOptions


def main(photos: Path, rounds: int) -> None:
    """Every photo on a card of its own; the collection lies beside the photos."""
    with tempfile.TemporaryDirectory(dir=photos.parent) as folder:
        collection = Collection(str(Path(folder, "collection.anki2")))
        model = collection.models.by_name("Basic")
        assert model is not None
        deck = collection.decks.id("Default")
        assert deck is not None
        for photo in sorted(photos.iterdir()):
            name = collection.media.add_file(str(photo))
            note = collection.new_note(model)
            note["Front"] = f'<img src="{name}">'
            note["Back"] = photo.name
            collection.add_note(note, deck)
        options = ExportAnkiPackageOptions(
            with_scheduling=True, with_deck_configs=True, with_media=True, legacy=False
        )
        for number in range(rounds):
            out = Path(folder, f"out-{number}.apkg")
            began = time.perf_counter()
            collection.export_anki_package(out_path=str(out), options=options, limit=None)
            print((time.perf_counter() - began) * 1000)
            out.unlink()
        collection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
