"""The process of a Prefect server that ends when its parent does; see `flows.server`.

Its standard input is a pipe that nobody writes to: the system closes it when the parent is
gone, killed or not. Nothing is imported before somebody listens to that.
"""

from __future__ import annotations

import os
import sys
import threading


def _end_with_parent() -> None:
    os.read(0, 1)
    os._exit(0)


def main() -> None:
    """Serve on the listening socket whose number is the first argument."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    import socket

    import uvicorn
    from prefect.server.api.server import create_app

    with socket.socket(fileno=int(sys.argv[1])) as listening:
        config = uvicorn.Config(create_app(), log_level="error", lifespan="on", access_log=False)
        server = uvicorn.Server(config)
        server.run(sockets=[listening])
        sys.exit(0 if server.started else 3)


if __name__ == "__main__":
    main()
