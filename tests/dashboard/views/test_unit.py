"""One area on one page: its numbers are those of the questions, and nothing is said before an area is chosen."""

from __future__ import annotations

import datetime as dt
import re
from html import escape, unescape

import pytest

from dashboard.answers import findable
from dashboard.answers.answers import Answers
from dashboard.briefing import area as heads
from dashboard.briefing.body import Body
from dashboard.facts import peers
from dashboard.facts.change import Figure, figures
from dashboard.facts.peers import Spread
from dashboard.words import hotspots
from dashboard.words import numbers as vi
from dashboard.words import unit as words
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from tests import on_screen, raw_names, shown
from tests.dashboard.test_pages import headline, html, opened

WINDOW = {"start": dt.date(2026, 9, 15), "end": dt.date(2026, 11, 22), "as_of": dt.date(2026, 11, 22)}


@pytest.fixture(autouse=True)
def tiny(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))


@pytest.fixture
def answers() -> Answers:
    return Answers(open_snapshot(current(shown.tiny()).path), Scope.everything())


def listed(app, column: str) -> list[list[str]]:
    """The cells of that column in each table that has it."""
    return [list(table[column]) for table in on_screen.texts(app) if column in table]


def test_before_an_area_is_chosen_the_page_asks_for_one_and_tells_nothing():
    app = opened("unit")
    assert words.CHOOSE in headline(app)
    assert not on_screen.texts(app)


@pytest.mark.parametrize("area", ["C1", "D1"])
def test_the_headline_is_what_the_figures_of_the_area_say(area, answers):
    now = figures(answers.ask("figures", **WINDOW, area=area))
    assert (now["open_dossiers"].numerator, now["overdue_share"].numerator, now["overdue_share"].denominator) == (
        3, 1, 2,
    )  # fmt: skip
    said = headline(opened("unit", dia_ban=area))
    assert "còn 03 vụ việc chưa giải quyết xong; quá hạn 1/2 vụ việc" in said
    assert hotspots.JUDGED["too_few"] in said


@pytest.mark.parametrize("evidence", ["high", "usual", None])
def test_the_headline_says_of_chance_what_was_judged_and_nothing_where_nothing_was(evidence):
    now = {"open_dossiers": Figure(40, None, 40.0), "overdue_share": Figure(12, 30, 0.4)}
    said = words.headline(now, place="xã Nhất", until="22/11/2026", evidence=evidence)
    state = "Đến hết ngày 22/11/2026, xã Nhất còn 40 vụ việc chưa giải quyết xong; quá hạn 12/30 (40%)"
    assert said.startswith(state)
    assert said.endswith(f": {hotspots.JUDGED[evidence]}." if evidence else "vụ việc xác định được hạn.")


def test_five_figures_are_those_of_the_areas(answers):
    areas = answers.ask("area_measures", **WINDOW, division="commune").set_index("area_code").loc["C1"]
    page = html(opened("unit", dia_ban="C1"))
    for name, base in {"overdue": "with_limit", "over_180": "open_count", "mass_groups": "visits"}.items():
        assert f"{words.FIGURES[name]}: {areas[name]}/{areas[base]} {words.CASES[name]}" in page
    assert page.count(words.FEW_PEERS.split("{")[1].partition("}")[2]) == len(heads.SHARES) == 5


def test_the_peers_are_a_spread_without_a_name(answers, monkeypatch):
    monkeypatch.setattr(peers, "LEAST_AREAS", 1)
    monkeypatch.setattr(peers, "LEAST_CASES", 1)
    spread = answers.peers(part="overdue", base="with_limit", **WINDOW, division="commune")
    page = html(opened("unit", dia_ban="C1"))
    assert words.beside("overdue", 1, 2, peers=spread, division="commune") in unescape(page)
    assert "xã Tam" not in page


