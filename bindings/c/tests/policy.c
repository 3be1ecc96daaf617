/* Policies: what a gate allows and denies, what it remembers, and that nothing else happens to what it was given. */
#include <string.h>
#include "common.h"
#include "policies.h"

#define DAY 86400000u
/* The public key of the owner who signed: the first of RFC 8032, section 7.1. */
#define OWNER \
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n"
/* Another one: the second. */
#define STRANGER \
    "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAPUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw=\n-----END PUBLIC KEY-----\n"
#define MAY_TRADE \
    "{\"ipRestrict\":true,\"createTime\":1483228800000,\"enableReading\":true,\"enableSpotAndMarginTrading\":true}"
#define MAY_READ "{\"ipRestrict\":true,\"enableReading\":true}"

/* A gate that allows the documented order at its time. */
static void make_gate(binsign_gate *gate)
{
    CHECK(binsign_gate_init(gate, maker, sizeof maker) == BINSIGN_OK);
    CHECK(binsign_gate_app(gate, BINSIGN_TEXT("bot")) == BINSIGN_OK);
    CHECK(binsign_gate_key_type(gate, BINSIGN_KEY_TYPE_HMAC) == BINSIGN_OK);
    CHECK(binsign_gate_key_info(gate, BINSIGN_TEXT(MAY_TRADE), ORDER_TIME - 1000) == BINSIGN_OK);
}

/* An order on a pair: with a price, or at the market. */
static void begin_other(binsign_request *request, char *buffer, size_t capacity, const char *symbol, const char *price)
{
    CHECK(binsign_request_init(request, buffer, capacity, BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"))
          == BINSIGN_OK);
    binsign_request_param(request, BINSIGN_TEXT("symbol"), symbol, strlen(symbol));
    binsign_request_param(request, BINSIGN_TEXT("side"), BINSIGN_TEXT("BUY"));
    if (price == NULL) {
        binsign_request_param(request, BINSIGN_TEXT("type"), BINSIGN_TEXT("MARKET"));
    } else {
        binsign_request_param(request, BINSIGN_TEXT("type"), BINSIGN_TEXT("LIMIT"));
        binsign_request_param(request, BINSIGN_TEXT("timeInForce"), BINSIGN_TEXT("GTC"));
        binsign_request_param(request, BINSIGN_TEXT("price"), price, strlen(price));
    }
    binsign_request_param(request, BINSIGN_TEXT("quantity"), BINSIGN_TEXT("1"));
    CHECK(binsign_request_timestamp(request, ORDER_TIME) == BINSIGN_OK);
}

static void what_the_policy_allows_is_signed(void)
{
    char buffer[512];
    binsign_signer signer;
    binsign_gate gate;
    binsign_request request;
    const binsign_call call = order_call();
    size_t written = 0;

    make_signer(&signer);
    make_gate(&gate);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    CHECK(written > 0);
    CHECK(binsign_sign_by(&request, buffer, sizeof buffer, &call, &gate, ORDER_TIME, &signer, &written) == BINSIGN_OK);
    CHECK(part_is(&request, BINSIGN_PART_SIGNATURE, ORDER_SIGNATURE));
    binsign_gate_wipe(&gate);
    binsign_signer_wipe(&signer);
}

static void what_it_denies_is_not_and_says_why(void)
{
    char buffer[512];
    binsign_signer signer;
    binsign_gate gate;
    binsign_request request;
    size_t written = 99;

    make_signer(&signer);
    make_gate(&gate);
    begin_other(&request, buffer, sizeof buffer, "ETHBTC", "0.1");
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_ARGUMENT_NOT_LISTED);
    CHECK(refusal_is(&request, binsign_request_clause, "D 9"));
    CHECK(refusal_is(&request, binsign_request_rule, "quotes"));
    CHECK(refusal_is(&request, binsign_request_param_name, "symbol"));
    CHECK(refusal_is(&request, binsign_request_opens, ""));
    CHECK(!holds(buffer, sizeof buffer, "ETHBTC", 6));
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_ARGUMENT_NOT_LISTED && written == 99);

    begin_other(&request, buffer, sizeof buffer, "LTCBTC", "0.11");
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_ARGUMENT_TOO_LARGE);
    CHECK(refusal_is(&request, binsign_request_param_name, "price"));
    begin_other(&request, buffer, sizeof buffer, "LTCBTC", NULL);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_FORBIDDEN);
    CHECK(refusal_is(&request, binsign_request_clause, "F 15 i"));
    CHECK(refusal_is(&request, binsign_request_rule, "no market orders"));
    binsign_gate_wipe(&gate);
    binsign_signer_wipe(&signer);
}

