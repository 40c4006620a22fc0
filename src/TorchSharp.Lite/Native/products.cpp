// Products of single precision matrices: by oneDNN, where libtorch brings it along and its kernels are ahead.
//
// libtorch calls sgemm_, which in the order of loading is found here first. What stands behind it otherwise, OpenBLAS, packs both
// matrices anew at each call, which is dear where one of them has few rows, and wakes its own threads for products that take
// microseconds. oneDNN has kernels for few rows. Measured on one core of an EPYC 7003, OpenBLAS 0.3.21 (Haswell kernels) and
// oneDNN 2.6.3, microseconds: [1, 784] by [784, 64] 11.8 and 2.3; [10, 200] by [200, 400] 38 and 23; [32, 784] by [784, 64] 41 and 42.
// There large products are OpenBLAS's: a training step of a 784-1024-1024-10 network, batch 128, takes 19 ms with it and 24 with oneDNN.
//
// With AVX-512 all but the smallest are oneDNN's. Measured on two cores of a Xeon of 2023, medians in microseconds, OpenBLAS (SkylakeX kernels) and oneDNN:
// [128, 784] by [784, 1024] 1078 and 931; the kernel's gradient of it 1203 and 804; [140, 200] by [200, 400] 165 and 110;
// [32, 784] by [784, 64] 44 and 20. Only products with a transposed second matrix oneDNN shares out badly: [128, 1024] by one of [1024, 1024] takes 1650,
// and 1200 where each thread computes some of the columns by itself.
//
// The smallest are those for which OpenBLAS has kernels that pack nothing: p10 in microseconds, one thread, of [32, 64] by [64, 64] 1.6 and 2.0, [32, 10] by [10, 64]
// 0.34 and 0.68, [1, 64] by [64, 10] 0.14 and 0.30, [20, 100] by [100, 100] 2.7 and 3.2, but [10, 200] by [200, 200] 7.0 and 6.5. With a transposed second
// matrix they are behind: [32, 64] by one of [64, 64] 3.6 and 2.7.
//
// A libtorch that has its BLAS inside, as PyTorch's own builds do, never comes here.

#include <dlfcn.h>

#include <algorithm>
#include <atomic>
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
// What a compiler calls for '#pragma omp parallel': found by name, as the library must be the one that libtorch computes with.
using Parallel = void (*)(void (*)(void*), void*, unsigned, unsigned);

// From how many operations on other threads are worth waking: about 100 microseconds of one core's time.
constexpr double worth_threads = 8e6;
// Up to how many rows or columns are few.
constexpr int few = 16;
// Up to how many multiplications OpenBLAS's kernels for small matrices are ahead with AVX-512.
constexpr double smallest = 2e5;
// How many columns oneDNN's kernels compute at a time with AVX-512, and how many a thread should have at least.
constexpr int columns_at_a_time = 16;
constexpr int columns_for_thread = 3 * columns_at_a_time;

template <class F>
F next(const char* name) { return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name)); }

struct Functions {
    Blas blas = next<Blas>("sgemm_");
    OneDnn one_dnn = chosen("blas") ? nullptr : next<OneDnn>("dnnl_sgemm");
    bool all = one_dnn != nullptr && (chosen("onednn") || has_avx512());
    bool but_smallest = all && !chosen("onednn") && has_small_kernels();
    GetThreads threads = next<GetThreads>("omp_get_max_threads");
    SetThreads set_threads = next<SetThreads>("omp_set_num_threads");
    GetThreads in_parallel = next<GetThreads>("omp_in_parallel");
    Parallel parallel = next<Parallel>("GOMP_parallel");

    static bool chosen(const char* library) {
        const char* choice = std::getenv("JAXNET_MATRIX_PRODUCTS");
        return choice != nullptr && std::strcmp(choice, library) == 0;
    }

    // OpenBLAS, with the kernels that were measured.
    static bool has_small_kernels() {
        auto core = next<const char* (*)()>("openblas_get_corename");
        return core != nullptr && std::strcmp(core(), "SkylakeX") == 0;
    }

    // Of AVX-512 the parts that oneDNN's kernels use.
    static bool has_avx512() {
#ifdef __x86_64__
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq");
#else
        return false;
#endif
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
        const auto& f = functions();
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

// A product as BLAS puts it, column by column, which row by row is op(b) op(a).
struct Product {
    char trans_a, trans_b;
    int m, n, k;
    float alpha;
    const float* a;
    int lda;
    const float* b;
    int ldb;
    float beta;
    float* c;
    int ldc;

    double operations() const { return 2.0 * m * n * k; }

    bool is_smallest() const { return !is_transposed() && operations() <= 2 * smallest; }

    bool is_transposed() const { return trans_a != 'N' && trans_a != 'n'; }

    // That of some of the columns, of the result as it is row by row; a is transposed.
    Product columns(int from, int count) const {
        Product some = *this;
        some.m = count;
        some.a += int64_t{from} * lda;
        some.c += from;
        return some;
    }

    void by_one_dnn() const {
        if (functions().one_dnn(trans_b, trans_a, n, m, k, alpha, b, ldb, a, lda, beta, c, ldc) != 0) by_blas();
    }

    void by_blas() const { functions().blas(&trans_a, &trans_b, &m, &n, &k, &alpha, a, &lda, b, &ldb, &beta, c, &ldc); }
};

// A product that threads take columns of, until none are left.
struct Shared {
    const Product& product;
    int columns;
    std::atomic<int> next{0};

    static void take(void* data) {
        auto& shared = *static_cast<Shared*>(data);
        for (int from; (from = shared.next.fetch_add(shared.columns)) < shared.product.m;)
            shared.product.columns(from, std::min(shared.columns, shared.product.m - from)).by_one_dnn();
    }
};

// Among how many threads to share a product out here; 1 where oneDNN does it better.
int shares(const Product& product) {
    const auto& f = functions();
    if (product.operations() < worth_threads || !product.is_transposed() || f.parallel == nullptr || f.threads == nullptr ||
        f.in_parallel == nullptr || f.in_parallel()) return 1;
    return std::min(f.threads(), product.m / columns_for_thread);
}

void by_one_dnn(const Product& product) {
    const int threads = shares(product);
    if (threads <= 1) {
        ThreadsFor limited(product.operations());
        product.by_one_dnn();
        return;
    }
    const int columns = ((product.m + threads - 1) / threads + columns_at_a_time - 1) / columns_at_a_time * columns_at_a_time;
    Shared shared{product, columns};
    functions().parallel(&Shared::take, &shared, threads, 0);
}

}  // namespace

extern "C" __attribute__((visibility("default"))) void sgemm_(
    const char* trans_a, const char* trans_b, const int* m, const int* n, const int* k, const float* alpha, const float* a, const int* lda,
    const float* b, const int* ldb, const float* beta, float* c, const int* ldc) {
    const auto& f = functions();
    const Product product{*trans_a, *trans_b, *m, *n, *k, *alpha, a, *lda, b, *ldb, *beta, c, *ldc};
    if (f.but_smallest && product.is_smallest())
        product.by_blas();
    else if (f.one_dnn != nullptr && (f.all || product.operations() < worth_threads || *m <= few || *n <= few))
        by_one_dnn(product);
    else
        product.by_blas();
}

// Which products go to oneDNN: none, short ones, or all.
extern "C" __attribute__((visibility("default"))) int32_t torchlite_uses_one_dnn() {
    return functions().one_dnn == nullptr ? 0 : functions().all ? 2 : 1;
}
