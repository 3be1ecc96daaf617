/*
 * An order under a policy: what the policy allows is signed and remembered, what it denies is explained.
 *
 *     binsign policy compile maker.toml > maker.policy      (maker.toml lies beside this file)
 *     policy maker.policy state.bin
 */
#include <binsign.h>
#include <stdio.h>
#include <time.h>

static unsigned char image[65535], saved[BINSIGN_STATE_SIZE];

/* Reads a file; gives how many bytes there are, 0 where there is none. */
static size_t read_file(const char *path, unsigned char *into, size_t capacity)
{
    FILE *file = fopen(path, "rb");
    size_t len = file == NULL ? 0 : fread(into, 1, capacity, file);
    if (file != NULL) fclose(file);
    return len;
}

/* A real program writes to another file, has it on the disk (fsync), and renames it. */
static int keep_state(const char *path, binsign_gate *gate)
{
    size_t written;
    uint64_t sequence;
    FILE *file;
    if (binsign_gate_save(gate, saved, sizeof saved, &written, &sequence) != BINSIGN_OK) return 0;
    file = fopen(path, "wb");
    if (file == NULL) return 0;
    written = fwrite(saved, 1, written, file);
    return fclose(file) == 0 && written == sizeof saved;
}

int main(int count, char **arguments)
{
    static const binsign_param query[] = {
        {BINSIGN_TEXT("symbol"), BINSIGN_TEXT("LTCBTC")}, {BINSIGN_TEXT("side"), BINSIGN_TEXT("BUY")},
        {BINSIGN_TEXT("type"), BINSIGN_TEXT("LIMIT")},    {BINSIGN_TEXT("timeInForce"), BINSIGN_TEXT("GTC")},
        {BINSIGN_TEXT("quantity"), BINSIGN_TEXT("1")},    {BINSIGN_TEXT("price"), BINSIGN_TEXT("0.1")},
    };
    const uint64_t now = (uint64_t)time(NULL) * 1000;
    const binsign_call call = {
        BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"), query, 6, NULL, 0, (uint64_t)time(NULL) * 1000, 5000,
    };
    char buffer[512], message[BINSIGN_MESSAGE_SIZE];
    size_t length;
    binsign_signer signer;
    binsign_gate gate;
    binsign_request request;
    binsign_view target;
    binsign_result result;

    if (count != 3) return fprintf(stderr, "usage: policy POLICY STATE\n"), 2;
    length = read_file(arguments[1], image, sizeof image);
    result = binsign_gate_init(&gate, image, length);
    length = read_file(arguments[2], saved, sizeof saved);
    /* The lowest sequence number that is acceptable would be kept apart from the file. */
    if (result == BINSIGN_OK && length > 0) result = binsign_gate_restore(&gate, saved, length, 0);
    if (result == BINSIGN_OK) result = binsign_gate_key_type(&gate, BINSIGN_KEY_TYPE_HMAC);
    if (result == BINSIGN_OK)
        result = binsign_signer_init(
            &signer, BINSIGN_TEXT("vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"),
            BINSIGN_TEXT("NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"));
    if (result != BINSIGN_OK) return fprintf(stderr, "not ready: %s\n", binsign_result_name(result)), 1;

    result = binsign_sign_by(&request, buffer, sizeof buffer, &call, &gate, now, &signer, &length);
    if (result != BINSIGN_OK) {
        if (binsign_request_message(&request, message, sizeof message, &length) != BINSIGN_OK) length = 0;
        fprintf(stderr, "%s: %.*s\n", binsign_result_name(result), (int)length, message);
    } else if (keep_state(arguments[2], &gate)
               && binsign_request_view(&request, BINSIGN_PART_TARGET, &target) == BINSIGN_OK) {
        /* What was spent is kept: now it may be sent, and its answer goes to binsign_gate_observe. */
        printf("POST %.*s\n", (int)target.len, target.data);
    } else {
        result = BINSIGN_INTERNAL;
    }
    binsign_gate_wipe(&gate);
    binsign_signer_wipe(&signer);
    return result != BINSIGN_OK;
}
