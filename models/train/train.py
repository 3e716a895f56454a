"""train.py SCENES PACKAGE WORK: trains the model child-person (see README.md).

Writes models/weights/child-person.{json,bin}. The backbone was trained to find the joints of
people, so its features cover build and proportions. Its upper blocks learn two tasks: whether the
person is a child, and which words the captions of the photo have. Two such models share the lower
blocks; the result is their mean.
"""
import argparse
import collections
import pathlib
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import export
import persons
from backbone import FEATURES, Backbone, read_weights

BATCH = 32
#: Learning rates of the backbone and of the new layers. Both rise over WARM_UP steps, then fall
#: along a cosine.
RATES = (3e-4, 1e-3)
WARM_UP = 100
#: Share of the views as lenscap uses them, or mirrored. The others are moved, scaled, recoloured
#: and cut at random.
PLAIN = 0.25
WEIGHT_DECAY = 1e-2
DROPOUT = 0.3
SMOOTHING = 0.1
#: From this epoch on, in a photo with children and adults, the person most like a child counts as
#: one, and the person least like one as an adult.
MIXED_FROM = 2
MIXED_WEIGHTS = {'child': 0.7, 'other': 0.5}
#: Weight of the loss of the words, summed over all words, relative to the loss of the child.
WORDS_WEIGHT = 0.01
#: Sharpness of the soft maximum over positions (models/build/child-person.ts).
SHARPNESS = 2
#: Share of the average of the weights that each step replaces.
AVERAGING = 0.005
#: The photos are split into this many random parts. With --validate no member is trained on the
#: first.
PARTS, PARTS_SEED = 3, 5


class Member(NamedTuple):
    """One of the models whose outputs are averaged."""

    first_trained: int
    seed: int
    epochs: int
    #: If false, the first part is skipped: members trained on different photos make different
    #: errors.
    sees_all: bool


