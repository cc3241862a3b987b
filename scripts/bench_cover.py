"""The figures of the cover analysis: the example plan, a large organisation, and how the time grows."""

import json
import statistics
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from planbuilder.checking import check
from planbuilder.cover import ahead as cover_ahead
from planbuilder.cover.budget import first_words
from planbuilder.cover.outlook import cases, silent_people, stretches, weeks
from planbuilder.cover.sentences import chances
from planbuilder.findings import Profile
from planbuilder.loading import Loaded, find_plans, load, load_texts
from planbuilder.rules import CATALOGUE

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "tests" / "plans" / "example"
TODAY = date(2026, 11, 23)
ZONES = ("Europe/Paris", "America/Toronto", "Asia/Tokyo", "Pacific/Auckland", "America/Sao_Paulo", "Asia/Kolkata")
MODULES = ("cover", "same_person", "hours", "oncall", "turns", "empty_roles", "single_point")
RULES = [rule for rule in CATALOGUE if rule._find.__module__.rpartition(".")[2] in MODULES]  # noqa: SLF001


def cover(_folder: Path, _large: int) -> None:
    """All checks of the cover with their repairs, and all that its page shows; after loading, nothing kept."""
    (folder,) = find_plans(EXAMPLE)
    print(f"  example plan, 90 days (≤ 150 ms): {measured(load(folder), 90, 7):.0f} ms")
    whole = measured(organisation(200, 40, 12), 365, 3)
    print(f"  200 people, 40 roles, 12 paths, 6 zones, 365 days (≤ 5 s): {whole / 1000:.2f} s")
    print("  how it grows (ms):")
    for title, people, roles, paths, days in (
        ("people 50, 100, 200, 400", (50, 100, 200, 400), 40, 12, 90),
        ("days 90, 180, 365, 730", (200,), 40, 12, (90, 180, 365, 730)),
        ("paths 3, 6, 12, 24", (200,), 40, (3, 6, 12, 24), 90),
    ):
        took = [
            measured(organisation(p, roles, n), d, 1)
            for p in people
            for n in (paths if isinstance(paths, tuple) else (paths,))
            for d in (days if isinstance(days, tuple) else (days,))
        ]
        print(f"    {title}: {', '.join(f'{one:.0f}' for one in took)}")


def measured(loaded: Loaded, days: int, runs: int) -> float:
    """The median of some runs in milliseconds of the processor: other work on the machine does not count."""
    took = []
    for _ in range(runs):
        cover_ahead.ahead.cache_clear()
        begin = time.process_time()
        analyse(loaded, days)
        took.append(time.process_time() - begin)
    return statistics.median(took) * 1000


def analyse(loaded: Loaded, days: int) -> None:
    """Everything that checks and pages ask of the days ahead."""
    assert loaded.plan is not None
    usual = cover_ahead.ahead.__wrapped__.__defaults__
    cover_ahead.ahead.__wrapped__.__defaults__ = (days,)
    try:
        check(loaded, TODAY, Profile.ADVANCED, RULES)
    finally:
        cover_ahead.ahead.__wrapped__.__defaults__ = usual
    ahead = cover_ahead.Ahead(loaded.plan, TODAY, days)
    for path in ahead.paths:
        for made in (cases, silent_people, stretches, chances):
            list(made(ahead, path))
        weeks(ahead, path, 8)
    list(first_words(ahead))


def organisation(people: int, roles: int, paths: int) -> Loaded:
    """A plan of a large organisation: three absences a year each, a line for every second path."""
    rng = Random(f"{people} {roles} {paths}")
    names = [f"p{n}" for n in range(people)]
    plan: dict[str, Any] = {
        "about": {"organisation": "X", "languages": ["en"], "timezone": "Europe/Paris"},
        "people": {
            name: {
                "name": f"Person {name}",
                "mobile": f"+33 6 39 98 {n // 100:02} {n % 100:02}",
                "home": f"+33 1 99 00 {n // 100:02} {n % 100:02}",
                "timezone": ZONES[n % len(ZONES)],
            }
            for n, name in enumerate(names)
        },
        "roles": {f"r{n}": role(rng, names, ["activate"] if n % 4 == 0 else ["approve"]) for n in range(roles)},
        "on_call": {
            f"line{n}": {"role": "r0", "rota": rng.sample(names, 4), "from": "2026-10-05", "handover": "monday 09:00"}
            for n in range(max(1, paths // 2))
        },
        "absences": [absence(rng, name) for name in names for _ in range(3)],
        "levels": {
            name: {"name": name, "reach": reach, "first_word": "1h", "sign_off": {"new_text": rng.sample(signers, 2)}}
            for name, reach in (("watch", "1h"), ("crisis", "30m"), ("major", "20m"))
            for signers in [[f"r{n}" for n in range(roles)]]
        },
        "channels": {
            f"c{n}": {"platform": "website", "publishers": rng.sample(names, 3), "depends_on": [f"host {n % 3}"]}
            for n in range(12)
        },
        "scenarios": {
            f"s{n}": {
                "name": f"Scenario {n}",
                "level": rng.choice(["watch", "crisis", "major"]),
                "statements": {f"s{n}-first": {"kind": "holding", "channels": [f"c{n}"], "text": "It happened."}},
            }
            for n in range(12)
        },
    }
    lines = list(plan["on_call"])
    plan["escalation"] = {
        f"path{n}": {
            "levels": [rng.choice(["watch", "crisis", "major"])],
            "steps": [
                {"call": [lines[n % len(lines)]], "wait": "10m"},
                *({"call": [f"r{rng.randrange(roles)}", rng.choice(names)], "wait": "10m"} for _ in range(4)),
            ],
        }
        for n in range(paths)
    }
    loaded = load_texts({"plan.yaml": json.dumps(plan)})
    assert loaded.plan is not None
    return loaded


def role(rng: Random, names: list[str], can: list[str]) -> dict[str, Any]:
    holder, *deputies = rng.sample(names, 3)
    return {"holder": holder, "deputies": deputies, "can": can}


def absence(rng: Random, who: str) -> dict[str, str]:
    first = TODAY + timedelta(days=rng.randrange(365))
    return {"who": who, "from": str(first), "to": str(first + timedelta(days=rng.randrange(3, 15)))}


if __name__ == "__main__":
    cover(Path(), 0)
