// A signed request, ready to send.

package binsign

import binsign.generated.SignedRequest as NativeSignedRequest

/**
 * A signed request, ready to send: exactly these bytes, in this order.
 *
 * Prints its method only: whoever has the rest can send the request.
 */
public class SignedRequest internal constructor(signed: NativeSignedRequest) {
    /** `GET`, `POST`, `PUT` or `DELETE`; `null` where the request is a message. */
    public val method: String? = signed.method

    /** Path and query as they stand in the request line: put the host before it, and encode nothing again. Empty where the request is a message. */
    public val target: String = signed.target

    /** The query without its question mark. */
    public val query: String = signed.query

    /** The form body; empty where there is none. */
    public val body: String = signed.body

    /** The message to send as it is: JSON of the WebSocket API, or a FIX Logon. It has the API key in it. */
    public val message: String? = signed.message

    /** What was signed; `null` where the request needs no signature. */
    public val payload: String? = signed.payload

    /** The signature as Binance documents it; `null` where the request needs none. */
    public val signature: String? = signed.signature

    /** The headers to send, name and value, in order. */
    public val headers: List<Pair<String, String>> = signed.headers.map { it.name to it.value }

    /** What the answer is compared with; there under a policy. */
    private val sent: ByteArray? = signed.sent

    /** As much of it as an answer needs. */
    internal fun native() = NativeSignedRequest(null, "", "", "", null, null, null, emptyList(), sent)

    override fun toString(): String = "SignedRequest(${method ?: "message"})"
}
