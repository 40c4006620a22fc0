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


def adagrad(t, p, g, s, lr=0.05, momentum=0.9):
    s["sum"] += g**2
    scaled = np.where(s["sum"] > 0, g / np.sqrt(np.where(s["sum"] > 0, s["sum"], 1)), 0)
    s["m"] = (1 - momentum) * scaled + momentum * s["m"]
    return p - lr * s["m"]


def rmsprop(t, p, g, s, lr=0.005, gamma=0.9, eps=1e-8):
    s["sum"] = gamma * s["sum"] + (1 - gamma) * g**2
    return p - lr * g / np.sqrt(s["sum"] + eps)


def rmsprop_momentum(t, p, g, s, lr=0.001, gamma=0.9, eps=1e-8, momentum=0.9):
    s["sum"] = gamma * s["sum"] + (1 - gamma) * g**2
    s["m"] = momentum * s["m"] + lr * g / np.sqrt(s["sum"] + eps)
    return p - s["m"]


def adamax(t, p, g, s, lr=0.01, b1=0.9, b2=0.999, eps=1e-8):
    s["m"] = b1 * s["m"] + (1 - b1) * g
    s["sum"] = np.maximum(b2 * s["sum"], np.abs(g))
    return p - lr / (1 - b1**t) * s["m"] / (s["sum"] + eps)


def nadam(t, p, g, s, lr=0.01, b1=0.9, b2=0.999, eps=1e-8, decay=4e-3):
    """Written out because the one of PyTorch 1.13.0 takes u(t) twice into the product up to t+1; later ones don't."""
    u = lambda i: b1 * (1 - 0.5 * 0.96 ** (i * decay))
    product = math.prod(u(i) for i in range(1, t + 1))
    s["m"] = b1 * s["m"] + (1 - b1) * g
    s["sum"] = b2 * s["sum"] + (1 - b2) * g**2
    direction = u(t + 1) / (1 - product * u(t + 1)) * s["m"] + (1 - u(t)) / (1 - product) * g
    return p - lr * direction / (np.sqrt(s["sum"] / (1 - b2**t)) + eps)


def lion(t, p, g, s, lr=0.003, b1=0.9, b2=0.99, decay=0.1):
    direction = np.sign(b1 * s["m"] + (1 - b1) * g)
    s["m"] = b2 * s["m"] + (1 - b2) * g
    return p - lr * (direction + decay * p)


def lamb(t, p, g, s, lr=0.02, b1=0.9, b2=0.999, eps=1e-6, decay=0.1):
    s["m"] = b1 * s["m"] + (1 - b1) * g
    s["sum"] = b2 * s["sum"] + (1 - b2) * g**2
    direction = (s["m"] / (1 - b1**t)) / (np.sqrt(s["sum"] / (1 - b2**t)) + eps) + decay * p
    return p - lr * np.linalg.norm(p) / np.linalg.norm(direction) * direction


def sm3(t, p, g, s, lr=0.05, momentum=0.9):
    if t == 1:
        s["sums"] = [np.zeros(size) for size in p.shape]
    if p.ndim == 2:
        total = np.minimum(s["sums"][0][:, None], s["sums"][1][None, :]) + g**2
        s["sums"] = [total.max(1), total.max(0)]
    else:
        total = s["sums"][0] + g**2
        s["sums"] = [total]
    s["m"] = (1 - momentum) * g / np.sqrt(total) + momentum * s["m"]
    return p - lr * s["m"]


def adafactor(t, p, g, s, lr=0.3, decay=0.8, smallest=1e-3, clip=0.9, weight_decay=0.01):
    eps = np.finfo(np.float64).eps
    if t == 1:
        s["row"], s["column"], s["all"] = 0, 0, 0
    share = t**-decay
    if p.ndim == 2:
        s["row"] = (1 - share) * s["row"] + share * (g**2).mean(1)
        s["column"] = (1 - share) * s["column"] + share * (g**2).mean(0)
        mean_squares = np.outer(s["row"], s["column"]) / max(s["row"].mean(), eps)
    else:
        mean_squares = s["all"] = (1 - share) * s["all"] + share * g**2
    direction = g / np.sqrt(np.maximum(mean_squares, eps**2))
    rms = lambda x: np.sqrt((x**2).mean())
    rate = max(smallest, rms(p)) * min(lr, 1 / np.sqrt(t))
    return p * (1 - lr * weight_decay) - rate * direction / max(1, rms(direction) / clip)


FORMULAS = {
    "adagrad": adagrad,
    "rmsprop": rmsprop,
    "rmsprop momentum": rmsprop_momentum,
    "adamax": adamax,
    "nadam": nadam,
    "lion": lion,
    "lamb": lamb,
    "sm3": sm3,
    "adafactor": adafactor,
}


def schedules():
    """PyTorch's learning rates, from the first update on."""

    def rates(make, steps=30):
        optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=0.5)
        scheduler = make(optimizer)
        values = []
        for _ in range(steps):
            values.append(optimizer.param_groups[0]["lr"])
            optimizer.step()
            scheduler.step()
        return values

    s = torch.optim.lr_scheduler
    return {
        "exponential": rates(lambda o: s.ExponentialLR(o, gamma=0.9)),
        "inverse time": rates(lambda o: s.LambdaLR(o, lambda i: 1 / (1 + 0.25 * i))),
        "polynomial": rates(lambda o: s.PolynomialLR(o, total_iters=20, power=2)),
        "piecewise": rates(lambda o: s.MultiStepLR(o, milestones=[5, 20], gamma=0.1)),
        "cosine": rates(lambda o: s.CosineAnnealingLR(o, T_max=29, eta_min=0.1)),
        "warm-up": rates(lambda o: s.LinearLR(o, start_factor=0.2, total_iters=10)),
        "one cycle": rates(lambda o: s.OneCycleLR(o, max_lr=0.5, total_steps=31), steps=31),
        "joined": rates(lambda o: s.SequentialLR(
            o, [s.ConstantLR(o, factor=0.1, total_iters=100), s.ExponentialLR(o, gamma=0.9)], milestones=[10])),
    }


def main():
    torch_optimizers = {
        "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
        "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
        "adam": lambda p: torch.optim.Adam(p, lr=0.01),
        "adam with other betas": lambda p: torch.optim.Adam(p, lr=0.01, betas=(0.8, 0.95), eps=1e-3),
        "nesterov": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9, nesterov=True),
        "adamw": lambda p: torch.optim.AdamW(p, lr=0.01, weight_decay=0.1),
        "radam": lambda p: torch.optim.RAdam(p, lr=0.01),
    }
    trajectories = {name: by_torch(make) for name, make in torch_optimizers.items()}
    zeros = lambda p: {"sum": np.zeros_like(p), "m": np.zeros_like(p)}
    trajectories |= {name: by_formula(zeros, update) for name, update in FORMULAS.items()}
    trajectories["schedules"] = schedules()

    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "trajectories.json")
    with open(path, "w") as file:
        lines = [f"  {json.dumps(name)}: {json.dumps(kept)}" for name, kept in trajectories.items()]
        file.write("{\n" + ",\n".join(lines) + "\n}\n")


main()
