// Whatever makes requests ready to send: with a key here, with one elsewhere, without any.

package binsign

import binsign.generated.withoutKey

/** Makes requests ready to send: a [Signer], an [ExternalKey] with what signs for it, or [NoKey]. */
public abstract class RequestSigner internal constructor() {
    /**
     * Has the gate decide on the request, and makes it ready.
     *
     * @throws Refusal.Invalid where something is wrong
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public abstract fun sign(call: Call): SignedRequest

    /**
     * The same with a [RestCall] of these parts.
     *
     * @throws Refusal.Invalid where something is wrong
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public fun sign(
        method: Method,
        path: String,
        query: List<Pair<String, Any?>> = emptyList(),
        body: List<Pair<String, Any?>> = emptyList(),
        recvWindow: Any? = null,
        timestamp: Timestamp = Timestamp.Now,
        timeUnit: TimeUnit? = null,
    ): SignedRequest = sign(RestCall(method, path, query, body, recvWindow, timestamp, timeUnit))
}

/**
 * Makes requests ready that need no key: those of public routes, and those of a WebSocket session that is logged on. One
 * that needs a key is refused with `KEY_MISSING`.
 */
public object NoKey : RequestSigner() {
    @Throws(Refusal::class)
    override fun sign(call: Call): SignedRequest {
        val native = call.native()
        return SignedRequest(crossing { withoutKey(native) })
    }
}
