"""The training photos and the people cut out of them.

For each person: pixels, labels, and the words of the captions as a second task.
"""
import collections
import json
import pathlib
import re

import numpy as np
import torch
import torch.nn.functional as F

#: Sides in pixels of the pictures from cut-persons.ts, and of the model's input.
STORED, SIDE = 256, 192
#: The model's input is a square of this many times the longer side of a person's box.
SHOWN = 1.15
#: Factor for the contrast outside the box, and the share by which the box is widened before that
#: (src/detectors/faces/persons.ts).
DIMMED, WIDENED = 0.35, 0.06
GREY = 0.5
#: Share of the views that show only the upper part of a person, and its share of the height: photos
#: of faces show no more.
CUT_OFTEN, CUT_UNTIL = 0.4, (0.25, 0.8)
#: A word is used if at least this many photos have it.
MIN_PHOTOS = 40
STOP = set(
    'the and with his her for one two while into from up over down out near next through other another some their its that who has '
    'be there this off around along being between behind front are'.split()
)
PLURALS = {'children': 'child', 'men': 'man', 'women': 'woman', 'people': 'person', 'babies': 'baby'}


def read(folder: pathlib.Path) -> list[dict]:
    return [json.loads(line) for line in (folder / 'scenes.ndjson').read_text().splitlines()]


def read_persons(work: pathlib.Path) -> tuple[np.ndarray, list[dict]]:
    """Pictures (persons x STORED x STORED x 3), and the photo and the box of each."""
    persons = json.loads((work / 'persons.json').read_text())
    return np.memmap(work / 'persons.bin', np.uint8, 'r', shape=(len(persons), STORED, STORED, 3)), persons


def labels(scenes: list[dict], persons: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Whether each person is a child, and the weight of that label.

    Labels are for whole photos, so the weight is 0 if the photo shows children and adults. The
    captions of a photo with children may not mention an adult, most likely one who looks small.
    So people of less than half the height of the tallest get a low weight.
    """
    photo = np.array([person['photo'] for person in persons])
    height = np.array([person['height'] for person in persons])
    tallest = np.zeros(len(scenes))
    np.maximum.at(tallest, photo, height)
    is_child = np.array([bool(scenes[p]['child']) for p in photo], np.float32)
    doubt = np.array([0.5 if scenes[p]['child_conf'] == 'medium' else 1.0 for p in photo], np.float32)
    alone = np.array([scenes[p]['people'] == 'children' for p in photo])
    of_child = np.where(alone, np.where(height >= 0.5 * tallest[photo], 1.0, 0.3), 0.0)
    return is_child, (np.where(is_child == 0, 1.0, of_child) * doubt).astype(np.float32)


def mixed_photos(scenes: list[dict], persons: list[dict]) -> list[np.ndarray]:
    """The rows of the people in each photo that shows children and adults."""
    rows = collections.defaultdict(list)
    for row, person in enumerate(persons):
        if scenes[person['photo']]['people'] == 'mixed':
            rows[person['photo']].append(row)
    return [np.array(group) for group in rows.values()]


def singular(word: str) -> str:
    return PLURALS.get(word) or (word[:-1] if word.endswith('s') and not word.endswith('ss') and len(word) > 3 else word)


def words(scenes: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """The frequent words in the captions (photos x words), and which photos have captions."""
    bags = [
        {singular(word) for caption in scene.get('captions') or [] for word in re.findall('[a-z]+', caption.lower())}
        for scene in scenes
    ]
    counts = collections.Counter(word for bag in bags for word in bag)
    known = sorted(w for w, n in counts.items() if n >= MIN_PHOTOS and len(w) > 2 and w not in STOP)
    table = np.array([[word in bag for word in known] for bag in bags], np.float32)
    return table, np.array([bool(bag) for bag in bags], np.float32)


def view(stored: np.ndarray, box: list[float], number: int, random: np.random.RandomState) -> torch.Tensor:
    """One view of a person (1, 3, SIDE, SIDE).

    `number` 0 is the view that lenscap uses, 1 is its mirror image. From 2 on the view is moved,
    scaled, recoloured and perhaps cut at random.
    """
    picture = torch.from_numpy(stored.copy()).permute(2, 0, 1).float() / 255
    reach, across, down, mirrored = SHOWN, 0.0, 0.0, number == 1
    if number > 1:
        reach = random.uniform(0.95, 1.4)
        across, down = random.uniform(-0.06, 0.06, 2)
        mirrored = random.rand() < 0.5
        mean, grey = picture.mean(), picture.mean(0, keepdim=True)
        saturation = random.uniform(0.6, 1.3) if random.rand() > 0.1 else 0
        picture = grey + (picture - grey) * saturation
        picture = ((picture - mean) * random.uniform(0.75, 1.25) + mean * random.uniform(0.8, 1.2)).clamp(0, 1)
        if random.rand() < CUT_OFTEN:
            box = upper_part(box, random.uniform(*CUT_UNTIL))
    kept = inside(box)
    dimmed = picture * kept + (GREY + (picture - GREY) * DIMMED) * (1 - kept)
    left, top, right, bottom = box
    scale = reach * max(right - left, bottom - top)
    middle = (left + right - 1 + 2 * across * scale, top + bottom - 1 + 2 * down * scale)
    where = torch.tensor([[[-scale if mirrored else scale, 0, middle[0]], [0, scale, middle[1]]]], dtype=torch.float32)
    grid = F.affine_grid(where, (1, 3, SIDE, SIDE), align_corners=False)
    return F.grid_sample(dimmed[None], grid, mode='bilinear', padding_mode='border', align_corners=False)


def upper_part(box: list[float], share: float) -> list[float]:
    """The upper part of a box, as in a portrait; a box that is wider than high stays unchanged."""
    left, top, right, bottom = box
    return box if bottom - top < right - left else [left, top, right, top + share * (bottom - top)]


def inside(box: list[float]) -> torch.Tensor:
    """1 inside the widened box, 0 outside."""
    left, top, right, bottom = box
    across, down = WIDENED * (right - left), WIDENED * (bottom - top)
    mask = torch.zeros(1, STORED, STORED)
    rows = slice(max(0, int((top - down) * STORED)), int(np.ceil((bottom + down) * STORED)))
    columns = slice(max(0, int((left - across) * STORED)), int(np.ceil((right + across) * STORED)))
    mask[:, rows, columns] = 1
    return mask
