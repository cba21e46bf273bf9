"""An identity service that dies after it was asked whether it answers: who was sent to it comes back to the door.

Streamlit would end there, in a bare line of English without a way back. One of its functions is replaced instead. A
mark tells the gate that this browser was sent to be renewed and did not arrive; who pressed the button of the door
needs none, and one whom the service refused before does not come in by it.
"""

from __future__ import annotations

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from streamlit.web.server.starlette import starlette_auth_routes as routes

from dashboard.screen import sessions, viewer

PLAIN = routes._auth_login


def told() -> None:
    """From now on, in this process; again and again is the same."""
    routes._auth_login = _login


def take(browser: str) -> bool:
    """Whether this browser has just been sent to be renewed in vain; said once."""
    return sessions.take("unreached", (browser,)) is not None


async def _login(request: Request, base_url: str) -> Response:
    answer = await PLAIN(request, base_url)
    if answer.status_code != HTTPStatus.BAD_REQUEST:
        return answer
    token = viewer.unmasked(request.cookies.get(viewer.XSRF, ""))
    if token and routes._parse_provider_token(request.query_params.get("provider")) == viewer.SILENT:
        sessions.put("unreached", (token,))
    return await routes._redirect_to_base(base_url)
