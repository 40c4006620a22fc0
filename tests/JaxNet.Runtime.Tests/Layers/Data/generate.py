"""Writes layers.json, what the tests of the layers compare with: outputs, and gradients of sum(output * cotangent).

python3 generate.py, with PyTorch: 1.13.0a0, the python3-torch 1.13.1+dfsg-4 of Debian 12, when the file was written. In
double precision throughout. A layer that PyTorch has is PyTorch's own; the others are written out here, from their formulas.

One case a line: {"inputs", "parameters", "gradients"} by name, {"output", "cotangent"}; a tensor is its shape and its
numbers. Parameters are named by their paths. Inputs are rounded, so that they stand here as they are.
"""

import json
import math
import os

import torch
import torch.nn.functional as F

CASES = {}


def wave(*shape, start=0.0):
    """Numbers between -1 and 1 that no transposed axis would share."""
    count = math.prod(shape)
    numbers = [round(math.sin(1.7 * i + start + 0.01 * i * i), 3) for i in range(count)]
    return torch.tensor(numbers, dtype=torch.float64).reshape(shape)


def case(name, function, inputs, parameters):
    """function(inputs, parameters), both dictionaries, gives the output."""
    def variables(tensors):
        return {key: value.clone().requires_grad_(value.is_floating_point()) for key, value in tensors.items()}

    x, p = variables(inputs), variables(parameters)
    output = function(x, p)
    cotangent = wave(*output.shape, start=5)
    wanted = {key: value for key, value in {**x, **p}.items() if value.requires_grad}
    gradients = dict(zip(wanted, torch.autograd.grad((output * cotangent).sum(), list(wanted.values()))))
    CASES[name] = {
        "inputs": {key: written(value) for key, value in inputs.items()},
        "parameters": {key: written(value) for key, value in parameters.items()},
        "cotangent": written(cotangent),
        "output": written(output),
        "gradients": {key: written(value) for key, value in gradients.items()},
    }


def written(tensor):
    numbers = tensor.detach().reshape(-1).tolist()
    return {"shape": list(tensor.shape), "values": [n if isinstance(n, int) else float(f"{n:.11g}") for n in numbers]}


# ---- normalization

def channels_first(x):
    return x.movedim(-1, 1)


def channels_last(x):
    return x.movedim(1, -1)


def norms():
    images = {"inputs": wave(2, 3, 4, 6)}
    affine = {"gamma": 1 + wave(6, start=1), "beta": wave(6, start=2)}

    case("layer_norm", lambda x, p: F.layer_norm(x["inputs"], [6], p["gamma"], p["beta"], 1e-5), images, affine)
    case("layer_norm over two axes, uncentered", lambda x, p: F.layer_norm(x["inputs"], [4, 6], p["gamma"], None, 0.1),
         images, {"gamma": wave(4, 6, start=1)})
    case("layer_norm, unscaled", lambda x, p: F.layer_norm(x["inputs"], [6], None, p["beta"], 1e-5), images, {"beta": affine["beta"]})
    case("layer_norm without parameters", lambda x, p: F.layer_norm(x["inputs"], [6], None, None, 1e-3), images, {})

    def rms(x, p, axes, epsilon):
        return x["inputs"] / torch.sqrt((x["inputs"] ** 2).mean(axes, keepdim=True) + epsilon) * p["gamma"]

    case("rms_norm", lambda x, p: rms(x, p, -1, 1e-5), images, {"gamma": affine["gamma"]})
    case("rms_norm over two axes", lambda x, p: rms(x, p, (-1, -2), 0.1), images, {"gamma": wave(4, 6, start=1)})

    def group(x, p, groups, epsilon):
        # Given a bias but no weight, group_norm of this PyTorch has no gradient.
        weight = p.get("gamma", torch.ones(6, dtype=torch.float64))
        return channels_last(F.group_norm(channels_first(x["inputs"]), groups, weight, p.get("beta"), epsilon))

    case("group_norm", lambda x, p: group(x, p, 3, 1e-5), images, affine)
    case("group_norm, each channel", lambda x, p: group(x, p, 6, 0.1), images, {"beta": affine["beta"]})

    def batch(x, p, epsilon):
        return channels_last(F.batch_norm(channels_first(x["inputs"]), None, None, p.get("gamma"), p.get("beta"), True, 0, epsilon))

    case("batch_norm", lambda x, p: batch(x, p, 1e-5), images, affine)
    case("batch_norm, unscaled", lambda x, p: batch(x, p, 0.1), images, {"beta": affine["beta"]})
    case("batch_norm of vectors", lambda x, p: batch(x, p, 1e-5), {"inputs": wave(5, 6)}, affine)

    def evaluated(x, p):
        averages = 0.25 * torch.arange(6, dtype=torch.float64), 1 + 0.5 * torch.arange(6, dtype=torch.float64)
        return channels_last(F.batch_norm(channels_first(x["inputs"]), *averages, p["gamma"], p["beta"], False, 0, 1e-5))

    case("batch_norm, evaluated", evaluated, images, affine)

    def over_batch_only(x, p):
        mean = x["inputs"].mean(0, keepdim=True)
        variance = x["inputs"].var(0, unbiased=False, keepdim=True)
        return (x["inputs"] - mean) / torch.sqrt(variance + 1e-5) * p["gamma"] + p["beta"]

    case("batch_norm over the batch only", over_batch_only, {"inputs": wave(5, 2, 3)}, {"gamma": wave(2, 3, start=1), "beta": wave(2, 3, start=2)})


