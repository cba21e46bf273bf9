"""The one door to the data: what is kept is kept apart by reach, filters that a question does not take are known."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd
import pytest

from dashboard.answers.answers import Answers, taken
from dashboard.answers.cache import Recent
from queries import ask as asking
from queries.ask import Scope, ScopeError

WINDOW = {"start": "2026-06-15", "end": "2026-09-14", "as_of": "2026-09-14"}


@dataclass
class Told:
    """A snapshot that answers every question with the same rows and counts how often it was asked.

    Since when its tables are kept it does not say.
    """

    rows: list[tuple[object, ...]]
    columns: tuple[str, ...] = ("area_code", "kind", "open_count")
    id: str = "told"
    placeholder: str = ":{}"
    asked: list[dict[str, object]] = field(default_factory=list)

    def run(self, sql: str, params: dict[str, object]) -> tuple[list[str], list[tuple[object, ...]]]:
        if "from data_begin" in sql:
            return ["table_name", "begins_on", "declared"], []
        self.asked.append(dict(params))
        return list(self.columns), list(self.rows)


ROWS = [("A", "denunciation", 2), ("A", "complaint", 3), ("B", "denunciation", 7)]


def test_the_same_question_is_put_once_for_all_viewers_of_the_same_reach():
    told, cache = Told(ROWS), Recent()
    for viewer in ("a", "b"):
        Answers(told, Scope(viewer), cache=cache).ask("area_measures", **WINDOW)
    assert len(told.asked) == 1
    Answers(told, Scope("a", area="A"), cache=cache).ask("area_measures", **WINDOW)
    assert len(told.asked) == 2
    Answers(Told(ROWS, id="other"), Scope("a"), cache=cache).ask("area_measures", **WINDOW)
    Answers(told, Scope("a"), cache=cache).ask("area_measures", **WINDOW, division="commune")
    assert len(told.asked) == 3


def test_a_new_dimension_of_reach_keeps_answers_apart_by_itself():
    @dataclass(frozen=True)
    class Wider(Scope):
        body: str | None = None

    told, cache = Told(ROWS), Recent()
    for body in ("P", "S", "P", None):
        Answers(told, Wider("a", body=body), cache=cache).ask("area_measures", **WINDOW)
    assert len(told.asked) == 3


def test_no_viewer_reads_what_another_wrote_into_an_answer():
    answers = Answers(Told(ROWS), Scope("a"), cache=Recent())
    first = answers.ask("area_measures", **WINDOW)
    first["open_count"] = 0
    first.loc[0, "area_code"] = "changed"
    first.attrs["taken"] = ()
    second = answers.ask("area_measures", **WINDOW)
    assert second["area_code"].tolist() == ["A"]
    assert second["open_count"].tolist() == [3]
    assert second.attrs["taken"]


def test_what_is_cut_is_counted_without_denunciations_and_a_sum_over_the_province_with_them():
    told = Told(ROWS)
    answers = Answers(told, Scope("a"))
    assert answers.ask("balance_by_area", **WINDOW)["kind"].tolist() == ["complaint"]
    assert answers.sums("balance_by_area", by="kind", **WINDOW)["open_count"].tolist() == [9, 3]
    assert answers.ask("balance", **WINDOW)["kind"].tolist() == ["denunciation", "complaint", "denunciation"]
    assert [asked["apart"] for asked in told.asked] == [False, True, True]


def test_of_denunciations_asked_for_below_the_province_only_the_names_of_the_rows_are_told():
    told = Told([("A", 2), ("B", 0)], columns=("area_code", "open_count"))
    answer = Answers(told, Scope("a")).ask("area_measures", **WINDOW, kind="denunciation")
    assert told.asked[0]["apart"] is False
    assert answer["area_code"].tolist() == ["A", "B"] and answer["open_count"].isna().all()
    assert answer.attrs["few"] == {"open_count": [0, 1]}


def test_visits_below_the_province_are_of_all_kinds_together_and_say_so():
    told = Told([("A", 2)], columns=("district_code", "visits"))
    answers = Answers(told, Scope("a"))
    below = answers.ask("reception_by_area", **WINDOW, kind="complaint")
    assert told.asked[0]["kind"] is None and "kind" not in taken(below)
    assert "kind" in taken(answers.ask("reception_volume", **WINDOW, kind="complaint"))


@pytest.mark.parametrize(
    ("scope", "params"),
    [
        (Scope("a", area="A"), {}),
        (Scope("a"), {"area": "A"}),
        (Scope("a"), {"agency": "S"}),
    ],
)
def test_of_one_area_or_body_denunciations_are_not_counted(scope, params):
    told = Told([("denunciation", 2), ("petition", 3), ("complaint", 1)], columns=("kind", "open_count"))
    name = "longest_waiting" if "agency" in params else "balance"
    answer = Answers(told, scope).ask(name, **WINDOW, **params)
    assert dict(zip(answer["kind"], answer["open_count"], strict=True)) == {"petition": 3, "complaint": 1}
    assert told.asked[0]["apart"] is False


def test_a_filter_the_question_does_not_take_is_left_out_and_known():
    told = Told([("x", 1)], columns=("title", "required"))
    answer = Answers(told, Scope("a")).ask("heads_without_reception", **WINDOW, kind="complaint", area="A")
    assert told.asked == [{"as_of": pd.Timestamp("2026-09-14").date(), "area": "A"}]
    assert "kind" not in taken(answer)
    assert {"as_of", "area"} <= taken(answer)
    assert "area" in taken(answer.head(1)[["title"]])


def test_what_is_left_out_and_what_is_said_as_it_is_meant_anyway_are_one_question():
    told = Told(ROWS)
    answers = Answers(told, Scope("a"))
    window = {name: WINDOW[name] for name in ("start", "end")}
    plain = answers.ask("area_measures", **window)
    told_again = answers.ask("area_measures", **WINDOW, kind=None, area=None, division="district")
    pd.testing.assert_frame_equal(plain, told_again)
    as_days = {name: pd.Timestamp(day).date() for name, day in window.items()}
    answers.ask("area_measures", **as_days)
    assert len(told.asked) == 1
    answers.ask("area_measures", **WINDOW | {"as_of": "2026-09-13"})
    answers.ask("area_measures", **WINDOW, kind="complaint")
    assert len(told.asked) == 3


def test_another_parameter_the_question_does_not_take_is_refused():
    with pytest.raises(asking.QueryError):
        Answers(Told(ROWS), Scope("a")).ask("area_measures", **WINDOW, colour="red")


def test_what_a_viewer_may_not_ask_is_refused_and_known():
    answers = Answers(Told([]), Scope("a", area="A"))
    assert not answers.may_ask("directives_open")
    assert answers.may_ask("snapshot_info") and answers.may_ask("figures")
    with pytest.raises(ScopeError):
        answers.ask("directives_open", **WINDOW)


def test_the_cache_is_bounded_and_keeps_what_was_used_last():
    cache, made = Recent(2), []

    def get(key: str) -> object:
        return cache.remember((key,), lambda: made.append(key))

    for key in ("a", "b", "a", "c", "a", "b"):
        get(key)
    assert made == ["a", "b", "c", "b"]


def test_of_what_is_large_fewer_are_kept_and_the_rest_is_left_alone():
    cache, made = Recent(), []

    def get(*key: object, most: int | None = None) -> object:
        return cache.remember(key, lambda: made.append(key), most=most)

    get("small", 1)
    for number in (1, 2, 3, 3, 2, 1):
        get("large", number, most=2)
    get("small", 1)
    assert made == [("small", 1), ("large", 1), ("large", 2), ("large", 3), ("large", 1)]


def test_what_several_want_at_once_is_made_once_and_a_failure_is_not_kept():
    cache, made, start = Recent(), [], threading.Barrier(6)

    def make() -> int:
        made.append(1)
        if len(made) == 1:
            raise OSError
        return len(made)

    def wanting(found: list[object]) -> Callable[[], None]:
        def run() -> None:
            start.wait()
            try:
                found.append(cache.remember(("key",), make))
            except OSError:
                found.append("failed")

        return run

    found: list[object] = []
    threads = [threading.Thread(target=wanting(found)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, found)) == ["2"] * 5 + ["failed"]
