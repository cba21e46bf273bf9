"""The map's measures as a map shows them: classes, circles, tooltips, and what rose and fell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from dashboard.drawing import layers
from dashboard.facts import small_cells
from dashboard.facts.classes import quantile_breaks
from dashboard.facts.hotspots import ATTENTION, SCORE_BREAKS, Form, Measure
from dashboard.words import codes as codes_words
from dashboard.words import hotspots, share
from dashboard.words import numbers as vi


def offered(*, kind: str | None) -> dict[str, str]:
    """Code → words; no score of denunciations, which would tell of counts too small to show."""
    return {code: words for code, words in hotspots.MEASURES.items() if code != ATTENTION or kind is None}


def layer(
    areas: pd.DataFrame,
    *,
    measure: Measure,
    among: Sequence[pd.DataFrame] = (),
    proven: frozenset[str] | None = None,
    said: Mapping[str, str] | None = None,
    turn: int = 0,
) -> layers.Layer:
    """What the map shows of these areas; `among`: all areas and periods that share its classes and circle sizes.

    Args:
        proven: codes that stand out beyond chance: named, the others grey; None: all in their colours.
        said: area code → what chance says of it, in words.
    """
    shared = pd.concat([table["value"] for table in among or [areas]])
    values = dict(zip(areas["area_code"], areas["value"], strict=True))
    hidden = small_cells.few(areas).get(measure.count, set())
    codes = areas["area_code"]
    listed = {
        code: int(number) for code, number in zip(codes, areas["complex_listed"].fillna(0), strict=True) if number
    }
    is_score = measure.code == ATTENTION
    return layers.Layer(
        values=values,
        breaks=SCORE_BREAKS if is_score else [] if measure.is_count else quantile_breaks(shared),
        texts={row.area_code: words(row, measure, said or {}) for row in areas.itertuples()},
        withheld=frozenset(codes[areas.index.isin(hidden)]),
        symbols=values if measure.is_count else None,
        top=float(shared.abs().max()) if measure.is_count and shared.notna().any() else 0.0,
        marks={code: layers.say(value, "count") for code, value in values.items() if not vi.is_missing(value)}
        if measure.is_count
        else {},
        listed=listed,
        unproven=frozenset() if proven is None else frozenset(codes) - proven,
        named=proven or frozenset(),
        names=hotspots.ATTENTION_CLASSES if is_score else (),
        shades=layers.SCORE if is_score else layers.SHADES,
        form=measure.form,
        turn=turn,
    )


def words(row: object, measure: Measure, chance: Mapping[str, str]) -> str:
    """The tooltip: the measure, what stands behind it, and the verdict on chance where one was asked for."""
    value = getattr(row, "value", None)
    amount = vi.FEW if vi.is_missing(value) else layers.say(float(value), measure.form)  # type: ignore[arg-type]
    if measure.code == ATTENTION:
        band = codes_words.ATTENTION_BANDS[row.attention_band]  # type: ignore[attr-defined]
        amount = band if vi.is_missing(value) else f"{vi.number(value)} ({band})"
    elif vi.is_missing(value) and not measure.is_count:
        amount = _of_few(row, measure)
    said = f"{hotspots.MEASURES[measure.code]}: {amount}"
    open_count, overdue = getattr(row, "open_count", None), getattr(row, "overdue", None)
    if not vi.is_missing(open_count) and not vi.is_missing(overdue):
        said = hotspots.SAID.format(
            said=said, open=layers.say(open_count, "count"), overdue=layers.say(overdue, "count")
        )
    verdict = chance.get(row.area_code)  # type: ignore[attr-defined]
    return f"{said}; {verdict}" if verdict else said


def _of_few(row: object, measure: Measure) -> str:
    """1/2 where the base is too small for a share; — where there is nothing to tell."""
    if measure.form != "share":
        return vi.MISSING
    part, base = getattr(row, measure.count), getattr(row, measure.base[0])
    return vi.MISSING if vi.is_missing(part) or vi.is_missing(base) or not base else share.counts(int(part), int(base))


def difference_layer(pair: pd.DataFrame, *, measure: Measure) -> layers.Layer:
    """Rises and falls: circles and rings for counts, two hues for rates, the middle class for what hardly moved.

    Circles of steps that chance may explain are grey; a mark is written as the table beside it writes the step.
    """
    values = dict(zip(pair["area_code"], pair["difference"].astype(float), strict=True))
    largest = float(pair["difference"].abs().max()) if pair["difference"].notna().any() else 0.0
    form: Form = "points" if measure.form == "share" else measure.form
    shown = zip(pair["before"], pair["after"], strict=True)
    steps = [vi.points(*each) for each in shown] if form == "points" else pair["difference"].astype(float)
    texts = {
        row.area_code: f"{_amount(row.before, measure)} → {_amount(row.after, measure)}" for row in pair.itertuples()
    }
    return layers.Layer(
        values=values,
        breaks=[-largest / 2, -largest / 10, largest / 10, largest / 2] if largest else [],
        texts=texts,
        symbols=values if measure.is_count else None,
        top=largest,
        unproven=frozenset(pair.loc[pair["noise"], "area_code"]) if measure.is_count else frozenset(),
        named=frozenset(pair.loc[~pair["noise"], "area_code"]),
        marks={code: vi.signed(step) for code, step in zip(values, steps, strict=True) if not vi.is_missing(step)},
        shades=layers.DIVERGING,
        form=form,
    )


def _amount(value: float, measure: Measure) -> str:
    return vi.MISSING if vi.is_missing(value) else layers.say(value, measure.form)
