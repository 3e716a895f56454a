"""calibrate.py WORK SCORES...: fits what joins the evidence of faces, people and whole photos.

WORK has the output of cut-persons.ts and see-faces.ts, SCORES are what `train.py --validate
--scores` wrote for each part of the photos: every photo is judged by models that did not see it.
Writes models/weights/face-child.{json,bin} and src/detectors/faces/child-calibration.ts.
"""
import argparse
import json
import math
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

from heads import CHILD_RIDGE, REAL_RIDGE, SURE_FACE, child_rows, fit_head, is_crop, logistic, minimise, real_rows, write_heads

ROOT = pathlib.Path(__file__).parents[2]
#: As in src/detectors/faces: logistic.ts, children.ts, boxes.ts, real-faces.ts, find.ts.
MIN_SCORE, MAX_SCORE, MOST, NEUTRAL_YEARS = 0.02, 0.995, 6, 20
FACE_ALONE, NO_PERSON, SURE_PERSON, HOLDS, CLEAR_SHARE, FACE_FLOOR = 0.5, 0.15, 0.4, 0.7, 0.1, 0.3
FILLING, SCENE_GONE, SURELY = 0.6, 0.8, 4
CANDIDATES = 10
#: Penalties on the weights.
JOINT_RIDGE, FEW_RIDGE = 5e-3, 1e-3
EVIDENCE = ['isFaceAlone', 'isFaceOfPerson', 'isUnseen', 'under13', 'youngest', 'features', 'personUnseen', 'personOfFace']
PHOTO = ['some', 'scene', 'isFilled']
TEEN = ['from13To17', 'youngest', 'under13', 'features']
#: Weights of photos: adults in groups, at meetings and behind masks are taken for children. False
#: faces are few. In a gallery, photos in which no one is found show a child even less often.
HARD, MASK, MEDIUM, FALSE_FACE, NO_ONE = 2.0, 1.5, 0.5, 3.5, 4.0


def log_odds(score: float) -> float:
    kept = min(MAX_SCORE, max(MIN_SCORE, score))
    return math.log(kept / (1 - kept))


def limited(value: float, most: float) -> float:
    return max(-most, min(most, value))


def area(box: list[float]) -> float:
    return max(0, box[2] - box[0]) * max(0, box[3] - box[1])


def containment(a: list[float], b: list[float]) -> float:
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return wide * high / min(area(a), area(b)) if wide > 0 and high > 0 else 0


def person_evidence(child: float, score: float) -> float:
    child = limited(child, MOST)
    both = min(1, max(0, (score - NO_PERSON) / (SURE_PERSON - NO_PERSON))) / (1 + math.exp(-child))
    return limited(math.log(max(1e-9, both) / (1 - both)), MOST)


def face_evidence(face: dict) -> tuple[float, float, float]:
    return log_odds(face['under13']), math.log(NEUTRAL_YEARS / max(1, min(face['years']))), face['child']


def share_of(face: dict, photo: dict) -> float:
    """The longer side of the face as a share of the picture's shorter side."""
    box = face['box']
    return max(box[2] - box[0], box[3] - box[1]) / min(photo['width'], photo['height'])


def real_evidence(face: dict, whole: float) -> list[float]:
    return [limited(whole, SURELY), limited(face['real'], SURELY)]


def fit_real(photos: dict[str, dict], seen: dict[str, dict], real: dict[str, float]) -> tuple[dict, tuple[np.ndarray, float]]:
    """Joins the head on faces with the look of the whole photo: is it a real person's face."""
    rows = [row for row in real_rows(photos, seen) if row[0] in real and not is_crop(photos[row[0]])]
    x = np.array([real_evidence(face, real[file]) for file, face, _, _ in rows])
    y = np.array([row[2] for row in rows], float)
    w, b = logistic(x, y, np.where(y > 0, 1.0, FALSE_FACE), FEW_RIDGE)
    return {'intercept': number(b), 'weights': {'whole': number(w[0]), 'face': number(w[1])}}, (w, b)


def real_faces(photo: dict, whole: float, fit: tuple[np.ndarray, float]) -> list[dict]:
    """The faces that are left after doubting those of statues, drawings and animals."""
    left = []
    for face in photo['faces']:
        doubt = min(0.0, float(np.array(real_evidence(face, whole)) @ fit[0] + fit[1]))
        if log_odds(face['probability']) + doubt >= log_odds(FACE_FLOOR):
            left.append(face)
    return left


