// Values of parameters: from Kotlin's types to those that cross, exactly or not at all.

package binsign

import java.math.BigDecimal
import java.math.BigInteger
import binsign.generated.Parameter as NativeParameter
import binsign.generated.Value as NativeValue

/**
 * JSON that is sent as it stands, without blanks: for what no type of Kotlin says, as a number with a fraction on the
 * WebSocket API, where a [BigDecimal] and a [Double] are sent as text.
 */
public class Json(
    /** The JSON. */
    public val text: String,
)

/** Parameters in their order, the first at this [position]; one whose value is `null` is left out. */
internal fun native(parameters: List<Pair<String, Any?>>, position: Int = 1): List<NativeParameter> {
    val list = ArrayList<NativeParameter>(parameters.size)
    for ((name, value) in parameters) {
        if (value == null) continue
        val place = position + list.size
        checkText(name, place)
        list += NativeParameter(name, native(value, place, name))
    }
    return list
}

/** The value of the parameter with this name at this [position], from 1, or 0 for what is no parameter. */
internal fun native(value: Any?, position: Int, name: String): NativeValue = Place(position, name).native(value, 0)

private class Place(private val position: Int, private val name: String) {
    fun native(value: Any?, depth: Int): NativeValue =
        when (value) {
            is CharSequence -> NativeValue.Text(unicode(value.toString()))
            is Boolean, is Int, is Long, is Short, is Byte, is UInt, is ULong, is UShort, is UByte, null ->
                NativeValue.Json(value.toString())
            is BigInteger -> NativeValue.Json(plain(BigDecimal(value)))
            is BigDecimal -> NativeValue.Digits(plain(value))
            is Double -> NativeValue.Binary64(value)
            is Float -> NativeValue.Binary32(value)
            is Json -> NativeValue.Json(unicode(value.text))
            is Iterable<*> -> items(value, deeper(depth))
            is Array<*> -> items(value.asIterable(), deeper(depth))
            is Map<*, *> -> members(value, deeper(depth))
            else -> refuse(Code.VALUE_TYPE, position, name)
        }

    private fun items(list: Iterable<*>, depth: Int) = NativeValue.Items(list.map { native(it, depth) })

    private fun members(map: Map<*, *>, depth: Int): NativeValue {
        val members = map.map { (key, value) ->
            if (key !is String) refuse(Code.VALUE_TYPE, position, name)
            NativeParameter(unicode(key), native(value, depth))
        }
        return NativeValue.Members(members)
    }

    /** A list that holds itself would never end. */
    private fun deeper(depth: Int): Int = if (depth < DEEPEST) depth + 1 else refuse(Code.VALUE_TYPE, position, name)

    private fun unicode(text: String): String {
        checkText(text, position, name)
        return text
    }

    /** Without exponent; a number that would fill the memory (1E+2000000000) is refused before it does. */
    private fun plain(value: BigDecimal): String {
        val digits = value.precision().toLong() + kotlin.math.abs(value.scale().toLong())
        if (digits > LONGEST_NUMBER) refuse(Code.VALUE_TYPE, position, name)
        return value.toPlainString()
    }
}

/** Deeper lists end in no request. */
private const val DEEPEST = 32

/** Longer than any request. */
private const val LONGEST_NUMBER = 65_535L
