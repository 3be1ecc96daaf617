/* Keys that are elsewhere: payload out, signature in. */
#include "common.h"
#include "keys.h"
#include "rsa_keys.h"

/* The public half of the key that Binance published in the tests of its Java connector, as OpenSSL makes it of the
 * private one. */
#define JAVA_PUBLIC \
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAfriCDVI7O8lQGC+0hKgXYJZcIUVhWiIt8F7EZwroEvs=\n-----END PUBLIC KEY-----\n"
#define JAVA_SIGNATURE "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw=="
#define JAVA_TIME 1736393892000u

/* The bytes of a published signature, which is text. */
static size_t bytes_of(const char *text, unsigned char *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned long bits = 0;
    size_t len = 0, count = 0;

    for (; *text != '\0' && *text != '='; text++) {
        bits = bits << 6 | (unsigned long)(strchr(digits, *text) - digits);
        if (++count % 4 != 1) out[len++] = (unsigned char)(bits >> (6 - 2 * ((count - 1) % 4)));
    }
    return len;
}

static void begin_account(binsign_request *request, char *buffer, size_t capacity)
{
    CHECK(binsign_request_init(request, buffer, capacity, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"))
          == BINSIGN_OK);
    CHECK(binsign_request_timestamp(request, JAVA_TIME) == BINSIGN_OK);
    CHECK(binsign_request_authorize(request) == BINSIGN_OK);
}

static void make_external(binsign_external_key *key, binsign_key_type type)
{
    CHECK(binsign_external_key_init(key, BINSIGN_TEXT(API_KEY), type) == BINSIGN_OK);
}

static void the_documented_order_with_hmac_elsewhere(void)
{
    binsign_external_key key;
    binsign_request request;
    unsigned char signature[32];
    char buffer[512];
    size_t written = 0, index;

    for (index = 0; index < 32; index++) {
        unsigned byte;
        if (sscanf(ORDER_SIGNATURE + 2 * index, "%2x", &byte) != 1) abort();
        signature[index] = (unsigned char)byte;
    }
    make_external(&key, BINSIGN_KEY_TYPE_HMAC);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, ORDER_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_FAMILY, "spot") && part_is(&request, BINSIGN_PART_TRANSPORT, "rest"));
    CHECK(binsign_request_finish(&request, signature, 32, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TARGET, "/api/v3/order?" ORDER_PAYLOAD "&signature=" ORDER_SIGNATURE));
    CHECK(written == strlen("/api/v3/order?" ORDER_PAYLOAD "&signature=" ORDER_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, API_KEY));
}

static void a_signature_is_verified_where_the_public_key_is_known(void)
{
    binsign_external_key key;
    binsign_request request;
    unsigned char signature[512];
    char buffer[1024];
    size_t written = 7, len = bytes_of(JAVA_SIGNATURE, signature);

    CHECK(len == 64);
    CHECK(binsign_external_key_init_public(&key, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(JAVA_PUBLIC)) == BINSIGN_OK);
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(binsign_request_finish(&request, signature, len, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, JAVA_SIGNATURE));

    /* One bit, and nothing goes out. */
    signature[40] ^= 1;
    written = 7;
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(binsign_request_finish(&request, signature, len, &written) == BINSIGN_SIGNING_FAULT && written == 7);
    CHECK(!holds(buffer, sizeof buffer, "timestamp=1736393892000", 24));
    CHECK(binsign_request_finish(&request, signature, len, &written) == BINSIGN_SIGNING_FAULT);

    /* Where it is not known, it is taken as it comes. */
    make_external(&key, BINSIGN_KEY_TYPE_ED25519);
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(binsign_request_finish(&request, signature, len, &written) == BINSIGN_OK);
}

static void an_rsa_key_elsewhere(void)
{
    binsign_external_key key;
    binsign_request request;
    unsigned char signature[512];
    char buffer[4096];
    size_t written, needed = 0;

    make_external(&key, BINSIGN_KEY_TYPE_RSA);
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(binsign_request_finish(&request, signature, bytes_of(RSA_ACCOUNT_SIGNATURE, signature), &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, RSA_ACCOUNT_SIGNATURE));

    /* Room for every signature that such a key can make is asked for before there is one. */
    begin_account(&request, buffer, 512);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(binsign_request_needed(&request, &needed) == BINSIGN_OK && needed > 684 && needed <= sizeof buffer);
    memset(buffer, 0, sizeof buffer);
    begin_account(&request, buffer, needed);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    binsign_request_discard(&request);
    CHECK(!holds(buffer, sizeof buffer, "timestamp=1736393892000", 24));
}

