// The native side of TorchSharp.Lite: libtorch's operator dispatcher, its autograd and the few facts about
// a tensor that managed code reads all the time, as C functions.
//
// Conventions. A tensor handle is an owned reference to a TensorImpl. A function that can fail returns -1 (or
// null), and torchlite_error() then has libtorch's message, without the C++ stack trace. Nothing here throws.

#include "values.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/stack.h>
#include <ATen/ops/from_blob.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/DeviceGuardImplInterface.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/api/include/torch/version.h>

#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace {

using namespace torchlite;

// An operator that was looked up: the handle, and what its schema says of arguments that callers leave out.
struct Operator {
    c10::OperatorHandle handle;
    std::vector<OptionalIValue> defaults;
};

// The stack that boxed calls pass their arguments and results on: one a thread, so that a call allocates nothing.
struct CallStack {
    torch::jit::Stack values;
    CallStack() { values.reserve(32); }
};
thread_local CallStack call_stack;

struct StackScope {
    torch::jit::Stack& values = call_stack.values;
    ~StackScope() { values.clear(); }
};

}  // namespace

API const char* torchlite_error() { return last_error.c_str(); }

API const char* torchlite_version() { return TORCH_VERSION; }

API void torchlite_free(void* memory) { std::free(memory); }

// ---- Operators

API void* torchlite_find(const char* name, const char* overload) {
    return guarded([&]() -> void* {
        auto found = c10::Dispatcher::singleton().findSchemaOrThrow(name, overload);
        auto op = std::make_unique<Operator>(Operator{found, {}});
        for (auto& argument : found.schema().arguments()) op->defaults.push_back(argument.default_value());
        return op.release();
    }, nullptr);
}

// Returns the number of results. Arguments that are left out, or given as Default, get the schema's default values.
API int32_t torchlite_call(void* op_handle, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
    auto& op = *static_cast<Operator*>(op_handle);
    return guarded([&]() -> int32_t {
        StackScope scope;
        auto& stack = scope.values;
        size_t given = static_cast<size_t>(count);
        TORCH_CHECK(given <= op.defaults.size(), op.handle.operator_name(), " takes ", op.defaults.size(), " arguments, not ", count);
        for (size_t i = 0; i < op.defaults.size(); i++) {
            if (i < given && arguments[i].tag != Default) {
                stack.push_back(to_ivalue(arguments[i]));
            } else {
                TORCH_CHECK(op.defaults[i].has_value(), op.handle.operator_name(), " needs an argument '", op.handle.schema().arguments()[i].name(), "'");
                stack.push_back(*op.defaults[i]);
            }
        }
        op.handle.callBoxed(&stack);
        auto produced = static_cast<int32_t>(stack.size());
        auto taken = produced < capacity ? produced : capacity;
        for (int32_t i = 0; i < taken; i++) results[i] = from_ivalue(std::move(stack[i]));
        return produced;
    }, -1);
}

// ---- Tensors

API void torchlite_tensor_free(void* tensor) { TensorPtr::reclaim(impl(tensor)); }

// Another owned reference to the same TensorImpl.
API void* torchlite_tensor_share(void* tensor) { return release(borrow(tensor)); }

API int64_t torchlite_dim(void* tensor) {
    return guarded([&]() -> int64_t { return impl(tensor)->dim(); }, -1);
}

API int64_t torchlite_numel(void* tensor) {
    return guarded([&]() -> int64_t { return impl(tensor)->numel(); }, -1);
}

API const int64_t* torchlite_sizes(void* tensor) {
    return guarded([&]() -> const int64_t* { return impl(tensor)->sizes().data(); }, nullptr);
}

API const int64_t* torchlite_strides(void* tensor) {
    return guarded([&]() -> const int64_t* { return impl(tensor)->strides().data(); }, nullptr);
}

API int64_t torchlite_storage_offset(void* tensor) {
    return guarded([&]() -> int64_t { return impl(tensor)->storage_offset(); }, -1);
}

API int32_t torchlite_dtype(void* tensor) {
    return static_cast<int32_t>(c10::typeMetaToScalarType(impl(tensor)->dtype()));
}

API int64_t torchlite_element_size(void* tensor) { return static_cast<int64_t>(impl(tensor)->itemsize()); }

API int32_t torchlite_device_type(void* tensor) {
    return guarded([&]() -> int32_t { return static_cast<int32_t>(impl(tensor)->device().type()); }, -1);
}

API int32_t torchlite_device_index(void* tensor) {
    return guarded([&]() -> int32_t { return impl(tensor)->device().index(); }, -1);
}

API int32_t torchlite_is_contiguous(void* tensor) {
    return guarded([&]() -> int32_t { return impl(tensor)->is_contiguous(); }, -1);
}

API int32_t torchlite_is_sparse(void* tensor) {
    return guarded([&]() -> int32_t { return impl(tensor)->is_sparse(); }, -1);
}

API int32_t torchlite_requires_grad(void* tensor) {
    return guarded([&]() -> int32_t { return borrow(tensor).requires_grad(); }, -1);
}

