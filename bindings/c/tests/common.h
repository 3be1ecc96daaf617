/* The documented key and order, and short names for what the tests do all the time. Both C99 and C++17. */
#ifndef COMMON_H
#define COMMON_H

#include <binsign.h>
#include <stdlib.h>

#include "check.h"

/* Memory that a test looks through may hold bytes that nobody wrote; valgrind is told that this is meant. */
#ifdef __has_include
#if __has_include(<valgrind/memcheck.h>)
#include <valgrind/memcheck.h>
#endif
#endif
#ifndef VALGRIND_MAKE_MEM_DEFINED
#define VALGRIND_MAKE_MEM_DEFINED(memory, size) ((void)(memory), (void)(size))
#endif

/* Published by Binance with its signature examples. */
#define API_KEY "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
#define SECRET "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
#define ORDER_TIME 1499827319559u
#define ORDER_PAYLOAD \
    "symbol=LTCBTC&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=0.1&recvWindow=5000&timestamp=1499827319559"
#define ORDER_SIGNATURE "c8db56825ae71d6d79447849e617115f4a920fa2acdcab2b053c4b2838bd6b71"
/* The same order, its last four parameters in the body. */
#define MIXED_SIGNATURE "0fd168b8ddb4876a0358a8d14d0c9f3da0e9b20c5d52b2a00fcf7d1c602f9a77"

static const binsign_param ORDER[6] = {
    {BINSIGN_TEXT("symbol"), BINSIGN_TEXT("LTCBTC")},   {BINSIGN_TEXT("side"), BINSIGN_TEXT("BUY")},
    {BINSIGN_TEXT("type"), BINSIGN_TEXT("LIMIT")},      {BINSIGN_TEXT("timeInForce"), BINSIGN_TEXT("GTC")},
    {BINSIGN_TEXT("quantity"), BINSIGN_TEXT("1")},      {BINSIGN_TEXT("price"), BINSIGN_TEXT("0.1")},
};

static inline binsign_call order_call(void)
{
    binsign_call call = {
        BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"), ORDER, 6, NULL, 0, ORDER_TIME, 5000,
    };
    return call;
}

static inline void make_signer(binsign_signer *signer)
{
    CHECK(binsign_signer_init(signer, BINSIGN_TEXT(API_KEY), BINSIGN_TEXT(SECRET)) == BINSIGN_OK);
}

/* Begins POST /api/v3/order with all that the documented order has. */
static inline void begin_order(binsign_request *request, char *buffer, size_t capacity)
{
    size_t index;
    CHECK(binsign_request_init(request, buffer, capacity, BINSIGN_TEXT("POST"), BINSIGN_TEXT("/api/v3/order"))
          == BINSIGN_OK);
    for (index = 0; index < 6; index++)
        CHECK(binsign_request_param(request, ORDER[index].name, ORDER[index].name_len, ORDER[index].value,
                                    ORDER[index].value_len)
              == BINSIGN_OK);
    CHECK(binsign_request_recv_window(request, 5000) == BINSIGN_OK);
    CHECK(binsign_request_timestamp(request, ORDER_TIME) == BINSIGN_OK);
}

static inline int view_is(binsign_view view, const char *expected)
{
    if (expected == NULL) return view.data == NULL && view.len == 0;
    return view.data != NULL && view.len == strlen(expected) && memcmp(view.data, expected, view.len) == 0;
}

/* Whether a part is as expected, as a view and as a copy; NULL stands for an absent one. */
static inline int part_is(const binsign_request *request, binsign_part part, const char *expected)
{
    char copy[BINSIGN_MAX_REQUEST / 16];
    size_t written = sizeof copy;
    binsign_view view;
    if (binsign_request_view(request, part, &view) != BINSIGN_OK || !view_is(view, expected)) return 0;
    if (binsign_request_copy(request, part, copy, sizeof copy, &written) != BINSIGN_OK) return 0;
    return written == view.len && (written == 0 || memcmp(copy, view.data, written) == 0);
}

typedef binsign_result refusal_text(const binsign_request *, char *, size_t, size_t *);

static inline int refusal_is(const binsign_request *request, refusal_text *get, const char *expected)
{
    char out[BINSIGN_MESSAGE_SIZE];
    size_t written;
    if (get(request, out, sizeof out, &written) != BINSIGN_OK) return 0;
    return written == strlen(expected) && memcmp(out, expected, written) == 0;
}

static inline int all_are(const void *memory, unsigned char byte, size_t size)
{
    const unsigned char *bytes = (const unsigned char *)memory;
    size_t index;
    for (index = 0; index < size; index++)
        if (bytes[index] != byte) return 0;
    return 1;
}

/* Whether `memory` holds the bytes of `text` anywhere, also where nothing was written on purpose. */
static inline int holds(const void *memory, size_t size, const char *text, size_t len)
{
    char *copy = (char *)malloc(size + 1);
    size_t start;
    int found = 0;
    if (copy == NULL) abort();
    memcpy(copy, memory, size);
    (void)VALGRIND_MAKE_MEM_DEFINED(copy, size);
    for (start = 0; start + len <= size; start++) found |= memcmp(copy + start, text, len) == 0;
    free(copy);
    return found;
}

#endif
