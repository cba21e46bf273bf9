"""What waits: for how long, with whom, in which field, and the matters themselves."""
