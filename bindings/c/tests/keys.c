/* Ed25519 keys: published examples, the forms of PEM, refusals, and how large a buffer must be. */
#include "common.h"
#include "keys.h"
#include "rsa_keys.h"

/* Published by Binance in the tests of its Java connector. */
#define JAVA_PEM PEM_BEGIN "\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n" PEM_END "\n"
#define JAVA_PAYLOAD "timestamp=1736393892000"
#define JAVA_TIME 1736393892000u
#define JAVA_SIGNATURE "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT+zThFX4i1MMeNC5nqH0Eya07jbRN9/Lq1HaTgjD2Aw=="
#define JAVA_ENCODED "1KohSdsEYUHEO2qTbkkjbmFdufaUTF9dKat6oUwE2RHT%2BzThFX4i1MMeNC5nqH0Eya07jbRN9%2FLq1HaTgjD2Aw%3D%3D"
#define JAVA_TARGET "/api/v3/account?" JAVA_PAYLOAD "&signature=" JAVA_ENCODED
/* And of its Rust connector, whose key is PEM. */
#define RUST_PAYLOAD "type=SPOT&timestamp=1685686334211"
#define RUST_SIGNATURE "E4nWIl3yUJgJFL6LoWImsrEwNegMiN9SN1FWKw+P3xXkJ2T/MtSq3Cg7fVnOGFWxTBX6vrTJJNoZnVtAgs1CAQ=="

static binsign_result init_pem(binsign_signer *signer, const char *pem)
{
    return binsign_signer_init_pem(signer, BINSIGN_TEXT(API_KEY), pem, strlen(pem));
}

static binsign_call account_call(void)
{
    binsign_call call = {BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"), NULL, 0, NULL, 0, JAVA_TIME, 0};
    return call;
}

/* Whether a key signs what the Rust connector's example signs, and as it does. */
static int signs_as_published(const binsign_signer *signer)
{
    static const binsign_param type = {BINSIGN_TEXT("type"), BINSIGN_TEXT("SPOT")};
    binsign_call call = {
        BINSIGN_TEXT("GET"), BINSIGN_TEXT("/sapi/v1/accountSnapshot"), &type, 1, NULL, 0, 1685686334211u, 0,
    };
    binsign_request request;
    char buffer[512];
    size_t written;
    return binsign_sign(&request, buffer, sizeof buffer, &call, signer, &written) == BINSIGN_OK
           && part_is(&request, BINSIGN_PART_PAYLOAD, RUST_PAYLOAD)
           && part_is(&request, BINSIGN_PART_SIGNATURE, RUST_SIGNATURE);
}

static void the_published_example_in_the_query(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view target, signature, name, value;
    binsign_call call = account_call();
    char buffer[512];
    size_t written = 0;

    CHECK(init_pem(&signer, JAVA_PEM) == BINSIGN_OK);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TARGET, JAVA_TARGET));
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, JAVA_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, JAVA_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, API_KEY));
    CHECK(binsign_request_header(&request, 0, &name, &value) == BINSIGN_OK && view_is(value, API_KEY));
    /* `written` is the request; the signature as it is documented lies behind it. */
    CHECK(binsign_request_view(&request, BINSIGN_PART_TARGET, &target) == BINSIGN_OK);
    CHECK(target.data == buffer && target.len == written && written == strlen(JAVA_TARGET));
    CHECK(binsign_request_view(&request, BINSIGN_PART_SIGNATURE, &signature) == BINSIGN_OK);
    CHECK(signature.data == buffer + written);
    binsign_signer_wipe(&signer);
}

static void the_documented_order_in_a_body(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view body, value;
    binsign_call call = order_call();
    char buffer[512];
    size_t written = 0;

    call.query_len = 0;
    call.query = NULL;
    call.body = ORDER;
    call.body_len = 6;
    CHECK(init_pem(&signer, PEM) == BINSIGN_OK);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TARGET, "/api/v3/order"));
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, ORDER_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, ORDER_ED25519));
    CHECK(part_is(&request, BINSIGN_PART_CONTENT_TYPE, "application/x-www-form-urlencoded"));
    CHECK(binsign_request_view(&request, BINSIGN_PART_BODY, &body) == BINSIGN_OK);
    CHECK(body.data + body.len == buffer + written);
    CHECK(binsign_request_view(&request, BINSIGN_PART_SIGNATURE, &value) == BINSIGN_OK);
    CHECK(value.data == buffer + written);
    binsign_signer_wipe(&signer);
}

