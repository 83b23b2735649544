"""Whether pictures can be read here: the libraries for it are an extra of the installation."""

from __future__ import annotations

from importlib.util import find_spec


def can_read_pictures() -> bool:
    """Whether RapidOCR and ONNX Runtime are installed; asks without importing them."""
    return all(find_spec(library) is not None for library in ("rapidocr", "onnxruntime"))
