/* A library that was built without Ed25519: the function is there and says so, and HMAC works. */
#include "common.h"
#include "keys.h"

static void a_private_key_is_not_supported(void)
{
    binsign_signer signer;
    binsign_key_type type;

    make_signer(&signer);
    CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_OK && type == BINSIGN_KEY_TYPE_HMAC);
    CHECK(binsign_signer_init_pem(&signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM)) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_HANDLE_USED_UP);
}

static void an_order_is_signed_with_hmac(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_call call = order_call();
    char buffer[512];
    size_t written;

    make_signer(&signer);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    CHECK(refusal_is(&request, binsign_request_message, ""));
    binsign_signer_wipe(&signer);
}

int main(void)
{
    static const check_test tests[] = {
        {"a private key is not supported", a_private_key_is_not_supported},
        {"an order is signed with HMAC", an_order_is_signed_with_hmac},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