static void every_form_of_pem_is_the_same_key(void)
{
    static const char *const forms[] = {
        PEM,
        PEM_BEGIN "\r\n" PEM_BODY "\r\n" PEM_END "\r\n",
        PEM_BEGIN "\n" PEM_BODY "\n" PEM_END,
        PEM_BEGIN PEM_BODY PEM_END,
        PEM_BEGIN " " PEM_BODY " " PEM_END,
        PEM_BEGIN "\\n" PEM_BODY "\\n" PEM_END "\\n",
        "\n\r\n  " PEM "\n\n",
        PEM_BEGIN "\nMC4CAQAwBQYDK2VwBCIEIE4rJ0goma1nbu1d\n\t8T1dp//0pe40jnf8tghwRhsSY4Bk\n" PEM_END "\n",
    };
    binsign_signer signer;
    size_t index;

    for (index = 0; index < sizeof forms / sizeof forms[0]; index++) {
        CHECK(init_pem(&signer, forms[index]) == BINSIGN_OK);
        CHECK(signs_as_published(&signer));
        binsign_signer_wipe(&signer);
    }
}

static void what_is_no_such_key_is_refused_by_name(void)
{
    static const struct {
        const char *pem;
        unsigned result;
    } cases[] = {
        {"", BINSIGN_KEY_MALFORMED},
        {SECRET, BINSIGN_KEY_MALFORMED},
        {PEM_BEGIN, BINSIGN_KEY_MALFORMED},
        {PEM_BEGIN "\n" PEM_BODY "\n", BINSIGN_KEY_MALFORMED},
        {PEM_BEGIN "\n" PEM_END, BINSIGN_KEY_MALFORMED},
        {PEM_BEGIN "\nMC4CAQAwBQYDK2VwBCIEIE4rJ0goma1nbu1d8T1dp//0pe40jnf8tghwRhsSY4B!\n" PEM_END, BINSIGN_KEY_MALFORMED},
        {PEM_BEGIN "\nMC4CAQAwBQYDK2VwBCIEIE4rJ0goma1nbu1d8T1dp//0pe40jnf8tghwRhsS\n" PEM_END, BINSIGN_KEY_MALFORMED},
        {PEM "x", BINSIGN_KEY_MALFORMED},
        {PEM_BEGIN "\n" PEM_BODY "\xff\n" PEM_END, BINSIGN_KEY_MALFORMED},
        {PEM_X25519, BINSIGN_KEY_IS_X25519},
        {"-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIGj\n-----END ENCRYPTED PRIVATE KEY-----\n", BINSIGN_KEY_ENCRYPTED},
        {"-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----\n", BINSIGN_KEY_MALFORMED},
        {"-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----\n", BINSIGN_KEY_IS_EC},
        {"-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n", BINSIGN_KEY_IS_OPENSSH},
        {"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", BINSIGN_KEY_IS_CERTIFICATE},
        /* RFC 8410, section 10.1. */
        {"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n"
         "-----END PUBLIC KEY-----\n", BINSIGN_KEY_IS_PUBLIC},
        /* RFC 8410, section 10.3, with one bit of its public key changed. */
        {PEM_BEGIN "\nMHICAQEwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhCoB8wHQYKKoZIhvcNAQkJFDEPDA1DdXJkbGUg"
         "Q2hhaXJzgSEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuA=\n" PEM_END, BINSIGN_KEY_MISMATCH},
    };
    binsign_signer signer;
    binsign_key_type type;
    size_t index;

    for (index = 0; index < sizeof cases / sizeof cases[0]; index++) {
        /* Whatever was there before, the signer is not ready afterwards. */
        CHECK(init_pem(&signer, PEM) == BINSIGN_OK);
        CHECK(init_pem(&signer, cases[index].pem) == cases[index].result);
        CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_HANDLE_USED_UP);
        binsign_signer_wipe(&signer);
    }
    CHECK(binsign_signer_init(&signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM)) == BINSIGN_SECRET_IS_PRIVATE_KEY);
    CHECK(binsign_signer_init_pem(&signer, BINSIGN_TEXT("with blank"), BINSIGN_TEXT(PEM)) == BINSIGN_API_KEY_MALFORMED);
    CHECK(binsign_signer_init_pem(&signer, "\xff", 1, BINSIGN_TEXT(PEM)) == BINSIGN_INVALID_UTF8);
    CHECK(binsign_signer_init_pem(NULL, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM)) == BINSIGN_NULL_POINTER);
    CHECK(binsign_signer_init_pem(&signer, NULL, 3, BINSIGN_TEXT(PEM)) == BINSIGN_NULL_POINTER);
    CHECK(binsign_signer_init_pem(&signer, BINSIGN_TEXT(API_KEY), NULL, 3) == BINSIGN_NULL_POINTER);
    CHECK(binsign_signer_init_pem(&signer, BINSIGN_TEXT(API_KEY), NULL, 0) == BINSIGN_KEY_MALFORMED);
    CHECK(binsign_signer_init_pem(&signer, BINSIGN_TEXT(API_KEY), PEM, (size_t)-1) == BINSIGN_REQUEST_TOO_LONG);
}

