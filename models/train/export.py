"""Writes trained weights in the format that models/build reads.

That is a list of tensors in JSON, and a file with their bytes one after the other.
"""
import json
import pathlib

import numpy as np
import torch
from torch import nn

from backbone import SHARED

#: Smaller tensors and depthwise filters stay float32: eight bits would cost more accuracy than they
#: save space.
MIN_QUANTIZED_SIZE = 4096


def tensors(members: list[nn.Module]) -> dict[str, np.ndarray]:
    """Tensors by their names in models/build/child-person.ts, in TensorFlow's order of axes.

    Blocks that the members share are written once.
    """
    named = {}

    def add(name: str, conv: nn.Module) -> None:
        order = (2, 3, 0, 1) if conv.is_depthwise else (2, 3, 1, 0)
        named[f'{name}/filters'] = conv.filters.detach().permute(*order).numpy()
        named[f'{name}/bias'] = conv.bias.detach().numpy()

    add('stem', members[0].backbone.stem)
    for number, model in enumerate(members):
        for index, block in enumerate(model.backbone.blocks):
            for part in ('expand', 'depthwise', 'project'):
                if getattr(block, part) is not None:
                    add(f'block_{index}/{part}' if index < SHARED else f'member_{number}/block_{index}/{part}', getattr(block, part))
        own, scale = f'member_{number}', float(model.scale)
        add(f'{own}/last', model.backbone.last)
        named[f'{own}/whole/weights'] = (model.whole.weight.detach() * scale).T.numpy()
        named[f'{own}/whole/bias'] = model.whole.bias.detach().numpy()
        named[f'{own}/place/filters'] = (model.place.weight.detach() * scale).permute(2, 3, 1, 0).numpy()
        named[f'{own}/place/bias'] = model.place.bias.detach().numpy()
    return named


def write(members: list[nn.Module], folder: pathlib.Path) -> None:
    entries, parts = [], []
    for name, values in tensors(members).items():
        entry = {'name': name, 'shape': list(values.shape), 'dtype': 'float32'}
        if values.size >= MIN_QUANTIZED_SIZE and 'depthwise' not in name and not any(head in name for head in ('/whole/', '/place/')):
            low = float(values.min())
            scale = (float(values.max()) - low) / 255
            values = np.rint((values - low) / scale).clip(0, 255).astype(np.uint8)
            entry['quantization'] = {'dtype': 'uint8', 'scale': scale, 'min': low}
        entries.append(entry)
        parts.append(np.ascontiguousarray(values).tobytes())
    folder.mkdir(exist_ok=True)
    (folder / 'child-person.json').write_text(json.dumps([{'weights': entries}]) + '\n')
    (folder / 'child-person.bin').write_bytes(b''.join(parts))
