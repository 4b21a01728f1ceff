"""Finds the parts that live one to a file, and checks that each keeps its contract.

A new checker, format, feedback route or traffic export is one new file: nothing here names them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from types import MappingProxyType, ModuleType

#: package → names that each of its part modules must have
CONTRACTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "contentlint.checks": ("ENGINE", "PROBLEMS", "check"),
        "contentlint.evidence.probes": ("NAME", "EACH", "ORDER", "look"),
        "contentlint.parse": ("EXTENSIONS", "MEDIA_TYPES", "parse"),
        "contentlint.feedback": ("NAME", "read", "recognises"),
        "contentlint.traffic": ("NAME", "read", "recognises"),
        "contentlint.render": ("EXTENSION", "NAME", "render"),
    }
)


def names(package: str) -> tuple[str, ...]:
    """Return the names of a package's public modules, sorted, without importing them."""
    folder = importlib.import_module(package).__path__
    return tuple(sorted(item.name for item in pkgutil.iter_modules(folder) if item.name[0] != "_"))


def broken(package: str, module: ModuleType) -> tuple[str, ...]:
    """Return the contract's names that a part module lacks. A module with none of them is no part."""
    wanted: Sequence[str] = CONTRACTS[package]
    missing = tuple(name for name in wanted if not hasattr(module, name))
    return missing if len(missing) < len(wanted) else ()


def is_part(package: str, module: ModuleType) -> bool:
    """Tell whether a module is a part (it has at least one name of the contract), not a helper."""
    return any(hasattr(module, name) for name in CONTRACTS[package])


def parts(package: str) -> dict[str, ModuleType]:
    """Import a package's parts: name → module. Raises TypeError where one breaks its contract."""
    found = {}
    for name in names(package):
        module = importlib.import_module(f"{package}.{name}")
        if missing := broken(package, module):
            raise TypeError(f"{package}.{name} lacks {', '.join(missing)}")
        if is_part(package, module):
            found[name] = module
    return found
