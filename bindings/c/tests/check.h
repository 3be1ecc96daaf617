/* A test is a function; what it CHECKs in vain is printed and makes it fail. Both C99 and C++17. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

static int checks_failed;

#define CHECK(condition) \
    ((condition) ? (void)0 : (void)(checks_failed++, printf("  %s:%d: not so: %s\n", __FILE__, __LINE__, #condition)))

typedef struct check_test {
    const char *name;
    void (*run)(void);
} check_test;

/* Runs all tests and prints the closing line; gives the exit status. */
static int check_run(const check_test *tests, size_t count)
{
    size_t index, failed = 0;
    for (index = 0; index < count; index++) {
        checks_failed = 0;
        tests[index].run();
        printf("%s %s\n", checks_failed ? "FAILED" : "ok", tests[index].name);
        failed += checks_failed > 0;
    }
    printf("%lu passed, %lu failed\n", (unsigned long)(count - failed), (unsigned long)failed);
    return failed > 0;
}

#endif
