"""Số này tính thế nào: every figure, generated from its entry in metrics and its SQL file."""

import streamlit as st

from dashboard.metrics import GROUPS
from dashboard.screen import choice
from dashboard.screen.page import open_page
from dashboard.views import definitions
from dashboard.words import choices
from dashboard.words import definitions as words

page = open_page("definitions")
page.headline(words.HEADLINE, words.MORE)

group = choice.segments("nhom", words.GROUPS, label=choices.VIEW_LABEL)
with st.container(key="definition-list"):
    for metric in GROUPS[group]:
        with st.expander(metric.label):
            st.html(definitions.card(metric, people=page.answers.info.mass_group_size))
with st.expander(words.SQL, icon=":material/database:"):
    for name in definitions.sql_files(group):
        st.code(definitions.sql(name), language="sql", height=360)
