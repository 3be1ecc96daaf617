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
public class Signer private constructor(private val guardian: Guardian, private val native: NativeSigner) :
    RequestSigner(), Policed, AutoCloseable {
    /**
     * Has the gate decide on the request, and signs it.
     *
     * @throws Refusal.Invalid where something is wrong, with `HANDLE_USED_UP` after [close]
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    override fun sign(call: Call): SignedRequest {
        val (crossed, circumstances) = call.native() to call.circumstances()
        return SignedRequest(crossing { native.sign(crossed, circumstances) })
    }

    /** How the key signs. */
    public val keyType: KeyType
        get() = native.keyType()

    /** Wipes the key now; the signer signs nothing from here on. A second time does nothing. */
    override fun close() {
        native.wipe()
    }

    override fun guardian(): Guardian = guardian

    /** Takes the key out of use for good, and wipes it: under a policy every request is denied from here on. */
    override fun revoke() {
        native.revoke()
    }

    /** The agreement with the exchange has ended: the key is out of use for good, and wiped. */
    override fun terminate() {
        native.terminate()
    }

    override fun toString(): String = native.toString()

    public companion object {
        /**
         * Takes an API key and the HMAC secret that Binance showed with it. With a policy it signs what that allows to the
         * application; with a state that was saved, its limits go on from there.
         *
         * A `String` stays in the JVM's memory until it is collected; the other form takes a secret that can be wiped.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`; with
         *   `STATE_MALFORMED`, `STATE_ROLLED_BACK`, `POLICY_ROLLED_BACK`
         */
        @Throws(Refusal::class)
        public fun hmac(
            apiKey: String,
            secret: String,
            policy: Policy? = null,
            app: String? = null,
            state: SavedState? = null,
        ): Signer {
            checkText(secret, name = "secret")
            val bytes = secret.toByteArray()
            return try {
                hmac(apiKey, bytes, policy, app, state)
            } finally {
                bytes.fill(0)
            }
        }

        /**
         * Takes an API key and the HMAC secret as bytes, which the caller should wipe afterwards.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`; with
         *   `STATE_MALFORMED`, `STATE_ROLLED_BACK`, `POLICY_ROLLED_BACK`
         */
        @Throws(Refusal::class)
        public fun hmac(
            apiKey: String,
            secret: ByteArray,
            policy: Policy? = null,
            app: String? = null,
            state: SavedState? = null,
        ): Signer {
            checkText(apiKey, name = "apiKey")
            val guardian = Guardian.of(policy, app, state)
            return lending(secret) { Signer(guardian, crossing { NativeSigner.hmac(apiKey, it, guardian.native) }) }
        }

        /**
         * Takes an API key and the private key (Ed25519 or RSA, in PEM) whose public half was registered with it, and the
         * passphrase where the key is encrypted.
         *
         * A `String` stays in the JVM's memory until it is collected; the other form takes a text that can be wiped.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`,
         *   `KEY_PASSPHRASE_WRONG`, and `KEY_IS_PUBLIC` and the like for what is no such key; with `STATE_MALFORMED`
         *   and the like as for a secret
         */
        @Throws(Refusal::class)
        public fun pem(
            apiKey: String,
            pem: String,
            passphrase: String? = null,
            policy: Policy? = null,
            app: String? = null,
            state: SavedState? = null,
        ): Signer {
            checkText(pem, name = "pem")
            passphrase?.let { checkText(it, name = "passphrase") }
            val bytes = pem.toByteArray()
            val passphraseBytes = passphrase?.toByteArray()
            return try {
                pem(apiKey, bytes, passphraseBytes, policy, app, state)
            } finally {
                bytes.fill(0)
                passphraseBytes?.fill(0)
            }
        }

        /**
         * Takes an API key, the private key in PEM and its passphrase as bytes, which the caller should wipe afterwards.
         *
         * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`,
         *   `KEY_PASSPHRASE_WRONG`, and `KEY_IS_PUBLIC` and the like for what is no such key; with `STATE_MALFORMED`
         *   and the like as for a secret
         */
        @Throws(Refusal::class)
        public fun pem(
            apiKey: String,
            pem: ByteArray,
            passphrase: ByteArray? = null,
            policy: Policy? = null,
            app: String? = null,
            state: SavedState? = null,
        ): Signer {
            checkText(apiKey, name = "apiKey")
            val guardian = Guardian.of(policy, app, state)
            return lending(pem) { lent ->
                val native = crossing {
                    if (passphrase == null) {
                        NativeSigner.pem(apiKey, lent, guardian.native)
                    } else {
                        lending(passphrase) { NativeSigner.encryptedPem(apiKey, lent, it, guardian.native) }
                    }
                }
                Signer(guardian, native)
            }
        }

        /** The version of binsign. */
        public val version: String
            get() = binsign.generated.version()
    }
}
