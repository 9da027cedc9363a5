"""A wrong command line in one Chinese sentence, instead of the parser's English."""

from __future__ import annotations

from typing import Any

import typer

# Typer exports only this one of its parser's exceptions; what it is a kind of covers the others.
UsageError: type[Any] = typer.BadParameter.__mro__[1]


def usage_words(error: Any) -> str:
    """What is wrong with a command line, and where its help is.

    Without any argument that is the help itself.
    """
    if type(error).__name__ == "NoArgsIsHelpError":
        return str(error.format_message())
    command = error.ctx.command_path if error.ctx else "mingbai"
    return f"{_fault(error)}。用法:{command} --help"


def _fault(error: Any) -> str:
    parameter = getattr(error, "param", None)
    if parameter is not None:
        name = "/".join(parameter.opts) if parameter.param_type_name == "option" else str(parameter.name).upper()
        fault = "没有写" if type(error).__name__ == "MissingParameter" else f"读不懂({error.message})"
        return f"{name} {fault};它是:{getattr(parameter, 'help', None) or parameter.type.name}"
    option = getattr(error, "option_name", None)
    if option is not None:
        near = "、".join(sorted(getattr(error, "possibilities", None) or ()))
        return f"{option} 没有写全,或者没有这个选项" + (f";是不是 {near}" if near else "")
    commands = getattr(error.ctx.command, "commands", None) if error.ctx else None
    if commands:
        return f"没有这个命令;可以是:{'、'.join(commands)}"
    return f"多写了,或者写得不全({error.format_message()})"
