"""One speaker measured in a process of its own, by whatever Python has it: piper-tts, or bare onnxruntime.

    python voices_probe.py piper MODEL   < {"first": text, "texts": [text ...], "runs": n}
    python voices_probe.py bare MODEL    < {"ids": [[id ...] ...], "scales": [...]}

Prints "ready" when the model is loaded, waits for a line, and prints one JSON object.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Any


def _peak() -> float:
    """Megabytes this process has held at most (Linux)."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1000


def _piper(model: str, asked: dict[str, Any]) -> dict[str, float]:
    began = time.perf_counter()
    from piper import PiperVoice, SynthesisConfig  # type: ignore[import-not-found, unused-ignore]

    steady = SynthesisConfig(noise_w_scale=0.0)
    voice = PiperVoice.load(model)
    next(iter(voice.synthesize(asked["first"], steady)))
    cold = time.perf_counter() - began
    _wait()
    first, processor = [], []
    for _ in range(asked["runs"]):
        began, spent = time.perf_counter(), time.process_time()
        next(iter(voice.synthesize(asked["first"], steady)))
        first.append(time.perf_counter() - began)
        processor.append(time.process_time() - spent)

    def speed() -> float:
        samples, began = 0, time.perf_counter()
        for text in asked["texts"]:
            for chunk in voice.synthesize(text, steady):
                samples += len(chunk.audio_int16_array)
        return float(samples / chunk.sample_rate / (time.perf_counter() - began))

    on_all_cores = speed()
    voice.session = _on_one_thread(model)
    return {
        "cold": cold,
        "first": statistics.median(first),
        "first CPU": statistics.median(processor),
        "speed": on_all_cores,
        "speed on one thread": speed(),
        "MB": _peak(),
    }


def _bare(model: str, asked: dict[str, Any]) -> dict[str, float]:
    import numpy
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    scales = numpy.array(asked["scales"], dtype=numpy.float32)

    def speak(ids: list[int]) -> int:
        given = {"input": numpy.array([ids]), "input_lengths": numpy.array([len(ids)]), "scales": scales}
        return int(session.run(None, given)[0].size)

    speak(asked["ids"][0])
    _wait()
    began = time.process_time()
    samples = sum(map(speak, asked["ids"]))
    return {"samples": samples, "CPU": time.process_time() - began}


def _on_one_thread(model: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _wait() -> None:
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    os.nice(10)  # as our workers are: on a busy machine, who is nicer would be all that is measured
    speaker = {"piper": _piper, "bare": _bare}[sys.argv[1]]
    print(json.dumps(speaker(sys.argv[2], json.loads(sys.stdin.readline()))))
