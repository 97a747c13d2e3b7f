"""Anki's own export of a package with photographs, as a peer of a bundle.

Runs in an environment that has `anki` and nothing of ours: `bundle_export.py` starts it where
KEPATUHAN_ANKI names such a Python. Each line that it reads is the name of a package to write.
"""

import sys
import tempfile
from pathlib import Path

from anki.collection import Collection, ExportAnkiPackageOptions


def main(photos: Path) -> None:
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
        print("ready", flush=True)
        for line in sys.stdin:
            collection.export_anki_package(out_path=line.strip(), options=options, limit=None)
            print("written", flush=True)
        collection.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