def candidates(photo: dict, faces: list[dict], people: list[dict]) -> list[list[float]]:
    """The evidence of everyone in a photo, in the order of EVIDENCE."""
    owner = [
        min((p for p in range(len(people)) if containment(people[p]['at'], face['box']) >= HOLDS), key=lambda p: area(people[p]['at']), default=None)
        for face in faces
    ]
    pairs = []
    for place in range(len(people)):
        own = [f for f in range(len(faces)) if owner[f] == place]
        pairs.append((max(own, key=lambda f: area(faces[f]['box']), default=None), place))
    paired = {f for f, _ in pairs}
    return [evidence(photo, faces, people, *pair) for pair in pairs + [(f, None) for f in range(len(faces)) if f not in paired]]


def evidence(photo: dict, faces: list, people: list, face: int | None, person: int | None) -> list[float]:
    is_face, under13, youngest, head, share = 0, 0.0, 0.0, 0.0, 0.0
    if face is not None:
        is_face, (under13, youngest, head) = 1, face_evidence(faces[face])
        share = share_of(faces[face], photo)
    trust = 0 if person is None else max(0, 1 - share / FACE_ALONE)
    body = 0 if person is None else person_evidence(people[person]['child'], people[person]['score'])
    if is_face and share > CLEAR_SHARE and under13 < log_odds(0.05) and youngest <= math.log(NEUTRAL_YEARS / 18):
        body = min(0, body)
    return [is_face * (1 - trust), is_face * trust, (1 - is_face) * trust, under13, youngest, head, (1 - is_face) * trust * body, is_face * trust * body]


def scene_evidence(photo: dict, faces: list[dict], scene: float | None) -> list[float]:
    """The look of the whole, and whether a face fills the picture. The crops of known age are faces."""
    largest = max((share_of(face, photo) for face in faces), default=0)
    trust = 0 if scene is None else min(1, max(0, (SCENE_GONE - largest) / (SCENE_GONE - FILLING)))
    return [trust * limited(scene or 0, MOST), 1 - trust]


def fit_joint(rows: list[tuple[list, list, bool, float]], with_all: bool) -> dict:
    """rows: the candidates of a photo, the look of the whole, whether a child is shown, the weight."""
    x, there = torch.zeros(len(rows), CANDIDATES, len(EVIDENCE), dtype=torch.float64), torch.zeros(len(rows), CANDIDATES, dtype=torch.bool)
    for row, (seen, _, _, _) in enumerate(rows):
        seen = seen[:CANDIDATES]
        x[row, : len(seen)], there[row, : len(seen)] = torch.tensor(seen, dtype=torch.float64), True
    y, share = (torch.tensor([float(row[at]) for row in rows], dtype=torch.float64) for at in (2, 3))
    scene, share = torch.tensor([row[1] for row in rows], dtype=torch.float64) * with_all, share / share.sum()
    start = [0.0, 0, 0, 0.5, 0, 0, 1, 1]
    w = torch.tensor(start if with_all else [0.0, 0, 0, 0.5, 0, 0, 0, 0], dtype=torch.float64, requires_grad=True)
    s = torch.zeros(2, dtype=torch.float64, requires_grad=True)
    b, some, c = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (0.0, 1.0, 0.0))

    def loss() -> torch.Tensor:
        each = torch.where(there, x @ w + b, torch.tensor(-30.0, dtype=torch.float64))
        none = F.logsigmoid(-torch.topk(each, 2, 1).values).sum(1)
        logit = (torch.log(-torch.expm1(none).clamp(max=-1e-12)) - none) * some + scene @ s + c
        fit = (F.binary_cross_entropy_with_logits(logit, y, reduction='none') * share).sum()
        return fit + JOINT_RIDGE * ((w**2).sum() + (s**2).sum() + (some - 1) ** 2 + 0.02 * c**2)

    minimise(loss, [w, b, some, s, c], 200)
    weights = {name: number(value) for name, value in zip(EVIDENCE, w.tolist())}
    photo = {'intercept': number(c), 'weights': {name: number(value) for name, value in zip(PHOTO, [some.item(), *s.tolist()])}}
    return {'candidate': {'intercept': number(b), 'weights': weights}, 'photo': photo}


def fit_no_one(rows: list[tuple[float, bool, float]]) -> dict:
    """Photos in which no one is found are judged by their look alone."""
    x, y, weight = (np.array([float(row[at]) for row in rows]) for at in range(3))
    w, b = logistic(x[:, None], y, weight * np.where(y > 0, 1, NO_ONE), FEW_RIDGE)
    return {'intercept': number(b), 'weights': {'scene': number(w[0])}}


def number(value) -> float:
    rounded = round(float(value), 4)
    return 0 if abs(rounded) < 2e-4 else rounded


def weight_of(photo: dict) -> float:
    if 'wider' in photo['file']:
        return HARD
    return MASK if 'mask' in photo['file'] else MEDIUM if photo.get('child_conf') == 'medium' else 1.0


