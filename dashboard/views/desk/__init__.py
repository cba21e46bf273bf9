"""What the page of the quarterly meeting is made of: the sentences arranged, the checks, the files."""
