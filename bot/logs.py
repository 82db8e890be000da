"""Logs: to stderr, for people or as JSON, secrets left out."""

import logging
import sys

import structlog

_NOISY = ("discord", "slack_bolt", "slack_sdk", "aiohttp", "asyncio")


def set_up_logs(level: str, style: str) -> None:
    """Configure structlog once, at the start of the process. `style`: `console` or `json`.

    The libraries' own records join ours, from warnings up: below that they name requests and can hold tokens.
    """
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: structlog.typing.Processor = (
        structlog.processors.JSONRenderer()
        if style == "json"
        else structlog.dev.ConsoleRenderer(
            colors=sys.stderr.isatty(),
            # The other one shows every value, tokens too, and takes seconds.
            exception_formatter=structlog.dev.plain_traceback,
        )
    )
    tracebacks = [structlog.processors.format_exc_info] if style == "json" else []
    structlog.configure(
        processors=[*shared, *tracebacks, last],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(processors=[*tracebacks, _bare, last], foreign_pre_chain=shared)
    )
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in _NOISY:
        logging.getLogger(name).setLevel(logging.WARNING)


def _bare(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Drop what the bridge from the standard library adds for itself."""
    event.pop("_record", None)
    event.pop("_from_structlog", None)
    return event
