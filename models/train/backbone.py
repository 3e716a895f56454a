"""MobileNet v2 (width 1.4, batch normalisation folded) with the weights that unpack.mjs took out of nsfwjs."""
import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

#: Strides of the depthwise convolutions, block by block (Sandler et al. 2018, table 2).
STRIDES = [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1]
#: Blocks before this one keep the package's weights: their output (136 planes, a sixteenth of the sides) is computed once for each view.
FIRST_TRAINED = 13
#: Planes that the last convolution gives.
FEATURES = 1792


def read_weights(folder: pathlib.Path) -> dict[str, np.ndarray]:
    """Layers by name, float32, axes as TensorFlow orders them: row, column, in, out."""
    octets, at, weights = (folder / 'backbone.bin').read_bytes(), 0, {}
    for entry in json.loads((folder / 'backbone.json').read_text()):
        count, quantization = int(np.prod(entry['shape'])), entry.get('quantization')
        stored = np.frombuffer(octets, np.uint8 if quantization else np.float32, count, at)
        at += stored.nbytes
        values = stored.astype(np.float64) * quantization['scale'] + quantization['min'] if quantization else stored
        weights[entry['name']] = values.astype(np.float32).reshape(entry['shape'])
    assert at == len(octets)
    return weights


class Conv(nn.Module):
    """Convolution with bias and TensorFlow's SAME padding, then ReLU6 unless `linear`."""

    def __init__(self, weights: dict[str, np.ndarray], name: str, stride: int = 1, linear: bool = False):
        super().__init__()
        filters = torch.from_numpy(weights[f'{name}/filters'])
        self.is_depthwise = 'depthwise' in name
        self.filters = nn.Parameter(filters.permute(2, 3, 0, 1) if self.is_depthwise else filters.permute(3, 2, 0, 1))
        self.bias = nn.Parameter(torch.from_numpy(weights[f'{name}/bias']))
        self.stride, self.linear = stride, linear

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        size = self.filters.shape[-1]
        pads = [max((-(-side // self.stride) - 1) * self.stride + size - side, 0) for side in (x.shape[3], x.shape[2])]
        x = F.pad(x, [pads[0] // 2, pads[0] - pads[0] // 2, pads[1] // 2, pads[1] - pads[1] // 2])
        x = F.conv2d(x, self.filters, self.bias, self.stride, groups=x.shape[1] if self.is_depthwise else 1)
        return x if self.linear else F.relu6(x)


class Block(nn.Module):
    """Inverted residual: widen, filter each channel, narrow."""

    def __init__(self, weights: dict[str, np.ndarray], index: int):
        super().__init__()
        name = 'expanded_conv' if index == 0 else f'expanded_conv_{index}'
        self.expand = None if index == 0 else Conv(weights, f'{name}/expand/Relu6')
        self.depthwise = Conv(weights, f'{name}/depthwise/depthwise', STRIDES[index])
        self.project = Conv(weights, f'{name}/project/BatchNorm/FusedBatchNormV3', linear=True)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        narrow = self.project(self.depthwise(self.expand(x) if self.expand else x))
        return x + narrow if x.shape == narrow.shape else narrow


class Backbone(nn.Module):
    """RGB 0..1 (N, 3, height, width) -> FEATURES planes of a 32nd of the sides."""

    def __init__(self, weights: dict[str, np.ndarray]):
        super().__init__()
        self.stem = Conv(weights, 'Conv/Relu6', 2)
        self.blocks = nn.ModuleList(Block(weights, index) for index in range(len(STRIDES)))
        self.last = Conv(weights, 'Conv_1/Relu6')

    def bottom(self, x: torch.Tensor) -> torch.Tensor:
        x = self.stem(x * 2 - 1)
        for block in self.blocks[:FIRST_TRAINED]:
            x = block(x)
        return x

    def top(self, x: torch.Tensor) -> torch.Tensor:
        for block in self.blocks[FIRST_TRAINED:]:
            x = block(x)
        return self.last(x)

    def trained(self) -> list[nn.Module]:
        return [*self.blocks[FIRST_TRAINED:], self.last]
