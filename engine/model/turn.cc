#include "engine/model/turn.h"

#include <utility>

namespace tincture::engine {

namespace {

// Which unit a thread renders is the thread's own affair; doors without a parameter (plugins') find it here.
constinit thread_local Turn* current = nullptr;

}  // namespace

Turn* Turn::Current() { return current; }

Turn::Scope::Scope(Turn& turn) : outer_(std::exchange(current, &turn)) {}

Turn::Scope::~Scope() { current = outer_; }

}  // namespace tincture::engine
