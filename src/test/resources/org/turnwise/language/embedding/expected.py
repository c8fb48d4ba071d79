"""Makes expected.json with Hugging Face's tokenizer and Python's onnxruntime: an implementation that shares nothing with ours but the model.

pip install tokenizers onnxruntime numpy; python expected.py FOLDER_WITH_MODEL_AND_TOKENIZER_JSON > expected.json
"""
import json
import sys

import numpy
import onnxruntime
from tokenizers import Tokenizer

folder = sys.argv[1]
tokenizer = Tokenizer.from_file(f"{folder}/all-minilm-l6-v2-q-tokenizer.json")
tokenizer.no_padding()
tokenizer.no_truncation()
session = onnxruntime.InferenceSession(f"{folder}/all-minilm-l6-v2-q.onnx")

PIECES = [
    "We DON’T pay $1,200.50 – for follow-up, o'clock!",
    "Café naïve İstanbul ΣΊΣΥΦΟΣ",
    "日本語です。東京は大きい",
    "unbelievableness",
    "한국어 가격은?",
    "a\u0000b\u200bc\td\u00a0e\ufffdf",
    "x" * 60,
    "x" * 101,
    "🙂 ok",
    "a^b`c~d€e«f»g_h|i+j=k<l>m",
    "Доброе утро, сколько это стоит?",
    "   ",
]
PAIRS = [
    ["The price is too high for us", "It's too expensive"],
    ["The price is too high for us", "My dog likes the beach"],
    ["Can we book a demo next week?", "Let's schedule a call for Tuesday."],
    ["Can we book a demo next week?", "The invoice was paid in March."],
    ["I have to ask my manager first.", "My boss has the final say on this."],
    ["I have to ask my manager first.", "Yeah."],
    ["Wir brauchen ein Angebot für zehn Lizenzen.", "Kannst du mir das Salz geben?"],
]


def embed(text):
    ids = numpy.array([tokenizer.encode(text).ids], dtype=numpy.int64)
    states = session.run(None, {"input_ids": ids, "attention_mask": numpy.ones_like(ids), "token_type_ids": numpy.zeros_like(ids)})[0][0]
    mean = states.mean(axis=0)
    return mean / numpy.linalg.norm(mean)


json.dump(
    {
        "pieces": [{"text": text, "ids": tokenizer.encode(text).ids} for text in PIECES],
        "pairs": [{"a": a, "b": b, "cosine": round(float(embed(a) @ embed(b)), 5)} for a, b in PAIRS],
        "vectors": [{"text": text, "values": [round(float(v), 5) for v in embed(text)]} for text in (PAIRS[0][0], PAIRS[6][0])],
    },
    sys.stdout,
    ensure_ascii=True,
    indent=None,
)
