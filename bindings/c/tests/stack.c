/* What is left on the stack: nothing of a key, neither of one that was taken nor of one that was refused or used. */
#ifndef __cplusplus
#define _POSIX_C_SOURCE 200809L
#endif
#include <pthread.h>

#include "common.h"
#include "keys.h"
#include "rsa_keys.h"

#define STACK_SIZE ((size_t)256 << 10)

typedef struct step {
    binsign_signer signer;
    const char *pem, *passphrase, *secret;
    int sign;
    binsign_result result;
    char signature[684];
    size_t written, signature_len;
} step;

static void take_step(step *step)
{
    static char buffer[2048];
    binsign_request request;
    binsign_call call = order_call();

    if (step->passphrase != NULL)
        step->result = binsign_signer_init_pem_encrypted(&step->signer, BINSIGN_TEXT(API_KEY), step->pem,
                                                         strlen(step->pem), step->passphrase,
                                                         strlen(step->passphrase));
    else if (step->pem != NULL)
        step->result = binsign_signer_init_pem(&step->signer, BINSIGN_TEXT(API_KEY), step->pem, strlen(step->pem));
    if (step->secret != NULL)
        step->result = binsign_signer_init(&step->signer, BINSIGN_TEXT(API_KEY), step->secret, strlen(step->secret));
    if (step->sign)
        step->result = binsign_sign(&request, buffer, sizeof buffer, &call, &step->signer, &step->written);
    if (step->sign && step->result == BINSIGN_OK)
        step->result = binsign_request_copy(&request, BINSIGN_PART_SIGNATURE, step->signature, sizeof step->signature,
                                            &step->written);
}

static void *in_thread(void *argument)
{
    take_step((step *)argument);
    return NULL;
}

/* Runs on a stack of its own, and gives that memory as it was left. */
static unsigned char *stack_of(void *run(void *), step *step)
{
    unsigned char *stack = NULL, *copy = (unsigned char *)malloc(STACK_SIZE);
    pthread_attr_t attributes;
    pthread_t thread;
    size_t index;

    if (copy == NULL || posix_memalign((void **)&stack, 65536, STACK_SIZE) != 0) abort();
    memset(stack, 0xa5, STACK_SIZE);
    if (pthread_attr_init(&attributes) != 0 || pthread_attr_setstack(&attributes, stack, STACK_SIZE) != 0) abort();
    if (pthread_create(&thread, &attributes, run, step) != 0 || pthread_join(thread, NULL) != 0) abort();
    pthread_attr_destroy(&attributes);
    (void)VALGRIND_MAKE_MEM_DEFINED(stack, STACK_SIZE);
    for (index = 0; index < STACK_SIZE; index++) copy[index] = ((volatile unsigned char *)stack)[index];
    free(stack);
    return copy;
}

static unsigned char *stack_after(step *step)
{
    return stack_of(in_thread, step);
}

/* Whether the stack has 12 bytes in a row that `bytes` has. */
static int left(const unsigned char *stack, const void *bytes, size_t size)
{
    const unsigned char *from = (const unsigned char *)bytes;
    size_t start, at;
    for (at = 0; at + 12 <= STACK_SIZE; at++) {
        if (stack[at] == 0xa5 && stack[at + 11] == 0xa5) continue;
        for (start = 0; start + 12 <= size; start++)
            if (stack[at] == from[start] && memcmp(stack + at, from + start, 12) == 0) return 1;
    }
    return 0;
}

/* Whether the stack has 16 bytes in a row of the signer's memory, its API key aside. */
static int left_of_signer(const unsigned char *stack, const binsign_signer *signer)
{
    unsigned char bytes[sizeof *signer];
    size_t start, at, index, distinct;

    memcpy(bytes, signer, sizeof bytes);
    (void)VALGRIND_MAKE_MEM_DEFINED(bytes, sizeof bytes);
    for (start = 0; start + 16 <= sizeof bytes; start += 8) {
        /* The API key is text, lengths and tags are mostly zeros: neither is looked for. */
        distinct = 0;
        for (index = 1; index < 16; index++) distinct += bytes[start + index] != bytes[start + index - 1];
        if (distinct < 10) continue;
        if (holds(API_KEY, sizeof API_KEY - 1, (const char *)bytes + start, 8)) continue;
        for (at = 0; at + 16 <= STACK_SIZE; at++)
            if (stack[at] == bytes[start] && memcmp(stack + at, bytes + start, 16) == 0) return 1;
    }
    return 0;
}

