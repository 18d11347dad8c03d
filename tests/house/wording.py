"""Which error codes the program uses, with the details each use gives: read from the source, not from a list.

A code is read where an error or a Problem is made (``RuleBroken("x.y", day=…)``, ``Problem(field=…, code="x.y")``), in
subclasses of HallError, and through functions that only pass a code on (``def _problem(field, code, **details)``).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.house.tree import parsed, shown

MAKERS = {"HallError", "RuleBroken", "NotAllowed", "NotFound", "Stale", "Unavailable", "Offline"}
NOT_DETAILS = {"code", "problems", "field", "details"}
Function = ast.FunctionDef | ast.AsyncFunctionDef
Definitions = dict[tuple[str, str], list[ast.AST]]  # by module and name
CODE = re.compile(r"[a-z_]+\.[a-z0-9_]+|cancelled")


@dataclass(frozen=True)
class Use:
    """One place that uses a code. ``details`` is None where they cannot be read from the source."""

    code: str
    details: frozenset[str] | None
    place: str


@dataclass(frozen=True)
class Maker:
    """A callable that takes a code: at which position, and which details it adds of its own (None: unknown)."""

    position: int | None
    adds: frozenset[str] | None = frozenset()


@dataclass(frozen=True)
class Source:
    """A file being read, and what the functions and tables of the whole program are."""

    place: str
    module: str
    definitions: Definitions


@dataclass
class Uses:
    """Every use found, every place where the code cannot be read, and every string constant of the source."""

    known: list[Use] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    strings: set[str] = field(default_factory=set)


def uses(paths: list[Path]) -> Uses:
    """Read all files: first who takes codes, then what each is given."""
    makers = {name: Maker(0) for name in MAKERS} | {"Problem": Maker(None)}
    trees = {path: parsed(path) for path in paths}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef) and any(_name(base) in makers for base in node.bases):
                makers.setdefault(node.name, Maker(0))
    while True:
        found = {name: maker for tree in trees.values() for name, maker in _passers(tree, makers)}
        if found.keys() <= makers.keys():
            break
        makers = found | makers
    definitions: Definitions = {}
    for path, tree in trees.items():
        for name, nodes in _definitions(path, tree).items():
            definitions.setdefault(name, []).extend(nodes)
    result = Uses()
    for path, tree in trees.items():
        source = Source(shown(path), path.stem, definitions)
        for call, around in _calls(tree):
            _read(call, around, makers, source, result)
        result.strings |= {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    return result


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _calls(tree: ast.AST, around: tuple[ast.AST, ...] = ()) -> Iterator[tuple[ast.Call, tuple[ast.AST, ...]]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield node, around
        inner = (*around, node) if isinstance(node, Function | ast.ClassDef) else around
        yield from _calls(node, inner)


def _maker(call: ast.Call, around: tuple[ast.AST, ...], makers: dict[str, Maker]) -> Maker | None:
    """Who is called, if it takes a code. ``super().__init__`` counts inside a subclass of an error."""
    name = _name(call.func)
    if name == "__init__":
        classes = [node for node in around if isinstance(node, ast.ClassDef)]
        return Maker(0) if classes and classes[-1].name in makers else None
    return makers.get(name)


def _code(call: ast.Call, maker: Maker) -> ast.expr | None:
    for keyword in call.keywords:
        if keyword.arg == "code":
            return keyword.value
    if maker.position is not None and len(call.args) > maker.position:
        return call.args[maker.position]
    return None


def _details(call: ast.Call, passed_on: str | None = None) -> frozenset[str] | None:
    """The details a call gives, those aside that a function only passes on in its ``**passed_on``."""
    keywords = [k for k in call.keywords if not (isinstance(k.value, ast.Name) and k.value.id == passed_on)]
    names = {keyword.arg for keyword in keywords if keyword.arg not in NOT_DETAILS}
    given = next((keyword.value for keyword in keywords if keyword.arg == "details"), None)
    if isinstance(given, ast.Dict) and all(isinstance(key, ast.Constant) for key in given.keys):
        names |= {str(key.value) for key in given.keys if isinstance(key, ast.Constant)}
    elif given is not None:
        return None
    return None if None in names else frozenset(str(name) for name in names)


def _passers(tree: ast.AST, makers: dict[str, Maker]) -> Iterator[tuple[str, Maker]]:
    """Functions whose own parameter is the code of an error they make."""
    for call, around in _calls(tree):
        maker = _maker(call, around, makers)
        code = _code(call, maker) if maker else None
        functions = [node for node in around if isinstance(node, Function)]
        if not isinstance(code, ast.Name) or not functions:
            continue
        function = functions[-1]
        positional = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
        taken = [*positional, *(arg.arg for arg in function.args.kwonlyargs)]
        if code.id not in taken:
            continue
        is_method = bool(positional) and positional[0] in {"self", "cls"}
        position = positional.index(code.id) - is_method if code.id in positional else None
        within = around[around.index(function) - 1] if around.index(function) else None
        name = within.name if function.name == "__init__" and isinstance(within, ast.ClassDef) else function.name
        kwarg = function.args.kwarg.arg if function.args.kwarg else None
        yield name, Maker(position, _details(call, kwarg))


def _reached(code: ast.expr, function: Function | None, module: str, definitions: Definitions) -> set[str]:
    """The codes an expression can come to: those written in it and in what it names, as far as that leads.

    A local name leads to what its function gives it, any other to the table or to the answers of the function it names.
    """
    found: set[str] = set()
    seen: set[int] = set()
    ahead: list[tuple[ast.AST, Function | None, str]] = [(code, function, module)]
    while ahead:
        expression, function, module = ahead.pop()
        for node in ast.walk(expression):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.add(node.value)
            named: list[tuple[ast.AST, Function | None, str]] = []
            if isinstance(node, ast.Name):
                named = [(given, function, module) for given in _given(node.id, function)]
                named = named or [(d, None, module) for d in definitions.get((module, node.id), [])]
            elif isinstance(node, ast.Attribute):
                named = [(d, None, _name(node.value)) for d in definitions.get((_name(node.value), node.attr), [])]
            for definition, within, where in named:
                if id(definition) not in seen:
                    seen.add(id(definition))
                    ahead += _answers(definition, within, where)
    return found


def _answers(definition: ast.AST, within: Function | None, module: str) -> list[tuple[ast.AST, Function | None, str]]:
    if not isinstance(definition, Function):
        return [(definition, within, module)]
    given = [node.value for node in ast.walk(definition) if isinstance(node, ast.Return | ast.Yield) and node.value]
    return [(value, definition, module) for value in given]


def _given(name: str, function: Function | None) -> list[ast.expr]:
    """What a function gives to one of its local names: by assignment, walrus or loop."""
    given: list[ast.expr] = []
    for node in ast.walk(function) if function else ():
        if (
            isinstance(node, ast.Assign) and name in {_name(n) for target in node.targets for n in _leaves(target)}
        ) or (isinstance(node, ast.NamedExpr | ast.AnnAssign) and _name(node.target) == name and node.value):
            given.append(node.value)
        elif isinstance(node, ast.For | ast.comprehension) and name in {_name(n) for n in _leaves(node.target)}:
            given.append(node.iter)
    return given


def _leaves(target: ast.expr) -> list[ast.expr]:
    return [leaf for part in target.elts for leaf in _leaves(part)] if isinstance(target, ast.Tuple) else [target]


def _definitions(path: Path, tree: ast.Module) -> Definitions:
    """What a file defines: its functions wherever they stand, and the tables at its top."""
    found: Definitions = {}
    for node in ast.walk(tree):
        if isinstance(node, Function):
            found.setdefault((path.stem, node.name), []).append(node)
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value:
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                found.setdefault((path.stem, _name(target)), []).append(node.value)
    return found


def _read(call: ast.Call, around: tuple[ast.AST, ...], makers: dict[str, Maker], at: Source, result: Uses) -> None:
    maker = _maker(call, around, makers)
    if maker is None:
        return
    code = _code(call, maker)
    if code is None:
        return
    functions = [node for node in around if isinstance(node, Function)]
    if isinstance(code, ast.Name) and any(
        code.id in {arg.arg for arg in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs)} for f in functions
    ):
        return  # passed on: read where this function is called
    if isinstance(code, ast.Attribute) and code.attr == "code":
        return  # the code of another error, read where that one is made
    dynamic = [node for node in ast.walk(code) if isinstance(node, ast.JoinedStr | ast.BinOp)]
    texts = [] if dynamic else sorted(_reached(code, functions[-1] if functions else None, at.module, at.definitions))
    if not texts:
        result.unreadable.append(f"{at.place}:{call.lineno} {ast.unparse(code)}")
        return
    given = _details(call)
    details = None if given is None or maker.adds is None else given | maker.adds
    result.known += [Use(text, details, f"{at.place}:{call.lineno}") for text in texts]
