/* Bad input and wrong use: a clear result, nothing left behind, nothing written that was not promised. */
#include "common.h"

#define CANARY 0x5a

static void a_zeroed_handle_is_not_ready(void)
{
    binsign_signer signer;
    binsign_request request, order;
    binsign_view view, other;
    char buffer[512], out[64];
    size_t written = 77;

    memset(&signer, 0, sizeof signer);
    memset(&request, 0, sizeof request);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("a"), BINSIGN_TEXT("b")) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_recv_window(&request, 5000) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_timestamp(&request, ORDER_TIME) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_body(&request) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_authorize(&request) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_view(&request, BINSIGN_PART_TARGET, &view) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_copy(&request, BINSIGN_PART_TARGET, out, sizeof out, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_header(&request, 0, &view, &other) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_message(&request, out, sizeof out, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_clause(&request, out, sizeof out, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_rule(&request, out, sizeof out, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_param_name(&request, out, sizeof out, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_needed(&request, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(written == 77);
    binsign_request_discard(&request);
    binsign_signer_wipe(&signer);

    /* A signer that is not ready refuses the request for good, and the request is wiped. */
    begin_order(&order, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&order) == BINSIGN_OK);
    CHECK(binsign_request_sign(&order, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(written == 77 && !holds(buffer, sizeof buffer, "LTCBTC", 6));
    make_signer(&signer);
    CHECK(binsign_request_sign(&order, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    binsign_signer_wipe(&signer);
}

static void a_request_is_no_signer(void)
{
    union {
        binsign_signer signer;
        binsign_request request;
    } both;
    binsign_request order;
    char buffer[512], other[512];
    size_t written;

    memset(&both, 0, sizeof both);
    begin_order(&both.request, other, sizeof other);
    begin_order(&order, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&order) == BINSIGN_OK);
    CHECK(binsign_request_sign(&order, &both.signer, &written) == BINSIGN_HANDLE_USED_UP);
}

static void null_is_refused_everywhere(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view view;
    binsign_call call = order_call();
    char buffer[512], out[64];
    size_t written = 77;

    CHECK(binsign_signer_init(NULL, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(SECRET)) == BINSIGN_NULL_POINTER);
    CHECK(binsign_signer_init(&signer, NULL, 64, BINSIGN_TEXT(SECRET)) == BINSIGN_NULL_POINTER);
    CHECK(binsign_signer_init(&signer, BINSIGN_TEXT(API_KEY), NULL, 64) == BINSIGN_NULL_POINTER);
    /* NULL with length 0 is empty text. */
    CHECK(binsign_signer_init(&signer, NULL, 0, BINSIGN_TEXT(SECRET)) == BINSIGN_API_KEY_MALFORMED);
    CHECK(binsign_signer_init(&signer, BINSIGN_TEXT(API_KEY), NULL, 0) == BINSIGN_SECRET_MALFORMED);
    binsign_signer_wipe(NULL);
    binsign_request_discard(NULL);

    CHECK(binsign_request_init(NULL, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/")) == 101);
    CHECK(binsign_request_init(&request, NULL, 64, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/")) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, NULL, 3, BINSIGN_TEXT("/")) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), NULL, 1) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, NULL, 0, BINSIGN_TEXT("/")) == BINSIGN_METHOD_UNKNOWN);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), NULL, 0)
          == BINSIGN_PATH_MALFORMED);
    CHECK(binsign_request_param(NULL, BINSIGN_TEXT("a"), BINSIGN_TEXT("b")) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_recv_window(NULL, 1) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_timestamp(NULL, ORDER_TIME) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_body(NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_authorize(NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_sign(NULL, &signer, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_view(NULL, BINSIGN_PART_TARGET, &view) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_copy(NULL, BINSIGN_PART_TARGET, out, sizeof out, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_header(NULL, 0, &view, &view) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_message(NULL, out, sizeof out, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_clause(NULL, out, sizeof out, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_rule(NULL, out, sizeof out, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_param_name(NULL, out, sizeof out, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_needed(NULL, &written) == BINSIGN_NULL_POINTER);

    make_signer(&signer);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_param(&request, NULL, 1, BINSIGN_TEXT("b")) == BINSIGN_NULL_POINTER);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("a"), NULL, 1) == BINSIGN_NULL_POINTER);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_param(&request, NULL, 0, BINSIGN_TEXT("b")) == BINSIGN_PARAMETER_NAME_INVALID);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("a"), NULL, 0) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, NULL, &written) == BINSIGN_NULL_POINTER);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, NULL) == BINSIGN_NULL_POINTER);

    CHECK(binsign_sign(NULL, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, NULL, &signer, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_authorize(&request) == BINSIGN_NULL_POINTER);
    CHECK(binsign_sign(&request, NULL, 512, &call, &signer, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, NULL, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, NULL) == BINSIGN_NULL_POINTER);
    call.query = NULL;
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_NULL_POINTER);
    CHECK(written == 77);

    call = order_call();
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    CHECK(binsign_request_view(&request, BINSIGN_PART_TARGET, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_copy(&request, BINSIGN_PART_TARGET, NULL, 512, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_copy(&request, BINSIGN_PART_TARGET, out, sizeof out, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_copy(&request, BINSIGN_PART_BODY, NULL, 0, &written) == BINSIGN_OK && written == 0);
    CHECK(binsign_request_header(&request, 0, NULL, &view) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_header(&request, 0, &view, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_needed(&request, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_result_message(BINSIGN_INTERNAL, NULL, 0, &written) == BINSIGN_NULL_POINTER);
    CHECK(binsign_result_message(BINSIGN_INTERNAL, out, sizeof out, NULL) == BINSIGN_NULL_POINTER);
    binsign_signer_wipe(&signer);
}

static void bytes_that_are_no_utf8_are_refused(void)
{
    /* A lone continuation byte, an over-long form, a surrogate, a cut sequence, a byte that never occurs. */
    static const char *const bad[] = {"\x80", "\xc0\xaf", "\xed\xa0\x80", "\xe2\x82", "\xff"};
    binsign_signer signer;
    binsign_request request;
    char buffer[512];
    size_t index;

    for (index = 0; index < sizeof bad / sizeof bad[0]; index++) {
        const size_t len = strlen(bad[index]);
        CHECK(binsign_signer_init(&signer, bad[index], len, BINSIGN_TEXT(SECRET)) == BINSIGN_INVALID_UTF8);
        CHECK(binsign_signer_init(&signer, BINSIGN_TEXT(API_KEY), bad[index], len) == BINSIGN_SECRET_MALFORMED);
        CHECK(binsign_request_init(&request, buffer, sizeof buffer, bad[index], len, BINSIGN_TEXT("/api/v3/order"))
              == BINSIGN_INVALID_UTF8);
        CHECK(refusal_is(&request, binsign_request_param_name, "method"));
        CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), bad[index], len)
              == BINSIGN_INVALID_UTF8);
        begin_order(&request, buffer, sizeof buffer);
        CHECK(binsign_request_param(&request, bad[index], len, BINSIGN_TEXT("x")) == BINSIGN_INVALID_UTF8);
        CHECK(refusal_is(&request, binsign_request_param_name, ""));
        begin_order(&request, buffer, sizeof buffer);
        CHECK(binsign_request_param(&request, BINSIGN_TEXT("newClientOrderId"), bad[index], len)
              == BINSIGN_INVALID_UTF8);
        CHECK(refusal_is(&request, binsign_request_param_name, "newClientOrderId"));
        CHECK(binsign_request_authorize(&request) == BINSIGN_INVALID_UTF8);
    }
}

static void impossible_lengths_are_refused_unread(void)
{
    const size_t huge = (size_t)-1;
    binsign_signer signer;
    binsign_request request;
    binsign_call call = order_call();
    char buffer[512];
    size_t written;

    CHECK(binsign_signer_init(&signer, API_KEY, huge, BINSIGN_TEXT(SECRET)) == BINSIGN_REQUEST_TOO_LONG);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), "/", huge)
          == BINSIGN_REQUEST_TOO_LONG);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("a"), "b", huge) == BINSIGN_REQUEST_TOO_LONG);
    make_signer(&signer);
    call.query_len = huge / 2;
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_REQUEST_TOO_LONG);
    binsign_signer_wipe(&signer);
}

static void the_first_error_sticks(void)
{
    binsign_signer signer;
    binsign_request request;
    char buffer[512];
    size_t written = 77;

    make_signer(&signer);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("symbol"), BINSIGN_TEXT("X")) == BINSIGN_PARAMETER_TWICE);
    CHECK(!holds(buffer, sizeof buffer, "LTCBTC", 6));
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("icebergQty"), BINSIGN_TEXT("1")) == BINSIGN_PARAMETER_TWICE);
    CHECK(binsign_request_body(&request) == BINSIGN_PARAMETER_TWICE);
    CHECK(binsign_request_authorize(&request) == BINSIGN_PARAMETER_TWICE);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_PARAMETER_TWICE);
    CHECK(written == 77);
    CHECK(refusal_is(&request, binsign_request_message,
                     "parameter 9 `symbol` is there already, in the query or in the body; give it once"));
    CHECK(refusal_is(&request, binsign_request_param_name, "symbol"));
    CHECK(refusal_is(&request, binsign_request_clause, ""));
    CHECK(refusal_is(&request, binsign_request_rule, ""));
    binsign_signer_wipe(&signer);
}

