/* binsign through C: the call as a user writes it, from parameters to the target of the request. */
#include <binsign.h>

#include "protocol.h"

static const binsign_param ORDER[] = {
    {BINSIGN_TEXT("symbol"), BINSIGN_TEXT("LTCBTC")},   {BINSIGN_TEXT("side"), BINSIGN_TEXT("BUY")},
    {BINSIGN_TEXT("type"), BINSIGN_TEXT("LIMIT")},      {BINSIGN_TEXT("timeInForce"), BINSIGN_TEXT("GTC")},
    {BINSIGN_TEXT("quantity"), BINSIGN_TEXT("1")},      {BINSIGN_TEXT("price"), BINSIGN_TEXT("0.1")},
};

static const binsign_call CALL = {
    BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"), ORDER, 6, NULL, 0, 1499827319559u, 5000,
};
static const binsign_call PUBLISHED_HMAC = {
    BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"), NULL, 0, NULL, 0, 1578963600000u, 0,
};
static const binsign_call PUBLISHED_ED25519 = {
    BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"), NULL, 0, NULL, 0, 1736393892000u, 0,
};

static binsign_signer hmac, ed25519;

static int sign(const binsign_signer *signer, const binsign_call *call, char *answer, size_t size)
{
    char buffer[REQUEST_SIZE];
    size_t length;
    binsign_request request;
    binsign_view payload, signature;
    if (binsign_sign(&request, buffer, sizeof buffer, call, signer, &length) != BINSIGN_OK
        || binsign_request_view(&request, BINSIGN_PART_PAYLOAD, &payload) != BINSIGN_OK
        || binsign_request_view(&request, BINSIGN_PART_SIGNATURE, &signature) != BINSIGN_OK)
        return 0;
    snprintf(answer, size, "%.*s %.*s", (int)payload.len, payload.data, (int)signature.len, signature.data);
    return 1;
}

static void repeat(const binsign_signer *signer, long count)
{
    static char buffer[REQUEST_SIZE];
    while (count-- > 0) {
        const binsign_call *call = &CALL;
        size_t length;
        binsign_request request;
        binsign_view target;
        __asm__ volatile("" : "+r"(call));
        if (binsign_sign(&request, buffer, sizeof buffer, call, signer, &length) != BINSIGN_OK
            || binsign_request_view(&request, BINSIGN_PART_TARGET, &target) != BINSIGN_OK)
            fail("binsign_sign");
        __asm__ volatile("" : : "r"(target.data) : "memory");
    }
}

static int sign_hmac(int published, char *answer, size_t size)
{
    return sign(&hmac, published ? &PUBLISHED_HMAC : &CALL, answer, size);
}

static int sign_ed25519(int published, char *answer, size_t size)
{
    return sign(&ed25519, published ? &PUBLISHED_ED25519 : &CALL, answer, size);
}

static void repeat_hmac(long count) { repeat(&hmac, count); }

static void repeat_ed25519(long count) { repeat(&ed25519, count); }

int main(void)
{
    static const contestant all[] = {
        {"hmac", sign_hmac, repeat_hmac},
        {"ed25519", sign_ed25519, repeat_ed25519},
    };
    if (binsign_signer_init(&hmac, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(SECRET)) != BINSIGN_OK
        || binsign_signer_init_pem(&ed25519, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM)) != BINSIGN_OK)
        fail("the key");
    return serve(all, sizeof all / sizeof *all, NULL);
}
