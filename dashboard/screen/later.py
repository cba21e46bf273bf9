"""What later pages need is loaded once a server process beside its first page, so that no viewer waits for it."""

from __future__ import annotations

import gc
import threading
from importlib import import_module

import streamlit as st
from streamlit import runtime

MODULES = (
    "streamlit.emojis",  # long patterns are made ready
    "scipy.stats",
    "statsmodels.stats.proportion",
    "dashboard.exports.pack",
    "dashboard.exports.map_file",
    "dashboard.exports.word.unit_sheet",
    "dashboard.exports.word.post_card",
)


@st.cache_resource(show_spinner=False)
def begun() -> bool:
    """Start the one thread of this server process that loads; where there is no server nothing is started."""
    is_served = runtime.exists() and isinstance(runtime.get_instance(), runtime.Runtime)
    if is_served:
        threading.Thread(target=load, name="later", daemon=True).start()
    return is_served


def load() -> None:
    """Load them, then leave all that is there for good out of collecting garbage: looking through it stopped every
    viewer of the process for a fifth of a second, again and again."""
    for name in MODULES:
        import_module(name)
    gc.collect()
    gc.freeze()
