"""Lets LibreOffice and chromium see the press's own font beside the installed ones."""

import os
from pathlib import Path
from typing import Final

FONTS: Final = Path(__file__).parent / "fonts"


def environment(folder: Path) -> dict[str, str]:
    """The process environment with a fontconfig file in `folder` that adds the press's fonts."""
    config = folder / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n<dir>{FONTS}</dir>\n'
        "</fontconfig>\n",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(config)}
