/* OpenSSL from C, as fast as its EVP interface goes: a plain encoder, a keyed EVP_MAC, EVP_DigestSign. Nothing is
 * checked. It also is the judge of what the others sign: `sign hmac|ed25519|rsa-2048|rsa-4096 PAYLOAD`. */
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/pem.h>

#include "protocol.h"

static const char *const ORDER[][2] = {
    {"symbol", "LTCBTC"}, {"side", "BUY"},  {"type", "LIMIT"},      {"timeInForce", "GTC"},
    {"quantity", "1"},    {"price", "0.1"}, {"recvWindow", "5000"}, {"timestamp", "1499827319559"},
};

/* The longest text of a signature, with its end. */
enum { SIGNATURE_SIZE = 700 };

static EVP_MAC_CTX *mac;
/* A context stays with its key. */
static EVP_MD_CTX *digest, *digest_2048, *digest_4096;
static EVP_PKEY *key, *rsa_2048, *rsa_4096;

/* Appends text percent-encoded. */
static char *encode(char *out, const char *text)
{
    static const char digits[] = "0123456789ABCDEF";
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '-'
            || byte == '.' || byte == '_' || byte == '~') {
            *out++ = (char)byte;
        } else {
            *out++ = '%';
            *out++ = digits[byte >> 4];
            *out++ = digits[byte & 15];
        }
    }
    return out;
}

static char *append(char *out, const char *text)
{
    size_t length = strlen(text);
    memcpy(out, text, length);
    return out + length;
}

static void sign_hmac(const char *payload, size_t length, char *signature)
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[32];
    size_t written;
    if (!EVP_MAC_init(mac, NULL, 0, NULL) || !EVP_MAC_update(mac, (const unsigned char *)payload, length)
        || !EVP_MAC_final(mac, bytes, &written, sizeof bytes))
        fail("EVP_MAC");
    for (size_t index = 0; index < written; index++) {
        *signature++ = digits[bytes[index] >> 4];
        *signature++ = digits[bytes[index] & 15];
    }
    *signature = 0;
}

static void sign_ed25519(const char *payload, size_t length, char *signature)
{
    unsigned char bytes[64];
    size_t written = sizeof bytes;
    if (!EVP_DigestSignInit(digest, NULL, NULL, NULL, key)
        || !EVP_DigestSign(digest, bytes, &written, (const unsigned char *)payload, length))
        fail("EVP_DigestSign");
    EVP_EncodeBlock((unsigned char *)signature, bytes, (int)written);
}

static void sign_rsa(EVP_MD_CTX *context, EVP_PKEY *rsa, const char *payload, size_t length, char *signature)
{
    unsigned char bytes[512];
    size_t written = sizeof bytes;
    if (!EVP_DigestSignInit(context, NULL, EVP_sha256(), NULL, rsa)
        || !EVP_DigestSign(context, bytes, &written, (const unsigned char *)payload, length))
        fail("EVP_DigestSign");
    EVP_EncodeBlock((unsigned char *)signature, bytes, (int)written);
}

static void sign_rsa_2048(const char *payload, size_t length, char *signature)
{
    sign_rsa(digest_2048, rsa_2048, payload, length, signature);
}

static void sign_rsa_4096(const char *payload, size_t length, char *signature)
{
    sign_rsa(digest_4096, rsa_4096, payload, length, signature);
}

typedef void signing(const char *payload, size_t length, char *signature);

static void repeat(signing *sign, long count)
{
    static char request[REQUEST_SIZE];
    char signature[SIGNATURE_SIZE];
    while (count-- > 0) {
        const char *const(*order)[2] = ORDER;
        __asm__ volatile("" : "+r"(order));
        char *start = append(request, "/api/v3/order?"), *out = start;
        for (size_t index = 0; index < 8; index++) {
            if (out != start)
                *out++ = '&';
            out = encode(out, order[index][0]);
            *out++ = '=';
            out = encode(out, order[index][1]);
        }
        sign(start, (size_t)(out - start), signature);
        out = append(out, "&signature=");
        *encode(out, signature) = 0;
        __asm__ volatile("" : : "r"(request) : "memory");
    }
}

