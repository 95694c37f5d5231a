"""Archives: zip and tar. Nothing in them is ever written by its name, and a name that leads out is not read."""

from __future__ import annotations

import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Self, cast

from haberci.core.errors import InputError
from haberci.sources.document import Document
from haberci.sources.look import Look
from haberci.sources.options import SourceOptions
from haberci.sources.origin import member_of

Piece = Document | InputError
_OFFICE = ("[Content_Types].xml", "mimetype")
_LEADS_OUT = "its name leads out of the archive; not read"


def tells_zip(look: Look) -> bool:
    """Whether it is a zip archive, an empty one too."""
    return look.head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def tells_tar(look: Look) -> bool:
    """Whether it is a tar archive: its mark stands at the 257th byte; the oldest kind has none and is not read."""
    return look.head[257:262] == b"ustar"


def read_zip(document: Document, options: SourceOptions) -> Iterator[Piece]:
    """The members of a zip archive, in its order."""
    with document.on_disk() as path:
        document.budget.packed = document.budget.packed or path.stat().st_size
        try:
            with zipfile.ZipFile(path) as archive:
                yield from _members(document, archive)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise InputError(f"the zip archive is broken ({error})") from error


def _members(document: Document, archive: zipfile.ZipFile) -> Iterator[Piece]:
    if any(name in archive.NameToInfo for name in _OFFICE):
        raise InputError("it is an office document or a book, not an archive of reports; save its text")
    for info in archive.infolist():
        if info.is_dir():
            continue
        if _leads_out(info.filename):
            yield InputError(f"{member_of(document.origin, info.filename).name}: {_LEADS_OUT}")
            continue
        try:
            with archive.open(info) as below:
                yield document.member(info.filename, cast(BinaryIO, below))
        except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
            yield InputError(f"{member_of(document.origin, info.filename).name}: {_told(error)}")


def _told(error: Exception) -> str:
    said = str(error)
    return "it is locked by a password" if "password" in said else f"the member is broken ({said})"


class _Member(tarfile.TarInfo):
    """A header of a tar archive; Python's own reader ends without a word where one in the middle is broken."""

    @classmethod
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        """The next header. Raises ReadError where it is broken."""
        try:
            return super().fromtarfile(tarfile_)
        except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError) as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(str(error)) from error


def read_tar(document: Document, options: SourceOptions) -> Iterator[Piece]:
    """The members of a tar archive, as they come; links are passed by, for what they lead to is a member itself."""
    try:
        with tarfile.open(fileobj=document.stream, mode="r|", tarinfo=_Member) as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # or it would keep all of them
                yield from _tar_member(document, archive, info)
    except (tarfile.TarError, UnicodeDecodeError, ValueError) as error:
        raise InputError(f"the tar archive is broken ({error})") from error


def _tar_member(document: Document, archive: tarfile.TarFile, info: tarfile.TarInfo) -> Iterator[Piece]:
    if _leads_out(info.name) or (info.issym() and _leads_out(info.linkname)):
        yield InputError(f"{member_of(document.origin, info.name).name}: {_LEADS_OUT}")
    elif info.isreg() and (below := archive.extractfile(info)) is not None:
        yield document.member(info.name, cast(BinaryIO, below))


def _leads_out(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or name[1:2] == ":"
