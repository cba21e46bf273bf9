"""The meeting on a projector: the agenda's sentences and figures as screens that need no server."""
