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

/* Every field by its letter; `data` is NULL where a case has none. */
typedef struct test_case {
    text fields[128];
    struct {
        char tag;
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
    case 'x': case 'f': case 'm': case 'p': case 'i': case 'a': case 's': case 'k': case 'z': case 'y': case 'Y':
    case 'e': case 'g': case 'u': case 'w': case 't':
        return unhex(value, end, &into->fields[(int)field[0]]);
    case 'q': case 'l': case 'b': case 'F':
        middle = strchr(value, '=');
        if (middle == NULL || into->count == MAX_PARAMS) return 0;
        into->params[into->count].tag = field[0];
        return unhex(value, middle, &into->params[into->count].name)
               && unhex(middle + 1, end, &into->params[into->count++].value);
    default: return 0;
    }
}

static int read_case(char *line, test_case *into)
{
    char *field;
    into->count = 0;
    memset(into->fields, 0, sizeof into->fields);
    for (field = strtok(line, " "); field != NULL; field = strtok(NULL, " "))
        if (!read_field(field, into)) return 0;
    return 1;
}

static int is(text text, const char *expected)
{
    return text.data != NULL && text.len == strlen(expected) && memcmp(text.data, expected, text.len) == 0;
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
    binsign_view transport, name, value;
    size_t index;
    fputs("allow", stdout);
    put_part('t', request, BINSIGN_PART_TARGET);
    put_part('q', request, BINSIGN_PART_QUERY);
    put_part('b', request, BINSIGN_PART_BODY);
    put_part('P', request, BINSIGN_PART_PAYLOAD);
    put_part('S', request, BINSIGN_PART_SIGNATURE);
    if (binsign_request_view(request, BINSIGN_PART_TRANSPORT, &transport) != BINSIGN_OK) abort();
    if (memcmp(transport.data, "ws-api", 2) == 0 || memcmp(transport.data, "fix", 2) == 0)
        put_part('M', request, BINSIGN_PART_MESSAGE);
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

/* The key of a case: one that is here, or what is known of one elsewhere. */
typedef struct test_key {
    binsign_signer signer;
    binsign_external_key external;
} test_key;

static binsign_result make_key(const test_case *test, test_key *key)
{
    const text *field = test->fields;
    const text api_key = field['a'], pem = field['k'], secret = field['s'], public_key = field['Y'];
    if (field['y'].data != NULL) {
        const binsign_key_type type = is(field['y'], "HMAC")      ? BINSIGN_KEY_TYPE_HMAC
                                      : is(field['y'], "Ed25519") ? BINSIGN_KEY_TYPE_ED25519
                                                                  : BINSIGN_KEY_TYPE_RSA;
        if (public_key.data != NULL)
            return binsign_external_key_init_public(&key->external, api_key.data, api_key.len, public_key.data,
                                                    public_key.len);
        return binsign_external_key_init(&key->external, api_key.data, api_key.len, type);
    }
    if (pem.data != NULL)
        return binsign_signer_init_pem_encrypted(&key->signer, api_key.data, api_key.len, pem.data, pem.len,
                                                 field['z'].data, field['z'].len);
    return binsign_signer_init(&key->signer, api_key.data, api_key.len, secret.data, secret.len);
}

static unsigned long long number(text text)
{
    unsigned long long number = 0;
    size_t index;
    for (index = 0; index < text.len; index++) number = number * 10 + (unsigned)(text.data[index] - '0');
    return number;
}

static void begin_fix(const test_case *test, binsign_request *request, char *buffer, size_t capacity)
{
    binsign_fix_logon logon = BINSIGN_FIX_LOGON_USUAL;
    size_t index;
    for (index = 0; index < test->count; index++) {
        const text name = test->params[index].name, value = test->params[index].value;
        if (is(name, "sender_comp_id")) {
            logon.sender_comp_id = value.data;
            logon.sender_comp_id_len = value.len;
        } else if (is(name, "target_comp_id")) {
            logon.target_comp_id = value.data;
            logon.target_comp_id_len = value.len;
        } else if (is(name, "sending_time")) {
            logon.sending_time = value.data;
            logon.sending_time_len = value.len;
        } else if (is(name, "recv_window")) {
            logon.recv_window = value.data;
            logon.recv_window_len = value.len;
        } else if (is(name, "msg_seq_num")) {
            logon.msg_seq_num = number(value);
        } else if (is(name, "heart_bt_int")) {
            logon.heart_bt_int = (uint32_t)number(value);
        } else if (is(name, "message_handling")) {
            logon.message_handling = (uint32_t)number(value);
        } else if (is(name, "response_mode")) {
            logon.response_mode = (uint32_t)number(value);
        } else if (is(name, "sbe_schema_id")) {
            logon.sbe_schema_id = (uint16_t)number(value);
        } else if (is(name, "sbe_schema_version")) {
            logon.sbe_schema_version = (uint16_t)number(value);
        } else if (is(name, "drop_copy")) {
            logon.drop_copy = is(value, "Y");
        } else if (is(name, "sbe")) {
            logon.sbe = is(value, "Y");
        } else {
            abort();
        }
    }
    binsign_request_init_fix_logon(request, buffer, capacity, &logon);
}

/* Puts the request together. What goes wrong on the way sticks to it, so it is the result of the last step. */
static void build(const test_case *test, binsign_request *request, char *buffer, size_t capacity)
{
    const text *field = test->fields;
    const int is_ws_api = is(field['x'], "ws-api");
    size_t index;
    char part = 'q';

    if (is(field['x'], "fix")) {
        begin_fix(test, request, buffer, capacity);
        return;
    }
    if (is_ws_api)
        binsign_request_init_ws_api(request, buffer, capacity, field['f'].data, field['f'].len, field['m'].data,
                                    field['m'].len, field['i'].data, field['i'].len);
    else if (is(field['x'], "sapi-wss"))
        binsign_request_init_sapi_wss(request, buffer, capacity);
    else
        binsign_request_init(request, buffer, capacity, field['m'].data, field['m'].len, field['p'].data,
                             field['p'].len);
    if (field['g'].data != NULL) binsign_request_in_session(request);
    if (field['u'].data != NULL)
        binsign_request_time_unit(request, is(field['u'], "MICROSECOND") ? BINSIGN_TIME_UNIT_MICROSECOND
                                                                         : BINSIGN_TIME_UNIT_MILLISECOND);
    for (index = 0; index < test->count; index++) {
        const text name = test->params[index].name, value = test->params[index].value;
        if (test->params[index].tag == 'b' && part != 'b') binsign_request_body(request);
        part = test->params[index].tag;
        (part == 'l' ? binsign_request_literal : binsign_request_param)(request, name.data, name.len, value.data,
                                                                        value.len);
    }
    if (field['w'].data != NULL)
        (is_ws_api ? binsign_request_literal : binsign_request_param)(request, BINSIGN_TEXT("recvWindow"),
                                                                      field['w'].data, field['w'].len);
    if (field['t'].data != NULL)
        (is_ws_api ? binsign_request_literal : binsign_request_param)(request, BINSIGN_TEXT("timestamp"),
                                                                      field['t'].data, field['t'].len);
}

/* Authorises and signs, with the key that is here or by the signature that the key elsewhere made. */
static binsign_result sign(const test_case *test, binsign_request *request, const test_key *key)
{
    binsign_result result = binsign_request_authorize(request);
    size_t written;
    if (result != BINSIGN_OK) return result;
    if (test->fields['y'].data == NULL) return binsign_request_sign(request, &key->signer, &written);
    result = binsign_request_begin(request, &key->external);
    if (result != BINSIGN_OK) return result;
    return binsign_request_finish(request, (const unsigned char *)test->fields['e'].data, test->fields['e'].len,
                                  &written);
}

static void answer(const test_case *test)
{
    static char buffer[BINSIGN_MAX_REQUEST];
    char message[BINSIGN_MESSAGE_SIZE];
    test_key key;
    binsign_request request;
    size_t len;

    binsign_result result = make_key(test, &key);
    if (result != BINSIGN_OK) {
        if (binsign_result_message(result, message, sizeof message, &len) != BINSIGN_OK) abort();
        printf("error %s m", binsign_result_name(result));
        put_hex(message, len);
        return;
    }
    build(test, &request, buffer, sizeof buffer);
    result = sign(test, &request, &key);
    if (result == BINSIGN_OK)
        put_signed(&request);
    else
        put_refused(result, &request);
    if (test->fields['y'].data == NULL) binsign_signer_wipe(&key.signer);
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
