/* Valgrind's client requests as functions; the header comes with valgrind. */
#include <stddef.h>

#include <valgrind/memcheck.h>

int binsign_under_valgrind(void) { return (int)RUNNING_ON_VALGRIND; }

unsigned binsign_reports(void) { return VALGRIND_COUNT_ERRORS; }

void binsign_secret(const void *at, size_t length) { (void)VALGRIND_MAKE_MEM_UNDEFINED(at, length); }

void binsign_public(const void *at, size_t length) { (void)VALGRIND_MAKE_MEM_DEFINED(at, length); }
