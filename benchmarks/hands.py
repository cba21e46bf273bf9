"""What a hand waits for: another kind chosen, an area of the map tapped, one step back, another page.

    python -m benchmarks.hands [--snapshots DIR] [--times 10]

In Chromium 1024 x 768, from the touch to what it asked for being drawn, on a server that has shown the views before;
beside it a choice among six plain metrics of the same run. A touch that nothing has followed within five seconds is
missed. The table is kept in benchmarks/results/.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Locator, Page, TimeoutError, sync_playwright

from benchmarks.kept import Measured, keep
from benchmarks.pages import IDLE, SEEN
from benchmarks.served import chromium, command, copied, serving
from dashboard.screen import navigation
from dashboard.words import codes

PLAIN = """
import streamlit as st
chosen = st.selectbox("kind", ["a", "b"])
st.html(f"<p class=headline>{chosen}</p>")
for i in range(6): st.metric(str(i), chosen)
"""
# from the next touch, or from now, until the page says something else at that place
WATCH = """([where, now]) => {
  const said = () => document.querySelector(where)?.textContent ?? '';
  const before = said(), acted = {began: now ? performance.now() : null, took: null};
  window.acted = acted;
  document.addEventListener('click', () => { acted.began ??= performance.now(); }, {capture: true, once: true});
  const watcher = new MutationObserver(() => {
    if (acted.began === null || said() === before || !said()) return;
    acted.took = performance.now() - acted.began;
    watcher.disconnect();
  });
  watcher.observe(document, {subtree: true, childList: true, characterData: true});
  if (now) history.back();
}"""
FOLLOWED = "() => window.acted.took !== null"
PATIENCE = 5_000
SENTENCE, KIND = ".st-key-filter-sentence button", "[class*=st-key-filter-kind] input"
HEADLINE, SAID, AREA = ".headline", ".tapped-said", ".map-tapped [data-row]"
BACK = ".st-key-hotspots-back button"
AIM = 300.0


@dataclass
class Touches:
    """Milliseconds of each touch that was followed, and how many were not."""

    took: list[float]
    missed: int = 0

    def lines(self, what: str, *, floor: float = 0.0) -> Iterator[Measured]:
        """Their middle beside its aim, those that were missed, and where there is one, beside the floor."""
        middle = median(self.took) if self.took else float("nan")
        late = f"the slowest of {len(self.took)} {max(self.took, default=float('nan')):.0f}"
        yield Measured(what, middle, AIM, "ms", "aim", late)
        if floor:
            yield Measured(f"{what}, beside six metrics", middle, floor, "ms", "six metrics")
        yield Measured(f"{what}, missed", self.missed, 0, "", "", f"of {len(self.took) + self.missed}")


def main(arguments: list[str] | None = None) -> int:
    """Measure, keep the table, print where it is."""
    parser = command("hands")
    parser.add_argument("--times", type=int, default=10)
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        ref = copied(asked.snapshots, Path(scratch))
        lines = list(of_hands(Path(scratch), asked.times))
        print(keep("hands", f"Touches, from the finger to what it asked for, of {ref.snapshot_id}", lines))
    return 0


def of_hands(scratch: Path, times: int) -> Iterator[Measured]:
    """Every sort of touch as often, each after one that is not counted."""
    plain = scratch / "plain.py"
    plain.write_text(PLAIN, encoding="utf-8")
    slugs = {entry.key: entry.slug for entry in navigation.ENTRIES}
    with serving(str(plain)) as six, serving("dashboard/app.py") as app, sync_playwright() as playwright:
        browser = chromium(playwright)
        floor = median(_opened(browser, six.address, lambda page: _choices(page, times)).took)
        overview, hotspots = (f"{app.address}/{slugs[key]}" for key in ("overview", "hotspots"))
        yield from _opened(browser, overview, lambda page: _kinds(page, times)).lines("filter change", floor=floor)
        yield from _opened(browser, overview, lambda page: _back(page, times)).lines("Back")
        for where, what in {SAID: "said", HEADLINE: "drawn"}.items():
            taps = _opened(browser, hotspots, lambda page, where=where: _taps(page, times, where=where))
            yield from taps.lines(f"map tap, its figures {what}")
        browser.close()


def _opened(browser: Browser, address: str, touch: Callable[[Page], Touches]) -> Touches:
    context = browser.new_context(viewport={"width": 1024, "height": 768})
    page = context.new_page()
    page.add_init_script(SEEN)
    page.goto(address)
    _settled(page)
    taken = touch(page)
    context.close()
    return taken


def _settled(page: Page) -> None:
    page.wait_for_function(IDLE, timeout=240_000)


def _touch(page: Page, touches: Touches, act: Callable[[], object], *, where: str, back: bool = False) -> None:
    page.evaluate(WATCH, [where, back])
    act()
    try:
        page.wait_for_function(FOLLOWED, timeout=PATIENCE)
        touches.took.append(page.evaluate("acted.took"))
    except TimeoutError:
        touches.missed += 1
    _settled(page)


def _choices(page: Page, times: int) -> Touches:
    touches = Touches([])
    for turn in range(times + 1):
        option = _option(page, "[data-testid=stSelectbox] input", "ba"[turn % 2])
        _touch(page, touches, option.click, where=HEADLINE)
    return _but_first(touches)


def _kinds(page: Page, times: int) -> Touches:
    touches = Touches([])
    for turn in range(times + 2):
        _choose(page, list(codes.KINDS)[turn % 2 * 2], touches)
    return _but_first(touches, 2)


def _choose(page: Page, kind: str, touches: Touches) -> None:
    if not page.locator(KIND).is_visible():
        page.locator(SENTENCE).click()
    _touch(page, touches, _option(page, KIND, codes.KINDS[kind]).click, where=HEADLINE)


def _option(page: Page, of: str, name: str) -> Locator:
    """The list opened: again where a page that was still being drawn has closed it."""
    option = page.get_by_role("option", name=name, exact=True)
    for _ in range(20):
        if option.is_visible():
            break
        page.locator(of).click()
        page.wait_for_timeout(500)
    return option


def _back(page: Page, times: int) -> Touches:
    """One step back through the choices of a kind."""
    touches = Touches([])
    for turn in range(times + 1):
        _choose(page, list(codes.KINDS)[turn % 2 * 2], Touches([]))
    page.keyboard.press("Escape")
    for _ in range(times):
        _touch(page, touches, lambda: None, where=HEADLINE, back=True)
    return touches


def _taps(page: Page, times: int, *, where: str) -> Touches:
    """From area to area of the province's map: after each tap back to it."""
    touches = Touches([])
    page.wait_for_selector(AREA, timeout=240_000)
    for turn in range(times + 1):
        areas = page.locator(AREA)
        _touch(
            page, touches, lambda areas=areas, turn=turn: areas.nth(turn % areas.count()).click(force=True), where=where
        )
        _province_again(page)
    return _but_first(touches)


def _province_again(page: Page) -> None:
    """Back to the whole province, until its figures stand there: a tap before that is one on the area still drawn."""
    page.locator(BACK).click(timeout=60_000)
    page.locator(BACK).wait_for(state="detached", timeout=60_000)
    _settled(page)


def _but_first(touches: Touches, warm: int = 1) -> Touches:
    return Touches(touches.took[warm:], touches.missed)


if __name__ == "__main__":
    raise SystemExit(main())