static void a_signer_tells_its_type(void)
{
    binsign_signer signer;
    binsign_key_type type = BINSIGN_KEY_TYPE_HMAC;

    memset(&signer, 0, sizeof signer);
    CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_HANDLE_USED_UP && type == BINSIGN_KEY_TYPE_HMAC);
    CHECK(init_pem(&signer, PEM) == BINSIGN_OK);
    CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_OK && type == BINSIGN_KEY_TYPE_ED25519);
    CHECK(binsign_signer_key_type(&signer, NULL) == BINSIGN_NULL_POINTER);
    binsign_signer_wipe(&signer);
    CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_HANDLE_USED_UP && type == BINSIGN_KEY_TYPE_ED25519);
    make_signer(&signer);
    CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_OK && type == BINSIGN_KEY_TYPE_HMAC);
    CHECK(binsign_signer_key_type(NULL, &type) == BINSIGN_NULL_POINTER);
    binsign_signer_wipe(&signer);
}

static void a_small_buffer_is_told_its_size_and_left_empty(void)
{
    const size_t payload = strlen("/api/v3/account?" JAVA_PAYLOAD);
    const size_t counted = payload + strlen("&signature=") + 64;
    const size_t exact = strlen(JAVA_TARGET) + strlen(JAVA_SIGNATURE);
    binsign_signer signer;
    binsign_request request;
    binsign_call call = account_call();
    size_t capacity, told, written = 77, tries = 0;
    char *buffer;

    CHECK(init_pem(&signer, JAVA_PEM) == BINSIGN_OK);
    for (capacity = 0; capacity < exact; capacity++) {
        buffer = (char *)malloc(capacity + 1);
        if (buffer == NULL) abort();
        memset(buffer, 0x5a, capacity + 1);
        CHECK(binsign_sign(&request, buffer, capacity, &call, &signer, &written) == BINSIGN_BUFFER_TOO_SMALL);
        told = 0;
        /* Where not even the payload fits, `authorize` counts for HMAC; behind it the exact size is known. */
        CHECK(binsign_request_needed(&request, &told) == BINSIGN_OK && told == (capacity < payload ? counted : exact));
        CHECK(!holds(buffer, capacity, "/", 1) && !holds(buffer, capacity, "=", 1) && written == 77);
        CHECK(buffer[capacity] == 0x5a);
        free(buffer);
    }
    /* Who starts without a buffer is through with the third try. */
    for (capacity = 0, buffer = NULL; tries < 5; tries++) {
        binsign_result result = binsign_sign(&request, buffer, capacity, &call, &signer, &written);
        if (result == BINSIGN_OK) break;
        CHECK(result == BINSIGN_BUFFER_TOO_SMALL && binsign_request_needed(&request, &capacity) == BINSIGN_OK);
        buffer = (char *)realloc(buffer, capacity);
        if (buffer == NULL) abort();
    }
    CHECK(tries == 2 && capacity == exact && written == strlen(JAVA_TARGET));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, JAVA_SIGNATURE));
    CHECK(binsign_request_needed(&request, &told) == BINSIGN_OK && told == 0);
    free(buffer);
    binsign_signer_wipe(&signer);
}