static void without_clock_application_and_permissions_nothing_is_allowed(void)
{
    char buffer[512];
    binsign_gate gate;
    binsign_request request;
    char said[BINSIGN_MESSAGE_SIZE];
    size_t said_len;

    CHECK(binsign_gate_init(&gate, maker, sizeof maker) == BINSIGN_OK);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_APP_OTHER);
    CHECK(binsign_gate_app(&gate, BINSIGN_TEXT("other")) == BINSIGN_OK);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_APP_OTHER);
    CHECK(binsign_gate_app(&gate, BINSIGN_TEXT("bot")) == BINSIGN_OK);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, 0) == BINSIGN_TIME_NEEDED);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_KEY_INFO_NEEDED);
    CHECK(binsign_gate_key_info(&gate, BINSIGN_TEXT(MAY_READ), ORDER_TIME) == BINSIGN_OK);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_PERMISSION_NOT_GRANTED);
    CHECK(binsign_gate_key_info(&gate, BINSIGN_TEXT(MAY_TRADE), ORDER_TIME - 2 * DAY) == BINSIGN_OK);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_KEY_INFO_OLD);
    CHECK(binsign_gate_key_info(&gate, BINSIGN_TEXT("{"), ORDER_TIME) == BINSIGN_KEY_INFO_MALFORMED);
    CHECK(binsign_key_info_message(BINSIGN_TEXT("{\"enableReading\":1}"), said, sizeof said, &said_len) == BINSIGN_OK);
    CHECK(said_len < sizeof said);
    said[said_len] = '\0';
    CHECK(strstr(said, "enableReading") != NULL);
    CHECK(binsign_key_info_message(BINSIGN_TEXT("{\"enableReading\":1}"), said, 5, &said_len)
          == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(binsign_key_info_message(NULL, 1, said, sizeof said, &said_len) == BINSIGN_NULL_POINTER);
    CHECK(binsign_key_info_message(BINSIGN_TEXT(MAY_READ), said, sizeof said, &said_len) == BINSIGN_OK && said_len == 0);
    CHECK(binsign_gate_key_info(&gate, BINSIGN_TEXT("{\"code\":-1021,\"msg\":\"\"}"), ORDER_TIME)
          == BINSIGN_KEY_INFO_IS_ERROR);
    CHECK(binsign_gate_key_info(&gate, BINSIGN_TEXT(MAY_TRADE), ORDER_TIME) == BINSIGN_OK);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME + 2001) == BINSIGN_TIMESTAMP_OFF);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME + 2000) == BINSIGN_OK);
    binsign_request_discard(&request);
    binsign_gate_wipe(&gate);
}

static void a_verdict_changes_nothing(void)
{
    char buffer[512];
    binsign_signer signer;
    binsign_gate gate;
    binsign_request request;
    binsign_verdict verdict;
    size_t written, times;

    make_signer(&signer);
    make_gate(&gate);
    begin_order(&request, buffer, sizeof buffer);
    for (times = 0; times < 5; times++) {
        memset(&verdict, 'x', sizeof verdict);
        CHECK(binsign_request_check(&request, &gate, ORDER_TIME, &verdict) == BINSIGN_OK);
        CHECK(verdict.result == BINSIGN_OK && verdict.clause[0] == '\0' && verdict.message[0] == '\0');
    }
    /* Still being built: a parameter more, which is one that the route does not have. */
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("lottery"), BINSIGN_TEXT("1")) == BINSIGN_OK);
    CHECK(binsign_request_check(&request, &gate, ORDER_TIME, &verdict) == BINSIGN_PARAMETER_UNKNOWN);
    CHECK(verdict.result == BINSIGN_PARAMETER_UNKNOWN);
    CHECK(strcmp(verdict.clause, "F 13") == 0 && strcmp(verdict.rule, "trust.parameters") == 0);
    CHECK(strcmp(verdict.param, "lottery") == 0 && strcmp(verdict.opens, "") == 0);
    CHECK(strstr(verdict.message, "`lottery`") != NULL);
    /* Without the gate of the policy it is a documented route. */
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_check(&request, &gate, ORDER_TIME, &verdict) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(binsign_request_check(&request, &gate, ORDER_TIME, &verdict) == BINSIGN_HANDLE_USED_UP);

    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("SEND"), BINSIGN_TEXT("/api/v3/order"))
          == BINSIGN_METHOD_UNKNOWN);
    CHECK(binsign_request_check(&request, &gate, ORDER_TIME, &verdict) == BINSIGN_METHOD_UNKNOWN);
    CHECK(verdict.result == BINSIGN_METHOD_UNKNOWN && verdict.rule[0] == '\0' && verdict.message[0] != '\0');
    binsign_gate_wipe(&gate);
    CHECK(binsign_request_check(&request, &gate, ORDER_TIME, &verdict) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_check(&request, NULL, ORDER_TIME, &verdict) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_check(NULL, &gate, ORDER_TIME, &verdict) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_check(&request, &gate, ORDER_TIME, NULL) == BINSIGN_NULL_POINTER);
    binsign_signer_wipe(&signer);
}

