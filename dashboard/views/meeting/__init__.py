"""The meeting on a projector: the briefing's sentences and figures as five to ten screens that need no server."""
