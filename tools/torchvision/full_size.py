"""Writes a full-size network of torchvision with random weights, pictures and its answers to them.

    python3 full_size.py resnet50 100 folder

makes folder/weights.safetensors, folder/images.bin (float32, NHWC, 224×224) and folder/logits.json,
computed in float64.
Nothing is downloaded. Batch norm is fitted to the pictures and the last layer scaled, so that
answers differ between pictures as those of a trained network do.
"""

import json
import sys
from pathlib import Path

import torch
import torchvision
from torch import nn
from torchvision.models.resnet import BasicBlock, Bottleneck

sys.path.insert(0, str(Path(__file__).parents[2] / "tests" / "fixtures" / "safetensors"))
from make import centre_last_layer, write_safetensors  # noqa: E402


def varied_images(count):
    """Smooth random patterns of many sizes, contrasts and colours."""
    images = []
    for index in range(count):
        cells = 2 + index % 23
        pattern = torch.rand(1, 3, cells, cells)
        large = nn.functional.interpolate(pattern, (224, 224), mode="bilinear", align_corners=False)
        images.append((large - torch.rand(1, 3, 1, 1)) * (0.5 + 3 * torch.rand(1)))
    return torch.cat(images)


def stir(network, images):
    for module in network.modules():
        if isinstance(module, (nn.Linear, nn.Conv2d)):
            nn.init.kaiming_normal_(module.weight, nonlinearity="relu")
            if module.bias is not None:
                nn.init.normal_(module.bias, std=0.1)
        if isinstance(module, nn.BatchNorm2d):
            module.momentum = None
            nn.init.uniform_(module.weight, 0.6, 1.4)
            nn.init.normal_(module.bias, std=0.2)
    # Branches add a little to what they are added to, as trained ones do; else rounding grows with depth.
    for module in network.modules():
        if isinstance(module, (BasicBlock, Bottleneck)):
            last = module.bn3 if isinstance(module, Bottleneck) else module.bn2
            nn.init.uniform_(last.weight, 0.2, 0.4)
    with torch.no_grad():
        if any(isinstance(module, nn.BatchNorm2d) for module in network.modules()):
            network.train()
            network(images[:12])
        network.eval()
        centre_last_layer(network, images)


def main(name, count, folder):
    torch.manual_seed(7)
    images = varied_images(count)
    network = getattr(torchvision.models, name)(num_classes=1000)
    stir(network, images)
    with torch.no_grad():
        single = torch.cat([network(images[at : at + 1]) for at in range(count)])
    write_safetensors(folder / "weights.safetensors", network.state_dict(), "F32")
    network.double()
    with torch.no_grad():
        logits = torch.cat([network(images[at : at + 1].double()) for at in range(count)])
    spread = logits.std(dim=0, unbiased=False).mean()
    error = ((single - logits).abs().max() / spread).item()
    print(f"{name}: PyTorch's own float32 answers are within {error:.1e} of the spread", flush=True)
    (folder / "images.bin").write_bytes(images.permute(0, 2, 3, 1).contiguous().numpy().tobytes())
    versions = {"torch": torch.__version__, "torchvision": torchvision.__version__}
    answer = {"versions": versions, "logits": logits.tolist()}
    (folder / "logits.json").write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))
