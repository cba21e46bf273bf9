"""What a page has told and the browser has not fetched yet, when a part of the page is run again.

Streamlit then takes from the queue what that part had told and leaves what stands after it, or inside it as a part of
its own: the browser is sent to a place that is not there, stops drawing and hangs up. Quick taps on the map did that.
Everything is sent in its order instead, as if the browser had fetched it just before.
"""

from __future__ import annotations

from streamlit.runtime.forward_msg_queue import ForwardMsgQueue

PLAIN = ForwardMsgQueue.clear


def kept() -> None:
    """From now on, in this process; again and again is the same."""
    ForwardMsgQueue.clear = _clear  # type: ignore[method-assign]


def _clear(
    self: ForwardMsgQueue, retain_lifecycle_msgs: bool = False, fragment_ids_this_run: list[str] | None = None
) -> None:
    """As Streamlit's for a whole run, which tells every place anew."""
    if retain_lifecycle_msgs and fragment_ids_this_run is not None:
        self._delta_index_map = {}  # what follows takes the place of nothing that was told before
        return
    PLAIN(self, retain_lifecycle_msgs, fragment_ids_this_run)
