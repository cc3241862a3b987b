"""The figures that planbuilder must reach, measured on this machine: `make bench`.

Whole processes are timed in turn with what they are compared to (A B A B …), and the median of the ratios is what
counts: an absolute time says more about the machine than about the program.
"""

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import bench_site
from bench_cover import cover
from bench_hostile import hostile
from bench_tone import tone
from chromium import CHROMIUM

ROOT = Path(__file__).resolve().parent.parent
PLAN = ROOT / "plans" / "atelier-lumen"
TODAY = "2026-11-21"
PLANBUILDER = [sys.executable, "-m", "planbuilder"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="names of the measures; all where nothing is said")
    parser.add_argument("--large", type=int, default=1000, help="how many plans the large run has")
    chosen = parser.parse_args()
    os.environ["PLANBUILDER_CACHE_DIR"] = ""
    with tempfile.TemporaryDirectory(prefix="planbuilder-bench-") as folder:
        compileall()
        for name, measure in MEASURES.items():
            if not chosen.only or name in chosen.only:
                print(f"\n{name}", flush=True)
                measure(Path(folder), chosen.large)


def compileall() -> None:
    """An installed program has its bytecode beside it; so has this one while it is measured."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "src")], check=True)


# --- what is measured ---


def start(folder: Path, _large: int) -> None:
    """`--help` against importing click; `check` of one plan against importing what it needs."""
    plan = one_plan(folder / "one", 80_000)
    python = [sys.executable, "-c"]
    compare("--help / import click (≤ 1.2)", [*PLANBUILDER, "--help"], [*python, "import click"])
    check = check_of(plan)
    libraries = [*python, "import click, pydantic, yaml"]
    compare(f"check of {size(plan)}, first time / import click, pydantic, yaml", check, libraries)
    bare = structure_only(shutil.copytree(plan, folder / "one-bare"))
    compare("the same without the checks of words and of cover (≤ 2.5)", check_of(bare), libraries)
    with kept_in(folder / "cache"):
        compare("all checks, unchanged since the last one (≤ 2.5)", check, libraries)


def parse(folder: Path, large: int) -> None:
    """Parsing with places against `yaml.compose` with the C loader, in one process; and how it grows."""
    import yaml

    from planbuilder.source import Source
    from planbuilder.source.parsing import parse as parse_text

    plan = one_plan(folder / "parse", 100_000)
    texts = [path.read_text("utf-8") for path in sorted(plan.rglob("*.yaml"))]
    sources = [Source("x.yaml", text) for text in texts]

    def ours() -> None:
        for source in sources:
            parse_text(source)

    def theirs() -> None:
        for text in texts:
            yaml.compose(text, Loader=yaml.CSafeLoader)

    ratios, best = [], float("inf")
    for _ in range(15):
        a, b = seconds(ours), seconds(theirs)
        ratios.append(a / b)
        best = min(best, a)
    volume = sum(len(text.encode()) for text in texts)
    print(f"  parse / yaml.compose (≤ 1.2): {statistics.median(ratios):.2f}   {volume / best / 1e6:.1f} MB/s")
    for times in (10, 100, large):
        begin = time.perf_counter()
        for _ in range(times):
            ours()
        took = time.perf_counter() - begin
        print(f"  {times:5} plans of {size(plan)}: {took:7.2f} s, {took / times * 1000:.2f} ms each")


def many(folder: Path, large: int) -> None:
    """`check` of many plans: how it grows, how much memory it takes."""
    plan = one_plan(folder / "seed", 100_000)
    small = None
    for count in (10, 100, large):
        plans = copies(plan, folder / f"plans-{count}", count)
        wall, peak = whole(check_of(plans))
        small = small or peak
        print(
            f"  {count:5} plans: {wall:7.2f} s, {wall / count * 1000:6.1f} ms each, "
            f"peak {peak / 1024:.0f} MB ({peak / small:.2f} × that of 10; ≤ 2)"
        )
        shutil.rmtree(plans)


def peer(folder: Path, _large: int) -> None:
    """`check` of ten plans against check-jsonschema with the exported schema on the same files."""
    program = shutil.which("check-jsonschema", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    if program is None:
        print("  check-jsonschema is not installed (pip install .[bench])")
        return
    plans = copies(one_plan(folder / "peer-seed", 100_000), folder / "peer", 10)
    schema = folder / "schema.json"
    schema.write_bytes(subprocess.run([*PLANBUILDER, "schema"], check=True, capture_output=True).stdout)
    files = [str(path) for path in sorted(plans.rglob("*.yaml"))]
    theirs = [program, "--schemafile", str(schema), *files]
    ours = check_of(plans)
    compare("check-jsonschema / check of 10 plans, first time", theirs, ours, runs=3)
    bare = copies(structure_only(one_plan(folder / "peer-bare-seed", 100_000)), folder / "peer-bare", 10)
    compare("the same without the checks of words and of cover", theirs, check_of(bare), runs=3)
    with kept_in(folder / "peer-cache"):
        compare("the same, unchanged since the last check (≥ 10)", theirs, ours, runs=3)


def rules(folder: Path, _large: int) -> None:
    """Loading a plan against all checks on it, in a new process and once warm; the ten slowest checks."""
    plan = one_plan(folder / "rules", 80_000)
    print(subprocess.run([sys.executable, "-c", RULES, str(plan)], check=True, capture_output=True, text=True).stdout)


RULES = """
import sys, time
from datetime import date
from pathlib import Path
from planbuilder.findings import Profile
from planbuilder.loading import find_plans, load
from planbuilder.rules import all_rules