/* Takes the step, and says whether anything that must stay secret is left where it was taken. */
static int key_is_left(step *step)
{
    unsigned char *stack = stack_after(step);
    const int found = left(stack, SEED, sizeof SEED - 1) || left(stack, EXPANDED, sizeof EXPANDED - 1)
                      || left(stack, SCALAR, sizeof SCALAR - 1) || left(stack, NONCE_HASH, sizeof NONCE_HASH - 1)
                      || left(stack, NONCE, sizeof NONCE - 1) || left(stack, PEM_BODY, sizeof PEM_BODY - 1)
                      || left(stack, SECRET, sizeof SECRET - 1) || left(stack, RSA_P, sizeof RSA_P - 1)
                      || left(stack, RSA_Q, sizeof RSA_Q - 1) || left(stack, RSA_DP, sizeof RSA_DP - 1)
                      || left(stack, RSA_DQ, sizeof RSA_DQ - 1) || left(stack, RSA_QINV, sizeof RSA_QINV - 1);
    /* Beside its secret an Ed25519 signer holds the public key alone, which signing may leave. */
    const int copied = !(step->sign && step->signature_len == 88) && left_of_signer(stack, &step->signer);
    free(stack);
    return found || copied;
}

static void an_ed25519_key_is_left_nowhere(void)
{
    step step;
    memset(&step, 0, sizeof step);
    step.pem = PEM;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    step.pem = NULL;
    step.sign = 1;
    step.signature_len = 88;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    CHECK(step.written == 88 && memcmp(step.signature, ORDER_ED25519, 88) == 0);
    binsign_signer_wipe(&step.signer);
}

static void a_key_that_is_refused_is_left_nowhere(void)
{
    step step;
    memset(&step, 0, sizeof step);
    step.pem = PEM_X25519;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_KEY_IS_X25519);
    step.pem = RSA_PEM "more";
    CHECK(!key_is_left(&step) && step.result == BINSIGN_KEY_MALFORMED);
    step.pem = PEM_BEGIN PEM_BODY PEM_END "more";
    CHECK(!key_is_left(&step) && step.result == BINSIGN_KEY_MALFORMED);
    step.pem = NULL;
    step.secret = SECRET " ";
    CHECK(!key_is_left(&step) && step.result == BINSIGN_SECRET_MALFORMED);
}

static void an_rsa_key_is_left_nowhere(void)
{
    step step;
    memset(&step, 0, sizeof step);
    step.pem = RSA_PEM;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    step.pem = NULL;
    step.sign = 1;
    step.signature_len = 344;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    CHECK(step.written == 344 && memcmp(step.signature, RSA_ORDER_SIGNATURE, 344) == 0);
    binsign_signer_wipe(&step.signer);
}

static void an_encrypted_key_is_left_nowhere(void)
{
    step step;
    memset(&step, 0, sizeof step);
    step.pem = RSA_ENCRYPTED_PEM;
    step.passphrase = RSA_PASSPHRASE;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    binsign_signer_wipe(&step.signer);
    step.pem = ED25519_ENCRYPTED_PEM;
    step.passphrase = ED25519_PASSPHRASE;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    binsign_signer_wipe(&step.signer);
}

static void an_hmac_secret_is_left_nowhere(void)
{
    step step;
    memset(&step, 0, sizeof step);
    step.secret = SECRET;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    step.secret = NULL;
    step.sign = 1;
    step.signature_len = 64;
    CHECK(!key_is_left(&step) && step.result == BINSIGN_OK);
    CHECK(step.written == 64 && memcmp(step.signature, ORDER_SIGNATURE, 64) == 0);
    binsign_signer_wipe(&step.signer);
}

/* A step that leaves a copy of what it is given, as careless code would. */
static void *careless(void *argument)
{
    volatile char copy[sizeof(binsign_signer)];
    const char *from = (const char *)&((step *)argument)->signer;
    size_t index;
    for (index = 0; index < sizeof copy; index++) copy[index] = from[index];
    return copy[0] == 0 ? argument : NULL;
}

static void what_is_left_is_found(void)
{
    step step;
    unsigned char *stack;

    memset(&step, 0, sizeof step);
    CHECK(binsign_signer_init_pem(&step.signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM)) == BINSIGN_OK);
    stack = stack_of(careless, &step);
    CHECK(left(stack, SEED, sizeof SEED - 1) && left_of_signer(stack, &step.signer));
    free(stack);
    binsign_signer_wipe(&step.signer);
}

int main(void)
{
    static const check_test tests[] = {
        {"control: what is left is found", what_is_left_is_found},
        {"an Ed25519 key is left nowhere", an_ed25519_key_is_left_nowhere},
        {"an RSA key is left nowhere", an_rsa_key_is_left_nowhere},
        {"an encrypted key is left nowhere", an_encrypted_key_is_left_nowhere},
        {"an HMAC secret is left nowhere", an_hmac_secret_is_left_nowhere},
        {"a key that is refused is left nowhere", a_key_that_is_refused_is_left_nowhere},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
