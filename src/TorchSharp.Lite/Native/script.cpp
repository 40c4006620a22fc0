// TorchScript: functions that libtorch compiles from text. In a file of its own, as its headers take as long to compile as all others together.

#include "values.h"

#include <torch/csrc/api/include/torch/jit.h>

#include <memory>
#include <string>

using namespace torchlite;
using Unit = std::shared_ptr<torch::jit::CompilationUnit>;

API void* torchlite_script_compile(const char* source) {
    return guarded([&]() -> void* { return new Unit(torch::jit::compile(source)); }, nullptr);
}

API void torchlite_script_free(void* unit) { delete static_cast<Unit*>(unit); }

// Returns the number of results, which is one: a function without a result gives None.
API int32_t torchlite_script_call(void* unit, const char* name, const Value* arguments, int32_t count, Value* result) {
    return guarded([&]() -> int32_t {
        torch::jit::Stack stack;
        for (int32_t i = 0; i < count; i++) stack.push_back(to_ivalue(arguments[i]));
        *result = from_ivalue((**static_cast<Unit*>(unit)).get_function(name)(std::move(stack)));
        return 1;
    }, -1);
}
