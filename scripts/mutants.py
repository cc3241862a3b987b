"""Ways to break a check: each changes one place of the code of `rules/`, in memory only.

A condition is turned round, loosened or tightened; a gap is not found; an address loses its last part; a sentence
changes. What a mutant breaks is named by module, function, line of code and change, so that the name survives moves.
"""

import ast
import inspect
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from types import CodeType, FunctionType, ModuleType
from typing import Any

from planbuilder.rules import CATALOGUE, Rule

Put = Callable[[ast.AST], None]
Found = Iterator[tuple[str, ast.AST, Callable[[], None]]]

OPPOSITE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
SAID = {"say": 1, "say_many": 2}
"""How many of the first arguments are sentences."""


@dataclass(frozen=True)
class Mutant:
    """One change in a function (or a value) of a module that a rule uses."""

    rule: Rule
    module: str
    function: str
    line: int
    change: str
    code: str
    number: int
    apply: Callable[[], None]

    @property
    def name(self) -> str:
        """The same as long as the line of code and the function are the same."""
        again = f" #{self.number}" if self.number else ""
        return f"{self.module}.{self.function}: {self.change}: {self.code}{again}"


def mutants() -> list[Mutant]:
    """Every mutant of every rule, by the catalogue; what several rules use belongs to the first of them."""
    made: list[Mutant] = []
    seen: set[tuple[str, str]] = set()
    for rule in CATALOGUE:
        for module, name in _used(rule):
            if (module.__name__, name) not in seen:
                seen.add((module.__name__, name))
                made += _of(rule, module, name)
    return made


def _used(rule: Rule) -> list[tuple[ModuleType, str]]:
    """The functions and the values below `planbuilder.rules` that a rule uses, itself first."""
    find = rule._find  # noqa: SLF001
    home = sys.modules[find.__module__]
    waiting = [(home, next(name for name, value in vars(home).items() if value is rule))]
    found: dict[tuple[str, str], tuple[ModuleType, str]] = {}
    while waiting:
        module, name = waiting.pop(0)
        value = vars(module)[name]
        if (module.__name__, name) in found or name.startswith("__"):
            continue
        if isinstance(value, FunctionType):
            origin = sys.modules[value.__module__]
            if origin is not module:
                waiting.append((origin, value.__name__))
                continue
        elif value is not rule and not _assigned(module, name):
            continue
        if not module.__name__.startswith("planbuilder.rules.") or module.__name__.endswith("._rule"):
            continue
        found[module.__name__, name] = (module, name)
        code = find.__code__ if value is rule else getattr(value, "__code__", None)
        if code is not None:
            waiting += [(module, one) for one in _names(code) if one in vars(module)]
    return list(found.values())


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _names(inner)


_TREES: dict[str, tuple[ast.Module, list[str]]] = {}


def _tree(module: ModuleType) -> tuple[ast.Module, list[str]]:
    if module.__name__ not in _TREES:
        source = inspect.getsource(module)
        _TREES[module.__name__] = ast.parse(source), source.split("\n")
    return _TREES[module.__name__]


def _assigned(module: ModuleType, name: str) -> ast.stmt | None:
    for node in _tree(module)[0].body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        if any(isinstance(target, ast.Name) and target.id == name for target in targets):
            return node
    return None


def _of(rule: Rule, module: ModuleType, name: str) -> Iterator[Mutant]:
    tree, lines = _tree(module)
    function = _function(module, name)
    if function:
        node = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == function.__name__)
        changes = [
            change
            for place, statement in enumerate(node.body)
            for change in _changes(statement, partial(node.body.__setitem__, place))
        ]
        install = partial(_swap, function, tree)
    else:
        assigned = _assigned(module, name)
        assert isinstance(assigned, ast.Assign | ast.AnnAssign)
        assert assigned.value is not None
        changes = list(_changes(assigned.value, partial(setattr, assigned, "value")))
        install = partial(_reassign, module, name, assigned)
    count: Counter[tuple[str, str]] = Counter()
    for change, place, edit in changes:
        code = lines[place.lineno - 1].strip()  # type: ignore[attr-defined]
        number = count[change, code]
        count[change, code] += 1
        yield Mutant(
            rule,
            module.__name__.removeprefix("planbuilder.rules."),
            name,
            place.lineno,  # type: ignore[attr-defined]
            change,
            code,
            number,
            _both(edit, install),
        )


def _both(edit: Callable[[], None], install: Callable[[], None]) -> Callable[[], None]:
    def apply() -> None:
        edit()
        install()

    return apply


# --- what can be changed ---


