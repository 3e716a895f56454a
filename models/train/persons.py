"""The training photos and the people cut out of them.

For each picture: pixels, labels, and the words of the captions as a further task. The last
pictures are the whole photos: they are rows like the people, with a box that covers the photo.
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
#: The model's input is a square of this many times the longer side of a person's box; for a person
#: and for a whole photo.
SHOWN, SHOWN_WHOLE = 1.15, 1.0
#: Factor for the contrast outside the box, and the share by which the box is widened before that
#: (src/detectors/faces/persons.ts).
DIMMED, WIDENED = 0.35, 0.06
GREY = 0.5
#: Share of the views that show only the upper part of a person, and its share of the height: photos
#: of faces show no more.
CUT_OFTEN, CUT_UNTIL = 0.4, (0.25, 0.8)
#: Share of the views that are blurred to the detail of a smaller picture, and its side: many people
#: are small in the photos that are scanned, and the training photos are small themselves.
BLUR_OFTEN, BLUR_SIDE = 0.35, (40, 140)
#: The most by which a view is made wider or higher: some training photos have lost their aspect ratio.
ASPECT = 1.25
#: A word is used if at least this many photos have it.
MIN_PHOTOS = 40
#: Events of photos where adults are taken for children: adults there weigh more.
HARD = re.compile('group|sport|team|football|soccer|basketball|tennis|ski|meeting|mask|surgeon|waiter|angler|stock', re.IGNORECASE)
HARD_WEIGHT = 1.5
STOP = set(
    'the and with his her for one two while into from up over down out near next through other another some their its that who has '
    'be there this off around along being between behind front are'.split()
)
PLURALS = {'children': 'child', 'men': 'man', 'women': 'woman', 'people': 'person', 'babies': 'baby'}


def read(work: pathlib.Path) -> list[dict]:
    """The labels of all photos, in the order of cut-persons.ts."""
    return json.loads((work / 'photos.json').read_text())


def read_persons(work: pathlib.Path) -> tuple[np.ndarray, list[dict]]:
    """Pictures (rows x STORED x STORED x 3), and the photo and the box of each."""
    persons = json.loads((work / 'persons.json').read_text())
    return np.memmap(work / 'persons.bin', np.uint8, 'r', shape=(len(persons), STORED, STORED, 3)), persons


def labels(photos: list[dict], persons: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Whether each row shows a child, and the weight of that label.

    Labels are for whole photos, so the weight of a person is 0 if the photo shows children and
    adults. The captions of a photo with children may not mention an adult, most likely one who
    looks small. So people of less than half the height of the tallest get a low weight.
    """
    photo = np.array([person['photo'] for person in persons])
    is_whole = np.array([bool(person.get('whole')) for person in persons])
    height = np.array([person['height'] for person in persons]) * ~is_whole
    tallest = np.zeros(len(photos))
    np.maximum.at(tallest, photo, height)
    is_child = np.array([bool(photos[p]['child']) for p in photo], np.float32)
    doubt = np.array([weight_of(photos[p]) for p in photo], np.float32)
    alone = np.array([photos[p].get('people') == 'children' for p in photo])
    of_child = np.where(alone, np.where(height >= 0.5 * tallest[photo], 1.0, 0.3), 0.0)
    return is_child, (np.where((is_child == 0) | is_whole, 1.0, of_child) * doubt).astype(np.float32)


def weight_of(photo: dict) -> float:
    if photo.get('child_conf') == 'medium' and photo['child']:
        return 0.5
    where = f'{photo.get("event") or ""} {photo["file"]}'
    return HARD_WEIGHT if not photo['child'] and HARD.search(where) else 1.0


