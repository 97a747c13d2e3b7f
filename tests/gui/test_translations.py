"""The English window is complete, and no text of the sources escapes the translation."""

import ast
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kepatuhan_desktop import assets
from kepatuhan_desktop.gui import languages
from kepatuhan_desktop.gui.jobs import Jobs
from kepatuhan_desktop.gui.models.assessments import Column
from kepatuhan_desktop.gui.pages.assessments import AssessmentsPage
from kepatuhan_desktop.gui.refresh import Refresher
from tests.builders import workspaces

ROOT = Path(__file__).parents[2]
TEXTS = ROOT / "resources" / "translations" / "kepatuhan_en.ts"
COMPILED = TEXTS.with_suffix(".qm")
REFRESH = "scripts/translate"

# Pages whose texts stand in several classes: one mnemonic must not lead to two places.
PAGES = (
    ("AssessmentsPage", "PlanNotice"),
    (
        "ReviewPage",
        "SealingPanel",
        "AfterSeal",
        "AmendmentBanner",
        "RevisionBar",
        "SignerCard",
        "ScorecardPreview",
    ),
    ("WalkPage", "WalkFrame", "AmendmentBanner", "QuestionCard"),
    ("ConflictsPage", "DisputeView", "RivalCard"),
    ("ExchangePage", "LetterButton", "OutboxView", "ExportPanel"),
    ("ExchangePage", "LetterButton", "InboxView", "PlanView", "RecordCard", "Listing"),
    ("ExchangePage", "LetterButton", "TravelsView"),
    ("ExchangePage", "LetterButton", "PlansView"),
    ("SettingsPage", "IdentityCard", "KeyCard"),
    ("AuthorityPage", "PersonPanel"),
)
# Texts of which only one at a time stands on the page.
EITHER_OR = {
    ("AfterSeal", "Ubah pengembalia&n…"),
    ("DisputeView", "S&impan susunan ini  (Ctrl+Enter)"),
    ("HistoryDialog", "Buka P&DF ber-TTE · Enter"),
    ("HistoryDialog", "Buka P&DF revisi {revision} · Enter"),
    ("NewAssessmentDialog", "&Mulai menilai"),
    ("SignerCard", "&Lepas"),
    ("SignerCard", "Tanda tangan &dengan sertifikat sendiri…"),
    ("VisitPlanDialog", "&Simpan perubahan"),
    ("VisitPlanDialog", "&Simpan rencana"),
    ("VisitPlanDialog", "&Unit yang dikunjungi"),
}
FIELD = re.compile(r"\{\w*\}|%n|%\d")
MNEMONIC = re.compile(r"&(?P<key>\w)")
KEYS = re.compile(r"(?:(?:Ctrl|Shift|Alt)\+)+(?:\w+|[,+-])|\bF\d+\b|\bEsc\b|\bEnter\b|· \w$")

Message = tuple[str, str]


