"""Following sources: new items as they come, from where the last time ended, a failing source left alone for longer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import time

from haberci.core.errors import InputError, unreadable
from haberci.core.report import Report
from haberci.sources.address import host_of, is_address
from haberci.sources.document import digest
from haberci.sources.fetch import Fetched, FetchError, fetch
from haberci.sources.kinds import reports_in
from haberci.sources.options import SourceOptions
from haberci.sources.paths import document_of, read_paths
from haberci.store.followed import Followed, FollowedSources

MOST_PAUSE_S = 6 * 3600.0  # a source that fails is asked at least so often
_AT_ONCE = 8  # hosts that are asked at the same time; of each host one address at a time


@dataclass(frozen=True, slots=True)
class Turn:
    """What asking one source gave: the reports in it (None: nothing changed), what can't be read, and its new state.

    ``was_failing``: it failed the time before.
    """

    state: Followed
    reports: tuple[Report, ...] | None
    errors: tuple[InputError, ...]
    was_failing: bool


class Follower:
    """Asks sources in turn. ``every_s``: seconds between two times; ``clock``: seconds since 1970."""

    def __init__(
        self,
        addresses: Sequence[str],
        states: FollowedSources,
        every_s: float,
        options: SourceOptions,
        clock: Callable[[], float] = time,
    ) -> None:
        self._addresses = tuple(dict.fromkeys(addresses))
        self._states = states
        self._every_s = every_s
        self._options = options
        self._clock = clock

    def turn(self) -> Iterator[Turn]:
        """Ask the sources whose time has come, in the order given. Each turn must be ``settled`` once it is stored."""
        now = self._clock()
        states = [self._states.state(address) for address in self._addresses]
        due = [state for state in states if state.next_at <= now]
        hosts: dict[str, list[Followed]] = {}
        for state in due:
            hosts.setdefault(host_of(state.address) or "", []).append(state)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            asked = dict(zip(hosts, pool.map(self._ask_host, hosts.values()), strict=True))
        pairs = (zip(hosts[host], found, strict=True) for host, found in asked.items())
        answers = {state.address: answer for pair in pairs for state, answer in pair}
        for state in due:
            yield self._turn(state, answers[state.address])

    def settled(self, turn: Turn) -> None:
        """Keep the state of a source after what it gave is stored: a process that ends before asks again."""
        self._states.keep(turn.state)

    def failing(self) -> list[Followed]:
        """The sources that failed the last time and whose time has not yet come."""
        now = self._clock()
        states = map(self._states.state, self._addresses)
        return [state for state in states if state.failures and state.next_at > now]

    def wait_s(self) -> float:
        """How long no source is to be asked."""
        soonest = min(self._states.state(address).next_at for address in self._addresses)
        return max(0.0, soonest - self._clock())

    def _ask_host(self, states: Sequence[Followed]) -> list[Fetched | FetchError]:
        return [self._ask(state) for state in states]

    def _ask(self, state: Followed) -> Fetched | FetchError:
        try:
            if not is_address(state.address):
                return _file_state(state)
            private = self._options.private
            return fetch(state.address, private=private, etag=state.etag, modified=state.modified)
        except FetchError as error:
            return error

    def _turn(self, state: Followed, answer: Fetched | FetchError) -> Turn:
        if isinstance(answer, FetchError):
            return self._failed(state, answer, ())
        if answer.body is None:
            return Turn(self._read(state, answer), None, (), state.failures > 0)
        if is_address(state.address):
            found = list(reports_in(document_of(answer, state.address), self._options))
        else:
            found = list(read_paths([state.address], self._options))
        reports = tuple(x for x in found if isinstance(x, Report))
        errors = tuple(x for x in found if isinstance(x, InputError))
        if not reports and errors:
            return self._failed(state, errors[0], errors[1:])
        return Turn(self._read(state, answer), reports, errors, state.failures > 0)

    def _read(self, state: Followed, answer: Fetched) -> Followed:
        now = self._clock()
        etag, modified = (answer.etag or state.etag, answer.modified or state.modified)
        if answer.body is not None:
            etag, modified = answer.etag, answer.modified
        return Followed(state.address, etag, modified, now, now + self._every_s)

    def _failed(self, state: Followed, error: InputError, more: tuple[InputError, ...]) -> Turn:
        """Twice as long a pause as before, at most six hours; or as long as the host asks for, at most a day."""
        failures = state.failures + 1
        pause = min(self._every_s * 2.0 ** min(failures, 20), max(MOST_PAUSE_S, self._every_s))
        asked = error.wait_s if isinstance(error, FetchError) else None
        pause = max(pause, min(asked or 0.0, 24 * 3600.0))
        failed = state._replace(next_at=self._clock() + pause, failures=failures, fault=str(error))
        return Turn(failed, None, (error, *more), state.failures > 0)


def _file_state(state: Followed) -> Fetched:
    """A file or folder that is followed: what changed of it is told by time and size, as a server tells by its tags."""
    path = Path(state.address)
    try:
        files = sorted(x for x in path.rglob("*") if x.is_file()) if path.is_dir() else [path]
        marks = [f"{x.name} {found.st_mtime_ns} {found.st_size}" for x in files if (found := x.stat())]
    except OSError as error:
        raise FetchError(f"{state.address}: {unreadable(error)}") from error
    mark = digest(" ".join(marks).encode("utf-8", "replace"))
    return Fetched(state.address, None if mark == state.etag else b"", mark)
