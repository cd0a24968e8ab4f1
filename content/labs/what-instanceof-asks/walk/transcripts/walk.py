def make_class():
    class WorkerPlugin:
        def setup(self):
            return "ready"

    return WorkerPlugin


class Duck:
    def setup(self):
        return "ready"


def walk(value, cls):
    chain = []
    for one in type(value).__mro__:
        chain.append(one)
        if one is cls:
            return True, chain
    return False, chain


def ask(value, cls):
    answer, chain = walk(value, cls)
    names = [one.__name__ for one in chain]
    print(isinstance(value, cls), answer, names)


WorkerPlugin, Namesake = make_class(), make_class()
unmade = object.__new__(WorkerPlugin)  # no __init__ ran
duck = Duck()

ask(WorkerPlugin(), Namesake)
ask(unmade, WorkerPlugin)
ask(duck, WorkerPlugin)


class AnyoneIs(type):
    def __instancecheck__(cls, value):
        return True


class Anyone(metaclass=AnyoneIs):
    pass


ask(duck, Anyone)
duck.__class__ = WorkerPlugin
ask(duck, WorkerPlugin)
