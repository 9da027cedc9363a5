"""Trains the small static encoder on a corpus folder: python -m mingbai.retrieval.train CORPUS_DIR OUT_DIR.

The same corpus gives the same bytes: one thread, and the seed set before the module draws its first weights.
"""

import os
import random
from collections.abc import Sequence
from pathlib import Path

# Read by the libraries when they are imported; without them even a model made here has its host looked up.
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")

import torch
import typer
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.losses import MultipleNegativesRankingLoss
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

from mingbai.corpus.reader import Corpus, read_corpus
from mingbai.retrieval.training_pairs import Course, Pair, read_course

SEED = 20
DIMENSIONS = 256
# Pieces beside the single characters. Fewer tell less apart; twice as many are each seen too seldom to be learnt.
LONGER_PIECES = 1500
# Longer pieces are whole phrases of this corpus, which a question hardly ever repeats.
LONGEST_PIECE = 4
BATCH = 128
STEPS = 14000
LEARNING_RATE = 0.005
_LAST_RATE = 0.05


def train(corpus: Corpus, steps: int = STEPS) -> SentenceTransformer:
    """A StaticEmbedding model that learnt which texts of the corpus belong together."""
    course = read_course(corpus)
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    static = StaticEmbedding(_tokenizer(course), embedding_dim=DIMENSIONS)
    model = SentenceTransformer(modules=[static, Normalize()], device="cpu")
    loss = MultipleNegativesRankingLoss(
        model, directions=("query_to_doc", "doc_to_query"), partition_mode="per_direction"
    )
    optimiser = torch.optim.Adam(model.parameters(), lr=LEARNING_RATE)
    slower = torch.optim.lr_scheduler.LinearLR(optimiser, 1, _LAST_RATE, steps)
    for pairs in course.batches(BATCH, steps, random.Random(SEED)):  # noqa: S311 - no secret is drawn
        optimiser.zero_grad()
        loss(_features(static, pairs), None).backward()
        optimiser.step()
        slower.step()
    return model


def _tokenizer(course: Course) -> Tokenizer:
    # No piece for the unknown: characters that the corpus lacks are left out of the mean.
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}%]+"), behavior="removed")
    texts = [text for lesson in course.subjects for text in lesson.texts()]
    size = len(set("".join(texts))) + LONGER_PIECES
    trainer = trainers.BpeTrainer(vocab_size=size, max_token_length=LONGEST_PIECE, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def _features(static: StaticEmbedding, pairs: Sequence[Pair]) -> list[dict[str, torch.Tensor]]:
    return [static.preprocess([pair[side] for pair in pairs]) for side in (0, 1)]


def main(corpus: Path, out: Path) -> None:
    """Trains on the corpus folder and saves the model in the other."""
    train(read_corpus(corpus)).save(str(out), create_model_card=False)


if __name__ == "__main__":
    typer.run(main)
