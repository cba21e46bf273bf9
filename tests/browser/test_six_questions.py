"""What a leader asks five minutes before the meeting: two taps at most from the bare address, the answer on the screen
without a swipe, and the same as the data say."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator

from dashboard.answers import longest
from dashboard.answers.answers import Answers
from dashboard.facts import contributions, hotspots, standing_out
from dashboard.facts.change import figures
from dashboard.words import numbers as vi
from dashboard.words import overview, shell
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from queries.periods import parse
from tests import shown
from tests.browser.conftest import Visit
from tests.browser.test_ways import FOUND, SEARCH, TYPED
from tests.browser.waiting import eventually

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("full")]

SIZE = (1024, 768)
COMMUNE, HEAD = "Lam Khê", "chu tich ubnd lam khe"
ROW = "table.rows tbody tr"
WITHIN = "[...document.querySelectorAll('*')].every(element => !element.scrollTop)"


class Leader:
    """One finger, at the bare address; `taps` counts."""

    def __init__(self, tab: Visit) -> None:
        self.tab, self.page, self.taps = tab, tab.page, 0

    def begin(self) -> None:
        self.tab.open("")
        self.taps = 0

    def tap(self, sign: Locator) -> None:
        self._seen(sign)
        sign.tap()
        self.taps += 1

    def read(self, selector: str) -> str:
        """What stands there, on the screen as it opened."""
        self.tab.settle()
        found = self.page.locator(selector).first
        self._seen(found)
        assert self.page.evaluate(WITHIN) and self.taps <= 2
        return found.inner_text()

    def find(self, typed: str, name: str) -> None:
        self.tap(self.page.locator(SEARCH))
        self.page.locator(TYPED).fill(typed)
        found = self.page.locator(FOUND, has_text=name).first
        eventually(self.page, found.is_visible)
        self.tap(found)
        eventually(self.page, lambda: "/don-vi?" in self.page.url)

    def _seen(self, sign: Locator) -> None:
        sign.wait_for()
        box = sign.bounding_box()
        assert box is not None and box["y"] >= 0 and box["y"] + box["height"] <= SIZE[1], box


@pytest.fixture
def leader(visit) -> Leader:
    return Leader(visit(*SIZE, touch=True))


@pytest.fixture(scope="module")
def answers() -> Answers:
    snapshot = current(shown.full())
    assert snapshot is not None
    return Answers(open_snapshot(snapshot.path), Scope.everything(""))


def test_the_six_questions_are_answered_within_two_taps_and_one_screen(leader, answers):
    window = parse("2026-Q4").clip(answers.as_of)
    params = {"start": window.start, "end": window.end, "as_of": window.end, "calendar": "inspectorate"}
    params |= {"kind": None, "area": None, "division": "district"}
    page, now = leader.page, figures(answers.ask("figures", **params))

    leader.begin()  # where is it worst, beyond chance?
    leader.tap(page.locator(".st-key-navigation a", has_text=shell.NAVIGATION["hotspots"]))
    eventually(page, lambda: "/ban-do" in page.url)
    said = leader.read(".headline")
    areas = standing_out.of(answers.ask("area_measures", **params), measure=hotspots.MEASURES["overdue"])
    high = areas[areas["evidence"].eq(standing_out.HIGH)]
    assert len(high)
    for name, count, cases in high[["name", "count", "cases"]].itertuples(index=False):
        assert f"{vi.place(name)} ({vi.prose_count(count)} trên {vi.count(cases)})" in said

    leader.begin()  # which wait longest, who holds them?
    leader.tap(page.locator(".card[data-metric=open_dossiers] a"))
    eventually(page, lambda: "/ton-dong" in page.url)
    said = leader.read(ROW)
    first = longest.waiting(answers, now, **params).iloc[0]
    assert all(text in said for text in (first["dossier_id"], first["agency_name"], vi.count(first["age_days"])))

    leader.begin()  # did the chairman of X come himself?
    leader.find(HEAD, COMMUNE)
    said = leader.read(".headline")
    start = window.end.replace(year=window.end.year - 1, month=11, day=1)
    posts = answers.ask("ledger_by_post", **params | {"start": start})
    post = posts[posts["title"].str.contains(COMMUNE) & posts["title"].str.startswith("Chủ tịch")].iloc[0]
    assert f"{vi.count(post['credited'])}/{vi.count(post['required'])} ngày phải tiếp" in said
    assert str(post["title"]) in said

    leader.begin()  # what changed, and why?
    leader.tap(page.get_by_role("link", name=overview.WHY))
    eventually(page, lambda: "/so-sanh" in page.url)
    said = leader.read(".headline")
    base = window.previous()
    then = answers.ask("figures", **params | {"start": base.start, "end": base.end, "as_of": base.end})
    rise = (now["open_dossiers"].numerator or 0) - (figures(then)["open_dossiers"].numerator or 0)
    parts = contributions.contributions(
        answers.ask("contributions", **params, base_start=base.start, base_end=base.end, stock_on=base.end),
        part="area",
        measure="open_count",
    )
    moved = parts[parts["beyond"]]["code"].map(answers.area_names())
    assert f"{vi.count(abs(rise))} vụ việc" in said
    assert all(vi.place(name) in said for name in moved.head(3)) and ("không nơi nào" in said) is moved.empty

    leader.begin()  # everything about one commune
    leader.find("lam khe", f"Xã {COMMUNE}")
    said = leader.read(".headline")
    code = next(code for code, name in answers.area_names().items() if name.startswith(f"Xã {COMMUNE}"))
    own = figures(answers.ask("figures", **params | {"area": code}))
    late = own["overdue_share"]
    assert f"còn {vi.count(own['open_dossiers'].numerator)} vụ việc chưa giải quyết xong" in said
    assert f"{late.numerator}/{late.denominator}" in said

    leader.begin()  # what did we conclude, was it done?
    leader.tap(page.get_by_role("button", name=shell.OTHER_PAGES))
    leader.tap(page.get_by_role("link", name=shell.NAVIGATION["conclusions"], exact=True))
    eventually(page, lambda: "/ket-luan" in page.url)
    said = leader.read(".headline")
    given = answers.ask("directives", as_of=window.end, area=None, start=base.start, until=base.end)
    done = int(given["fate"].isin(["done", "done_late"]).sum())
    assert f"{vi.count(len(given))} nội dung: {vi.count(done)} đã xong" in said
    assert (leader.tab.foreign, leader.tab.errors) == ([], [])
