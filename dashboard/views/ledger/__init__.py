"""The ledger of reception: bands with their reasons, the strip of months, one post's card, the schedule, the years."""
