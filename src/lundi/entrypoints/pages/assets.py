"""What a page loads: files whose names change with their content."""

import mimetypes
import os
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

_FOR_GOOD = "public, max-age=31536000, immutable"


class Assets(StaticFiles):
    """Gives the packed copy that the build laid beside a file to those who can read it."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, check_dir=False)

    async def check_config(self) -> None:
        """A folder that is not built yet is an empty one."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        packed = Path(f"{os.fspath(full_path)}.gz")
        is_packed = _reads_gzip(scope) and packed.is_file()
        path, facts = (packed, packed.stat()) if is_packed else (full_path, stat_result)
        response = super().file_response(path, facts, scope, status_code)
        response.headers["cache-control"] = _FOR_GOOD
        response.headers["vary"] = "Accept-Encoding"
        if is_packed and response.status_code == status_code:
            kind = mimetypes.guess_type(full_path)[0] or "application/octet-stream"
            text = kind.startswith("text/")
            response.headers["content-type"] = f"{kind}; charset=utf-8" if text else kind
            response.headers["content-encoding"] = "gzip"
        return response


def _reads_gzip(scope: Scope) -> bool:
    given = Headers(scope=scope)
    # A part of the packed copy is not a part of the file.
    return "gzip" in given.get("accept-encoding", "") and "range" not in given