def reality(photos: list[dict], persons: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """Whether each row shows a real person and not a drawing, a statue or an animal; the weight."""
    is_none = np.array([photos[person['photo']].get('people') == 'none' for person in persons])
    sure = np.array([bool(person.get('whole')) or person['score'] >= 0.5 for person in persons])
    return (~is_none).astype(np.float32), np.where(is_none, 3.0, np.where(sure, 0.5, 0.0)).astype(np.float32)


def mixed_photos(photos: list[dict], persons: list[dict]) -> list[np.ndarray]:
    """The rows of the people in each photo that shows children and adults."""
    rows = collections.defaultdict(list)
    for row, person in enumerate(persons):
        if not person.get('whole') and photos[person['photo']].get('people') == 'mixed':
            rows[person['photo']].append(row)
    return [np.array(group) for group in rows.values()]


def singular(word: str) -> str:
    return PLURALS.get(word) or (word[:-1] if word.endswith('s') and not word.endswith('ss') and len(word) > 3 else word)


def words(photos: list[dict]) -> tuple[np.ndarray, np.ndarray]:
    """The frequent words in the captions (photos x words), and which photos have captions."""
    bags = [
        {singular(word) for caption in photo.get('captions') or [] for word in re.findall('[a-z]+', caption.lower())}
        for photo in photos
    ]
    counts = collections.Counter(word for bag in bags for word in bag)
    known = sorted(w for w, n in counts.items() if n >= MIN_PHOTOS and len(w) > 2 and w not in STOP)
    table = np.array([[word in bag for word in known] for bag in bags], np.float32)
    return table, np.array([bool(bag) for bag in bags], np.float32)


def plain_views(stored: torch.Tensor, boxes: np.ndarray, reach: float, mirrored: bool) -> torch.Tensor:
    """The view that lenscap uses (N, 3, SIDE, SIDE): a square of `reach` times the longer side."""
    return cut(dim(stored, boxes), boxes, np.full(len(boxes), reach), np.full(len(boxes), mirrored))


def random_views(stored: torch.Tensor, boxes: np.ndarray, is_whole: np.ndarray, random: np.random.RandomState) -> torch.Tensor:
    """Views that are moved, scaled, made wider or higher, rotated, recoloured, blurred and perhaps cut."""
    count = len(boxes)
    stored = recolour(stored, random)
    upper = (random.rand(count) < CUT_OFTEN) & ~is_whole
    boxes = np.stack([upper_part(box, random.uniform(*CUT_UNTIL)) if is_cut else box for box, is_cut in zip(boxes, upper)])
    reach = np.where(is_whole, random.uniform(0.7, 1.05, count), random.uniform(0.95, 1.4, count))
    moved = random.uniform(-0.06, 0.06, (count, 2))
    aspect = np.exp(random.uniform(-1, 1, count) * np.log(ASPECT))
    angle = random.uniform(-1, 1, count) * np.radians(12)
    views = cut(dim(stored, boxes), boxes, reach, random.rand(count) < 0.5, moved, aspect, angle)
    return blur(views, random)


def recolour(pictures: torch.Tensor, random: np.random.RandomState) -> torch.Tensor:
    def column(values: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(values.astype(np.float32)).to(pictures.device)[:, None, None, None]

    count = len(pictures)
    grey, mean = pictures.mean(1, keepdim=True), pictures.mean((1, 2, 3), keepdim=True)
    saturation = column(np.where(random.rand(count) > 0.1, random.uniform(0.6, 1.3, count), 0))
    pictures = grey + (pictures - grey) * saturation
    return ((pictures - mean) * column(random.uniform(0.7, 1.3, count)) + mean * column(random.uniform(0.7, 1.3, count))).clamp(0, 1)


def blur(views: torch.Tensor, random: np.random.RandomState) -> torch.Tensor:
    """Some views are shrunk and enlarged again; the same size for all of a batch, as a batch needs."""
    side = int(random.uniform(*BLUR_SIDE))
    chosen = torch.from_numpy(np.flatnonzero(random.rand(len(views)) < BLUR_OFTEN)).to(views.device)
    if len(chosen) > 0:
        small = F.interpolate(views[chosen], size=(side, side), mode='bilinear', align_corners=False, antialias=True)
        views[chosen] = F.interpolate(small, size=(SIDE, SIDE), mode='bilinear', align_corners=False)
    return views


def cut(
    pictures: torch.Tensor,
    boxes: np.ndarray,
    reach: np.ndarray,
    mirrored: np.ndarray,
    moved: np.ndarray | None = None,
    aspect: np.ndarray | None = None,
    angle: np.ndarray | None = None,
) -> torch.Tensor:
    count = len(boxes)
    moved = np.zeros((count, 2)) if moved is None else moved
    aspect = np.ones(count) if aspect is None else aspect
    angle = np.zeros(count) if angle is None else angle
    left, top, right, bottom = boxes.T
    scale = reach * np.maximum(right - left, bottom - top)
    wide, high = scale * np.sqrt(aspect), scale / np.sqrt(aspect)
    flip = np.where(mirrored, -1.0, 1.0)
    where = np.stack(
        [
            np.stack([flip * wide * np.cos(angle), -high * np.sin(angle), left + right - 1 + 2 * moved[:, 0] * scale], 1),
            np.stack([flip * wide * np.sin(angle), high * np.cos(angle), top + bottom - 1 + 2 * moved[:, 1] * scale], 1),
        ],
        1,
    )
    grid = F.affine_grid(torch.from_numpy(where.astype(np.float32)), (count, 3, SIDE, SIDE), align_corners=False).to(pictures.device)
    return F.grid_sample(pictures, grid, mode='bilinear', padding_mode='border', align_corners=False)


def upper_part(box: np.ndarray, share: float) -> np.ndarray:
    """The upper part of a box, as in a portrait; a box that is wider than high stays unchanged."""
    left, top, right, bottom = box
    return box if bottom - top < right - left else np.array([left, top, right, top + share * (bottom - top)])


def dim(pictures: torch.Tensor, boxes: np.ndarray) -> torch.Tensor:
    """What lies outside the widened boxes moves towards grey."""
    left, top, right, bottom = (torch.from_numpy(side.astype(np.float32)).to(pictures.device)[:, None] * STORED for side in boxes.T)
    across, down = WIDENED * (right - left), WIDENED * (bottom - top)
    at = torch.arange(STORED, device=pictures.device, dtype=torch.float32)[None]
    columns = (at >= (left - across).floor()) & (at < (right + across).ceil())
    rows = (at >= (top - down).floor()) & (at < (bottom + down).ceil())
    kept = (rows[:, :, None] & columns[:, None, :])[:, None]
    return torch.where(kept, pictures, GREY + (pictures - GREY) * DIMMED)
