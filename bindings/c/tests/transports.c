/* What is no REST: messages of the WebSocket API, signed streams, FIX Logons; units of time; requests without a key. */
#include "common.h"
#include "keys.h"

/* The exchange's example of a signed request of the WebSocket API, in full-width digits. */
#define WS_PAYLOAD \
    "apiKey=" API_KEY "&price=0.10000000&quantity=1.00000000&recvWindow=5000&side=BUY" \
    "&symbol=\xef\xbc\x91\xef\xbc\x92\xef\xbc\x93\xef\xbc\x94\xef\xbc\x95\xef\xbc\x96&timeInForce=GTC" \
    "&timestamp=1645423376532&type=LIMIT"
#define WS_SIGNATURE "b33892ae8e687c939f4468c6268ddd4c40ac1af18ad19a064864c47bae0752cd"
#define WS_MESSAGE \
    "{\"id\":\"4885f793\",\"method\":\"order.place\",\"params\":{\"apiKey\":\"" API_KEY "\",\"price\":\"0.10000000\"," \
    "\"quantity\":\"1.00000000\",\"recvWindow\":5000,\"side\":\"BUY\"," \
    "\"symbol\":\"\xef\xbc\x91\xef\xbc\x92\xef\xbc\x93\xef\xbc\x94\xef\xbc\x95\xef\xbc\x96\",\"timeInForce\":\"GTC\"," \
    "\"timestamp\":1645423376532,\"type\":\"LIMIT\",\"signature\":\"" WS_SIGNATURE "\"}}"

/* The exchange's example of a FIX Logon: key, payload, signature, length of the body and check sum. */
#define FIX_API_KEY "sBRXrJx2DsOraMXOaUovEhgVRcjOvCtQwnWj8VxkOh1xqboS02SPGfKi2h8spZJb"
#define FIX_PEM PEM_BEGIN "\nMC4CAQAwBQYDK2VwBCIEIIJEYWtGBrhACmb9Dvy+qa8WEf0lQOl1s4CLIAB9m89u\n" PEM_END "\n"
#define FIX_TIME "20240627-11:17:25.223"
#define FIX_PAYLOAD "A\001EXAMPLE\001SPOT\0011\001" FIX_TIME
#define FIX_SIGNATURE "4MHXelVVcpkdwuLbl6n73HQUXUf1dse2PCgT1DYqW9w8AVZ1RACFGM+5UdlGPrQHrgtS3CvsRURC1oj73j8gCA=="
#define FIX_MESSAGE \
    "8=FIX.4.4\0019=247\00135=A\00134=1\00149=EXAMPLE\00152=" FIX_TIME "\00156=SPOT\00195=88\00196=" FIX_SIGNATURE \
    "\00198=0\001108=30\001141=Y\001553=" FIX_API_KEY "\00125035=2\00110=227\001"

static binsign_fix_logon example_logon(void)
{
    binsign_fix_logon logon = BINSIGN_FIX_LOGON_USUAL;
    logon.sender_comp_id = "EXAMPLE";
    logon.sender_comp_id_len = 7;
    logon.sending_time = FIX_TIME;
    logon.sending_time_len = strlen(FIX_TIME);
    return logon;
}

static void begin_ws(binsign_request *request, char *buffer, size_t capacity, const char *method)
{
    CHECK(binsign_request_init_ws_api(request, buffer, capacity, BINSIGN_TEXT("spot"), method, strlen(method),
                                      BINSIGN_TEXT("4885f793"))
          == BINSIGN_OK);
}

