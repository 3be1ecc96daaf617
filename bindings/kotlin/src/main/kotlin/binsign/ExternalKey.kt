// Keys that are elsewhere: the payload goes out, the signature comes in.

package binsign

import java.security.PublicKey
import binsign.generated.ExternalKey as NativeExternalKey
import binsign.generated.Guard as NativeGuard
import binsign.generated.PendingRequest as NativePendingRequest

/**
 * The API key and the type or the public key of a key whose secret is elsewhere: in Android's Keystore, in an HSM, in a service.
 *
 * ```
 * val key = ExternalKey(apiKey, keyPair.public)
 * val request = key.sign(RestCall(Method.GET, "/api/v3/account")) { payload ->
 *     Signature.getInstance("Ed25519").run { initSign(keyPair.private); update(payload); sign() }
 * }
 * ```
 *
 * Where the public key is known, signatures are verified before they go out.
 */
public class ExternalKey private constructor(private val guardian: Guardian, private val native: NativeExternalKey) : Policed {
    private constructor(guardian: Guardian, make: (NativeGuard) -> NativeExternalKey) :
        this(guardian, crossing { make(guardian.native) })

    /**
     * Takes an API key, and the type of the key that was registered with it: signatures are taken as they come. Policy,
     * application and state are those of a [Signer].
     *
     * @throws Refusal.Invalid with `API_KEY_MALFORMED`
     */
    @Throws(Refusal::class)
    @JvmOverloads
    public constructor(
        apiKey: String,
        keyType: KeyType,
        policy: Policy? = null,
        app: String? = null,
        state: SavedState? = null,
    ) : this(guardian(apiKey, policy, app, state), { NativeExternalKey(apiKey, keyType, it) })

    /**
     * Takes an API key, and the public key (Ed25519 or RSA) that was registered with it.
     *
     * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `PUBLIC_KEY_MALFORMED`, and `KEY_IS_EC` and the like
     */
    @Throws(Refusal::class)
    @JvmOverloads
    public constructor(
        apiKey: String,
        publicKey: PublicKey,
        policy: Policy? = null,
        app: String? = null,
        state: SavedState? = null,
    ) : this(
        guardian(apiKey, policy, app, state),
        { guard -> lending(publicKey.encoded ?: ByteArray(0)) { NativeExternalKey.withPublicDer(apiKey, it, guard) } },
    )

    /**
     * Takes an API key, and the public key (Ed25519 or RSA, in PEM) that was registered with it.
     *
     * @throws Refusal.Invalid with `API_KEY_MALFORMED`, `PUBLIC_KEY_MALFORMED`, and `KEY_IS_EC` and the like
     */
    @Throws(Refusal::class)
    @JvmOverloads
    public constructor(
        apiKey: String,
        publicKeyPem: String,
        policy: Policy? = null,
        app: String? = null,
        state: SavedState? = null,
    ) : this(
        guardian(apiKey, policy, app, state),
        { guard -> lending(publicKeyPem.toByteArray()) { NativeExternalKey.withPublicPem(apiKey, it, guard) } },
    )

    /** How the key signs. */
    public val keyType: KeyType
        get() = native.keyType()

    /**
     * Has the gate decide on the request, and begins to sign it.
     *
     * @throws Refusal.Invalid where something is wrong
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public fun begin(call: Call): PendingRequest {
        val (crossed, circumstances) = call.native() to call.circumstances()
        return PendingRequest(crossing { native.begin(crossed, circumstances) })
    }

    /**
     * Has the gate decide on the request, and the signature made by [signature], which may suspend where the caller may:
     * it gets the payload and gives 64 bytes for Ed25519, as many as the modulus has for RSA, 32 for HMAC. It is not called
     * where no signature is needed; what it throws comes through.
     *
     * @throws Refusal.Invalid where something is wrong, with `SIGNATURE_MALFORMED` for a signature of another length and
     *   `SIGNING_FAULT` for one that does not verify
     * @throws Refusal.Denied where the gate says no
     */
    @Throws(Refusal::class)
    public inline fun sign(call: Call, signature: (payload: ByteArray) -> ByteArray): SignedRequest =
        begin(call).use { pending -> pending.finish(pending.payload?.let { signature(it) } ?: ByteArray(0)) }

    override fun guardian(): Guardian = guardian

    override fun revoke() {
        guardian.native.revoke()
    }

    override fun terminate() {
        guardian.native.terminate()
    }

    /** Signs whatever it is asked to by [signer], like a [Signer] with the key itself. */
    public fun with(signer: ExternalSigner): RequestSigner =
        object : RequestSigner() {
            override fun sign(call: Call): SignedRequest = this@ExternalKey.sign(call, signer::signatureOf)

            override fun toString(): String = this@ExternalKey.toString()
        }

    override fun toString(): String = native.toString()

    private companion object {
        fun guardian(apiKey: String, policy: Policy?, app: String?, state: SavedState?): Guardian {
            checkText(apiKey, name = "apiKey")
            return Guardian.of(policy, app, state)
        }
    }
}

/** What has a private key and signs with it: a key of Android's Keystore, an HSM, a service. */
public fun interface ExternalSigner {
    /** The signature of [payload], as bytes and not as text. */
    public fun signatureOf(payload: ByteArray): ByteArray
}

/** A request with a verdict that waits for its signature. [close] gives it up and wipes it. */
public class PendingRequest internal constructor(private val native: NativePendingRequest) : AutoCloseable {
    /**
     * What is to be signed; `null` where the request needs no signature.
     *
     * @throws Refusal.Invalid with `HANDLE_USED_UP` after [finish] and [close]
     */
    @get:Throws(Refusal::class)
    public val payload: ByteArray?
        get() = crossing { native.payload() }

    /**
     * Takes the signature, as bytes and not as text; none (an empty array) where none is needed. The request is used up,
     * whatever comes of it.
     *
     * @throws Refusal.Invalid with `SIGNATURE_MALFORMED`, `SIGNING_FAULT`; with `HANDLE_USED_UP` a second time
     */
    @Throws(Refusal::class)
    public fun finish(signature: ByteArray): SignedRequest =
        lending(signature) { lent -> SignedRequest(crossing { native.finish(lent) }) }

    override fun close() {
        native.dropUnsigned()
    }

    override fun toString(): String = native.toString()
}
