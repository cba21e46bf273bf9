"""Errors a caller can show as they stand: each is one clear sentence in Vietnamese."""


class QueryError(Exception):
    """A question that does not exist, or a parameter that does not fit it."""


class ScopeError(QueryError):
    """The viewer may not see what was asked."""
