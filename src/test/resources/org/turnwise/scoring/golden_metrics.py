"""Makes golden_metrics.csv: metrics by another road than the Java code takes (AUC by counting pairs, ECE by grouping rows). Standard library only.

    python3 golden_metrics.py > golden_metrics.csv
"""
import math
import random

CASES = {
    "by hand": ([.1, .4, .35, .8], [0, 0, 1, 1]),
    "all tied": ([.5] * 6, [1, 0, 0, 1, 0, 0]),
    "certain and wrong": ([0.0, 1.0, 1.0, .3], [1, 0, 1, 0]),
    "edges of bins": ([i / 10 for i in range(11)], [0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1]),
}
random.seed(7)
p = [round(random.random(), 2) for _ in range(500)]
CASES["500 with ties"] = (p, [int(random.random() < q * q) for q in p])


def auc(p, y):
    wins = pairs = 0
    for a, positive in zip(p, y):
        for b, other in zip(p, y):
            if positive and not other:
                pairs += 1
                wins += 1 if a > b else .5 if a == b else 0
    return wins / pairs


def clip(q):
    return min(max(q, 1e-15), 1 - 1e-15)


def ece(p, y):
    bins = {}
    for q, o in zip(p, y):
        bins.setdefault(min(9, math.floor(q * 10)), []).append((q, o))
    return sum(len(b) / len(p) * abs(sum(q for q, _ in b) / len(b) - sum(o for _, o in b) / len(b)) for b in bins.values())


print("case|auc|brier|logloss|ece|probabilities|outcomes")
for name, (p, y) in CASES.items():
    brier = math.fsum((q - o) ** 2 for q, o in zip(p, y)) / len(p)
    loss = -math.fsum(math.log(clip(q)) if o else math.log(1 - clip(q)) for q, o in zip(p, y)) / len(p)
    print("|".join([name, repr(auc(p, y)), repr(brier), repr(loss), repr(ece(p, y)), " ".join(map(repr, p)), " ".join(map(str, y))]))
