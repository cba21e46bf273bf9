"""One commune or former district on one page."""
