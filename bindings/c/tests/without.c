/* A library that was built for REST with HMAC alone: the other functions are there and say so, and signers are small. */
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
    CHECK(binsign_signer_init_pem_encrypted(&signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM), NULL, 0)
          == BINSIGN_UNSUPPORTED);
    CHECK(sizeof signer == 512 && BINSIGN_SIGNER_SIZE == 512 && binsign_signer_size() == 512);
}

static void other_transports_are_not_supported(void)
{
    binsign_fix_logon logon = BINSIGN_FIX_LOGON_USUAL;
    binsign_request request;
    char buffer[512], out[24];
    size_t written = 7;

    CHECK(binsign_request_init_ws_api(&request, buffer, sizeof buffer, BINSIGN_TEXT("spot"), BINSIGN_TEXT("ping"),
                                      BINSIGN_TEXT("1"))
          == BINSIGN_UNSUPPORTED);
    CHECK(binsign_request_authorize(&request) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_request_init_sapi_wss(&request, buffer, sizeof buffer) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_request_init_fix_logon(&request, buffer, sizeof buffer, &logon) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_sending_time_ms(1719487045223u, out, sizeof out, &written) == BINSIGN_UNSUPPORTED && written == 7);
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
        {"other transports are not supported", other_transports_are_not_supported},
        {"an order is signed with HMAC", an_order_is_signed_with_hmac},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
