"""The trail as the officer in charge reads it."""
