"""The draft of this period: whose and when, told when somebody else kept one, carried as a file, given up."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.briefing import Note
from dashboard.briefing import drafts as files
from dashboard.briefing.drafts import Draft, DraftError
from dashboard.screen import drafts, footprints, labels, state, viewer
from dashboard.screen.drafts import AUTHOR, Held
from dashboard.views.desk import opened
from dashboard.words import desk as desk_words
from dashboard.words import drafts as words
from dashboard.words import numbers as vi
from queries.periods import Period

UPLOADER = "[class*='st-key-draft-sent'] .stFileUploader section > span [data-testid='stMarkdownContainer']"
PICK_IN_VIETNAMESE = (
    f"<style>{UPLOADER} p {{ display: none; }} {UPLOADER}::after {{ content: '{words.OPEN_PICK}'; }}</style>"
)


def show(period: Period, *, how: str = "", carried: bool = True) -> None:
    """One line, how it is worked on, and where it is `carried` the ways to keep, to open another, to begin anew."""
    held = drafts.of(period)
    told = "headline-more" if held.kept and not held.news else "notice"
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="briefing-draft"):
        below = f'<p class="figure-scope">{escape(how)}</p>' if how else ""
        st.html(f'<p class="{told}" role="status">{escape(_said(held, period))}</p>{below}')
        if carried:
            with st.popover(words.DRAFT, key="briefing-draft-tools"):
                if not viewer.name():
                    _author()
                _tools(held, period)


def _author() -> None:
    """Whose the next changes are."""
    given = st.text_input(
        words.AUTHOR, value=state.kept(AUTHOR, ""), max_chars=80, placeholder=desk_words.AUTHOR_HINT, key="draft-author"
    )
    state.keep(AUTHOR, " ".join((given or "").split()))


def _tools(held: Held, period: Period) -> None:
    """Save it, begin anew, open another; write over one that cannot be read."""
    if held.broken:
        st.button(words.OVER, key="draft-over", on_click=drafts.write_over, args=(period,))
    if not files.is_untouched(held.draft.note):
        _save(held.draft)
        st.html(f'<p class="figure-scope">{words.RESET_HOW.format(period=vi.period(period))}</p>')
        st.button(words.RESET, key="briefing-reset", on_click=_reset, args=(period,))
    _open(period)


def _said(held: Held, period: Period) -> str:
    named, draft = vi.period(period), held.draft
    if held.news:
        return words.NEWS.format(period=named, at=words.moment(held.news.at), by=words.whose(held.news.by))
    if held.broken:
        return words.UNREADABLE.format(period=named)
    if not held.kept:
        return words.UNKEPT.format(period=named)
    if draft.at is None or files.is_untouched(draft.note):
        return words.NEW.format(period=named)
    return words.KEPT.format(period=named, at=words.moment(draft.at), by=words.whose(draft.by))


def _save(draft: Draft) -> None:
    """The draft as a file to carry."""
    if not viewer.may_take("briefing"):
        return
    name = words.FILE.format(period=draft.period)
    st.download_button(
        words.SAVE,
        footprints.file(name, "briefing", lambda: files.as_bytes(draft)),
        file_name=name,
        mime="application/json",
        on_click="ignore",
        key="draft-save",
    )


def _open(period: Period) -> None:
    st.html(PICK_IN_VIETNAMESE)
    sent = st.file_uploader(words.OPEN_LABEL, max_upload_size=1, key=f"draft-sent-{state.kept(opened.ROUND, 0)}")
    if sent is None:
        return
    try:
        found = of_period(files.parsed(sent.getvalue()), period)
    except DraftError as error:
        st.error(labels.plain(str(error)))
        return
    st.html(f"<p>{escape(words.SENT.format(at=words.moment(found.at), by=words.whose(found.by)))}</p>")
    st.button(words.OPEN_DO, key="draft-open-do", type="primary", on_click=_replace, args=(period, found.note))


def of_period(found: Draft, period: Period) -> Draft:
    """A draft of this period; another's is refused. Raises DraftError."""
    if (found.period, found.calendar) != (period.code, period.calendar):
        raise DraftError(words.OTHER_PERIOD.format(theirs=found.period, ours=period.code))
    return replace(found, number=0)


def _replace(period: Period, note: Note) -> None:
    drafts.replaced(period, note)
    opened.anew()


def _reset(period: Period) -> None:
    _replace(period, Note())
