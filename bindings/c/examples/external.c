/*
 * A key that binsign never sees: payload out, signature in. Here OpenSSL holds it; it could be a secure element, an HSM or
 * a service. binsign gets the public key, so that only a signature that verifies goes out.
 *
 *   cc external.c $(pkg-config --cflags --libs binsign libcrypto)
 */
#include <binsign.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <stdio.h>
#include <string.h>

/* The key elsewhere: 64 bytes of Ed25519 for what it is given. The private key is one that Binance published. */
static int sign_elsewhere(const char *payload, size_t payload_len, unsigned char signature[64])
{
    static const char private_key[] = "-----BEGIN PRIVATE KEY-----\n"
                                      "MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n"
                                      "-----END PRIVATE KEY-----\n";
    BIO *text = BIO_new_mem_buf(private_key, -1);
    EVP_PKEY *key = PEM_read_bio_PrivateKey(text, NULL, NULL, NULL);
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    size_t len = 64;
    const int made = key != NULL && EVP_DigestSignInit(context, NULL, NULL, NULL, key) == 1
                     && EVP_DigestSign(context, signature, &len, (const unsigned char *)payload, payload_len) == 1;
    EVP_MD_CTX_free(context);
    EVP_PKEY_free(key);
    BIO_free(text);
    return made;
}

static int refused(const char *step, binsign_result result)
{
    fprintf(stderr, "%s: %s\n", step, binsign_result_name(result));
    return 1;
}

int main(void)
{
    static const char public_key[] = "-----BEGIN PUBLIC KEY-----\n"
                                     "MCowBQYDK2VwAyEAfriCDVI7O8lQGC+0hKgXYJZcIUVhWiIt8F7EZwroEvs=\n"
                                     "-----END PUBLIC KEY-----\n";
    char buffer[512];
    unsigned char signature[64];
    size_t written;
    binsign_external_key key;
    binsign_request request;
    binsign_view payload, target;

    binsign_result result = binsign_external_key_init_public(&key, BINSIGN_TEXT("apiKey"), public_key,
                                                             sizeof public_key - 1);
    if (result != BINSIGN_OK) return refused("key", result);

    /* The first error sticks: only the result of the last step has to be looked at. */
    binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"));
    binsign_request_timestamp(&request, 1736393892000u);
    result = binsign_request_authorize(&request);
    if (result == BINSIGN_OK) result = binsign_request_begin(&request, &key);
    if (result == BINSIGN_OK) result = binsign_request_view(&request, BINSIGN_PART_PAYLOAD, &payload);
    if (result != BINSIGN_OK) return refused("request", result);

    if (!sign_elsewhere(payload.data, payload.len, signature)) {
        binsign_request_discard(&request);
        return fputs("no signature\n", stderr), 1;
    }
    result = binsign_request_finish(&request, signature, sizeof signature, &written);
    if (result == BINSIGN_OK) result = binsign_request_view(&request, BINSIGN_PART_TARGET, &target);
    if (result != BINSIGN_OK) return refused("signature", result);
    printf("GET %.*s\n", (int)target.len, target.data);
    return 0;
}
