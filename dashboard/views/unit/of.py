"""The unit that is looked at, whichever it is, asked for its parts."""

from __future__ import annotations

from dashboard.answers import findable
from dashboard.briefing.area import Area
from dashboard.briefing.body import Body, Head
from dashboard.briefing.unit import Unit
from dashboard.screen import links, state
from dashboard.screen.filters import Filters
from dashboard.screen.page import Page
from dashboard.words import numbers as vi
from dashboard.words import unit as words


def named() -> str:
    """What the address names beside the filters: a body, a post, an area; '' where it names nothing."""
    return state.asked(links.NUMBER)


def chosen_area(page: Page, chosen: Filters) -> Area:
    """The chosen area in the chosen window."""
    return Area(page.answers, str(chosen.area), chosen.place, chosen.params())


def chosen_unit(page: Page, chosen: Filters) -> Unit | None:
    """The body or post of the address, as far as this viewer may find it; else the chosen area; None: neither."""
    code = named()
    if not code or code in page.answers.own_areas():
        return chosen_area(page, chosen) if chosen.area else None
    return _body(page, chosen, code)


def the_unit(page: Page, chosen: Filters) -> Unit:
    """As `chosen_unit`, where the page knows that there is one."""
    unit = chosen_unit(page, chosen)
    if unit is None:
        raise LookupError(named())
    return unit


def _body(page: Page, chosen: Filters, code: str) -> Body | None:
    params = {name: value for name, value in chosen.params().items() if name != "area"}
    bodies = findable.bodies(page.answers)
    if code in bodies:
        return Body(page.answers, code, bodies[code], params)
    post = findable.post(page.answers, code)
    home = findable.body_named(page.answers, post.body) if post else None
    if post is None or home is None:
        return None
    return Head(page.answers, home, post.body, params, post=code, title=post.title)


def scope(page: Page, chosen: Filters) -> str:
    """Of which period and whose a list is."""
    unit = the_unit(page, chosen)
    return words.SCOPE.format(period=vi.sentence_case(vi.period(chosen.period)), place=vi.sentence_case(unit.place))
