"""Units beside their peers of the same level and zone: whose on-time share, whose stock chance does not explain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard.drawing import charts
from dashboard.facts import funnel
from dashboard.screen import tabs
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import bodies as words
from dashboard.words import findings

PEERS = ["level", "zone"]
DIVISION = tabs.Choice("nhom", words.DIVISIONS, words.DIVISION_LABEL)
SHARE = "on_time_share"  # "share" of what: its heading says it beside other shares


@dataclass(frozen=True)
class Comparison:
    """One comparison of units: how it is judged, drawn and worded; `bad`: the verdict that is a reason to ask."""

    name: str
    judge: Callable[[pd.DataFrame], pd.DataFrame]
    x: str
    y: str
    bad: str
    columns: tuple[str, ...]
    metric: str

    def headline(self, page: Page, chosen: Filters) -> str:
        division = DIVISION.now
        return words.outside_headline(
            self._points(page, chosen, division), bad=self.bad, what=words.WHAT[self.name], division=division
        )

    def offers(self, page: Page, chosen: Filters) -> Sequence[tabs.Choice]:
        """Which units."""
        return [DIVISION]

    def show(self, page: Page, chosen: Filters) -> None:
        """The funnel of the largest group of peers, and every unit with its verdict in words."""
        division = DIVISION.now
        points = self._points(page, chosen, division)
        judged = points[points["verdict"] != funnel.TOO_FEW]
        if not judged.empty:
            level = judged["level"].mode().iloc[0]
            self._funnel(page, judged[judged["level"] == level], points)
        page.note(words.NAMED_NOTE)
        if division == "agency":
            page.note(words.TAKEN_OVER)
        table = _named(points).assign(fair_verdict=points["verdict"].map(words.VERDICTS))
        order = table.sort_values(self.x, ascending=False, kind="stable")
        page.table(order, title=words.TITLES["units"], metric=self.metric,
                   columns=["unit_name", *self.columns, "fair_verdict"], sorts=True)  # fmt: skip

    def _points(self, page: Page, chosen: Filters, division: str) -> pd.DataFrame:
        asked = chosen.params() | {"division": division}

        def made() -> pd.DataFrame:
            points = page.answers.ask("funnel_points", **asked)
            judged = self.judge(points, peers=PEERS) if len(points) else points.assign(verdict=funnel.TOO_FEW)  # type: ignore[call-arg]
            return judged.reindex(columns=list(dict.fromkeys([*judged.columns, self.x, self.y])))

        kept = page.answers.remember("units judged", made, self.name, tuple(sorted(asked.items())), most=32)
        return kept.copy(deep=False)

    def _funnel(self, page: Page, shown: pd.DataFrame, points: pd.DataFrame) -> None:
        base = float(shown["base"].iloc[0])
        lines = self._lines(base, float(shown[self.x].max()))
        figure = charts.funnel(
            shown, lines, x=self.x, y=self.y, base=base, colours=page.colours, percent=self.y == "share", bad=self.bad
        )
        finding = findings.outside(shown["verdict"], of=words.SIDES)
        page.chart(figure, data=_named(points), metric=self.metric, title=words.TITLES[self.name],
                   finding=finding, columns=["unit_name", *self.columns])  # fmt: skip
        if (shown["tau2"] > 0).any():
            page.note(words.WIDENED)

    def _lines(self, base: float, most: float) -> pd.DataFrame:
        if self.y == "share":
            lines = funnel.share_lines(base, int(most))
            return lines.assign(judged=lines["cases"], low=lines["low_outer"], high=lines["high_outer"])
        lines = funnel.ratio_lines(most)
        sides = lines.assign(name=lines["side"].map({-1: "low", 1: "high"}))
        wide = sides.pivot_table(index="expected", columns="name", values="ratio", aggfunc="first")
        return wide.reindex(columns=["low", "high"]).interpolate().reset_index()


def _named(points: pd.DataFrame) -> pd.DataFrame:
    return points.rename(columns={"share": SHARE})


ON_TIME = Comparison(
    "on_time", funnel.on_time, "judged", "share", "low", ("on_time", "judged", SHARE), "on_time_rate"
)  # fmt: skip
BACKLOG = Comparison(
    "backlog", funnel.backlog, "expected", "ratio", "high", ("open_count", "expected", "ratio"), "open_dossiers"
)  # fmt: skip