static void the_documented_message_of_the_websocket_api(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view name, value, message;
    char buffer[1024];
    size_t written = 0;

    make_signer(&signer);
    begin_ws(&request, buffer, sizeof buffer, "order.place");
    binsign_request_param(&request, BINSIGN_TEXT("symbol"),
                          BINSIGN_TEXT("\xef\xbc\x91\xef\xbc\x92\xef\xbc\x93\xef\xbc\x94\xef\xbc\x95\xef\xbc\x96"));
    binsign_request_param(&request, BINSIGN_TEXT("side"), BINSIGN_TEXT("BUY"));
    binsign_request_param(&request, BINSIGN_TEXT("type"), BINSIGN_TEXT("LIMIT"));
    binsign_request_param(&request, BINSIGN_TEXT("timeInForce"), BINSIGN_TEXT("GTC"));
    binsign_request_param(&request, BINSIGN_TEXT("quantity"), BINSIGN_TEXT("1.00000000"));
    binsign_request_param(&request, BINSIGN_TEXT("price"), BINSIGN_TEXT("0.10000000"));
    binsign_request_recv_window(&request, 5000);
    CHECK(binsign_request_timestamp(&request, 1645423376532u) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TRANSPORT, "ws-api"));
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_MESSAGE, WS_MESSAGE) && written == strlen(WS_MESSAGE));
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, WS_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, WS_SIGNATURE));
    /* Nothing of HTTP. */
    CHECK(part_is(&request, BINSIGN_PART_METHOD, NULL) && part_is(&request, BINSIGN_PART_TARGET, ""));
    CHECK(part_is(&request, BINSIGN_PART_QUERY, "") && part_is(&request, BINSIGN_PART_BODY, ""));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, NULL) && part_is(&request, BINSIGN_PART_CONTENT_TYPE, NULL));
    CHECK(part_is(&request, BINSIGN_PART_FAMILY, "spot") && part_is(&request, BINSIGN_PART_SECURITY_TYPE, "TRADE"));
    CHECK(binsign_request_header(&request, 0, &name, &value) == BINSIGN_OK && view_is(name, NULL));
    CHECK(binsign_request_view(&request, BINSIGN_PART_MESSAGE, &message) == BINSIGN_OK);
    CHECK(message.data > buffer && message.data + message.len <= buffer + sizeof buffer);
    binsign_signer_wipe(&signer);
}

static void literals_are_no_text_in_a_message(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_view message;
    char buffer[1024];
    size_t written;

    make_signer(&signer);
    begin_ws(&request, buffer, sizeof buffer, "order.status");
    CHECK(binsign_request_literal(&request, BINSIGN_TEXT("orderId"), BINSIGN_TEXT("12569099453")) == BINSIGN_OK);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("symbol"), BINSIGN_TEXT("BTCUSDT")) == BINSIGN_OK);
    CHECK(binsign_request_timestamp_us(&request, 1660801715639001u) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(binsign_request_view(&request, BINSIGN_PART_MESSAGE, &message) == BINSIGN_OK);
    CHECK(holds(message.data, message.len,
                BINSIGN_TEXT("\"orderId\":12569099453,\"symbol\":\"BTCUSDT\",\"timestamp\":1660801715639001,")));

    begin_ws(&request, buffer, sizeof buffer, "order.status");
    CHECK(binsign_request_literal(&request, BINSIGN_TEXT("orderId"), BINSIGN_TEXT("1e9")) == BINSIGN_VALUE_TYPE);
    CHECK(refusal_is(&request, binsign_request_param_name, "orderId"));
    binsign_signer_wipe(&signer);
}

