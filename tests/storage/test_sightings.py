"""The first sighting of a signature is kept, and no later one takes its place."""

from datetime import UTC, datetime, timedelta

from kepatuhan_desktop.storage.workspace import Workspace

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ONE, OTHER = "a" * 64, "b" * 64


def test_the_first_moment_stays(workspace: Workspace) -> None:
    workspace.sightings.note([ONE], NOW)
    workspace.sightings.note([ONE, OTHER], NOW + timedelta(days=1))
    assert workspace.sightings.all() == {ONE: NOW, OTHER: NOW + timedelta(days=1)}


def test_nothing_seen_writes_nothing(workspace: Workspace) -> None:
    workspace.sightings.note([], NOW)
    assert workspace.sightings.all() == {}
