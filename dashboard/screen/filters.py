"""The one filter bar: period, calendar, area, division, kind. It lives in the address, so a view can be shared."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from html import escape
from typing import TYPE_CHECKING, Any, NoReturn

import streamlit as st

from dashboard.answers import findable
from dashboard.answers.answers import FILTERS, Answers
from dashboard.facts import small_cells, windows
from dashboard.facts.search import Entry
from dashboard.facts.windows import Base
from dashboard.metrics import Span
from dashboard.screen import address, choice, finding, footprints, labels, said, state
from dashboard.words import canvas, choices, former, law, search, shell
from dashboard.words import codes as codes_words
from dashboard.words import numbers as vi
from dashboard.words import windows as windows_words
from queries.periods import Period, RuleBook

if TYPE_CHECKING:
    from dashboard.screen.page import Page

PARTS = ("period", "area", "kind", "division")
WIDGETS = ("calendar", "range", "period", "kind", "division")
KEPT = "filters_kept"
OF_PERIOD = "filters_of_period"  # the parts of the address that name something of the period alone
DAYS = {"start", "end", "as_of"}
DATED = "filters_dated"  # the day of the data and its rules, for what is chosen before the page runs again
ALL = ""


@dataclass(frozen=True)
class Filters:
    """What the viewer looks at.

    Attributes:
        period: as chosen; `window` is the part of it the data covers.
        kind: complaint, denunciation, petition, or None for all.
        area: a former district's or a commune's code, or None for the province.
        place: where that is, in words; `whole` is the province.
        file_part: the view in the name of a file.
    """

    period: Period
    window: Period
    calendar: str
    division: str
    kind: str | None
    area: str | None
    place: str
    view: dict[str, str] = field(default_factory=dict)
    whole: str = ""
    file_part: str = ""

    @property
    def as_of(self) -> dt.date:
        return self.window.end

    def base(self, which: Base, span: Span = "flow") -> Period:
        """The days a figure of that span is compared with."""
        return windows.base(self.window, which, span)

    def versus(self, which: Base, span: Span = "flow") -> str:
        """so với 69 ngày đầu quý III/2026; a stock: so với đầu quý, ngày 14/09/2026."""
        return windows_words.against(self.window, which, span)

    def params(self, window: Period | None = None) -> dict[str, object]:
        """Parameters of a question, for this window or another (see `base`)."""
        days = window or self.window
        return {
            "start": days.start,
            "end": days.end,
            "as_of": days.end,
            "kind": self.kind,
            "area": self.area,
            "division": self.division,
            "calendar": self.period.calendar,
        }

    @property
    def title(self) -> str:
        """The view in words: period, place, kind where one is chosen."""
        return self.said()

    def said(self, taken: Collection[str] | None = None) -> str:
        """The view in words as a figure has it that took only these filter parameters; None: all of them."""
        counted = FILTERS if taken is None else taken
        period = [vi.period(self.period)] if DAYS & set(counted) else []
        place = self.place if self.area is None or "area" in counted else self.whole
        kind = [codes_words.KINDS[self.kind]] if self.kind and "kind" in counted else []
        return " · ".join([*map(vi.sentence_case, [*period, place]), *kind])

    def left_out(self, taken: Collection[str] | None) -> list[str]:
        """What a figure that took only these parameters is of, where it is more than was chosen; None: not known."""
        if taken is None:
            return []
        place = [vi.sentence_case(self.whole)] if self.area and "area" not in taken else []
        return place + ([canvas.ALL_KINDS] if self.kind and "kind" not in taken else [])


def bar(page: Page, *parts: str, of_period: Collection[str] = ()) -> Filters:
    """The bar with these parts (all without names), the exact dates below it, and what is chosen.

    `of_period`: parts of the address that name something of this period; another choice takes them out.
    """
    state.keep(OF_PERIOD, tuple(of_period))
    _heard()
    shown = parts or PARTS
    names = page.answers.own_areas()
    view = address.with_unit(state.address(), areas=set(names))
    wanted, problems = address.read(view, as_of=page.snapshot.as_of, areas=set(names), rules=page.rules)
    chosen = _chosen(wanted, page, names, shown)
    window = chosen.window
    changes = page.answers.remember("law", lambda: law.notes(window), window.start, window.end, most=64)
    with page.frame:
        with (
            st.popover(labels.plain(chosen.said(_taken(shown))), key="filter-sentence"),
            st.container(key="filter-sheet"),
        ):
            _parts(wanted, page, names, shown)
            _notes(chosen, changes, stamp=shell.stamp(page.snapshot.as_of, page.snapshot.taken_at))
        st.html(f'<p class="window">{_days(chosen)}{choices.LAW_CHANGED if changes else ""}</p>', width="content")
    for problem in problems:
        st.html(f'<p class="notice">{problem}</p>')
    state.keep(KEPT, chosen.view)
    if problems:
        keep(chosen.view)
    if chosen.area and page.answers.scope.area is None:
        finding.used(next(entry for entry in findable.areas(page.answers) if entry.code == chosen.area))
    footprints.looked_at(page.key, chosen.view)
    page.filters = chosen
    return chosen


def _taken(shown: tuple[str, ...]) -> set[str]:
    """The filter parameters that this page takes."""
    return {name for name in FILTERS if name in shown} | DAYS


def _parts(wanted: address.Wanted, page: Page, names: dict[str, str], shown: tuple[str, ...]) -> None:
    if "period" in shown:
        _period(wanted, page.snapshot.as_of, page.rules)
    if "area" in shown:
        _area(wanted, page.answers, names)
    if "kind" in shown:
        _kind(wanted)
    if "division" in shown:
        _division(wanted)


def go(name: str, value: str | None) -> NoReturn:
    """Choose one part of the view from the page itself (an area tapped on the map) and draw the page anew."""
    state.ask(address.UNIT, None)
    keep(changed(name, value) or {})
    st.rerun()


def changed(name: str, value: object) -> dict[str, str] | None:
    """The address of this view after one part was chosen anew."""
    as_of, rules = state.kept(DATED)
    return address.changed(name, value, state.kept(KEPT), as_of=as_of, rules=rules)


def _chosen(wanted: address.Wanted, page: Page, names: dict[str, str], shown: tuple[str, ...]) -> Filters:
    kind = wanted.kind if "kind" in shown else None
    chosen = small_cells.area_allowed(wanted.area, kind=kind) if "area" in shown else None
    area = page.answers.scope.area or chosen
    whole = vi.place(page.snapshot.province_name or choices.AREA_ALL)
    place = former.inside(names[area]) if area else whole
    period = wanted.period
    window = period.clip(page.snapshot.as_of)
    view = address.write(wanted)
    named = address.file_part(replace(wanted, area=area, kind=kind))
    return Filters(period, window, wanted.calendar, wanted.division, kind, area, place, view, whole, named)


def keep(view: dict[str, str], *, without: Collection[str] = ()) -> None:
    """This view for the pages to come and in the address, whose other parts stay, but for those it is `without`.

    Of another view a list begins at its first page.
    """
    gone = {*address.NAMES, *without} | (set() if view == state.kept(KEPT) else {choice.AT})
    others = {name: text for name, text in state.address().items() if name not in gone}
    state.keep(KEPT, view)
    state.readdress(others | view)


def _changed(name: str, key: str) -> None:
    """A widget was touched: put its choice into the address before the page runs again."""
    if not said.touched(key):
        return
    view = changed(name, state.kept(key) or None)
    if view is not None:
        keep(view, without=() if view == state.kept(KEPT) else state.kept(OF_PERIOD, ()))
    said.heard(key)


def _heard() -> None:
    """What was touched and not called back for, as where another tap followed at once."""
    for name in WIDGETS:
        key = said.now(f"filter-{name}")
        if said.touched(key):
            _changed(name, key)
            st.rerun()


def _widget(name: str, value: object) -> dict[str, Any]:
    key = said.key(f"filter-{name}", value)
    return {"key": key, "on_change": _changed, "args": (name, key)}


def _period(wanted: address.Wanted, as_of: dt.date, rules: RuleBook) -> None:
    state.keep(DATED, (as_of, rules))
    st.selectbox(
        choices.CALENDAR_LABEL,
        list(choices.CALENDARS),
        list(choices.CALENDARS).index(wanted.calendar),
        format_func=choices.CALENDARS.__getitem__,
        width=340,
        **_widget("calendar", wanted.calendar),
    )
    if wanted.calendar == "range":
        days = (wanted.period.start, wanted.period.full_end)
        chosen = state.kept(said.now("filter-range"), days)
        shown = days if len(chosen) == 2 else chosen  # of a range that is being chosen only the first day is there yet
        st.date_input(
            choices.RANGE_LABEL, shown, format="DD/MM/YYYY", width=265, max_value=as_of, **_widget("range", shown)
        )
        return
    codes = address.codes(wanted.calendar, as_of=as_of, including=wanted.period, rules=rules)
    st.selectbox(
        choices.PERIOD_LABEL,
        list(codes),
        list(codes).index(wanted.period.code),
        format_func=lambda code: vi.sentence_case(vi.period(codes[code])),
        width=200,
        **_widget("period", wanted.period.code),
    )


@st.fragment
def _area(wanted: address.Wanted, answers: Answers, names: dict[str, str]) -> None:
    """Whoever sees one area is told which; everybody else types a part of a name, or taps."""
    own = answers.scope.area
    closed = own is not None or small_cells.area_allowed("any", kind=wanted.kind) is None
    chosen = own or ("" if closed else wanted.area or "")
    said = escape(names.get(chosen, choices.AREA_ALL))
    st.html(f'<p class="figure-scope">{choices.AREA_LABEL}: <b>{said}</b></p>')
    if closed:
        return
    areas = findable.areas(answers)
    lately = [entry for entry in finding.recent() if entry.kind in ("commune", "district") and entry.code in names]
    districts = [entry for entry in areas if entry.kind == "district" and entry not in lately]
    usual = [Entry("district", ALL, choices.AREA_ALL), *lately, *districts]
    tapped = finding.choose(areas, label=search.AREA, key="filter-area", usual=usual)
    if tapped is not None:
        go("area", tapped or None)


def _kind(wanted: address.Wanted) -> None:
    words = {ALL: codes_words.KINDS_ALL} | codes_words.KINDS
    kind = wanted.kind or ALL
    st.selectbox(
        choices.KIND_LABEL,
        list(words),
        list(words).index(kind),
        format_func=words.__getitem__,
        width=190,
        **_widget("kind", kind),
    )


def _division(wanted: address.Wanted) -> None:
    st.segmented_control(
        choices.DIVISION_LABEL,
        list(choices.DIVISIONS),
        default=wanted.division,
        format_func=choices.DIVISIONS.__getitem__,
        required=True,
        **_widget("division", wanted.division),
    )


def _days(chosen: Filters) -> str:
    """15/09/2026 – 22/11/2026 (69/91 ngày)."""
    window = chosen.window
    days = choices.DAYS.format(start=vi.date(window.start), end=vi.date(window.end))
    if window.is_running:
        days += choices.DAYS_OF.format(days=window.days, all=(window.full_end - window.start).days + 1)
    return days


def _notes(chosen: Filters, changes: list[str], *, stamp: str) -> None:
    """The days in full, when the data was taken, changes of law within them, and what of the choice is withheld."""
    window, running = vi.window(chosen.window.start, chosen.window.end), ""
    if chosen.window.is_running:
        running = choices.RUNNING_NOTE.format(end=vi.date(chosen.period.full_end))
    notes = [choices.WINDOW_NOTE.format(window=window, running=running), f"{stamp}."]
    notes += changes
    if chosen.window.rules and not chosen.window.rules.is_complete:
        notes.append(choices.RULES_BUILT_IN)
    if chosen.kind in (None, small_cells.SECRET_KIND):
        notes.append(choices.WITHHELD_NOTE if chosen.kind else choices.WITHOUT_NOTE)
    st.html(f'<p class="figure-scope">{" ".join(notes)}</p>')
