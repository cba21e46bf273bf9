"""What a page costs the server and the browser, each beside an empty page and six plain metrics of the same run.

    python -m benchmarks.pages [--snapshots DIR] [--visits 3] [page …]

Script: processor ms of the process (DuckDB's threads among them), first with an empty store, then with a full one, then
the median of later runs; the first page of a process, with all that it loads, apart. Browser: Chromium 1024 x 768 as it
is and slowed down four times, medians; bytes of a first visit as they come and compressed as the proxy does (gzip). The
tables are kept in benchmarks/results/.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.kept import Measured, keep
from benchmarks.served import ROOT, chromium, command, copied, serving
from dashboard.screen import navigation
from data_loaders.snapshot import SnapshotRef
from queries.ask import open_snapshot

FLOORS = {
    "empty": "st.html('<p class=headline>.</p>')",
    "six": "st.html('<p class=headline>.</p>')\nfor i in range(6): st.metric(str(i), 1)",
}
SCRIPTS = """
import json, os, shutil, sys, time
from dashboard.answers.cache import SHARED
from dashboard.screen import later
from streamlit.testing.v1 import AppTest, local_script_runner as runner
took, plain = [], runner.LocalScriptRunner._run_script
def timed(self, *given, **named):
    began = time.process_time()
    try: return plain(self, *given, **named)
    finally: took.append((time.process_time() - began) * 1000)
runner.LocalScriptRunner._run_script = timed
def cost(go):
    took.clear(); go(); return sum(took)
found = {}
for name, script in json.loads(sys.argv[1]).items():
    app = AppTest.from_string("import streamlit as st\\n" + script)
    found[name] = [cost(app.run) for _ in range(6)]
app = AppTest.from_file(os.path.abspath("dashboard/app.py"), default_timeout=300)
found["first"] = [cost(app.run)]
later.load()  # as every server process does beside its first page
SHARED.clear()  # and the first page is opened once more as the others are
if sys.argv[2] == "empty": shutil.rmtree(os.path.join(os.environ["SNAPSHOT_DIR"], "store"))
for key in sys.argv[3:]:
    found[key] = [cost(lambda: app.switch_page(os.path.abspath(f"pages/{key}.py")).run()) for _ in range(6)]
    assert not app.exception, key
print(json.dumps(found))
"""
SEEN = """
(() => { window.seen = {}; const look = () => {
  const now = performance.now(), has = (what, n) => document.querySelectorAll(what).length >= n;
  seen.last = now;
  if (!seen.headline && has('.headline', 1)) seen.headline = now;
  if (!seen.cards && has('[data-testid=stMetric], .card', 6)) seen.cards = now; };
  new MutationObserver(look).observe(document, {subtree: true, childList: true, characterData: true}); })()
