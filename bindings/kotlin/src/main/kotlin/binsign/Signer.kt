// The signer: an API key and its secret or private key, out of reach.

package binsign

import java.nio.ByteBuffer
import binsign.generated.Signer as NativeSigner

/**
 * What signs: an API key together with its HMAC secret or its Ed25519 key.
 *
 * The key lies in native memory, cannot be read back, printed, copied or serialised, and is wiped by [close].
 * Signing from several threads at once is fine.
 *
 * ```
 * Signer.hmac(apiKey, secret).use { signer ->
 *     val order = listOf("symbol" to "LTCBTC", "side" to "BUY", "type" to "MARKET", "quantity" to "1")
 *     val request = signer.sign(Method.POST, "/api/v3/order", order, recvWindow = 5000)
 *     // send request.method, host + request.target, request.headers, request.body
 * }
 * ```
 */
public class Signer private constructor(private val native: NativeSigner) : AutoCloseable {
    /**
     * Has the gate decide on the request, and signs it. The parameters are text as it is meant, not encoded; they are
     * sent in their order, first the query, then [recvWindow] (in ms) and [timestamp], in the body where there is one.
     * A value of `null` leaves its parameter out.
     *
     * @throws Refusal.Invalid where something is wrong, with `HANDLE_USED_UP` after [close]
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public fun sign(
        method: Method,
        path: String,
        query: List<Pair<String, String?>> = emptyList(),
        body: List<Pair<String, String?>> = emptyList(),
        recvWindow: Int? = null,
        timestamp: Timestamp = Timestamp.Now,
    ): SignedRequest =
        sign(method, path) {
            query.forEach { (name, value) -> query(name, value) }
            body.forEach { (name, value) -> body(name, value) }
            recvWindow(recvWindow)
            timestamp(timestamp)
        }

    /**
     * The same with parameters of other types:
     *
     * ```
     * signer.sign(Method.POST, "/api/v3/order") {
     *     query("symbol", "LTCBTC")
     *     query("quantity", BigDecimal("0.10"))
     *     recvWindow(5000)
     * }
     * ```
     *
     * @throws Refusal.Invalid where something is wrong, with `HANDLE_USED_UP` after [close]
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public fun sign(method: Method, path: String, parameters: RequestBuilder.() -> Unit): SignedRequest {
        val call = RequestBuilder().apply(parameters).build(method, path)
        return SignedRequest(crossing { native.sign(call) })
    }

    /** How the key signs: `HMAC` or `Ed25519`. */
    public val keyType: String
        get() = native.keyType()

    /** Wipes the key now; the signer signs nothing from here on. A second time does nothing. */
    override fun close() {
        native.wipe()
    }

    override fun toString(): String = native.toString()

    public companion object {
        /**
         * Takes an API key and the HMAC secret that Binance showed with it.
         *
         * A `String` stays in the JVM's memory until it is collected; the other form takes a secret that can be wiped.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`
         */
        @Throws(Refusal::class)
        public fun hmac(apiKey: String, secret: String): Signer {
            checkText(secret, name = "secret")
            val bytes = secret.toByteArray()
            return try {
                hmac(apiKey, bytes)
            } finally {
                bytes.fill(0)
            }
        }

        /**
         * Takes an API key and the HMAC secret as bytes, which the caller should wipe afterwards.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`
         */
        @Throws(Refusal::class)
        public fun hmac(apiKey: String, secret: ByteArray): Signer {
            checkText(apiKey, name = "apiKey")
            return lending(secret) { NativeSigner.hmac(apiKey, it) }
        }

        /**
         * Takes an API key and the private key (Ed25519, PKCS#8 in PEM) whose public half was registered with it.
         *
         * A `String` stays in the JVM's memory until it is collected; the other form takes a text that can be wiped.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_ENCRYPTED`, `KEY_MISMATCH`, and
         *   `KEY_IS_PUBLIC` and the like for what is no such key
         */
        @Throws(Refusal::class)
        public fun pem(apiKey: String, pem: String): Signer {
            checkText(pem, name = "pem")
            val bytes = pem.toByteArray()
            return try {
                pem(apiKey, bytes)
            } finally {
                bytes.fill(0)
            }
        }

        /**
         * Takes an API key and the private key in PEM as bytes, which the caller should wipe afterwards.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_ENCRYPTED`, `KEY_MISMATCH`, and
         *   `KEY_IS_PUBLIC` and the like for what is no such key
         */
        @Throws(Refusal::class)
        public fun pem(apiKey: String, pem: ByteArray): Signer {
            checkText(apiKey, name = "apiKey")
            return lending(pem) { NativeSigner.pem(apiKey, it) }
        }

        /** Lends the native side a copy of the secret, which it reads where it lies, so this is the only one. */
        private fun lending(secret: ByteArray, make: (ByteBuffer) -> NativeSigner): Signer {
            val direct = ByteBuffer.allocateDirect(secret.size)
            return try {
                direct.put(secret).flip()
                Signer(crossing { make(direct) })
            } finally {
                direct.clear()
                repeat(direct.capacity()) { direct.put(0) }
            }
        }

        /** The version of binsign. */
        public val version: String
            get() = binsign.generated.version()
    }
}
