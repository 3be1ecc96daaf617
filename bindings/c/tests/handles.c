/* Sizes, versions, names, and what is left of a key or a request afterwards. */
#include "common.h"

/* Given by the build, from Cargo.toml. */
#ifndef CARGO_VERSION
#error "CARGO_VERSION is not defined"
#endif

/* Fails to compile where the macros are not the sizes. */
typedef char signer_size_is_true[sizeof(binsign_signer) == BINSIGN_SIGNER_SIZE ? 1 : -1];
typedef char request_size_is_true[sizeof(binsign_request) == BINSIGN_REQUEST_SIZE ? 1 : -1];
typedef char results_have_four_bytes[sizeof(binsign_result) == 4 ? 1 : -1];
typedef char parts_have_four_bytes[sizeof(binsign_part) == 4 ? 1 : -1];

static void the_sizes_are_those_of_the_library(void)
{
    CHECK(sizeof(signer_size_is_true) == 1 && sizeof(request_size_is_true) == 1);
    CHECK(sizeof(results_have_four_bytes) == 1 && sizeof(parts_have_four_bytes) == 1);
    CHECK(binsign_signer_size() == sizeof(binsign_signer));
    CHECK(binsign_request_size() == sizeof(binsign_request));
}

static void the_library_stays_inside_the_handles(void)
{
    struct {
        unsigned char before[64];
        binsign_signer signer;
        unsigned char between[64];
        binsign_request request;
        unsigned char behind[64];
    } memory;
    binsign_call call = order_call();
    char buffer[512];
    size_t written;

    memset(&memory, 0xa5, sizeof memory);
    make_signer(&memory.signer);
    CHECK(binsign_sign(&memory.request, buffer, sizeof buffer, &call, &memory.signer, &written) == BINSIGN_OK);
    binsign_signer_wipe(&memory.signer);
    binsign_request_discard(&memory.request);
    CHECK(all_are(memory.before, 0xa5, 64) && all_are(memory.between, 0xa5, 64) && all_are(memory.behind, 0xa5, 64));
}

static void the_versions_agree(void)
{
    char numbers[64];
    CHECK(strcmp(BINSIGN_VERSION, CARGO_VERSION) == 0);
    CHECK(strcmp(binsign_version(), CARGO_VERSION) == 0);
    sprintf(numbers, "%d.%d.%d", BINSIGN_VERSION_MAJOR, BINSIGN_VERSION_MINOR, BINSIGN_VERSION_PATCH);
    CHECK(strcmp(numbers, CARGO_VERSION) == 0);
}

static void results_have_names_and_messages(void)
{
    char out[BINSIGN_MESSAGE_SIZE];
    size_t written;
    unsigned number, named = 0;

    CHECK(strcmp(binsign_result_name(BINSIGN_OK), "OK") == 0);
    CHECK(strcmp(binsign_result_name(BINSIGN_BUFFER_TOO_SMALL), "BUFFER_TOO_SMALL") == 0);
    CHECK(strcmp(binsign_result_name(BINSIGN_ROUTE_UNKNOWN), "ROUTE_UNKNOWN") == 0);
    for (number = 0; number < 1000; number++) {
        const binsign_result result = (binsign_result)number;
        const int known = strcmp(binsign_result_name(result), "UNKNOWN_RESULT") != 0;
        written = 77;
        CHECK(binsign_result_message(result, out, sizeof out, &written) == BINSIGN_OK);
        CHECK((written > 0) == (known && number != 0));
        named += known != 0;
    }
    CHECK(named > 20);
    CHECK(strcmp(binsign_result_name((binsign_result)0xffffffffu), "UNKNOWN_RESULT") == 0);
    written = 77;
    CHECK(binsign_result_message(BINSIGN_SECRET_MALFORMED, out, 5, &written) == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(written == 77);
}

static void a_signer_keeps_no_text_of_the_secret_and_nothing_when_wiped(void)
{
    binsign_signer *signer = (binsign_signer *)malloc(sizeof *signer);
    size_t start;

    if (signer == NULL) abort();
    memset(signer, 0, sizeof *signer);
    make_signer(signer);
    for (start = 0; start + 8 <= strlen(SECRET); start++)
        CHECK(!holds(signer, sizeof *signer, &SECRET[start], 8));
    CHECK(holds(signer, sizeof *signer, API_KEY, strlen(API_KEY)));
    binsign_signer_wipe(signer);
    CHECK(all_are(signer, 0, sizeof *signer));
    binsign_signer_wipe(signer);
    free(signer);
}

static void a_signer_that_could_not_be_made_is_not_ready(void)
{
    binsign_signer signer;
    binsign_request request;
    char buffer[512];
    size_t written;

    make_signer(&signer);
    CHECK(binsign_signer_init(&signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT("-----BEGIN PRIVATE KEY-----"))
          == BINSIGN_SECRET_IS_PRIVATE_KEY);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_signer_init(&signer, BINSIGN_TEXT("with blank"), BINSIGN_TEXT(SECRET))
          == BINSIGN_API_KEY_MALFORMED);
    CHECK(binsign_signer_init(&signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT("line\n")) == BINSIGN_SECRET_MALFORMED);
}

