"""From a folder of plans to a published site."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import chain, islice, repeat
from pathlib import Path

from planbuilder.findings import Profile
from planbuilder.pages import hidden_sayings
from planbuilder.plan import Visibility
from planbuilder.plan.leaks import Watch, guarded, watch
from planbuilder.site.archive import archive_name, write_archive
from planbuilder.site.engine import probe
from planbuilder.site.explaining import Explainer, explain_within
from planbuilder.site.front import Choice, front_page
from planbuilder.site.gate import ENTRY, judge, look_at
from planbuilder.site.making import Made, Maker, pages_of, write_pages
from planbuilder.site.manifest import files_below
from planbuilder.site.offline import add_worker
from planbuilder.site.outcome import Built, Published, Refusal
from planbuilder.site.parallel import side_by_side
from planbuilder.site.parts import CHECKS, Part, check_all, is_shapeless, parts_of
from planbuilder.site.policy import theme_scripts
from planbuilder.site.publishing import Stage, keep_apart, staging
from planbuilder.site.shell import Shell, find_shell
from planbuilder.site.writing import DOCS
from planbuilder.source import Where

DEFAULT_OUT = Path("site")


@dataclass(frozen=True, slots=True)
class _Edition:
    """One edition, made and judged but not yet in its place."""

    published: Published
    refusals: tuple[Refusal, ...]


def build(  # noqa: PLR0913 - the options of the command
    plans: Path,
    out: Path | None = None,
    *,
    today: date,
    editions: Sequence[Visibility] = (Visibility.STAFF,),
    lang: str | None = None,
    profile: Profile | None = None,
    config: Path | None = None,
    archive: bool = False,
    since: Path | None = None,
) -> Built:
    """Publish the plan in `plans`, or the plans in its subfolders, one folder per edition.

    One edition goes to `out`; of several, staff goes to `out` and each other to a folder beside it that carries
    its name (`site-crisis-team`); without `out`, `site` is meant. `lang` keeps one language of the plans; `config` is
    the mkdocs.yml that gives theme and palette (default: that of the current folder, else the packaged one);
    `archive` adds to each output the whole of it in one zip file; `since` is a folder with an older copy of the plans,
    from which the page of what changed is made.
    A plan whose shape is wrong and a refusal of the gate publish nothing; gaps are shown on the site.
    Raises CannotBuild where there is no plan, where a folder is not ours to write, or while another build runs.
    """
    places = _destinations(out, editions)
    for place in places.values():
        keep_apart(place, plans)
    checked = check_all(plans, today, profile)
    if any(map(is_shapeless, checked)):
        return Built(checked)
    parts = parts_of(checked, lang, since)
    shell = find_shell(config)
    with ExitStack() as stack:
        stages = {edition: stack.enter_context(staging(place, f"site {edition}")) for edition, place in places.items()}
        made = _make_all(stages, parts, shell, today)
        refusals = tuple(chain.from_iterable(one.refusals for one in made))
        if refusals:
            return Built(checked, refusals=refusals)
        published = tuple(one.published for one in made)
        if archive:
            published = tuple(map(_archived, published, stages.values(), repeat(today)))
        for stage in stages.values():
            stage.publish()
    return Built(checked, published)


def render(  # noqa: PLR0913 - the options of the command
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
    keep_apart(folder, plans)
    checked = check_all(plans, today, profile)
    if any(map(is_shapeless, checked)):
        return Built(checked)
    parts = parts_of(checked, lang)
    shell = find_shell(config)
    pages = 0
    with staging(folder, f"tree {edition}") as stage:
        for part in parts:
            made = pages_of(part, edition, shell, today, f"{CHECKS}/")
            pages += len(made.pages)
            write_pages(made, shell, stage.folder / part.place)
            explain_within(part, stage.folder / part.place / DOCS, hidden_sayings(part.plan, edition))
        stage.publish()
    return Built(checked, (_published(edition, stage, parts, pages),))


def _destinations(out: Path | None, editions: Sequence[Visibility]) -> dict[Visibility, Path]:
    """The folder of each edition: never the same for two."""
    base = out or DEFAULT_OUT
    wanted = [edition for edition in Visibility if edition in editions]
    alone = out is not None and len(wanted) == 1
    return {
        edition: base if alone or edition is Visibility.STAFF else base.with_name(f"{base.name}-{edition}")
        for edition in wanted
    }


def _make_all(stages: Mapping[Visibility, Stage], parts: Sequence[Part], shell: Shell, today: date) -> list[_Edition]:
    """Make every tree of every edition, side by side, and hear the gate."""
    scratch = next(iter(stages.values())).work
    scripts = frozenset[str]() if shell.bare else theme_scripts(probe(shell, scratch / "probe", today))
    guards = {edition: watch(_hidden(parts, edition)) for edition in stages}
    jobs: dict[Visibility, list[Callable[[], Made]]] = {}
    for edition, stage in stages.items():
        maker = Maker(edition, shell, today, scripts, guards[edition])
        explainer = Explainer(parts, _hidden_sayings(parts, edition), guards[edition], shell.ours)
        jobs[edition] = [
            *(partial(maker.make, part, stage.work / "drafts", stage.folder) for part in parts),
            *(partial(explainer.make, language, stage.folder) for language in explainer.languages),
        ]
    made = iter(side_by_side(list(chain.from_iterable(jobs.values()))))
    return [
        _judged(edition, stage, parts, list(islice(made, len(jobs[edition]))), guards[edition], offline=shell.ours)
        for edition, stage in stages.items()
    ]


def _judged(  # noqa: PLR0913 - all that an edition is made of
    edition: Visibility, stage: Stage, parts: Sequence[Part], made: Sequence[Made], guard: Watch, *, offline: bool
) -> _Edition:
    """One edition with its first page, which a device keeps where `offline`, and what forbids to publish it."""
    (stage.folder / ENTRY).write_text(front_page(_choices(parts)), "utf-8", newline="")
    front = [ENTRY, add_worker(stage.folder, [ENTRY])] if offline else [ENTRY]
    seen = [*chain.from_iterable(part.seen for part in made), *(look_at(stage.folder, file, guard) for file in front)]
    refusals = [*chain.from_iterable(part.refusals for part in made), *judge(seen)]
    return _Edition(_published(edition, stage, parts, sum(part.pages for part in made)), tuple(refusals))


def _archived(one: Published, stage: Stage, day: date) -> Published:
    """An edition with its zip file, which holds what the gate has seen and nothing else."""
    name = archive_name(one.edition)
    write_archive(stage.folder, list(files_below(stage.folder)), stage.folder / name, day)
    return replace(one, archive=one.folder / name)


def _hidden(parts: Sequence[Part], edition: Visibility) -> Iterator[tuple[Where, str]]:
    for part in parts:
        if part.language == part.siblings[0]:
            yield from guarded(part.plan, edition)


def _hidden_sayings(parts: Sequence[Part], edition: Visibility) -> frozenset[str]:
    firsts = (part for part in parts if part.language == part.siblings[0])
    return frozenset(chain.from_iterable(hidden_sayings(part.plan, edition) for part in firsts))


def _choices(parts: Sequence[Part]) -> list[Choice]:
    return [
        Choice(part.plan.about.organisation, part.folder, part.siblings)
        for part in parts
        if part.language == part.siblings[0]
    ]


def _published(edition: Visibility, stage: Stage, parts: Sequence[Part], pages: int) -> Published:
    plans = dict.fromkeys(part.checked.loaded.name for part in parts)
    languages = dict.fromkeys(part.language for part in parts)
    return Published(edition, stage.out, tuple(plans), tuple(languages), pages)
