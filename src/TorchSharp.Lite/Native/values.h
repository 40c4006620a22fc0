// What crosses between managed code and libtorch: tensors as handles, values with a tag, errors as text.

#pragma once

#include <ATen/core/Tensor.h>
#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/ivalue.h>
#include <c10/util/Exception.h>

#include <cstdint>
#include <cstdlib>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#define API extern "C" __attribute__((visibility("default")))

namespace torchlite {

using c10::IValue;

// One argument or result of an operator. Mirrored by NativeValue.cs.
enum Tag : int32_t {
    None = 0,
    Tensor = 1,
    Int = 2,
    Double = 3,
    Bool = 4,
    IntList = 5,
    DoubleList = 6,
    TensorList = 7,
    OptionalTensorList = 8,
    String = 9,
    Device = 10,
    Complex = 11,
    Generator = 12,
    BoolList = 13,
    Default = 14,
};

struct Value {
    int32_t tag;
    int32_t count;  // of a list's or string's elements; a device's index
    union {
        int64_t i;
        double d;
        void* p;
    };
};

// libtorch's optional: c10's own in old versions, the standard library's in new ones. Taken from where it is used.
using OptionalIValue = std::decay_t<decltype(std::declval<c10::Argument>().default_value())>;
template <template <class> class Optional, class T>
Optional<at::Tensor> optional_tensor(const Optional<T>&);
using OptionalTensor = decltype(optional_tensor(std::declval<OptionalIValue>()));

inline thread_local std::string last_error;

inline std::string message_of(const std::exception& e) {
    if (auto* error = dynamic_cast<const c10::Error*>(&e)) return error->what_without_backtrace();
    return e.what();
}

template <class F>
auto guarded(F f, decltype(f()) failed) noexcept -> decltype(f()) {
    try {
        return f();
    } catch (const std::exception& e) {
        last_error = message_of(e);
    } catch (...) {
        last_error = "libtorch threw something that is no std::exception";
    }
    return failed;
}

using TensorPtr = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>;

inline c10::TensorImpl* impl(void* handle) { return static_cast<c10::TensorImpl*>(handle); }

inline at::Tensor borrow(void* handle) {
    if (handle == nullptr) return at::Tensor();
    c10::raw::intrusive_ptr::incref(impl(handle));
    return at::Tensor(TensorPtr::reclaim(impl(handle)));
}

inline void* release(at::Tensor tensor) { return tensor.defined() ? tensor.unsafeReleaseTensorImpl() : nullptr; }

inline std::vector<at::Tensor> borrow_all(void* const* handles, int64_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int64_t i = 0; i < count; i++) tensors.push_back(borrow(handles[i]));
    return tensors;
}

inline IValue to_ivalue(const Value& value) {
    switch (value.tag) {
        case None: return IValue();
        case Tensor: return IValue(borrow(value.p));
        case Int: return IValue(value.i);
        case Double: return IValue(value.d);
        case Bool: return IValue(value.i != 0);
        case IntList: return IValue(c10::ArrayRef<int64_t>(static_cast<int64_t*>(value.p), value.count));
        case DoubleList: return IValue(c10::ArrayRef<double>(static_cast<double*>(value.p), value.count));
        case TensorList: return IValue(borrow_all(static_cast<void**>(value.p), value.count));
        case String: return IValue(std::string(static_cast<char*>(value.p), value.count));
        case Device: return IValue(c10::Device(static_cast<c10::DeviceType>(value.i), static_cast<c10::DeviceIndex>(value.count)));
        case Complex: return IValue(c10::complex<double>(static_cast<double*>(value.p)[0], static_cast<double*>(value.p)[1]));
        case Generator: return IValue(*static_cast<at::Generator*>(value.p));
        case BoolList: {
            c10::List<bool> list;
            for (int32_t i = 0; i < value.count; i++) list.push_back(static_cast<uint8_t*>(value.p)[i] != 0);
            return IValue(std::move(list));
        }
        case OptionalTensorList: {
            c10::List<OptionalTensor> list;
            for (int32_t i = 0; i < value.count; i++) {
                void* handle = static_cast<void**>(value.p)[i];
                list.push_back(handle == nullptr ? OptionalTensor() : OptionalTensor(borrow(handle)));
            }
            return IValue(std::move(list));
        }
        default: TORCH_CHECK(false, "unknown argument tag ", value.tag);
    }
}

inline Value from_ivalue(IValue&& value) {
    Value result{None, 0, {0}};
    if (value.isTensor()) {
        result.tag = Tensor;
        result.p = release(std::move(value).toTensor());
    } else if (value.isInt()) {
        result.tag = Int;
        result.i = value.toInt();
    } else if (value.isDouble()) {
        result.tag = Double;
        result.d = value.toDouble();
    } else if (value.isBool()) {
        result.tag = Bool;
        result.i = value.toBool();
    } else if (value.isComplexDouble()) {
        auto number = value.toComplexDouble();
        auto* parts = static_cast<double*>(std::malloc(2 * sizeof(double)));
        parts[0] = number.real();
        parts[1] = number.imag();
        result.tag = Complex;
        result.p = parts;
    } else if (value.isTensorList()) {
        auto tensors = value.toTensorVector();
        auto** handles = static_cast<void**>(std::malloc((tensors.size() + 1) * sizeof(void*)));
        for (size_t i = 0; i < tensors.size(); i++) handles[i] = release(std::move(tensors[i]));
        result.tag = TensorList;
        result.count = static_cast<int32_t>(tensors.size());
        result.p = handles;
    } else {
        TORCH_CHECK(value.isNone(), "an operator returned a value of a kind that has no use here: ", value.tagKind());
    }
    return result;
}

}  // namespace torchlite
