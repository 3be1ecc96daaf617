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
    case 'e': case 'g': case 'u': case 'w': case 't': case 'N': case 'P': case 'A': case 'j': case 'J': case 'n':
    case 'V': case 'c': case 'o': case 'B': case 'd': case 'r': case 'v': case 'C':
        return unhex(value, end, &into->fields[(int)field[0]]);
    case 'q': case 'l': case 'b': case 'F': case 'H':
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
    if (result == BINSIGN_CONFUSABLE) put_text('o', request, binsign_request_opens);
}

static void put_error(binsign_result result)
{
    char message[BINSIGN_MESSAGE_SIZE];
    size_t len;
    if (binsign_result_message(result, message, sizeof message, &len) != BINSIGN_OK) abort();
    printf("error %s m", binsign_result_name(result));
    put_hex(message, len);
}

/* Why the answer about the key's permissions, or the policy, was not taken. */
static void put_not_taken(const test_case *test, binsign_result result)
{
    const text info = test->fields['j'];
    char message[BINSIGN_MESSAGE_SIZE];
    size_t len;
    if (result != BINSIGN_KEY_INFO_MALFORMED) {
        put_error(result);
        return;
    }
    if (binsign_key_info_message(info.data, info.len, message, sizeof message, &len) != BINSIGN_OK) abort();
    printf("error %s m", binsign_result_name(result));
    put_hex(message, len);
}

static void put_misplaced(const char *message)
{
    fputs("error CASE_NOT_UNDERSTOOD m", stdout);
    put_hex(message, strlen(message));
}

/* A verdict with its reasons, as a refusal of a request. */
static void put_verdict(const binsign_verdict *verdict)
{
    const char *texts[] = {verdict->clause, verdict->rule, verdict->param};
    size_t index;
    if (verdict->result == BINSIGN_OK) {
        fputs("allow", stdout);
        return;
    }
    if (verdict->result / 100 == 4) {
        printf("deny %s", binsign_result_name(verdict->result));
        for (index = 0; index < 3; index++) {
            printf(" %c", "crp"[index]);
            put_hex(texts[index], strlen(texts[index]));
        }
    } else {
        printf("error %s", binsign_result_name(verdict->result));
    }
    fputs(" m", stdout);
    put_hex(verdict->message, strlen(verdict->message));
    if (verdict->result == BINSIGN_CONFUSABLE) {
        fputs(" o", stdout);
        put_hex(verdict->opens, strlen(verdict->opens));
    }
}

static void put_count(int32_t count)
{
    if (count < 0)
        fputs(" -", stdout);
    else
        printf(" %ld", (long)count);
}

