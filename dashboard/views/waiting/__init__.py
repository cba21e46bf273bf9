"""How long matters wait, where they stand, what falls due."""
