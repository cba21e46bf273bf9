"""The files: who exports, in which layout, one button each, progress while it is made, then name and size."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from dashboard.briefing import Note
from dashboard.exports import pack
from dashboard.exports.mime import MIME
from dashboard.exports.template import TemplateError
from dashboard.screen import choice, footprints, labels, prepared, state, viewer
from dashboard.screen.drafts import AUTHOR
from dashboard.views.desk import template_file
from dashboard.views.desk.template_file import Template
from dashboard.words import desk
from dashboard.words import numbers as vi
from data_loaders.settings import local_now

MADE = "briefing_files"
UNITS, FORMS, PLAIN = "don-vi", "bieu", "text"
OPTIONS = (
    (desk.LAYOUT_LABEL, "mau", desk.LAYOUTS),
    (desk.UNITS_LABEL, UNITS, desk.UNITS),
    (desk.FORMS_LABEL, FORMS, desk.FORMS),
)
ICONS = {
    "docx": ":material/description:",
    "pptx": ":material/slideshow:",
    "xlsx": ":material/table:",
    "text": ":material/notes:",
}
# Streamlit has no words of its own language for this button; what is no template is refused in ours, not by the picker
PICK_IN_VIETNAMESE = (
    "<style>.stFileUploader section > span [data-testid='stMarkdownContainer'] p { display: none; } "
    ".stFileUploader section > span [data-testid='stMarkdownContainer']::after "
    f"{{ content: '{desk.TEMPLATE_PICK}'; }}</style>"
)


@dataclass(frozen=True)
class Wanted:
    """Everything a file depends on: when any of it changes, a file made before is out of date."""

    source: prepared.Source
    note: Note
    author: str
    layout: str
    units: str
    template: Template | None
    all_forms: bool = False

    def order(self, form: str, path: Path | None) -> pack.Order:
        return pack.Order(form, self.layout, path, self.units, False, self.all_forms, self.note)

    @property
    def mark(self) -> str:
        """The same for the same wish."""
        source = self.source
        about = (
            source.period,
            source.lock,
            self.note,
            self.author,
            self.layout,
            self.units,
            self.all_forms,
            self.template,
        )
        return f"{source.answers.id}{about}"


@dataclass(frozen=True)
class Made:
    """A file in this session's memory, and the wish it was made for."""

    name: str
    content: bytes
    mark: str


def units() -> str:
    """The rows of the official forms as the address says; agencies otherwise."""
    asked = state.asked(UNITS)
    return asked if asked in desk.UNITS else next(iter(desk.UNITS))


def show(source: prepared.Source, note: Note) -> None:
    """Who and how, then a button for each file; what is seldom wanted below a fold."""
    if not viewer.may_take("briefing"):
        return
    author = _author(source.answers.scope.viewer)
    rows = st.container(gap="xsmall")
    with st.expander(desk.OPTIONS.format(chosen=_chosen()), key="briefing-options"):
        with st.container(horizontal=True, gap="medium"):
            layout, shown, forms = [_option(*option) for option in OPTIONS]
        wanted = Wanted(source, note, author, layout, shown, _template(), forms == "all")
        _file(PLAIN, wanted)
    with rows:
        for form in pack.FORMATS:
            if form != PLAIN:
                _file(form, wanted)
    st.html(f'<p class="figure-scope">{desk.KEPT}</p>')


def _chosen() -> str:
    return " · ".join(words[choice.current(name, words)] for _, name, words in OPTIONS)


def _option(label: str, name: str, words: Mapping[str, str]) -> str:
    with st.container(width="content", gap=None):
        st.html(f'<p class="figure-scope">{label}</p>')
        return choice.segments(name, words, label=label)


def _author(viewer: str) -> str:
    """Who exports: the viewer's own name, or one that is written here."""
    if viewer:
        return viewer
    given = st.text_input(
        desk.AUTHOR,
        value=state.kept(AUTHOR, ""),
        max_chars=80,
        placeholder=desk.AUTHOR_HINT,
        width=300,
        key="briefing-author",
    )
    author = " ".join((given or "").split())
    state.keep(AUTHOR, author)
    return author


def _template() -> Template | None:
    how = desk.TEMPLATE_HOW.format(most=template_file.LARGEST)
    st.html(f'{PICK_IN_VIETNAMESE}<p class="figure-scope">{how}</p>')
    sent = st.file_uploader(desk.TEMPLATE_LABEL, max_upload_size=template_file.LARGEST, key="briefing-template")
    if sent is None:
        return None
    try:
        return template_file.checked(sent.name, sent.getvalue())
    except TemplateError as error:
        st.error(labels.plain(str(error)))
        return None


def _file(form: str, wanted: Wanted) -> None:
    made: dict[str, Made] = state.kept(MADE, {})
    state.keep(MADE, made)
    words = desk.FORMATS[form]
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key=f"briefing-file-{form}"):
        asked = st.button(words.button, icon=ICONS[form], key=f"briefing-make-{form}", width=230)
        place = st.container(horizontal=True, gap="small", vertical_alignment="center")
    with place:
        if asked and not wanted.author:
            st.error(desk.NO_AUTHOR)
        elif asked:
            _make(form, wanted, made)
        kept = made.get(form)
        if kept and kept.mark == wanted.mark:
            _download(form, kept)
        else:
            st.html(f'<p class="figure-scope">{desk.STALE if kept else words.holds}</p>')


def _make(form: str, wanted: Wanted, made: dict[str, Made]) -> None:
    """Each step named while it runs: asking, checking the forms, writing."""
    made.pop(form, None)
    source = wanted.source
    with st.status(desk.STEPS["ask"]) as status:
        material = prepared.material(source)
        checked = None
        if form == "xlsx":
            status.update(label=desk.STEPS["check"])
            checked = prepared.checked(source, units=wanted.units)
        status.update(label=desk.STEPS["write"])
        try:
            with tempfile.TemporaryDirectory() as folder:
                order = wanted.order(form, _kept(wanted.template, form, Path(folder)))
                content = pack.build(
                    source.answers,
                    source.period,
                    order=order,
                    author=wanted.author,
                    exported_at=local_now(),
                    lock=source.lock,
                    material=material,
                    checked=checked,
                )
        except TemplateError as error:
            status.update(label=labels.plain(str(error)), state="error")
            return
        status.update(label=desk.STEPS["done"], state="complete")
    made[form] = Made(pack.file_name(source.period, order), content, wanted.mark)


def _kept(template: Template | None, form: str, folder: Path) -> Path | None:
    """The template as a file for this format, None where it is of the other one."""
    if template is None or template.suffix != form:
        return None
    path = folder / f"template.{form}"
    path.write_bytes(template.content)
    return path


def _download(form: str, made: Made) -> None:
    label = desk.DOWNLOAD.format(name=made.name, size=vi.count(max(1, len(made.content) / 1024)))
    st.download_button(
        label,
        footprints.file(made.name, "briefing", lambda: made.content),
        file_name=made.name,
        mime=MIME[form],
        icon=":material/download:",
        on_click="ignore",
        type="primary",
        key=f"briefing-get-{form}",
    )
