"""What a widget says and what the address says, on a page of one choice."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest


def one_choice():
    from dashboard.screen import choice

    choice.select("do", {"first": "Một", "second": "Hai"}, label="Số", width=200)


@pytest.fixture
def app():
    return AppTest.from_function(one_choice, default_timeout=60).run()


def shown(app):
    (box,) = app.selectbox
    assert not app.exception
    return box.key, box.value


def test_a_choice_stands_in_the_address_and_its_widget_stays(app):
    key, _ = shown(app)
    app.selectbox[0].set_value("second").run()
    assert app.query_params["do"] == "second" and shown(app) == (key, "second")
    app.selectbox[0].set_value("first").run()
    assert app.query_params["do"] == "first" and shown(app) == (key, "first")


def test_another_value_in_the_address_is_said_by_another_widget(app):
    key, _ = shown(app)
    app.query_params["do"] = "second"
    other, value = shown(app.run())
    assert other != key and value == "second"
    assert shown(app.run()) == (other, "second")


def test_what_nobody_was_called_back_for_is_heard_all_the_same(app):
    app.session_state[shown(app)[0]] = "second"
    app.run()
    assert app.query_params["do"] == "second" and shown(app)[1] == "second"
