"""Expected values for AgreementStatisticsTest, by definitions other than those the program uses.

Run once, with Python 3.11:   python3 golden_agreement.py > golden_agreement.json
and, where scikit-learn and NLTK are installed, they are compared with on the way (1.9.1 and 3.10.3 were).

The program adds up coincidence and confusion matrices. Here alpha is computed from the pairs of values themselves, one by one, and kappa from the lists
of answers, in exact fractions. A value of null is a reader who said nothing of the unit; an expected null is a figure that is not defined.
"""

import json
import random
import sys
from fractions import Fraction
from itertools import permutations


def kappa(first, second):
    both = [(a, b) for a, b in zip(first, second) if a is not None and b is not None]
    if not both:
        return None
    n = len(both)
    observed = Fraction(sum(a == b for a, b in both), n)
    chance = sum(Fraction(sum(a == v for a, _ in both), n) * Fraction(sum(b == v for _, b in both), n) for v in {x for pair in both for x in pair})
    return None if chance == 1 else (observed - chance) / (1 - chance)


def light(readers):
    """The mean over every two readers for whom it is defined."""
    told = [k for i, a in enumerate(readers) for b in readers[i + 1:] if (k := kappa(a, b)) is not None]
    return sum(told) / len(told) if told else None


def alpha(readers, values, ordinal):
    units = [[v for v in unit if v is not None] for unit in zip(*readers)]
    units = [unit for unit in units if len(unit) > 1]
    pooled = [v for unit in units for v in unit]
    often = {v: pooled.count(v) for v in range(values)}

    def squared(a, b):
        if a == b:
            return 0
        if not ordinal:
            return 1
        low, high = min(a, b), max(a, b)
        return (sum(often[g] for g in range(low, high + 1)) - Fraction(often[low] + often[high], 2)) ** 2

    expected = sum(squared(a, b) for a, b in permutations(pooled, 2))
    if expected == 0:
        return None
    observed = sum(Fraction(sum(squared(a, b) for a, b in permutations(unit, 2)), len(unit) - 1) for unit in units)
    return 1 - (observed / len(pooled)) / (Fraction(expected) / (len(pooled) * (len(pooled) - 1)))


def compare(name, readers, values, results):
    try:
        from sklearn.metrics import cohen_kappa_score
    except ImportError:
        return
    if len(readers) == 2 and results["kappa"] is not None:
        both = [(a, b) for a, b in zip(*readers) if a is not None and b is not None]
        theirs = cohen_kappa_score([a for a, _ in both], [b for _, b in both])
        assert abs(theirs - results["kappa"]) < 1e-12, (name, theirs, results["kappa"])
    try:
        from nltk.metrics.agreement import AnnotationTask
    except ImportError:
        return
    if results["nominal"] is not None:
        kept = [u for u in range(len(readers[0])) if sum(r[u] is not None for r in readers) > 1]
        task = AnnotationTask(data=[(str(i), u, r[u]) for i, r in enumerate(readers) for u in kept if r[u] is not None])
        theirs = task.alpha()
        assert abs(theirs - results["nominal"]) < 1e-9, (name, theirs, results["nominal"])
    print("compared", name, file=sys.stderr)


def case(name, values, readers):
    results = {
        "kappa": light(readers),
        "nominal": alpha(readers, values, False),
        "ordinal": alpha(readers, values, True),
    }
    results = {key: None if value is None else float(value) for key, value in results.items()}
    compare(name, readers, values, results)
    return {"name": name, "values": values, "readers": readers, **results}


def drawn(name, seed, readers, units, values, alike, missing):
    """Readers who say what is so with probability `alike`, and anything otherwise."""
    random.seed(seed)
    truth = [random.randrange(values) for _ in range(units)]
    said = [[None if random.random() < missing else t if random.random() < alike else random.randrange(values) for t in truth] for _ in range(readers)]
    return case(name, values, said)


_ = None
CASES = [
    case("Krippendorff's reliability data of four readers, with missing values", 5, [
        [0, 1, 2, 2, 1, 0, 3, 0, 1, _, _, _],
        [0, 1, 2, 2, 1, 1, 3, 0, 1, 4, _, 2],
        [_, 2, 2, 2, 1, 2, 3, 1, 1, 4, 0, _],
        [0, 1, 2, 2, 1, 3, 3, 0, 1, 4, 0, _],
    ]),
    case("two who always agree", 3, [[0, 1, 2, 1], [0, 1, 2, 1]]),
    case("two who never agree", 2, [[0, 1, 0, 1], [1, 0, 1, 0]]),
    case("no better than chance", 2, [[0, 0, 1, 1], [0, 1, 0, 1]]),
    case("all ties: both say one and the same throughout", 3, [[1, 1, 1], [1, 1, 1]]),
    case("each says one thing throughout, but not the same", 2, [[0, 0, 0], [1, 1, 1]]),
    case("one says one thing throughout", 2, [[0, 0, 0, 0], [0, 1, 0, 0]]),
    case("a rare label", 2, [[0] * 98 + [1, 1], [0] * 97 + [1, 1, 0]]),
    case("one reader", 3, [[0, 1, 2]]),
    case("nobody read what the other read", 2, [[0, 1, _, _], [_, _, 1, 0]]),
    case("one unit alone was read by both", 2, [[0, _, 1], [1, 0, _]]),
    case("one unit, one value", 2, [[1, _], [1, 0]]),
    case("a single value of many", 5, [[2, 2, 2, _], [2, _, 2, 2]]),
    case("three readers, one of whom overlaps with neither", 2, [[0, 1, 1, _], [0, 1, 0, _], [_, _, _, 1]]),
    case("far apart on an ordered scale", 5, [[0, 4, 0, 4, 2], [4, 0, 3, 4, 2]]),
    case("near on an ordered scale", 5, [[0, 4, 1, 3, 2], [1, 3, 0, 4, 2]]),
    drawn("two readers, many units", 1, 2, 400, 3, .7, 0),
    drawn("two readers with holes", 2, 2, 200, 5, .6, .2),
    drawn("four readers with many holes", 3, 4, 150, 5, .5, .5),
    drawn("five who guess", 4, 5, 60, 4, 0, .1),
    drawn("three who nearly agree on two values", 5, 3, 300, 2, .95, .05),
]

json.dump({"cases": CASES}, sys.stdout, indent=1)
print()
