"""One matter by its number: its path, its limits, its secrets; and who is led to it from lists."""

from __future__ import annotations

import datetime as dt
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

from dashboard.answers.answers import Answers
from dashboard.screen import finding, links, rights
from dashboard.words import dossier as words
from dashboard.words import numbers as vi
from data_loaders.snapshot import current
from queries.ask import Scope, open_snapshot
from tests import on_screen, raw_names, shown
from tests.dashboard.test_figures_to_matters import SHOWN
from tests.dashboard.test_pages import headline, html, opened

AS_OF = dt.date(2026, 11, 22)
DOSSIER = "dossier"


def of_each_right(page: str) -> list[str]:
    """Of the roles that open the page, one that may open a matter, one that may not, one that sees an area alone."""
    may = {role: DOSSIER in rights.of(role).pages for role in rights.ROLES if page in rights.of(role).pages}
    first = [next((role for role, opens in may.items() if opens is one), "") for one in (True, False)]
    return [role for role in (*first, *(role for role in may if role == "area_leader")) if role]


LISTS = [(page, view, role) for page, view in [*SHOWN, (DOSSIER, {"ma": "V12"})] for role in of_each_right(page)]


@pytest.fixture(autouse=True)
def tiny(monkeypatch):
    monkeypatch.setenv("SNAPSHOT_DIR", str(shown.tiny()))


def asked(name: str, *, area: str | None = None, **params: object):
    answers = Answers(open_snapshot(current(shown.tiny()).path), Scope("", area=area))
    return answers.ask(name, as_of=AS_OF, **params)


def reach(role: str, *, own: str = "D1") -> Scope:
    return Scope("", area=own if role == "area_leader" else None, operation=role == "technician")


def acts_as(monkeypatch, role: str, *, own: str = "D1") -> None:
    monkeypatch.setattr("dashboard.screen.viewer.role", lambda: role)
    monkeypatch.setattr("dashboard.screen.viewer.viewer_scope", lambda: reach(role, own=own))


def cells(app) -> list[str]:
    """What stands in the columns that name a matter."""
    return [str(cell) for table in on_screen.texts(app) if "dossier_id" in table for cell in table["dossier_id"]]


def test_the_path_of_a_matter_is_what_happened_to_it_in_order():
    path = asked("dossier_path", dossier="V01")
    told = list(zip(path["happened_on"].dt.strftime("%d/%m"), path["path_step"], strict=True))
    assert told == [
        ("01/08", "paper"), ("01/08", "received"), ("01/08", "heard"), ("02/08", "transfer"),
        ("02/08", "heard_by_head"), ("05/08", "accepted"), ("20/08", "verification"), ("01/09", "joined"),
        ("01/09", "listed"), ("10/09", "concluded"),
    ]  # fmt: skip
    moved = path[path["path_step"] == "transfer"].iloc[0]
    assert (moved["agency_code"], moved["to_agency_code"]) == ("P", "X1")


def test_a_limit_has_its_article_and_an_extension_moves_it():
    assert asked("dossier_clock", dossier="V12")["article"].tolist() == ["Luật Khiếu nại 02/2011/QH13, Điều 37"]
    moved = asked("dossier_clock", dossier="V03")
    assert moved["due_on"].dt.date.tolist() == [dt.date(2026, 11, 25), dt.date(2026, 12, 25)]
    assert asked("dossier_path", dossier="V03").query("path_step == 'extended'")["days"].tolist() == [30]


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("V01", "Khiếu nại V01 (đất đai; xã Nhất, huyện Hạ cũ): UBND xã Nhất đang giữ, đã chờ 150 ngày, quá hạn 79 "
                "ngày (hạn 04/09/2026)."),
        ("V02", "đã kết thúc ngày 01/05/2025, có quyết định (đúng); muộn 22 ngày (hạn 09/04/2025)."),
        ("V05", "đã chờ 63 ngày, không có hạn luật định."),
        ("V07", "tiếp nhận ngày 15/11/2026, chưa thụ lý."),
        ("V09", "đã chờ 139 ngày, đang tạm đình chỉ."),
        ("V10", "trùng với V01, không đếm riêng."),
        ("T4", "Đơn kiến nghị, phản ánh T4 (môi trường; xã Nhất, huyện Hạ cũ): UBND xã Nhất nhận ngày 20/09/2026, xử "
               "lý xong ngày 25/09/2026 (chuyển đơn)."),
        ("T1", "Khiếu nại V01"),
    ],
)  # fmt: skip
def test_the_headline_says_where_it_stands(number, told):
    app = opened("dossier", ma=number)
    assert not app.exception
    assert told in unescape(headline(app))
    assert not raw_names.on_page(app)