static void the_order_of_the_steps_is_kept(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view view;
    char buffer[512];
    size_t written = 77;

    make_signer(&signer);
    /* Unsigned, there is nothing to read. */
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_view(&request, BINSIGN_PART_PAYLOAD, &view) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_header(&request, 0, &view, &view) == BINSIGN_HANDLE_USED_UP);
    /* Without a verdict nothing is signed, and it is too late then. */
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_authorize(&request) == BINSIGN_HANDLE_USED_UP);
    CHECK(!holds(buffer, sizeof buffer, "LTCBTC", 6));

    /* With a verdict nothing can be added: what was meant is not what would be signed. */
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_view(&request, BINSIGN_PART_TARGET, &view) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("stopPrice"), BINSIGN_TEXT("1")) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_HANDLE_USED_UP);
    CHECK(written == 77);

    /* What is signed stays as it is. */
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("stopPrice"), BINSIGN_TEXT("1")) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_timestamp(&request, ORDER_TIME) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_body(&request) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_authorize(&request) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    binsign_signer_wipe(&signer);
}

static void a_small_buffer_is_told_its_size_and_left_empty(void)
{
    const size_t needed = strlen("/api/v3/order?" ORDER_PAYLOAD "&signature=" ORDER_SIGNATURE);
    binsign_signer signer;
    binsign_request request;
    binsign_call call = order_call();
    size_t capacity, told, written = 77;
    char message[BINSIGN_MESSAGE_SIZE];

    make_signer(&signer);
    for (capacity = 0; capacity < needed; capacity++) {
        /* Memory of exactly that size: valgrind and the sanitizers see a byte too far. */
        char *buffer = (char *)malloc(capacity + 1);
        if (buffer == NULL) abort();
        memset(buffer, CANARY, capacity + 1);
        CHECK(binsign_sign(&request, buffer, capacity, &call, &signer, &written) == BINSIGN_BUFFER_TOO_SMALL);
        told = 0;
        CHECK(binsign_request_needed(&request, &told) == BINSIGN_OK && told == needed);
        CHECK(!holds(buffer, capacity, "/", 1) && !holds(buffer, capacity, "=", 1) && written == 77);
        CHECK(buffer[capacity] == CANARY);
        free(buffer);
    }
    sprintf(message, "the buffer is too small; bytes needed: %lu", (unsigned long)needed);
    CHECK(refusal_is(&request, binsign_request_message, message));
    {
        char *buffer = (char *)malloc(needed);
        if (buffer == NULL) abort();
        CHECK(binsign_sign(&request, buffer, needed, &call, &signer, &written) == BINSIGN_OK && written == needed);
        CHECK(binsign_request_needed(&request, &told) == BINSIGN_OK && told == 0);
        free(buffer);
    }
    /* No buffer at all is a way to ask for the size. */
    CHECK(binsign_sign(&request, NULL, 0, &call, &signer, &written) == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(binsign_request_needed(&request, &told) == BINSIGN_OK && told == needed);
    binsign_signer_wipe(&signer);
}

static void copies_are_all_or_nothing(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_call call = order_call();
    char buffer[512], out[64];
    size_t written = 77;

    make_signer(&signer);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    memset(out, CANARY, sizeof out);
    written = 77;
    CHECK(binsign_request_copy(&request, BINSIGN_PART_SIGNATURE, out, 63, &written) == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(written == 77 && all_are(out, CANARY, sizeof out));
    CHECK(binsign_request_copy(&request, BINSIGN_PART_METHOD, out, 4, &written) == BINSIGN_OK && written == 4);
    CHECK(memcmp(out, "POST", 4) == 0 && all_are(out + 4, CANARY, sizeof out - 4));
    CHECK(binsign_request_copy(&request, (binsign_part)0, out, sizeof out, &written) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_request_copy(&request, (binsign_part)13, out, sizeof out, &written) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_request_copy(&request, (binsign_part)0xffffffffu, out, sizeof out, &written) == BINSIGN_UNSUPPORTED);
    CHECK(written == 4);
    binsign_signer_wipe(&signer);
}

static void a_denial_says_why(void)
{
    binsign_request request;
    char buffer[256];

    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("PUT"), BINSIGN_TEXT("/api/v3/order"))
          == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_ROUTE_UNKNOWN);
    CHECK(refusal_is(&request, binsign_request_clause, "F 13"));
    CHECK(refusal_is(&request, binsign_request_rule, "documented-routes"));
    CHECK(refusal_is(&request, binsign_request_param_name, ""));
    CHECK(refusal_is(&request, binsign_request_message,
                     "the catalogue has this path with GET, POST, DELETE only; use one of these"));
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/nothing"))
          == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_ROUTE_UNKNOWN);
    CHECK(!holds(buffer, sizeof buffer, "nothing", 7));
}

int main(void)
{
    static const check_test tests[] = {
        {"a zeroed handle is not ready", a_zeroed_handle_is_not_ready},
        {"a request is no signer", a_request_is_no_signer},
        {"NULL is refused everywhere", null_is_refused_everywhere},
        {"bytes that are no UTF-8 are refused", bytes_that_are_no_utf8_are_refused},
        {"impossible lengths are refused unread", impossible_lengths_are_refused_unread},
        {"the first error sticks", the_first_error_sticks},
        {"the order of the steps is kept", the_order_of_the_steps_is_kept},
        {"a small buffer is told its size and left empty", a_small_buffer_is_told_its_size_and_left_empty},
        {"copies are all or nothing", copies_are_all_or_nothing},
        {"a denial says why", a_denial_says_why},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
