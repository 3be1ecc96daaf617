/* What is signed, and how it is read: against Binance's published examples. */
#include "common.h"

static void the_documented_order_step_by_step(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view target, name, value;
    char buffer[512];
    size_t written = 0;

    make_signer(&signer);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, ORDER_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_FAMILY, "spot"));
    CHECK(part_is(&request, BINSIGN_PART_SECURITY_TYPE, "TRADE"));
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);

    CHECK(part_is(&request, BINSIGN_PART_METHOD, "POST"));
    CHECK(part_is(&request, BINSIGN_PART_TARGET, "/api/v3/order?" ORDER_PAYLOAD "&signature=" ORDER_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_QUERY, ORDER_PAYLOAD "&signature=" ORDER_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_BODY, ""));
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, ORDER_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, API_KEY));
    CHECK(part_is(&request, BINSIGN_PART_CONTENT_TYPE, NULL));
    CHECK(part_is(&request, BINSIGN_PART_FAMILY, "spot"));
    CHECK(part_is(&request, BINSIGN_PART_SECURITY_TYPE, "TRADE"));

    CHECK(binsign_request_header(&request, 0, &name, &value) == BINSIGN_OK);
    CHECK(view_is(name, "X-MBX-APIKEY") && view_is(value, API_KEY));
    CHECK(binsign_request_header(&request, 1, &name, &value) == BINSIGN_OK);
    CHECK(view_is(name, NULL) && view_is(value, NULL));

    /* A view lies in the caller's buffer, and `written` is what the request takes of it. */
    CHECK(binsign_request_view(&request, BINSIGN_PART_TARGET, &target) == BINSIGN_OK);
    CHECK(target.data == buffer && target.len == written);
    CHECK(refusal_is(&request, binsign_request_message, ""));
    binsign_signer_wipe(&signer);
}

static void the_documented_order_with_a_body(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view body, name, value;
    binsign_call call = order_call();
    char buffer[512];
    size_t written = 0;

    make_signer(&signer);
    call.query_len = 4;
    call.body = ORDER + 4;
    call.body_len = 2;
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_QUERY, "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC"));
    CHECK(part_is(&request, BINSIGN_PART_BODY,
                  "quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559&signature=" MIXED_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, MIXED_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_CONTENT_TYPE, "application/x-www-form-urlencoded"));
    CHECK(binsign_request_header(&request, 1, &name, &value) == BINSIGN_OK);
    CHECK(view_is(name, "Content-Type") && view_is(value, "application/x-www-form-urlencoded"));
    CHECK(binsign_request_view(&request, BINSIGN_PART_BODY, &body) == BINSIGN_OK);
    CHECK(body.data + body.len == buffer + written);
    binsign_signer_wipe(&signer);
}

static void the_documented_order_in_full_width_digits(void)
{
    /* U+FF11 to U+FF16; the signature is from the examples. */
    static const char symbol[] = "\xef\xbc\x91\xef\xbc\x92\xef\xbc\x93\xef\xbc\x94\xef\xbc\x95\xef\xbc\x96";
    binsign_signer signer;
    binsign_request request;
    binsign_call call = order_call();
    binsign_param params[6];
    char buffer[512];
    size_t written;

    make_signer(&signer);
    memcpy(params, ORDER, sizeof params);
    params[0].value = symbol;
    params[0].value_len = sizeof symbol - 1;
    call.query = params;
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE,
                  "e1353ec6b14d888f1164ae9af8228a3dbd508bc82eb867db8ab6046442f33ef3"));
    binsign_signer_wipe(&signer);
}

static void one_call_and_the_steps_give_the_same_bytes(void)
{
    binsign_signer signer;
    binsign_request steps, call_request;
    binsign_call call = order_call();
    char first[512], second[512];
    size_t first_written = 0, second_written = 0;

    make_signer(&signer);
    begin_order(&steps, first, sizeof first);
    CHECK(binsign_request_authorize(&steps) == BINSIGN_OK);
    CHECK(binsign_request_sign(&steps, &signer, &first_written) == BINSIGN_OK);
    CHECK(binsign_sign(&call_request, second, sizeof second, &call, &signer, &second_written) == BINSIGN_OK);
    CHECK(first_written == second_written && memcmp(first, second, first_written) == 0);
    binsign_signer_wipe(&signer);
}

