"""What was resolved of how many, with which results, in time or late."""

from __future__ import annotations

from functools import partial

from dashboard.briefing.material import Material
from dashboard.briefing.series import asked_of, lacking, over_time
from dashboard.briefing.topic import Asked, Printed, Said, Sheet, Topic
from dashboard.drawing.figure import Chart
from dashboard.facts import balance
from dashboard.facts.small_cells import LEAST, SECRET_KIND
from dashboard.words import change, share
from dashboard.words import numbers as vi
from dashboard.words import phrases as say
from dashboard.words.sections import resolution as words


def sentences(material: Material) -> list[Said]:
    """Of how many, the rate, by kind, the results, on time, merged."""
    return [
        ("rate", _rate(material)),
        *[(f"of_{kind}", partial(_of_kind, material, kind)) for kind in words.KINDS],
        *[
            (f"results_{kind}_{instance}", partial(_results, material, kind, instance))
            for kind, instance in words.RESULTS_OF
        ],
        ("on_time", _on_time(material)),
        ("merged", _merged(material)),
    ]


def _rate(material: Material) -> str:
    figure, entered = material.now["resolution_rate"], material.now["entered_dossiers"]
    if not entered.kept:
        return words.NO_DATA
    moved, against = change.nearer(*material.both("resolved_dossiers"), period=material.windows.now)
    if not figure.kept:
        return words.NO_START.format(
            entered=vi.prose_count(say.number(entered)), resolved=vi.prose_count(say.number(moved.now))
        )
    if not figure.denominator:
        return words.NONE_DUE
    step = change.with_base(moved, against=against)
    return words.RATE.format(
        due=vi.prose_count(figure.denominator),
        opening=vi.prose_count(say.number(material.now["opening_dossiers"])),
        entered=vi.prose_count(say.number(entered)),
        share=share.attained(say.number(figure), figure.denominator, say.MATTERS),
        step=words.RESOLVED.format(step=step) if step else "",
    )


def _of_kind(material: Material, kind: str) -> str:
    rows = material.tables["balance"]
    rows = rows[rows["kind"] == kind]
    if rows.empty:
        return ""
    row = rows.iloc[0]
    due = balance.due(row)
    resolved = int(row[balance.RESOLVED].sum())
    if not (resolved if due is None else due):
        return ""
    said = words.MANNERS | ({"decided": words.ANSWERED} if kind == "petition" else {})
    ways = {text: int(row[manner]) for manner, text in said.items() if row[manner]}
    told = say.counted(resolved, say.MATTERS) if due is None else share.attained(resolved, due, say.MATTERS)
    text = words.OF_KIND.format(kind=words.KINDS[kind], share=told)
    if len(ways) < 2 or (kind == SECRET_KIND and min(ways.values()) < LEAST):
        return text
    parts = [way.format(count=vi.prose_count(amount)) for way, amount in ways.items()]
    return words.AMONG.format(text=text, parts=say.listed(parts))


def _results(material: Material, kind: str, instance: int) -> str:
    label, results = words.RESULTS_OF[kind, instance]
    rows = material.tables["results"]
    rows = rows[rows["kind"].eq(kind) & rows["result"].isin(list(results))]
    if kind == "complaint":
        rows = rows[rows["instance"].eq(instance)]
    counts = {word: int(rows.loc[rows["result"].eq(code), "closed"].sum()) for code, word in results.items()}
    total = sum(counts.values())
    if not total or (kind == SECRET_KIND and any(0 < amount < LEAST for amount in counts.values())):
        return ""
    parts = [
        words.RESULT.format(count=vi.prose_count(amount), result=word) for word, amount in counts.items() if amount
    ]
    verb = say.variant(words.RESULTS_ARE, key=f"{material.windows.now.code}{kind}{instance}")
    return words.RESULTS.format(verb=verb, count=vi.prose_count(total), label=label, parts=", ".join(parts))


def _on_time(material: Material) -> str:
    figure = material.now["on_time_rate"]
    if not figure.denominator:
        return ""
    told = share.attained(say.number(figure), figure.denominator, say.WITH_LIMIT)
    step = change.one(*material.both("on_time_rate"), period=material.windows.now)
    return words.ON_TIME.format(share=told, step=step)


def _merged(material: Material) -> str:
    merged = say.number(material.now["merged_dossiers"])
    return words.MERGED.format(count=vi.prose_count(merged)) if merged else ""


def flows(material: Material) -> Chart | None:
    """Taken up and resolved, period by period."""
    return over_time(material, "quarterly_series", "columns", entered="volume", resolved="good")


def printed(material: Material) -> list[Printed]:
    """Taken up, resolved and still open, period by period."""
    found = over_time(material, "quarterly_series", "lines", entered="volume", resolved="good", open_count="bad")
    if found is None:
        return []
    last = "; ".join(f"{name} {vi.count(cells[-1])}" for name, cells in found.series.items())
    alt = words.PRINTED_ALT.format(start=found.labels[0], end=found.labels[-1], last=last)
    return [Printed(words.PRINTED, found, alt)]


def matters(material: Material) -> list[Asked]:
    """Matters resolved late."""
    return asked_of("on_time", words.ASK_LATE, lacking(material, "on_time_rate"))


TOPIC = Topic(
    "resolution",
    40,
    words.TITLE,
    words.SHORT,
    "comparison",
    sentences=sentences,
    figure=flows,
    printed=printed,
    sheets=(
        Sheet(
            "balance",
            words.BALANCE_SHEET,
            "kind opening entered_first entered_second reopened decided withdrawn discontinued to_investigation merged "
            "closing residual",
        ),
        Sheet("results", words.RESULTS_SHEET, "kind instance manner result closed on_time judged"),
        Sheet(
            "quarterly_series",
            words.SERIES_SHEET,
            "code start_on end_on entered resolved open_count on_time judged overdue",
        ),
    ),
    matters=matters,
    urgency=80,
)
