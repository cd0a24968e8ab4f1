import sys

import distributed.diagnostics.plugin

for name in ("distributed.diagnostics", "distributed.diagnostics.plugin"):
    sys.modules["dask." + name] = sys.modules[name]

from dask.distributed.diagnostics.plugin import WorkerPlugin as deep

print("one class:", deep is distributed.WorkerPlugin)


class TaskMonitor(deep):
    pass


with distributed.Client(n_workers=1, processes=False) as client:
    print(list(client.register_plugin(TaskMonitor()).values()))
