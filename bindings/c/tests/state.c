/* What a gate remembers: saved and restored, learned from answers, and the owner's word on the key. */
#include "common.h"
#include "policies.h"

#define LOCKED "{\"code\":-2015,\"msg\":\"Invalid API-key, IP, or permissions for action.\"}"
#define MAY_TRADE "{\"ipRestrict\":true,\"enableReading\":true,\"enableSpotAndMarginTrading\":true}"

static void tell(binsign_gate *gate)
{
    CHECK(binsign_gate_app(gate, BINSIGN_TEXT("bot")) == BINSIGN_OK);
    CHECK(binsign_gate_key_info(gate, BINSIGN_TEXT(MAY_TRADE), ORDER_TIME) == BINSIGN_OK);
}

static void make_gate(binsign_gate *gate)
{
    CHECK(binsign_gate_init(gate, maker, sizeof maker) == BINSIGN_OK);
    tell(gate);
}

static binsign_result sign_order(binsign_gate *gate, binsign_sent *sent)
{
    char buffer[512];
    size_t written;
    binsign_signer signer;
    binsign_request request;
    const binsign_call call = order_call();
    binsign_result result;

    make_signer(&signer);
    result = binsign_sign_by(&request, buffer, sizeof buffer, &call, gate, ORDER_TIME, &signer, &written);
    if (result == BINSIGN_OK && sent != NULL) CHECK(binsign_request_sent(&request, sent) == BINSIGN_OK);
    binsign_request_discard(&request);
    binsign_signer_wipe(&signer);
    return result;
}

static void what_was_spent_is_spent_after_a_restart(void)
{
    unsigned char first[BINSIGN_STATE_SIZE], second[BINSIGN_STATE_SIZE], none[1];
    uint64_t one = 0, two = 0;
    size_t written = 0;
    binsign_gate gate;

    make_gate(&gate);
    CHECK(sign_order(&gate, NULL) == BINSIGN_OK);
    CHECK(binsign_gate_save(&gate, first, sizeof first, &written, &one) == BINSIGN_OK && written == sizeof first);
    CHECK(sign_order(&gate, NULL) == BINSIGN_OK);
    CHECK(binsign_gate_save(&gate, second, sizeof second, &written, &two) == BINSIGN_OK && two > one);
    CHECK(sign_order(&gate, NULL) == BINSIGN_LIMIT_SPENT);
    binsign_gate_wipe(&gate);

    /* A new gate with the old state has spent the same; the older state is refused, and the gate is as it was. */
    make_gate(&gate);
    CHECK(binsign_gate_restore(&gate, second, sizeof second, two) == BINSIGN_OK);
    CHECK(sign_order(&gate, NULL) == BINSIGN_LIMIT_SPENT);
    CHECK(binsign_gate_restore(&gate, first, sizeof first, two) == BINSIGN_STATE_ROLLED_BACK);
    CHECK(sign_order(&gate, NULL) == BINSIGN_LIMIT_SPENT);
    CHECK(binsign_gate_restore(&gate, first, sizeof first, one) == BINSIGN_OK);
    CHECK(sign_order(&gate, NULL) == BINSIGN_OK);
    CHECK(sign_order(&gate, NULL) == BINSIGN_LIMIT_SPENT);

    CHECK(binsign_gate_restore(&gate, second, sizeof second - 1, 0) == BINSIGN_STATE_MALFORMED);
    second[100] ^= 1;
    CHECK(binsign_gate_restore(&gate, second, sizeof second, 0) == BINSIGN_STATE_MALFORMED);
    CHECK(binsign_gate_restore(&gate, NULL, 3, 0) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_restore(NULL, first, sizeof first, 0) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_save(&gate, none, sizeof none, &written, &one) == BINSIGN_BUFFER_TOO_SMALL);
    CHECK(binsign_gate_save(&gate, NULL, sizeof first, &written, &one) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_save(&gate, first, sizeof first, NULL, &one) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_save(&gate, first, sizeof first, &written, NULL) == BINSIGN_NULL_POINTER);
    binsign_gate_wipe(&gate);

    /* The state has seen version 2 of the policy. */
    CHECK(binsign_gate_init(&gate, older, sizeof older) == BINSIGN_OK);
    CHECK(binsign_gate_restore(&gate, first, sizeof first, 0) == BINSIGN_POLICY_ROLLED_BACK);
    binsign_gate_wipe(&gate);
}

