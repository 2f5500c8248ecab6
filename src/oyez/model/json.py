"""Every value to JSON and back, so that any stage can be stopped, looked at, edited and resumed.

value -> plain (dicts, lists, numbers, strings) -> text. The outermost object carries "format" and
"type"; blocks carry "kind"; offsets are UTF-16; samples are base64 of 16-bit little-endian PCM.
"""

from __future__ import annotations

import base64
import json
import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from oyez.errors import UnsupportedFormat
from oyez.model.article import Article, Block
from oyez.model.offsets import Utf16
from oyez.model.script import Script

__all__ = ["FORMAT", "from_json", "plain", "to_json"]

FORMAT = 1

_BLOCKS: dict[str, type] = {cls.kind: cls for cls in get_args(Block)}
_Value = TypeVar("_Value")
_Plain = list[dict[str, Any]]


def to_json(value: object, indent: int | None = None) -> str:
    """One stage's value as JSON text."""
    return json.dumps(plain(value), ensure_ascii=False, indent=indent)


def plain(value: object) -> dict[str, Any]:
    """One stage's value as plain dicts and lists, headed by its format number and type."""
    return {"format": FORMAT, "type": type(value).__name__, **_dump(value)}


def from_json(cls: type[_Value], text: str | bytes) -> _Value:
    """Read a value of `cls` back; UnsupportedFormat where the text is not one, or of another format."""
    hint = f"give the JSON that oyez wrote for a {cls.__name__}"
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnsupportedFormat(f"this is not JSON: {error}", hint) from error
    if not isinstance(data, dict) or data.get("type") != cls.__name__:
        raise UnsupportedFormat(f"this JSON is not a {cls.__name__}", hint)
    if data.get("format") != FORMAT:
        raise UnsupportedFormat(
            f"this {cls.__name__} has format {data.get('format')!r}, this Oyez reads {FORMAT}", hint
        )
    try:
        value = _load(cls, data)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError) as error:
        raise UnsupportedFormat(f"this {cls.__name__} is damaged: {error!r}", hint) from error
    assert isinstance(value, cls)
    return value


def _dump(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        data = _dump_fields(value)
        if isinstance(value, Script):
            data["sentences"] = _shifted_sentences(data["sentences"], value.article.block_text, Utf16.out)
        if isinstance(value, Block):
            data = {"kind": value.kind, **data}
            if "marks" in data:
                data["marks"] = _shifted(data["marks"], Utf16(value.text), Utf16.out)
        return data
    if isinstance(value, (tuple, list)):
        return [_dump(item) for item in value]
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    if hasattr(value, "astype"):  # samples, without importing numpy to say so
        return {"base64": base64.b64encode(value.astype("<i2").tobytes()).decode("ascii")}
    return value


def _dump_fields(value: Any) -> dict[str, Any]:
    return {field.name: _dump(getattr(value, field.name)) for field in fields(value)}


def _shifted(
    items: list[dict[str, Any]], table: Utf16, way: Callable[[Utf16, int], int]
) -> list[dict[str, Any]]:
    """Copies of dumped marks or words with their offsets translated."""
    return [{**item, "start": way(table, item["start"]), "end": way(table, item["end"])} for item in items]


def _shifted_sentences(
    sentences: list[dict[str, Any]], text_of: Callable[[int | None], str], way: Callable[[Utf16, int], int]
) -> list[dict[str, Any]]:
    tables = {sentence["block"]: Utf16(text_of(sentence["block"])) for sentence in sentences}
    return [
        {**sentence, "words": _shifted(sentence["words"], tables[sentence["block"]], way)}
        for sentence in sentences
    ]


@cache
def _hints(cls: type) -> dict[str, Any]:
    # Clip names numpy under TYPE_CHECKING only; its samples are loaded by hand.
    names = {"NDArray": list, "int16": int}
    return get_type_hints(cls, localns=names)


def _load(hint: Any, data: Any) -> Any:
    origin = get_origin(hint)
    if origin is Literal:
        if data not in get_args(hint):
            raise ValueError(f"{data!r} is not one of {get_args(hint)}")
        return data
    if origin in (Union, types.UnionType):
        return _load_union(get_args(hint), data)
    if origin is tuple:
        return _load_tuple(get_args(hint), data)
    if origin is list:
        return _load_samples(data)
    if is_dataclass(hint):
        return _load_dataclass(hint, data)  # type: ignore[arg-type]
    if hint is bytes:
        return base64.b64decode(data["base64"])
    if hint in (date, datetime):
        return hint.fromisoformat(data)
    if hint is float and type(data) is int:
        return float(data)
    if type(data) is not hint:
        raise ValueError(f"{data!r} is not {hint.__name__}")
    return data


def _load_union(options: tuple[Any, ...], data: Any) -> Any:
    if data is None:
        if type(None) in options:
            return None
        raise ValueError("null stands where a value is needed")
    if isinstance(data, dict) and "kind" in data and data["kind"] in _BLOCKS:
        return _load_dataclass(_BLOCKS[data["kind"]], data)
    if datetime in options and isinstance(data, str):
        return _load(datetime if "T" in data else date, data)
    if bytes in options:
        return _load(bytes if isinstance(data, dict) else str, data)
    (option,) = (one for one in options if one is not type(None))
    return _load(option, data)


def _load_tuple(options: tuple[Any, ...], data: Any) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError(f"{data!r} is not a list")
    if len(options) == 2 and options[1] is Ellipsis:
        return tuple(_load(options[0], item) for item in data)
    return tuple(_load(option, item) for option, item in zip(options, data, strict=True))


def _load_samples(data: dict[str, str]) -> Any:
    import numpy

    return numpy.frombuffer(base64.b64decode(data["base64"]), dtype="<i2")


def _load_dataclass(cls: type, data: dict[str, Any]) -> Any:
    hints = _hints(cls)
    values: dict[str, Any] = {}
    for field in fields(cls):
        if field.name in data:
            values[field.name] = data[field.name]
        elif field.default is MISSING and field.default_factory is MISSING:
            raise KeyError(field.name)
    if values.get("marks"):
        bare = {name: _load(hints[name], item) for name, item in values.items() if name != "marks"}
        values["marks"] = _shifted(values["marks"], Utf16(cls(**bare).text), Utf16.back)
    elif cls is Script:
        article = _load(Article, values["article"])
        values["sentences"] = _shifted_sentences(values["sentences"], article.block_text, Utf16.back)
    return cls(**{name: _load(hints[name], item) for name, item in values.items()})
