/* A product in C: the order of Binance's documented example, signed without heap, and the request that is to be sent. */

#include <binsign.h>

#include "board.h"

/* A device reads these from protected storage; here they are Binance's published example. */
static const char API_KEY[] = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A";
static const char SECRET[] = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j";

/* The signer outlives the requests; it holds the secret absorbed, not as text. */
static binsign_signer signer;
static binsign_request request;
static char buffer[512];

static binsign_result order(uint64_t now_ms)
{
    /* After the first error the request stays refused, so the last two results tell everything. */
    binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"));
    binsign_request_param(&request, BINSIGN_TEXT("symbol"), BINSIGN_TEXT("LTCBTC"));
    binsign_request_param(&request, BINSIGN_TEXT("side"), BINSIGN_TEXT("BUY"));
    binsign_request_param(&request, BINSIGN_TEXT("type"), BINSIGN_TEXT("LIMIT"));
    binsign_request_param(&request, BINSIGN_TEXT("timeInForce"), BINSIGN_TEXT("GTC"));
    binsign_request_param(&request, BINSIGN_TEXT("quantity"), BINSIGN_TEXT("1"));
    binsign_request_param(&request, BINSIGN_TEXT("price"), BINSIGN_TEXT("0.1"));
    binsign_request_recv_window(&request, 5000);
    binsign_request_timestamp(&request, now_ms);

    binsign_result result = binsign_request_authorize(&request);
    size_t written;
    return result == BINSIGN_OK ? binsign_request_sign(&request, &signer, &written) : result;
}

/* "Sends" the request: line by line to the console. */
static binsign_result send(void)
{
    static const binsign_part LINE[] = {BINSIGN_PART_METHOD, BINSIGN_PART_TARGET, BINSIGN_PART_BODY};
    binsign_view name, value;
    binsign_result result;

    for (size_t i = 0; i < sizeof LINE / sizeof LINE[0]; i++) {
        if ((result = binsign_request_view(&request, LINE[i], &value)) != BINSIGN_OK) {
            return result;
        }
        board_print(value.data, value.len);
        board_print("\n", 1);
    }
    for (size_t i = 0; (result = binsign_request_header(&request, i, &name, &value)) == BINSIGN_OK && name.data; i++) {
        board_print(name.data, name.len);
        board_print(": ", 2);
        board_print(value.data, value.len);
        board_print("\n", 1);
    }
    return result;
}

int main(void)
{
    binsign_result result = binsign_signer_init(&signer, API_KEY, sizeof API_KEY - 1, SECRET, sizeof SECRET - 1);
    if (result == BINSIGN_OK) {
        result = order(1499827319559);
    }
    if (result == BINSIGN_OK) {
        result = send();
    }
    binsign_signer_wipe(&signer);
    return result == BINSIGN_OK ? 0 : 1;
}
