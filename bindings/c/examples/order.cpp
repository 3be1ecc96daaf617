// Binance's documented order, signed step by step in C++17: method, target, body and headers as they are sent.
#include <array>
#include <binsign.h>
#include <iostream>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace {

void check(binsign_result result)
{
    if (result != BINSIGN_OK) throw std::runtime_error(binsign_result_name(result));
}

struct Signer {
    Signer(std::string_view api_key, std::string_view secret)
    {
        check(binsign_signer_init(&handle, api_key.data(), api_key.size(), secret.data(), secret.size()));
    }
    ~Signer() { binsign_signer_wipe(&handle); }
    Signer(const Signer &) = delete;
    Signer &operator=(const Signer &) = delete;

    binsign_signer handle;
};

std::string_view part(const binsign_request &request, binsign_part which)
{
    binsign_view view;
    check(binsign_request_view(&request, which, &view));
    return {view.data, view.len};
}

} // namespace

int main()
{
    const Signer signer("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A",
                        "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j");
    std::array<char, 512> buffer;
    std::size_t length;
    binsign_request request;

    // The first error sticks to the request: the last two results say it all.
    binsign_request_init(&request, buffer.data(), buffer.size(), BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"));
    const std::pair<std::string_view, std::string_view> params[] = {
        {"symbol", "LTCBTC"}, {"side", "BUY"},   {"type", "LIMIT"},
        {"timeInForce", "GTC"}, {"quantity", "1"}, {"price", "0.1"},
    };
    for (const auto &[name, value] : params)
        binsign_request_param(&request, name.data(), name.size(), value.data(), value.size());
    binsign_request_recv_window(&request, 5000);
    binsign_request_timestamp(&request, 1499827319559);
    check(binsign_request_authorize(&request));
    check(binsign_request_sign(&request, &signer.handle, &length));

    std::cout << part(request, BINSIGN_PART_METHOD) << ' ' << part(request, BINSIGN_PART_TARGET) << '\n'
              << part(request, BINSIGN_PART_BODY) << '\n';
    binsign_view name, value;
    for (std::size_t index = 0;; ++index) {
        check(binsign_request_header(&request, index, &name, &value));
        if (name.data == nullptr) break;
        std::cout << std::string_view(name.data, name.len) << ": " << std::string_view(value.data, value.len) << '\n';
    }
}
