// Why there is no signature: something was wrong, or the gate said no.

package binsign

/**
 * Why there is no signature. Holds no secret, no signature and no value of a parameter.
 *
 * [message] says what is wrong and what to do.
 */
public sealed class Refusal(
    /** The stable code. */
    public val code: Code,
    override val message: String,
    /** The name of the parameter it is about, where there is one. */
    public val param: String?,
) : Exception() {
    /** The request, a text or a key is wrong. */
    public class Invalid internal constructor(
        code: Code,
        message: String,
        param: String?,
        /** Where it is in the text of a policy. */
        public val place: TextPlace? = null,
    ) : Refusal(code, message, param)

    /** The request is well-formed and not allowed. */
    public class Denied internal constructor(
        code: Code,
        message: String,
        param: String?,
        /** The clause of the API Service Terms behind the rule (`F 13`). */
        public val clause: String,
        /** The name of the rule that denied. */
        public val rule: String,
        /** The route that the signature would open as well (`POST /api/v3/order`), where that is why. */
        public val opens: String?,
    ) : Refusal(code, message, param)
}

/** A place in a text: line and column, both from 1, the column in characters. */
public typealias TextPlace = binsign.generated.TextPlace
