// What can be signed: a REST request, a request of the WebSocket API, a signed stream, the Logon of FIX.

package binsign

import binsign.generated.Call as NativeCall
import binsign.generated.Circumstances as NativeCircumstances

/**
 * A request that is to be signed. Parameters are names and values; a value may be a `String`, any whole number, a
 * `BigDecimal` (plain, with all its digits), a `Double` or `Float` (its shortest plain decimal; NaN, infinities and
 * numbers too large to be exact are refused), a `Boolean`, a list or a map (compact JSON), or [Json]; `null` leaves the
 * parameter out. Text is given as it is meant, not encoded. `recvWindow` is in ms, on Spot with up to three decimals.
 */
public sealed class Call {
    internal abstract fun native(): NativeCall

    internal open fun circumstances(): NativeCircumstances = USUAL

    /** The same with the approval of a second person, for routes that want one: 72 bytes, as `docs/policy.md` has them in section 9. */
    public fun approved(approval: ByteArray): Call = AskedCall(this, NativeCircumstances(circumstances().clock, approval))

    /** The same decided on at the time of another clock than this machine's. */
    public fun decidedAt(clock: Clock): Call = AskedCall(this, NativeCircumstances(clock.native(), circumstances().approval))

    final override fun toString(): String = native().toString()
}

/** A call of another kind, and what is true of it alone. */
private class AskedCall(private val call: Call, private val circumstances: NativeCircumstances) : Call() {
    override fun native(): NativeCall = call.native()

    override fun circumstances(): NativeCircumstances = circumstances
}

/** A REST request. Its parameters are sent in their order, [recvWindow] and [timestamp] behind them, in the body where there is one. */
public class RestCall(
    private val method: Method,
    private val path: String,
    private val query: List<Pair<String, Any?>> = emptyList(),
    private val body: List<Pair<String, Any?>> = emptyList(),
    private val recvWindow: Any? = null,
    private val timestamp: Timestamp = Timestamp.Now,
    /** In what unit the answer is to give its times (`/api` only). */
    private val timeUnit: TimeUnit? = null,
) : Call() {
    override fun native(): NativeCall {
        checkText(method.text, name = "method")
        checkText(path, name = "path")
        val query = native(query)
        val body = native(body, query.size + 1)
        return NativeCall.Rest(method.text, path, query, body, native(recvWindow), timestamp.native(), timeUnit)
    }
}

/**
 * A request of the WebSocket API. There text and other values differ: whole numbers, truth values, lists and maps are sent
 * as JSON, a `BigDecimal`, `Double` or `Float` as text, as the exchange has its DECIMAL.
 */
public class WsCall(
    /** Whose WebSocket API it is: `SPOT`, `FUTURES_UM` or `FUTURES_CM`. */
    private val family: Family,
    /** `order.place`. */
    private val method: String,
    /** What comes back with the answer. */
    private val id: String,
    private val params: List<Pair<String, Any?>> = emptyList(),
    private val recvWindow: Any? = null,
    private val timestamp: Timestamp = Timestamp.Now,
    /** The connection is logged on: the request carries neither API key nor signature. */
    private val inSession: Boolean = false,
) : Call() {
    override fun native(): NativeCall {
        checkText(method, name = "method")
        checkText(id, name = "id")
        return NativeCall.Ws(family, method, id, native(params), native(recvWindow), timestamp.native(), inSession)
    }
}

/** The opening of a signed stream, `wss://api.binance.com/sapi/wss`. */
public class StreamCall(
    /** `random` and `topic`. */
    private val params: List<Pair<String, Any?>>,
    private val recvWindow: Any? = null,
    private val timestamp: Timestamp = Timestamp.Now,
) : Call() {
    override fun native(): NativeCall = NativeCall.Stream(native(params), native(recvWindow), timestamp.native())
}

/** The Logon of a FIX session (FIX API of Spot); the key has to be Ed25519. */
public class FixLogon(
    /** `SenderCompID` (49): 1 to 8 letters, digits, `-` and `_`, unique among the account's sessions. */
    private val senderCompId: String,
    /** `SendingTime` (52): a clock, or with [Timestamp.Given] the text itself (`20240627-11:17:25.223`). */
    private val sendingTime: Timestamp = Timestamp.Now,
    /** `TargetCompID` (56). */
    private val targetCompId: String = "SPOT",
    /** `MsgSeqNum` (34): 1 for a new session. */
    private val msgSeqNum: ULong = 1u,
    /** `HeartBtInt` (108): 5 to 60 seconds. */
    private val heartBtInt: UInt = 30u,
    /** `MessageHandling` (25035). */
    private val messageHandling: MessageHandling = MessageHandling.SEQUENTIAL,
    /** `ResponseMode` (25036), where it is to be sent. */
    private val responseMode: ResponseMode? = null,
    /** `RecvWindow` (25000) in ms, where it is to be sent. */
    private val recvWindow: Any? = null,
    /** `DropCopyFlag` (9406): Y for a drop copy session. */
    private val dropCopy: Boolean = false,
    /** For FIX requests with answers in SBE. */
    private val sbeSchema: SbeSchema? = null,
    /** The message itself is sent in SBE: payload and signature are made, and no message. */
    private val sbe: Boolean = false,
) : Call() {
    override fun native(): NativeCall {
        checkText(senderCompId, name = "sender_comp_id")
        checkText(targetCompId, name = "target_comp_id")
        return NativeCall.FixLogon(
            senderCompId,
            targetCompId,
            msgSeqNum,
            sendingTime.native(),
            heartBtInt,
            messageHandling,
            responseMode,
            native(recvWindow),
            dropCopy,
            sbeSchema,
            sbe,
        )
    }
}

private fun native(recvWindow: Any?) = recvWindow?.let { native(it, 0, "recvWindow") }
