"""The two heads of face-child: linear layers on the features that face-ages has of a face.

One tells children from adults, the other real faces from those of statues, drawings and animals.
"""
import json
import pathlib
import zlib

import numpy as np
import torch
import torch.nn.functional as F

#: A face from here on is surely one and teaches who is a child; from the second on, also what a
#: real face looks like.
SURE_FACE, SURELY_FACE = 0.45, 0.6
#: Folds in which every face and photo is judged by a fit that did not see it.
FOLDS = 3
#: Penalties on the weights.
CHILD_RIDGE, REAL_RIDGE = 0.05, 0.2
#: Weights of faces: dark-skinned children are missed most, teenagers are few. A mask hides what
#: tells an adult, and nearly all faces in masks are adults': without their weight, masks look young.
BLACK, TEENAGER, OF_SCENE, MASKED = 2.0, 1.5, 0.7, 16.0
#: For real faces: crops are all alike, and the few false faces together count a quarter of the rest.
OF_CROP, OF_FALSE = 0.5, 0.25

#: A file, a face in it, whether it is one of the kind that is looked for, the weight.
Row = tuple[str, dict, bool, float]


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


def is_masked_adult(photo: dict) -> bool:
    return 'mask' in photo['file'] and not photo['child']


def child_rows(photos: dict[str, dict], seen: dict[str, dict]) -> list[Row]:
    """Faces whose label is certain: crops of known age, and photos of only children or only adults."""
    rows = []
    for file, photo in photos.items():
        faces = seen[file]['faces'] if file in seen else []
        if is_crop(photo) and faces:
            weight = (BLACK if photo.get('group') == 'black' else 1) * (TEENAGER if 13 <= photo['age'] < 18 else 1)
            rows.append((file, max(faces, key=lambda face: face['box'][2] - face['box'][0]), photo['age'] < 13, weight))
        elif photo.get('people') in ('children', 'adults'):
            weight = OF_SCENE * (MASKED if is_masked_adult(photo) else 1)
            rows += [(file, face, bool(photo['child']), weight) for face in faces if face['probability'] >= SURE_FACE]
    return rows


def real_rows(photos: dict[str, dict], seen: dict[str, dict]) -> list[Row]:
    """Faces of people, and what the detector takes for faces where no one is."""
    rows = []
    for file, photo in photos.items():
        faces = seen[file]['faces'] if file in seen else []
        if is_crop(photo):
            rows += [(file, face, True, OF_CROP) for face in faces[:1]]
        elif photo.get('people') == 'none':
            rows += [(file, face, False, 1.0) for face in faces]
        elif photo.get('people') in ('children', 'adults', 'mixed'):
            rows += [(file, face, True, 1.0) for face in faces if face['probability'] >= SURELY_FACE]
    real, false = (sum(row[2] is kind for row in rows) for kind in (True, False))
    return [(*row[:3], row[3] if row[2] else row[3] * OF_FALSE * real / max(1, false)) for row in rows]


def fit_head(name: str, rows: list[Row], seen: dict[str, dict], ridge: float) -> tuple[np.ndarray, float]:
    """Gives every face its value by `name`, by a fit that did not see its photo.

    Returns the fit on all faces.
    """
    x = np.array([face['features'] for _, face, _, _ in rows])
    y, weight = (np.array([row[at] for row in rows], float) for at in (2, 3))
    fold = np.array([fold_of(row[0]) for row in rows])
    fits = [logistic(x[fold != k], y[fold != k], weight[fold != k], ridge) for k in range(FOLDS)]
    for file, photo in seen.items():
        w, b = fits[fold_of(file)]
        for face in photo['faces']:
            face[name] = float(np.array(face['features']) @ w + b)
    return logistic(x, y, weight, ridge)


def write_heads(heads: dict[str, tuple[np.ndarray, float]], folder: pathlib.Path) -> None:
    """One layer with an output for each head, in their order."""
    w = np.stack([weights for weights, _ in heads.values()], 1)
    b = np.array([bias for _, bias in heads.values()])
    entries = [{'name': 'heads/weights', 'shape': [*w.shape], 'dtype': 'float32'}, {'name': 'heads/bias', 'shape': [len(b)], 'dtype': 'float32'}]
    (folder / 'face-child.json').write_text(json.dumps([{'weights': entries}]) + '\n')
    (folder / 'face-child.bin').write_bytes(np.concatenate([w.ravel(), b]).astype('<f4').tobytes())
