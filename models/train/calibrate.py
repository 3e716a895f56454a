"""calibrate.py WORK SCORES...: fits what joins the evidence of faces, people and whole photos.

WORK has the output of cut-persons.ts and see-faces.ts, SCORES are what `train.py --validate
--scores` wrote for each part of the photos: every photo is judged by models that did not see it.
Writes models/weights/face-child.{json,bin} and src/detectors/faces/child-calibration.ts.
"""
import argparse
import json
import math
import pathlib
import zlib

import numpy as np
import torch
import torch.nn.functional as F

ROOT = pathlib.Path(__file__).parents[2]
#: As in src/detectors/faces: logistic.ts, children.ts, find.ts.
MIN_SCORE, MAX_SCORE, MOST, NEUTRAL_YEARS = 0.02, 0.995, 6, 20
FACE_ALONE, NO_PERSON, SURE_PERSON, HOLDS, CLEAR_SHARE, FACE_FLOOR = 0.5, 0.15, 0.4, 0.7, 0.1, 0.3
#: A face from here on is surely one, and teaches the head.
SURE_FACE = 0.45
#: Folds in which every face and photo is judged by a fit that did not see it.
FOLDS, CANDIDATES = 3, 10
#: Penalties on the weights.
HEAD_RIDGE, JOINT_RIDGE, TEEN_RIDGE = 0.05, 5e-3, 1e-3
EVIDENCE = ['isFaceAlone', 'isFaceOfPerson', 'isUnseen', 'under13', 'youngest', 'features', 'personUnseen', 'personOfFace']
TEEN = ['from13To17', 'youngest', 'under13', 'features']
#: Weights of faces and photos: dark-skinned children are missed most, teenagers are few, and adults
#: in groups, at meetings and behind masks are taken for children.
BLACK, TEENAGER, OF_SCENE, HARD, MASK, MEDIUM = 2.0, 1.5, 0.7, 2.0, 1.5, 0.5


def log_odds(score: float) -> float:
    kept = min(MAX_SCORE, max(MIN_SCORE, score))
    return math.log(kept / (1 - kept))


def fold_of(file: str) -> int:
    return zlib.crc32(file.encode()) % FOLDS


def minimise(loss, parameters: list[torch.Tensor], steps: int) -> None:
    optimizer = torch.optim.LBFGS(parameters, max_iter=steps, line_search_fn='strong_wolfe')

    def closure():
        optimizer.zero_grad()
        value = loss()
        value.backward()
        return value

    optimizer.step(closure)


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float) -> tuple[np.ndarray, float]:
    """Weights and intercept for x as it is; the penalty is on standardised columns."""
    mean, spread = x.mean(0), x.std(0) + 1e-3
    seen, target, share = (torch.from_numpy(np.asarray(a, np.float64)) for a in ((x - mean) / spread, y, weight / weight.sum()))
    w = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    b = torch.zeros((), dtype=torch.float64, requires_grad=True)
    minimise(lambda: (F.binary_cross_entropy_with_logits(seen @ w + b, target, reduction='none') * share).sum() + ridge * (w**2).sum(), [w, b], 100)
    scaled = w.detach().numpy() / spread
    return scaled, float(b.detach()) - float((scaled * mean).sum())


def is_crop(photo: dict) -> bool:
    return photo.get('kind') == 'aligned face crop'


def head_rows(photos: dict[str, dict], seen: dict[str, dict]) -> list[tuple[str, dict, bool, float]]:
    """Faces whose label is certain: crops of known age, and photos of only children or only adults."""
    rows = []
    for file, photo in photos.items():
        faces = seen[file]['faces'] if file in seen else []
        if is_crop(photo) and faces:
            weight = (BLACK if photo.get('group') == 'black' else 1) * (TEENAGER if 13 <= photo['age'] < 18 else 1)
            rows.append((file, max(faces, key=lambda face: face['box'][2] - face['box'][0]), photo['age'] < 13, weight))
        elif photo.get('people') in ('children', 'adults'):
            rows += [(file, face, bool(photo['child']), OF_SCENE) for face in faces if face['probability'] >= SURE_FACE]
    return rows


