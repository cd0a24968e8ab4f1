from warnings import catch_warnings, simplefilter

from distributed import Client, SchedulerPlugin


class Ledger(SchedulerPlugin):
    def start(self, scheduler):
        print("the ledger is open")


with Client(n_workers=1, processes=False) as client:
    with catch_warnings(record=True) as caught:
        simplefilter("always")
        client.register_worker_plugin(Ledger(), name="ledger")
    for warning in caught:
        print(f"{warning.category.__name__}: {warning.message}")
    print("on the scheduler:", "ledger" in client.cluster.scheduler.plugins)