static void a_signature_of_another_length_is_refused(void)
{
    static const struct {
        unsigned type;
        size_t len;
    } cases[] = {
        {BINSIGN_KEY_TYPE_HMAC, 0},     {BINSIGN_KEY_TYPE_HMAC, 31},    {BINSIGN_KEY_TYPE_HMAC, 64},
        {BINSIGN_KEY_TYPE_ED25519, 63}, {BINSIGN_KEY_TYPE_ED25519, 65}, {BINSIGN_KEY_TYPE_RSA, 255},
        {BINSIGN_KEY_TYPE_RSA, 513},
    };
    static unsigned char signature[513];
    binsign_external_key key;
    binsign_request request;
    char buffer[4096];
    size_t written, index;

    for (index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        make_external(&key, (binsign_key_type)cases[index].type);
        begin_account(&request, buffer, sizeof buffer);
        CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
        CHECK(binsign_request_finish(&request, signature, cases[index].len, &written) == BINSIGN_SIGNATURE_MALFORMED);
        CHECK(binsign_request_finish(&request, signature, cases[index].len, &written) == BINSIGN_SIGNATURE_MALFORMED);
    }
}

static void what_needs_no_signature_is_finished_without(void)
{
    binsign_external_key key;
    binsign_request request;
    char buffer[512];
    size_t written = 0;

    make_external(&key, BINSIGN_KEY_TYPE_HMAC);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("POST"),
                               BINSIGN_TEXT("/fapi/v1/listenKey"))
          == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, NULL));
    CHECK(binsign_request_finish(&request, NULL, 0, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TARGET, "/fapi/v1/listenKey") && written == strlen("/fapi/v1/listenKey"));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, API_KEY) && part_is(&request, BINSIGN_PART_SIGNATURE, NULL));
}

static void keys_that_are_none_are_refused(void)
{
    binsign_external_key key;
    binsign_request request;
    char buffer[512];

    CHECK(binsign_external_key_init(&key, BINSIGN_TEXT("with blank"), BINSIGN_KEY_TYPE_HMAC)
          == BINSIGN_API_KEY_MALFORMED);
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_external_key_init(&key, BINSIGN_TEXT(API_KEY), (binsign_key_type)4) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_external_key_init(NULL, BINSIGN_TEXT(API_KEY), BINSIGN_KEY_TYPE_HMAC) == BINSIGN_NULL_POINTER);
    CHECK(binsign_external_key_init_public(&key, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM))
          == BINSIGN_PUBLIC_KEY_MALFORMED);
    CHECK(binsign_external_key_init_public(&key, BINSIGN_TEXT(API_KEY), NULL, 0) == BINSIGN_PUBLIC_KEY_MALFORMED);
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_external_key_size() == sizeof key && sizeof key == BINSIGN_EXTERNAL_KEY_SIZE);
}

static void steps_out_of_order_are_refused(void)
{
    binsign_external_key key;
    binsign_signer signer;
    binsign_request request;
    unsigned char signature[32] = {0};
    char buffer[512];
    size_t written;

    make_external(&key, BINSIGN_KEY_TYPE_HMAC);
    make_signer(&signer);
    /* Begun without a verdict. */
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"))
          == BINSIGN_OK);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_HANDLE_USED_UP);
    /* Finished without being begun. */
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_finish(&request, signature, 32, &written) == BINSIGN_HANDLE_USED_UP);
    /* Begun, and signed here. */
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    /* Parameters behind the payload. */
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("a"), BINSIGN_TEXT("b")) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_finish(&request, signature, 32, &written) == BINSIGN_HANDLE_USED_UP);
    /* Finished twice. */
    begin_account(&request, buffer, sizeof buffer);
    CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
    CHECK(binsign_request_finish(&request, signature, 32, &written) == BINSIGN_OK);
    CHECK(binsign_request_finish(&request, signature, 32, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, "timestamp=1736393892000"));
    binsign_signer_wipe(&signer);
}

int main(void)
{
    static const check_test tests[] = {
        {"the documented order with HMAC elsewhere", the_documented_order_with_hmac_elsewhere},
        {"a signature is verified where the public key is known", a_signature_is_verified_where_the_public_key_is_known},
        {"an RSA key elsewhere", an_rsa_key_elsewhere},
        {"a signature of another length is refused", a_signature_of_another_length_is_refused},
        {"what needs no signature is finished without", what_needs_no_signature_is_finished_without},
        {"keys that are none are refused", keys_that_are_none_are_refused},
        {"steps out of order are refused", steps_out_of_order_are_refused},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
