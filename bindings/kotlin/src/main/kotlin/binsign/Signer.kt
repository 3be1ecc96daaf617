// The signer: an API key and its secret or private key, out of reach.

package binsign

import binsign.generated.Signer as NativeSigner

/**
 * What signs: an API key together with its HMAC secret, its Ed25519 key or its RSA key.
 *
 * The key lies in native memory, cannot be read back, printed, copied or serialised, and is wiped by [close].
 * Signing from several threads at once is fine.
 *
 * ```
 * Signer.hmac(apiKey, secret).use { signer ->
 *     val order = listOf("symbol" to "LTCBTC", "side" to "BUY", "type" to "MARKET", "quantity" to 1)
 *     val request = signer.sign(Method.POST, "/api/v3/order", order, recvWindow = 5000)
 *     // send request.method, host + request.target, request.headers, request.body
 * }
 * ```
 */
public class Signer private constructor(private val native: NativeSigner) : RequestSigner(), AutoCloseable {
    /**
     * Has the gate decide on the request, and signs it.
     *
     * @throws Refusal.Invalid where something is wrong, with `HANDLE_USED_UP` after [close]
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    override fun sign(call: Call): SignedRequest {
        val crossed = call.native()
        return SignedRequest(crossing { native.sign(crossed) })
    }

    /** How the key signs. */
    public val keyType: KeyType
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
            return lending(secret) { Signer(crossing { NativeSigner.hmac(apiKey, it) }) }
        }

        /**
         * Takes an API key and the private key (Ed25519 or RSA, in PEM) whose public half was registered with it, and the
         * passphrase where the key is encrypted.
         *
         * A `String` stays in the JVM's memory until it is collected; the other form takes a text that can be wiped.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`,
         *   `KEY_PASSPHRASE_WRONG`, and `KEY_IS_PUBLIC` and the like for what is no such key
         */
        @Throws(Refusal::class)
        public fun pem(apiKey: String, pem: String, passphrase: String? = null): Signer {
            checkText(pem, name = "pem")
            passphrase?.let { checkText(it, name = "passphrase") }
            val bytes = pem.toByteArray()
            val passphraseBytes = passphrase?.toByteArray()
            return try {
                pem(apiKey, bytes, passphraseBytes)
            } finally {
                bytes.fill(0)
                passphraseBytes?.fill(0)
            }
        }

        /**
         * Takes an API key, the private key in PEM and its passphrase as bytes, which the caller should wipe afterwards.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`,
         *   `KEY_PASSPHRASE_WRONG`, and `KEY_IS_PUBLIC` and the like for what is no such key
         */
        @Throws(Refusal::class)
        public fun pem(apiKey: String, pem: ByteArray, passphrase: ByteArray? = null): Signer {
            checkText(apiKey, name = "apiKey")
            return lending(pem) { lent ->
                if (passphrase == null) {
                    Signer(crossing { NativeSigner.pem(apiKey, lent) })
                } else {
                    lending(passphrase) { Signer(crossing { NativeSigner.encryptedPem(apiKey, lent, it) }) }
                }
            }
        }

        /** The version of binsign. */
        public val version: String
            get() = binsign.generated.version()
    }
}
