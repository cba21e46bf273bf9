"""One command that tries every part of an installation as it is and says in Vietnamese what to do."""
