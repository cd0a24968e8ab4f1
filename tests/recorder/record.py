"""Records scenarios on the installed dask and distributed: `python record.py FOLDER [SCENARIO …]`, each in a process of its own."""

import json
import os
import pathlib
import subprocess
import sys

ALONE = "--alone"
# Seconds for one scenario.
LIMIT = 150


def main(folder, *names):
    from scenarios import SCENARIOS

    unknown = [name for name in names if name not in SCENARIOS]
    if unknown:
        sys.exit(f"No scenario {', '.join(unknown)}. There are: {', '.join(SCENARIOS)}.")
    # What Python keeps in sets comes in the same order each time.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    failed = []
    for name in names or SCENARIOS:
        print(name, flush=True)
        command = [sys.executable, "-B", "-W", "ignore", __file__, ALONE, folder, name]
        error = run(command, environment)
        if error is not None:
            print(error)
            failed.append(name)
    if failed:
        sys.exit(f"Not recorded: {', '.join(failed)}.")


def run(command, environment):
    """What the process said, where it failed or took too long."""
    try:
        done = subprocess.run(command, env=environment, timeout=LIMIT, capture_output=True, text=True)
    except subprocess.TimeoutExpired:
        return f"Still running after {LIMIT} seconds."
    return None if done.returncode == 0 else done.stderr


def record(folder, name):
    from scenarios import SCENARIOS

    told = SCENARIOS[name]().told(name)
    path = pathlib.Path(folder) / f"{name}@{told['distributed_version']}.json"
    path.write_text(compact(told))


def compact(told):
    """One line for each step, event and line of the log, so that a change can be read."""
    parts = []
    for name, value in told.items():
        lines = ",\n".join("    " + json.dumps(item) for item in value) if isinstance(value, list) else None
        parts.append(f'  "{name}": ' + (f"[\n{lines}\n  ]" if lines else json.dumps(value)))
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    if sys.argv[1] == ALONE:
        record(*sys.argv[2:])
        sys.stdout.flush()
        # Threads of the cluster may linger.
        os._exit(0)
    main(*sys.argv[1:])
