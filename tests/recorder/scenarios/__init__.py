"""The stories that are recorded: each is told in TypeScript too, in tests/conformance/programs."""

from scenarios import (  # noqa: F401
    built_ins,
    clients,
    corners,
    futures,
    long_running,
    nannies,
    odd_futures,
    placement,
    plugins,
    restrictions,
    retiring,
    running,
    scheduler_plugins,
    spellings,
    stealing,
    threads,
)
from scenarios.registry import SCENARIOS  # noqa: F401
