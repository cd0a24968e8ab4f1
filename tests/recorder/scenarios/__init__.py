"""The stories that are recorded: each is told in TypeScript too, in tests/conformance/programs."""

from scenarios import (  # noqa: F401
    built_ins,
    clients,
    clusters,
    corners,
    failing_hooks,
    futures,
    long_running,
    nannies,
    odd_futures,
    placement,
    plugins,
    registering,
    restrictions,
    retiring,
    running,
    scheduler_plugins,
    spellings,
    stealing,
    threads,
    timeouts,
)
from scenarios.registry import SCENARIOS  # noqa: F401
