"""The stories that are recorded: each is told in TypeScript too, in tests/conformance/programs."""

from scenarios import built_ins, clients, futures, nannies, placement, plugins, running, scheduler_plugins, spellings  # noqa: F401
from scenarios.registry import SCENARIOS  # noqa: F401
