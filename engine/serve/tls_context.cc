// Asio, OpenSSL. Compiles in 4 s.
#include "engine/serve/tls_context.h"

#include <openssl/ssl.h>

#include <boost/asio/buffer.hpp>
#include <string>

namespace tincture::engine {

namespace {

namespace asio = boost::asio;
using Context = asio::ssl::context;

Error Unusable(const std::string& what, const std::string& path, const std::string& why, std::string hint) {
  return Error{.kind = "OpenSSL::OpenSSLError",
               .message = what + " cannot be used: " + why + ".",
               .hint = std::move(hint),
               .where = {.path = path}};
}

}  // namespace

Result<std::shared_ptr<Context>> TlsContext(const TlsFiles& files) {
  // Else OpenSSL would read its settings from the machine.
  OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
  auto context = std::make_shared<Context>(Context::tls_server);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  boost::system::error_code error;
  context->use_certificate_chain(asio::buffer(files.certificate), error);
  if (error) {
    return Unusable("The certificate", files.certificate_path, error.message(),
                    "--ssl-cert names a file with an X.509 certificate: '-----BEGIN CERTIFICATE-----' and so on.");
  }
  // Nobody sits at the terminal of a server to type it.
  context->set_password_callback([](size_t, Context::password_purpose) { return std::string(); }, error);
  context->use_private_key(asio::buffer(files.key), Context::pem, error);
  if (error) {
    return Unusable("The private key", files.key_path, error.message(),
                    "--ssl-key names a file with the key of that certificate, without a passphrase: "
                    "'-----BEGIN PRIVATE KEY-----' and so on.");
  }
  return context;
}

}  // namespace tincture::engine
