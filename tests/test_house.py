# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house that no other tool holds: sizes, names, words beside the code, a test for every file."""

import ast
import re
from pathlib import Path

from tests.source import ROOT, Function, Source, last_name, sources, tracked

APP = sources("app")
SCREENS = [source.name for source in APP if re.fullmatch(r"app/ui/\w+/page\.py", source.name)]
ALL = (*APP, *sources("tests"), *sources("installer"))

LONGEST_FILE = 300
LONGEST_SCREEN = 250
LONGEST_FUNCTION = 40
SUBJECTS = sorted({Path(module).parent.name for module in SCREENS} - {"widgets"})
LARGE = {
    "app/ui/main_window.py": "one short method for each command that the menus and the pages ask of it",
    **dict.fromkeys(
        (
            "app/store/versions/0001_first_schema.py:_create_catalogue",
            "app/store/versions/0001_first_schema.py:_create_funding",
            "app/store/versions/0001_first_schema.py:_create_municipality",
            "app/store/versions/0002_accessions.py",
            "app/store/versions/0002_accessions.py:_create_accession",
            "app/store/versions/0002_accessions.py:_create_lines_of_accession",
            "app/store/versions/0002_accessions.py:_widen_catalogue",
            "app/store/versions/0003_concessions.py",
            "app/store/versions/0003_concessions.py:_create_service_contract",
            "app/store/versions/0003_concessions.py:_create_fee",
            "app/store/versions/0003_concessions.py:_create_invoice",
        ),
        "a sealed letter: the columns of the tables, read from top to bottom and never edited",
    ),
}
"""A file or a function that may be larger, with the reason."""

