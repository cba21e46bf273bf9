"""python -m dashboard.screen.ahead [page …]: the first view of every page once, so that its answers lie in the store.

Without a page named, the figures of other kinds, districts and the quarter before as well, while there is time.

It runs after a refresh, beside the app and below it, as somebody at the machine itself: what everybody is told who sees
the whole province. It looks without being seen: nothing of it stands in the trail, the log of pages or the last visits.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from streamlit import config
from streamlit.testing.v1 import AppTest

from dashboard.answers import figures_ahead
from dashboard.answers.answers import Answers
from dashboard.screen import freshness, navigation, shared, viewer
from data_loaders import log
from data_loaders.settings import configured
from data_loaders.snapshot import publish
from queries.analytics import serving

APP = Path(__file__).resolve().parents[1] / "app.py"
MOST_SECONDS = 180.0
"""Pages that are not reached by then are made when they are opened."""


def main(wanted: Sequence[str]) -> int:
    """Run the pages of these keys, all without any; gives how many failed."""
    written, started = configured().log_path, time.monotonic()
    with tempfile.TemporaryDirectory() as unseen:
        os.environ.update(ACCESS_DIR=unseen, LOG_FILE=f"{unseen}/log.txt", SNAPSHOT_RENEW_MINUTES="0")
        os.environ.pop("TRAIL_DIR", None)
        until = started + MOST_SECONDS
        run, failed = _looked(wanted, until=until)
        views = 0 if wanted or failed else _figures(until=until)
        log.start(written)
    log.done("ahead", pages=run, failed=failed, views=views, seconds=round(time.monotonic() - started, 1))
    return failed


def _looked(wanted: Sequence[str], *, until: float) -> tuple[int, int]:
    config.set_option("server.address", "127.0.0.1")
    freshness.COPIES_AFTER = None
    app = AppTest.from_file(APP, default_timeout=MOST_SECONDS)
    app.secrets["sign_in"] = "none"  # in place of the server's own: nobody signs in here
    app.run()
    run = failed = 0
    for entry in navigation.there():
        if time.monotonic() < until and (entry.key in wanted or not wanted):
            app.switch_page(str(navigation.FOLDER / f"{entry.key}.py")).run()
            run, failed = run + 1, failed + bool(app.exception or not app.get("html"))
    return run, failed


def _figures(*, until: float) -> int:
    """As somebody asks who sees the whole province."""
    snapshot = publish.current(configured().snapshot_dir)
    if snapshot is None:
        return 0
    answers = Answers(serving(snapshot.path), viewer.keeper(), cache=shared.STORE)
    return figures_ahead.work_out(answers, may_go_on=lambda: time.monotonic() < until)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