rules = [rule for rule in all_rules() if Profile.STANDARD.includes(rule.profile)]
for state in ("cold", "warm"):
    start = time.process_time()
    plan = load(find_plans(Path(sys.argv[1]))[0]).plan
    loaded = time.process_time()
    costs = {}
    for rule in rules:
        before = time.process_time()
        list(rule.check(plan, date(2026, 11, 21)))
        costs[rule.id] = (time.process_time() - before) * 1000
    print(f"  {state}: loading {(loaded - start) * 1000:.1f} ms, {len(rules)} checks {sum(costs.values()):.1f} ms")
    slowest = sorted(costs.items(), key=lambda cost: -cost[1])[:10]
    print("    " + ", ".join(f"{name} {cost:.1f}" for name, cost in slowest))
"""


def site(folder: Path, _large: int) -> None:
    """`build` of the example plan, both languages and both editions, against `mkdocs build` of the same trees."""
    trees = []
    for edition in ("staff", "crisis-team"):
        tree = folder / f"tree-{edition}"
        run([*PLANBUILDER, "render", str(PLAN), str(tree), "--edition", edition, "--today", TODAY])
        trees += [path.parent for path in sorted(tree.rglob("mkdocs.yml"))]
    out = folder / "site"
    build = [*PLANBUILDER, "build", str(PLAN), "--today", TODAY, "--edition", "staff", "--edition", "crisis-team"]
    script = " && ".join(
        f"{sys.executable} -m mkdocs build -q -f {t / 'mkdocs.yml'} -d {folder / 'plain'}" for t in trees
    )
    compare(
        f"build / mkdocs build of {len(trees)} trees (≤ 2)", [*build, "--out", str(out)], ["sh", "-c", script], runs=3
    )
    first = content(out)
    run([*build, "--out", str(folder / "again")])
    print(f"  built again elsewhere, byte for byte the same: {'yes' if content(folder / 'again') == first else 'NO'}")
    for tree in chain.from_iterable(map(bench_site.trees, (out, out.with_name(f"{out.name}-crisis-team")))):
        print(
            f"  {tree.parent.name}/{tree.name}: {bench_site.weight(tree) / 1e6:.3f} MB (≤ 1.2), "
            f"scripts of its home {bench_site.scripts_of(tree / 'index.html') / 1e3:.1f} KB (≤ 40)"
        )
    if CHROMIUM.exists():
        seconds, shift = bench_site.paint(out / "fr" / "index.html")
        how = f"home from a folder, cold, {bench_site.SLOWER} × slower"
        print(f"  {how}: {seconds:.2f} s (≤ 1.0), layout shift {shift:.3f} (0)")


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


MEASURES: dict[str, Callable[[Path, int], None]] = {
    "start": start,
    "parse": parse,
    "many": many,
    "peer": peer,
    "rules": rules,
    "site": site,
    "cover": cover,
    "hostile": hostile,
    "tone": tone,
}

# --- plans of a given size ---


def one_plan(folder: Path, volume: int) -> Path:
    """The example plan, grown to about `volume` bytes by copies of its scenarios under other ids."""
    shutil.copytree(PLAN, folder)
    scenarios = sorted((folder / "scenarios").glob("*.yaml"))
    extra: list[str] = []
    number = 1
    while sum(p.stat().st_size for p in folder.rglob("*.yaml")) + sum(len(t.encode()) for t in extra) < volume:
        number += 1
        extra += [renamed(path.read_text("utf-8"), str(number)) for path in scenarios]
    for position, text in enumerate(extra):
        target = scenarios[position % len(scenarios)]
        target.write_text(target.read_text("utf-8") + text.removeprefix("scenarios:\n"), "utf-8")
    return folder


def renamed(text: str, suffix: str) -> str:
    """The text of a scenario file with other ids for the scenario and its statements."""
    for _, name in re.findall(r"^(  |      )([a-z][a-z0-9-]*):$", text, re.MULTILINE):
        pattern = rf"(^ +|statement: ){re.escape(name)}(?=[:}}]|$)"
        text = re.sub(pattern, rf"\g<1>{name}-{suffix}", text, flags=re.MULTILINE)
    return text


def copies(plan: Path, folder: Path, count: int) -> Path:
    for number in range(count):
        shutil.copytree(plan, folder / f"plan-{number:04}")
    return folder


def structure_only(plan: Path) -> Path:
    """The plan with the checks of words and of cover switched off: what is left is a fair match for a schema."""
    from planbuilder.rules import all_rules

    off = [rule.id for rule in all_rules() if rule.id.startswith(("TONE-", "COVER-", "ONCALL-", "ESC-"))]
    off += ["TEAM-ALL-AWAY", "SIGN-DEADLOCK", "CHAN-NIGHT-KEYS"]
    lines = "".join(f"    {name}: {{severity: 'off', reason: measured without it}}\n" for name in off)
    about = plan / "about.yaml"
    about.write_text(about.read_text("utf-8").replace("about:\n", f"about:\n  checks:\n{lines}", 1), "utf-8")
    return plan


def size(plan: Path) -> str:
    files = list(plan.rglob("*.yaml"))
    return f"{len(files)} files, {sum(p.stat().st_size for p in files) / 1000:.0f} KB"


# --- timing ---


def check_of(plans: Path) -> list[str]:
    """The command that checks a plan, or plans, and ends well whatever it finds."""
    return [*PLANBUILDER, "check", str(plans), "--today", TODAY, "--fail-on", "never"]


@contextmanager
def kept_in(folder: Path) -> Iterator[None]:
    """What `check` finds is kept in a folder meanwhile; otherwise nothing is, so that every run is a first one."""
    os.environ["PLANBUILDER_CACHE_DIR"] = str(folder)
    yield
    os.environ["PLANBUILDER_CACHE_DIR"] = ""


def compare(title: str, a: Sequence[str], b: Sequence[str], runs: int = 11) -> None:
    """The two in turn after a warm-up; the median of the ratios pair by pair."""
    pairs = [(whole(a)[0], whole(b)[0]) for _ in range(runs + 1)][1:]
    ratio = statistics.median(x / y for x, y in pairs)
    left, right = (statistics.median(pair[i] for pair in pairs) for i in (0, 1))
    print(f"  {title}: {ratio:.2f}   ({left * 1000:.0f} ms / {right * 1000:.0f} ms)")


def whole(command: Sequence[str]) -> tuple[float, int]:
    """Wall seconds and peak memory (KB) of a whole process."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        assert process.stderr is not None
        sys.exit(f"{' '.join(command)}: {process.stderr.read().decode(errors='replace')}")
    return took, usage.ru_maxrss


def run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
