/* Binance's documented order, signed: method, target, body and headers as they are sent. */
#include <binsign.h>
#include <stdio.h>

int main(void)
{
    static const binsign_param query[] = {
        {BINSIGN_TEXT("symbol"), BINSIGN_TEXT("LTCBTC")},   {BINSIGN_TEXT("side"), BINSIGN_TEXT("BUY")},
        {BINSIGN_TEXT("type"), BINSIGN_TEXT("LIMIT")},      {BINSIGN_TEXT("timeInForce"), BINSIGN_TEXT("GTC")},
        {BINSIGN_TEXT("quantity"), BINSIGN_TEXT("1")},      {BINSIGN_TEXT("price"), BINSIGN_TEXT("0.1")},
    };
    const binsign_call call = {
        BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"), query, 6, NULL, 0, 1499827319559u, 5000,
    };
    char buffer[512], message[BINSIGN_MESSAGE_SIZE];
    size_t length, index;
    binsign_signer signer;
    binsign_request request;
    binsign_view method, target, body, name, value;

    binsign_result result = binsign_signer_init(
        &signer, BINSIGN_TEXT("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"),
        BINSIGN_TEXT("NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"));
    if (result != BINSIGN_OK)
        return fprintf(stderr, "no signer: %s\n", binsign_result_name(result)), 1;

    result = binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &length);
    if (result != BINSIGN_OK && binsign_request_message(&request, message, sizeof message, &length) == BINSIGN_OK)
        return fprintf(stderr, "%s: %.*s\n", binsign_result_name(result), (int)length, message), 1;

    if (binsign_request_view(&request, BINSIGN_PART_METHOD, &method) == BINSIGN_OK
        && binsign_request_view(&request, BINSIGN_PART_TARGET, &target) == BINSIGN_OK
        && binsign_request_view(&request, BINSIGN_PART_BODY, &body) == BINSIGN_OK)
        printf("%.*s %.*s\n%.*s\n", (int)method.len, method.data, (int)target.len, target.data, (int)body.len, body.data);
    for (index = 0; binsign_request_header(&request, index, &name, &value) == BINSIGN_OK && name.data; index++)
        printf("%.*s: %.*s\n", (int)name.len, name.data, (int)value.len, value.data);
    binsign_signer_wipe(&signer);
    return 0;
}
