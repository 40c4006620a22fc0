"""Writes golden.safetensors, and reads such files, by nothing but the format's description: struct and json.

    python3 golden.py write golden.safetensors
    python3 golden.py read FILE     # prints what is in it; fails if it breaks a rule of the format
"""

import json
import struct
import sys

CODES = {"F64": "d", "F32": "f", "F16": "e", "I64": "q", "I32": "i", "I16": "h", "I8": "b", "U8": "B", "BOOL": "?"}
SIZES = {"F64": 8, "F32": 4, "F16": 2, "BF16": 2, "I64": 8, "I32": 4, "I16": 2, "I8": 1, "U8": 1, "BOOL": 1, "C64": 8}

GOLDEN = {
    "dense.kernel": ("F32", [2, 3], [0.5, -1.25, 3.0, 1e-3, 65504.0, -0.0]),
    "dense.bias": ("F64", [3], [0.1, -2.5e300, 5e-324]),
    "half": ("F16", [2, 2], [1.5, -0.25, 65504.0, 6e-8]),
    "brain": ("BF16", [3], [1.0, -3.140625, 1e30]),
    "i64": ("I64", [2], [-(2**63), 2**63 - 1]),
    "i32": ("I32", [2, 1], [-(2**31), 7]),
    "i16": ("I16", [1, 2], [-32768, 32767]),
    "i8": ("I8", [3], [-128, 0, 127]),
    "u8": ("U8", [3], [0, 128, 255]),
    "bool": ("BOOL", [4], [True, False, False, True]),
    "scalar": ("F32", [], [42.0]),
    "empty": ("F32", [0, 4], []),
}


def pack(dtype, values):
    if dtype == "BF16":
        # The upper half of a float; the values above are chosen to need no more, or to be cut.
        return b"".join(struct.pack("<f", value)[2:] for value in values)
    return struct.pack(f"<{len(values)}{CODES[dtype]}", *values)


def unpack(dtype, data):
    if dtype == "BF16":
        return [struct.unpack("<f", b"\0\0" + data[i : i + 2])[0] for i in range(0, len(data), 2)]
    if dtype == "C64":
        parts = struct.unpack(f"<{len(data) // 4}f", data)
        return [complex(*pair) for pair in zip(parts[::2], parts[1::2])]
    return list(struct.unpack(f"<{len(data) // SIZES[dtype]}{CODES[dtype]}", data))


def write(path):
    header, data = {}, b""
    for name, (dtype, shape, values) in GOLDEN.items():
        start = len(data)
        data += pack(dtype, values)
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [start, len(data)]}

    # The header's order is not the data's, and the metadata comes last: a reader must not depend on either.
    ordered = {name: header[name] for name in sorted(header)}
    ordered["__metadata__"] = {"framework": "none", "note": "written by golden.py: \u00e4\u6f22"}
    text = json.dumps(ordered).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def no_duplicates(pairs):
    assert len({name for name, _ in pairs}) == len(pairs), "a name stands there twice"
    return dict(pairs)


def read(path):
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    assert length <= 100_000_000 and length % 8 == 0, "the header's length"
    text, data = content[8 : 8 + length], content[8 + length :]
    assert len(text) == length and text.startswith(b"{"), "the header"
    header = json.loads(text.decode(), object_pairs_hook=no_duplicates)
    metadata = header.pop("__metadata__", {})
    assert all(isinstance(value, str) for value in metadata.values()), "the metadata"
    end = 0
    for name, info in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        assert set(info) == {"dtype", "shape", "data_offsets"}, name
        start, stop = info["data_offsets"]
        count = 1
        for size in info["shape"]:
            count *= size
        assert start == end and stop - start == count * SIZES[info["dtype"]], name
        end = stop
        values = unpack(info["dtype"], data[start:stop])
        print(name, info["dtype"], info["shape"], values[:4], "..." if len(values) > 4 else "", "" if start % SIZES[info["dtype"]] == 0 else "(not aligned)")
    assert end == len(data), "the end"
    for name, value in metadata.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    {"write": write, "read": read}[sys.argv[1]](sys.argv[2])
