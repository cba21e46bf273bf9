"""The sections of a meeting, one file each: what stands in this folder is on the agenda."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from dashboard.briefing.topic import Topic


@cache
def topics() -> tuple[Topic, ...]:
    """The `TOPIC` of every file here, in the order of their places."""
    found = [import_module(f"{__name__}.{module.name}").TOPIC for module in iter_modules(__path__)]
    return tuple(sorted(found, key=lambda topic: topic.place))
