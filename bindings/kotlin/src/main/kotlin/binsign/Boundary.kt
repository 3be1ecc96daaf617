// The boundary to the native library: what comes back as an exception of the generated source leaves as a Refusal.

package binsign

import binsign.generated.InternalException
import binsign.generated.refuse
import java.nio.ByteBuffer
import binsign.generated.Refusal as NativeRefusal

/** Calls the native library. */
internal inline fun <T> crossing(call: () -> T): T =
    try {
        call()
    } catch (refusal: NativeRefusal) {
        throw refusal.translated()
    } catch (fault: InternalException) {
        throw Refusal.Invalid(Code.INTERNAL, "a fault of binsign itself; please report what you did: ${fault.message}", null)
    }

/** Refuses text that is no Unicode; [position] is that of its parameter, from 1, or 0 for another text. */
internal fun checkText(text: String, position: Int = 0, name: String = "") {
    if (hasUnpairedSurrogate(text)) {
        refuse(Code.INVALID_UTF8, position, name)
    }
}

/** Refuses with the core's message, about the parameter at [position], from 1, or 0 for none. */
internal fun refuse(code: Code, position: Int = 0, name: String = ""): Nothing =
    crossing {
        refuse(code.number.toUShort(), position.coerceAtMost(UShort.MAX_VALUE.toInt()).toUShort(), name)
        throw InternalException("a refusal was asked for and not given")
    }

/** Lends the native side a copy of bytes, which it reads where it lies, so this is the only one; it is wiped afterwards. */
internal inline fun <T> lending(bytes: ByteArray, call: (ByteBuffer) -> T): T {
    val direct = ByteBuffer.allocateDirect(bytes.size)
    return try {
        direct.put(bytes).flip()
        call(direct)
    } finally {
        direct.clear()
        repeat(direct.capacity()) { direct.put(0) }
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
        is NativeRefusal.Invalid -> Refusal.Invalid(codeOf(number), explanation, `param`, place)
        is NativeRefusal.Denied -> Refusal.Denied(codeOf(number), explanation, `param`, clause, rule, opens)
    }

// Both lists come from the core's; `cargo xtask gen --check` sees to it.
private fun codeOf(number: UShort): Code = Code.entries.first { it.number == number.toInt() }
