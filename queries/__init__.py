"""Questions put to a snapshot: one SQL file, one question."""
