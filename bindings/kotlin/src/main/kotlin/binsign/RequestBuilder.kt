// Parameters with their types: what can be sent exactly has an overload, a Double or Float does not compile.

package binsign

import java.math.BigDecimal
import java.math.BigInteger
import binsign.generated.Parameter as NativeParameter

/**
 * Takes the parameters of a request in the order in which they are sent. A value of `null` leaves its parameter out.
 *
 * Numbers are written as they are: a [BigDecimal] plain, without exponent and with all its digits. [Double] and
 * [Float] cannot hold a price exactly, so there is no overload for them.
 */
public class RequestBuilder internal constructor() {
    private val query = mutableListOf<NativeParameter>()
    private val body = mutableListOf<NativeParameter>()
    private var recvWindow: String? = null
    private var timestamp: Timestamp = Timestamp.Now

    /** Adds a parameter to the query. */
    public fun query(name: String, value: String?): Unit = add(query, name, value)

    /** Adds a parameter to the query. */
    public fun query(name: String, value: Int?): Unit = add(query, name, value?.toString())

    /** Adds a parameter to the query. */
    public fun query(name: String, value: Long?): Unit = add(query, name, value?.toString())

    /** Adds a parameter to the query. */
    public fun query(name: String, value: ULong?): Unit = add(query, name, value?.toString())

    /** Adds a parameter to the query. */
    public fun query(name: String, value: BigInteger?): Unit = add(query, name, value?.toString())

    /** Adds a parameter to the query. */
    public fun query(name: String, value: BigDecimal?): Unit = add(query, name, value?.let { plain(it, name) })

    /** Adds a parameter to the query, `true` or `false`. */
    public fun query(name: String, value: Boolean?): Unit = add(query, name, value?.toString())

    /** Adds a parameter to the form body. */
    public fun body(name: String, value: String?): Unit = add(body, name, value)

    /** Adds a parameter to the form body. */
    public fun body(name: String, value: Int?): Unit = add(body, name, value?.toString())

    /** Adds a parameter to the form body. */
    public fun body(name: String, value: Long?): Unit = add(body, name, value?.toString())

    /** Adds a parameter to the form body. */
    public fun body(name: String, value: ULong?): Unit = add(body, name, value?.toString())

    /** Adds a parameter to the form body. */
    public fun body(name: String, value: BigInteger?): Unit = add(body, name, value?.toString())

    /** Adds a parameter to the form body. */
    public fun body(name: String, value: BigDecimal?): Unit = add(body, name, value?.let { plain(it, name) })

    /** Adds a parameter to the form body, `true` or `false`. */
    public fun body(name: String, value: Boolean?): Unit = add(body, name, value?.toString())

    /** Sets `recvWindow`, in ms: how long after `timestamp` the exchange may still take the request. */
    public fun recvWindow(ms: Int?) {
        recvWindow = ms?.toString()
    }

    /** Sets `recvWindow`, in ms, with up to three decimals on Spot. */
    public fun recvWindow(ms: BigDecimal?) {
        recvWindow = ms?.let { plain(it, "recvWindow") }
    }

    /** Sets `recvWindow` to this text. */
    public fun recvWindow(text: String?) {
        recvWindow = text
    }

    /** Says where `timestamp` comes from; without it, from the clock of this machine. */
    public fun timestamp(timestamp: Timestamp) {
        this.timestamp = timestamp
    }

    private fun add(part: MutableList<NativeParameter>, name: String, value: String?) {
        if (value != null) part += NativeParameter(name, value)
    }

    /** Without exponent; a number that would fill the memory (1E+2000000000) is refused before it does. */
    private fun plain(value: BigDecimal, name: String): String {
        val digits = value.precision().toLong() + kotlin.math.abs(value.scale().toLong())
        if (digits > LONGEST_NUMBER) refuse(Code.VALUE_TYPE, name = name)
        return value.toPlainString()
    }

    internal fun build(method: Method, path: String): binsign.generated.Call {
        checkText(method.text, name = "method")
        checkText(path, name = "path")
        for ((index, parameter) in (query + body).withIndex()) {
            checkText(parameter.name, index + 1)
            checkText(parameter.value, index + 1, parameter.name)
        }
        recvWindow?.let { checkText(it, name = "recvWindow") }
        return binsign.generated.Call(method.text, path, query, body, recvWindow, timestamp.native())
    }

    private companion object {
        /** Longer than any request. */
        const val LONGEST_NUMBER = 65_535L
    }
}
