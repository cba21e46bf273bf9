"""Views of the page of reception: did the heads come themselves."""
