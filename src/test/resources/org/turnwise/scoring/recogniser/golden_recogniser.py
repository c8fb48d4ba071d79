"""Makes golden_recogniser.json: one-vs-rest logistic regressions on directions of unit length, with up to three labels a turn. Needs NumPy and
scikit-learn 1.2 (Debian 12's python3-sklearn).

    /usr/bin/python3 golden_recogniser.py > golden_recogniser.json

OneVsRestClassifier over LogisticRegression with C = 1, converged to a gradient of 1e-10. Customers' turns are learned from, and asked of others.
"""
import json

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

rng = np.random.default_rng(4)
NAMES = ["budget", "need", "price", "trust"]
SIZE = 10

directions = rng.normal(size=(len(NAMES), SIZE))


def turns(count):
    carries = rng.random((count, len(NAMES))) < [.25, .3, .4, .2]
    nobody = ~carries.any(axis=1)
    carries[nobody, rng.integers(0, len(NAMES), nobody.sum())] = True
    x = carries @ directions + rng.normal(scale=1.5, size=(count, SIZE))
    x = (x / np.linalg.norm(x, axis=1, keepdims=True)).round(4).astype(np.float32)
    return x, carries


x, y = turns(220)
asked, _ = turns(25)
model = OneVsRestClassifier(LogisticRegression(C=1, tol=1e-10, max_iter=100000)).fit(x.astype(float), y.astype(int))
print(json.dumps({
    "labels": NAMES,
    "turns": [{"meaning": [round(float(v), 4) for v in row], "labels": [n for n, c in zip(NAMES, carried) if c]} for row, carried in zip(x, y)],
    "asked": [[round(float(v), 4) for v in row] for row in asked],
    "probabilities": model.predict_proba(asked.astype(float)).tolist(),
}, separators=(",", ":")))
