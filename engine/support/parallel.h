// Many threads for one loop. They are started for it and gone after it: 20 microseconds each, no pool to pass around.
#pragma once

#include <cstddef>
#include <functional>

namespace tincture::engine {

// How many threads run at a time on this machine; at least 1.
int HardwareJobs();

// `act(0)` to `act(count - 1)`, each once, begun in this order, by up to `jobs` threads of which the caller's is one.
// Returns when all have ended. What `act` throws (memory that has run out) is thrown again then, and begins no more.
void ParallelFor(size_t count, int jobs, const std::function<void(size_t)>& act);

}  // namespace tincture::engine
