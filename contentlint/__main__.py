"""The one place where exceptions become exit codes.

0 clean · 1 findings at or above the gate · 2 usage or configuration · 3 nothing could be scanned ·
4 the scan is incomplete · 70 a bug · 130 interrupted.
"""

from __future__ import annotations

import re
import sys
import traceback

BUG = 70
INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with its exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command line and return the exit code."""
    from contentlint.cli import call
    from contentlint.errors import ContentlintError

    try:
        code = call(arguments)
    except KeyboardInterrupt:
        code = INTERRUPTED
    except ContentlintError as error:
        print(re.sub(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", "\ufffd", f"contentlint: {error}"), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:  # the reader closed the pipe, as `| head` does
        sys.stderr.close()
        return 0
    except Exception as error:
        if any(word == "--verbose" or re.fullmatch(r"-[a-z]*v[a-z]*", word) for word in arguments):
            traceback.print_exc()
        name = type(error).__name__
        print(
            f"contentlint: this is a fault in contentlint itself ({name}: {error}). "
            "Please report it, with what “--verbose” prints.",
            file=sys.stderr,
        )
        return BUG
    if code == INTERRUPTED:
        crawling = arguments[:1] == ["crawl"]
        kept = " What was done so far is kept. Go on with `contentlint crawl --resume`." if crawling else ""
        print(f"Stopped.{kept}", file=sys.stderr)
    return code


if __name__ == "__main__":
    main()