static void put_observed(const binsign_observed *observed)
{
    static const char *const states[] = {"", "active", "suspended", "revoked", "expired", "terminated"};
    printf("observed %s ", states[observed->key_state]);
    if (observed->key_state == BINSIGN_KEY_STATE_SUSPENDED)
        printf("%ld", (long)observed->reason);
    else
        putchar('-');
    printf(" %lld ", (long long)observed->offset_ms);
    if (observed->wait_until_ms > 0)
        printf("%llu", (unsigned long long)observed->wait_until_ms);
    else
        putchar('-');
    put_count(observed->used_weight);
    put_count(observed->orders_10s);
    put_count(observed->orders_1m);
    put_count(observed->orders_1d);
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

/* A policy with its state, and what has to stay where it is as long as the gate is used. */
typedef struct test_session {
    binsign_gate gate;
    unsigned char *policy;
    char *app;
    binsign_sent sent;
    int is_ready, was_signed;
} test_session;

#define SLOTS 4

static void end_session(test_session *session)
{
    binsign_gate_wipe(&session->gate);
    free(session->policy);
    free(session->app);
    memset(session, 0, sizeof *session);
}

static void *copy_of(text text)
{
    void *copy = malloc(text.len + 1);
    if (copy == NULL) abort();
    if (text.len > 0) memcpy(copy, text.data, text.len);
    return copy;
}

static binsign_result tell_key_info(const test_case *test, binsign_gate *gate)
{
    const text info = test->fields['j'];
    if (info.data == NULL) return BINSIGN_OK;
    return binsign_gate_key_info(gate, info.data, info.len, number(test->fields['J']));
}

static binsign_result begin_session(const test_case *test, test_session *session)
{
    const text policy = test->fields['P'], app = test->fields['A'];
    binsign_result result;
    end_session(session);
    session->policy = (unsigned char *)copy_of(policy);
    result = binsign_gate_init(&session->gate, session->policy, policy.len);
    if (result == BINSIGN_OK && app.data != NULL) {
        session->app = (char *)copy_of(app);
        result = binsign_gate_app(&session->gate, session->app, app.len);
    }
    if (result == BINSIGN_OK) result = tell_key_info(test, &session->gate);
    session->is_ready = result == BINSIGN_OK;
    return result;
}

/* Saves the state and restores it in a new gate of the same policy. */
static binsign_result restart(test_session *session)
{
    unsigned char saved[BINSIGN_STATE_SIZE];
    size_t written;
    uint64_t sequence;
    binsign_result result = binsign_gate_save(&session->gate, saved, sizeof saved, &written, &sequence);
    if (result != BINSIGN_OK) return result;
    return binsign_gate_restore(&session->gate, saved, written, sequence);
}

/* Answers a line that asks for no request; false where it does. */
static int answer_observation(const test_case *test, test_session *session, test_key *key)
{
    static binsign_param headers[MAX_PARAMS];
    const text *field = test->fields;
    const unsigned long long now = number(field['n']);
    binsign_observed observed;
    size_t index;
    if (field['o'].data != NULL) {
        for (index = 0; index < test->count; index++) {
            headers[index].name = test->params[index].name.data;
            headers[index].name_len = test->params[index].name.len;
            headers[index].value = test->params[index].value.data;
            headers[index].value_len = test->params[index].value.len;
        }
        if (!session->was_signed) {
            put_misplaced("no request of the session was signed");
            return 1;
        }
        if (binsign_gate_observe(&session->gate, &session->sent, (uint16_t)number(field['o']), headers, test->count,
                                 field['B'].data, field['B'].len, now, &observed)
            != BINSIGN_OK)
            abort();
        put_observed(&observed);
        return 1;
    }
    if (field['d'].data != NULL) {
        binsign_gate_observe_time(&session->gate, number(field['d']), number(field['r']), number(field['v']));
    } else if (is(field['C'], "clear")) {
        binsign_gate_clear(&session->gate);
    } else if (is(field['C'], "revoke")) {
        binsign_gate_revoke(&session->gate, field['y'].data == NULL ? &key->signer : NULL);
    } else if (is(field['C'], "terminate")) {
        binsign_gate_terminate(&session->gate, field['y'].data == NULL ? &key->signer : NULL);
    } else if (is(field['C'], "restart")) {
        const binsign_result result = restart(session);
        if (result != BINSIGN_OK) {
            put_not_taken(test, result);
            return 1;
        }
    } else {
        return 0;
    }
    if (binsign_gate_observed(&session->gate, now, &observed) != BINSIGN_OK) abort();
    put_observed(&observed);
    return 1;
}

/* The type of the case's key, as the gate is told it. */
static binsign_key_type type_of(const test_case *test, const test_key *key)
{
    binsign_key_type type = BINSIGN_KEY_TYPE_RSA;
    if (test->fields['y'].data == NULL) {
        if (binsign_signer_key_type(&key->signer, &type) != BINSIGN_OK) abort();
    } else if (is(test->fields['y'], "HMAC")) {
        type = BINSIGN_KEY_TYPE_HMAC;
    } else if (is(test->fields['y'], "Ed25519")) {
        type = BINSIGN_KEY_TYPE_ED25519;
    }
    return type;
}

/* Authorises and signs, with the key that is here or by the signature that the key elsewhere made. */
static binsign_result sign(const test_case *test, binsign_request *request, const test_key *key, test_session *session)
{
    binsign_result result = session == NULL
        ? binsign_request_authorize(request)
        : binsign_request_authorize_by(request, &session->gate, number(test->fields['n']));
    size_t written;
    if (result != BINSIGN_OK) return result;
    if (test->fields['y'].data == NULL) return binsign_request_sign(request, &key->signer, &written);
    result = binsign_request_begin(request, &key->external);
    if (result != BINSIGN_OK) return result;
    return binsign_request_finish(request, (const unsigned char *)test->fields['e'].data, test->fields['e'].len,
                                  &written);
}

static void answer_request(const test_case *test, binsign_request *request, test_key *key, test_session *session)
{
    static char buffer[BINSIGN_MAX_REQUEST];
    binsign_verdict verdict;
    binsign_result result = BINSIGN_OK;
    if (session != NULL) {
        if (test->fields['P'].data == NULL) result = tell_key_info(test, &session->gate);
        if (result == BINSIGN_OK) result = binsign_gate_key_type(&session->gate, type_of(test, key));
        if (result == BINSIGN_OK)
            result = binsign_gate_approval(&session->gate, (const uint8_t *)test->fields['V'].data,
                                           test->fields['V'].len);
        if (result != BINSIGN_OK) {
            put_not_taken(test, result);
            return;
        }
    }
    build(test, request, buffer, sizeof buffer);
    if (session != NULL && test->fields['c'].data != NULL) {
        if (binsign_request_check(request, &session->gate, number(test->fields['n']), &verdict) != verdict.result)
            abort();
        put_verdict(&verdict);
        binsign_request_discard(request);
        return;
    }
    result = sign(test, request, key, session);
    if (result != BINSIGN_OK) {
        put_refused(result, request);
        return;
    }
    if (session != NULL) {
        if (binsign_request_sent(request, &session->sent) != BINSIGN_OK) abort();
        session->was_signed = 1;
    }
    put_signed(request);
}

static void answer(const test_case *test)
{
    /* The last one is for a policy without a session. */
    static test_session sessions[SLOTS + 1];
    const text slot = test->fields['N'];
    test_session *session = NULL;
    test_key key;
    binsign_request request;

    binsign_result result = make_key(test, &key);
    if (result != BINSIGN_OK) {
        put_not_taken(test, result);
        return;
    }
    if (slot.data != NULL || test->fields['P'].data != NULL)
        session = &sessions[slot.data == NULL ? SLOTS : number(slot) % SLOTS];
    if (test->fields['P'].data != NULL) result = begin_session(test, session);
    if (result != BINSIGN_OK)
        put_not_taken(test, result);
    else if (session != NULL && !session->is_ready)
        put_misplaced("the session has not begun");
    else if (session == NULL || !answer_observation(test, session, &key))
        answer_request(test, &request, &key, session);
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