# ---- tables and functions with parameters

def tables():
    case("embedding", lambda x, p: F.embedding(x["indices"], p["table"]),
         {"indices": torch.tensor([[0, 3, 3], [4, 1, 0]])}, {"table": wave(5, 3)})
    case("prelu", lambda x, p: F.prelu(x["inputs"], p["negative_slope"].reshape(1)),
         {"inputs": wave(3, 4)}, {"negative_slope": torch.tensor(0.3, dtype=torch.float64)})
    case("prelu, each channel", lambda x, p: channels_last(F.prelu(channels_first(x["inputs"]), p["negative_slope"])),
         {"inputs": wave(2, 3, 4)}, {"negative_slope": wave(4, start=2)})

    def mlp(x, p):
        hidden = torch.tanh(x["inputs"] @ p["dense.0.kernel"] + p["dense.0.bias"])
        hidden = torch.tanh(hidden @ p["dense.1.kernel"] + p["dense.1.bias"])
        return torch.sigmoid(hidden @ p["dense.2.kernel"] + p["dense.2.bias"])

    sizes = [3, 5, 4, 2]
    case("mlp", mlp, {"inputs": wave(6, 3)}, {
        f"dense.{i}.{name}": value
        for i in range(3)
        for name, value in (("kernel", wave(sizes[i], sizes[i + 1], start=i)), ("bias", wave(sizes[i + 1], start=i + 0.5)))})


# ---- convolutions

def to_libtorch(tensor, axes, wanted):
    return tensor.permute([axes.index(axis) for axis in wanted])


def padded(x, pads):
    return F.pad(x, [amount for low, high in reversed(pads) for amount in (low, high)])


