// A vector whose first N items stand in the object itself: for the short lists that parsing and evaluation make by the
// thousand. Items are trivially copyable. Converts to a span, which the next change makes invalid.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <type_traits>

namespace tincture::compat::sass {

template <class T, size_t N>
class SmallVector {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  SmallVector() = default;
  SmallVector(const SmallVector&) = delete;
  SmallVector& operator=(const SmallVector&) = delete;

  // `item` may be one of its own.
  void push_back(const T& item) {
    const T copy = item;
    if (size_ == capacity_) Grow(size_ + 1);
    new (data_ + size_++) T(copy);
  }
  // Items of its own may not be among them.
  void append(std::span<const T> items) {
    if (items.empty()) return;
    if (capacity_ - size_ < items.size()) Grow(size_ + items.size());
    std::memcpy(static_cast<void*>(data_ + size_), items.data(), items.size_bytes());
    size_ += items.size();
  }
  void insert_front(const T& item) {
    push_back(item);
    for (size_t i = size_ - 1; i > 0; --i) data_[i] = data_[i - 1];
    data_[0] = item;
  }
  void erase_front() {
    for (size_t i = 1; i < size_; ++i) data_[i - 1] = data_[i];
    --size_;
  }
  void assign(std::span<const T> items) {
    size_ = 0;
    append(items);
  }
  void resize(size_t size) {
    while (size_ < size) push_back(T());
    size_ = size;
  }
  void pop_back() { --size_; }
  void clear() { size_ = 0; }

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](size_t i) { return data_[i]; }
  const T& operator[](size_t i) const { return data_[i]; }
  T& front() { return data_[0]; }
  const T& front() const { return data_[0]; }
  T& back() { return data_[size_ - 1]; }
  const T& back() const { return data_[size_ - 1]; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }
  operator std::span<const T>() const { return {data_, size_}; }
  std::span<const T> span() const { return {data_, size_}; }

 private:
  static constexpr size_t kItem = sizeof(T);  // NOLINT(bugprone-sizeof-expression): pointers may be items

  void Grow(size_t least) {
    size_t capacity = capacity_ * 2;
    if (capacity < least) capacity = least;
    std::unique_ptr<std::byte[]> grown(new std::byte[capacity * kItem]);
    if (size_ > 0) std::memcpy(grown.get(), static_cast<const void*>(data_), size_ * kItem);
    heap_ = std::move(grown);
    data_ = reinterpret_cast<T*>(heap_.get());
    capacity_ = capacity;
  }

  T* data_ = reinterpret_cast<T*>(inline_);
  size_t size_ = 0;
  size_t capacity_ = N;
  std::unique_ptr<std::byte[]> heap_;
  alignas(T) std::byte inline_[N * kItem];
};

}  // namespace tincture::compat::sass
