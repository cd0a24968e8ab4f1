from time import perf_counter, sleep

from distributed import Client, WorkerPlugin


class Monitor(WorkerPlugin):
    name = "monitor"

    def __init__(self, batch):
        self.batch = batch

    def setup(self, worker):
        self.worker = worker
        self.begun = {}
        self.readings = []

    def transition(self, key, start, finish, **kwargs):
        if finish == "executing":
            self.begun[key] = perf_counter()
        elif start == "executing":
            seconds = perf_counter() - self.begun.pop(key)
            self.readings.append((key, round(seconds, 1)))
            if len(self.readings) == self.batch:
                self.send()

    def teardown(self, worker):
        self.send()

    def send(self):
        self.worker.log_event("monitor", self.readings)
        self.readings = []


if __name__ == "__main__":
    monitor = Monitor(batch=4)
    with Client(n_workers=1, threads_per_worker=1) as client:
        client.register_plugin(monitor)
        tasks = {"load": 0.2, "train": 0.5, "save": 0.3}
        for key, seconds in tasks.items():
            client.submit(sleep, seconds, key=key).result()
        print("sent:", client.get_events("monitor"))
        client.cluster.scale(0)
        while client.nthreads():
            sleep(0.1)
        for _, readings in client.get_events("monitor"):
            print("sent:", readings)
        print("here:", vars(monitor))