static void answers_stop_what_they_should(void)
{
    static const binsign_param weight[] = {
        {BINSIGN_TEXT("x-mbx-used-weight-1m"), BINSIGN_TEXT("2410")},
        {BINSIGN_TEXT("X-MBX-ORDER-COUNT-10S"), BINSIGN_TEXT("12")},
        {BINSIGN_TEXT("\xff"), BINSIGN_TEXT("not text")},
    };
    static const binsign_param retry[] = {{BINSIGN_TEXT("Retry-After"), BINSIGN_TEXT("30")}};
    binsign_gate gate;
    binsign_sent sent;
    binsign_observed observed;
    binsign_key_state state = BINSIGN_KEY_STATE_EXPIRED;

    make_gate(&gate);
    CHECK(binsign_gate_observed(&gate, 0, &observed) == BINSIGN_OK);
    CHECK(observed.key_state == BINSIGN_KEY_STATE_ACTIVE && observed.meaning == BINSIGN_MEANING_NONE);
    CHECK(observed.used_weight == -1 && observed.orders_10s == -1 && observed.wait_until_ms == 0);
    CHECK(sign_order(&gate, &sent) == BINSIGN_OK);
    CHECK(binsign_gate_observe(&gate, &sent, 200, weight, 3, BINSIGN_TEXT("{}"), ORDER_TIME, &observed) == BINSIGN_OK);
    CHECK(observed.meaning == BINSIGN_MEANING_FINE && observed.used_weight == 2410 && observed.orders_10s == 12);
    CHECK(observed.orders_1m == -1 && observed.orders_1d == -1 && observed.code == 0);

    CHECK(binsign_gate_observe(&gate, &sent, 429, retry, 1, NULL, 0, ORDER_TIME - 29500, &observed) == BINSIGN_OK);
    CHECK(observed.meaning == BINSIGN_MEANING_WAIT && observed.wait_until_ms == ORDER_TIME + 500);
    CHECK(sign_order(&gate, NULL) == BINSIGN_EXCHANGE_WAIT);
    CHECK(binsign_gate_observed(&gate, ORDER_TIME + 500, &observed) == BINSIGN_OK && observed.wait_until_ms == 0);
    binsign_gate_wipe(&gate);

    make_gate(&gate);
    CHECK(binsign_gate_observe(&gate, &sent, 401, NULL, 0, BINSIGN_TEXT(LOCKED), ORDER_TIME, NULL) == BINSIGN_OK);
    CHECK(binsign_gate_observed(&gate, ORDER_TIME, &observed) == BINSIGN_OK);
    CHECK(observed.key_state == BINSIGN_KEY_STATE_SUSPENDED && observed.reason == -2015);
    CHECK(binsign_gate_key_state(&gate, &state) == BINSIGN_OK && state == BINSIGN_KEY_STATE_SUSPENDED);
    CHECK(sign_order(&gate, NULL) == BINSIGN_KEY_SUSPENDED);
    CHECK(binsign_gate_clear(&gate) == BINSIGN_OK);
    CHECK(sign_order(&gate, NULL) == BINSIGN_OK);
    CHECK(binsign_gate_suspend(&gate, 7) == BINSIGN_OK);
    CHECK(binsign_gate_observed(&gate, 0, &observed) == BINSIGN_OK && observed.reason == 7);

    memset(&sent, 0, sizeof sent);
    CHECK(binsign_gate_observe(&gate, &sent, 200, NULL, 0, NULL, 0, ORDER_TIME, NULL) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_gate_observe(&gate, NULL, 200, NULL, 0, NULL, 0, ORDER_TIME, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_observe(&gate, &sent, 200, NULL, 1, NULL, 0, ORDER_TIME, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_observed(&gate, 0, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_key_state(&gate, NULL) == BINSIGN_NULL_POINTER);
    binsign_gate_wipe(&gate);
}

static void the_server_time_moves_the_timestamps(void)
{
    binsign_gate gate;
    binsign_observed observed;

    make_gate(&gate);
    /* The clock here is an hour behind. */
    CHECK(binsign_gate_observe_time(&gate, 1000, 1100, 3601050) == BINSIGN_OK);
    CHECK(binsign_gate_observed(&gate, 0, &observed) == BINSIGN_OK && observed.offset_ms == 3600000);
    CHECK(sign_order(&gate, NULL) == BINSIGN_TIMESTAMP_OFF);
    CHECK(binsign_gate_observe_time(NULL, 1, 2, 3) == BINSIGN_NULL_POINTER);
    binsign_gate_wipe(&gate);
}

static void only_what_was_signed_has_an_answer(void)
{
    char buffer[512];
    size_t written;
    binsign_signer signer;
    binsign_request request;
    binsign_sent sent;

    make_signer(&signer);
    begin_order(&request, buffer, sizeof buffer);
    CHECK(binsign_request_sent(&request, &sent) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_authorize(&request) == BINSIGN_OK);
    CHECK(binsign_request_sent(&request, &sent) == BINSIGN_HANDLE_USED_UP);
    CHECK(binsign_request_sign(&request, &signer, &written) == BINSIGN_OK);
    CHECK(binsign_request_sent(&request, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_sent(NULL, &sent) == BINSIGN_NULL_POINTER);
    CHECK(binsign_request_sent(&request, &sent) == BINSIGN_OK);
    CHECK(!holds(&sent, sizeof sent, "LTCBTC", 6));
    binsign_signer_wipe(&signer);
}

static void what_is_revoked_stays_revoked_and_its_secret_is_gone(void)
{
    unsigned char saved[BINSIGN_STATE_SIZE];
    size_t written;
    uint64_t sequence;
    binsign_signer signer;
    binsign_gate gate;
    binsign_key_state state;

    make_signer(&signer);
    make_gate(&gate);
    CHECK(binsign_gate_revoke(&gate, &signer) == BINSIGN_OK);
    CHECK(all_are(&signer, 0, sizeof signer));
    CHECK(sign_order(&gate, NULL) == BINSIGN_KEY_REVOKED);
    CHECK(binsign_gate_clear(&gate) == BINSIGN_OK);
    CHECK(sign_order(&gate, NULL) == BINSIGN_KEY_REVOKED);
    CHECK(binsign_gate_save(&gate, saved, sizeof saved, &written, &sequence) == BINSIGN_OK);
    binsign_gate_wipe(&gate);
    make_gate(&gate);
    CHECK(binsign_gate_restore(&gate, saved, sizeof saved, sequence) == BINSIGN_OK);
    CHECK(sign_order(&gate, NULL) == BINSIGN_KEY_REVOKED);

    make_signer(&signer);
    CHECK(binsign_gate_terminate(&gate, &signer) == BINSIGN_OK);
    CHECK(all_are(&signer, 0, sizeof signer));
    CHECK(sign_order(&gate, NULL) == BINSIGN_KEY_TERMINATED);
    CHECK(binsign_gate_revoke(&gate, NULL) == BINSIGN_OK);
    CHECK(binsign_gate_key_state(&gate, &state) == BINSIGN_OK && state == BINSIGN_KEY_STATE_TERMINATED);
    binsign_gate_wipe(&gate);

    /* The secret goes even where there is no gate to remember it. */
    make_signer(&signer);
    CHECK(binsign_gate_revoke(&gate, &signer) == BINSIGN_HANDLE_USED_UP);
    CHECK(all_are(&signer, 0, sizeof signer));
    CHECK(binsign_gate_terminate(NULL, NULL) == BINSIGN_NULL_POINTER);
    CHECK(binsign_gate_suspend(&gate, 1) == BINSIGN_HANDLE_USED_UP && binsign_gate_clear(&gate) == BINSIGN_HANDLE_USED_UP);
}

int main(void)
{
    static const check_test tests[] = {
        {"what was spent is spent after a restart", what_was_spent_is_spent_after_a_restart},
        {"answers stop what they should", answers_stop_what_they_should},
        {"the server time moves the timestamps", the_server_time_moves_the_timestamps},
        {"only what was signed has an answer", only_what_was_signed_has_an_answer},
        {"what is revoked stays revoked, and its secret is gone", what_is_revoked_stays_revoked_and_its_secret_is_gone},
    };
    return check_run(tests, sizeof tests / sizeof *tests);
}
