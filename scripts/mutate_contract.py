"""`make mutants`: does the contract's test suite notice every small mistake? See `tests/contracts/mutation.py`."""

import os
import sys
from pathlib import Path

os.chdir(Path(__file__).resolve().parent.parent)
os.execv(sys.executable, [sys.executable, "-m", "tests.contracts.mutation", *sys.argv[1:]])
