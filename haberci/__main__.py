"""The command line's way in: what goes wrong becomes one line on standard error and an exit status."""

from __future__ import annotations

import errno
import io
import os
import sys
from pathlib import Path

from typer import TyperException

from haberci.cli.app import app
from haberci.cli.complaints import complain
from haberci.core.errors import HaberciError

FAILED = 2
STOPPED = 130
PIPE_CLOSED = 141


def main() -> int:
    """Run the command line. Exit status: 0, 2 if anything failed, 130 after Ctrl-C, 141 when the pipe was closed."""
    try:
        _speak_utf8()
        status = app(prog_name="haberci", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        said = _usage(error)
        if said:  # a bare `haberci` has printed its help and says nothing more
            complain(said)
        return FAILED if said else 0
    except HaberciError as error:
        complain(str(error))
        return FAILED
    except KeyboardInterrupt:
        return STOPPED
    except SystemExit as error:  # what typer makes of a closed pipe
        return PIPE_CLOSED if error.code == 1 else int(error.code or 0)
    except OSError as error:
        return _output_failed(error)
    except Exception as error:  # noqa: BLE001 - the last resort: a person gets one line, and where the fault lies
        complain(_fault(error))
        return FAILED
    return status if isinstance(status, int) else 0


def _usage(error: TyperException) -> str:
    """A wrong option or a missing argument, and where help is."""
    context = getattr(error, "ctx", None)
    said = error.format_message() if hasattr(error, "format_message") else str(error)
    said = " ".join(said.split()).rstrip(".").replace("Value error, ", "")
    return f"{said} (see {context.command_path} --help)" if said and context else said


def _fault(error: Exception) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"a fault of haberci itself, please report it: {error!r}{where}"


def _output_failed(error: OSError) -> int:
    """Standard output can't be written; it is led to nowhere, or Python would complain once more at its end."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if error.errno == errno.EPIPE:
        return PIPE_CLOSED
    complain(f"standard output: {error.strerror or error}")
    return FAILED


def _speak_utf8() -> None:
    """A file or pipe gets UTF-8 whatever the locale is; a terminal its own encoding, never an error."""
    _open_what_is_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _open_what_is_closed() -> None:
    """Standard error that was closed leads nowhere: Python would print complaints among the output instead."""
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - open as long as the process
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


if __name__ == "__main__":
    sys.exit(main())
