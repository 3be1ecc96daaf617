/*
 * The C face's conformance program: a case a line in, a result a line out, as tests/conformance/WIRE.md has it.
 * A program of the host's: it takes memory for the lines; binsign itself takes none.
 */
#include <binsign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_PARAMS 16384 /* more do not fit into BINSIGN_MAX_REQUEST */

typedef struct text {
    char *data;
    size_t len;
} text;

typedef struct test_case {
    text method, path, api_key, key, recv_window, timestamp;
    int key_is_pem, has_recv_window, has_timestamp;
    struct {
        char part;
        text name, value;
    } params[MAX_PARAMS];
    size_t count;
} test_case;

static int digit(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

/* Decodes hexadecimal in place, up to `end` or the end of the text; false where it is none. */
static int unhex(char *from, const char *end, text *out)
{
    char *to = from;
    out->data = from;
    for (; from < end; from += 2) {
        if (end - from < 2 || digit(from[0]) < 0 || digit(from[1]) < 0) return 0;
        *to++ = (char)(digit(from[0]) * 16 + digit(from[1]));
    }
    out->len = (size_t)(to - out->data);
    return 1;
}

static int read_field(char *field, test_case *into)
{
    char *value = field + 1, *end = field + strlen(field), *middle;
    switch (field[0]) {
    case 'm': return unhex(value, end, &into->method);
    case 'p': return unhex(value, end, &into->path);
    case 'a': return unhex(value, end, &into->api_key);
    case 's':
    case 'k': into->key_is_pem = field[0] == 'k'; return unhex(value, end, &into->key);
    case 'w': return into->has_recv_window = unhex(value, end, &into->recv_window);
    case 't': return into->has_timestamp = unhex(value, end, &into->timestamp);
    case 'q':
    case 'b':
        middle = strchr(value, '=');
        if (middle == NULL || into->count == MAX_PARAMS) return 0;
        into->params[into->count].part = field[0];
        return unhex(value, middle, &into->params[into->count].name)
               && unhex(middle + 1, end, &into->params[into->count++].value);
    default: return 0;
    }
}

static int read_case(char *line, test_case *into)
{
    char *field;
    into->count = 0;
    into->has_recv_window = into->has_timestamp = 0;
    for (field = strtok(line, " "); field != NULL; field = strtok(NULL, " "))
        if (!read_field(field, into)) return 0;
    return 1;
}

static void put_hex(const char *data, size_t len)
{
    static const char digits[] = "0123456789abcdef";
    size_t index;
    for (index = 0; index < len; index++) {
        unsigned char byte = (unsigned char)data[index];
        putchar(digits[byte >> 4]);
        putchar(digits[byte & 15]);
    }
}

static void put_part(char tag, const binsign_request *request, binsign_part part)
{
    binsign_view view;
    if (binsign_request_view(request, part, &view) != BINSIGN_OK) abort();
    putchar(' ');
    if (view.data == NULL) {
        putchar('-');
        return;
    }
    putchar(tag);
    put_hex(view.data, view.len);
}

static void put_signed(const binsign_request *request)
{
    binsign_view name, value;
    size_t index;
    fputs("allow", stdout);
    put_part('t', request, BINSIGN_PART_TARGET);
    put_part('q', request, BINSIGN_PART_QUERY);
    put_part('b', request, BINSIGN_PART_BODY);
    put_part('P', request, BINSIGN_PART_PAYLOAD);
    put_part('S', request, BINSIGN_PART_SIGNATURE);
    for (index = 0; binsign_request_header(request, index, &name, &value) == BINSIGN_OK && name.data; index++) {
        fputs(" h", stdout);
        put_hex(name.data, name.len);
        putchar('=');
        put_hex(value.data, value.len);
    }
}

typedef binsign_result text_of_refusal(const binsign_request *, char *, size_t, size_t *);

static void put_text(char tag, const binsign_request *request, text_of_refusal *get)
{
    char out[BINSIGN_MESSAGE_SIZE];
    size_t len;
    if (get(request, out, sizeof out, &len) != BINSIGN_OK) abort();
    putchar(' ');
    putchar(tag);
    put_hex(out, len);
}

static void put_refused(binsign_result result, const binsign_request *request)
{
    if (result / 100 == 4) {
        printf("deny %s", binsign_result_name(result));
        put_text('c', request, binsign_request_clause);
        put_text('r', request, binsign_request_rule);
        put_text('p', request, binsign_request_param_name);
    } else {
        printf("error %s", binsign_result_name(result));
    }
    put_text('m', request, binsign_request_message);
}

static void answer(const test_case *test)
{
    static char buffer[BINSIGN_MAX_REQUEST];
    char message[BINSIGN_MESSAGE_SIZE];
    binsign_signer signer;
    binsign_request request;
    binsign_result result;
    size_t index, len;
    char part = 'q';

    result = (test->key_is_pem ? binsign_signer_init_pem : binsign_signer_init)(
        &signer, test->api_key.data, test->api_key.len, test->key.data, test->key.len);
    if (result != BINSIGN_OK) {
        if (binsign_result_message(result, message, sizeof message, &len) != BINSIGN_OK) abort();
        printf("error %s m", binsign_result_name(result));
        put_hex(message, len);
        return;
    }

    /* What goes wrong on the way sticks to the request, so it is the result of the last step. */
    binsign_request_init(&request, buffer, sizeof buffer, test->method.data, test->method.len, test->path.data,
                         test->path.len);
    for (index = 0; index < test->count; index++) {
        if (test->params[index].part != part) binsign_request_body(&request);
        part = test->params[index].part;
        binsign_request_param(&request, test->params[index].name.data, test->params[index].name.len,
                              test->params[index].value.data, test->params[index].value.len);
    }
    if (test->has_recv_window)
        binsign_request_param(&request, BINSIGN_TEXT("recvWindow"), test->recv_window.data, test->recv_window.len);
    if (test->has_timestamp)
        binsign_request_param(&request, BINSIGN_TEXT("timestamp"), test->timestamp.data, test->timestamp.len);
    result = binsign_request_authorize(&request);
    if (result == BINSIGN_OK) result = binsign_request_sign(&request, &signer, &len);

    if (result == BINSIGN_OK)
        put_signed(&request);
    else
        put_refused(result, &request);
    binsign_signer_wipe(&signer);
}

/* Reads a line of any length; false at the end of the input. */
static int read_line(char **line, size_t *capacity)
{
    size_t len = 0;
    int c;
    while ((c = getchar()) != EOF && c != '\n') {
        if (len + 2 > *capacity) {
            *capacity = *capacity * 2 + 256;
            *line = (char *)realloc(*line, *capacity);
            if (*line == NULL) abort();
        }
        (*line)[len++] = (char)c;
    }
    if (len > 0) (*line)[len] = '\0';
    return len > 0 || c != EOF;
}

int main(void)
{
    static test_case test;
    char *line = NULL;
    size_t capacity = 0;
    while (read_line(&line, &capacity)) {
        if (line == NULL || !read_case(line, &test)) {
            fputs("a line is no case\n", stderr);
            return 1;
        }
        answer(&test);
        putchar('\n');
        fflush(stdout);
    }
    free(line);
    return 0;
}