static void what_a_message_must_not_have_is_refused(void)
{
    binsign_request request;
    char buffer[1024];

    begin_ws(&request, buffer, sizeof buffer, "order.place");
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("apiKey"), BINSIGN_TEXT("a")) == BINSIGN_API_KEY_GIVEN);
    begin_ws(&request, buffer, sizeof buffer, "order.place");
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("newClientOrderId"), BINSIGN_TEXT("a&side=SELL"))
          == BINSIGN_VALUE_AMBIGUOUS);
    begin_ws(&request, buffer, sizeof buffer, "order.place");
    CHECK(binsign_request_body(&request) == BINSIGN_NOT_FOR_TRANSPORT);
    begin_ws(&request, buffer, sizeof buffer, "order.place");
    CHECK(binsign_request_time_unit(&request, BINSIGN_TIME_UNIT_MICROSECOND) == BINSIGN_NOT_FOR_TRANSPORT);
    begin_ws(&request, buffer, sizeof buffer, "order.destroy");
    CHECK(binsign_request_authorize(&request) == BINSIGN_ROUTE_UNKNOWN);
    CHECK(binsign_request_init_ws_api(&request, buffer, sizeof buffer, BINSIGN_TEXT("spot"), BINSIGN_TEXT("ping"), NULL,
                                      0)
          == BINSIGN_ID_INVALID);
    CHECK(binsign_request_init_ws_api(&request, buffer, sizeof buffer, BINSIGN_TEXT("moon"), BINSIGN_TEXT("ping"),
                                      BINSIGN_TEXT("1"))
          == BINSIGN_FAMILY_MISMATCH);
    CHECK(binsign_request_authorize(&request) == BINSIGN_FAMILY_MISMATCH);
}

static void only_ed25519_opens_a_session(void)
{
    binsign_signer signer;
    binsign_request request;
    char buffer[1024];
    size_t written = 7;

    memset(buffer, 0, sizeof buffer);
    make_signer(&signer);
    begin_ws(&request, buffer, sizeof buffer, "session.logon");
    CHECK(binsign_request_timestamp(&request, 1649729878532u) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_KEY_TYPE_UNSUITED && written == 7);
    CHECK(!holds(buffer, sizeof buffer, BINSIGN_TEXT("timestamp=")));
    binsign_signer_wipe(&signer);
    CHECK(binsign_signer_init_pem(&signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(PEM)) == BINSIGN_OK);
    begin_ws(&request, buffer, sizeof buffer, "session.logon");
    CHECK(binsign_request_timestamp(&request, 1649729878532u) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    binsign_signer_wipe(&signer);
}

static void a_request_of_a_session_needs_no_key(void)
{
    static const char expected[] =
        "{\"id\":\"4885f793\",\"method\":\"account.status\",\"params\":{\"timestamp\":1649729878532}}";
    binsign_request request;
    char buffer[512];
    size_t written = 0;

    begin_ws(&request, buffer, sizeof buffer, "account.status");
    CHECK(binsign_request_in_session(&request) == BINSIGN_OK);
    CHECK(binsign_request_timestamp(&request, 1649729878532u) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_without_key(&request, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_MESSAGE, expected) && written == strlen(expected));
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, NULL) && part_is(&request, BINSIGN_PART_SIGNATURE, NULL));

    /* Without a session it does, and a public route does not. */
    begin_ws(&request, buffer, sizeof buffer, "account.status");
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    written = 7;
    CHECK(binsign_request_without_key(&request, &written) == BINSIGN_KEY_MISSING && written == 7);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/time"))
          == BINSIGN_OK);
    CHECK(binsign_request_in_session(&request) == BINSIGN_NOT_FOR_TRANSPORT);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/time"))
          == BINSIGN_OK);
    CHECK(binsign_request_without_key(&request, &written) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/time"))
          == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_without_key(&request, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TARGET, "/api/v3/time") && written == strlen("/api/v3/time"));
}