def same(size, window, stride, dilation, lower=False):
    """TensorFlow's SAME: ceil(size / stride) outputs, an odd one more behind (or in front)."""
    total = max((math.ceil(size / stride) - 1) * stride + (window - 1) * dilation + 1 - size, 0)
    return (math.ceil(total / 2), total // 2) if lower else (total // 2, math.ceil(total / 2))


def conv(x, p, spec, strides, pads, dilation, groups):
    inputs, kernel, outputs = spec
    spatial = [axis for axis in kernel if axis not in "IO"]
    images = padded(to_libtorch(x["inputs"], inputs, ["N", "C", *spatial]), pads)
    weight = to_libtorch(p["kernel"], kernel, ["O", "I", *spatial])
    function = [F.conv1d, F.conv2d, F.conv3d][len(spatial) - 1]
    result = function(images, weight, None, strides, 0, dilation, groups)
    return to_libtorch(result, "NC" + "".join(spatial), outputs) + p["bias"]


def convolutions():
    # The sizes are those of H and W, or as they are called, in the kernel's order.
    nhwc = ("NHWC", "HWIO", "NHWC")
    case("conv, strided and dilated, SAME", lambda x, p: conv(x, p, nhwc, (2, 1), (same(7, 2, 2, 1), same(6, 3, 1, 2)), (1, 2), 1),
         {"inputs": wave(2, 7, 6, 3)}, {"kernel": wave(2, 3, 3, 4, start=1), "bias": wave(4, start=2)})
    case("conv, SAME_LOWER", lambda x, p: conv(x, p, nhwc, (2, 3), (same(6, 3, 2, 1, True), same(5, 2, 3, 1, True)), (1, 1), 1),
         {"inputs": wave(1, 6, 5, 2)}, {"kernel": wave(3, 2, 2, 3, start=1), "bias": wave(3, start=2)})
    case("conv in groups", lambda x, p: conv(x, p, nhwc, (1, 1), ((0, 0), (0, 0)), (1, 1), 2),
         {"inputs": wave(2, 4, 5, 4)}, {"kernel": wave(2, 3, 2, 6, start=1), "bias": wave(6, start=2)})
    case("conv, each channel", lambda x, p: conv(x, p, nhwc, (1, 1), ((1, 1), (1, 1)), (1, 1), 3),
         {"inputs": wave(1, 4, 4, 3)}, {"kernel": wave(3, 3, 1, 3, start=1), "bias": wave(3, start=2)})
    case("conv, channels first", lambda x, p: conv(x, p, ("NCHW", "OIHW", "NCHW"), (1, 2), ((1, 0), (0, 2)), (2, 1), 1),
         {"inputs": wave(2, 3, 5, 6)}, {"kernel": wave(4, 3, 2, 3, start=1), "bias": wave(4, 1, 1, start=2)})
    case("conv, axes in any order", lambda x, p: conv(x, p, ("CWNH", "WOHI", "HNCW"), (1, 2), ((1, 0), (0, 2)), (2, 1), 1),
         {"inputs": wave(3, 6, 2, 5)}, {"kernel": wave(3, 4, 2, 3, start=1), "bias": wave(4, 1, start=2)})

    ntc = ("NTC", "TIO", "NTC")
    case("conv1d, SAME", lambda x, p: conv(x, p, ntc, (2,), (same(8, 3, 2, 1),), (1,), 1),
         {"inputs": wave(2, 8, 3)}, {"kernel": wave(3, 3, 4, start=1), "bias": wave(4, start=2)})
    case("conv1d, causal and dilated, in groups", lambda x, p: conv(x, p, ntc, (1,), ((4, 0),), (2,), 2),
         {"inputs": wave(2, 6, 4)}, {"kernel": wave(3, 2, 2, start=1), "bias": wave(2, start=2)})

    volumes = ("NDHWC", "DHWIO", "NDHWC")
    pads = (same(4, 2, 1, 1), same(5, 3, 2, 1), same(3, 2, 1, 2))
    case("conv3d", lambda x, p: conv(x, p, volumes, (1, 2, 1), pads, (1, 1, 2), 1),
         {"inputs": wave(1, 4, 5, 3, 2)}, {"kernel": wave(2, 3, 2, 2, 3, start=1), "bias": wave(3, start=2)})


def conv_transpose(x, p, spec, strides, padding):
    """PyTorch's, whose kernel is mirrored, cut or filled up to the size that JAX's has: size * stride, or what VALID leaves."""
    inputs, kernel, outputs = spec
    spatial = [axis for axis in kernel if axis not in "IO"]
    images = to_libtorch(x["inputs"], inputs, ["N", "C", *spatial])
    weight = to_libtorch(p["kernel"], kernel, ["I", "O", *spatial])
    weight = weight.flip(list(range(2, weight.ndim)))
    function = [F.conv_transpose1d, F.conv_transpose2d][len(spatial) - 1]
    full = function(images, weight, None, strides)
    for i, stride in enumerate(strides):
        size, window = images.shape[i + 2], weight.shape[i + 2]
        if padding == "VALID":
            first, count = 0, size * stride + max(window - stride, 0)
        else:
            first, count = window - 1 - (window - 1 if stride > window - 1 else math.ceil((window + stride - 2) / 2)), size * stride
        missing = max(first + count - full.shape[i + 2], 0)
        filler = full.new_zeros([missing if j == i + 2 else n for j, n in enumerate(full.shape)])
        full = torch.cat([full, filler], i + 2).narrow(i + 2, first, count)
    return to_libtorch(full, "NC" + "".join(spatial), outputs) + p["bias"]


def transposed_convolutions():
    for padding in ("SAME", "VALID"):
        for name, window, strides in (("wide", (3, 4), (2, 1)), ("narrow", (2, 1), (3, 2)), ("square", (2, 3), (2, 3))):
            case(f"conv_transpose, {name}, {padding}",
                 lambda x, p: conv_transpose(x, p, ("NHWC", "HWIO", "NHWC"), strides, padding),
                 {"inputs": wave(2, 3, 4, 2)}, {"kernel": wave(*window, 2, 3, start=1), "bias": wave(3, start=2)})
        case(f"conv1d_transpose, {padding}", lambda x, p: conv_transpose(x, p, ("NTC", "TIO", "NTC"), (2,), padding),
             {"inputs": wave(2, 4, 2)}, {"kernel": wave(3, 2, 3, start=1), "bias": wave(3, start=2)})
    case("conv_transpose, channels first", lambda x, p: conv_transpose(x, p, ("NCHW", "OIHW", "NCHW"), (2, 3), "SAME"),
         {"inputs": wave(2, 2, 3, 4)}, {"kernel": wave(3, 2, 3, 2, start=1), "bias": wave(3, 1, 1, start=2)})


# ---- recurrent cells

def gru_step(carry, x, p):
    """JAXnet's: the candidate sees the carry after the reset."""
    both = torch.cat([x, carry], 1)
    update = torch.sigmoid(both @ p["update_kernel"])
    reset = torch.sigmoid(both @ p["reset_kernel"])
    compute = torch.tanh(torch.cat([x, reset * carry], 1) @ p["compute_kernel"])
    return update * compute + (1 - update) * carry


def gru(x, p):
    carry, outputs = x["carry"], []
    for step in x["inputs"]:
        carry = gru_step(carry, step, p)
        outputs.append(carry)
    return torch.stack(outputs)


def lstm(x, p):
    """PyTorch's own; its gates are in the order input, forget, cell, output."""
    kernels = torch.cat([p[f"{gate}_kernel"] for gate in ("update", "forget", "compute", "output")], 1).T
    bias = torch.cat([p[f"{gate}_bias"] for gate in ("update", "forget", "compute", "output")])
    split = x["inputs"].shape[-1]
    cell, hidden, outputs = x["cell"], x["hidden"], []
    for step in x["inputs"]:
        hidden, cell = torch.lstm_cell(step, (hidden, cell), kernels[:, :split], kernels[:, split:], bias, torch.zeros_like(bias))
        outputs.append(hidden)
    return torch.stack([*outputs, cell])


def cells():
    case("gru_cell over time", gru, {"carry": wave(2, 4), "inputs": wave(3, 2, 5, start=3)},
         {f"{gate}_kernel": wave(9, 4, start=i) for i, gate in enumerate(("update", "reset", "compute"))})
    case("gru_cell in a loop",
         lambda x, p: gru({**x, "carry": torch.zeros(2, 4, dtype=torch.float64)}, {key.split(".")[-1]: value for key, value in p.items()}),
         {"inputs": wave(3, 2, 5, start=3)},
         {f"cell.gru_cell.{gate}_kernel": wave(9, 4, start=i) for i, gate in enumerate(("update", "reset", "compute"))})
    gates = ("update", "forget", "compute", "output")
    case("lstm_cell over time", lstm, {"cell": wave(2, 4), "hidden": wave(2, 4, start=1), "inputs": wave(3, 2, 5, start=3)},
         {**{f"{gate}_kernel": wave(9, 4, start=i) for i, gate in enumerate(gates)},
          **{f"{gate}_bias": wave(4, start=i + 0.5) for i, gate in enumerate(gates)}})


# ---- attention

def attention(query, key, value, p, heads, mask=None):
    """PyTorch's own. Its axes are [time, n, features]; its weights are transposed, and True in a mask forbids."""
    time_first = [t.transpose(0, 1) for t in (query, key, value)]
    kernels = [p[f"{name}_kernel"].T for name in ("query", "key", "value")]
    bias = torch.cat([p[f"{name}_bias"] for name in ("query", "key", "value")])
    output, _ = F.multi_head_attention_forward(
        *time_first, query.shape[-1], heads, None, bias, None, None, False, 0.0, p["output_kernel"].T, p["output_bias"],
        need_weights=False, attn_mask=mask, use_separate_proj_weight=True,
        q_proj_weight=kernels[0], k_proj_weight=kernels[1], v_proj_weight=kernels[2])
    return output.transpose(0, 1)


def rotated(x):
    """Su and others (2021), by complex numbers: pair i of n is x[i] and x[n + i], its angle is position * 10000^(-i / n)."""
    n = x.shape[-1] // 2
    angles = torch.arange(x.shape[-2], dtype=x.dtype)[:, None] * 10000.0 ** (-torch.arange(n, dtype=x.dtype) / n)
    turned = torch.complex(x[..., :n], x[..., n:]) * torch.polar(torch.ones_like(angles), angles)
    return torch.cat([turned.real, turned.imag], -1)


def rotary_attention(x, p, heads):
    def split(tensor):
        return tensor.unflatten(-1, (heads, -1)).transpose(-2, -3)

    query, key, value = (split(x["inputs"] @ p[f"{name}_kernel"] + p[f"{name}_bias"]) for name in ("query", "key", "value"))
    scores = rotated(query) @ rotated(key).transpose(-1, -2) / math.sqrt(query.shape[-1])
    causal = torch.ones(scores.shape[-2:], dtype=torch.bool).tril()
    weights = torch.softmax(scores.masked_fill(~causal, -math.inf), -1)
    return (weights @ value).transpose(-2, -3).flatten(-2) @ p["output_kernel"] + p["output_bias"]


def projections(query, key, value, prefix=""):
    sizes = {"query": (query, query), "key": (key, query), "value": (value, query), "output": (query, query)}
    return {
        f"{prefix}{name}_{what}": tensor
        for i, (name, shape) in enumerate(sizes.items())
        for what, tensor in (("kernel", wave(*shape, start=i)), ("bias", wave(shape[1], start=i + 0.5)))}


def attentions():
    three = {"query": wave(2, 3, 4), "key": wave(2, 5, 6, start=1), "value": wave(2, 5, 2, start=2)}
    parameters = projections(4, 6, 2)

    def of_three(x, p, mask=None):
        return attention(x["query"], x["key"], x["value"], p, 2, mask)

    case("multihead_attention", of_three, three, parameters)
    keep = torch.tensor([[1, 1, 0, 1, 0], [0, 1, 1, 1, 1], [1, 0, 0, 0, 0]], dtype=torch.bool)
    case("multihead_attention, masked", lambda x, p: of_three(x, p, ~keep), three, parameters)
    case("multihead_attention, with a bias", lambda x, p: of_three(x, p, x["mask"]), {**three, "mask": wave(3, 5, start=4)}, parameters)

    def self_attention(x, p):
        mask = ~torch.ones(5, 5, dtype=torch.bool).tril()
        return attention(x["inputs"], x["inputs"], x["inputs"], p, 2, mask)

    one = {"inputs": wave(2, 5, 8)}
    case("self_attention, causal", lambda x, p: self_attention(x, {key.split(".")[-1]: value for key, value in p.items()}),
         one, projections(8, 8, 8, "multihead_attention."))
    case("self_attention, causal and rotary", lambda x, p: rotary_attention(x, {key.split(".")[-1]: value for key, value in p.items()}, 2),
         one, projections(8, 8, 8, "multihead_attention."))

    def block(x, p):
        x = x["inputs"]
        y = F.layer_norm(x, [4], p["layer_norm0.gamma"], p["layer_norm0.beta"], 1e-5)
        x = x + attention(y, y, y, {key.split(".")[-1]: value for key, value in p.items()}, 2)
        y = F.layer_norm(x, [4], p["layer_norm1.gamma"], p["layer_norm1.beta"], 1e-5)
        hidden = F.gelu(y @ p["mlp.dense.0.kernel"] + p["mlp.dense.0.bias"])
        return x + hidden @ p["mlp.dense.1.kernel"] + p["mlp.dense.1.bias"]

    case("transformer_block", block, {"inputs": wave(2, 3, 4)}, {
        **{f"layer_norm{i}.{name}": wave(4, start=i + offset) for i in range(2) for name, offset in (("gamma", 0.2), ("beta", 0.7))},
        **projections(4, 4, 4, "self_attention.multihead_attention."),
        "mlp.dense.0.kernel": wave(4, 6, start=7), "mlp.dense.0.bias": wave(6, start=8),
        "mlp.dense.1.kernel": wave(6, 4, start=9), "mlp.dense.1.bias": wave(4, start=10)})


# ---- pooling

def pools():
    # No two alike: between equal largest elements PyTorch gives the gradient to the first, a reduction to both.
    numbers = [(37 * i % 211) / 100 - 1 for i in range(210)]
    images = {"inputs": torch.tensor(numbers, dtype=torch.float64).reshape(2, 7, 5, 3)}
    for name, function in (("avg", F.adaptive_avg_pool2d), ("max", F.adaptive_max_pool2d)):
        for size in ((1, 1), (3, 2), (7, 5), (9, 4)):
            case(f"adaptive_{name}_pool to {size[0]} x {size[1]}",
                 lambda x, p: channels_last(function(channels_first(x["inputs"]), size)), images, {})
    case("adaptive_avg_pool of sequences", lambda x, p: channels_last(F.adaptive_avg_pool1d(channels_first(x["inputs"]), 3)),
         {"inputs": wave(2, 8, 3)}, {})


norms()
tables()
convolutions()
transposed_convolutions()
cells()
attentions()
pools()

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "layers.json"), "w", encoding="utf-8") as file:
    lines = [json.dumps(name) + ": " + json.dumps(content, separators=(",", ":")) for name, content in CASES.items()]
    file.write("{\n" + ",\n".join(lines) + "\n}\n")
