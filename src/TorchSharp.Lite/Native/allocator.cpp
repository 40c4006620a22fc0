// Where tensors on the CPU keep their numbers: a cache of blocks by size.
//
// A training asks for blocks of the same sizes step after step. malloc gives the large ones back to the system each time,
// which has to clear fresh pages for the next step, and cuts the middling ones out of a heap that grows by fragments.
// Here a block that comes back waits for the next one who wants its size.

#include <c10/core/Allocator.h>
#include <c10/core/CPUAllocator.h>

#include <malloc.h>
#include <sys/mman.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <limits>
#include <mutex>
#include <new>

namespace {

// libtorch wants 64 bytes, a cache line. The header keeps that for the numbers behind it.
constexpr size_t alignment = 64;
constexpr size_t huge_page = size_t{2} << 20;

// What is smaller is cut out of malloc's heap, and waits like the others when it comes back: malloc takes long over aligned blocks.
constexpr size_t smallest_map = size_t{256} << 10;
// What may lie idle beyond what was in use at the same time lately.
constexpr size_t slack = size_t{64} << 20;
// How many of the larger blocks are asked for until "lately" is over.
constexpr uint64_t period = 4096;

constexpr int steps_per_octave = 8;
constexpr size_t classes = 64 * steps_per_octave;

struct alignas(alignment) Block {
    size_t size;         // of the whole block, in bytes
    uint64_t last_used;  // in larger blocks asked for
};
static_assert(sizeof(Block) == alignment);

// Sizes in steps of an eighth of the power of two below: at most an eighth of a block is never touched.
size_t class_of(size_t size) {
    const int octave = 63 - __builtin_clzll(size);
    const size_t step = (size_t{1} << octave) / steps_per_octave;
    return octave * steps_per_octave + (size - (size_t{1} << octave) + step - 1) / step;
}

size_t size_of(size_t index) {
    const size_t octave = size_t{1} << (index / steps_per_octave);
    return octave + octave / steps_per_octave * (index % steps_per_octave);
}

class Cache {
public:
    Block* take(size_t size) {
        const size_t index = class_of(size);
        size = size_of(index);
        {
            std::lock_guard<std::mutex> lock(mutex_);
            if (size >= smallest_map) begin_period_if_due();
            auto& waiting = idle_[index];
            if (!waiting.empty()) {
                Block* block = waiting.back();
                waiting.pop_back();
                idle_bytes_ -= size;
                count_used(size);
                return block;
            }
            make_room(std::max(limit(), used_bytes_ + size + slack) - size);
        }
        // Counted only once it is there: what the system doesn't have must not raise the limit.
        Block* block = map(size);
        std::lock_guard<std::mutex> lock(mutex_);
        if (block == nullptr) {
            // What waits here may be enough.
            make_room(0);
            block = map(size);
        }
        if (block != nullptr) count_used(size);
        return block;
    }

    void give(Block* block) {
        std::lock_guard<std::mutex> lock(mutex_);
        block->last_used = asked_for_;
        used_bytes_ -= block->size;
        idle_bytes_ += block->size;
        idle_[class_of(block->size)].push_back(block);
        make_room(limit());
    }

private:
    size_t limit() const { return std::max(peak_, last_peak_) + slack; }

    void count_used(size_t bytes) {
        used_bytes_ += bytes;
        peak_ = std::max(peak_, used_bytes_);
    }

    void begin_period_if_due() {
        if (++asked_for_ % period != 0) return;
        last_peak_ = peak_;
        peak_ = used_bytes_;
        for (auto& waiting : idle_)
            while (!waiting.empty() && waiting.front()->last_used + period < asked_for_) drop(waiting);
    }

    // Gives the blocks that have waited longest back to the system, until all together are no more than that.
    void make_room(size_t bytes) {
        while (idle_bytes_ > 0 && used_bytes_ + idle_bytes_ > bytes) {
            std::deque<Block*>* oldest = nullptr;
            for (auto& waiting : idle_)
                if (!waiting.empty() && (oldest == nullptr || waiting.front()->last_used < oldest->front()->last_used)) oldest = &waiting;
            drop(*oldest);
        }
    }

    void drop(std::deque<Block*>& waiting) {
        Block* block = waiting.front();
        waiting.pop_front();
        idle_bytes_ -= block->size;
        if (block->size >= smallest_map)
            ::munmap(block, block->size);
        else
            std::free(block);
    }

    static Block* map(size_t size) {
        if (size < smallest_map) {
            void* memory = nullptr;
            return ::posix_memalign(&memory, alignment, size) == 0 ? new (memory) Block{size, 0} : nullptr;
        }
        void* memory = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (memory == MAP_FAILED) return nullptr;
        // A hint: one fault for 2 MB in place of 512.
        if (size >= huge_page) ::madvise(memory, size, MADV_HUGEPAGE);
        return new (memory) Block{size, 0};
    }

    std::mutex mutex_;
    std::array<std::deque<Block*>, classes> idle_;
    size_t used_bytes_ = 0;
    size_t idle_bytes_ = 0;
    size_t peak_ = 0;
    size_t last_peak_ = 0;
    uint64_t asked_for_ = 0;
};

// Never destroyed: tensors may outlive the process's static objects.
Cache& cache() {
    static Cache* const instance = new Cache;
    return *instance;
}

void release(void* numbers) {
    if (numbers == nullptr) return;
    cache().give(static_cast<Block*>(numbers) - 1);
}

struct CachingAllocator final : c10::Allocator {
    // const before libtorch 2.3, and not after: one of the two overrides.
    c10::DataPtr allocate(size_t bytes) const { return make(bytes); }
    c10::DataPtr allocate(size_t bytes) { return make(bytes); }

    c10::DeleterFnPtr raw_deleter() const override { return &release; }

    // From libtorch 2.2 on.
    void copy_data(void* target, const void* source, std::size_t count) const { std::memcpy(target, source, count); }

private:
    static c10::DataPtr make(size_t bytes) {
        if (bytes == 0) return {nullptr, nullptr, &release, c10::Device(c10::DeviceType::CPU)};
        Block* block = nullptr;
        if (bytes <= std::numeric_limits<ptrdiff_t>::max() - huge_page) {
            block = cache().take(bytes + sizeof(Block));
        }
        TORCH_CHECK(block != nullptr, "not enough memory: ", bytes, " bytes are wanted for a tensor");
        void* numbers = block + 1;
        return {numbers, numbers, &release, c10::Device(c10::DeviceType::CPU)};
    }
};

}  // namespace

// Tensors that are made from now on keep their numbers here.
extern "C" __attribute__((visibility("default"))) void torchlite_cache_memory() {
#ifdef __GLIBC__
    // The small blocks are still malloc's, and a step of a recurrent network has thousands: the end of the heap shall not be
    // given back after each step, nor what libtorch's own work needs.
    ::mallopt(M_TRIM_THRESHOLD, 1 << 30);
    ::mallopt(M_TOP_PAD, 16 << 20);
    ::mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
    static CachingAllocator* const allocator = new CachingAllocator;
    c10::SetCPUAllocator(allocator);
}
