"""train.py PACKAGE WORK: trains the model child-person (see README.md).

Writes models/weights/child-person.{json,bin}. The backbone was trained to find the joints of
people, so its features cover build and proportions. Its upper blocks learn several tasks: whether
the person is a child, whether it is a real person at all, and which words the captions of the photo
have. Whole photos are rows of the same kind, with a head of their own. The result is the mean of
the members.
"""
import argparse
import collections
import json
import pathlib
from typing import NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

import export
import persons
from backbone import FEATURES, Backbone, read_weights

BATCH = 48
#: Learning rates of the backbone and of the new layers. Both rise over WARM_UP steps, then fall
#: along a cosine.
RATES = (2e-4, 1e-3)
WARM_UP = 100
#: Share of the batches that are views as lenscap uses them, or mirrored. The others are random.
PLAIN = 0.25
WEIGHT_DECAY = 1e-2
DROPOUT = 0.3
SMOOTHING = 0.1
#: From this epoch on, in a photo with children and adults, the person most like a child counts as
#: one, and the person least like one as an adult.
MIXED_FROM = 2
MIXED_WEIGHTS = {'child': 0.7, 'other': 0.5}
#: Weight of the loss of the words, summed over all words, relative to the loss of the child; and of
#: the question whether it is a real person.
WORDS_WEIGHT, REAL_WEIGHT = 0.01, 0.2
#: Sharpness of the soft maximum over positions.
SHARPNESS = 2
#: Share of the average of the weights that each step replaces.
AVERAGING = 0.005
#: The photos are split into this many random parts, for --without.
PARTS, PARTS_SEED = 3, 5
#: Outputs, in their order: log odds of a child, judged by a person; of a child, judged by the whole
#: photo; of a real person; and of each number of quarter turns by which a whole photo is turned
#: clockwise.
HEADS = ('child', 'scene', 'real', 'turned_0', 'turned_1', 'turned_2', 'turned_3')
FIRST_TURNED = 3
#: Share of the whole photos that stay upright in training, and the weight of the loss of the turns.
UPRIGHT, TURNS_WEIGHT = 0.5, 0.5


class Member(NamedTuple):
    """One of the models whose outputs are averaged."""

    first_trained: int
    seed: int
    epochs: int


MEMBERS = [Member(3, 1, 12), Member(3, 2, 12)]


