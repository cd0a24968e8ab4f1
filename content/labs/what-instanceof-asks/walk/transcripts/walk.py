def make_class():
    class WorkerPlugin:
        def setup(self):
            return "ready"

    return WorkerPlugin


WorkerPlugin, Namesake = make_class(), make_class()


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


plugin = WorkerPlugin()
unmade = object.__new__(WorkerPlugin)  # no __init__ ran
duck = Duck()

for value, cls in [(plugin, Namesake), (unmade, WorkerPlugin), (duck, WorkerPlugin)]:
    answer, chain = walk(value, cls)
    print(isinstance(value, cls), answer, [one.__name__ for one in chain])


class AnyoneIs(type):
    def __instancecheck__(cls, value):
        return True


class Anyone(metaclass=AnyoneIs):
    pass


print("asked the metaclass:", isinstance(duck, Anyone), walk(duck, Anyone)[0])
duck.__class__ = WorkerPlugin
print("another class since:", isinstance(duck, WorkerPlugin), walk(duck, WorkerPlugin)[0])
