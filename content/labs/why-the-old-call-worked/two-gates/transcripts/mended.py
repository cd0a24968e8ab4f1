from warnings import catch_warnings, simplefilter

from dask.distributed import Client
from distributed import SchedulerPlugin


class Ledger(SchedulerPlugin):
    done = 0

    def start(self, scheduler):
        print("the ledger is open")

    def transition(self, key, start, finish, *args, **kwargs):
        if start == "processing" and finish == "memory":
            self.done += 1

    async def before_close(self):
        print("tasks done:", self.done)


with Client(n_workers=1, processes=False) as client:
    with catch_warnings(record=True) as caught:
        simplefilter("always")
        answer = client.register_plugin(Ledger())
    print(answer and list(answer.values()))
    for warning in caught:
        print(f"{warning.category.__name__}: {warning.message}")
    print("1 + 1 =", client.submit(sum, [1, 1]).result())
    print("2 + 3 =", client.submit(sum, [2, 3]).result())