def test_a_figure_beside_its_peers():
    told = words.beside("overdue", 8, 40, peers=Spread(0.05, 0.08, 0.12, 40), division="commune")
    assert told == (
        "Quá hạn: 8/40 (20%) vụ việc có hạn; nửa số xã, phường từ 5% đến 12%, ở giữa là 8% "
        "(xét 40 địa bàn đủ số liệu)."
    )  # fmt: skip


def test_peers_that_are_all_alike_are_no_range():
    told = words.beside("escalated", 0, 28, peers=Spread(0.0, 0.0, 0.0, 23), division="district")
    assert told.endswith("ít nhất nửa số huyện cũ ở mức 0% (xét 23 địa bàn đủ số liệu).")


def test_the_lists_hold_the_rows_of_the_questions(answers):
    app, second = (opened("unit", dia_ban="C1", xem=view) for view in ("standing", "concluded"))
    waiting = answers.ask("longest_waiting", **WINDOW, area="C1", rows=10)
    cases = answers.ask("complex_progress", **WINDOW, area="C1")
    directives = answers.ask("directives", as_of=WINDOW["as_of"], area="C1")
    lists = [*listed(app, "dossier_id"), *listed(second, "dossier_id")]
    ids = [[str(cell).removeprefix("/ho-so?ma=") for cell in cells] for cells in lists]
    assert ids == [list(waiting["dossier_id"]), list(directives["dossier_id"]), list(cases["dossier_id"])]
    assert ids[0] == ["V01", "V05", "V12"]
    assert listed(app, "limit_said") == [["04/09/2026", "không có hạn luật định", "23/11/2026"]]
    assert listed(second, "number") == [["12/CV"]]
    pairs = answers.ask("passed_between", **WINDOW, area="C1")
    assert listed(second, "transfers") == [[str(amount) for amount in pairs["transfers"]]]
    assert words.concluded(directives["fate"]) in html(second)
    assert not raw_names.on_page(app) and not raw_names.on_page(second)


def test_the_strip_of_the_head_has_twelve_months():
    strip = next(body for body in on_screen.drawn(opened("unit", dia_ban="C1")) if "Chủ tịch xã Nhất" in body)
    row = strip.partition("<b>Chủ tịch xã Nhất</b><small>Người Xã</small>")[2].partition("</div></div>")[0]
    marks = re.findall(r'<i class="(\w)[^"]*">([^<]*)</i>', row)
    assert len(marks) == 12
    assert (marks[0], marks[9:]) == (("u", "?"), [("m", "0/2"), ("u", "?"), ("k", "2")])
    assert heads.since(dt.date(2026, 11, 22)) == dt.date(2025, 11, 1)
    assert heads.since(dt.date(2026, 11, 30)) == dt.date(2025, 12, 1)


def test_an_area_without_matters_says_so():
    page = " ".join(html(opened("unit", dia_ban="C4", xem=view)) for view in words.VIEWS)
    for text in (words.NO_HEADS, words.NONE_WAITING, words.NO_COMPLEX, words.NOT_PASSED_ON, words.ALL_DONE):
        assert text in page
    assert "không có vụ việc đang giải quyết" in page


def bodies(answers: Answers) -> dict[str, str]:
    return findable.bodies(answers)


BODY = "X1"
PAGE = {view: {"ma": BODY, "xem": view} for view in words.VIEWS}


def test_a_body_stands_on_one_page_with_what_it_holds(answers):
    app = opened("unit", **PAGE["standing"])
    held = answers.ask("overdue_by_agency", **WINDOW).set_index("agency_code").loc[BODY]
    assert f"UBND xã Nhất đang giữ {vi.prose_count(held['open_count'])} vụ việc" in headline(app)
    waiting = answers.ask("longest_waiting", as_of=WINDOW["as_of"], agency=BODY, rows=10)
    assert len(waiting) == held["open_count"] > 0
    assert [str(cell).removeprefix("/ho-so?ma=") for cell in listed(app, "dossier_id")[0]] == list(
        waiting["dossier_id"]
    )
    assert words.beside("overdue", held["overdue"], held["with_limit"], peers=None, division="agency") in html(app)
    assert not raw_names.on_page(app)


