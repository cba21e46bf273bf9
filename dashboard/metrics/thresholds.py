"""The numbers that decide what is said: bases, weights and bands, each of them here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

LEAST_BASE = 10
"""Below this base only counts are said, neither a share nor a change in percent (domain rules §9.7)."""
NEARLY_KEPT = 0.75
"""Share of the days asked from which a head nearly kept the duty."""
MASS_GROUP_SIZE = 5
"""People in a visit that make it a mass group, where a snapshot does not tell what it was read with."""

ATTENTION_WEIGHTS: Mapping[str, float] = {
    "overdue": 0.25,
    "over_180": 0.20,
    "mass_groups_recent": 0.20,
    "complex_listed": 0.15,
    "escalated": 0.10,
    "entered_smoothed": 0.10,
}
"""Default weights of the attention score; on screen they are shown and can be set (domain rules §9.8)."""
ATTENTION_PEOPLE, ATTENTION_MATTERS = 3_000, 5
"""The least population and number of matters an area is scored on."""
ATTENTION_WATCH, ATTENTION_CALL = 60.0, 75.0
"""Scores from which an area is worth watching, and calls for attention."""
SILENT_DAYS = 60
"""A body without a record for longer is silent: what it did is not known, which is no fall."""
ATTENTION_DAYS, ATTENTION_HALF_LIFE = 90, 45
"""Days back that mass groups count, and days after which one counts half."""
