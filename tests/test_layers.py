"""The layers of the package: an import points only downwards, and only the command line imports inside functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"

# From top to bottom; what stands in one line does not import each other.
LAYERS = (
    {"__main__"},
    {"cli"},
    {"build"},
    {"publish", "search", "theme", "verify"},
    {"exchange", "htmlpage", "pages"},
    {"official"},
    {"csp", "render"},
    {"forms", "prose", "rules", "translations"},
    {"progress"},
    {"canonical", "legacy", "load"},
    {"read", "suggestions"},
    {"blankform", "parse"},
    {"model", "settings"},
    {"parts"},
    {"fields", "vocabulary"},
    {"kinds"},
    {"problems", "track"},
    {"catalogue", "mistakes", "personal"},
    {"language", "thai"},
)
DEPTH = {room: depth for depth, rooms in enumerate(LAYERS) for room in rooms}


def room_of(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imported_rooms(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "generator":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator."):
            yield str(node.module).split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("generator."))


def modules() -> list[tuple[Path, ast.Module]]:
    paths = sorted(path for path in GENERATOR.rglob("*.py") if path != GENERATOR / "__init__.py")
    return [(path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths]


def test_every_room_has_a_layer() -> None:
    assert {room_of(path) for path, _ in modules()} == set(DEPTH)


def test_imports_point_downwards() -> None:
    wrong = [
        f"{path.relative_to(GENERATOR)} imports {room}"
        for path, tree in modules()
        for room in imported_rooms(tree)
        if room != room_of(path) and DEPTH[room] <= DEPTH[room_of(path)]
    ]
    assert wrong == []


def test_no_imports_inside_functions() -> None:
    wrong = [
        f"{path.relative_to(GENERATOR)}:{inner.lineno}"
        for path, tree in modules()
        if room_of(path) not in {"__main__", "cli"}
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert wrong == []


def test_only_the_theme_knows_the_site_builder() -> None:
    wrong = [
        str(path.relative_to(GENERATOR))
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in {"mkdocs", "material"}
    ]
    assert set(wrong) <= {"theme.py"}


def test_only_the_command_line_reads_the_clock() -> None:
    clock = {"today", "now", "time_ns", "utcnow"}
    wrong = [
        f"{path.relative_to(GENERATOR)}:{node.lineno}"
        for path, tree in modules()
        if room_of(path) not in {"__main__", "cli"}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in clock
    ]
    assert wrong == []


def test_files_and_functions_stay_small() -> None:
    long_files = [path.name for path, _ in modules() if len(path.read_text(encoding="utf-8").splitlines()) > 400]
    long_functions = [
        f"{path.relative_to(GENERATOR)}:{node.name}"
        for path, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno > 40
    ]
    assert (long_files, long_functions) == ([], [])
