"""train.py SCENES WORK: trains the model child-scene and writes models/weights/child-scene.{json,bin}; README.md says what it is.

The lower blocks of the backbone are frozen, so what they give is computed once for each view of each photo and kept in WORK.
The upper ones learn two tasks: whether a child is shown, and which words the captions have.
"""
import argparse
import pathlib

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import export
import scenes
from backbone import FEATURES, Backbone, read_weights

SEED = 1
VIEWS = 5
EPOCHS = 7
BATCH = 32
#: Learning rates of the backbone's upper blocks and of the new layers; both rise over WARM_UP steps, then fall along a cosine.
RATES = (3e-4, 1e-3)
WARM_UP = 100
WEIGHT_DECAY = 1e-2
DROPOUT = 0.3
SMOOTHING = 0.05
#: Weight of the words, summed over all, against the child.
WORDS_WEIGHT = 0.02
#: Sharpness of the soft maximum over places (models/build/child-scene.ts).
SHARPNESS = 2
#: Share of the average of the weights that each step replaces.
AVERAGING = 0.01
#: Share of the photos that are kept apart with --validate.
HELD_OUT = 0.2


class Model(nn.Module):
    def __init__(self, backbone: Backbone, word_count: int):
        super().__init__()
        self.backbone = backbone
        self.whole, self.word = nn.Linear(2 * FEATURES, 1), nn.Linear(2 * FEATURES, word_count)
        self.place = nn.Conv2d(FEATURES, 1, 1)
        self.dropout = nn.Dropout(DROPOUT)
        for layer in (self.whole, self.word, self.place):
            nn.init.normal_(layer.weight, 0, 0.005)
            nn.init.zeros_(layer.bias)
        self.register_buffer('scale', torch.tensor(1.0))

    def forward(self, lower: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Log odds of a child, and of each word."""
        planes = self.backbone.top(lower) * self.scale
        pooled = self.dropout(torch.cat([planes.mean((2, 3)), planes.amax((2, 3))], 1))
        places = self.place(planes).flatten(1)
        somewhere = (torch.logsumexp(places * SHARPNESS, 1) - np.log(places.shape[1])) / SHARPNESS
        return self.whole(pooled)[:, 0] + somewhere, self.word(pooled)

    def learns(self) -> list[nn.Parameter]:
        return [p for module in self.backbone.trained() for p in module.parameters()]


def lower_features(backbone: Backbone, folder: pathlib.Path, photos: list[dict], work: pathlib.Path) -> np.ndarray:
    """Photos x VIEWS x planes, float16, computed where WORK does not have them."""
    path = work / 'lower.npy'
    if path.exists():
        return np.load(path, mmap_mode='r')
    pictures = [scenes.pixels(folder / photo['file']) for photo in photos]
    features = np.lib.format.open_memmap(path.with_suffix('.part'), 'w+', np.float16, (len(photos), VIEWS, 136, 14, 14))
    for number in range(VIEWS):
        random = np.random.RandomState(100 + number)
        for start in range(0, len(pictures), BATCH):
            batch = [torch.from_numpy(p.copy()).permute(2, 0, 1)[None] / 255 for p in pictures[start : start + BATCH]]
            seen = torch.cat([scenes.view(picture, number, random) for picture in batch])
            with torch.no_grad():
                lower = backbone.bottom(seen.contiguous(memory_format=torch.channels_last))
            features[start : start + len(batch), number] = lower.half().numpy()
    path.with_suffix('.part').rename(path)
    return features


def batch_of(features: np.ndarray, rows: np.ndarray, views: np.ndarray) -> torch.Tensor:
    stacked = np.stack([features[row, view] for row, view in zip(rows, views)])
    return torch.from_numpy(stacked).float().contiguous(memory_format=torch.channels_last)


def fit(model: Model, features: np.ndarray, photos: list[dict], rows: np.ndarray) -> None:
    """Trains in place and leaves the averaged weights in the model."""
    shown, weight = (torch.from_numpy(values) for values in scenes.children(photos))
    said, has_words = (torch.from_numpy(values) for values in scenes.words(photos))
    new = [*model.whole.parameters(), *model.word.parameters(), *model.place.parameters()]
    groups = [{'params': model.learns(), 'lr': RATES[0]}, {'params': new, 'lr': RATES[1]}]
    optimizer = torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY)
    learned = [*model.learns(), *new]
    averages = [p.detach().clone() for p in learned]
    random, steps, step = np.random.RandomState(SEED), EPOCHS * (len(rows) // BATCH), 0
    for epoch in range(EPOCHS):
        order, losses = random.permutation(rows), []
        for start in range(0, len(order) - BATCH + 1, BATCH):
            factor = min(1, step / WARM_UP) * (0.5 + 0.5 * np.cos(np.pi * step / steps))
            for group, rate in zip(optimizer.param_groups, RATES):
                group['lr'] = rate * factor
            chosen = order[start : start + BATCH]
            child, word = model(batch_of(features, chosen, random.randint(0, VIEWS, BATCH)))
            target = shown[chosen] * (1 - SMOOTHING) + SMOOTHING / 2
            child_loss = (F.binary_cross_entropy_with_logits(child, target, reduction='none') * weight[chosen]).mean()
            word_loss = F.binary_cross_entropy_with_logits(word, said[chosen], reduction='none').sum(1)
            loss = child_loss + WORDS_WEIGHT * (word_loss * has_words[chosen]).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 5.0)
            optimizer.step()
            step += 1
            losses.append(float(child_loss))
            with torch.no_grad():
                for average, parameter in zip(averages, learned):
                    average.lerp_(parameter, AVERAGING if step > WARM_UP else 1.0)
        print(f'epoch {epoch + 1} of {EPOCHS}: loss {np.mean(losses):.3f}', flush=True)
    with torch.no_grad():
        for average, parameter in zip(averages, learned):
            parameter.copy_(average)


def area_under_curve(scores: np.ndarray, shown: np.ndarray) -> float:
    ranks, positives = np.argsort(np.argsort(scores)), shown.sum()
    return float((ranks[shown == 1].sum() - positives * (positives - 1) / 2) / (positives * (len(shown) - positives)))


def validate(model: Model, features: np.ndarray, photos: list[dict], rows: np.ndarray) -> None:
    model.eval()
    with torch.no_grad():
        parts = [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
        scores = [model(batch_of(features, part, np.zeros(len(part), int)))[0].numpy() for part in parts]
    print(f'area under the curve on {len(rows)} photos kept apart: {area_under_curve(np.concatenate(scores), scenes.children(photos)[0][rows]):.3f}')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('scenes', type=pathlib.Path, help='folder with scenes.ndjson')
    parser.add_argument('work', type=pathlib.Path, help='folder with what unpack.mjs wrote; lower.npy is kept there')
    parser.add_argument('--validate', action='store_true', help='train on four photos of five, and only say how well that does')
    parser.add_argument('--threads', type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    photos = scenes.read(options.scenes)
    model = Model(Backbone(read_weights(options.work)), scenes.words(photos)[0].shape[1]).to(memory_format=torch.channels_last)
    features = lower_features(model.backbone, options.scenes, photos, options.work)
    rows = np.random.RandomState(0).permutation(len(photos))
    held_out = np.sort(rows[: int(HELD_OUT * len(rows))]) if options.validate else rows[:0]
    with torch.no_grad():
        model.scale.fill_(1 / model.backbone.top(batch_of(features, rows[:BATCH], np.zeros(BATCH, int))).std())
    fit(model, features, photos, rows[len(held_out) :])
    if options.validate:
        validate(model, features, photos, held_out)
    else:
        export.write(model, pathlib.Path(__file__).parents[1] / 'weights')


if __name__ == '__main__':
    main()
