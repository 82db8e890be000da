"""Modules of ours that run in processes of their own: what they read is hostile, and they can be killed."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

_ROOT = str(Path(__file__).parents[2])


def command(module: str, *arguments: str) -> list[str]:
    """The command line that runs a module of ours."""
    return [sys.executable, "-m", module, *arguments]


def environment() -> Mapping[str, str]:
    """The environment in which it finds our modules, whatever stands in the folder that we were started in."""
    path = os.pathsep.join(filter(None, [_ROOT, os.environ.get("PYTHONPATH")]))
    return os.environ | {"PYTHONSAFEPATH": "1", "PYTHONPATH": path}
