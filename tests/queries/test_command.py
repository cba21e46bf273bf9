"""python -m queries: one figure or table for any period, or one sentence when it cannot."""

import csv
import io
import json

import pytest

from dashboard.metrics import METRICS
from queries.__main__ import main

FIGURES = {metric.id for metric in METRICS.values() if metric.query == "figures"}


@pytest.fixture
def command(tiny_snapshots, monkeypatch, capsys):
    """Runs the command on the tiny province: exit code, standard output, standard error."""
    monkeypatch.setenv("SNAPSHOT_DIR", str(tiny_snapshots))

    def run(*words):
        code = main(list(words))
        return code, *capsys.readouterr()

    return run


def test_one_figure_as_csv_with_its_window_beside_it(command):
    code, out, err = command("overdue_share", "--period", "2026-Q4")
    assert code == 0
    assert list(csv.DictReader(io.StringIO(out))) == [
        {"figure": "overdue_share", "numerator": "1", "denominator": "3", "value": "0.3333333333333333"}
    ]
    assert "từ ngày 15/09/2026 đến ngày 22/11/2026" in err


@pytest.mark.parametrize(
    ("words", "window"),
    [
        (["--period", "2026-Q3"], "15/06/2026 đến ngày 14/09/2026"),
        (["--period", "2026-Q3", "--calendar", "calendar"], "01/07/2026 đến ngày 30/09/2026"),
        (["--period", "2020-Q1"], "16/12/2019 đến ngày 15/03/2020"),
        (["--period", "2026-H1"], "15/12/2025 đến ngày 14/06/2026"),
        (["--period", "2026-9M"], "15/12/2025 đến ngày 14/09/2026"),
        (["--period", "2025-Y"], "15/12/2024 đến ngày 14/12/2025"),
        (["--period", "2026-M05"], "15/04/2026 đến ngày 14/05/2026"),
        (["--period", "2026-M05", "--calendar", "calendar"], "01/05/2026 đến ngày 31/05/2026"),
        (["--period", "2025-08-01..2026-07-31"], "01/08/2025 đến ngày 31/07/2026"),
    ],
)
def test_every_figure_for_every_code_of_a_period(command, words, window):
    code, out, err = command("figures", *words, "--format", "json")
    assert code == 0
    assert {row["figure"] for row in json.loads(out)} == FIGURES
    assert window in err


def test_parameters_either_way(command):
    _, with_param, _ = command("balance", "--period", "2026-Q4", "--param", "kind=complaint")
    _, with_flag, _ = command("balance", "--period", "2026-Q4", "--kind", "complaint")
    assert with_param == with_flag != command("balance", "--period", "2026-Q4")[1]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["tuoi_tho", "--period", "2026-Q3"], "Không có câu hỏi hay chỉ số «tuoi_tho»"),
        (["figures", "--period", "2026-Q9"], "Không hiểu mã kỳ"),
        (["figures"], "cần tham số start"),
        (["figures", "--period", "2026-Q3", "--mau", "xanh"], "không có tham số mau"),
        (["figures", "--period", "2031-Q1"], "sau ngày số liệu"),
    ],
)
def test_what_cannot_be_answered_is_one_sentence(command, words, sentence):
    code, out, err = command(*words)
    assert (code, out) == (1, "")
    assert sentence in err
    assert len(err.strip().splitlines()) == 1


def test_without_a_snapshot_it_says_how_to_take_one(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("SNAPSHOT_DIR", str(tmp_path))
    assert main(["figures", "--period", "2026-Q3"]) == 1
    assert "python -m data_loaders refresh" in capsys.readouterr().err