static void a_wiped_signer_holds_nothing(void)
{
    binsign_signer *signer = (binsign_signer *)malloc(sizeof *signer);
    binsign_signer moved;

    if (signer == NULL) abort();
    CHECK(init_pem(signer, PEM) == BINSIGN_OK);
    CHECK(!holds(signer, sizeof *signer, PEM_BODY, 16));
    memcpy(&moved, signer, sizeof moved);
    CHECK(holds(signer, sizeof *signer, SEED, sizeof SEED - 1));
    binsign_signer_wipe(signer);
    CHECK(all_are(signer, 0, sizeof *signer));
    CHECK(signs_as_published(&moved));
    binsign_signer_wipe(&moved);
    CHECK(all_are(&moved, 0, sizeof moved));
    free(signer);
}

static void the_documented_order_with_an_rsa_key(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_key_type type;
    binsign_call call = order_call();
    char buffer[2048];
    size_t written = 0, needed = 0;

    CHECK(init_pem(&signer, RSA_PEM) == BINSIGN_OK);
    CHECK(binsign_signer_key_type(&signer, &type) == BINSIGN_OK && type == BINSIGN_KEY_TYPE_RSA);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, ORDER_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, RSA_ORDER_SIGNATURE));
    CHECK(binsign_sign(&request, buffer, 512, &call, &signer, &written) == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(binsign_request_needed(&request, &needed) == BINSIGN_OK && needed > 800 && needed < 1024);
    CHECK(binsign_sign(&request, buffer, needed, &call, &signer, &written) == BINSIGN_OK);
    binsign_signer_wipe(&signer);
    CHECK(all_are(&signer, 0, sizeof signer));
}

static binsign_result init_encrypted(binsign_signer *signer, const char *pem, const char *passphrase)
{
    return binsign_signer_init_pem_encrypted(signer, BINSIGN_TEXT(API_KEY), pem, strlen(pem), passphrase,
                                             passphrase == NULL ? 0 : strlen(passphrase));
}

static void encrypted_keys_and_their_passphrases(void)
{
    static const struct {
        const char *pem, *passphrase, *signature;
    } keys[] = {
        {RSA_ENCRYPTED_PEM, RSA_PASSPHRASE, RSA_ACCOUNT_SIGNATURE},
        {ED25519_ENCRYPTED_PEM, ED25519_PASSPHRASE, ED25519_ACCOUNT_SIGNATURE},
        /* Not encrypted: whether there is a passphrase does not matter. */
        {JAVA_PEM, NULL, JAVA_SIGNATURE},
        {JAVA_PEM, "passphrase", JAVA_SIGNATURE},
    };
    binsign_signer signer;
    binsign_request request;
    binsign_call call = account_call();
    char buffer[2048];
    size_t written, index;

    for (index = 0; index < sizeof keys / sizeof keys[0]; index++) {
        CHECK(init_encrypted(&signer, keys[index].pem, keys[index].passphrase) == BINSIGN_OK);
        CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_OK);
        CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, keys[index].signature));
        binsign_signer_wipe(&signer);
    }
    CHECK(init_encrypted(&signer, RSA_ENCRYPTED_PEM, NULL) == BINSIGN_KEY_PASSPHRASE_MISSING);
    CHECK(init_encrypted(&signer, RSA_ENCRYPTED_PEM, "Test123") == BINSIGN_KEY_PASSPHRASE_WRONG);
    CHECK(init_encrypted(&signer, RSA_ENCRYPTED_PEM, "") == BINSIGN_KEY_PASSPHRASE_WRONG);
    CHECK(binsign_sign(&request, buffer, sizeof buffer, &call, &signer, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(init_pem(&signer, RSA_ENCRYPTED_PEM) == BINSIGN_KEY_ENCRYPTED);
    CHECK(binsign_signer_init_pem_encrypted(&signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(JAVA_PEM), NULL, 4)
          == BINSIGN_NULL_POINTER);
}

int main(void)
{
    static const check_test tests[] = {
        {"the published example in the query", the_published_example_in_the_query},
        {"the documented order in a body", the_documented_order_in_a_body},
        {"every form of PEM is the same key", every_form_of_pem_is_the_same_key},
        {"what is no such key is refused by name", what_is_no_such_key_is_refused_by_name},
        {"a signer tells its type", a_signer_tells_its_type},
        {"a small buffer is told its size and left empty", a_small_buffer_is_told_its_size_and_left_empty},
        {"a wiped signer holds nothing", a_wiped_signer_holds_nothing},
        {"the documented order with an RSA key", the_documented_order_with_an_rsa_key},
        {"encrypted keys and their passphrases", encrypted_keys_and_their_passphrases},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
