"""Writes trajectories.json, what the tests of the optimizers compare with.

python3 trajectories.py, with PyTorch: 1.13.0 of Debian 12 when the file was written. In double precision throughout.
Optimizers that PyTorch has are PyTorch's own. The others are written out here in numpy, from their formulas.
"""

import json
import math
import os

import numpy as np
import torch

STEPS = 20
KEPT = (1, 2, 5, 10, 20)


def wave(*shape, start):
    """As in the tests' Nets.Wave, but in double precision."""
    return torch.sin(torch.arange(math.prod(shape), dtype=torch.float64) + start).reshape(shape)


def initial():
    return [wave(3, 4, start=0), wave(4, start=7), wave(4, 2, start=3), wave(2, start=10)]


INPUTS, TARGETS = wave(5, 3, start=1), wave(5, 2, start=2)


def loss(kernel0, bias0, kernel1, bias1):
    hidden = torch.tanh(INPUTS @ kernel0 + bias0)
    return ((hidden @ kernel1 + bias1 - TARGETS) ** 2).mean()


def gradients(parameters):
    parameters = [torch.tensor(np.asarray(p), requires_grad=True) for p in parameters]
    return [g.numpy() for g in torch.autograd.grad(loss(*parameters), parameters)]


def flat(parameters):
    return [float(number) for p in parameters for number in np.asarray(p).reshape(-1)]


def by_torch(make):
    parameters = [p.requires_grad_() for p in initial()]
    optimizer = make(parameters)
    kept = {}
    for step in range(1, STEPS + 1):
        optimizer.zero_grad()
        loss(*parameters).backward()
        optimizer.step()
        if step in KEPT:
            kept[str(step)] = flat(p.detach().numpy() for p in parameters)
    return kept


def by_formula(init, update):
    """init(p) gives a parameter's state; update(t, p, g, state), t from 1, gives the next parameter and changes the state."""
    parameters = [p.numpy() for p in initial()]
    states = [init(p) for p in parameters]
    kept = {}
    for step in range(1, STEPS + 1):
        parameters = [update(step, p, g, s) for p, g, s in zip(parameters, gradients(parameters), states)]
        if step in KEPT:
            kept[str(step)] = flat(parameters)
    return kept


def main():
    torch_optimizers = {
        "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
        "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
        "adam": lambda p: torch.optim.Adam(p, lr=0.01),
        "adam with other betas": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.8, 0.95), eps=1e-3),
    }
    trajectories = {name: by_torch(make) for name, make in torch_optimizers.items()}

    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "trajectories.json")
    with open(path, "w") as file:
        lines = [f"  {json.dumps(name)}: {json.dumps(kept)}" for name, kept in trajectories.items()]
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


main()
