"""The entry: where code is found, what the browser needs, navigation; nothing else.

It stands here and not beside `pages/` on purpose: Streamlit would otherwise open a page by its address without it.
"""

import sys
from pathlib import Path

sys.path[:0] = [root] if (root := str(Path(__file__).resolve().parent.parent)) not in sys.path else []

from dashboard.drawing import packaged

packaged.install()  # before anything heavy is imported: the browser asks for the font at once

from functools import partial

import streamlit as st

from dashboard.screen import (
    around,
    assets,
    finding,
    freshness,
    journal,
    later,
    links,
    navigation,
    sign_in,
    uncaught,
    unreached,
    unsent,
)
from dashboard.words import shell

uncaught.told()
unsent.kept()
unreached.told()
around.unknown_addresses()
freshness.renew()
freshness.keep_copies()
st.set_page_config(
    page_title=shell.APP_NAME,
    page_icon=assets.FAVICON,
    layout="wide",
    initial_sidebar_state="collapsed",
    menu_items={"About": shell.APP_ABOUT},
)
assets.vietnamese(shell.INSTEAD, shell.INSTEAD_OF)
instead = sign_in.instead()
current = st.navigation(navigation.pages(instead), position="hidden")
if instead is None:
    navigation.bar(partial(finding.box, here=current.url_path), links.inside, here=current.url_path)
    sign_in.watch(current.url_path)
with journal.page(current.url_path):
    current.run()
later.begun()
