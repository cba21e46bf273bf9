"""A page: one snapshot, one viewer, and the parts a page is made of. No page can forget the title, the definition,
the small-cell rule, the download or the time of the data, because they are added here."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard.answers.answers import Answers, taken
from dashboard.drawing import insets, layers, light, map_picture, theme
from dashboard.drawing.light import marks
from dashboard.facts import small_cells
from dashboard.metrics import METRICS, Reading
from dashboard.screen import (
    around,
    cards,
    drawn,
    filters,
    footprints,
    leaflet,
    moved,
    navigation,
    paging,
    rights,
    shared,
    sheet,
    sorting,
    state,
    tables,
    viewer,
)
from dashboard.words import canvas, choices, shell, windows
from dashboard.words import numbers as vi
from data_loaders.snapshot.publish import SnapshotRef
from queries.analytics import serving
from queries.periods import RuleBook

PICTURE = 640
"""Units across the picture of a map: about its pixels on a tablet."""


class Page:
    """One run of one page for one viewer; every answer comes from the same snapshot."""

    def __init__(self, key: str, snapshot: SnapshotRef, answers: Answers, *, frame: DeltaGenerator) -> None:
        self.key = key
        self.snapshot = snapshot
        self.answers = answers
        self.frame = frame
        self.dark = st.context.theme.type == "dark"
        self.colours = theme.palette(dark=self.dark)
        st.html(marks.variables(self.colours))
        self.filters: filters.Filters | None = None
        self._together: list[tuple[DeltaGenerator, sheet.Behind]] | None = None

    @property
    def rules(self) -> RuleBook:
        """The rules of the snapshot that is asked."""
        return self.answers.rules

    def headline(self, text: str, more: str = "") -> None:
        """The one message of the screen, before any chart."""
        st.html(f'<p class="headline" role="heading" aria-level="2">{escape(text)}</p>')
        if more:
            st.html(f'<p class="headline-more">{escape(more)}</p>')

    @property
    def reading(self) -> Reading:
        """What definitions are read by: the last day of what is shown, the counting of its snapshot."""
        day = self.filters.as_of if self.filters else self.snapshot.as_of
        return Reading(day, self.answers.info.mass_group_size)

    def section(self, text: str) -> None:
        """What follows belongs together under this heading."""
        st.html(f'<p class="section" role="heading" aria-level="2">{escape(text)}</p>')

    def said(self, text: str) -> None:
        """A sentence below a heading of its own."""
        st.html(f'<p class="headline-more">{escape(text)}</p>')

    def note(self, text: str, *, warning: bool = False) -> None:
        """Something the reader must know about the figures beside it; a warning where they are not those asked for."""
        st.html(f'<p class="{"notice" if warning else "notice plain"}">{escape(text)}</p>')

    def listed(self, items: Sequence[str], *, empty: str, pictures: Sequence[str] = ()) -> None:
        """Sentences one below the other, beside each its small picture (markup made here); `empty`: there are none."""
        drawn = pictures or [""] * len(items)
        lines = "".join(f"<li>{image}{escape(item)}</li>" for item, image in zip(items, drawn, strict=True))
        st.html(f'<ol class="findings">{lines}</ol>' if items else f'<p class="headline-more">{escape(empty)}</p>')

    def rows(self, to: str, rows: Sequence[tuple[str, str, Mapping[str, str]]], *, title: str, empty: str) -> None:
        """Names one below the other, their figures at the end of the line ('' for none), each a link to a page with a
        part of the view changed."""
        with st.container(gap=None, key=f"rows-{self._key(title)}"):
            self._title(title)
            if rows:
                st.html(f'<ul class="leads names">{"".join(self._row(to, *row) for row in rows)}</ul>')
            else:
                st.html(f'<p class="figure-scope">{escape(empty)}</p>')

    def _row(self, to: str, name: str, figure: str, view: Mapping[str, str]) -> str:
        said = f"<span>{escape(name)}</span>" + (f"<strong>{escape(figure)}</strong>" if figure else "")
        return f"<li>{navigation.lead(to, said, view=self._along(view))}</li>"

    def metrics(self, shown: Sequence[cards.Card], *, key: str = "main", title: str = "") -> None:
        """Headline figures as cards; a `title` where they do not stand directly below the headline."""
        kind = self.filters.kind if self.filters else None
        if title:
            self._title(title)
        cards.show(shown, key=f"{self.key}-{key}", by=self.reading, kind=kind)

    def link(self, to: str, *, label: str = shell.MORE, **view: str) -> None:
        """A link to another page with this page's filters, some changed (names as in the address)."""
        navigation.link(to, label=label, view=self._along(view))

    def _along(self, view: Mapping[str, str]) -> dict[str, str]:
        return (self.filters.view if self.filters else {}) | dict(view)

    def chart(
        self,
        figure: go.Figure,
        *,
        data: pd.DataFrame,
        metric: str | Sequence[str],
        title: str | None = None,
        columns: Sequence[str] | None = None,
        alt: str = "",
        finding: str = "",
        scope: str | None = None,
        select: bool = False,
    ) -> Any:
        """A chart with its title, scope and alternative text, drawn here; its definition and numbers behind one sign.

        Where it shows something that can be said, that `finding` is the title, and the `title` says what is counted in
        the line below it, with its days; `scope` says them where they are not those of its metrics; '' leaves out the
        line, where the finding says all of it.
        Returns the code of the tapped row with `select`, else None.
        """
        names = _names(metric)
        measure = title or METRICS[names[0]].label
        key, heading = self._key(measure), finding or measure
        said = measure if finding else ""
        if scope is None:
            scope = self._scope(data, names, said)
        elif scope:
            scope = canvas.BESIDE.join(filter(None, [said, scope]))
        drawing = None if data.empty else figure
        with self._head(heading, key=key, scope=scope, data=data, columns=columns, metrics=names, figure=drawing):
            if data.empty:
                self._none(data, canvas.NO_ROWS)
                return None
            html = light.drawn(figure, alt=alt or heading, colours=self.colours, taps=select)
            tapped = drawn.show(html, key=key)
            self._few(data)
        return tapped if select else None

    def table(
        self,
        data: pd.DataFrame,
        *,
        title: str,
        metric: str | Sequence[str] = (),
        columns: Sequence[str] | None = None,
        select: bool = False,
        rows: int = tables.MOST_ROWS,
        empty: str = canvas.NO_ROWS,
        scope: str | None = None,
        sorts: bool = False,
    ) -> int | None:
        """A table with its title, scope, definition and download; with `select` the position of the tapped row.

        With `sorts` a list longer than what stands here is sorted by its headings; its file and all its rows follow.
        A list of more rows than a page of it is opened here, a page at a time, by the address.
        """
        key = self._key(title)
        names = _names(metric)
        scope = self._scope(data, names) if scope is None else scope
        every = [*columns, *tables.also(data)] if columns else columns
        by = sorting.now(data, every) if sorts and len(data) > min(rows, tables.MOST_ROWS) else None
        data = sorting.rows(data, by) if by else data
        part = paging.of(paging.name(title), len(data)) if paging.is_long(len(data)) else None
        rows = part.rows if part else rows
        with self._head(title, key=key, scope=scope, data=data, columns=every, metrics=names, rows=rows, part=part):
            if data.empty:
                self._none(data, empty)
                return None
            picked = tables.show(
                data, columns=columns, key=key, alt=title, select=select, rows=rows, by=by,
                start=part.first if part else 0,
            )  # fmt: skip
            self._few(data)
            if part:
                paging.links(part, below=f"st-key-head-{key}")
        return picked

    @contextmanager
    def picture(
        self,
        data: pd.DataFrame,
        *,
        title: str,
        metric: str | Sequence[str],
        columns: Sequence[str] | None = None,
        scope: str | None = None,
        figure: go.Figure | None = None,
    ) -> Iterator[None]:
        """What a view draws itself in place of a chart, its title and sign as those of `chart`."""
        names = _names(metric)
        key = self._key(title)
        scope = self._scope(data, names) if scope is None else scope
        with self._head(title, key=key, scope=scope, data=data, columns=columns, metrics=names, figure=figure):
            yield

    def map(
        self,
        shapes: pd.DataFrame,
        layer: layers.Layer,
        *,
        title: str,
        on_tap: Callable[[str], None],
        selected: str | None = None,
        moves: bool = True,
    ) -> None:
        """The map with its title and legend; `on_tap` is told the code of an area that is tapped.

        What need not move under the fingers is a picture: it is there at once and a swipe over it scrolls the page.
        """
        self._title(title)
        key = f"{self.key}-map"
        if moves or shapes.empty:
            leaflet.show(shapes, layer, key=key, on_tap=on_tap, selected=selected)
        else:
            svg = map_picture.tapped(shapes, layer, width=PICTURE, alt=title, key=key, chosen=selected)
            said = '<p class="figure-scope tapped-said" aria-live="polite"></p>'
            drawn.show(f"{svg}{said}", key=f"{key}-picture", on_tap=on_tap)
        if len(shapes):
            st.html(leaflet.legend(layer, few=len(shapes) <= layers.LABELS_UP_TO))
        for note in insets.notes(shapes):
            st.html(f'<p class="figure-scope">{note}</p>')

    def side_by_side(self, *, key: str = "pair") -> Any:
        """A row of two parts that stand below each other where there is no room."""
        return st.container(horizontal=True, gap="medium", key=f"pair-{self.key}-{key}")

    @contextmanager
    def one_sign(self) -> Iterator[None]:
        """The figures drawn within belong together: the sign at the first opens what is behind all of them."""
        together = self._together = []
        try:
            yield
        finally:
            self._together = None
        if together:
            with together[0][0]:
                sheet.sign(*(behind for _, behind in together))

    def told(self, name: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
        """What a button of this page gives, told to the trail before it leaves."""
        return footprints.file(name, self.key, make, self.filters.view if self.filters else None)

    def _none(self, data: pd.DataFrame, empty: str) -> None:
        """No rows: because there are none, or because they are not told."""
        if small_cells.few(data):
            self.note(choices.WITHHELD_NOTE)
        else:
            self.said(empty)

    def _title(self, heading: str, *, scope: str = "") -> None:
        """The heading, and on its line what the row of filters does not say."""
        beside = f'<p class="figure-scope">{escape(scope)}</p>' if scope else ""
        st.html(f'<p class="figure-title" role="heading" aria-level="3">{escape(heading)}</p>{beside}')

    def _scope(self, data: pd.DataFrame, metrics: Sequence[str], measure: str = "") -> str:
        """What is counted, on which day or in which months where these are not the days of the filters, and which of
        the filters did not count."""
        if self.filters is None:
            return measure
        spans = {METRICS[name].span for name in metrics}
        own = windows.own_days(spans, self.filters.window)
        return canvas.BESIDE.join(filter(None, [measure, vi.sentence_case(own), *self.filters.left_out(taken(data))]))

    @contextmanager
    def _head(
        self,
        heading: str,
        *,
        key: str,
        scope: str,
        data: pd.DataFrame,
        columns: Sequence[str] | None,
        metrics: list[str],
        figure: go.Figure | None = None,
        rows: int = 0,
        part: paging.Part | None = None,
    ) -> Iterator[None]:
        """The title with the one sign that opens what is behind the figure; below the figure, the way to all rows."""
        if data.empty:
            self._title(heading, scope=scope)
            yield
            return
        behind = sheet.Behind(
            heading, key, data, columns, metrics, self.reading, self._file, self.told,
            figure=figure, dark=self.dark,
        )  # fmt: skip
        with st.container(horizontal=True, gap="small", key=f"head-{key}"):
            with st.container(gap=None):
                self._title(heading, scope=scope)
            self._sign(behind)
        yield
        if rows and len(data) > rows:
            if not paging.is_long(len(data)):
                sheet.all_rows(behind)
            elif not part:
                paging.open_all(paging.name(heading), len(data))

    def _sign(self, behind: sheet.Behind) -> None:
        if self._together is None:
            sheet.sign(behind)
        else:
            self._together.append((st.container(width="content"), behind))

    @property
    def _file(self) -> str:
        names = [self.key, self.filters.file_part if self.filters else "", f"{self.snapshot.as_of:%Y%m%d}"]
        return f"{'-'.join(filter(None, names))}.csv"

    def _few(self, data: pd.DataFrame) -> None:
        if small_cells.few(data):
            st.html(f'<p class="figure-scope">{escape(canvas.FEW_NOTE)}</p>')

    def _key(self, title: str) -> str:
        return f"{self.key}-{hashlib.blake2b(title.encode(), digest_size=6).hexdigest()}"


def _names(metric: str | Sequence[str]) -> list[str]:
    return [metric] if isinstance(metric, str) else list(metric)


def open_page(key: str) -> Page:
    """The page of that key, its frame drawn; where it cannot open, it says why in one sentence and stops."""
    scope = viewer.viewer_scope()
    if scope is None:
        around.closed()
    if not viewer.may_open(key):
        around.not_for_role(str(viewer.role()))
    snapshot = around.snapshot()
    answers = Answers(serving(snapshot.path), scope, cache=shared.ANSWERS)
    if not answers.may_ask(rights.NEEDS[key]):
        around.not_in_scope()
    if scope.area and not answers.own_areas():
        around.unknown_area(str(scope.area))
    footprints.opened(key)
    state.mean(moved.meant(key, state.address()))
    return Page(key, snapshot, answers, frame=around.top(key, snapshot))
