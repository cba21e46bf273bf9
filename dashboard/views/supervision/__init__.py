"""Complex, crowded and escalated matters, and papers that others passed on."""
