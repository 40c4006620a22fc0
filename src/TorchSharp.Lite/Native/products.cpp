// Products of single precision matrices: short ones by oneDNN, where libtorch brings it along.
//
// libtorch calls sgemm_, which in the order of loading is found here first. What stands behind it otherwise, OpenBLAS, packs both
// matrices anew at each call, which is dear where one of them has few rows, and wakes its own threads for products that take
// microseconds. oneDNN has kernels for few rows. Measured on one core of an EPYC 7003, OpenBLAS 0.3.21 (Haswell kernels) and
// oneDNN 2.6.3, microseconds: [1, 784] by [784, 64] 11.8 and 2.3; [10, 200] by [200, 400] 38 and 23; [32, 784] by [784, 64] 41 and 42.
// Large products are OpenBLAS's: a training step of a 784-1024-1024-10 network, batch 128, takes 19 ms with it and 24 with oneDNN.
//
// A libtorch that has its BLAS inside, as PyTorch's own builds do, never comes here.

#include <dlfcn.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>

namespace {

using Blas = void (*)(const char*, const char*, const int*, const int*, const int*, const float*, const float*, const int*,
                      const float*, const int*, const float*, float*, const int*);
// Row by row, where BLAS goes column by column.
using OneDnn = int (*)(char, char, int64_t, int64_t, int64_t, float, const float*, int64_t, const float*, int64_t, float, float*, int64_t);
using GetThreads = int (*)();
using SetThreads = void (*)(int);

// From how many operations on other threads are worth waking: about 100 microseconds of one core's time.
constexpr double worth_threads = 8e6;
// Up to how many rows or columns are few.
constexpr int few = 16;

template <class F>
F next(const char* name) { return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name)); }

struct Functions {
    Blas blas = next<Blas>("sgemm_");
    OneDnn one_dnn = wanted() ? next<OneDnn>("dnnl_sgemm") : nullptr;
    GetThreads threads = next<GetThreads>("omp_get_max_threads");
    SetThreads set_threads = next<SetThreads>("omp_set_num_threads");

    static bool wanted() {
        const char* choice = std::getenv("JAXNET_MATRIX_PRODUCTS");
        return choice == nullptr || std::strcmp(choice, "blas") != 0;
    }
};

const Functions& functions() {
    static const Functions found;
    return found;
}

// The calling thread's number of OpenMP threads, as long as this lives.
class ThreadsFor {
public:
    explicit ThreadsFor(double operations) {
        auto& f = functions();
        if (operations >= worth_threads || f.threads == nullptr || f.set_threads == nullptr) return;
        before_ = f.threads();
        if (before_ > 1) f.set_threads(1);
    }
    ~ThreadsFor() {
        if (before_ > 1) functions().set_threads(before_);
    }
    ThreadsFor(const ThreadsFor&) = delete;

private:
    int before_ = 0;
};

}  // namespace

extern "C" __attribute__((visibility("default"))) void sgemm_(
    const char* trans_a, const char* trans_b, const int* m, const int* n, const int* k, const float* alpha, const float* a, const int* lda,
    const float* b, const int* ldb, const float* beta, float* c, const int* ldc) {
    auto& f = functions();
    const double operations = 2.0 * *m * *n * *k;
    if (f.one_dnn != nullptr && (operations < worth_threads || *m <= few || *n <= few)) {
        ThreadsFor threads(operations);
        if (f.one_dnn(*trans_b, *trans_a, *n, *m, *k, *alpha, b, *ldb, a, *lda, *beta, c, *ldc) == 0) return;
    }
    f.blas(trans_a, trans_b, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
}

// Whether products go to oneDNN.
extern "C" __attribute__((visibility("default"))) int32_t torchlite_uses_one_dnn() { return functions().one_dnn != nullptr; }
