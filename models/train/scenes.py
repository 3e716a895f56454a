"""The training photos: pixels, what is known of a child in them, and the words of their captions as a second task."""
import collections
import json
import pathlib
import re

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

SIDE = 224
#: A word counts where so many photos have it.
LEAST_PHOTOS = 40
STOP = set(
    'the and with his her for one two while into from up over down out near next through other another some their its that who has '
    'be there this off around along being between behind front are'.split()
)
PLURALS = {'children': 'child', 'men': 'man', 'women': 'woman', 'people': 'person', 'babies': 'baby'}


def read(folder: pathlib.Path) -> list[dict]:
    return [json.loads(line) for line in (folder / 'scenes.ndjson').read_text().splitlines()]


def pixels(path: pathlib.Path) -> np.ndarray:
    """Squashed to SIDE x SIDE, as most of the photos are stored and as lenscap shows a photo to the model."""
    picture = Image.open(path).convert('RGB')
    return np.asarray(picture if picture.size == (SIDE, SIDE) else picture.resize((SIDE, SIDE), Image.BICUBIC))


def children(scenes: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Whether a child is shown, and the weight of that label: half where the labels call themselves doubtful."""
    shown = np.array([1.0 if scene['child'] else 0.0 for scene in scenes], np.float32)
    return shown, np.array([0.5 if scene['child_conf'] == 'medium' else 1.0 for scene in scenes], np.float32)


def singular(word: str) -> str:
    return PLURALS.get(word) or (word[:-1] if word.endswith('s') and not word.endswith('ss') and len(word) > 3 else word)


def words(scenes: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Which frequent words the captions have (photos x words), and which photos have captions."""
    bags = [
        {singular(word) for caption in scene.get('captions') or [] for word in re.findall('[a-z]+', caption.lower())}
        for scene in scenes
    ]
    counts = collections.Counter(word for bag in bags for word in bag)
    known = sorted(w for w, n in counts.items() if n >= LEAST_PHOTOS and len(w) > 2 and w not in STOP)
    table = np.array([[word in bag for word in known] for bag in bags], np.float32)
    return table, np.array([bool(bag) for bag in bags], np.float32)


def view(picture: torch.Tensor, number: int, random: np.random.RandomState) -> torch.Tensor:
    """One look at a picture (1, 3, SIDE, SIDE): 0 as it is, 1 mirrored, from 2 on cut, stretched and coloured at random."""
    if number < 2:
        return picture.flip(3) if number else picture
    height, width = (int(SIDE * share) for share in random.uniform(0.65, 1, 2))
    top, left = random.randint(0, SIDE + 1 - height), random.randint(0, SIDE + 1 - width)
    part = picture[:, :, top : top + height, left : left + width]
    part = F.interpolate(part, (SIDE, SIDE), mode='bilinear', align_corners=False)
    if number % 2:
        part = part.flip(3)
    grey = part.mean((1,), keepdim=True)
    saturation = random.uniform(0.5, 1.3) if random.rand() > 0.1 else 0
    part = (grey + (part - grey) * saturation) * random.uniform(0.75, 1.25)
    mean = part.mean()
    return ((part - mean) * random.uniform(0.75, 1.25) + mean).clamp(0, 1)
