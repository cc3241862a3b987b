"""The site while it is written: rebuilt at every change, shown on this machine only."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from planbuilder.findings import Profile
from planbuilder.plan import Visibility
from planbuilder.site.outcome import Built


def serve(
    plans: Path,
    *,
    today: Callable[[], date],
    edition: Visibility = Visibility.STAFF,
    lang: str | None = None,
    profile: Profile | None = None,
    config: Path | None = None,
    port: int = 8000,
    told: Callable[[str, Built | None], None],
) -> None:
    """Show the site at http://127.0.0.1:PORT until the process is interrupted (KeyboardInterrupt is not caught).

    Watches the plans, the templates and mkdocs.yml; after each build calls `told(address, built)` (`None` where the build
    could not be tried) and reloads the open pages. `port` 0 takes any free one. Raises CannotBuild where the port is taken.
    """
    raise NotImplementedError