/* Authorises the documented order at some time. */
static binsign_result order_at(binsign_request *request, char *buffer, size_t capacity, binsign_gate *gate)
{
    begin_order(request, buffer, capacity);
    return binsign_request_authorize_by(request, gate, ORDER_TIME);
}

static void what_is_dropped_is_given_back_and_what_is_signed_is_spent(void)
{
    char buffer[512], other_buffer[512];
    binsign_signer signer;
    binsign_gate gate;
    binsign_request request, other;
    size_t written, times;

    make_signer(&signer);
    make_gate(&gate);
    for (times = 0; times < 10; times++) {
        CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_OK);
        binsign_request_discard(&request);
    }
    /* Two at a time are all there is. */
    CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_OK);
    CHECK(order_at(&other, other_buffer, sizeof other_buffer, &gate) == BINSIGN_OK);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_LIMIT_SPENT);
    CHECK(refusal_is(&request, binsign_request_rule, "orders a minute"));
    /* A step in the wrong order ends a request, and gives back. */
    CHECK(binsign_request_timestamp(&other, ORDER_TIME) == BINSIGN_HANDLE_USED_UP);
    CHECK(order_at(&other, other_buffer, sizeof other_buffer, &gate) == BINSIGN_OK);
    CHECK(binsign_request_sign(&other, &signer, &written) == BINSIGN_OK);
    CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_LIMIT_SPENT);
    binsign_request_discard(&other);
    CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_LIMIT_SPENT);
    binsign_gate_wipe(&gate);
    binsign_signer_wipe(&signer);
}

static void a_key_elsewhere_holds_its_reservation_until_the_signature_is_there(void)
{
    static const unsigned char nonsense[3] = {1, 2, 3};
    char buffer[512];
    binsign_external_key key;
    binsign_gate gate;
    binsign_request request;
    unsigned char signature[32];
    size_t written, times;

    for (times = 0; times < 32; times++) {
        unsigned digits;
        sscanf(ORDER_SIGNATURE + 2 * times, "%2x", &digits);
        signature[times] = (unsigned char)digits;
    }
    make_gate(&gate);
    CHECK(binsign_external_key_init(&key, BINSIGN_TEXT(API_KEY), BINSIGN_KEY_TYPE_HMAC) == BINSIGN_OK);
    for (times = 0; times < 4; times++) {
        CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_OK);
        CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
        CHECK(binsign_request_finish(&request, nonsense, sizeof nonsense, &written) == BINSIGN_SIGNATURE_MALFORMED);
    }
    for (times = 0; times < 2; times++) {
        CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_OK);
        CHECK(binsign_request_begin(&request, &key) == BINSIGN_OK);
        CHECK(binsign_request_finish(&request, signature, sizeof signature, &written) == BINSIGN_OK);
    }
    CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_LIMIT_SPENT);
    binsign_gate_wipe(&gate);
}

static void a_key_of_another_type_does_not_sign(void)
{
    char buffer[512];
    binsign_signer signer;
    binsign_gate gate;
    binsign_request request;
    size_t written, times;

    make_signer(&signer);
    make_gate(&gate);
    CHECK(binsign_gate_key_type(&gate, (binsign_key_type)9) == BINSIGN_UNSUPPORTED);
    CHECK(binsign_gate_key_type(&gate, BINSIGN_KEY_TYPE_ED25519) == BINSIGN_OK);
    for (times = 0; times < 4; times++) {
        CHECK(order_at(&request, buffer, sizeof buffer, &gate) == BINSIGN_OK);
        CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_KEY_NOT_AS_DECLARED);
    }
    binsign_gate_wipe(&gate);
    binsign_signer_wipe(&signer);
}