API int32_t torchlite_set_requires_grad(void* tensor, int32_t requires_grad) {
    return guarded([&]() -> int32_t {
        borrow(tensor).set_requires_grad(requires_grad != 0);
        return 0;
    }, -1);
}

API int32_t torchlite_is_leaf(void* tensor) {
    return guarded([&]() -> int32_t { return borrow(tensor).is_leaf(); }, -1);
}

// A tensor of no elements may have no memory at all, so the address comes back by reference.
API int32_t torchlite_data(void* tensor, void** address) {
    return guarded([&]() -> int32_t {
        *address = borrow(tensor).data_ptr();
        return 0;
    }, -1);
}

// A tensor on memory that somebody else owns, contiguous, on the CPU. Freed by a call of release(owner).
API void* torchlite_from_memory(void* memory, const int64_t* sizes, int32_t dims, int32_t dtype, void (*free)(void*), void* owner) {
    return guarded([&]() -> void* {
        auto options = at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype));
        return release(at::from_blob(memory, c10::IntArrayRef(sizes, dims), [=](void*) { free(owner); }, options));
    }, nullptr);
}

// ---- Autograd

API int32_t torchlite_grad(void* const* outputs, int64_t output_count, void* const* inputs, int64_t input_count,
                           void* const* grad_outputs, int64_t grad_output_count,
                           int32_t retain_graph, int32_t create_graph, int32_t allow_unused, void** gradients) {
    return guarded([&]() -> int32_t {
        auto grads = torch::autograd::grad(borrow_all(outputs, output_count), borrow_all(inputs, input_count),
                                           borrow_all(grad_outputs, grad_output_count),
                                           retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < grads.size(); i++) gradients[i] = release(std::move(grads[i]));
        return 0;
    }, -1);
}

API int32_t torchlite_backward(void* const* tensors, int64_t tensor_count, void* const* grad_tensors, int64_t grad_count,
                               int32_t retain_graph, int32_t create_graph, void* const* inputs, int64_t input_count) {
    return guarded([&]() -> int32_t {
        torch::autograd::backward(borrow_all(tensors, tensor_count), borrow_all(grad_tensors, grad_count),
                                  retain_graph != 0, create_graph != 0, borrow_all(inputs, input_count));
        return 0;
    }, -1);
}

API int32_t torchlite_grad_mode() { return c10::GradMode::is_enabled(); }

API void torchlite_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }

API int32_t torchlite_inference_mode() { return c10::InferenceMode::is_enabled(); }

API void* torchlite_enter_inference_mode(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }

API void torchlite_leave_inference_mode(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

// ---- Random numbers

API void* torchlite_default_generator(int32_t device_type, int32_t device_index) {
    return guarded([&]() -> void* {
        auto device = c10::Device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(device_index));
        return new at::Generator(at::globalContext().defaultGenerator(device));
    }, nullptr);
}

API void* torchlite_new_generator(uint64_t seed) {
    return guarded([&]() -> void* {
        auto* generator = new at::Generator(at::globalContext().defaultGenerator(c10::kCPU).clone());
        generator->set_current_seed(seed);
        return generator;
    }, nullptr);
}

API void torchlite_generator_free(void* generator) { delete static_cast<at::Generator*>(generator); }

API void torchlite_generator_set_seed(void* generator, uint64_t seed) {
    auto& g = *static_cast<at::Generator*>(generator);
    std::lock_guard<std::mutex> lock(g.mutex());
    g.set_current_seed(seed);
}

API uint64_t torchlite_generator_seed(void* generator) { return static_cast<at::Generator*>(generator)->current_seed(); }

API void* torchlite_generator_state(void* generator) {
    return guarded([&]() -> void* { return release(static_cast<at::Generator*>(generator)->get_state()); }, nullptr);
}

API int32_t torchlite_generator_set_state(void* generator, void* state) {
    return guarded([&]() -> int32_t {
        static_cast<at::Generator*>(generator)->set_state(borrow(state));
        return 0;
    }, -1);
}

// ---- The process

API int32_t torchlite_threads() { return at::get_num_threads(); }

API int32_t torchlite_set_threads(int32_t count) {
    return guarded([&]() -> int32_t {
        at::set_num_threads(count);
        return 0;
    }, -1);
}

API int32_t torchlite_interop_threads() { return at::get_num_interop_threads(); }

API int32_t torchlite_set_interop_threads(int32_t count) {
    return guarded([&]() -> int32_t {
        at::set_num_interop_threads(count);
        return 0;
    }, -1);
}

API int32_t torchlite_cuda_devices() {
    return guarded([&]() -> int32_t { return at::globalContext().hasCUDA() ? c10::impl::getDeviceGuardImpl(c10::kCUDA)->deviceCount() : 0; }, 0);
}

API int32_t torchlite_has_cudnn() {
    return guarded([&]() -> int32_t { return at::globalContext().hasCuDNN(); }, 0);
}
