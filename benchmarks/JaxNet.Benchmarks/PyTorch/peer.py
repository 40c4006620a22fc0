"""PyTorch's side of ./jaxnet bench: reads commands, one JSON object a line, and answers each with another.

The works are those of the folder Works, written as one writes them in PyTorch: functions of tensors, torch.optim. Where PyTorch has
several ways to do the same, each is a variant, and the harness takes the fastest.
"""
import contextlib
import json
import os
import sys
import time

import numpy
import torch
import torch.nn.functional as F


def read_safetensors(path):
    types = {"F32": numpy.float32, "F64": numpy.float64, "I64": numpy.int64}
    with open(path, "rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(size))
        body = file.read()
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        array = numpy.frombuffer(body[start:end], types[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(array.copy())
    return tensors


def split(variant):
    """The words of a variant: 'foreach, keep gradients' is {'foreach', 'keep gradients'}."""
    return set(word.strip() for word in variant.split(",")) if variant else set()


class Training:
    """A loss, its parameters, and an optimizer of torch.optim."""

    variants = ["", "foreach", "keep gradients", "foreach, keep gradients"]

    def __init__(self, tensors, variant):
        self.words = split(variant)
        self.batch = (tensors["1.0"], tensors["1.1"])
        self.parameters = [p.requires_grad_() for p in self.read(tensors)]
        self.optimizer = self.make_optimizer(self.parameters, "foreach" in self.words)

    def step(self):
        self.optimizer.zero_grad(set_to_none="keep gradients" not in self.words)
        loss = self.loss(*self.batch)
        loss.backward()
        self.optimizer.step()
        return loss

    def check(self, steps):
        return [self.step().item() for _ in range(steps)]


def momentum(parameters, foreach):
    return torch.optim.SGD(parameters, lr=0.01, momentum=0.9, foreach=foreach)


def adam(parameters, foreach):
    return torch.optim.Adam(parameters, lr=1e-3, eps=1e-8, foreach=foreach)


def rms_prop(parameters, foreach):
    return torch.optim.RMSprop(parameters, lr=1e-3, alpha=0.9, eps=1e-15, foreach=foreach)


def dense_of(tensors, path):
    # PyTorch keeps a dense layer's kernel transposed.
    return [tensors[path + ".kernel"].t().contiguous(), tensors[path + ".bias"]]


def untransposed(layers):
    return sum([[kernel.t().contiguous(), bias] for kernel, bias in layers], [])


def classify(x, parameters):
    w0, b0, w1, b1, w2, b2 = parameters
    x = torch.relu(F.linear(x, w0, b0))
    x = torch.relu(F.linear(x, w1, b1))
    return F.log_softmax(F.linear(x, w2, b2), -1)


def classify_by_addmm(x, parameters):
    """The same with kernels that aren't transposed, and with rectifiers in place."""
    w0, b0, w1, b1, w2, b2 = parameters
    x = torch.relu_(torch.addmm(b0, x, w0))
    x = torch.relu_(torch.addmm(b1, x, w1))
    return F.log_softmax(torch.addmm(b2, x, w2), -1)


class Dense(Training):
    variants = Training.variants + ["addmm", "addmm, keep gradients"]

    def read(self, tensors):
        layers = [dense_of(tensors, "0.predict.sequential.dense%d" % i) for i in range(3)]
        self.predict = classify_by_addmm if "addmm" in self.words else classify
        return untransposed(layers) if "addmm" in self.words else sum(layers, [])

    def loss(self, images, targets):
        return -torch.mean(self.predict(images, self.parameters) * targets)


class DenseMomentum(Dense):
    make_optimizer = staticmethod(momentum)


class DenseAdam(Dense):
    make_optimizer = staticmethod(adam)


def gru_layer(inputs, update_kernel, reset_kernel, compute_kernel):
    carry = torch.zeros([inputs.size(1), update_kernel.size(1)])
    outputs = []
    for step in inputs.unbind(0):
        both = torch.cat([step, carry], -1)
        update = torch.sigmoid(torch.mm(both, update_kernel))
        reset = torch.sigmoid(torch.mm(both, reset_kernel))
        compute = torch.tanh(torch.mm(torch.cat([step, reset * carry], -1), compute_kernel))
        carry = update * compute + (1 - update) * carry
        outputs.append(carry)
    return torch.stack(outputs)


class Gru(Training):
    variants = Training.variants + ["script", "script, foreach"]
    make_optimizer = staticmethod(rms_prop)

    def read(self, tensors):
        path = "0.predict.sequential."
        self.layer = torch.jit.script(gru_layer) if "script" in self.words else gru_layer
        kernels = [tensors[path + "rnn%d.cell.%s_kernel" % (i, k)] for i in range(3) for k in ("update", "reset", "compute")]
        return kernels + dense_of(tensors, path + "dense")

    def loss(self, sequences, targets):
        x = sequences.transpose(0, 1)
        for i in range(3):
            x = self.layer(x, *self.parameters[3 * i:3 * i + 3])
        x = F.log_softmax(F.linear(x, *self.parameters[9:]), -1).transpose(0, 1)
        return -(x * targets).sum() / sequences.size(0)


class Conv(Training):
    variants = Training.variants + ["channels last", "channels last, foreach"]
    make_optimizer = staticmethod(adam)

    def read(self, tensors):
        path = "0.predict.sequential."
        self.format = torch.channels_last if "channels last" in self.words else torch.contiguous_format
        images = self.batch[0].permute(0, 3, 1, 2).contiguous(memory_format=self.format)
        self.batch = (images, self.batch[1])
        parameters = []
        for i in range(2):
            kernel = tensors[path + "conv%d.kernel" % i].permute(3, 2, 0, 1)
            parameters += [kernel.contiguous(memory_format=self.format), tensors[path + "conv%d.bias" % i].flatten()]
        # Flattened in the order height, width, channels there, and channels, height, width here.
        kernel, bias = dense_of(tensors, path + "dense0")
        kernel = kernel.reshape(-1, 5, 5, 64).permute(0, 3, 1, 2).reshape(kernel.shape).contiguous()
        return parameters + [kernel, bias] + dense_of(tensors, path + "dense1")

    def loss(self, images, targets):
        k0, c0, k1, c1, w0, b0, w1, b1 = self.parameters
        x = F.max_pool2d(torch.relu(F.conv2d(images, k0, c0)), 2)
        x = F.max_pool2d(torch.relu(F.conv2d(x, k1, c1)), 2)
        x = torch.relu(F.linear(x.flatten(1), w0, b0))
        return -torch.mean(F.log_softmax(F.linear(x, w1, b1), -1) * targets)


class Update:
    """An optimizer alone: the gradients are there."""

    variants = ["", "foreach"]

    def __init__(self, tensors, variant):
        count = sum(1 for name in tensors if name.startswith("0."))
        self.parameters = [tensors["0.%d" % i].requires_grad_() for i in range(count)]
        for i, parameter in enumerate(self.parameters):
            parameter.grad = tensors["1.%d" % i]
        self.optimizer = self.make_optimizer(self.parameters, "foreach" in split(variant))

    def step(self):
        self.optimizer.step()

    def check(self, steps):
        for _ in range(steps):
            self.step()
        return [p.detach().double().abs().sum().item() for p in self.parameters]


class AdamUpdate(Update):
    make_optimizer = staticmethod(adam)


class MomentumUpdate(Update):
    make_optimizer = staticmethod(momentum)


class Normals:
    variants = [""]

    def __init__(self, tensors, variant):
        pass

    def step(self):
        self.numbers = torch.randn(10_000_000)

    # Other numbers than JAX's, but of the same distribution.
    def check(self, steps):
        self.step()
        return [1 + self.numbers.mean().item(), self.numbers.std().item(), 1 + (self.numbers ** 3).mean().item()]


class Classifier(torch.nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.dense0, self.dense1, self.dense2 = [self.linear(kernel, bias) for kernel, bias in layers]

    @staticmethod
    def linear(kernel, bias):
        layer = torch.nn.Linear(kernel.size(1), kernel.size(0))
        layer.weight, layer.bias = torch.nn.Parameter(kernel), torch.nn.Parameter(bias)
        return layer

    def forward(self, x):
        x = torch.relu(self.dense0(x))
        x = torch.relu(self.dense1(x))
        return F.log_softmax(self.dense2(x), -1)


class Inference:
    variants = ["", "inference mode", "addmm", "addmm, inference mode", "freeze", "optimize for inference"]

    def __init__(self, tensors, variant):
        layers = [dense_of(tensors, "0.sequential.dense%d" % i) for i in range(3)]
        self.image = tensors["1"]
        words = split(variant)
        # Entered once, around all steps: entering it takes as long as a layer.
        self.mode = torch.inference_mode if "inference mode" in words else contextlib.nullcontext
        if "freeze" in words:
            self.call = torch.jit.freeze(torch.jit.script(Classifier(layers).eval()))
        elif "optimize for inference" in words:
            self.call = torch.jit.optimize_for_inference(torch.jit.script(Classifier(layers).eval()))
        elif "addmm" in words:
            parameters = untransposed(layers)
            self.call = lambda x: classify_by_addmm(x, parameters)
        else:
            parameters = sum(layers, [])
            self.call = lambda x: classify(x, parameters)

    def step(self):
        return self.call(self.image)

    def check(self, steps):
        return self.step().detach().flatten().tolist()


class Init:
    variants = [""]

    def __init__(self, tensors, variant):
        pass

    def step(self):
        self.parameters = []
        for _ in range(6):
            kernel, bias = torch.empty(4096, 4096), torch.empty(4096)
            self.parameters += [torch.nn.init.xavier_normal_(kernel), torch.nn.init.normal_(bias, std=1e-2)]

    def check(self, steps):
        self.step()
        return [p.std().item() for p in self.parameters]


works = {
    "dense-momentum": DenseMomentum,
    "dense-adam": DenseAdam,
    "small-momentum": DenseMomentum,
    "gru-rmsprop": Gru,
    "conv-adam": Conv,
    "adam-update": AdamUpdate,
    "momentum-update": MomentumUpdate,
    "normals": Normals,
    "inference": Inference,
    "init": Init,
}


def resident(field):
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith(field))


def peak(work):
    """The most memory that is resident while the work runs."""
    with open("/proc/self/clear_refs", "w") as file:
        file.write("5")
    for _ in range(3):
        work.step()
    return resident("VmHWM")


def times(work, seconds):
    milliseconds = []
    end = time.perf_counter() + seconds
    while True:
        start = time.perf_counter()
        work.step()
        now = time.perf_counter()
        milliseconds.append((now - start) * 1e3)
        if now >= end:
            return milliseconds


class Peer:
    def __init__(self):
        torch.manual_seed(0)
        torch.mm(torch.ones(64, 64), torch.ones(64, 64))
        self.before = resident("VmRSS")

    def about(self, _):
        import re
        blas = sorted({os.path.basename(l.split()[-1]) for l in open("/proc/self/maps") if re.search(r"blas|mkl", l)})
        return {"text": "PyTorch %s, Python %s, %s" % (torch.__version__, sys.version.split()[0], ", ".join(blas))}

    def variants(self, request):
        return {"names": works[request["work"]].variants}

    def prepare(self, request):
        self.work = None
        self.before = resident("VmRSS")
        self.work = works[request["work"]](read_safetensors(request["file"]), request["variant"])
        return {}

    def mode(self):
        """What surrounds all steps."""
        return getattr(self.work, "mode", contextlib.nullcontext)()

    def check(self, request):
        with self.mode():
            return {"numbers": self.work.check(request["steps"])}

    def time(self, request):
        with self.mode():
            return {"numbers": times(self.work, request["seconds"])}

    def memory(self, _):
        with self.mode():
            most = peak(self.work)
        return {"numbers": [most, most - self.before]}


def main():
    peer = Peer()
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = getattr(peer, request["command"])(request)
        except Exception as error:  # what went wrong belongs to the harness
            answer = {"error": "%s: %s" % (type(error).__name__, error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
