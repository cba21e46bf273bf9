"""The figures and tables of the pages equal an independent recount in plain pandas."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from queries.ask import Scope, ask
from queries.periods import Period, parse
from tests.recount import plain_pandas, reception, tables
from tests.recount.matters import chosen

pytestmark = pytest.mark.xdist_group("recount")

AS_OF = date(2026, 11, 22)
WINDOWS = [
    ("2026-Q4", "inspectorate"),  # running
    ("2026-Q3", "inspectorate"),  # straddles 1/7/2026
    ("2025-Q3", "inspectorate"),  # straddles 1/7/2025
    ("2026-M07", "calendar"),
]
KINDS = [None, "complaint"]
EVERY_KIND = [*KINDS, "denunciation"]


@pytest.fixture(params=WINDOWS, ids=lambda window: window[0])
def window(request: pytest.FixtureRequest) -> Period:
    code, calendar = request.param
    return parse(code, calendar=calendar).clip(AS_OF)


@pytest.fixture
def span(window: Period) -> tuple[pd.Timestamp, pd.Timestamp]:
    return pd.Timestamp(window.start), pd.Timestamp(window.end)


@pytest.fixture(scope="session")
def district(demo: SimpleNamespace) -> str:
    """The district with most matters."""
    return demo.matters.rows["district"].value_counts().index[0]


@pytest.fixture(params=["province", "district"])
def area(request: pytest.FixtureRequest, district: str) -> str | None:
    return district if request.param == "district" else None


def asked(demo: SimpleNamespace, name: str, **params: object) -> pd.DataFrame:
    return ask(name, demo.snapshot, Scope.everything(), **params)


def same(mine: pd.DataFrame, theirs: pd.DataFrame, keys: list[str], columns: dict[str, str] | None = None) -> None:
    """Equal rows in any order; `columns` renames theirs to mine. Rows of zeros may be left out by either."""
    theirs = theirs.rename(columns=columns or {})
    shared = [column for column in mine.columns if column in theirs.columns]
    assert set(mine.columns) == set(shared), "a column is not answered"
    both = []
    for rows in (mine.reset_index(), theirs):
        rows = rows[keys + shared].copy()
        for key in keys:
            rows[key] = rows[key].astype(object).where(rows[key].notna(), "").astype(str)
        rows = rows.set_index(keys)[shared].astype(float).sort_index()
        both.append(rows[(rows.fillna(0) != 0).any(axis=1)])
    pd.testing.assert_frame_equal(*both, check_dtype=False)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_headline_figures(demo: SimpleNamespace, window: Period, span: tuple, kind: str | None, area: str) -> None:
    mine = plain_pandas.figures(demo, *span, kind, area)
    theirs = asked(demo, "figures", start=window.start, end=window.end, kind=kind, area=area)
    theirs = theirs.set_index("figure").astype(float).sort_index()
    assert list(mine.index) == list(theirs.index)
    # a median tells the size of its base as numerator: not part of the recount
    theirs.loc[list(plain_pandas.MEDIANS), ["numerator", "denominator"]] = float("nan")
    pd.testing.assert_frame_equal(mine, theirs)


@pytest.mark.parametrize("kind", KINDS)
def test_balance(demo: SimpleNamespace, window: Period, span: tuple, kind: str | None, area: str) -> None:
    theirs = asked(demo, "balance", start=window.start, end=window.end, kind=kind, area=area)
    same(tables.balance_by_kind(demo.matters, *span, kind, area), theirs, ["kind"])
    assert (theirs["residual"] == 0).all()


@pytest.mark.parametrize("kind", KINDS)
def test_balance_by_area_field_and_body(
    demo: SimpleNamespace, window: Period, span: tuple, kind: str | None, area: str
) -> None:
    params = {"start": window.start, "end": window.end, "kind": kind, "area": area}
    for division in ("district", "commune"):
        mine = tables.counted(demo.matters, *span, [division, "kind"], kind, area)
        same(
            mine,
            asked(demo, "balance_by_area", division=division, **params),
            [division, "kind"],
            {"area_code": division},
        )
    mine = tables.counted(demo.matters, *span, ["field"], kind, area)
    same(mine, asked(demo, "balance_by_field", **params), ["field"], {"field_group": "field"})
    theirs = asked(demo, "balance_by_agency", **params)
    names = {"agency_code": "holder"}
    same(tables.balance_by_holder(demo.matters, *span, kind, area), theirs, ["holder", "kind"], names)
    assert (theirs["residual"] == 0).all()
    assert theirs["moved_in"].sum() == theirs["moved_out"].sum()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_open(demo: SimpleNamespace, span: tuple, kind: str | None, area: str) -> None:
    day = span[1]
    params = {"as_of": day.date(), "kind": kind, "area": area}
    same(tables.by_age(demo.matters, day, kind, area), asked(demo, "open_dossiers_by_age", **params), ["band", "kind"])
    same(
        tables.by_clock(demo.matters, day, kind, area),
        asked(demo, "open_dossiers_by_clock", **params),
        ["clock", "over_band"],
        {"days_over_band": "over_band"},
    )
    by_body = tables.overdue_by(demo.matters, day, "holder", kind, area)
    same(by_body, asked(demo, "overdue_by_agency", **params), ["holder"], {"agency_code": "holder"})
    by_field = tables.overdue_by(demo.matters, day, "field", kind, area)
    same(by_field, asked(demo, "overdue_by_field", **params), ["field"], {"field_group": "field"})


@pytest.mark.parametrize("only_overdue", [True, False])
def test_longest_waiting(demo: SimpleNamespace, span: tuple, area: str, only_overdue: bool) -> None:
    day, rows = span[1], 50
    mine = tables.longest_waiting(demo.matters, day, None, area, only_overdue=only_overdue)
    theirs = asked(demo, "longest_waiting", as_of=day.date(), area=area, only_overdue=only_overdue, rows=rows)
    assert len(theirs) == min(rows, len(mine))
    longest = mine["over" if only_overdue else "age"].astype(float).nlargest(rows)
    assert list(theirs["days_over" if only_overdue else "age_days"].astype(float)) == list(longest)
    listed = mine.loc[theirs["dossier_id"]]
    for column, name in (("age", "age_days"), ("holder", "agency_code"), ("kind", "kind")):
        assert list(listed[column]) == list(theirs[name])
    pd.testing.assert_series_equal(
        listed["over"].reset_index(drop=True), theirs["days_over"].astype(float), check_names=False
    )


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_results(demo: SimpleNamespace, window: Period, span: tuple, kind: str | None, area: str) -> None:
    theirs = asked(demo, "results", start=window.start, end=window.end, kind=kind, area=area)
    same(tables.results(demo.matters, *span, kind, area), theirs, ["kind", "instance", "manner", "result"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("division", ["district", "commune"])
def test_measures_of_the_map(
    demo: SimpleNamespace, window: Period, span: tuple, kind: str | None, division: str
) -> None:
    mine = tables.area_measures(demo.matters, *span, division, kind)
    theirs = asked(demo, "area_measures", start=window.start, end=window.end, division=division, kind=kind)
    same(mine, theirs, [division], {"area_code": division})


@pytest.mark.parametrize("kind", KINDS)
def test_petitions_and_passing_on(
    demo: SimpleNamespace, window: Period, span: tuple, kind: str | None, area: str
) -> None:
    params = {"start": window.start, "end": window.end, "kind": kind, "area": area}
    keys = ["kind", "eligible", "within_authority", "processing"]
    same(tables.petitions_processing(demo.case, *span, kind, area), asked(demo, "petitions_processing", **params), keys)
    theirs = asked(demo, "transfers_bounced", **params)
    same(
        tables.bounced(demo.case, *span, kind, area), theirs, ["from_agency_code"], {"agency_code": "from_agency_code"}
    )


def test_reception_volume(demo: SimpleNamespace, window: Period, span: tuple, area: str) -> None:
    theirs = asked(demo, "reception_volume", start=window.start, end=window.end, area=area)
    same(tables.reception_volume(demo.case, *span, None, area), theirs, ["reception"])


def test_duty_of_heads(demo: SimpleNamespace, window: Period, span: tuple, area: str) -> None:
    params = {"start": window.start, "end": window.end, "area": area}
    names = {"in_person": "held", "district_code": "district"}
    for question, by in (("duty_by_post", "post_code"), ("duty_by_level", "duty_code")):
        same(tables.duty_by(demo.duty, *span, by, area), asked(demo, question, **params), [by], names)
    theirs = asked(demo, "duty_by_district", **params)
    same(tables.duty_by(demo.duty, *span, "district", area).drop(columns="held"), theirs, ["district"], names)


def test_months_of_each_head(demo: SimpleNamespace, window: Period, span: tuple) -> None:
    theirs = asked(demo, "duty_strip", start=window.start, end=window.end)
    mine = demo.duty.table(*span).assign(month_on=lambda rows: rows["month"].dt.start_time)
    mine = mine[mine["reported"]].set_index(["post_code", "month_on"])
    theirs = theirs[theirs["reported"]]
    same(
        mine[["required", "credited", "held", "delegated", "missed"]],
        theirs,
        ["post_code", "month_on"],
        {"in_person": "held"},
    )


@pytest.mark.parametrize("day", ["2026-11-22", "2026-07-31", "2025-06-30", "2026-03-02"])
def test_heads_without_reception(demo: SimpleNamespace, day: str, area: str) -> None:
    theirs = asked(demo, "heads_without_reception", as_of=day, area=area)
    assert set(theirs["post_code"]) == tables.heads_without_reception(demo.duty, pd.Timestamp(day), area)


def test_directives_not_carried_out(demo: SimpleNamespace, span: tuple) -> None:
    theirs = asked(demo, "directives_open", as_of=span[1].date())
    over = {code: None if pd.isna(days) else days for code, days in theirs[["directive_id", "days_over"]].values}
    assert over == tables.directives_open(demo.case, span[1])


@pytest.fixture(scope="session")
def quiet_commune(demo: SimpleNamespace) -> str:
    """The commune with fewest matters: quarters in which nothing happened are quarters too."""
    return demo.matters.rows["commune"].value_counts().index[-1]


@pytest.mark.parametrize("kind", EVERY_KIND)
@pytest.mark.parametrize("where", ["province", "district", "quiet_commune"])
def test_series_of_quarters(
    demo: SimpleNamespace, kind: str | None, where: str, request: pytest.FixtureRequest
) -> None:
    area = None if where == "province" else request.getfixturevalue(where)
    theirs = asked(demo, "quarterly_series", as_of=AS_OF, kind=kind, area=area)
    assert list(theirs["code"])[-1] == "2026-Q4"
    assert len(theirs) == 12
    for row in theirs.itertuples():
        whole = parse(row.code)
        assert (row.start_on.date(), row.end_on.date()) == (whole.start, min(whole.end, AS_OF))
    same(tables.series(demo.matters, theirs, kind, area).rename_axis("code"), theirs, ["code"])


def test_series_of_reception(demo: SimpleNamespace, area: str) -> None:
    theirs = asked(demo, "reception_series", as_of=AS_OF, area=area)
    same(tables.reception_series(demo.case, theirs, area).rename_axis("code"), theirs, ["code"])


def test_the_limit_of_every_matter_on_every_day_it_moved(demo: SimpleNamespace) -> None:
    """due days of the snapshot, each on its first day and its last."""
    import duckdb

    with duckdb.connect(str(demo.file), read_only=True) as connection:
        due = connection.execute("select dossier_id, from_date, to_date, due_on from dossier_due").df()
    limits, closed = demo.matters.limits, demo.case.dossiers.set_index("dossier_id")["closed_on"]
    wrong = []
    for row in due.itertuples():
        last = row.to_date - pd.Timedelta(days=1) if pd.notna(row.to_date) else pd.Timestamp(AS_OF)
        ended = closed[row.dossier_id]
        for day in {row.from_date, min(last, ended) if pd.notna(ended) else last}:
            if day >= row.from_date and not limits.stopped(row.dossier_id, day):
                found = limits.due(row.dossier_id, day)
                if found != row.due_on:
                    wrong.append((row.dossier_id, day, found, row.due_on))
    assert not wrong
    assert due["dossier_id"].nunique() > 3_000


def test_the_recount_is_about_something(demo: SimpleNamespace, district: str) -> None:
    """No comparison above is of empty tables."""
    found = plain_pandas.figures(demo, pd.Timestamp("2026-09-15"), pd.Timestamp(AS_OF))
    rare = {"suspended_dossiers", "due_soon_dossiers", "moved_twice_share", "duty_unreported", "merged_dossiers"}
    assert set(found.index[found["value"].fillna(0) == 0]) <= rare | {"petitions_unsorted", "overturned_decisions"}
    assert len(chosen(demo.matters.rows, "denunciation", district)) > 5
    assert len(reception.transfers(demo.case, pd.Timestamp("2018-01-01"), pd.Timestamp(AS_OF))) > 1_000
