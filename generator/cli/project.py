"""The folder of the project, which building needs and checking does not."""

from __future__ import annotations

from pathlib import Path

from generator.language import Bilingual
from generator.problems import BuildStoppedError

_CONFIG = "mkdocs.yml"


def project_folder() -> Path:
    """Give the current folder; raises BuildStoppedError where it is not the project's, before anything is written."""
    folder = Path.cwd()
    if not (folder / _CONFIG).is_file():
        raise BuildStoppedError(
            Bilingual(f"ไม่มี {_CONFIG} ในโฟลเดอร์นี้ ({folder})", f"There is no {_CONFIG} in this folder ({folder})."),
            Bilingual(
                f"สั่งในโฟลเดอร์ของโครงการ ซึ่งมี {_CONFIG}, data และ docs อยู่ด้วยกัน",
                f"Run this in the project's folder, the one that holds {_CONFIG}, data and docs.",
            ),
        )
    return folder