TESTED_ELSEWHERE = {
    "app/__main__.py": "tests/test_start.py",
    "app/errors.py": "tests/text/test_text.py",  # each code has its sentence
    "app/actions/accession_cases.py": "tests/actions/test_accessions.py",  # gathered for those
    "app/actions/example_fees.py": "tests/actions/test_example_concessions.py",
    "app/actions/example_invoices.py": "tests/actions/test_example_concessions.py",
    "app/actions/example_levels.py": "tests/actions/test_example_concessions.py",
    "app/reports/concession_facts.py": "tests/reports/test_concession.py",
    "app/reports/concession_pages.py": "tests/reports/test_concession.py",
    "app/reports/concession_tables.py": "tests/reports/test_concession.py",
    "app/domain/accession_case.py": "tests/domain/test_coherence.py",  # what the rules look at
    "app/domain/accessions.py": "tests/actions/test_accessions.py",  # values only
    "app/domain/acts.py": "tests/actions/test_acts.py",  # values only
    "app/domain/documents.py": "tests/actions/test_documents.py",  # values only
    "app/domain/invoices.py": "tests/domain/test_invoice_checks.py",  # values only
    "app/domain/service_levels.py": "tests/domain/test_level_rules.py",  # values only
    "app/domain/procedures.py": "tests/formats/test_procedures.py",  # values only
    "app/domain/calls.py": "tests/domain/test_lump_sums.py",  # values only
    "app/domain/history.py": "tests/store/test_history.py",  # values only
    "app/domain/municipality.py": "tests/domain/test_municipality_search.py",  # values only
    "app/formats/open_data_bytes.py": "tests/formats/test_open_data_refusals.py",
    "app/formats/open_data_columns.py": "tests/formats/test_open_data_quirks.py",
    "app/formats/open_data_csv.py": "tests/formats/test_open_data_cut.py",
    "app/formats/open_data_json.py": "tests/formats/test_open_data_cut.py",
    "app/reports/accession_folder.py": "tests/reports/test_accession_receipt.py",
    "app/reports/accession_words.py": "tests/reports/test_accession_checklist.py",
    "app/store/accessions.py": "tests/actions/test_accessions.py",  # statements, seen through their use-cases
    "app/store/acts.py": "tests/actions/test_acts.py",  # statements, seen through their use-cases
    "app/store/documents.py": "tests/actions/test_documents.py",  # statements, seen through their use-cases
    "app/text/accession_sentences.py": "tests/text/test_text.py",
    "app/text/document_sentences.py": "tests/text/test_text.py",
    "app/text/concession_titles.py": "tests/text/test_text.py",
    "app/text/contract_sentences.py": "tests/text/test_text.py",
    "app/domain/contract_changes.py": "tests/actions/test_contract_changes.py",  # values only
    "app/text/invoice_sentences.py": "tests/text/test_text.py",
    "app/domain/invoice_codes.py": "tests/domain/test_invoice_checks.py",  # the checks, in two files
    "app/domain/invoice_amounts.py": "tests/domain/test_invoice_checks.py",
    "app/domain/invoice_files.py": "tests/formats/test_fatturapa.py",  # values, as they are read
    "app/formats/fatturapa_body.py": "tests/formats/test_fatturapa.py",  # one file, in three
    "app/formats/fatturapa_xml.py": "tests/formats/test_fatturapa.py",
    **{
        f"app/actions/invoice_{name}.py": "tests/actions/test_invoices.py"  # seen through their use-cases
        for name in ("cases", "import", "matches", "steps", "views")
    },
    "app/text/invoice_titles.py": "tests/text/test_text.py",
    "app/actions/level_views.py": "tests/actions/test_levels.py",  # seen through its use-cases
    "app/domain/level_import.py": "tests/actions/test_level_import.py",  # seen through its use-case
    "app/text/level_import_words.py": "tests/text/test_level_words.py",
    "app/text/level_sentences.py": "tests/text/test_text.py",
    "app/text/level_titles.py": "tests/text/test_text.py",
    "app/store/catalogue.py": "tests/actions/test_catalogue.py",  # statements, seen through their use-cases
    "app/store/funding.py": "tests/actions/test_open_data.py",  # statements, seen through their use-cases
    "app/store/municipality.py": "tests/actions/test_municipality.py",  # statements, seen through their use-cases
    "app/reports/charts.py": "tests/reports/test_summary.py",  # parts of the printed pages
    "app/reports/due.py": "tests/reports/test_summary.py",
    "app/reports/grounds.py": "tests/reports/test_summary.py",
    "app/reports/typeface.py": "tests/reports/test_style.py",
    "app/reports/page.py": "tests/reports/test_style.py",
    "app/reports/words.py": "tests/reports/test_service.py",
    "app/text/money_sentences.py": "tests/text/test_text.py",
    "app/text/money_titles.py": "tests/text/test_text.py",
    "app/text/sending_sentences.py": "tests/text/test_text.py",
    "app/text/sentences.py": "tests/text/test_text.py",
    "app/text/titles.py": "tests/text/test_text.py",
    "app/ui/desk.py": "tests/ui/test_screens.py",  # what each page is given
    "app/ui/widgets/progress.py": "tests/ui/test_tasks.py",  # shown by the threads
    "app/ui/widgets/table_cells.py": "tests/ui/widgets/test_table_model.py",  # as the model says
    **dict.fromkeys(
        (
            f"app/ui/widgets/{name}.py"
            for name in (
                "banner",
                "button",
                "callout",
                "empty_state",
                "figures",
                "label",
                "money_bar",
                "page_header",
                "panel",
                "pill",
                "step_line",
            )
        ),
        "tests/ui/widgets/test_drawn.py",
    ),
}
"""A file of the program whose test does not bear its name, and where it is."""
TESTED_TOGETHER = {
    "app/cli/": "tests/cli/test_words.py",  # a few lines around the actions
    "app/models/": "tests/store/test_migrate.py",  # tables: they equal the newest step
    "app/store/versions/": "tests/store/test_migrate.py",
    **{f"app/ui/{subject}/": f"tests/ui/{subject}/test_page.py" for subject in SUBJECTS},  # parts of one page
}
"""A folder of the program that is tested as one."""

BANNED_MODULES = {"utils", "util", "helpers", "helper", "manager", "managers", "data", "info", "misc", "common"}
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "HA" + "CK")) + r")\b")
LINTER = re.compile(r"#\s*(noqa|type:\s*ignore)(?P<which>[:\[][^#-]*)?(?P<reason>.*)$")


def test_no_file_grows_too_large() -> None:
    too_large = {
        source.name: source.lines
        for source in APP
        if source.lines > (LONGEST_SCREEN if source.name.startswith("app/ui/") else LONGEST_FILE)
        and source.name not in LARGE
    }
    assert too_large == {}


def test_no_function_grows_too_long() -> None:
    too_long = {
        f"{source.name}:{name}": _length(function)
        for source in APP
        for name, function in source.functions()
        if _length(function) > LONGEST_FUNCTION and f"{source.name}:{name}" not in LARGE
    }
    assert too_long == {}


def test_every_exception_is_still_needed() -> None:
    files = {source.name: source for source in APP}
    for name in LARGE:
        file, _colon, function = name.partition(":")
        found = dict(files[file].functions())
        assert _length(found[function]) > LONGEST_FUNCTION if function else files[file].lines > LONGEST_SCREEN, name
    assert [name for name in TESTED_ELSEWHERE if name not in files] == []


