"""train.py SCENES WORK: trains the model child-person and writes models/weights/child-person.{json,bin}; README.md says what it is.

The lower blocks of the backbone are frozen, so what they give is computed once for each view of each person and kept in WORK.
The upper ones learn two tasks: whether the person is a child, and which words the captions of the photo have.
"""
import argparse
import collections
import pathlib

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import export
import persons
from backbone import FEATURES, Backbone, read_weights

SEED = 1
VIEWS = 5
EPOCHS = 6
BATCH = 32
#: Learning rates of the backbone's upper blocks and of the new layers; both rise over WARM_UP steps, then fall along a cosine.
RATES = (3e-4, 1e-3)
WARM_UP = 100
WEIGHT_DECAY = 1e-2
DROPOUT = 0.3
SMOOTHING = 0.1
#: From this epoch on, of a photo with children and grown-ups, who looks most like a child counts as one, and who looks least like it does not.
MIXED_FROM = 2
MIXED_WEIGHTS = {'child': 0.7, 'other': 0.5}
#: Weight of the words, summed over all, against the child.
WORDS_WEIGHT = 0.01
#: Sharpness of the soft maximum over places (models/build/child-person.ts).
SHARPNESS = 2
#: Share of the average of the weights that each step replaces.
AVERAGING = 0.005
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


def lower_features(backbone: Backbone, work: pathlib.Path) -> np.ndarray:
    """Persons x VIEWS x planes, float16, computed where WORK does not have them."""
    path = work / 'lower.npy'
    if path.exists():
        return np.load(path, mmap_mode='r')
    pictures, found = persons.read_persons(work)
    features = np.lib.format.open_memmap(path.with_suffix('.part'), 'w+', np.float16, (len(found), VIEWS, 136, 12, 12))
    for number in range(VIEWS):
        random = np.random.RandomState(number)
        for start in range(0, len(found), BATCH):
            rows = range(start, min(len(found), start + BATCH))
            seen = torch.cat([persons.view(pictures[row], found[row]['box'], number, random) for row in rows])
            with torch.no_grad():
                lower = backbone.bottom(seen.contiguous(memory_format=torch.channels_last))
            features[start : start + len(lower), number] = lower.half().numpy()
    path.with_suffix('.part').rename(path)
    return features


def batch_of(features: np.ndarray, rows: np.ndarray, views: np.ndarray) -> torch.Tensor:
    stacked = np.stack([features[row, view] for row, view in zip(rows, views)])
    return torch.from_numpy(stacked).float().contiguous(memory_format=torch.channels_last)


