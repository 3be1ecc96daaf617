// Where the parameter `timestamp` comes from.

package binsign

import binsign.generated.Timestamp as NativeTimestamp

/** Where the parameter `timestamp` of a request comes from. */
public sealed class Timestamp {
    internal abstract fun native(): NativeTimestamp

    /** The clock of this machine in ms, on a route that is signed and where no parameter has that name already. */
    public object Now : Timestamp() {
        override fun native(): NativeTimestamp = NativeTimestamp.Now

        override fun toString(): String = "Now"
    }

    /** This time on every route: ms since 1970, or µs on Spot. As text it is taken as it stands. */
    public class At(private val text: String) : Timestamp() {
        public constructor(time: Long) : this(time.toString())

        override fun native(): NativeTimestamp {
            checkText(text, name = "timestamp")
            return NativeTimestamp.Given(text)
        }

        override fun toString(): String = "At($text)"
    }

    /** None is added. */
    public object Omitted : Timestamp() {
        override fun native(): NativeTimestamp = NativeTimestamp.Omitted

        override fun toString(): String = "Omitted"
    }
}