"""
IDLE = """() => document.querySelector('[data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]')
  && window.seen.headline && performance.now() - window.seen.last > 1500"""
FIRST = "overview"  # opened when the process begins
SMALL_ALREADY = (".woff2", ".png", ".jpg", ".ico")


def main(arguments: list[str] | None = None) -> int:
    """Measure, keep the table, print where it is."""
    parser = command("pages")
    parser.add_argument("--visits", type=int, default=3)
    parser.add_argument("--only", choices=["scripts", "visits"])
    parser.add_argument("pages", nargs="*", default=["overview", "hotspots", "backlog"])
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        ref = copied(asked.snapshots, Path(scratch))
        parts = {
            "scripts": of_scripts([each.key for each in navigation.ENTRIES], aim=cold_aim(ref)),
            "visits": of_visits(asked.pages, asked.visits),
        }
        for name, lines in parts.items():
            if asked.only in (None, name):
                print(keep(f"pages-{name}", f"Pages ({name}) of {ref.snapshot_id}", lines))
    return 0


def cold_aim(ref: SnapshotRef) -> float:
    """Milliseconds beyond an empty page that a script may take when nothing is at hand, by the number of dossiers."""
    dossiers = int(open_snapshot(ref.path).run("select count(*) from dossiers", {})[1][0][0])
    return next(aim for most, aim in ((500_000, 300.0), (3_000_000, 400.0), (10**12, 800.0)) if dossiers < most)


def of_scripts(pages: list[str], *, aim: float) -> Iterator[Measured]:
    """The scripts of all pages, one after the other in one process, as somebody goes through them."""
    empty, full = _scripts(pages, store="empty"), _scripts(pages, store="full")
    floor = median(full["empty"][1:])
    yield Measured("script of six metrics, warm", median(full["six"][1:]), floor, "cpu ms", "empty page")
    for store, found in {"empty": empty, "full": full}.items():
        yield Measured(f"first page of a process, store {store}", found["first"][0], 0, "cpu ms", "", FIRST)
    for key in pages:
        for store, found in {"empty": empty, "full": full}.items():
            yield Measured(f"script of {key}, store {store}", found[key][0], aim + floor, "cpu ms", "aim")
        yield Measured(f"script of {key}, warm", median(full[key][1:]), 50 + floor, "cpu ms", "aim")


def _scripts(pages: list[str], *, store: str) -> dict[str, list[float]]:
    command = [sys.executable, "-c", SCRIPTS, json.dumps(FLOORS), store, *pages]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)  # noqa: S603
    found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    return found


def of_visits(pages: list[str], visits: int) -> Iterator[Measured]:
    """First visits of a new browser to a server that has shown the page before, beside the two plain pages."""
    slugs = {entry.key: entry.slug for entry in navigation.ENTRIES}
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright, serving("dashboard/app.py") as app:
        places = {key: f"{app.address}/{slugs[key]}" for key in pages}
        for name, script in FLOORS.items():
            Path(scratch, f"{name}.py").write_text(f"import streamlit as st\n{script}\n", encoding="utf-8")
        with serving(f"{scratch}/empty.py") as empty, serving(f"{scratch}/six.py") as six:
            browser = chromium(playwright)
            for slower in (1, 4):
                found = {
                    name: [_visit(browser, place, slower=slower) for _ in range(visits + 1)][1:]
                    for name, place in {"empty": empty.address, "six": six.address, **places}.items()
                }
                yield from _beside(found, slower=slower)
            for name, place in {"empty": empty.address, **places}.items():
                yield from _bytes(browser, name, place)
            browser.close()


def _beside(found: dict[str, list[dict[str, float]]], *, slower: int) -> Iterator[Measured]:
    def middle(name: str, what: str) -> float:
        return median(visit.get(what, 0.0) for visit in found[name])

    yield Measured(f"{slower}x six metrics", middle("six", "cards"), middle("empty", "headline"), "ms", "empty page")
    for name in found.keys() - FLOORS.keys():
        for what, of in {"headline": "cards", "cards": "cards", "last": "last"}.items():
            if middle(name, what):
                yield Measured(f"{slower}x {name}, {what}", middle(name, what), middle("six", of), "ms", "six metrics")


def _visit(browser: Browser, address: str, *, slower: int) -> dict[str, float]:
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.add_init_script(SEEN)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.goto(address)
    page.wait_for_function(IDLE, timeout=240_000)
    seen: dict[str, float] = page.evaluate("seen")
    context.close()
    return seen


def _bytes(browser: Browser, name: str, address: str) -> Iterator[Measured]:
    """Everything but the websocket."""
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page, asked = context.new_page(), list[str]()
    page.on("response", lambda answer: asked.append(answer.url) if answer.ok else None)
    page.add_init_script(SEEN)
    page.goto(address)
    page.wait_for_function(IDLE, timeout=240_000)
    context.close()
    there = [url for url in dict.fromkeys(asked) if url.startswith("http")]
    bodies = {url: urllib.request.urlopen(url, timeout=60).read() for url in there if "/_stcore/" not in url}  # noqa: S310
    sent = sum(
        len(body) if url.endswith(SMALL_ALREADY) else len(gzip.compress(body, 5)) for url, body in bodies.items()
    )
    plain = sum(map(len, bodies.values()))
    yield Measured(f"{name}, bytes of a first visit, compressed", sent / 1000, plain / 1000, "kB", "as they come",
                   f"{len(there)} requests")  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