def test_a_denunciation_names_neither_place_nor_body():
    row = asked("dossier", dossier="V04").iloc[0]
    names = "field_group commune_name commune_code district_name district_code agency_code agency_name result way_ended"
    assert row[names.split()].isna().all()
    assert asked("dossier_path")[lambda rows: rows["kind"] == "denunciation"]["agency_name"].isna().all()
    app = opened("dossier", ma="V04")
    assert "Tố cáo V04: đã kết thúc ngày 01/07/2024; đúng hạn (hạn 08/07/2024)." in headline(app)
    assert words.NOT_TOLD in html(app)
    assert "Sở Mẫu" not in html(app)
    assert not any("Sở Mẫu" in table.to_string() for table in on_screen.texts(app))


def test_an_area_leader_finds_no_matter_of_elsewhere_and_no_denunciation():
    assert len(asked("dossier", area="D1", dossier="V01")) == 1
    for number in ("V03", "V04", "V09"):
        for name in ("dossier", "dossier_path", "dossier_clock"):
            assert asked(name, area="D1", dossier=number).empty


def test_an_unknown_number_is_one_sentence():
    app = opened("dossier", ma="V99<b>")
    assert words.UNKNOWN.format(number="V99<b>") in unescape(headline(app))
    assert "<b>" not in headline(app)
    assert words.EXAMPLE not in html(app) and words.ASK_MORE in html(app)
    assert not on_screen.texts(app)


@pytest.mark.parametrize("role", rights.ROLES)
def test_the_page_opens_for_roles_that_may_and_for_no_other(role, monkeypatch):
    acts_as(monkeypatch, role)
    app = opened("dossier", ma="V01")
    assert ("Khiếu nại V01" in html(app)) == ("dossier" in rights.ROLES[role].pages)
    assert (links.of("dossier_id") is not None) == ("dossier" in rights.ROLES[role].pages)


@pytest.mark.parametrize(
    ("page", "view", "role"), LISTS, ids=lambda part: part if isinstance(part, str) else "-".join(part.values())
)
def test_every_list_leads_to_its_matters_for_roles_that_may(page, view, role, monkeypatch):
    acts_as(monkeypatch, role)
    app = opened(page, **view)
    assert not app.exception
    led = [dict(parse_qsl(urlsplit(link).query)) for link in on_screen.leads(app) if link.startswith("/ho-so?")]
    named = [cell for cell in cells(app) if cell != vi.MISSING]
    assert role == "area_leader" or all(link.get("dia-ban") == view.get("dia_ban") for link in led)
    assert [link["ma"] for link in led] == (named if DOSSIER in rights.of(role).pages else [])


def test_lists_are_looked_at_by_roles_of_every_right(monkeypatch):
    met = {}
    for page, view, role in [each for each in LISTS if each[1].get("xem") in ("steps", "due", "unfinished")]:
        acts_as(monkeypatch, role)
        met[role] = met.get(role, 0) + len(cells(opened(page, **view)))
    assert all(met.values()) and len({(DOSSIER in rights.of(role).pages, role == "area_leader") for role in met}) == 3


@pytest.mark.parametrize("role", ["office", "bureau", "technician"])
def test_names_lead_to_what_they_name_as_far_as_the_role_goes(role, monkeypatch):
    monkeypatch.setattr("dashboard.screen.viewer.role", lambda: role)
    rows = asked("dossier", dossier="V01").assign(agency_name="UBND xã Nhất")
    found = {name: cells.iloc[0] for name, cells in links.addresses(rows).items()}
    places = {"district_name": "/don-vi?dia-ban=D1", "commune_name": "/don-vi?dia-ban=C1"}
    places |= {"agency_name": "/don-vi?ma=X1"}
    matters = {"dossier_id": "/ho-so?ma=V01"}
    assert found == {"office": matters | places, "bureau": places, "technician": {}}[role]


ELSEWHERE = [
    ("dossier", links.NUMBER, "V03", "V99"),
    ("backlog", links.AREA, "D2", "D9"),
    ("unit", links.AREA, "D2", "D9"),
    ("reception", finding.POST, "GS", "GZ"),
]


@pytest.mark.parametrize(("page", "part", "foreign", "nowhere"), ELSEWHERE)
def test_what_lies_elsewhere_and_what_does_not_exist_are_answered_alike(monkeypatch, page, part, foreign, nowhere):
    """Whoever sees one area cannot try numbers out to learn which there are in another."""
    acts_as(monkeypatch, "area_leader")
    seen = [[str(element.proto) for element in opened(page, **{part: code}).get("html")] for code in (foreign, nowhere)]
    assert [text.replace(foreign, nowhere) for text in seen[0]] == seen[1]
    assert seen[1] != [str(element.proto) for element in opened(page).get("html")]
