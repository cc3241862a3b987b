"""How wide the screen is."""

import os
import sys


def screen_width() -> int:
    """The columns of the terminal, 100 where there is none; from 40 to 160."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(40, min(columns or 100, 160))
