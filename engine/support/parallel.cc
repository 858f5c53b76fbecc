#include "engine/support/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace tincture::engine {

int HardwareJobs() { return static_cast<int>(std::max(1U, std::thread::hardware_concurrency())); }

void ParallelFor(size_t count, int jobs, const std::function<void(size_t)>& act) {
  std::atomic<size_t> next = 0;
  std::mutex mu;
  std::exception_ptr first;
  const auto work = [&] {
    try {
      for (size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) act(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mu);
      if (!first) first = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> helpers;
    const size_t threads = std::min(count, static_cast<size_t>(std::max(jobs, 1)));
    for (size_t i = 1; i < threads; ++i) helpers.emplace_back(work);
    work();
  }
  if (first) std::rethrow_exception(first);
}

}  // namespace tincture::engine