class Model(nn.Module):
    def __init__(self, backbone: nn.Module, word_count: int):
        super().__init__()
        self.backbone = backbone
        self.whole, self.word = nn.Linear(2 * FEATURES, len(HEADS)), nn.Linear(2 * FEATURES, word_count)
        self.place = nn.Conv2d(FEATURES, len(HEADS), 1)
        self.dropout = nn.Dropout(DROPOUT)
        for layer in (self.whole, self.word, self.place):
            nn.init.normal_(layer.weight, 0, 0.005)
            nn.init.zeros_(layer.bias)
        self.register_buffer('scale', torch.tensor(1.0))

    def forward(self, seen: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Log odds of each head (N x heads) and of each word."""
        planes = self.backbone(seen) * self.scale
        pooled = self.dropout(torch.cat([planes.mean((2, 3)), planes.amax((2, 3))], 1))
        places = self.place(planes).flatten(2)
        somewhere = (torch.logsumexp(places * SHARPNESS, 2) - np.log(places.shape[2])) / SHARPNESS
        return self.whole(pooled) + somewhere, self.word(pooled)


class Views:
    """Views of the rows, each drawn on request, so that the model never sees the same one twice."""

    def __init__(self, work: pathlib.Path, seed: int, device: torch.device):
        pictures, self.persons = persons.read_persons(work)
        # A GPU holds all pictures; without one they stay on the disk.
        self.pictures = pictures if device.type == 'cpu' else torch.from_numpy(np.array(pictures)).to(device)
        self.boxes = np.array([person['box'] for person in self.persons], np.float64)
        self.is_whole = np.array([bool(person.get('whole')) for person in self.persons])
        self.photo = np.array([person['photo'] for person in self.persons])
        self.random, self.device = np.random.RandomState(seed), device

    def stored(self, rows: np.ndarray) -> torch.Tensor:
        if self.device.type == 'cpu':
            pictures = torch.from_numpy(np.stack([self.pictures[row] for row in rows]))
        else:
            pictures = self.pictures[torch.from_numpy(rows).to(self.device)]
        return pictures.permute(0, 3, 1, 2).float() / 255

    def plain(self, rows: np.ndarray, reach: float | None, mirrored: bool) -> torch.Tensor:
        """As lenscap sees them; without a reach, people and photos each with their own."""
        if reach is None:
            reach = persons.SHOWN_WHOLE if self.is_whole[rows].all() else persons.SHOWN
        return persons.plain_views(self.stored(rows), self.boxes[rows], reach, mirrored)

    def for_training(self, rows: np.ndarray) -> torch.Tensor:
        if self.random.rand() < PLAIN:
            return self.plain(rows, None, self.random.rand() < 0.5)
        return persons.random_views(self.stored(rows), self.boxes[rows], self.is_whole[rows], self.random)


#: The views that lenscap judges a person by (src/detectors/faces/persons.ts), and a whole photo.
PERSON_VIEWS = ((1.0, False), (1.3, True))
WHOLE_VIEWS = ((1.0, False),)


def scores(model: Model, views: Views, rows: np.ndarray, wanted: tuple[tuple[float, bool], ...] = PERSON_VIEWS) -> np.ndarray:
    """Log odds of each head (rows x heads): the mean over the views."""
    model.eval()
    with torch.no_grad():
        parts = [rows[start : start + 4 * BATCH] for start in range(0, len(rows), 4 * BATCH)]
        seen = [[model(views.plain(part, *view))[0].cpu().numpy() for view in wanted] for part in parts]
    model.train()
    return np.concatenate([np.mean(both, 0) for both in seen]) if seen else np.zeros((0, len(HEADS)))


def decide_mixed(model: Model, views: Views, groups: list[np.ndarray], is_child: np.ndarray, weight: np.ndarray) -> None:
    """Sets labels and weights in place: the model decides which person of a photo is the child.

    The labels state only whether a photo shows a child.
    """
    everyone = np.concatenate(groups)
    score = dict(zip(everyone, scores(model, views, everyone, PERSON_VIEWS[:1])[:, 0]))
    for rows in groups:
        ranked = np.array(sorted(rows, key=score.get))
        weight[rows] = 0
        is_child[ranked[-1]], weight[ranked[-1]] = 1, MIXED_WEIGHTS['child']
        if len(ranked) > 1:
            is_child[ranked[0]], weight[ranked[0]] = 0, MIXED_WEIGHTS['other']


def fit(model: Model, views: Views, photos: list[dict], rows: np.ndarray, member: Member) -> None:
    """Trains in place and leaves the averaged weights in the model."""
    is_child, weight = persons.labels(photos, views.persons)
    is_real, real_weight = persons.reality(photos, views.persons)
    said, has_words = persons.words(photos)
    wanted = set(rows.tolist())
    groups = [group for group in persons.mixed_photos(photos, views.persons) if wanted.issuperset(group.tolist())]
    new = [*model.whole.parameters(), *model.word.parameters(), *model.place.parameters()]
    groups_of_rates = [{'params': model.backbone.learns(), 'lr': RATES[0]}, {'params': new, 'lr': RATES[1]}]
    optimizer = torch.optim.AdamW(groups_of_rates, weight_decay=WEIGHT_DECAY)
    learned = [*model.backbone.learns(), *new]
    averages = [p.detach().clone() for p in learned]
    kinds = [rows[~views.is_whole[rows]], rows[views.is_whole[rows]]]
    random, steps, step = np.random.RandomState(member.seed), member.epochs * sum(len(kind) // BATCH for kind in kinds), 0

    def there(values: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(values).to(views.device)

    for epoch in range(member.epochs):
        if epoch >= MIXED_FROM and groups:
            decide_mixed(model, views, groups, is_child, weight)
        # People and whole photos in batches of their own, in random order.
        batches = [part for kind in kinds for part in batches_of(random.permutation(kind))]
        losses = []
        for place in random.permutation(len(batches)):
            chosen = batches[place]
            factor = min(1, step / WARM_UP) * (0.5 + 0.5 * np.cos(np.pi * step / steps))
            for group, rate in zip(optimizer.param_groups, RATES):
                group['lr'] = rate * factor
            is_whole = bool(views.is_whole[chosen[0]])
            turns = np.where(random.rand(len(chosen)) < UPRIGHT, 0, random.randint(0, 4, len(chosen))) * is_whole
            # A GPU multiplies in 16 bits at twice the speed.
            with torch.autocast(views.device.type, torch.bfloat16, enabled=views.device.type == 'cuda'):
                shown = turned(views.for_training(chosen), turns)
                seen, word = model(shown.contiguous(memory_format=torch.channels_last))
            seen, word = seen.float(), word.float()
            target = there(is_child[chosen]) * (1 - SMOOTHING) + SMOOTHING / 2
            child_loss = F.binary_cross_entropy_with_logits(seen[:, int(is_whole)], target, reduction='none')
            child_loss = child_loss * there(weight[chosen] * (turns == 0))
            real_loss = F.binary_cross_entropy_with_logits(seen[:, 2], there(is_real[chosen]), reduction='none') * there(real_weight[chosen])
            photo = views.photo[chosen]
            word_loss = F.binary_cross_entropy_with_logits(word, there(said[photo]), reduction='none').sum(1) * there(has_words[photo])
            loss = child_loss.mean() + REAL_WEIGHT * real_loss.mean() + WORDS_WEIGHT * word_loss.mean()
            if is_whole:
                loss = loss + TURNS_WEIGHT * F.cross_entropy(seen[:, FIRST_TURNED:], there(turns))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(learned, 5.0)
            optimizer.step()
            step += 1
            losses.append(child_loss.detach().mean())
            with torch.no_grad():
                share = AVERAGING if step > WARM_UP else 1.0
                torch._foreach_mul_(averages, 1 - share)
                torch._foreach_add_(averages, learned, alpha=share)
        print(f'epoch {epoch + 1} of {member.epochs}: loss {float(torch.stack(losses).mean()):.3f}', flush=True)
    with torch.no_grad():
        for average, parameter in zip(averages, learned):
            parameter.copy_(average)


def turned(shown: torch.Tensor, turns: np.ndarray) -> torch.Tensor:
    """Each picture turned clockwise by its number of quarter turns."""
    return torch.stack([torch.rot90(picture, -int(count), (1, 2)) for picture, count in zip(shown, turns)]) if turns.any() else shown


def batches_of(rows: np.ndarray) -> list[np.ndarray]:
    return [rows[start : start + BATCH] for start in range(0, len(rows) - BATCH + 1, BATCH)]


def area_under_curve(values: np.ndarray, shown: np.ndarray) -> float:
    ranks, positives = np.argsort(np.argsort(values)), shown.sum()
    return float((ranks[shown == 1].sum() - positives * (positives - 1) / 2) / (positives * (len(shown) - positives)))


def by_photo(rows: np.ndarray, values: np.ndarray, views: Views, photos: list[dict]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """The photos of the rows, their labels, and the score of the likeliest row of each."""
    best = collections.defaultdict(lambda: -np.inf)
    for row, value in zip(rows, values):
        best[views.photo[row]] = max(best[views.photo[row]], value)
    return np.array([*best]), np.array([float(photos[photo]['child']) for photo in best]), np.array([*best.values()])


def validate(models: list[Model], views: Views, photos: list[dict], rows: np.ndarray) -> np.ndarray:
    """Prints the accuracy by photo, because labels are for photos. Returns the scores of the rows."""
    people, wholes = rows[~views.is_whole[rows]], rows[views.is_whole[rows]]
    mean = {
        0: np.mean([scores(model, views, people) for model in models], 0),
        1: np.mean([scores(model, views, wholes, WHOLE_VIEWS) for model in models], 0),
    }
    for head, kind in ((0, people), (1, wholes)):
        _, shown, best = by_photo(kind, mean[head][:, head], views, photos)
        print(f'{HEADS[head]}: area under the curve on {len(best)} held-out photos: {area_under_curve(best, shown):.4f}', flush=True)
    upright = [turns_of(models, views, wholes, count) for count in range(4)]
    print(f'turns: {np.mean([np.mean(found == count) for count, found in enumerate(upright)]):.4f} of the held-out photos right', flush=True)
    judged = np.full((len(views.photo), len(HEADS)), np.nan, np.float32)
    judged[people], judged[wholes] = mean[0], mean[1]
    return judged


def turns_of(models: list[Model], views: Views, wholes: np.ndarray, count: int) -> np.ndarray:
    """By how many quarter turns the models find photos turned that are turned by `count`."""
    found = []
    with torch.no_grad():
        for start in range(0, len(wholes), 4 * BATCH):
            part = wholes[start : start + 4 * BATCH]
            shown = turned(views.plain(part, *WHOLE_VIEWS[0]), np.full(len(part), count))
            found.append(sum(model.eval()(shown)[0][:, FIRST_TURNED:] for model in models).argmax(1).cpu().numpy())
    return np.concatenate(found)


def train_member(member: Member, options: argparse.Namespace, photos: list[dict], views: Views, rows: np.ndarray) -> Model:
    torch.manual_seed(member.seed)
    views.random = np.random.RandomState(member.seed)
    backbone = Backbone(read_weights(options.package), member.first_trained)
    model = Model(backbone, persons.words(photos)[0].shape[1]).to(views.device, memory_format=torch.channels_last)
    people = rows[~views.is_whole[rows]]
    with torch.no_grad():
        model.scale.fill_(1 / model.backbone(views.plain(people[:BATCH], None, False)).std())
    fit(model, views, photos, rows, member)
    return model


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('package', type=pathlib.Path, help='folder of the package human')
    parser.add_argument('work', type=pathlib.Path, help='folder with the output of cut-persons.ts')
    parser.add_argument('--validate', action='store_true', help='train on two photos of three, and only print the accuracy on the third')
    parser.add_argument('--without', type=int, default=0, help='the part of the photos that --validate keeps apart: 0, 1 or 2')
    parser.add_argument('--scores', type=pathlib.Path, help='with --validate, where the scores of the held-out rows are written')
    parser.add_argument('--weights', type=pathlib.Path, default=pathlib.Path(__file__).parents[1] / 'weights', help='where the weights go')
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--device', default='cuda' if torch.cuda.is_available() else 'cpu')
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    photos = persons.read(options.work)
    views = Views(options.work, 0, torch.device(options.device))
    parts = np.random.RandomState(PARTS_SEED).randint(0, PARTS, len(photos))
    is_held = (parts[views.photo] == options.without) & options.validate
    members = [train_member(member, options, photos, views, np.flatnonzero(~is_held)) for member in MEMBERS]
    if options.validate:
        judged = validate(members, views, photos, np.flatnonzero(is_held))
        if options.scores is not None:
            lines = [None if np.isnan(row[0]) else [round(float(x), 4) for x in row] for row in judged]
            options.scores.write_text(json.dumps(lines) + '\n')
    else:
        export.write([member.cpu() for member in members], options.weights)


if __name__ == '__main__':
    main()
