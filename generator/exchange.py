"""One system call: exchanging two folders so that nobody ever sees either of them missing."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # <linux/fs.h>
_RENAME_SWAP = 2  # <sys/stdio.h> of macOS
_UNSUPPORTED = frozenset((errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM))


def exchange(first: Path, second: Path) -> bool:
    """Exchange two folders of one file system atomically; False where this system or file system cannot."""
    code = _call(os.fsencode(first), os.fsencode(second))
    if code and code not in _UNSUPPORTED:
        raise OSError(code, os.strerror(code), str(second))
    return code == 0


def _call(first: bytes, second: bytes) -> int:
    """Give 0, or the number of the error."""
    if sys.platform == "win32":
        return errno.ENOSYS
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(first, second, _RENAME_SWAP)
    else:
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0
