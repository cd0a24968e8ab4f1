"""Which scenarios there are, by the name of their recordings."""

from hooks import RecScheduler, RecWorker

SCENARIOS = {}


def scenario(function):
    SCENARIOS[function.__name__.replace("_", "-")] = function
    return function


def listen(story, worker=True, scheduler=True):
    if worker:
        story.client.register_plugin(RecWorker(name="rec"))
    if scheduler:
        story.client.register_plugin(RecScheduler(name="sch"))