static int answer_for(signing *sign, const char *payload, char *answer, size_t size)
{
    char signature[SIGNATURE_SIZE];
    sign(payload, strlen(payload), signature);
    snprintf(answer, size, "%s %s", payload, signature);
    return 1;
}

static const char order_payload[] = "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1"
                                    "&recvWindow=5000&timestamp=1499827319559";

static int answer_hmac(int published, char *answer, size_t size)
{
    return answer_for(sign_hmac, published ? "timestamp=1578963600000" : order_payload, answer, size);
}

static int answer_ed25519(int published, char *answer, size_t size)
{
    return answer_for(sign_ed25519, published ? "timestamp=1736393892000" : order_payload, answer, size);
}

static int answer_rsa_2048(int published, char *answer, size_t size)
{
    return answer_for(sign_rsa_2048, published ? "timestamp=1578963600000" : order_payload, answer, size);
}

static int answer_rsa_4096(int published, char *answer, size_t size)
{
    return answer_for(sign_rsa_4096, published ? "timestamp=1578963600000" : order_payload, answer, size);
}

static void repeat_rsa_2048(long count) { repeat(sign_rsa_2048, count); }

static void repeat_rsa_4096(long count) { repeat(sign_rsa_4096, count); }

static void repeat_hmac(long count) { repeat(sign_hmac, count); }

static void repeat_ed25519(long count) { repeat(sign_ed25519, count); }

/* A key that was made for the run. */
static EVP_PKEY *read_key(const char *name)
{
    char path[4096];
    const char *folder = getenv("BINSIGN_BENCH_KEYS");
    snprintf(path, sizeof path, "%s/%s", folder ? folder : ".", name);
    BIO *file = BIO_new_file(path, "r");
    return file ? PEM_read_bio_PrivateKey(file, NULL, NULL, NULL) : NULL;
}

/* `sign KEY PAYLOAD`, and `version`. */
static int judge(char *line)
{
    char signature[SIGNATURE_SIZE];
    if (strncmp(line, "sign rsa-2048 ", 14) == 0)
        sign_rsa_2048(line + 14, strlen(line + 14), signature);
    else if (strncmp(line, "sign rsa-4096 ", 14) == 0)
        sign_rsa_4096(line + 14, strlen(line + 14), signature);
    else if (strncmp(line, "sign hmac ", 10) == 0)
        sign_hmac(line + 10, strlen(line + 10), signature);
    else if (strncmp(line, "sign ed25519 ", 13) == 0)
        sign_ed25519(line + 13, strlen(line + 13), signature);
    else if (strcmp(line, "version") == 0)
        return puts(OpenSSL_version(OPENSSL_FULL_VERSION_STRING)) >= 0;
    else
        return 0;
    return puts(signature) >= 0;
}

int main(void)
{
    static const contestant all[] = {
        {"hmac", answer_hmac, repeat_hmac},
        {"ed25519", answer_ed25519, repeat_ed25519},
        {"rsa-2048", answer_rsa_2048, repeat_rsa_2048},
        {"rsa-4096", answer_rsa_4096, repeat_rsa_4096},
    };
    char name[] = "SHA256";
    OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                               OSSL_PARAM_construct_end()};
    BIO *pem = BIO_new_mem_buf(PEM, -1);
    mac = EVP_MAC_CTX_new(EVP_MAC_fetch(NULL, "HMAC", NULL));
    key = PEM_read_bio_PrivateKey(pem, NULL, NULL, NULL);
    digest = EVP_MD_CTX_new();
    digest_2048 = EVP_MD_CTX_new();
    digest_4096 = EVP_MD_CTX_new();
    rsa_2048 = read_key("rsa-2048.pem");
    rsa_4096 = read_key("rsa-4096.pem");
    if (!mac || !key || !rsa_2048 || !rsa_4096 || !digest || !digest_2048 || !digest_4096 || !EVP_MAC_init(mac, (const unsigned char *)SECRET, strlen(SECRET), parameters))
        fail("the key");
    return serve(all, sizeof all / sizeof *all, judge);
}
