from distributed.diagnostics import *