static void handles_may_be_moved_and_need_no_initialised_memory(void)
{
    /* malloc's memory is undefined to valgrind: a library that looked at it first would be found. */
    binsign_signer *signer = (binsign_signer *)malloc(sizeof *signer);
    binsign_request *request = (binsign_request *)malloc(sizeof *request);
    binsign_request moved;
    binsign_call call = order_call();
    char *buffer = (char *)malloc(512);
    size_t written;

    if (signer == NULL || request == NULL || buffer == NULL) abort();
    make_signer(signer);
    begin_order(request, buffer, 512);
    memcpy(&moved, request, sizeof moved);
    memset(request, 0, sizeof *request);
    CHECK(binsign_request_authorize(&moved) == BINSIGN_OK);
    CHECK(binsign_request_sign(&moved, signer, &written) == BINSIGN_OK);
    CHECK(part_is(&moved, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    CHECK(binsign_sign(request, buffer, 512, &call, signer, &written) == BINSIGN_OK);
    CHECK(part_is(request, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    binsign_signer_wipe(signer);
    free(signer);
    free(request);
    free(buffer);
}

static void discarding_wipes_what_was_not_signed(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view view;
    char buffer[512];
    size_t written;

    make_signer(&signer);
    memset(buffer, 0, sizeof buffer);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(holds(buffer, sizeof buffer, "LTCBTC", 6));
    binsign_request_discard(&request);
    CHECK(all_are(buffer, 0, sizeof buffer));
    CHECK(binsign_request_authorize(&request) == BINSIGN_HANDLE_USED_UP);

    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    binsign_request_discard(&request);
    CHECK(all_are(buffer, 0, sizeof buffer));

    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    binsign_request_discard(&request);
    CHECK(holds(buffer, sizeof buffer, ORDER_SIGNATURE, 64));
    CHECK(binsign_request_view(&request, BINSIGN_PART_TARGET, &view) == BINSIGN_HANDLE_USED_UP);
    binsign_request_discard(&request);
    binsign_signer_wipe(&signer);
}

static void no_refusal_holds_what_must_stay_secret(void)
{
    static const char value[] = "my-private-note\xff";
    binsign_signer signer;
    binsign_request request;
    char buffer[512], out[BINSIGN_MESSAGE_SIZE];
    size_t written;

    make_signer(&signer);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("newClientOrderId"), value, sizeof value - 1)
          == BINSIGN_INVALID_UTF8);
    CHECK(binsign_request_message(&request, out, sizeof out, &written) == BINSIGN_OK);
    CHECK(!holds(out, written, "note", 4) && !holds(out, written, "LTCBTC", 6));
    CHECK(!holds(&request, sizeof request, SECRET, 16) && !holds(&request, sizeof request, "note", 4));
    binsign_signer_wipe(&signer);
}

int main(void)
{
    static const check_test tests[] = {
        {"the sizes are those of the library", the_sizes_are_those_of_the_library},
        {"the library stays inside the handles", the_library_stays_inside_the_handles},
        {"the versions agree", the_versions_agree},
        {"results have names and messages", results_have_names_and_messages},
        {"a signer keeps no text of the secret, and nothing when wiped",
         a_signer_keeps_no_text_of_the_secret_and_nothing_when_wiped},
        {"a signer that could not be made is not ready", a_signer_that_could_not_be_made_is_not_ready},
        {"handles may be moved and need no initialised memory", handles_may_be_moved_and_need_no_initialised_memory},
        {"discarding wipes what was not signed", discarding_wipes_what_was_not_signed},
        {"no refusal holds what must stay secret", no_refusal_holds_what_must_stay_secret},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
