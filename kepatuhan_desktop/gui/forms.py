"""Build a page from its Designer form, and check that both agree on the names of the widgets."""

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import get_type_hints

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtUiTools import QUiLoader
from PySide6.QtWidgets import QButtonGroup, QLayout, QWidget

from kepatuhan_desktop import assets
from kepatuhan_desktop.errors import BugError
from kepatuhan_desktop.gui import icons

FINGERS = "kepatuhan_fingers"
"""The application property that says that forms let fingers into their scroll areas."""

_BOUND = (QWidget, QAction, QLayout, QButtonGroup)


def load(widget: QWidget, name: str) -> None:
    """Build `ui/<name>.ui` inside `widget`, which becomes the top level of the form.

    Each annotation on the class of `widget` that names a widget, action, layout or button
    group is the promise that the form has a child of that name and type; it is set as an
    attribute. Names with a leading underscore promise nothing. A class of ours (promoted
    in the form) is constructed as the annotation, or as `gui.widgets.promoted`, says.
    The texts follow the language of the application. Raises `BugError` when the form and
    the class disagree.
    """
    wanted = _annotated(type(widget))
    loader = _Loader(widget, name, {kind.__name__: kind for kind in wanted.values()})
    try:
        loader.load(str(assets.path("ui", f"{name}.ui")))
    except RuntimeError as error:
        raise BugError(f"form {name}: {error}: {loader.errorString()}") from error
    if loader.problems:
        raise BugError(f"form {name}: {'; '.join(loader.problems)}")
    for attribute, kind in wanted.items():
        child = loader.made.get(attribute) or widget.findChild(kind, attribute)
        if not isinstance(child, kind):
            found = type(child).__name__ if child is not None else "nothing"
            raise BugError(
                f"form {name}: {attribute} should be {kind.__name__}, "
                f"as {type(widget).__name__} says, but is {found}"
            )
        setattr(widget, attribute, child)
    icons.dress(loader.made.values())
    application = QCoreApplication.instance()
    if application is not None and application.property(FINGERS):
        from kepatuhan_desktop.gui import touch  # noqa: PLC0415 - start-up time

        touch.accept(loader.made.values())


def _annotated(page: type[QWidget]) -> dict[str, type[QObject]]:
    """Attributes that the form must provide, with their types; those of base pages included."""
    found: dict[str, type[QObject]] = {}
    for owner in reversed(page.__mro__):
        if owner.__module__.startswith(("PySide6", "shiboken6", "Shiboken")) or owner is object:
            continue
        own = inspect.get_annotations(owner)
        if not own:
            continue
        try:
            hints = get_type_hints(owner, vars(sys.modules[owner.__module__]))
        except NameError as error:
            raise BugError(f"annotations of {owner.__name__} cannot be read: {error}") from error
        for attribute in own:
            kind = hints[attribute]
            if (
                isinstance(kind, type)
                and issubclass(kind, _BOUND)
                and not attribute.startswith("_")
            ):
                found[attribute] = kind
    return found


class _Loader(QUiLoader):
    """Builds into an existing widget and remembers what it made, by name."""

    def __init__(self, top: QWidget, form: str, kinds: dict[str, type[QObject]]) -> None:
        with _no_plugins():
            super().__init__()
        self.made: dict[str, QObject] = {}
        self.problems: list[str] = []
        # Qt swallows exceptions of the overridden methods: they are collected instead.
        self._top = top
        self._form = form
        self._kinds = kinds
        self.setLanguageChangeEnabled(True)

    def createWidget(
        self, class_name: str, parent: QWidget | None = None, name: str = ""
    ) -> QWidget:
        if parent is None:
            if not self._top.inherits(class_name):
                self.problems.append(
                    f"the form is a {class_name}, but {type(self._top).__name__} is none"
                )
            self._top.setObjectName(name)
            return self._top
        kind = self._kinds.get(class_name)
        if class_name in _widgets_of_qt():
            made = super().createWidget(class_name, parent, name)
        elif kind is not None or (kind := _promoted(class_name)) is not None:
            made = self._construct(kind, parent)
        else:
            self.problems.append(f"{name} is a {class_name}, which no annotation names")
            made = QWidget(parent)
        made.setObjectName(name)
        if name and name in self.made:
            self.problems.append(f"two widgets are called {name}")
        self.made[name] = made
        return made

    def _construct(self, kind: type[QObject], parent: QWidget) -> QWidget:
        try:
            return kind(parent)  # type: ignore[return-value] # a promoted class is a widget
        except Exception as error:  # Qt would swallow any of them
            self.problems.append(f"{kind.__name__} cannot be constructed: {error!r}")
            return QWidget(parent)

    def createLayout(
        self, class_name: str, parent: QObject | None = None, name: str = ""
    ) -> QLayout:
        made = super().createLayout(class_name, parent, name)
        self.made.setdefault(name, made)
        return made

    def createAction(self, parent: QObject | None = None, name: str = "") -> QAction:
        made = super().createAction(parent, name)
        self.made[name] = made
        return made


@lru_cache(maxsize=1)
def _widgets_of_qt() -> frozenset[str]:
    # QMainWindow and the like come as the top level only; Line is Designer's own name.
    with _no_plugins():
        loader = QUiLoader()
    return frozenset(loader.availableWidgets()) | {"Line", "QWidget"}


@contextmanager
def _no_plugins() -> Iterator[None]:
    """Keep a loader that is being made from Designer's plug-ins: they bring QML in, for 15 ms."""
    paths = QCoreApplication.libraryPaths()
    QCoreApplication.setLibraryPaths([])
    try:
        yield
    finally:
        QCoreApplication.setLibraryPaths(paths)


def _promoted(class_name: str) -> type[QWidget] | None:
    # Here, as making all those classes costs 50 ms that a page with annotations saves.
    from kepatuhan_desktop.gui.widgets.promoted import PROMOTED  # noqa: PLC0415 - start-up time

    return PROMOTED.get(class_name)