def messages(path: Path) -> Iterator[tuple[Message, list[str], bool]]:
    """Context and source of every text, its translations, and whether they are finished."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = forms or [translation.text or ""]
            is_finished = translation.get("type") is None and all(texts)
            yield (name, message.findtext("source", "")), texts, is_finished


TRANSLATIONS = {message: texts for message, texts, _ in messages(TEXTS)}


def sources() -> list[Path]:
    """Every module and form of the window."""
    modules = (ROOT / "kepatuhan_desktop" / "gui").rglob("*.py")
    return sorted([*modules, *(ROOT / "ui").glob("*.ui")])


def tool(name: str) -> str:
    """A program of Qt that comes with PySide6."""
    ending = ".exe" if sys.platform == "win32" else ""
    return str(Path(PySide6.__file__).parent / f"{name}{ending}")


def test_every_text_of_the_sources_is_translated(tmp_path: Path) -> None:
    fresh = tmp_path / TEXTS.name
    fresh.write_bytes(TEXTS.read_bytes())
    names = [str(path.relative_to(ROOT)) for path in sources()]
    options = ["-no-obsolete", "-locations", "none", "-silent", "-ts", str(fresh)]
    subprocess.run([tool("lupdate"), *names, *options], cwd=ROOT, check=True, capture_output=True)
    extracted = {message for message, _, _ in messages(fresh)}
    assert extracted == set(TRANSLATIONS), f"run {REFRESH}"
    unfinished = [message for message, _, is_finished in messages(fresh) if not is_finished]
    assert not unfinished


def test_every_call_of_tr_is_seen_by_the_extraction() -> None:
    """Qt passes over texts that are no literals, and files some under a context of no class."""
    for path in sources():
        if path.suffix != ".py":
            continue
        for owner, call in calls(path):
            where = f"{path.name}:{call.lineno}"
            assert all(
                isinstance(argument, ast.Constant) and isinstance(argument.value, str)
                for argument in call.args
            ), f"{where} translates what is no literal"
            literals = [str(ast.literal_eval(argument)) for argument in call.args]
            message = (owner, literals[0]) if owner else (literals[0], literals[1])
            assert message in TRANSLATIONS, f"{where} is missed by lupdate"


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """The calls of `tr` with their class, and of `translate` with an empty name."""

    def walk(node: ast.AST, owner: str) -> Iterator[tuple[str, ast.Call]]:
        for child in ast.iter_child_nodes(node):
            yield from walk(child, child.name if isinstance(child, ast.ClassDef) else owner)
        if not isinstance(node, ast.Call):
            return
        match node.func:
            case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
                yield owner, node
            case ast.Attribute(value=ast.Name(id="QCoreApplication"), attr="translate"):
                yield "", node
            case ast.Name(id="translate" | "tr"):
                yield "", node

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), "")


def test_a_translation_keeps_fields_keys_and_mnemonics() -> None:
    spoilt = []
    for message, texts in TRANSLATIONS.items():
        source = message[1]
        for text in texts:
            # "One finding": a form of the plural may do without its number.
            keeps_fields = "%n" in source or found(FIELD, text) == found(FIELD, source)
            # "Enter a name" is no key, so there may be more than in the source.
            keeps_keys = found(KEYS, text) >= found(KEYS, source)
            keeps_mnemonic = bool(MNEMONIC.search(text)) == bool(MNEMONIC.search(source))
            if not (keeps_fields and keeps_keys and keeps_mnemonic):
                spoilt.append((message, text))
    assert not spoilt


def found(pattern: re.Pattern[str], text: str) -> Counter[str]:
    """How often each match of a pattern occurs."""
    return Counter(pattern.findall(text))


def test_no_page_has_one_mnemonic_twice() -> None:
    keys: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for (context, source), texts in TRANSLATIONS.items():
        key = MNEMONIC.search(texts[0].replace("&&", ""))
        if key and (context, source) not in EITHER_OR:
            keys[context].append((key["key"].lower(), texts[0]))
    grouped = {name for page in PAGES for name in page}
    twice = []
    for page in (*PAGES, *((name,) for name in keys if name not in grouped)):
        texts_of: dict[str, list[str]] = defaultdict(list)
        for key_of, text in (pair for name in page for pair in keys[name]):
            texts_of[key_of].append(text)
        twice += [texts for texts in texts_of.values() if len(texts) > 1]
    assert not twice


def test_the_compiled_file_says_what_the_texts_say(qapp: QApplication) -> None:
    translator = QTranslator()
    assert translator.load(str(COMPILED))
    for (context, source), texts in TRANSLATIONS.items():
        if len(texts) == 1:
            assert translator.translate(context, source) == texts[0], f"run {REFRESH}"
        else:
            forms = [translator.translate(context, source, "", number) for number in (1, 2)]
            assert forms == texts, f"run {REFRESH}"


def test_the_program_finds_the_compiled_file() -> None:
    assert assets.path("resources", "translations", COMPILED.name).samefile(COMPILED)


def test_the_list_turns_english_and_back(qtbot: QtBot, qapp: QApplication, home: Path) -> None:
    with workspaces.opened(home) as services:
        workspaces.started(services)
        jobs = Jobs()
        page = AssessmentsPage(services, jobs, Refresher())
        qtbot.addWidget(page)
        page.show()
        before = visible_texts(page)
        assert before["new_button"] == "Penilaian &baru"
        try:
            languages.apply(qapp, "en")
            qapp.processEvents()
            english = visible_texts(page)
        finally:
            languages.apply(qapp, "id")
        qapp.processEvents()
        after = visible_texts(page)
        page.hide()  # it would go on to read what headquarters said, from a closed workspace
        jobs.shutdown()
    assert english == {
        "new_button": "&New assessment",
        "search_edit": "Find unit, institution, auditor  (Ctrl+F)",
        "draft_button": "Draft  1",
        "period_combo": "All periods",
        "header": "Service unit",
        "status": "Draft",
    }
    assert after == before


def visible_texts(page: AssessmentsPage) -> dict[str, str]:
    """Texts of the form, of the code, and of the model."""
    model = page.assessments_table.model()
    return {
        "new_button": page.new_button.text(),
        "search_edit": page.search_edit.placeholderText(),
        "draft_button": page.draft_button.text(),
        "period_combo": page.period_combo.itemText(0),
        "header": str(model.headerData(Column.UNIT, Qt.Orientation.Horizontal)),
        "status": str(model.index(0, Column.STATUS).data()),
    }
