// Where the parameter `timestamp` comes from.

package binsign

import binsign.generated.Timestamp as NativeTimestamp

/** Where the parameter `timestamp` of a request comes from, or `SendingTime` of a FIX Logon. */
public sealed class Timestamp {
    internal abstract fun native(): NativeTimestamp

    /** The clock of this machine in ms, where the exchange wants a timestamp and no parameter has that name already. */
    public object Now : Timestamp() {
        override fun native(): NativeTimestamp = NativeTimestamp.Now

        override fun toString(): String = "Now"
    }

    /** This time on every route, in ms since 1970. */
    public class Ms(private val ms: Long) : Timestamp() {
        override fun native(): NativeTimestamp = NativeTimestamp.Ms(ms)

        override fun toString(): String = "Ms($ms)"
    }

    /** This time on every route, in µs since 1970, which Spot takes. */
    public class Us(private val us: Long) : Timestamp() {
        override fun native(): NativeTimestamp = NativeTimestamp.Us(us)

        override fun toString(): String = "Us($us)"
    }

    /** This text on every route, as it stands. */
    public class Given(private val text: String) : Timestamp() {
        override fun native(): NativeTimestamp {
            checkText(text, name = "timestamp")
            return NativeTimestamp.Given(text)
        }

        override fun toString(): String = "Given($text)"
    }

    /** None is added. */
    public object Omitted : Timestamp() {
        override fun native(): NativeTimestamp = NativeTimestamp.Omitted

        override fun toString(): String = "Omitted"
    }
}