static void the_documented_stream_sorted(void)
{
    /* The exchange's example, which it signs unsorted against its own rule; the signature of the sorted one is from
     * `openssl dgst -sha256 -hmac`. */
    static const char target[] =
        "/sapi/wss?random=56724ac693184379ae23ffe5e910063c&recvWindow=30000&timestamp=1753244327210&topic=topic1"
        "&signature=93b0a59aea2509fd0e77abc6a11568628e652f13769f651c6de91c9b737a1eaa";
    binsign_signer signer;
    binsign_request request;
    char buffer[512];
    size_t written = 0;

    CHECK(binsign_signer_init(&signer, BINSIGN_TEXT(API_KEY),
                              BINSIGN_TEXT("Avqz4IQjoZSJOowMFSo3QZEd4ovfwLH7Kie8ZliTtP8ktDnqcX8bpCP7WluFtrfn"))
          == BINSIGN_OK);
    CHECK(binsign_request_init_sapi_wss(&request, buffer, sizeof buffer) == BINSIGN_OK);
    binsign_request_param(&request, BINSIGN_TEXT("topic"), BINSIGN_TEXT("topic1"));
    binsign_request_param(&request, BINSIGN_TEXT("random"), BINSIGN_TEXT("56724ac693184379ae23ffe5e910063c"));
    binsign_request_recv_window(&request, 30000);
    binsign_request_timestamp(&request, 1753244327210u);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_TARGET, target) && written == strlen(target));
    CHECK(part_is(&request, BINSIGN_PART_METHOD, "GET") && part_is(&request, BINSIGN_PART_TRANSPORT, "sapi-wss"));
    CHECK(part_is(&request, BINSIGN_PART_API_KEY, API_KEY) && part_is(&request, BINSIGN_PART_MESSAGE, NULL));
    binsign_signer_wipe(&signer);
}

static void the_documented_logon(void)
{
    binsign_signer signer;
    binsign_request request;
    binsign_fix_logon logon = example_logon();
    char buffer[512];
    size_t written = 0;

    CHECK(binsign_signer_init_pem(&signer, BINSIGN_TEXT(FIX_API_KEY), BINSIGN_TEXT(FIX_PEM)) == BINSIGN_OK);
    CHECK(binsign_request_init_fix_logon(&request, buffer, sizeof buffer, &logon) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, FIX_PAYLOAD));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, FIX_SIGNATURE));
    CHECK(part_is(&request, BINSIGN_PART_MESSAGE, FIX_MESSAGE) && written == strlen(FIX_MESSAGE));
    CHECK(part_is(&request, BINSIGN_PART_TRANSPORT, "fix") && part_is(&request, BINSIGN_PART_METHOD, NULL));

    /* FIX-SBE: the same payload and signature, and no message. */
    logon.sbe = 1;
    CHECK(binsign_request_init_fix_logon(&request, buffer, sizeof buffer, &logon) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_PAYLOAD, FIX_PAYLOAD) && part_is(&request, BINSIGN_PART_MESSAGE, NULL));
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, FIX_SIGNATURE) && written == 0);
    binsign_signer_wipe(&signer);

    make_signer(&signer);
    CHECK(binsign_request_init_fix_logon(&request, buffer, sizeof buffer, &logon) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_KEY_TYPE_UNSUITED);
    binsign_signer_wipe(&signer);
}

static binsign_result logon_result(const binsign_fix_logon *logon, const char *field)
{
    binsign_request request;
    char buffer[512];
    const binsign_result result = binsign_request_init_fix_logon(&request, buffer, sizeof buffer, logon);
    CHECK(refusal_is(&request, binsign_request_param_name, field));
    return result;
}

static void wrong_fields_of_a_logon_are_named(void)
{
    binsign_fix_logon zeroed, logon;

    memset(&zeroed, 0, sizeof zeroed);
    CHECK(logon_result(&zeroed, "message_handling") == BINSIGN_FIX_FIELD);
    zeroed.message_handling = 2;
    CHECK(logon_result(&zeroed, "sender_comp_id") == BINSIGN_FIX_SENDER_COMP_ID);
    logon = example_logon();
    logon.sending_time_len--;
    CHECK(logon_result(&logon, "sending_time") == BINSIGN_FIX_SENDING_TIME);
    logon = example_logon();
    logon.msg_seq_num = 0;
    CHECK(logon_result(&logon, "msg_seq_num") == BINSIGN_FIX_FIELD);
    logon = example_logon();
    logon.heart_bt_int = 0;
    CHECK(logon_result(&logon, "heart_bt_int") == BINSIGN_FIX_HEART_BT_INT);
    logon = example_logon();
    logon.message_handling = 3;
    CHECK(logon_result(&logon, "message_handling") == BINSIGN_FIX_FIELD);
    logon = example_logon();
    logon.response_mode = 3;
    CHECK(logon_result(&logon, "response_mode") == BINSIGN_FIX_FIELD);
    logon = example_logon();
    logon.target_comp_id = "";
    CHECK(logon_result(&logon, "target_comp_id") == BINSIGN_FIX_FIELD);
    logon = example_logon();
    logon.recv_window = "60001";
    logon.recv_window_len = 5;
    CHECK(logon_result(&logon, "recv_window") == BINSIGN_RECV_WINDOW_OUT_OF_RANGE);
    CHECK(logon_result(NULL, "") == BINSIGN_NULL_POINTER);
}

