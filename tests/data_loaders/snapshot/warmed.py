"""A fork server imports this before it forks: whatever a refresh needs is in memory then."""

from tests.data_loaders.snapshot import warm

warm.once()