def fit_head(rows: list, seen: dict[str, dict]) -> tuple[np.ndarray, float]:
    """Gives every face its `head`, by a fit that did not see its photo. Returns the fit on all."""
    x = np.array([face['features'] for _, face, _, _ in rows])
    y, weight = (np.array([row[at] for row in rows], float) for at in (2, 3))
    fold = np.array([fold_of(row[0]) for row in rows])
    fits = [logistic(x[fold != k], y[fold != k], weight[fold != k], HEAD_RIDGE) for k in range(FOLDS)]
    for file, photo in seen.items():
        w, b = fits[fold_of(file)]
        for face in photo['faces']:
            face['head'] = float(np.array(face['features']) @ w + b)
    return logistic(x, y, weight, HEAD_RIDGE)


def area(box: list[float]) -> float:
    return max(0, box[2] - box[0]) * max(0, box[3] - box[1])


def containment(a: list[float], b: list[float]) -> float:
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return wide * high / min(area(a), area(b)) if wide > 0 and high > 0 else 0


def person_evidence(child: float, score: float) -> float:
    child = max(-MOST, min(MOST, child))
    both = min(1, max(0, (score - NO_PERSON) / (SURE_PERSON - NO_PERSON))) / (1 + math.exp(-child))
    return max(-MOST, min(MOST, math.log(max(1e-9, both) / (1 - both))))


def face_evidence(face: dict) -> tuple[float, float, float]:
    return log_odds(face['under13']), math.log(NEUTRAL_YEARS / max(1, min(face['years']))), face['head']


def candidates(photo: dict, people: list[dict]) -> list[list[float]]:
    """The evidence of everyone in a photo, in the order of EVIDENCE."""
    faces = [face for face in photo['faces'] if face['probability'] >= FACE_FLOOR]
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
        box = faces[face]['box']
        is_face, (under13, youngest, head) = 1, face_evidence(faces[face])
        share = max(box[2] - box[0], box[3] - box[1]) / min(photo['width'], photo['height'])
    trust = 0 if person is None else max(0, 1 - share / FACE_ALONE)
    body = 0 if person is None else person_evidence(people[person]['child'], people[person]['score'])
    if is_face and share > CLEAR_SHARE and under13 < log_odds(0.05) and youngest <= math.log(NEUTRAL_YEARS / 18):
        body = min(0, body)
    return [is_face * (1 - trust), is_face * trust, (1 - is_face) * trust, under13, youngest, head, (1 - is_face) * trust * body, is_face * trust * body]


def fit_joint(rows: list[tuple[list, float, bool, float]], with_all: bool) -> dict:
    """rows: the candidates of a photo, the look of the whole, whether a child is shown, the weight."""
    x, there = torch.zeros(len(rows), CANDIDATES, len(EVIDENCE), dtype=torch.float64), torch.zeros(len(rows), CANDIDATES, dtype=torch.bool)
    for row, (seen, _, _, _) in enumerate(rows):
        seen = seen[:CANDIDATES]
        x[row, : len(seen)], there[row, : len(seen)] = torch.tensor(seen, dtype=torch.float64), True
    scene, y, share = (torch.tensor([float(row[at]) for row in rows], dtype=torch.float64) for at in (1, 2, 3))
    scene, share = scene.clamp(-MOST, MOST) * with_all, share / share.sum()
    start = [0.0, 0, 0, 0.5, 0, 0, 1, 1]
    w = torch.tensor(start if with_all else [0.0, 0, 0, 0.5, 0, 0, 0, 0], dtype=torch.float64, requires_grad=True)
    b, some, s, c = (torch.tensor(value, dtype=torch.float64, requires_grad=True) for value in (0.0, 1.0, 0.0, 0.0))

    def loss() -> torch.Tensor:
        each = torch.where(there, x @ w + b, torch.tensor(-30.0, dtype=torch.float64))
        none = F.logsigmoid(-torch.topk(each, 2, 1).values).sum(1)
        logit = (torch.log(-torch.expm1(none).clamp(max=-1e-12)) - none) * some + scene * s + c
        fit = (F.binary_cross_entropy_with_logits(logit, y, reduction='none') * share).sum()
        return fit + JOINT_RIDGE * ((w**2).sum() + s**2 + (some - 1) ** 2 + 0.02 * c**2)

    minimise(loss, [w, b, some, s, c], 200)
    weights = {name: number(value) for name, value in zip(EVIDENCE, w.tolist())}
    photo = {'intercept': number(c), 'weights': {'some': number(some), 'scene': number(s)}}
    return {'candidate': {'intercept': number(b), 'weights': weights}, 'photo': photo}


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
    w, b = logistic(np.array(x), np.array(y, float), np.array(weight), TEEN_RIDGE)
    return {'intercept': number(b), 'weights': {name: number(value) for name, value in zip(TEEN, w)}}


