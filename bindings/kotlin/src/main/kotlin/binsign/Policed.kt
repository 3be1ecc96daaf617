// Keys under a policy: its verdicts without signing, what answers teach it, what the owner does to the key.

package binsign

import binsign.generated.Circumstances as NativeCircumstances
import binsign.generated.Clock as NativeClock
import binsign.generated.Guard as NativeGuard
import binsign.generated.Header as NativeHeader

/** What decides for one key: its policy, its state, and what is known of the key. Threads may share it. */
public class Guardian internal constructor(internal val native: NativeGuard) {
    override fun toString(): String = native.toString()

    internal companion object {
        fun of(policy: Policy?, app: String?, state: SavedState?): Guardian {
            app?.let { checkText(it, name = "app") }
            return Guardian(crossing { NativeGuard(policy?.native, app, state?.native()) })
        }
    }
}

/**
 * A key with a policy: a [Signer] or an [ExternalKey]. Without a policy every documented route is allowed, and nothing is
 * kept.
 */
public interface Policed {
    /** What decides for this key. */
    public fun guardian(): Guardian

    /**
     * What the gate would decide on the request; nothing is signed, reserved or used up.
     *
     * @throws Refusal.Invalid where something is wrong
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public fun check(call: Call) {
        val (crossed, circumstances) = call.native() to call.circumstances()
        crossing { guardian().native.check(crossed, circumstances) }
    }

    /**
     * The same with the parts of a [RestCall].
     *
     * @throws Refusal.Invalid where something is wrong
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public fun check(
        method: Method,
        path: String,
        query: List<Pair<String, Any?>> = emptyList(),
        body: List<Pair<String, Any?>> = emptyList(),
        recvWindow: Any? = null,
        timestamp: Timestamp = Timestamp.Now,
    ): Unit = check(RestCall(method, path, query, body, recvWindow, timestamp))

    /**
     * Why the gate would decide as it would, a line for each step; nothing is signed, reserved or used up.
     *
     * @throws Refusal.Invalid where there is no request to decide on
     */
    @Throws(Refusal::class)
    public fun explain(call: Call): List<String> {
        val (crossed, circumstances) = call.native() to call.circumstances()
        return crossing { guardian().native.explain(crossed, circumstances) }
    }

    /**
     * Tells what the exchange says of the key, the body of `GET /sapi/v1/account/apiRestrictions`, which came at [received]
     * (ms since 1970), now where nothing is said. The gate goes by it from here on.
     *
     * @throws Refusal.Invalid with `KEY_INFO_MALFORMED`, `KEY_INFO_IS_ERROR`; what was told before stays then
     */
    @Throws(Refusal::class)
    public fun keyInfo(json: ByteArray, received: Long? = null): KeyInfo =
        KeyInfo(json, received).also { guardian().native.tell(it.native) }

    /** What the exchange said of the key last; `null` where nothing was told. */
    public fun keyInfo(): KeyInfo? = guardian().native.told()?.let(::KeyInfo)

    /**
     * Learns from the answer to a request that this key signed: the status of HTTP (0 for a message of the WebSocket API, or
     * where no answer came), the headers, the body, and when it came (ms since 1970), now where nothing is said. `null` where
     * there is no policy.
     */
    public fun observe(
        request: SignedRequest,
        status: Int,
        headers: List<Pair<String, String>> = emptyList(),
        body: ByteArray = ByteArray(0),
        now: Long? = null,
    ): Observed? {
        headers.forEach { (name, value) ->
            checkText(name, name = "headers")
            checkText(value, name = "headers")
        }
        val (sent, given) = request.native() to headers.map { (name, value) -> NativeHeader(name, value) }
        // A status that is none is an answer that was not understood.
        val code = if (status in 0..UShort.MAX_VALUE.toInt()) status.toUShort() else 0u
        return lending(body) { guardian().native.observe(sent, code, given, it, now) }?.let(::Observed)
    }

    /**
     * Learns how far the exchange's clock is off: when its time was asked for, when the answer came, and what it said, in ms
     * since 1970. Timestamps that are left to binsign go by it from here on.
     */
    public fun observeTime(sent: Long, received: Long, server: Long) {
        guardian().native.observeTime(sent, received, server)
    }

    /** What is known without an answer; `null` where there is no policy. */
    public fun observed(clock: Clock = Clock.System): Observed? = guardian().native.observed(clock.native())?.let(::Observed)

    /**
     * The state, to be given to the next signer under this policy; `null` where there is no policy. What is under way counts
     * as signed there.
     */
    public fun state(): SavedState? = guardian().native.save()?.let { SavedState(it.bytes, it.sequence.toLong()) }

    /** The state of the key; active where there is no policy. */
    public fun keyState(): KeyState = KeyState.of(guardian().native.keyState())

    /** Nothing is signed until [clear]. */
    public fun suspend(reason: Int = 0) {
        guardian().native.suspend(reason)
    }

    /** The owner has looked at why the key was suspended, and lifts it. */
    public fun clear() {
        guardian().native.clear()
    }

    /**
     * Takes the key out of use for good: under a policy every request is denied from here on. A [Signer] wipes its key;
     * whoever else holds one erases it.
     */
    public fun revoke()

    /** The agreement with the exchange has ended: as [revoke], and over it. */
    public fun terminate()
}

/** What the clock says when the gate decides. */
public sealed class Clock {
    internal abstract fun native(): NativeClock

    /** What that of this machine says. */
    public object System : Clock() {
        override fun native(): NativeClock = NativeClock.Host

        override fun toString(): String = "System"
    }

    /** This time, in ms since 1970. */
    public class Ms(private val ms: Long) : Clock() {
        override fun native(): NativeClock = NativeClock.At(ms)

        override fun toString(): String = "Ms($ms)"
    }

    /** There is no clock; most policies want one. */
    public object Absent : Clock() {
        override fun native(): NativeClock = NativeClock.Absent

        override fun toString(): String = "Absent"
    }
}

internal val USUAL: NativeCircumstances = NativeCircumstances(NativeClock.Host, null)
