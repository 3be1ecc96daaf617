/* The board: start-up of a Cortex-M, and a console by Arm semihosting, which QEMU and debug probes answer. */

#include "board.h"

#include <stdint.h>

/* Set by firmware.ld. */
extern uint32_t board_stack_top, board_data, board_data_end, board_data_source, board_bss, board_bss_end;

int main(void);

static uint32_t semihosting(uint32_t operation, const void *arguments)
{
    register uint32_t r0 __asm__("r0") = operation;
    register const void *r1 __asm__("r1") = arguments;
    __asm__ volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return r0;
}

void board_print(const char *text, size_t len)
{
    enum { SYS_OPEN = 0x01, SYS_WRITE = 0x05, FOR_WRITING = 4 };
    static uint32_t console;
    if (console == 0) {
        const uint32_t open[] = {(uint32_t)":tt", FOR_WRITING, 3};
        console = semihosting(SYS_OPEN, open);
    }
    const uint32_t write[] = {console, (uint32_t)text, len};
    semihosting(SYS_WRITE, write);
}

void board_exit(int status)
{
    enum { SYS_EXIT_EXTENDED = 0x20, APPLICATION_EXIT = 0x20026 };
    const uint32_t arguments[] = {APPLICATION_EXIT, (uint32_t)status};
    for (;;) {
        semihosting(SYS_EXIT_EXTENDED, arguments);
    }
}

/* A processor fault, or an interrupt that nobody asked for. */
static void fault(void)
{
    board_exit(70);
}

/* Where the processor begins: variables get their first values, then main runs. */
void board_reset(void)
{
    for (uint32_t *to = &board_data, *from = &board_data_source; to < &board_data_end;) {
        *to++ = *from++;
    }
    for (volatile uint32_t *to = &board_bss; to < &board_bss_end;) {
        *to++ = 0;
    }
    board_exit(main());
}

/* The vector table of every Cortex-M: first stack pointer, reset, and the fifteen system exceptions behind it. */
__attribute__((section(".vectors"), used)) static const void *const VECTORS[16] = {
    &board_stack_top, (const void *)board_reset, (const void *)fault, (const void *)fault,
    (const void *)fault, (const void *)fault, (const void *)fault, 0, 0, 0, 0, (const void *)fault,
    (const void *)fault, 0, (const void *)fault, (const void *)fault,
};
