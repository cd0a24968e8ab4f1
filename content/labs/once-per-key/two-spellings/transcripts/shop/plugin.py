print("plugin.py runs as", __name__)


class WorkerPlugin:
    pass
