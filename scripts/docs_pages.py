"""For `make docs`: a page lists every public function of its room, and roles of docstrings become links.

mkdocs loads this file as a hook, griffe as an extension. A page says ``{{ analysis.measure }}``; what the room offers
is read from its ``__all__``, so that a new measure is documented the day it is public. ``{{ analysis.cli }}`` is the
help of every command, as a terminal shows it.
"""

import re
from collections.abc import Iterator
from importlib import import_module

import click
import griffe

_ROOM = re.compile(r"^\{\{ (analysis\.\w+) \}\}$", re.M)
# "draws, seed" and what is said of both: griffe would give seed the default of draws.
_SEVERAL = re.compile(r"^(\w+(?:, \w+)+)\n((?: {4}.*(?:\n|\Z)|\n(?= {4}))+)", re.M)
_ROLE = re.compile(r":(?:func|mod|class|meth|attr):`([\w.]+)`")


def on_page_markdown(markdown: str, **_) -> str:
    """Replace ``{{ analysis.measure }}`` by the functions and classes of that room (called by mkdocs)."""
    return _ROOM.sub(lambda marker: _commands() if marker[1] == "analysis.cli" else _entries(marker[1]), markdown)


def _commands() -> str:
    from analysis.cli import main

    return "\n\n".join(_helps(main, click.Context(main, info_name="analysis", **main.context_settings)))


def _helps(command: click.Command, context: click.Context) -> Iterator[str]:
    said = command.get_help(context)
    yield f"## {context.command_path}\n\n```text\n{said}\n```"
    for name, inner in sorted(getattr(command, "commands", {}).items()):
        yield from _helps(inner, click.Context(inner, info_name=name, parent=context, **inner.context_settings))


def _entries(room: str) -> str:
    names = [name for name in import_module(room).__all__ if _defined(room, name)]
    said = f"::: {room}\n    options: {{members: false}}\n\n"
    return said + "\n\n".join(
        f"::: {_defined(room, name)}\n    options: {{show_root_heading: true, show_root_toc_entry: true,"
        f' heading: "{room.removeprefix("analysis.")}.{name}", toc_label: "{name}"}}'
        for name in names
    )


def _defined(room: str, name: str) -> str | None:
    # measure.novelty is a file and the function in it: only the full name of the function is without doubt. A constant
    # does not know where it is from; the functions that use it say what it is.
    thing = getattr(import_module(room), name, None)
    return f"{thing.__module__}.{thing.__qualname__}" if hasattr(thing, "__qualname__") else None


def linked(text: str, module: str, owner: str | None = None) -> str:
    """Return a docstring with its roles as links of the reference.

    Parameters
    ----------
    text
        The docstring.
    module
        Where it stands: ``"analysis.measure.phrases"``. A bare name is one of the same room, its first two names.
    owner
        The full name of the class it belongs to, in which the roles ``meth`` and ``attr`` are looked up.

    >>> linked("See :func:`novelty`.", "analysis.measure.phrases")
    'See [`novelty`][analysis.measure.novelty.novelty].'
    """
    room = ".".join(module.split(".")[:2])

    def link(role: re.Match) -> str:
        name = role[1]
        if owner and role[0].startswith((":meth:", ":attr:")):
            return f"[`{name}`][{owner}.{name}]"
        place, _, last = (name if name.startswith("analysis.") else f"{room}.{name}").rpartition(".")
        try:
            full = _defined(place, last)
        except ImportError:
            full = None
        return f"[`{name}`][{full or f'{place}.{last}'}]"

    return _ROLE.sub(link, text)


def sectioned(text: str) -> str:
    """Return a docstring with an entry for each parameter, and a heading over examples that have none.

    >>> sectioned("draws, seed\\n    The resamples.\\n")
    'draws\\n    The resamples.\\nseed\\n    The resamples.\\n'
    >>> sectioned("One sentence.\\n\\n>" + ">> 1")
    'One sentence.\\n\\nExamples\\n--------\\n>>> 1'
    """
    text = _SEVERAL.sub(lambda entry: "".join(f"{name}\n{entry[2]}" for name in entry[1].split(", ")), text)
    if "\nExamples\n---" not in text:
        text = re.sub(r"^>>> ", "Examples\n--------\n>>> ", text, count=1, flags=re.M)
    return text


class Docstrings(griffe.Extension):
    """Does both for every docstring that is read."""

    def on_object(self, *, obj: griffe.Object, **_) -> None:
        """Rewrite the docstring of one module, class, function or attribute."""
        if obj.docstring:
            parent = obj.parent if obj.parent is not None and obj.parent.is_class else None
            owner = obj.path if obj.is_class else parent.path if parent else None
            obj.docstring.value = sectioned(linked(obj.docstring.value, obj.module.path, owner))
