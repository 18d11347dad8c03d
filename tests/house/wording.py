"""Which error codes the program uses, with the details each use gives: read from the source, not from a list.

A code is read where an error or a Problem is made (``RuleBroken("x.y", day=…)``, ``Problem(field=…, code="x.y")``), in
subclasses of HallError, and through functions that only pass a code on (``def _problem(field, code, **details)``).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.house.tree import parsed, shown

MAKERS = {"HallError", "RuleBroken", "NotAllowed", "NotFound", "Stale", "Unavailable", "Offline"}
NOT_DETAILS = {"code", "problems", "field", "details"}
Function = ast.FunctionDef | ast.AsyncFunctionDef


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
    result = Uses()
    for path, tree in trees.items():
        for call, around in _calls(tree):
            _read(call, around, makers, shown(path), result)
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


def _literals(code: ast.expr, functions: list[Function]) -> list[str] | None:
    """Every value the code can have: a literal, one of two, or a local name that is given nothing but literals."""
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        return [code.value]
    choices: list[ast.expr] = []
    if isinstance(code, ast.IfExp):
        choices = [code.body, code.orelse]
    elif isinstance(code, ast.Name) and functions:
        assigned = [node for node in ast.walk(functions[-1]) if isinstance(node, ast.Assign)]
        choices = [a.value for a in assigned if [_name(target) for target in a.targets] == [code.id]]
    found = [_literals(choice, functions) for choice in choices]
    return [text for texts in found for text in texts or []] if found and None not in found else None


def _read(call: ast.Call, around: tuple[ast.AST, ...], makers: dict[str, Maker], place: str, result: Uses) -> None:
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
    texts = _literals(code, functions)
    if texts is None:
        result.unreadable.append(f"{place}:{call.lineno} {ast.unparse(code)}")
        return
    given = _details(call)
    details = None if given is None or maker.adds is None else given | maker.adds
    result.known += [Use(text, details, f"{place}:{call.lineno}") for text in texts]
