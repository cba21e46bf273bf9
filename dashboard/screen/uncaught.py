"""Errors that Streamlit catches before a page can: in a part that runs alone, in what a tap calls, in a download.

They are told as those of a page are (`journal.page`): one sentence that names the log's entry. Streamlit has a handler
for them only where it is started from a program of one's own; here three of its functions are replaced instead.
"""

from __future__ import annotations

import asyncio

import streamlit as st
from streamlit import error_util
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse
from streamlit.runtime.backend_operation_handler import DeferredFileHandler

from dashboard.screen import around, assets, journal
from dashboard.words import shell
from data_loaders import log
from data_loaders.messages import LoaderError
from data_loaders.settings import configured

_PRINTED, _SHOWN = error_util._log_uncaught_app_exception, error_util.show_uncaught_app_exception


def told() -> None:
    """From now on, in every session of this process; a second call changes nothing."""
    for where, name, ours in (
        (error_util, "_log_uncaught_app_exception", _print),
        (error_util, "show_uncaught_app_exception", _show),
        (DeferredFileHandler, "handle", _handle),
    ):
        setattr(where, name, ours)


def _print(error: BaseException) -> None:
    """Streamlit's own copy, with values of rows in its messages, is not written."""
    if not journal.TELLS:
        _PRINTED(error)


def _show(error: BaseException) -> None:
    if journal.TELLS:
        st.html(assets.style())
        around.failed(_entry("part", error))
    else:
        _SHOWN(error)


async def _handle(
    handler: DeferredFileHandler, request: BackendOperationRequest, session_id: str
) -> BackendOperationResponse:
    """A file made when it is asked for; where that fails, the sentence that stands below the button."""
    answer = BackendOperationResponse(request_id=request.request_id)
    try:
        files = handler._get_media_file_mgr()
        answer.deferred_file.url = await asyncio.to_thread(files.execute_deferred, request.deferred_file.file_id)
    except Exception as error:
        cause = error.__cause__ or error
        sentence = str(cause) if isinstance(cause, LoaderError) else shell.FILE_FAILED
        answer.error_msg = log.with_entry(sentence, _entry("file", cause))
    return answer


def _entry(what: str, error: BaseException) -> str:
    log.start(configured().log_path)
    return log.failed(what, error)
