"""What later pages need is loaded beside the first one, in a server process and nowhere else."""

import subprocess
import sys

ASKED = """
import gc, sys
from dashboard.screen import later
assert not later.begun(), "there is no server"
later.load()
assert set(later.MODULES) <= set(sys.modules)
assert gc.get_freeze_count() > 100_000, gc.get_freeze_count()
"""


def test_it_loads_what_it_names_and_leaves_it_out_of_collecting():
    done = subprocess.run([sys.executable, "-c", ASKED], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
