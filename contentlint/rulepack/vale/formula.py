"""Sums such as "(words / sentences) * 0.39" and conditions such as "> 8", worked out without running code."""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping

_SUMS: Mapping[type, Callable[[float, float], float]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv, ast.Mod: math.fmod,
}  # fmt: skip
_COMPARE: Mapping[type, Callable[[float, float], bool]] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge, ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}  # fmt: skip
_FUNCTIONS = {name: getattr(math, name) for name in (
    "sqrt cbrt pow log log10 log2 log1p exp floor ceil trunc fabs sin cos tan hypot".split()
)} | {"abs": abs, "max": max, "min": min, "round": round}  # fmt: skip
_HEADING = re.compile(r"heading\.(h[1-6])")
LONGEST = 2_000


class FormulaError(ValueError):
    """A formula that cannot be read."""


def parse(text: str) -> ast.expr:
    """Return a formula ready to be worked out. Raises FormulaError."""
    if len(text) > LONGEST:
        raise FormulaError("the formula is too long")
    plain = _HEADING.sub(r"heading_\1", text).replace("&&", " and ").replace("||", " or ").strip()
    try:
        tree = ast.parse(re.sub(r"!(?!=)", " not ", plain).replace("\n", " ").strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise FormulaError("the formula is no sum") from None
    for node in ast.walk(tree):
        if not isinstance(node, (ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.Call, ast.Name, ast.Attribute,
                                 ast.Constant, ast.operator, ast.unaryop, ast.boolop, ast.cmpop, ast.expr_context)):  # fmt: skip
            raise FormulaError("the formula holds more than a sum")
        if isinstance(node, ast.Constant) and (isinstance(node.value, bool) or not isinstance(node.value, (int, float))):
            raise FormulaError("the formula holds more than numbers")
        if isinstance(node, ast.BinOp) and type(node.op) not in _SUMS:
            raise FormulaError("the formula knows + - * / and %")
        if isinstance(node, ast.Call) and _function(node) not in _FUNCTIONS:
            raise FormulaError("the formula calls a function that is not known")
    return tree


def names(tree: ast.expr) -> set[str]:
    """Return the variables of a formula."""
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and id(node) not in called and node.id != "math"}


def _function(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        inner = node.func.value
        return node.func.attr if isinstance(inner, ast.Name) and inner.id == "math" else ""
    return node.func.id if isinstance(node.func, ast.Name) else ""


def work_out(tree: ast.expr, values: Mapping[str, float]) -> float:
    """Return the value. Raises ArithmeticError, ValueError (of a function) and KeyError (an unknown name)."""
    if isinstance(tree, ast.Constant):
        return float(tree.value)  # type: ignore[arg-type]
    if isinstance(tree, ast.Name):
        return values[tree.id]
    if isinstance(tree, ast.Attribute):
        return float({"pi": math.pi, "e": math.e}[tree.attr])
    if isinstance(tree, ast.UnaryOp):
        value = work_out(tree.operand, values)
        return -value if isinstance(tree.op, ast.USub) else float(not value) if isinstance(tree.op, ast.Not) else value
    if isinstance(tree, ast.BinOp):
        return _SUMS[type(tree.op)](work_out(tree.left, values), work_out(tree.right, values))
    if isinstance(tree, ast.BoolOp):
        found = [bool(work_out(part, values)) for part in tree.values]
        return float(all(found) if isinstance(tree.op, ast.And) else any(found))
    if isinstance(tree, ast.Compare):
        sides = [work_out(side, values) for side in (tree.left, *tree.comparators)]
        pairs = zip(tree.ops, sides, sides[1:], strict=False)
        return float(all(_COMPARE[type(op)](left, right) for op, left, right in pairs if type(op) in _COMPARE))
    if isinstance(tree, ast.Call):
        return float(_FUNCTIONS[_function(tree)](*(work_out(part, values) for part in tree.args)))
    raise FormulaError("the formula holds more than a sum")
