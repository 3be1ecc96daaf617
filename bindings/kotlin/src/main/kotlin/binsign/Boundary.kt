// The boundary to the native library: what comes back as an exception of the generated source leaves as a Refusal.

package binsign

import binsign.generated.InternalException
import binsign.generated.malformedText
import binsign.generated.Refusal as NativeRefusal

/** Calls the native library. */
internal inline fun <T> crossing(call: () -> T): T =
    try {
        call()
    } catch (refusal: NativeRefusal) {
        throw refusal.translated()
    } catch (fault: InternalException) {
        throw Refusal.Invalid(Code.INTERNAL, "a fault of binsign itself; please report what you did: ${fault.message}")
    }

/** Refuses text that is no Unicode: the [position] of its parameter, from 1, or 0 for another text. */
internal fun checkText(text: String, position: Int = 0) {
    if (hasUnpairedSurrogate(text)) {
        crossing { malformedText(position.toUShort()) }
    }
}

private fun hasUnpairedSurrogate(text: String): Boolean {
    var index = 0
    while (index < text.length) {
        if (text[index].isSurrogate()) {
            val paired = text[index].isHighSurrogate() && index + 1 < text.length && text[index + 1].isLowSurrogate()
            if (!paired) return true
            index += 1
        }
        index += 1
    }
    return false
}

private fun NativeRefusal.translated(): Refusal =
    when (this) {
        is NativeRefusal.Invalid -> Refusal.Invalid(codeOf(number), explanation)
        is NativeRefusal.Denied -> Refusal.Denied(codeOf(number), explanation, clause, rule, `param`)
    }

// Both lists come from the core's; `cargo xtask gen --check` sees to it.
private fun codeOf(number: UShort): Code = Code.entries.first { it.number == number.toInt() }
