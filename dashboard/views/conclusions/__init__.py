"""What the leaders concluded and what became of it."""
