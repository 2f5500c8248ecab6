"""Graphs that are built in tests, as the bytes of a model file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy
import onnx
from onnx import helper, numpy_helper

__all__ = ["checked_model"]


def checked_model(
    nodes: Sequence[Any], name: str, inputs: Sequence[Any], outputs: Sequence[Any], values: Mapping[str, Any]
) -> bytes:
    """The nodes with their constants by name; raises where onnx would not take it."""
    constants = [numpy_helper.from_array(numpy.asarray(value), one) for one, value in values.items()]
    graph = helper.make_graph(nodes, name, inputs, outputs, constants)
    opset = helper.make_opsetid("", 17)
    whole: bytes = helper.make_model(graph, opset_imports=[opset], ir_version=8).SerializeToString()
    onnx.checker.check_model(whole)
    return whole