def _changes(node: ast.AST, put: Put) -> Found:
    yield from _of_condition(node, put)
    yield from _of_value(node)
    yield from _of_statement(node, put)
    yield from _of_call(node)
    for field, value in ast.iter_fields(node):
        if isinstance(value, list):
            for place, one in enumerate(value):
                if isinstance(one, ast.AST):
                    yield from _changes(one, partial(value.__setitem__, place))
        elif isinstance(value, ast.AST):
            yield from _changes(value, partial(setattr, node, field))


def _of_condition(node: ast.AST, put: Put) -> Found:
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            for other in OPPOSITE[type(op)]:
                label = f"{type(op).__name__} is {other.__name__}"
                yield label, node, partial(node.ops.__setitem__, place, other())
    elif isinstance(node, ast.BoolOp):
        turned = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield f"{type(node.op).__name__} is {type(turned).__name__}", node, partial(setattr, node, "op", turned)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield "Not is gone", node, partial(put, node.operand)
    elif isinstance(node, ast.If | ast.IfExp | ast.While) and not isinstance(node.test, ast.Compare | ast.UnaryOp):
        turned_test = ast.copy_location(ast.UnaryOp(op=ast.Not(), operand=node.test), node.test)
        yield "the condition is its opposite", node.test, partial(setattr, node, "test", turned_test)


def _of_value(node: ast.AST) -> Found:
    if isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            yield "the filter is gone", test, partial(node.ifs.__setitem__, place, ast.Constant(value=True))
    elif isinstance(node, ast.Constant) and type(node.value) is int:
        for value in (node.value + 1, node.value - 1):
            yield f"{node.value} is {value}", node, partial(setattr, node, "value", value)


def _of_statement(node: ast.AST, put: Put) -> Found:
    if isinstance(node, ast.Continue | ast.Break) or (isinstance(node, ast.Return) and node.value is None):
        yield f"{type(node).__name__} is gone", node, partial(put, ast.Pass())
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Yield | ast.YieldFrom):
        never = ast.If(test=ast.Constant(value=False), body=[node], orelse=[])  # the function stays a generator
        yield "the yield is gone", node, partial(put, ast.copy_location(never, node))


def _of_call(node: ast.AST) -> Found:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
        return
    if node.func.id == "Gap" and node.args:
        yield "the address is another", node.args[0], partial(node.args.__setitem__, 0, _moved(node.args[0]))
        for keyword in node.keywords:
            yield f"{keyword.arg} is gone", node, partial(node.keywords.remove, keyword)
    for argument in node.args[: SAID.get(node.func.id, 0)]:
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield "the sentence is another", argument, partial(setattr, argument, "value", f"{argument.value}¤")


def _moved(where: ast.expr) -> ast.expr:
    """The address without its last part, or with one more where it has but one."""
    made = ast.parse("(lambda at: type(at)(tuple(at)[:-1]) if len(tuple(at)) > 1 else at / 'moved')(X)", mode="eval")
    call = made.body
    assert isinstance(call, ast.Call)
    call.args = [where]
    return ast.copy_location(call, where)


# --- how a change gets into the running program ---


def _swap(function: FunctionType, tree: ast.Module) -> None:
    ast.fix_missing_locations(tree)
    code = compile(tree, function.__code__.co_filename, "exec")
    function.__code__ = next(
        one for one in code.co_consts if isinstance(one, CodeType) and one.co_name == function.__name__
    )


def _reassign(module: ModuleType, name: str, statement: ast.stmt) -> None:
    old = vars(module)[name]
    made = ast.fix_missing_locations(ast.Module(body=[statement], type_ignores=[]))
    exec(compile(made, module.__name__, "exec"), vars(module))
    for other in list(sys.modules.values()):
        if getattr(other, "__name__", "").startswith("planbuilder.") and vars(other).get(name) is old:
            setattr(other, name, vars(module)[name])


def users(mutant: Mutant) -> list[tuple[str, str]]:
    """The functions, by file and name, that a mutant changes: itself, or those that use the value."""
    module = sys.modules[f"planbuilder.rules.{mutant.module}"]
    function = _function(module, mutant.function)
    if function:
        return [(function.__code__.co_filename, function.__name__)]
    return [
        (used.__code__.co_filename, used.__name__)
        for user in CATALOGUE
        for where, name in _used(user)
        for used in [_function(where, name)]
        if used is not None and mutant.function in {*_names(used.__code__)}
    ]


def _function(module: ModuleType, name: str) -> FunctionType | None:
    value = vars(module)[name]
    function = value._find if isinstance(value, Rule) else value  # noqa: SLF001
    return function if isinstance(function, FunctionType) else None


def caches() -> Iterator[Any]:
    """What rules, and the cover that they ask, keep from one call to the next."""
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith(("planbuilder.rules", "planbuilder.cover")):
            yield from (value for value in vars(module).values() if hasattr(value, "cache_clear"))
