"""Tables as they are read on screen, by the columns of the data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd
from lxml import html
from streamlit.testing.v1 import AppTest

NUMBER = re.compile(r"[+−]?\d{1,3}(\.\d{3})*(,\d+)?")


def texts(app: AppTest) -> list[pd.DataFrame]:
    """Every table with its cells as text; all rows where there are more than stand on the page."""
    return [_read(table) for body in bodies(app) for table in html.fromstring(body).iter("table") if _is_rows(table)]


class Card(NamedTuple):
    """A headline figure: its name, number, what a share is of, change; '' where it has none. `to`: where it leads."""

    metric: str
    label: str
    value: str
    of: str
    change: str
    to: str


def cards(app: AppTest) -> list[Card]:
    """The headline figures as they are read."""
    bodies = [html.fromstring(f"<div>{element.proto.body}</div>") for element in app.get("html")]
    return [_card(card) for body in bodies for card in body.find_class("card")]


def links(app: AppTest) -> dict[str, str]:
    """What is said of each link of ours → where it leads; those of tables apart."""
    bodies = [html.fromstring(f"<div>{element.proto.body}</div>") for element in app.get("html")]
    found = [link for body in bodies for part in body.find_class("leads") for link in part.iter("a")]
    return {link.get("aria-label") or _said(link): link.get("href") for link in found}


def tables(app: AppTest) -> list[pd.DataFrame]:
    """Every table, its counts as numbers; withheld and missing cells as they are shown."""
    return [table.apply(lambda cells: cells.map(_value)) for table in texts(app)]


def whole(app: AppTest, column: str) -> pd.DataFrame:
    """All rows of a table with that column, opened where the page shows the first of them or none."""
    return max((table for table in [*texts(app), *behind(app)] if column in table), key=len)


def behind(app: AppTest) -> list[pd.DataFrame]:
    """The tables that the signs of the page's figures open, with all their rows."""
    found = []
    for key in [str(button.key) for button in app.button if str(button.key).startswith("behind-")]:
        found += texts(app.button(key=key).click().run())  # found anew: a run makes other buttons of the same key
    return found


def leads(app: AppTest) -> list[str]:
    """Where the rows of the tables lead."""
    cells = [cell for body in bodies(app) for cell in html.fromstring(body).iter("td")]
    return [link.get("href") for cell in cells for link in cell.iter("a")]


def bodies(app: AppTest) -> Iterable[str]:
    """The markup of the page that carries a table."""
    shown = [*(element.proto.body for element in app.get("html")), *drawn(app)]
    return [body for body in shown if "<table" in body]


def drawn(app: AppTest) -> list[str]:
    """The pictures, and the tables whose rows can be tapped."""
    sent = [json.loads(element.proto.json) for element in app.get("bidi_component") if element.proto.json]
    return [data["html"] for data in sent if isinstance(data, dict) and "html" in data]


def _card(card) -> Card:
    def text(name: str) -> str:
        return "".join(_said(part) for part in card.find_class(name))

    leads = [link.get("href") for link in card.iter("a")]
    of = text("of")
    value = text("card-value").removesuffix(of)
    return Card(card.get("data-metric"), text("card-name"), value, of, text("card-step"), "".join(leads))


def _said(part) -> str:
    """Its text without what is only to see."""
    return "".join(part.xpath(".//text()[not(ancestor::*[@aria-hidden])]")).strip()


def _is_rows(table) -> bool:
    return "rows" in (table.get("class") or "").split()


def _read(table) -> pd.DataFrame:
    columns = [cell.get("data-column") for cell in table.find("thead").iter("th")]
    rows = [[cell.text_content() for cell in row.iter("td")] for row in table.find("tbody").iter("tr")]
    rows = [row for row in rows if row]  # without the lines that stand above a group
    return pd.DataFrame(rows, columns=columns)


def _value(text: str) -> object:
    if not NUMBER.fullmatch(text):
        return text
    number = float(text.replace(".", "").replace(",", ".").replace("−", "-"))
    return int(number) if number == int(number) else number