def fit_teenagers(photos: dict[str, dict], seen: dict[str, dict]) -> dict:
    x, y, weight = [], [], []
    for file, photo in photos.items():
        for place, face in enumerate(seen[file]['faces'] if file in seen else []):
            if is_crop(photo) and place > 0 or not is_crop(photo) and (photo.get('people') != 'adults' or face['probability'] < SURE_FACE):
                continue
            under13, youngest, head = face_evidence(face)
            is_teen = is_crop(photo) and 13 <= photo['age'] < 18
            x.append([log_odds(face['from13To17']), youngest, under13, head])
            y.append(is_teen)
            weight.append(2.0 if is_teen else 1.0 if is_crop(photo) else 0.5)
    w, b = logistic(np.array(x), np.array(y, float), np.array(weight), FEW_RIDGE)
    return {'intercept': number(b), 'weights': {name: number(value) for name, value in zip(TEEN, w)}}


def write_calibration(constants: dict[str, dict]) -> None:
    """Replaces what follows the equals sign of each constant, up to the semicolon."""
    path = ROOT / 'src/detectors/faces/child-calibration.ts'
    source = path.read_text()
    for name, value in constants.items():
        at = source.index(' = ', source.index(f'export const {name}:')) + 3
        source = source[:at] + json.dumps(value, indent=2) + source[source.index(';\n', at) :]
    path.write_text(source)


def read_scores(paths: list[pathlib.Path], photos: dict[str, dict], persons: list[dict]) -> tuple[dict, dict, dict]:
    """Of each photo: its people, the look of the whole, and whether that is of real people."""
    names, judged = [*photos], [None] * len(persons)
    for path in paths:
        judged = [new or old for new, old in zip(json.loads(path.read_text()), judged)]
    people, scene, real = {file: [] for file in photos}, {}, {}
    for person, scores in zip(persons, judged):
        file = names[person['photo']]
        if scores is not None and person.get('whole'):
            scene[file], real[file] = scores[1], scores[2]
        elif scores is not None:
            people[file].append({**person, 'child': scores[0]})
    return people, scene, real


def fit_all(photos: dict[str, dict], seen: dict[str, dict], people: dict, scene: dict, real: dict) -> tuple[dict, dict]:
    """The heads and the constants. Gives every face its `child` and `real`."""
    heads = {'child': fit_head('child', child_rows(photos, seen), seen, CHILD_RIDGE), 'real': fit_head('real', real_rows(photos, seen), seen, REAL_RIDGE)}
    of_real, fit = fit_real(photos, seen, real)
    rows, faces_only, no_one = [], [], []
    for file in sorted(seen.keys() & (scene.keys() | {name for name, photo in photos.items() if is_crop(photo)})):
        photo, crop = seen[file], is_crop(photos[file])
        all_faces = [face for face in photo['faces'] if face['probability'] >= FACE_FLOOR]
        faces = all_faces if crop else real_faces(photo, real[file], fit)
        everyone = candidates(photo, faces, [] if crop else people[file][:5])
        label = (photos[file]['child'], weight_of(photos[file]))
        if everyone:
            rows.append((everyone, scene_evidence(photo, faces, None if crop else scene[file]), *label))
        elif not crop:
            no_one.append((limited(scene[file], MOST), *label))
        alone = [[0, 0, 0, *row[3:5], 0, 0, 0] for row in candidates(photo, all_faces, [])]
        faces_only += [(alone, [0.0, 0.0], *label)] if alone and not crop else []
    print(f'{len(rows)} photos with someone in them, {sum(row[2] for row in rows)} with a child; {len(no_one)} without, {sum(row[1] for row in no_one)}')
    calibrations = {'complete': fit_joint(rows, True), 'facesOnly': fit_joint(faces_only, False)}
    return heads, {'CHILD_CALIBRATION': calibrations, 'NO_ONE_FOUND': fit_no_one(no_one), 'REAL_FACE': of_real, 'TEENAGER': fit_teenagers(photos, seen)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('work', type=pathlib.Path)
    parser.add_argument('scores', type=pathlib.Path, nargs='+')
    options = parser.parse_args()
    photos = {photo['file']: photo for photo in json.loads((options.work / 'photos.json').read_text())}
    seen = {photo['file']: photo for photo in map(json.loads, (options.work / 'faces.ndjson').read_text().splitlines())}
    persons = json.loads((options.work / 'persons.json').read_text())
    heads, constants = fit_all(photos, seen, *read_scores(options.scores, photos, persons))
    write_heads(heads, ROOT / 'models/weights')
    write_calibration(constants)


if __name__ == '__main__':
    main()
