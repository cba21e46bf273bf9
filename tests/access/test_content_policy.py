"""The content policy in a browser: the presentation, a part of our own, draws; a script put into it does not run."""

from __future__ import annotations

import pytest

from tests import shown
from tests.access import conftest

pytestmark = pytest.mark.xdist_group("access")
INJECTED = """() => {
  const script = document.createElement("script");
  script.textContent = "window.ran = true";
  document.body.append(script);
  return window.ran === undefined;
}"""


def test_the_presentation_draws_under_the_policy(house, browser):
    page = browser().new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    conftest.sign_in(page, "standing", f"{house.origin}/{shown.PAGES['presentation']}")
    page.wait_for_selector(conftest.PART, state="attached")
    assert [text for text in told if "Content Security Policy" in text] == []
    assert page.evaluate(INJECTED)
