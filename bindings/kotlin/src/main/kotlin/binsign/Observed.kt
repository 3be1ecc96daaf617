// What an answer of the exchange taught, and the state that is kept of it.

package binsign

import binsign.generated.KeyState as NativeKeyState
import binsign.generated.Meaning as NativeMeaning
import binsign.generated.Observed as NativeObserved
import binsign.generated.SavedState as NativeSavedState

/** Whether a key is in use. */
public sealed class KeyState {
    /** In use. */
    public object Active : KeyState()

    /** Until the owner clears it. */
    public data class Suspended(
        /** The code that the exchange gave, 0 where there was only the status, or the owner's own. */
        public val reason: Int,
    ) : KeyState()

    /** For good. */
    public object Revoked : KeyState()

    /** Until the owner clears it. */
    public object Expired : KeyState()

    /** For good, and over revoked. */
    public object Terminated : KeyState()

    override fun toString(): String = this::class.java.simpleName

    internal companion object {
        fun of(native: NativeKeyState): KeyState =
            when (native) {
                is NativeKeyState.Active -> Active
                is NativeKeyState.Suspended -> Suspended(native.reason)
                is NativeKeyState.Revoked -> Revoked
                is NativeKeyState.Expired -> Expired
                is NativeKeyState.Terminated -> Terminated
            }
    }
}

/** What an answer of the exchange means. */
public sealed class Meaning {
    /** The exchange took the request. */
    public object Fine : Meaning()

    /** The exchange wants no request before [Observed.waitUntil]: 418, 429, -1003. */
    public object Wait : Meaning()

    /** The clock here is off, or the answer took too long: -1021, and what the futures have for it. */
    public object ClockOff : Meaning()

    /** The signature is not valid: -1022. Sending the same again cannot help. */
    public object SignatureInvalid : Meaning()

    /** The exchange does not take the key, or not for this, or not from here. */
    public data class KeyRejected(
        /** The exchange's code, 0 where there was only the status. */
        public val code: Int,
    ) : Meaning()

    /** Whether the request took effect is unknown. */
    public object Unknown : Meaning()

    /** The exchange refused the request, and for no other reason than the request. */
    public data class Refused(
        /** The exchange's code, 0 where there was none. */
        public val code: Int,
    ) : Meaning()

    override fun toString(): String = this::class.java.simpleName

    internal companion object {
        fun of(native: NativeMeaning): Meaning =
            when (native) {
                is NativeMeaning.Fine -> Fine
                is NativeMeaning.Wait -> Wait
                is NativeMeaning.ClockOff -> ClockOff
                is NativeMeaning.SignatureInvalid -> SignatureInvalid
                is NativeMeaning.KeyRejected -> KeyRejected(native.code)
                is NativeMeaning.Unknown -> Unknown
                is NativeMeaning.Refused -> Refused(native.code)
            }
    }
}

/** What is known after an answer. */
public class Observed internal constructor(observed: NativeObserved) {
    /** The state of the key. */
    public val keyState: KeyState = KeyState.of(observed.keyState)

    /** How far the exchange's clock is before this one, in ms. */
    public val offset: Long = observed.offsetMs

    /** Until when nothing is signed, in ms since 1970; `null` where there is nothing to wait for. */
    public val waitUntil: Long? = observed.waitUntilMs

    /** The weight used in this minute, as the answer has it. */
    public val usedWeight: Long? = observed.usedWeight

    /** The orders of the present ten seconds, as the answer has them. */
    public val ordersTenSeconds: Long? = observed.ordersTenSeconds

    /** The orders of the present minute, as the answer has them. */
    public val ordersMinute: Long? = observed.ordersMinute

    /** The orders of the present day, as the answer has them. */
    public val ordersDay: Long? = observed.ordersDay

    /** What the answer means; `null` where none was read. */
    public val meaning: Meaning? = observed.meaning?.let { Meaning.of(it) }

    override fun toString(): String = "Observed($keyState, offset $offset ms, wait until $waitUntil, $meaning)"
}

/**
 * The state of a signer under a policy: what its limits have counted, what became of the key, what answers taught.
 *
 * Keep the sequence number apart from the bytes, where whoever can put an older copy in their place cannot reach it:
 * restoring refuses bytes with a lower one.
 */
public class SavedState(
    /** What is to be kept. */
    public val bytes: ByteArray,
    /** Rises by one with each saving; when restoring, the lowest that is acceptable. */
    public val sequence: Long,
) {
    // A number below 0 is none that was ever given, and the highest is met by no bytes.
    internal fun native() = NativeSavedState(bytes, sequence.toULong())

    override fun toString(): String = "SavedState($sequence)"
}
