"""Records scenarios on the installed dask and distributed: `python record.py FOLDER [SCENARIO …]`."""

import json
import os
import pathlib
import sys

import distributed

from scenarios import SCENARIOS


def main(folder, *names):
    for name in names or SCENARIOS:
        story = SCENARIOS[name]()
        path = pathlib.Path(folder) / f"{name}@{distributed.__version__}.json"
        path.write_text(json.dumps(story.told(name), indent=1) + "\n")
        print(path.name, len(story.steps), "steps", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
    sys.stdout.flush()
    # Threads of the clusters may linger.
    os._exit(0)
