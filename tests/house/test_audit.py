"""The audit of packages finds what holds for a locked version, asks for an answer, takes what it needs of a dump."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def advisory(*events: dict[str, str], versions: tuple[str, ...] = (), name: str = "Some_Package", **more: str) -> dict:
    ranges = [{"type": "ECOSYSTEM", "events": list(events)}] if events else []
    package = {"ecosystem": "PyPI", "name": name}
    affected = {"package": package, "ranges": ranges, "versions": list(versions)}
    return {"id": "X-1", "aliases": ["CVE-1"], "affected": [affected], **more}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "deploy").mkdir()
    (tmp_path / "requirements.lock").write_text("some-package==1.10.0 \\\n    --hash=sha256:0\n", encoding="utf-8")
    write(tmp_path, advisory())
    return tmp_path


def write(root: Path, *advisories: dict, answers: str = "") -> None:
    known = {"of": "2026-11-01", "is_whole": True, "advisories": list(advisories)}
    (root / "deploy" / "advisories.json").write_text(json.dumps(known), encoding="utf-8")
    (root / "deploy" / "advisories-answered.toml").write_text(f"[answers]\n{answers}", encoding="utf-8")


def audit(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / ".ci" / "audit"), "--root", str(root), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("known", "found"),
    [
        (advisory({"introduced": "0"}, {"fixed": "1.10.1"}), True),
        (advisory({"introduced": "0"}, {"fixed": "1.10.0"}), False),
        (advisory({"introduced": "0"}, {"fixed": "1.9"}), False),
        (advisory({"introduced": "1.2"}, {"last_affected": "1.10.0"}), True),
        (advisory({"introduced": "1.11"}), False),
        (advisory({"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "1.5"}, {"fixed": "2"}), True),
        (advisory(versions=("1.10.0",)), True),
        (advisory({"introduced": "0"}, withdrawn="2026-01-01"), False),
        (advisory({"introduced": "0"}, name="other"), False),
    ],
)
def test_what_holds_for_the_locked_version(root, known, found):
    write(root, known)
    tried = audit(root)
    assert tried.returncode == found, tried.stderr
    assert ("some-package 1.10.0: X-1" in tried.stderr) == found


def test_an_answer_lets_it_pass_and_may_not_outlive_its_reason(root):
    write(root, advisory({"introduced": "0"}), answers='"CVE-1" = "2026-11-26: not used"')
    assert audit(root).returncode == 0
    write(root, answers='"CVE-1" = "2026-11-26: not used"')
    tried = audit(root)
    assert tried.returncode == 1 and "answered but not found: CVE-1" in tried.stderr


@pytest.mark.parametrize("why", ["not used", "2026-13-01: not used", "2999-01-01: not used", "2026-11-26: "])
def test_an_answer_says_when_it_was_given(root, why):
    write(root, advisory({"introduced": "0"}), answers=f'"CVE-1" = "{why}"')
    tried = audit(root)
    assert tried.returncode == 1 and "some-package 1.10.0: X-1" in tried.stderr


def test_what_pip_audit_found_elsewhere_is_kept_and_asks_for_an_answer(root):
    found = [{"id": "PYSEC-1", "aliases": ["CVE-7"], "fix_versions": ["2"], "description": "bad\n thing"}]
    told = [
        {"name": "some.package", "version": "1.10.0", "vulns": found},
        {"name": "other", "version": "1", "vulns": found},
    ]
    (root / "found.json").write_text(json.dumps({"dependencies": told, "fixes": []}), encoding="utf-8")
    tried = audit(root, "--from", str(root / "found.json"))
    assert tried.returncode == 1 and "some-package 1.10.0: PYSEC-1 bad thing" in tried.stderr
    known = json.loads((root / "deploy" / "advisories.json").read_text(encoding="utf-8"))
    (root / "deploy" / "advisories-answered.toml").write_text('[answers]\n"CVE-7" = "2026-11-26: not reached"\n')
    assert len(known["advisories"]) == 1 and audit(root).returncode == 0


def test_a_dump_is_cut_to_what_is_locked(root):
    with zipfile.ZipFile(root / "all.zip", "w") as archive:
        archive.writestr("X-1.json", json.dumps(advisory({"introduced": "2"}, details="long", summary="short")))
        archive.writestr("X-2.json", json.dumps(advisory({"introduced": "0"}, name="other")))
    assert audit(root, "--from", str(root / "all.zip")).returncode == 0
    known = json.loads((root / "deploy" / "advisories.json").read_text(encoding="utf-8"))
    assert known["is_whole"] and [each["id"] for each in known["advisories"]] == ["X-1"]
    assert known["advisories"][0]["summary"] == "short" and "details" not in known["advisories"][0]


def test_the_product_has_no_finding_without_an_answer():
    tried = audit(ROOT)
    assert tried.returncode == 0, tried.stderr