static void routes_that_need_no_signature_get_none(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view name, value;
    char buffer[128];
    size_t written = 0;

    make_signer(&signer);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/time"))
          == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, NULL));
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(written == strlen("/api/v3/time"));
    CHECK(part_is(&request, BINSIGN_PART_TARGET, "/api/v3/time"));
    CHECK(part_is(&request, BINSIGN_PART_QUERY, ""));
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, NULL));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, NULL));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, NULL));
    CHECK(part_is(&request, BINSIGN_PART_SECURITY_TYPE, "NONE"));
    CHECK(binsign_request_header(&request, 0, &name, &value) == BINSIGN_OK);
    CHECK(view_is(name, NULL));

    /* Market data wants the key and no signature. */
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"),
                               BINSIGN_TEXT("/fapi/v1/historicalTrades"))
          == BINSIGN_OK);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("symbol"), BINSIGN_TEXT("BTCUSDT")) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TARGET, "/fapi/v1/historicalTrades?symbol=BTCUSDT"));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, NULL));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, API_KEY));
    CHECK(part_is(&request, BINSIGN_PART_FAMILY, "futures-um"));
    binsign_signer_wipe(&signer);
}

static void a_signer_signs_many_requests(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_call call = order_call();
    char buffer[512];
    size_t written;
    int round;

    make_signer(&signer);
    for (round = 0; round < 100; round++) {
        CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
        CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    }
    binsign_signer_wipe(&signer);
}

static void windows_and_times_may_be_text(void)
{
    binsign_signer signer;
    binsign_request request;
    char buffer[512];
    size_t written;

    /* Spot takes decimals in the window and microseconds in the timestamp. */
    make_signer(&signer);
    binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"));
    binsign_request_param(&request, BINSIGN_TEXT("recvWindow"), BINSIGN_TEXT("6000.346"));
    binsign_request_timestamp_us(&request, 1499827319559000u);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, "recvWindow=6000.346&timestamp=1499827319559000"));
    binsign_signer_wipe(&signer);
}

static void the_limit_is_reached_and_not_passed(void)
{
    /* The longest value that fits into BINSIGN_MAX_REQUEST, and one byte more. */
    const size_t frame = strlen("/api/v3/account?symbols=&signature=") + 64;
    const size_t longest = BINSIGN_MAX_REQUEST - frame;
    binsign_signer signer;
    binsign_request request;
    char *buffer = (char *)malloc(BINSIGN_MAX_REQUEST + 1);
    char *value = (char *)malloc(longest + 1);
    binsign_param param = {BINSIGN_TEXT("symbols"), NULL, 0};
    binsign_call call = {BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"), &param, 1, NULL, 0, 0, 0};
    size_t written = 0;

    if (buffer == NULL || value == NULL) abort();
    make_signer(&signer);
    memset(value, 'x', longest + 1);
    param.value = value;
    param.value_len = longest;
    call.query = &param;
    CHECK(binsign_sign(&request, buffer, BINSIGN_MAX_REQUEST + 1, &call, &signer, &written) == BINSIGN_OK);
    CHECK(written == BINSIGN_MAX_REQUEST);
    param.value_len = longest + 1;
    CHECK(binsign_sign(&request, buffer, BINSIGN_MAX_REQUEST + 1, &call, &signer, &written)
          == BINSIGN_REQUEST_TOO_LONG);
    free(buffer);
    free(value);
    binsign_signer_wipe(&signer);
}

int main(void)
{
    static const check_test tests[] = {
        {"the documented order, step by step", the_documented_order_step_by_step},
        {"the documented order with a body", the_documented_order_with_a_body},
        {"the documented order in full-width digits", the_documented_order_in_full_width_digits},
        {"one call and the steps give the same bytes", one_call_and_the_steps_give_the_same_bytes},
        {"routes that need no signature get none", routes_that_need_no_signature_get_none},
        {"a signer signs many requests", a_signer_signs_many_requests},
        {"windows and times may be text", windows_and_times_may_be_text},
        {"the limit is reached and not passed", the_limit_is_reached_and_not_passed},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
