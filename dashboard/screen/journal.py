"""What a page did, for the administrator's log; an error nobody foresaw becomes one sentence that names its entry."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.errors import FragmentHandledException

from dashboard.screen import around
from data_loaders import log
from data_loaders.settings import configured

TELLS = True  # off: the error itself is shown, as tests want that look for one


@contextmanager
def page(key: str) -> Iterator[None]:
    """Log one run of a page with its seconds, or how it failed; the viewer is told in one sentence."""
    log.start(configured().log_path)
    started = time.monotonic()
    try:
        yield
    except FragmentHandledException:  # told already, where it happened (uncaught.py)
        raise
    except Exception as error:
        entry = log.failed("page", error)
        if not TELLS:
            raise
        around.failed(entry)
    log.done("page", page=key or "home", seconds=round(time.monotonic() - started, 2))
