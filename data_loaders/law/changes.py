"""The days on which the law changed, read from the rule rows themselves: nothing else needs to announce a new row.

A row announces itself on its first day when it answers a question otherwise than the rows in force the day before, or
when none was; and on the day after its last when no row takes its place. An event marked law_change announces itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pandas as pd

from data_loaders.law import messages as say
from data_loaders.law.rule_columns import FILES
from data_loaders.law.rules import same_question

COLUMNS = ["changed_on", "file", "label", "article"]
ONE_DAY = timedelta(days=1)
Row = dict[str, Any]

# file -> what a row answers: a row that answers the same as the one before it changes nothing
ANSWERS = {
    "deadlines": ("days", "unit", "roll_forward"),
    "suspensions": (),
    "reception_duty": ("minimum", "per", "ad_hoc_counts", "half_day_counts"),
    "reporting_calendars": ("closing_day",),
}


def law_changes(files: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row a change: changed_on, file, label (what is so from that day on), article; oldest first, events first.

    `files` as rules.load_all: those of `ANSWERS` and events; a row's own label, where it has one, is kept.
    """
    found = list(_of_events(files["events"]))
    titles = _titles(files["vocabularies"])
    for name in ANSWERS:
        found += _of_rules(name, _records(files[name]), titles)
    frame = pd.DataFrame(found, columns=COLUMNS).drop_duplicates(ignore_index=True)
    frame = frame.astype({"changed_on": "datetime64[us]"} | dict.fromkeys(COLUMNS[1:], "str"))
    return frame.sort_values("changed_on", kind="stable", ignore_index=True)


def _of_events(events: pd.DataFrame) -> Iterator[tuple[date, str, str, str]]:
    for row in events[events["law_change"].astype(bool)].to_dict("records"):
        yield row["happened_on"], "events", row["name"], row["article"]


def _of_rules(name: str, rows: list[Row], titles: dict[str, str]) -> Iterator[tuple[date, str, str, str]]:
    key, answers = FILES[name].key, ANSWERS[name]

    def in_force(row: Row, day: date) -> list[tuple[Any, ...]]:
        """What the rows for the same question answer on a day."""
        same = [other for other in rows if other is not row and same_question(row, other, key)]
        return [tuple(other[a] for a in answers) for other in same if other["valid_from"] <= day <= other["valid_to"]]

    for row in rows:
        before = in_force(row, row["valid_from"] - ONE_DAY)
        if not before or any(other != tuple(row[a] for a in answers) for other in before):
            yield row["valid_from"], name, row["label"] or WORDS[name](row, titles), row["article"]
        ended = row["valid_to"] + ONE_DAY if row["valid_to"] < date.max else None
        if ended and not in_force(row, ended):
            label = say.CHANGE_ENDED.format(what=row["label"] or WORDS[name](row, titles))
            yield ended, name, label, row["article"]


def _records(frame: pd.DataFrame) -> list[Row]:
    """Rows with plain dates (no end: the last day there is) and None in empty cells."""
    rows: list[Row] = []
    for cells in frame.to_dict("records"):
        row: Row = {str(name): None if pd.isna(value) else value for name, value in cells.items()}
        ends = row["valid_to"].date() if row["valid_to"] is not None else date.max
        rows.append({"label": None, **row, "valid_from": row["valid_from"].date(), "valid_to": ends})
    return rows


def _titles(vocabularies: pd.DataFrame) -> dict[str, str]:
    """Codes of kinds and duties in words."""
    named = vocabularies[vocabularies["vocabulary"].isin(["kind", "duty_code"])]
    return dict(zip(named["code"], named["label"], strict=True))


def _deadline(row: Row, titles: dict[str, str]) -> str:
    return say.CHANGE_DEADLINE.format(
        stage=say.STAGES[row["stage"]],
        kind=_kind(row, titles),
        instance=say.INSTANCES.get(row["instance"], ""),
        complexity=say.COMPLEXITIES.get(row["complexity"], ""),
        remote=say.REMOTE if row["remote"] else "",
        days=row["days"],
        unit=say.UNITS[row["unit"]],
    )


def _suspension(row: Row, titles: dict[str, str]) -> str:
    return say.CHANGE_SUSPENSION.format(kind=_kind(row, titles))


def _duty(row: Row, titles: dict[str, str]) -> str:
    code = row["duty_code"]
    return say.CHANGE_DUTY.format(duty=titles.get(code, code), minimum=row["minimum"], per=say.PER[row["per"]])


def _calendar(row: Row, _: dict[str, str]) -> str:
    return say.CHANGE_CALENDAR.format(calendar=say.CALENDARS[row["calendar"]], day=row["closing_day"])


def _kind(row: Row, titles: dict[str, str]) -> str:
    return str(titles.get(row["kind"], row["kind"])).lower()


WORDS: dict[str, Callable[[Row, dict[str, str]], str]] = {
    "deadlines": _deadline,
    "suspensions": _suspension,
    "reception_duty": _duty,
    "reporting_calendars": _calendar,
}