def test_modules_and_public_things_say_what_they_are() -> None:
    silent = [source.name for source in APP if not ast.get_docstring(source.tree)]
    silent += [f"{s.name}:{name}" for s in APP for name, node in _public(s.tree, "") if not ast.get_docstring(node)]
    assert silent == []


def test_a_reader_finds_the_test_of_a_file_without_asking() -> None:
    assert [source.name for source in APP if _does_something(source) and not _tests_of(source.name)] == []


def test_every_schema_has_a_frozen_store_with_its_sums() -> None:
    steps = sorted(int(path.name[:4]) for path in (ROOT / "app/store/versions").glob("[0-9]*.py"))
    assert steps == list(range(1, len(steps) + 1))
    for number in steps:
        for suffix in (".sqlite", ".json"):
            assert (ROOT / f"tests/stores/store_v{number}{suffix}").is_file()


def test_no_name_says_nothing() -> None:
    wrong = [source.name for source in APP if BANNED_MODULES & set(Path(source.name).with_suffix("").parts)]
    wrong += [f"{s.name}:{name}" for s in APP for name, _node in s.functions() if "handle_" in name.rpartition(".")[2]]
    assert wrong == []


def test_every_file_names_its_licence() -> None:
    spdx = "# SPDX-License-Identifier: EUPL-1.2"
    assert [source.name for source in ALL if source.text.partition("\n")[0] != spdx] == []


def test_an_exception_to_a_linter_has_its_reason_beside_it() -> None:
    bare = []
    for source in ALL:
        for number, line in enumerate(source.text.splitlines(), start=1):
            found = LINTER.search(line)
            if found and (not found["which"] or not re.search(r"[-#]\s*\S.{3,}", found["reason"])):
                bare.append(f"{source.name}:{number}")
    assert bare == []


def test_only_the_last_lines_of_defence_catch_everything() -> None:
    blind = {
        source.name
        for source in APP
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ExceptHandler) and (node.type is None or last_name(node.type) == "Exception")
    }
    assert blind == {"app/bootstrap.py", "app/ui/tasks.py"}


def test_only_one_file_owns_threads() -> None:
    threads = ("concurrent", "threading", "asyncio", "multiprocessing", "_thread")
    owners = {source.name for source in APP for name in source.imports() if name.partition(".")[0] in threads}
    assert owners == {"app/ui/tasks.py"}
    bare = [source.name for source in APP for name in source.imports() if name.endswith((".QThread", ".QThreadPool"))]
    assert bare == []


def test_nobody_lets_events_in_while_working() -> None:
    word = "process" + "Events"
    assert [source.name for source in ALL for name, _call in source.calls() if name == word] == []


def test_nothing_is_left_for_later() -> None:
    assert [source.name for source in ALL if UNFINISHED.search(source.text)] == []


def test_no_file_names_a_folder_of_one_machine() -> None:
    own = [str(ROOT), str(Path.home()), *([f"{ROOT.parent}/"] if len(ROOT.parent.parts) > 1 else [])]
    places = [*own, *(f"/{top}/{who}" for top in ("home", "Users") for who in (Path.home().name, "user"))]
    found = []
    for name in tracked():
        content = (ROOT / name).read_bytes()
        found += [f"{name}: {place}" for place in places if len(place) > len("/root") and place.encode() in content]
    assert found == []


def _does_something(source: Source) -> bool:
    return any(isinstance(node, Function | ast.ClassDef) for node in source.tree.body)


def _tests_of(name: str) -> list[Path]:
    path = Path(name)
    folder = ROOT / "tests" / path.parent.relative_to("app")
    stem = path.parent.name if path.stem == "__init__" else path.stem
    elsewhere = [TESTED_ELSEWHERE.get(name), *(test for part, test in TESTED_TOGETHER.items() if name.startswith(part))]
    expected = [folder / f"test_{stem}.py", *(ROOT / test for test in elsewhere if test)]
    return [file for file in expected if file.is_file()] + list(folder.glob(f"test_{stem}_*.py"))


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _public(node: ast.AST, within: str) -> list[tuple[str, Function | ast.ClassDef]]:
    found: list[tuple[str, Function | ast.ClassDef]] = []
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, Function | ast.ClassDef) or child.name.startswith("_"):
            continue
        is_step = last_name(child.decorator_list[0]) in {"setter", "overload"} if child.decorator_list else False
        if not is_step:
            found.append((f"{within}{child.name}", child))
        if isinstance(child, ast.ClassDef):
            found += _public(child, f"{child.name}.")
    return found
