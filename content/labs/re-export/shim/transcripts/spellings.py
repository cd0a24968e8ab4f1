import distributed
from distributed.diagnostics.plugin import WorkerPlugin as full
from dask.distributed import WorkerPlugin as shallow
from dask.distributed.diagnostics.plugin import WorkerPlugin as deep

import dask.distributed.diagnostics

middle = dask.distributed.diagnostics.SchedulerPlugin

print("distributed.diagnostics.plugin:     ", full is distributed.WorkerPlugin)
print("dask.distributed:                   ", shallow is distributed.WorkerPlugin)
print("dask.distributed.diagnostics:       ", middle is distributed.SchedulerPlugin)
print("dask.distributed.diagnostics.plugin:", deep is distributed.WorkerPlugin)
