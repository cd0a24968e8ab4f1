import distributed
from shim import WorkerPlugin as shallow
from shim.diagnostics import SchedulerPlugin as middle
from shim.diagnostics.plugin import WorkerPlugin as deep

print("shim:                   ", shallow is distributed.WorkerPlugin)
print("shim.diagnostics:       ", middle is distributed.SchedulerPlugin)
print("shim.diagnostics.plugin:", deep is distributed.WorkerPlugin)