#: One trained deep on all photos, one shallow on two of three. On held-out people their mean is
#: more accurate than either.
MEMBERS = [Member(7, 1, 10, True), Member(13, 2, 7, False)]


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

    def forward(self, seen: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Log odds of a child and of each word."""
        planes = self.backbone(seen) * self.scale
        pooled = self.dropout(torch.cat([planes.mean((2, 3)), planes.amax((2, 3))], 1))
        places = self.place(planes).flatten(1)
        somewhere = (torch.logsumexp(places * SHARPNESS, 1) - np.log(places.shape[1])) / SHARPNESS
        return self.whole(pooled)[:, 0] + somewhere, self.word(pooled)


class Views:
    """Views of people, each drawn on request, so that the model never sees the same one twice."""

    def __init__(self, work: pathlib.Path, seed: int):
        self.pictures, self.persons = persons.read_persons(work)
        self.random = np.random.RandomState(seed)

    def of(self, rows: np.ndarray, numbers: np.ndarray) -> torch.Tensor:
        """RGB 0..1, N x 3 x SIDE x SIDE; `numbers` as in persons.view()."""
        drawn = [persons.view(self.pictures[row], self.persons[row]['box'], number, self.random) for row, number in zip(rows, numbers)]
        return torch.cat(drawn).contiguous(memory_format=torch.channels_last)

    def for_training(self, rows: np.ndarray) -> torch.Tensor:
        is_plain = self.random.rand(len(rows)) < PLAIN
        return self.of(rows, np.where(is_plain, self.random.randint(0, 2, len(rows)), 2))


def scores(model: Model, views: Views, rows: np.ndarray, numbers: tuple[int, ...] = (0, 1)) -> np.ndarray:
    """Log odds of a child: the mean over the plain view and its mirror image, or one of them.

    lenscap uses both in cases of doubt.
    """
    model.eval()
    with torch.no_grad():
        parts = [rows[start : start + 4 * BATCH] for start in range(0, len(rows), 4 * BATCH)]
        seen = [[model(views.of(part, np.full(len(part), number)))[0].numpy() for number in numbers] for part in parts]
    model.train()
    return np.concatenate([np.mean(both, 0) for both in seen]) if seen else np.zeros(0)


def decide_mixed(model: Model, views: Views, groups: list[np.ndarray], is_child: np.ndarray, weight: np.ndarray) -> None:
    """Sets labels and weights in place: the model decides which person of a photo is the child.

    The labels state only whether a photo shows a child.
    """
    everyone = np.concatenate(groups)
    score = dict(zip(everyone, scores(model, views, everyone, (0,))))
    for rows in groups:
        ranked = np.array(sorted(rows, key=score.get))
        weight[rows] = 0
        is_child[ranked[-1]], weight[ranked[-1]] = 1, MIXED_WEIGHTS['child']
        if len(ranked) > 1:
            is_child[ranked[0]], weight[ranked[0]] = 0, MIXED_WEIGHTS['other']


def fit(model: Model, views: Views, scenes: list[dict], rows: np.ndarray, member: Member) -> None:
    """Trains in place and leaves the averaged weights in the model."""
    is_child, weight = persons.labels(scenes, views.persons)
    said, has_words = persons.words(scenes)
    photo, wanted = np.array([person['photo'] for person in views.persons]), set(rows.tolist())
    groups = [group for group in persons.mixed_photos(scenes, views.persons) if wanted.issuperset(group.tolist())]
    new = [*model.whole.parameters(), *model.word.parameters(), *model.place.parameters()]
    groups_of_rates = [{'params': model.backbone.learns(), 'lr': RATES[0]}, {'params': new, 'lr': RATES[1]}]
    optimizer = torch.optim.AdamW(groups_of_rates, weight_decay=WEIGHT_DECAY)
    learned = [*model.backbone.learns(), *new]
    averages = [p.detach().clone() for p in learned]
    random, steps, step = np.random.RandomState(member.seed), member.epochs * (len(rows) // BATCH), 0
    for epoch in range(member.epochs):
        if epoch >= MIXED_FROM:
            decide_mixed(model, views, groups, is_child, weight)
        order, losses = random.permutation(rows), []
        for start in range(0, len(order) - BATCH + 1, BATCH):
            factor = min(1, step / WARM_UP) * (0.5 + 0.5 * np.cos(np.pi * step / steps))
            for group, rate in zip(optimizer.param_groups, RATES):
                group['lr'] = rate * factor
            chosen = order[start : start + BATCH]
            child, word = model(views.for_training(chosen))
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
        print(f'epoch {epoch + 1} of {member.epochs}: loss {np.mean(losses):.3f}', flush=True)
    with torch.no_grad():
        for average, parameter in zip(averages, learned):
            parameter.copy_(average)


def area_under_curve(values: np.ndarray, shown: np.ndarray) -> float:
    ranks, positives = np.argsort(np.argsort(values)), shown.sum()
    return float((ranks[shown == 1].sum() - positives * (positives - 1) / 2) / (positives * (len(shown) - positives)))


def validate(members: list[Model], views: Views, scenes: list[dict], rows: np.ndarray) -> None:
    """Prints the accuracy by photo, because labels are for photos. Skips photos without people.

    A photo is scored by the person most like a child.
    """
    best = collections.defaultdict(lambda: -np.inf)
    for row, value in zip(rows, np.mean([scores(model, views, rows) for model in members], 0)):
        photo = views.persons[row]['photo']
        best[photo] = max(best[photo], value)
    shown = np.array([float(scenes[photo]['child']) for photo in best])
    print(f'area under the curve on {len(best)} photos with held-out people: {area_under_curve(np.array([*best.values()]), shown):.3f}')


def train_member(member: Member, options: argparse.Namespace, scenes: list[dict], is_first: np.ndarray) -> Model:
    """is_first: for each person whether the photo belongs to the first part."""
    torch.manual_seed(member.seed)
    views = Views(options.work, member.seed)
    rows = np.arange(len(is_first)) if member.sees_all and not options.validate else np.flatnonzero(~is_first)
    backbone = Backbone(read_weights(options.package), member.first_trained)
    model = Model(backbone, persons.words(scenes)[0].shape[1]).to(memory_format=torch.channels_last)
    with torch.no_grad():
        model.scale.fill_(1 / model.backbone(views.of(rows[:BATCH], np.zeros(BATCH, int))).std())
    fit(model, views, scenes, rows, member)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('scenes', type=pathlib.Path, help='folder with scenes.ndjson')
    parser.add_argument('package', type=pathlib.Path, help='folder of the package human')
    parser.add_argument('work', type=pathlib.Path, help='folder with the output of cut-persons.ts')
    parser.add_argument('--validate', action='store_true', help='train on two photos of three, and only print the accuracy on the third')
    parser.add_argument('--threads', type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    scenes = persons.read(options.scenes)
    parts = np.random.RandomState(PARTS_SEED).randint(0, PARTS, len(scenes))
    is_first = parts[[person['photo'] for person in persons.read_persons(options.work)[1]]] == 0
    members = [train_member(member, options, scenes, is_first) for member in MEMBERS]
    if options.validate:
        validate(members, Views(options.work, 0), scenes, np.flatnonzero(is_first))
    else:
        export.write(members, pathlib.Path(__file__).parents[1] / 'weights')


if __name__ == '__main__':
    main()