def scores(model: Model, features: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """Log odds of a child, by the plain view and its mirror image, as lenscap asks."""
    model.eval()
    with torch.no_grad():
        parts = [rows[start : start + 4 * BATCH] for start in range(0, len(rows), 4 * BATCH)]
        both = [[model(batch_of(features, part, np.full(len(part), view)))[0].numpy() for view in (0, 1)] for part in parts]
    model.train()
    return np.concatenate([np.mean(views, 0) for views in both]) if both else np.zeros(0)


def decide_mixed(model: Model, features: np.ndarray, groups: list[np.ndarray], is_child: np.ndarray, weight: np.ndarray) -> None:
    """In place: labels say of photos, not of people, whether a child is among them, so the model so far decides who it is."""
    for rows in groups:
        ranked = rows[np.argsort(scores(model, features, rows))]
        weight[rows] = 0
        is_child[ranked[-1]], weight[ranked[-1]] = 1, MIXED_WEIGHTS['child']
        if len(ranked) > 1:
            is_child[ranked[0]], weight[ranked[0]] = 0, MIXED_WEIGHTS['other']


def fit(model: Model, features: np.ndarray, scenes: list[dict], found: list[dict], rows: np.ndarray) -> None:
    """Trains in place and leaves the averaged weights in the model."""
    is_child, weight = persons.labels(scenes, found)
    said, has_words = persons.words(scenes)
    photo, wanted = np.array([person['photo'] for person in found]), set(rows.tolist())
    groups = [group for group in persons.mixed_photos(scenes, found) if wanted.issuperset(group.tolist())]
    new = [*model.whole.parameters(), *model.word.parameters(), *model.place.parameters()]
    groups_of_rates = [{'params': model.learns(), 'lr': RATES[0]}, {'params': new, 'lr': RATES[1]}]
    optimizer = torch.optim.AdamW(groups_of_rates, weight_decay=WEIGHT_DECAY)
    learned = [*model.learns(), *new]
    averages = [p.detach().clone() for p in learned]
    random, steps, step = np.random.RandomState(SEED), EPOCHS * (len(rows) // BATCH), 0
    for epoch in range(EPOCHS):
        if epoch >= MIXED_FROM:
            decide_mixed(model, features, groups, is_child, weight)
        order, losses = random.permutation(rows), []
        for start in range(0, len(order) - BATCH + 1, BATCH):
            factor = min(1, step / WARM_UP) * (0.5 + 0.5 * np.cos(np.pi * step / steps))
            for group, rate in zip(optimizer.param_groups, RATES):
                group['lr'] = rate * factor
            chosen = order[start : start + BATCH]
            child, word = model(batch_of(features, chosen, random.randint(0, VIEWS, BATCH)))
            target = torch.from_numpy(is_child[chosen]) * (1 - SMOOTHING) + SMOOTHING / 2
            child_loss = F.binary_cross_entropy_with_logits(child, target, reduction='none') * torch.from_numpy(weight[chosen])
            words = torch.from_numpy(said[photo[chosen]])
            word_loss = F.binary_cross_entropy_with_logits(word, words, reduction='none').sum(1)
            loss = child_loss.mean() + WORDS_WEIGHT * (word_loss * torch.from_numpy(has_words[photo[chosen]])).mean()
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 5.0)
            optimizer.step()
            step += 1
            losses.append(float(child_loss.detach().mean()))
            with torch.no_grad():
                for average, parameter in zip(averages, learned):
                    average.lerp_(parameter, AVERAGING if step > WARM_UP else 1.0)
        print(f'epoch {epoch + 1} of {EPOCHS}: loss {np.mean(losses):.3f}', flush=True)
    with torch.no_grad():
        for average, parameter in zip(averages, learned):
            parameter.copy_(average)


def area_under_curve(values: np.ndarray, shown: np.ndarray) -> float:
    ranks, positives = np.argsort(np.argsort(values)), shown.sum()
    return float((ranks[shown == 1].sum() - positives * (positives - 1) / 2) / (positives * (len(shown) - positives)))


def validate(model: Model, features: np.ndarray, scenes: list[dict], found: list[dict], rows: np.ndarray) -> None:
    """By photo, for labels are of photos: its person most like a child. Photos without people are left out."""
    best = collections.defaultdict(lambda: -np.inf)
    for row, value in zip(rows, scores(model, features, rows)):
        best[found[row]['photo']] = max(best[found[row]['photo']], value)
    shown = np.array([float(scenes[photo]['child']) for photo in best])
    print(f'area under the curve on {len(best)} photos with people kept apart: {area_under_curve(np.array([*best.values()]), shown):.3f}')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('scenes', type=pathlib.Path, help='folder with scenes.ndjson')
    parser.add_argument('work', type=pathlib.Path, help='folder with what unpack.mjs and cut-persons.ts wrote; lower.npy is kept there')
    parser.add_argument('--validate', action='store_true', help='train on four photos of five, and only say how well that does')
    parser.add_argument('--threads', type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    scenes = persons.read(options.scenes)
    _, found = persons.read_persons(options.work)
    model = Model(Backbone(read_weights(options.work)), persons.words(scenes)[0].shape[1]).to(memory_format=torch.channels_last)
    features = lower_features(model.backbone, options.work)
    held_out = set(np.random.RandomState(0).permutation(len(scenes))[: int(HELD_OUT * len(scenes))]) if options.validate else set()
    is_held = np.array([person['photo'] in held_out for person in found])
    rows = np.flatnonzero(~is_held)
    with torch.no_grad():
        model.scale.fill_(1 / model.backbone.top(batch_of(features, rows[:BATCH], np.zeros(BATCH, int))).std())
    fit(model, features, scenes, found, rows)
    if options.validate:
        validate(model, features, scenes, found, np.flatnonzero(is_held))
    else:
        export.write(model, pathlib.Path(__file__).parents[1] / 'weights')


if __name__ == '__main__':
    main()
