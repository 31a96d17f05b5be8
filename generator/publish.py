"""Putting a finished site in place of the old one, in one step, so that whatever goes wrong the old site stays whole.

Beside the site `X` lies the work folder `.X.build`: a lock, the new site while it is made, for a moment the old one.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from generator.exchange import exchange
from generator.language import Bilingual
from generator.problems import BuildStoppedError

if TYPE_CHECKING:
    from collections.abc import Iterator

MANIFEST = "manifest.json"
_MADE_BY = "prongsai"
_NEW, _OLD, _LOCK = "site", "old", "lock"
# Left behind by file browsers, of no worth to anybody.
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
_SHOWN_FILES = 10


@contextmanager
def workspace(site: Path) -> Iterator[Path]:
    """Give the work folder of `site`, locked, without leftovers; a build makes its new site in the `site` folder of it.

    Raises BuildStoppedError when another build holds it, when `site` holds files that are not the portal's, and when
    the disk is full. The new site is removed in the end, whatever happened; the rest stays for the next build.
    """
    site = site.resolve()
    work = site.parent / f".{site.name}.build"
    with _told(site), _locked(work, site):
        _recover(work, site)
        _refuse_foreign(site)
        try:
            yield work
        finally:
            shutil.rmtree(work / _NEW, ignore_errors=True)


def manifest(site: Path) -> None:
    """Write manifest.json into `site`: the path, SHA-256 and size in bytes of every file but itself, sorted by path."""
    files = {name: _entry(site / name) for name in _names(site) if name != MANIFEST}
    text = json.dumps({"made_by": _MADE_BY, "files": files}, ensure_ascii=False, indent=1)
    (site / MANIFEST).write_text(text + "\n", encoding="utf-8", newline="\n")


def normalise_modes(site: Path) -> None:
    """Make every file readable for a web server (0644, folders 0755), whatever the umask of the builder."""
    for folder, _, files in os.walk(site):
        Path(folder).chmod(0o755)
        for name in files:
            Path(folder, name).chmod(0o644)


def swap(new: Path, site: Path) -> None:
    """Put the finished folder `new`, which lies in the work folder of `site`, in the place of `site`, in one step.

    Where the system cannot exchange two folders, two renames do it, and the next build completes them if they are cut.
    """
    site = site.resolve()
    _refuse_foreign(site)
    normalise_modes(new)
    if not site.exists():
        new.rename(site)
    elif not exchange(new, site):
        _two_renames(new, site)


def _two_renames(new: Path, site: Path) -> None:
    old = new.parent / _OLD
    site.rename(old)
    try:
        new.rename(site)
    except BaseException:
        old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _recover(work: Path, site: Path) -> None:
    """Undo what a killed build left half done: an old site moved away comes back, half-made sites and probes go."""
    old = work / _OLD
    if old.exists() and not site.exists():
        old.rename(site)
    for leftover in (old, work / _NEW, *work.glob("probe-*")):
        if leftover.exists():
            shutil.rmtree(leftover)


def _refuse_foreign(site: Path) -> None:
    """Nothing is replaced but an empty folder or a site of ours that holds no file of anybody else's."""
    if not site.exists():
        return
    if not site.is_dir():
        raise _foreign(site, [site.name])
    strangers = [name for name in _names(site) if Path(name).name not in _LITTER]
    listed = _listed(site)
    if listed is not None:
        strangers = [name for name in strangers if name not in listed and name != MANIFEST]
    if strangers:
        raise _foreign(site, strangers)


def _listed(site: Path) -> dict[str, Any] | None:
    """Give the files of a manifest that we wrote, or None."""
    try:
        content = json.loads((site / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    ours = isinstance(content, dict) and content.get("made_by") == _MADE_BY
    files = content.get("files") if ours else None
    return files if isinstance(files, dict) else None


def _names(site: Path) -> list[str]:
    walked = [(Path(folder), files) for folder, _, files in os.walk(site, onerror=_raise)]
    return sorted((folder / name).relative_to(site).as_posix() for folder, files in walked for name in files)


def _raise(error: OSError) -> None:
    raise error


def _entry(path: Path) -> dict[str, Any]:
    if not stat.S_ISREG(path.lstat().st_mode):
        return {"sha256": "", "bytes": -1}
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "bytes": len(content)}


@contextmanager
def _locked(work: Path, site: Path) -> Iterator[None]:
    if not work.exists():  # no other build can be at work: leave nothing beside a folder that is not ours
        _refuse_foreign(site)
    work.mkdir(parents=True, exist_ok=True)
    lock = FileLock(work / _LOCK, timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise BuildStoppedError(
            Bilingual(f"มีการสร้างเว็บไซต์ {site} อยู่แล้ว", f"Another build of {site} is running."),
            Bilingual("รอให้เสร็จแล้วสั่งใหม่", "Wait until it has ended, then try again."),
        ) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _told(site: Path) -> Iterator[None]:
    """Tell what the operating system refused as a reason to stop; the old site is whole in every case."""
    try:
        yield
    except OSError as error:
        where = error.filename or site
        if error.errno in _FULL:
            message = Bilingual(f"ที่เก็บข้อมูลเต็มขณะเขียน {where}", f"The disk is full: {where} could not be written.")
            remedy = Bilingual(
                "เพิ่มที่ว่างแล้วสร้างใหม่ เว็บไซต์เดิมยังอยู่ครบ", "Make room and build again; the old site is whole."
            )
        else:
            message = Bilingual(
                f"ระบบไม่ยอมให้ทำกับ {where}: {error.strerror}", f"The system refused, at {where}: {error.strerror}"
            )
            remedy = Bilingual(
                "ตรวจสิทธิ์ของโฟลเดอร์และว่ามีโปรแกรมอื่นเปิดอยู่หรือไม่ เว็บไซต์เดิมยังอยู่ครบ",
                "Check the permissions of the folder and whether a program holds it open; the old site is whole.",
            )
        raise BuildStoppedError(message, remedy) from error


def _foreign(site: Path, strangers: list[str]) -> BuildStoppedError:
    shown = ", ".join(strangers[:_SHOWN_FILES]) + (" …" if len(strangers) > _SHOWN_FILES else "")
    return BuildStoppedError(
        Bilingual(
            f"{site} มีไฟล์ที่ Prongsai ไม่ได้สร้าง จึงไม่เขียนทับ: {shown}",
            f"{site} holds files that Prongsai did not make, so it is not replaced: {shown}",
        ),
        Bilingual(
            "เลือกโฟลเดอร์ใหม่หรือโฟลเดอร์ว่าง หรือย้ายไฟล์เหล่านั้นออกก่อน (ไฟล์ที่ต้องการเผยแพร่ให้วางใน docs/)",
            "Choose a new or empty folder, or move these files away first (what is to be published belongs in docs/).",
        ),
    )
