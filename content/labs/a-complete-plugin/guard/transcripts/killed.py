import os
import signal
import sys

from distributed import Client, LocalCluster, WorkerPlugin


class Told(WorkerPlugin):
    name = "told"

    def setup(self, worker):
        self.say("setup", worker)

    def teardown(self, worker):
        self.say("teardown", worker)

    def say(self, hook, worker):
        with open(sys.argv[1], "a") as log:
            print(hook, "on", worker.name, file=log)


if __name__ == "__main__":
    with LocalCluster(n_workers=1, silence_logs=60) as cluster:
        with Client(cluster) as client:
            client.register_plugin(Told())
            old = client.submit(os.getpid, pure=False).result()
            os.kill(old, signal.SIGKILL)
            while client.submit(os.getpid, pure=False).result() == old:
                pass
    with open(sys.argv[1]) as log:
        print(log.read(), end="")
