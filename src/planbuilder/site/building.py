"""From a folder of plans to a published site."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from planbuilder.findings import Profile
from planbuilder.plan import Visibility
from planbuilder.site.outcome import Built


def build(
    plans: Path,
    out: Path | None = None,
    *,
    today: date,
    editions: Sequence[Visibility] = (Visibility.STAFF,),
    lang: str | None = None,
    profile: Profile | None = None,
    config: Path | None = None,
) -> Built:
    """Publish the plan in `plans`, or the plans in its subfolders, one folder per edition.

    One edition goes to `out`; of several, staff goes to `out` and each other to a folder beside it that carries
    its name (`site-crisis-team`); without `out`, `site` is meant. `lang` keeps one language of the plans; `config` is the
    mkdocs.yml that gives theme and palette (default: the one in the current folder, else the packaged one).
    A plan whose shape is wrong and a refusal of the gate publish nothing; gaps are shown on the site.
    Raises CannotBuild where there is no plan, where a folder is not ours to write, or while another build runs.
    """
    raise NotImplementedError


def render(
    plans: Path,
    folder: Path,
    *,
    today: date,
    edition: Visibility = Visibility.STAFF,
    lang: str | None = None,
    profile: Profile | None = None,
    config: Path | None = None,
) -> Built:
    """Write the Markdown tree and a plain mkdocs.yml that `mkdocs build` or `zensical build` takes as it is.

    One tree per plan and language, laid out as `build` lays out the site. Raises CannotBuild as `build` does.
    """
    raise NotImplementedError
