/* The protocol of tests/bench/README.md, for the contestants in C. */
#ifndef PROTOCOL_H
#define PROTOCOL_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define API_KEY "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
#define SECRET "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"
/* A key that the tests of the official client for Java publish. */
#define PEM "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB\n-----END PRIVATE KEY-----\n"

enum { REQUEST_SIZE = 2048, LINE_SIZE = 4096 };

/* A contestant: `sign` writes "PAYLOAD SIGNATURE" of the published request or of the order, `repeat` signs the order. */
typedef struct contestant {
    const char *name;
    int (*sign)(int published, char *answer, size_t size);
    void (*repeat)(long count);
} contestant;

static void fail(const char *what)
{
    fprintf(stderr, "%s failed\n", what);
    exit(1);
}

static long long now_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (long long)now.tv_sec * 1000000000 + now.tv_nsec;
}

static const contestant *find(const contestant *all, size_t count, const char *name)
{
    for (size_t index = 0; index < count; index++)
        if (strcmp(all[index].name, name) == 0)
            return &all[index];
    return NULL;
}

/* Answers the driver until it hangs up; what `other` answers is not of the protocol. */
static int serve(const contestant *all, size_t count, int (*other)(char *line))
{
    static char line[LINE_SIZE], answer[LINE_SIZE];
    char verb[32], name[32];
    long times;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = 0;
        times = 1;
        const contestant *found =
            sscanf(line, "%31s %31s %ld", verb, name, &times) >= 2 ? find(all, count, name) : NULL;
        if (other && other(line)) {
            /* It has answered. */
        } else if (found && strcmp(verb, "time") == 0) {
            long long start = now_ns();
            found->repeat(times);
            printf("%lld\n", now_ns() - start);
        } else if (found && found->sign(strcmp(verb, "published") == 0, answer, sizeof answer)) {
            puts(answer);
        } else {
            puts("cannot");
        }
        fflush(stdout);
    }
    return 0;
}

#endif