def write_head(w: np.ndarray, b: float) -> None:
    folder = ROOT / 'models/weights'
    entries = [{'name': 'child/weights', 'shape': [len(w), 1], 'dtype': 'float32'}, {'name': 'child/bias', 'shape': [1], 'dtype': 'float32'}]
    (folder / 'face-child.json').write_text(json.dumps([{'weights': entries}]) + '\n')
    (folder / 'face-child.bin').write_bytes(np.concatenate([w, [b]]).astype('<f4').tobytes())


def write_calibration(calibrations: dict, teenager: dict) -> None:
    path = ROOT / 'src/detectors/faces/child-calibration.ts'
    source = path.read_text()
    at = source.index("ChildCalibration>> =") + len("ChildCalibration>> =")
    teen = '/** Whether a face is that of a teenager of 13 to 17. */\nexport const TEENAGER: Logistic<\'from13To17\' | FaceEvidence> ='
    path.write_text(f'{source[:at]} {json.dumps(calibrations, indent=2)};\n\n{teen} {json.dumps(teenager, indent=2)};\n')


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('work', type=pathlib.Path)
    parser.add_argument('scores', type=pathlib.Path, nargs='+')
    options = parser.parse_args()
    photos = {photo['file']: photo for photo in json.loads((options.work / 'photos.json').read_text())}
    seen = {photo['file']: photo for photo in map(json.loads, (options.work / 'faces.ndjson').read_text().splitlines())}
    names, persons = [*photos], json.loads((options.work / 'persons.json').read_text())
    judged = [None] * len(persons)
    for path in options.scores:
        judged = [new or old for new, old in zip(json.loads(path.read_text()), judged)]
    people, scene = {file: [] for file in photos}, {}
    for person, scores in zip(persons, judged):
        file = names[person['photo']]
        if scores is not None and person.get('whole'):
            scene[file] = scores[1]
        elif scores is not None:
            people[file].append({**person, 'child': scores[0]})
    w, b = fit_head(head_rows(photos, seen), seen)
    rows, faces_only = [], []
    for file in sorted(scene.keys() & seen.keys()):
        everyone = candidates(seen[file], people[file][:5])
        alone = [row[:3] + row[3:5] + [0, 0, 0] for row in candidates(seen[file], []) if row[0]]
        label = (photos[file]['child'], weight_of(photos[file]))
        rows += [(everyone, scene[file], *label)] if everyone else []
        faces_only += [([[0, 0, 0, *row[3:]] for row in alone], 0.0, *label)] if alone else []
    print(f'{len(rows)} photos with someone in them, {sum(row[2] for row in rows)} with a child')
    write_head(w, b)
    write_calibration({'complete': fit_joint(rows, True), 'facesOnly': fit_joint(faces_only, False)}, fit_teenagers(photos, seen))


if __name__ == '__main__':
    main()