static void a_signature_or_a_seal_of_the_owner_is_looked_at(void)
{
    char buffer[512];
    unsigned char changed[sizeof maker_signed];
    binsign_gate gate;
    binsign_request request;

    CHECK(binsign_gate_init_signed(&gate, maker_signed, sizeof maker_signed, BINSIGN_TEXT(OWNER)) == BINSIGN_OK);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_APP_OTHER);
    CHECK(binsign_gate_init_signed(&gate, maker_signed, sizeof maker_signed, BINSIGN_TEXT(STRANGER))
          == BINSIGN_POLICY_SIGNATURE);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_HANDLE_USED_UP);
    memcpy(changed, maker_signed, sizeof changed);
    changed[8]++;
    CHECK(binsign_gate_init_signed(&gate, changed, sizeof changed, BINSIGN_TEXT(OWNER)) == BINSIGN_POLICY_SIGNATURE);
    CHECK(binsign_gate_init_signed(&gate, maker_signed, sizeof maker_signed, BINSIGN_TEXT("key"))
          == BINSIGN_PUBLIC_KEY_MALFORMED);
    CHECK(binsign_gate_init_sealed(&gate, maker_sealed, sizeof maker_sealed, BINSIGN_TEXT(SECRET)) == BINSIGN_OK);
    CHECK(binsign_gate_app(&gate, BINSIGN_TEXT("bot")) == BINSIGN_OK);
    CHECK(binsign_gate_init_sealed(&gate, maker_sealed, sizeof maker_sealed, BINSIGN_TEXT("another"))
          == BINSIGN_POLICY_SIGNATURE);
    CHECK(binsign_gate_app(&gate, BINSIGN_TEXT("bot")) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_gate_init_sealed(&gate, maker_sealed, sizeof maker_sealed, NULL, 0) == BINSIGN_SECRET_MALFORMED);
    CHECK(binsign_gate_init(&gate, maker_signed, sizeof maker_signed) == BINSIGN_POLICY_MALFORMED);
    CHECK(binsign_gate_init(&gate, maker, sizeof maker - 1) == BINSIGN_POLICY_MALFORMED);
    CHECK(binsign_gate_init(&gate, NULL, 0) == BINSIGN_POLICY_MALFORMED);
    CHECK(binsign_gate_init(&gate, NULL, 9) == BINSIGN_NULL_POINTER);
}

static void what_a_caller_who_only_asks_could_open_is_said(void)
{
    char buffer[512];
    binsign_gate gate;
    binsign_request request;
    binsign_verdict verdict;

    CHECK(binsign_gate_init(&gate, asker, sizeof asker) == BINSIGN_OK);
    /* With the same signature DELETE cancels what GET shows. */
    CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("GET"), BINSIGN_TEXT("/api/v3/openOrders"))
          == BINSIGN_OK);
    CHECK(binsign_request_param(&request, BINSIGN_TEXT("symbol"), BINSIGN_TEXT("LTCBTC")) == BINSIGN_OK);
    CHECK(binsign_request_timestamp(&request, ORDER_TIME) == BINSIGN_OK);
    CHECK(binsign_request_check(&request, &gate, ORDER_TIME, &verdict) == BINSIGN_CONFUSABLE);
    CHECK(strcmp(verdict.clause, "D 9") == 0 && strcmp(verdict.rule, "caller") == 0 && verdict.opens[0] != '\0');
    CHECK(strstr(verdict.message, verdict.opens) != NULL);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_CONFUSABLE);
    CHECK(refusal_is(&request, binsign_request_opens, verdict.opens));
    CHECK(refusal_is(&request, binsign_request_message, verdict.message));
    binsign_gate_wipe(&gate);
}

static void an_approval_is_of_the_approver(void)
{
    static const unsigned char nobodys[72] = {0};
    char buffer[512];
    size_t index;
    binsign_gate gate;
    binsign_request request;

    make_gate(&gate);
    for (index = 0; index < 3; index++) {
        CHECK(binsign_request_init(&request, buffer, sizeof buffer, BINSIGN_TEXT("POST"),
                                   BINSIGN_TEXT("/api/v3/order/test"))
              == BINSIGN_OK);
        CHECK(binsign_request_timestamp(&request, ORDER_TIME) == BINSIGN_OK);
        CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME)
              == (index == 1 ? BINSIGN_APPROVAL_INVALID : BINSIGN_APPROVAL_NEEDED));
        CHECK(binsign_gate_approval(&gate, index == 0 ? nobodys : NULL, index == 0 ? sizeof nobodys : 0)
              == BINSIGN_OK);
    }
    CHECK(binsign_gate_approval(&gate, NULL, 72) == BINSIGN_NULL_POINTER);
    binsign_gate_wipe(&gate);
}