def test_a_bodys_conclusions_and_moves_are_its_own(answers):
    app = opened("unit", **PAGE["concluded"])
    given = answers.ask("directives", as_of=WINDOW["as_of"], agency=BODY)
    assert words.concluded(given["fate"]) in html(app)
    pairs = answers.ask("passed_between", **WINDOW)
    own = pairs[(pairs["agency_code"] == BODY) | (pairs["to_agency_code"] == BODY)]
    assert listed(app, "transfers") == ([[str(amount) for amount in own["transfers"]]] if len(own) else [])
    assert not raw_names.on_page(app)


def test_a_bodys_months_end_with_what_it_held_at_the_end_of_the_last_whole_month(answers):
    app = opened("unit", **PAGE["time"])
    assert not app.exception
    assert words.TITLES["months"] in html(app)
    months = Body(answers, BODY, bodies(answers)[BODY], dict(WINDOW)).months()
    held = answers.ask("overdue_by_agency", as_of=dt.date(2026, 10, 31)).set_index("agency_code").loc[BODY]
    assert months[["open_count", "overdue"]].iloc[-1].tolist() == held[["open_count", "overdue"]].tolist()


def test_a_head_stands_on_one_page_with_the_duty_first(answers):
    post = findable.posts(answers)[0]
    kept = answers.ask("ledger_by_post", start=heads.since(WINDOW["as_of"]), end=WINDOW["as_of"])
    own = kept[kept["post_code"] == post.code].iloc[0]
    app = opened("unit", ma=post.code)
    assert f"{own['credited']}/{own['required']} ngày phải tiếp" in headline(app)
    assert words.beside("credited", own["credited"], own["required"], peers=None, division="post") in html(app)
    assert html(app).count(f"{post.name} (") + html(app).count(f"{post.name}:") >= 1


@pytest.mark.parametrize("asked", [{"ma": "C1"}, {"dia_ban": "C1"}])
def test_an_area_opens_by_its_code_and_by_the_filter(asked):
    assert "xã Nhất (huyện Hạ cũ) còn 03 vụ việc chưa giải quyết xong" in headline(opened("unit", **asked))


@pytest.mark.parametrize("code", ["khong-co", "<b>"])
def test_what_nobody_knows_is_said_in_one_sentence(code):
    app = opened("unit", ma=code)
    assert escape(words.UNKNOWN.format(code=code)) in headline(app)
    assert not on_screen.texts(app)


def test_a_leader_of_one_area_opens_his_own_bodies_and_no_other(answers, monkeypatch):
    leader = Answers(open_snapshot(current(shown.tiny()).path), Scope("", area="C1"))
    own, every = findable.bodies(leader), findable.bodies(answers)
    others = [code for code, name in every.items() if name not in own.values()]
    assert BODY in own and others
    monkeypatch.setattr("dashboard.screen.viewer.viewer_scope", lambda: Scope("", area="C1"))
    assert "UBND xã Nhất" in headline(opened("unit", ma=BODY))
    foreign = [post.code for post in findable.posts(answers) if post not in findable.posts(leader)]
    for code in [others[0], *foreign[:1]]:
        assert escape(words.UNKNOWN.format(code=code)) in headline(opened("unit", ma=code))


def test_no_answer_on_a_bodys_page_holds_a_denunciation(answers):
    of = answers.ask("dossier", as_of=WINDOW["as_of"])
    secret = set(of.loc[of["kind"] == "denunciation", "dossier_id"])
    assert secret
    for code, name in bodies(answers).items():
        body = Body(answers, code, name, dict(WINDOW))
        for rows in (body.waiting(), body.complex(), body.bounced()):
            assert secret.isdisjoint(rows["dossier_id"])
