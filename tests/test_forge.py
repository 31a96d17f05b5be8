"""The forge's files: audited, valid, thin, and nothing of one machine in any file of the repository."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
GITHUB = ROOT / ".github"
WRONG = Path(__file__).parent / "forge"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.yml"))
FORMS = sorted(GITHUB.glob("ISSUE_TEMPLATE/[0-9]-*.yml"))


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    # Tools stand beside the Python that runs the tests, whether or not the environment is on PATH.
    program = shutil.which(name, path=str(Path(sys.executable).parent))
    assert program, f"{name} is not installed"
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, cwd=ROOT, check=False)


def audit(*paths: Path) -> set[str]:
    result = tool("zizmor", "--offline", "--no-config", "--persona", "pedantic", "--format", "json-v1", *paths)
    assert result.stdout, result.stderr
    return {finding["ident"] for finding in json.loads(result.stdout)}


def validate(schema: str, *paths: Path) -> tuple[int, str]:
    result = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *paths)
    return result.returncode, result.stdout + result.stderr


def load(path: Path) -> Any:
    # BaseLoader keeps every value text: `on` stays a word.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506


def steps(workflow: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


def test_there_are_two_workflows_and_three_forms() -> None:
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml"]
    assert len(FORMS) == 3


def test_the_audit_finds_nothing_in_our_own_files() -> None:
    assert audit(GITHUB) == set()


def test_the_audit_flags_a_dangerous_workflow() -> None:
    found = audit(WRONG / "dangerous.yml")
    expected = {"dangerous-triggers", "unpinned-uses", "template-injection", "artipacked", "excessive-permissions"}
    assert expected <= found


@pytest.mark.parametrize(
    ("schema", "paths"),
    [
        ("github-workflows", WORKFLOWS),
        ("github-issue-forms", FORMS),
        ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
        ("dependabot", [GITHUB / "dependabot.yml"]),
    ],
)
def test_our_own_files_are_valid(schema: str, paths: list[Path]) -> None:
    code, said = validate(schema, *paths)
    assert code == 0, said


@pytest.mark.parametrize(
    ("schema", "name", "place"),
    [
        ("github-workflows", "invalid-workflow.yml", "$.jobs.test"),
        ("github-issue-forms", "invalid-issue-form.yml", "description"),
    ],
)
def test_invalid_files_are_flagged(schema: str, name: str, place: str) -> None:
    code, said = validate(schema, WRONG / name)
    assert code == 1
    assert place in said


def test_proposals_are_only_checked_never_trusted() -> None:
    check = load(GITHUB / "workflows" / "check.yml")
    assert list(check["on"]) == ["pull_request"]
    for path in WORKFLOWS:
        assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_job_has_little_time_and_few_rights(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {}
    assert workflow["concurrency"]["group"]
    for name, job in workflow["jobs"].items():
        assert int(job["timeout-minutes"]) <= 20
        writes = {right for right, kind in job["permissions"].items() if kind != "read"}
        assert writes <= ({"pages", "id-token"} if name == "deploy" else set())


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_step_runs_here_as_well(path: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for step in steps(load(path)):
        if command := step.get("run"):
            program, target, *_ = command.split()
            assert "\n" not in command.strip()
            assert (program == "make" and target in targets) or program == ".venv/bin/prongsai", command
        else:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", step["uses"])


def test_the_deploying_job_runs_no_code_of_the_repository() -> None:
    deploy = load(GITHUB / "workflows" / "publish.yml")["jobs"]["deploy"]
    assert [step["uses"].partition("@")[0] for step in deploy["steps"]] == ["actions/deploy-pages"]
    assert deploy["environment"]["name"] == "github-pages"


def test_no_file_names_a_machine_or_a_registry() -> None:
    # The pieces are put together by the pattern, so that this file does not find itself.
    folders = "root|work|home|Users|opt|workspace"
    hosts = r"pypi\.|pythonhosted\.|registry\.|deb\."
    pattern = re.compile(
        rf"(?<![\w.:/~*<-])/(?:{folders})/\w|(?:{hosts})(?:org|npmjs|debian)|{'file' + ':'}///".encode(),
    )
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    texts = [path for path in paths if path.is_file() and path.suffix not in {".woff2", ".tgz", ".png", ".ico"}]
    assert len(texts) > 20
    found = {str(path.relative_to(ROOT)): hit[0] for path in texts if (hit := pattern.search(path.read_bytes()))}
    assert found == {}


def test_the_lists_of_requirements_are_hashed_and_pinned() -> None:
    for name in ("requirements.txt", "requirements-import.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", "")
        lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
        assert len(lines) > 20
        assert [line for line in lines if not re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)] == []


def test_the_development_list_agrees_with_the_base_list() -> None:
    pin = re.compile(r"^([a-z0-9-]+==[^ ;]+)", re.MULTILINE)
    base = set(pin.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    development = set(pin.findall((ROOT / "requirements-dev.txt").read_text(encoding="utf-8")))
    assert base
    assert base <= development
