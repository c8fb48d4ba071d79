"""Makes golden_measures.json: what other libraries say of forecasts, random and nasty. Needs NumPy, SciPy and scikit-learn 1.2 (Debian 12's python3-sklearn).

    /usr/bin/python3 golden_measures.py > golden_measures.json

AUC, Brier and log loss are scikit-learn's, with sample weights where rows count several times; ECE, reliability and risk are NumPy over groups of rows, with
exact fractions for what is counted; Wilson's interval is SciPy's; the martingale ratio is NumPy over the padded matrix of trajectories; DeLong's
standard error is computed from its placement values.
"""
import json
import math
import warnings
from fractions import Fraction

import numpy as np
from scipy.stats import binomtest
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

warnings.filterwarnings("ignore")
rng = np.random.default_rng(11)


def bins(p):
    return np.minimum(9, np.floor(p * 10)).astype(int)


def ece(p, y, w):
    b = bins(p)
    total = 0.0
    for k in np.unique(b):
        m = (b == k) & (w > 0)
        if m.any():
            total += w[m].sum() / w.sum() * abs(np.average(p[m], weights=w[m]) - np.average(y[m], weights=w[m]))
    return total


def reliability(p, y):
    out = []
    for k in np.unique(bins(p)):
        m = bins(p) == k
        ci = binomtest(int(y[m].sum()), int(m.sum())).proportion_ci(confidence_level=0.95, method="wilson")
        out.append({"bin": int(k), "count": int(m.sum()), "mean": float(p[m].mean()), "observed": float(y[m].mean()), "low": ci.low, "high": ci.high})
    return out


def risk(p, y, w, coverage):
    """Every row as often as it counts; of a tie that does not fit, the expected share of errors."""
    p, y = np.repeat(p, w), np.repeat(y, w)
    keep = math.ceil(Fraction(coverage) * len(p))
    error = [Fraction(1, 2) if q == 0.5 else Fraction(int((q > 0.5) != bool(o))) for q, o in zip(p, y)]
    blocks = {}
    for q, e in zip(p, error):
        blocks.setdefault(abs(q - 0.5), []).append(e)
    wrong, left = Fraction(0), keep
    for confidence in sorted(blocks, reverse=True):
        block = blocks[confidence]
        take = min(left, len(block))
        wrong += sum(block) * Fraction(take, len(block))
        left -= take
    return float(wrong / keep)


def measures(p, y, w):
    two = len(set(y[w > 0])) == 2
    return {
        "auc": float(roc_auc_score(y, p, sample_weight=w)) if two else None,
        "brier": float(brier_score_loss(y, p, sample_weight=w, pos_label=1)),
        "logLoss": float(log_loss(y, p, sample_weight=w, labels=[0, 1], eps=1e-15)),
        "ece": float(ece(p, y, w)),
        "risk20": risk(p, y, w, "0.2"),
        "risk50": risk(p, y, w, "0.5"),
        "risk80": risk(p, y, w, "0.8"),
    }


def delong(p, y):
    a, b = p[y == 1], p[y == 0]
    wins = (a[:, None] > b[None, :]) + 0.5 * (a[:, None] == b[None, :])
    return math.sqrt(wins.mean(axis=1).var(ddof=1) / len(a) + wins.mean(axis=0).var(ddof=1) / len(b))


CASES = {
    "by hand": ([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]),
    "one forecast": ([0.3], [1]),
    "two, wrong way round": ([0.9, 0.1], [0, 1]),
    "all tied": ([0.5] * 7, [1, 0, 0, 1, 0, 0, 1]),
    "a constant": ([0.42] * 11, [1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1]),
    "certain and wrong": ([0.0, 1.0, 1.0, 0.3, 0.0], [1, 0, 1, 0, 0]),
    "nearly certain": ([1e-300, 1e-16, 1 - 1e-16, 1 - 1e-12, 1e-9, 0.5], [1, 0, 1, 0, 0, 1]),
    "edges of bins": ([i / 10 for i in range(11)], [0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1]),
    "nobody converted": ([0.2, 0.7, 0.7, 0.1], [0, 0, 0, 0]),
    "all converted": ([0.2, 0.7, 0.7, 0.1, 0.95], [1, 1, 1, 1, 1]),
    "mirrored confidence": ([0.3, 0.7, 0.2, 0.8, 0.25, 0.75, 0.5], [0, 1, 1, 1, 0, 0, 1]),
}
for n, digits in ((5, 1), (17, 1), (40, 2), (333, 2), (820, None)):
    p = rng.beta(1.3, 1.7, n)
    p = p if digits is None else np.round(p, digits)
    CASES[f"{n} at random, {digits or 'all'} digits"] = (list(map(float, p)), [int(v) for v in rng.random(n) < p**1.5])
p = rng.choice([0.2, 0.4, 0.45, 0.55], 200)
CASES["200 of four values"] = (list(map(float, p)), [int(v) for v in rng.random(200) < p])

cases = []
for name, (p, y) in CASES.items():
    p, y = np.array(p, dtype=float), np.array(y)
    times = rng.integers(0, 4, len(p))
    times[0] = 2
    cases.append({
        "name": name, "p": p.tolist(), "y": y.tolist(), "once": measures(p, y, np.ones(len(p), dtype=int)),
        "times": times.tolist(), "weighted": measures(p, y, times), "reliability": reliability(p, y),
        "curve": [risk(p, y, np.ones(len(p), dtype=int), Fraction(i, 20)) for i in range(1, 21)],
    })

trajectories = []
for name, calls, longest in (("one turn, one call", 1, 1), ("12 calls", 12, 9), ("200 calls", 200, 60)):
    lengths = [int(rng.integers(1, longest + 1)) for _ in range(calls)]
    y = [int(v) for v in rng.random(calls) < 0.45]
    before = [float(v) for v in rng.uniform(0.4, 0.5, calls)]
    paths = [[float(v) for v in np.clip(0.45 + np.cumsum(rng.normal(0, 0.07, n)), 0, 1)] for n in lengths]
    padded = np.array([[b, *path] + [path[-1]] * (longest - len(path)) for b, path in zip(before, paths)])
    moves = np.square(np.diff(padded, axis=1)).sum()
    last = np.square(np.array(y) - padded[:, -1]).sum()
    trajectories.append({"name": name, "y": y, "before": before, "paths": paths, "ratio": float((moves + last) / np.square(np.array(y) - padded[:, 0]).sum())})

wilson = []
for k, n in ((0, 1), (1, 1), (0, 30), (30, 30), (7, 19), (499, 1000)):
    ci = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    wilson.append({"k": k, "n": n, "low": ci.low, "high": ci.high})

values = [float(v) for v in rng.normal(0, 1, 1000)]
quantiles = [float(v) for v in np.quantile(values, [0.025, 0.975])]

p = rng.beta(2, 2, 400)
y = (rng.random(400) < p).astype(int)
large = {"p": p.tolist(), "y": y.tolist(), "auc": float(roc_auc_score(y, p)), "delong": delong(p, y), "brierError": float(np.std((p - y) ** 2, ddof=1) / math.sqrt(400))}

print(json.dumps({"cases": cases, "trajectories": trajectories, "wilson": wilson, "values": values, "quantiles": quantiles, "large": large}, separators=(",", ":")))
