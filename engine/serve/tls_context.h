// What a certificate and its key make of a connection. Heavy (Asio, OpenSSL): for server.cc alone.
#pragma once

#include <boost/asio/ssl/context.hpp>
#include <memory>

#include "engine/serve/server.h"
#include "liquid/support/status.h"

namespace tincture::engine {

// TLS 1.2 and later. Error: names the file that cannot be used.
Result<std::shared_ptr<boost::asio::ssl::context>> TlsContext(const TlsFiles& files);

}  // namespace tincture::engine
