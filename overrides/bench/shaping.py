"""A proxy on this machine that makes the line slow and counts what goes over it.

DevTools shapes each page and worker for itself, so that a page which fetches in a worker would escape it. Here all
connections share one line, whoever opens them.
"""

import asyncio
import time
from dataclasses import dataclass, field
from threading import Event, Thread
from types import TracebackType
from typing import Self

CHUNK = 8192


@dataclass
class Line:
    """`bytes_per_second` 0 is no limit; a round trip takes `round_trip` seconds."""

    bytes_per_second: float = 0
    round_trip: float = 0
    received: int = 0
    _free_at: float = field(default=0, repr=False)

    async def pass_through(self, size: int) -> None:
        """Wait until `size` bytes have come over the line, after those before them."""
        self.received += size
        if self.bytes_per_second:
            start = max(self._free_at, time.monotonic())
            self._free_at = start + size / self.bytes_per_second
            await asyncio.sleep(self._free_at - time.monotonic())


class Proxy:
    """Stands before the server on port `upstream` while the block runs; `port` is its own."""

    def __init__(self, upstream: int, line: Line) -> None:
        self.upstream, self.line, self.port = upstream, line, 0
        self._loop = asyncio.new_event_loop()
        self._ready = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._accept, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # the handshake of a new connection takes a round trip
        await asyncio.sleep(self.line.round_trip)
        there, back = await asyncio.open_connection("127.0.0.1", self.upstream)
        await asyncio.gather(self._pass(reader, back, up=True), self._pass(there, writer, up=False))

    async def _pass(self, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, up: bool) -> None:
        """Bytes in their order, each half a round trip late; what comes down also waits for the line."""
        queue: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue(64)

        async def collect() -> None:
            data = b"first"
            while data:
                try:
                    data = await source.read(CHUNK)
                except OSError:
                    data = b""
                if data and not up:
                    await self.line.pass_through(len(data))
                await queue.put((time.monotonic() + self.line.round_trip / 2, data))

        collecting = asyncio.ensure_future(collect())
        try:
            while (got := await queue.get())[1]:
                await asyncio.sleep(max(0, got[0] - time.monotonic()))
                target.write(got[1])
                await target.drain()
        except OSError:
            collecting.cancel()
        target.close()
