/* What main.c needs of the board. */

#ifndef BOARD_H
#define BOARD_H

#include <stddef.h>

/* Writes text to the console. */
void board_print(const char *text, size_t len);

/* Ends the run; on a device this would be a reset. */
_Noreturn void board_exit(int status);

#endif