static void a_gate_that_is_not_ready_does_nothing(void)
{
    static binsign_gate gate; /* zeroed */
    char buffer[512];
    unsigned char saved[BINSIGN_STATE_SIZE];
    size_t written;
    uint64_t sequence;
    binsign_signer signer;
    binsign_request request;
    const binsign_call call = order_call();

    make_signer(&signer);
    CHECK(binsign_gate_size() == sizeof gate && sizeof gate == BINSIGN_GATE_SIZE);
    CHECK(binsign_gate_app(&gate, BINSIGN_TEXT("bot")) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_gate_key_type(&gate, BINSIGN_KEY_TYPE_HMAC) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_gate_key_info(&gate, BINSIGN_TEXT(MAY_TRADE), 1) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_gate_approval(&gate, NULL, 0) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_gate_save(&gate, saved, sizeof saved, &written, &sequence) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_gate_restore(&gate, saved, 0, 0) == BINSIGN_HANDLE_USED_UP);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_authorize_by(&request, &gate, ORDER_TIME) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_sign_by(&request, buffer, sizeof buffer, &call, &gate, ORDER_TIME, &signer, &written)
          == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_sign_by(&request, buffer, sizeof buffer, &call, NULL, ORDER_TIME, &signer, &written)
          == BINSIGN_NULL_POINTER);
    CHECK(binsign_sign_by(NULL, buffer, sizeof buffer, &call, &gate, ORDER_TIME, &signer, &written)
          == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_init(NULL, maker, sizeof maker) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_app(NULL, BINSIGN_TEXT("bot")) == BINSIGN_NULL_POINTER);
    binsign_gate_wipe(&gate);
    binsign_gate_wipe(NULL);

    make_gate(&gate);
    CHECK(binsign_gate_app(&gate, "\xff", 1) == BINSIGN_INVALID_UTF8);
    binsign_gate_wipe(&gate);
    CHECK(all_are(&gate, 0, sizeof gate));
    binsign_signer_wipe(&signer);
}

/* The policy of the example, for those who have no compiler of policies at hand. */
static void the_policy_of_the_example_allows_its_order(void)
{
    char buffer[512];
    binsign_signer signer;
    binsign_gate gate;
    binsign_request request;
    const binsign_call call = order_call();
    size_t written;

    make_signer(&signer);
    CHECK(binsign_gate_init(&gate, example, sizeof example) == BINSIGN_OK);
    CHECK(binsign_sign_by(&request, buffer, sizeof buffer, &call, &gate, ORDER_TIME, &signer, &written) == BINSIGN_OK);
    binsign_gate_wipe(&gate);
    binsign_signer_wipe(&signer);
}

int main(void)
{
    static const check_test tests[] = {
        {"what the policy allows is signed", what_the_policy_allows_is_signed},
        {"what it denies is not, and it says why", what_it_denies_is_not_and_says_why},
        {"without clock, application and permissions nothing is allowed",
         without_clock_application_and_permissions_nothing_is_allowed},
        {"a verdict changes nothing", a_verdict_changes_nothing},
        {"what is dropped is given back, and what is signed is spent",
         what_is_dropped_is_given_back_and_what_is_signed_is_spent},
        {"a key elsewhere holds its reservation until the signature is there",
         a_key_elsewhere_holds_its_reservation_until_the_signature_is_there},
        {"a key of another type does not sign", a_key_of_another_type_does_not_sign},
        {"a signature or a seal of the owner is looked at", a_signature_or_a_seal_of_the_owner_is_looked_at},
        {"what a caller who only asks could open is said", what_a_caller_who_only_asks_could_open_is_said},
        {"an approval is of the approver", an_approval_is_of_the_approver},
        {"the policy of the example allows its order", the_policy_of_the_example_allows_its_order},
        {"a gate that is not ready does nothing", a_gate_that_is_not_ready_does_nothing},
    };
    return check_run(tests, sizeof tests / sizeof *tests);
}
