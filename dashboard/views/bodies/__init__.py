"""Bodies and areas beside their peers, and what they pass on."""
