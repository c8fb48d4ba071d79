"""Makes golden_precision.json: scikit-learn's average precision where turns are equally likely and calls count several times. Needs NumPy and scikit-learn 1.2
(Debian 12's python3-sklearn).

    /usr/bin/python3 golden_precision.py > golden_precision.json
"""
import json

import numpy as np
from sklearn.metrics import average_precision_score

rng = np.random.default_rng(3)


def case(name, turns, share, digits):
    calls = 12
    call = rng.integers(0, calls, turns)
    carries = rng.random(turns) < share
    carries[0] = True
    p = np.round(rng.random(turns) * .8 + carries * .2, digits)
    times = rng.integers(0, 4, calls)
    times[call[0]] = 2
    weight = times[call]
    return {
        "name": name, "call": call.tolist(), "carries": carries.tolist(), "p": p.tolist(), "times": times.tolist(),
        "once": average_precision_score(carries, p),
        "counted": average_precision_score(carries[weight > 0], p[weight > 0], sample_weight=weight[weight > 0]),
    }


print(json.dumps([
    case("no ties", 80, .3, 12),
    case("many ties", 80, .3, 1),
    case("all the same", 40, .2, 0),
    case("rare", 200, .01, 2),
    case("all carry it", 20, 1.1, 2),
    case("one turn", 1, .5, 3),
], separators=(",", ":")))
