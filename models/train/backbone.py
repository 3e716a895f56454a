"""MobileNet v2 (width 1, batch normalisation folded) with the weights of MoveNet Lightning.

The weights come from the package human. They were trained to find the joints of people.
"""
import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

#: Path of the model in the package, without its extensions.
MODEL = 'models/movenet-lightning'
#: Prefix of the names of the backbone's tensors.
PREFIX = 'StatefulPartitionedCall/center_net_mobile_net_v2fpn_feature_extractor/model_1/model/'
#: Strides of the depthwise convolutions, block by block (Sandler et al. 2018, table 2).
STRIDES = [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1]
#: Blocks before this one always keep the package's weights. If they are trained at the same rate,
#: they lose their pretrained features, and the loss does not fall.
SHARED = 3
#: Number of planes after the last convolution.
FEATURES = 1280


def read_weights(package: pathlib.Path) -> dict[str, np.ndarray]:
    """The backbone's tensors by name, float32. Axes in TensorFlow's order (row, column, in, out).

    The package stores them in 16 bits.
    """
    stored_bytes, at, weights = (package / f'{MODEL}.bin').read_bytes(), 0, {}
    for group in json.loads((package / f'{MODEL}.json').read_text())['weightsManifest']:
        for entry in group['weights']:
            is_half = entry.get('quantization', {}).get('dtype') == 'float16'
            stored = np.frombuffer(stored_bytes, np.float16 if is_half else entry['dtype'], int(np.prod(entry['shape'])), at)
            at += stored.nbytes
            if entry['name'].startswith(PREFIX):
                weights[entry['name'].removeprefix(PREFIX)] = stored.astype(np.float32).reshape(entry['shape'])
    assert at == len(stored_bytes)
    return weights


class Conv(nn.Module):
    """Convolution with bias and TensorFlow's SAME padding, then ReLU6 unless `linear`."""

    def __init__(self, weights: dict[str, np.ndarray], name: str, stride: int = 1, linear: bool = False):
        super().__init__()
        self.is_depthwise = name.endswith('depthwise')
        layer = f'{name}/{"depthwise" if self.is_depthwise else "Conv2D"}'
        filters = torch.from_numpy(weights[f'{layer}_weights'])
        self.filters = nn.Parameter(filters.permute(2, 3, 0, 1) if self.is_depthwise else filters.permute(3, 2, 0, 1))
        self.bias = nn.Parameter(torch.from_numpy(weights[f'{layer}_bn_offset']))
        self.stride, self.linear = stride, linear

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        size = self.filters.shape[-1]
        pads = [max((-(-side // self.stride) - 1) * self.stride + size - side, 0) for side in (x.shape[3], x.shape[2])]
        x = F.pad(x, [pads[0] // 2, pads[0] - pads[0] // 2, pads[1] // 2, pads[1] - pads[1] // 2])
        x = F.conv2d(x, self.filters, self.bias, self.stride, groups=x.shape[1] if self.is_depthwise else 1)
        return x if self.linear else F.relu6(x)


class Block(nn.Module):
    """Inverted residual block: expand, depthwise filter, project."""

    def __init__(self, weights: dict[str, np.ndarray], index: int):
        super().__init__()
        name = 'expanded_conv' if index == 0 else f'block_{index}'
        self.expand = None if index == 0 else Conv(weights, f'{name}_expand')
        self.depthwise = Conv(weights, f'{name}_depthwise', STRIDES[index])
        self.project = Conv(weights, f'{name}_project', linear=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        narrow = self.project(self.depthwise(self.expand(x) if self.expand else x))
        return x + narrow if x.shape == narrow.shape else narrow


class Backbone(nn.Module):
    """RGB 0..1 (N, 3, height, width) -> FEATURES planes of 1/32 of the sides.

    Blocks before `first_trained` keep the package's weights.
    """

    def __init__(self, weights: dict[str, np.ndarray], first_trained: int):
        assert first_trained >= SHARED
        super().__init__()
        self.first_trained = first_trained
        self.stem = Conv(weights, 'Conv1', 2)
        self.blocks = nn.ModuleList(Block(weights, index) for index in range(len(STRIDES)))
        self.last = Conv(weights, 'Conv_1')

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        with torch.no_grad():
            x = self.stem(x * 2 - 1)
            for block in self.blocks[: self.first_trained]:
                x = block(x)
        for block in self.blocks[self.first_trained :]:
            x = block(x)
        return self.last(x)

    def learns(self) -> list[nn.Parameter]:
        return [p for module in (*self.blocks[self.first_trained :], self.last) for p in module.parameters()]
