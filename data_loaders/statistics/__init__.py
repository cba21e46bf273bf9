"""Pure statistics: arrays in, arrays out. Knows no table, no word, no picture; a snapshot and a page both use it."""