static void sending_times_are_written_as_fix_has_them(void)
{
    char out[24];
    size_t written = 0;

    /* Both are what `date --utc --date=@1719487045` says, with the fractions. */
    CHECK(binsign_sending_time_ms(1719487045223u, out, sizeof out, &written) == BINSIGN_OK);
    CHECK(written == 21 && memcmp(out, FIX_TIME, 21) == 0);
    CHECK(binsign_sending_time_us(1719487045223001u, out, sizeof out, &written) == BINSIGN_OK);
    CHECK(written == 24 && memcmp(out, FIX_TIME "001", 24) == 0);
    CHECK(binsign_sending_time_us(1719487045223001u, out, 23, &written) == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(binsign_sending_time_ms(1719487045u, out, sizeof out, &written) == BINSIGN_FIX_SENDING_TIME);
    CHECK(binsign_sending_time_ms(1719487045223u, NULL, 21, &written) == BINSIGN_NULL_POINTER);
}

static void units_of_time_are_what_the_call_says(void)
{
    binsign_request request;
    binsign_view name, value;
    char buffer[512];
    size_t written;

    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/time"))
          == BINSIGN_OK);
    CHECK(binsign_request_time_unit(&request, BINSIGN_TIME_UNIT_MICROSECOND) == BINSIGN_OK);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_without_key(&request, &written) == BINSIGN_OK);
    CHECK(binsign_request_header(&request, 0, &name, &value) == BINSIGN_OK);
    CHECK(view_is(name, "X-MBX-TIME-UNIT") && view_is(value, "MICROSECOND"));

    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"))
          == BINSIGN_OK);
    CHECK(binsign_request_timestamp(&request, 1499827319559000u) == BINSIGN_TIMESTAMP_OUT_OF_RANGE);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"))
          == BINSIGN_OK);
    CHECK(binsign_request_timestamp_us(&request, 1499827319559u) == BINSIGN_TIMESTAMP_OUT_OF_RANGE);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/fapi/v3/account"))
          == BINSIGN_OK);
    CHECK(binsign_request_timestamp_us(&request, 1499827319559000u) == BINSIGN_TIMESTAMP_OUT_OF_RANGE);
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/account"))
          == BINSIGN_OK);
    CHECK(binsign_request_time_unit(&request, (binsign_time_unit)3) == BINSIGN_UNSUPPORTED);
}

int main(void)
{
    static const check_test tests[] = {
        {"the documented message of the WebSocket API", the_documented_message_of_the_websocket_api},
        {"literals are no text in a message", literals_are_no_text_in_a_message},
        {"what a message must not have is refused", what_a_message_must_not_have_is_refused},
        {"only Ed25519 opens a session", only_ed25519_opens_a_session},
        {"a request of a session needs no key", a_request_of_a_session_needs_no_key},
        {"the documented stream, sorted", the_documented_stream_sorted},
        {"the documented Logon", the_documented_logon},
        {"wrong fields of a Logon are named", wrong_fields_of_a_logon_are_named},
        {"sending times are written as FIX has them", sending_times_are_written_as_fix_has_them},
        {"units of time are what the call says", units_of_time_are_what_the_call_says},
    };
    return check_run(tests, sizeof tests / sizeof tests[0]);
}
