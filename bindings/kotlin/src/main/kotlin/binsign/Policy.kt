// Policies: what one application may do with one key.

package binsign

import binsign.generated.Policy as NativePolicy

/**
 * What one application may do with one key, as `docs/policy.md` has it. Cannot be changed; several signers may share it.
 *
 * ```
 * val policy = Policy.fromToml(File("maker.toml").readText())
 * Signer.hmac(apiKey, secret, policy, app = "maker").use { signer -> … }
 * ```
 */
public class Policy private constructor(internal val native: NativePolicy) {
    /** The name. */
    public val name: String
        get() = native.name()

    /** The version, which rises with every change. */
    public val version: Long
        get() = native.version().toLong()

    /** What it is for. */
    public val purpose: String
        get() = native.purpose()

    /** The one application it is for; `null` where it is for any. */
    public val app: String?
        get() = native.app()

    /** What the key needs. */
    public val permissions: List<Permission>
        get() = Permission.all(native.permissions())

    /** The SHA-256 of the compiled form, which tells two policies apart. */
    public val sha256: ByteArray
        get() = native.sha256()

    /** The compiled form, without the owner's signature. */
    public val bytes: ByteArray
        get() = native.bytes()

    /** The policy as text. */
    public fun toToml(): String = crossing { native.toml() }

    override fun toString(): String = native.toString()

    public companion object {
        /**
         * Compiles the text of a policy.
         *
         * @throws Refusal.Invalid with `POLICY_TEXT`; its [Refusal.Invalid.place] has line and column
         */
        @JvmStatic
        @Throws(Refusal::class)
        public fun fromToml(text: String): Policy {
            checkText(text, name = "text")
            return Policy(crossing { NativePolicy.fromToml(text) })
        }

        /**
         * Takes a compiled policy that nobody has signed.
         *
         * @throws Refusal.Invalid with `POLICY_MALFORMED`
         */
        @JvmStatic
        @Throws(Refusal::class)
        public fun fromBytes(bytes: ByteArray): Policy = lending(bytes) { Policy(crossing { NativePolicy.compiled(it) }) }

        /**
         * Takes a compiled policy with the signature of its owner, whose public key (Ed25519, PEM) is known here.
         *
         * @throws Refusal.Invalid with `POLICY_SIGNATURE` where somebody else signed it, or it was changed; with `POLICY_MALFORMED`
         */
        @JvmStatic
        @Throws(Refusal::class)
        public fun fromSigned(bytes: ByteArray, ownerKeyPem: String): Policy {
            checkText(ownerKeyPem, name = "ownerKeyPem")
            return lending(bytes) { policy ->
                lending(ownerKeyPem.toByteArray()) { Policy(crossing { NativePolicy.signed(policy, it) }) }
            }
        }

        /**
         * Takes a compiled policy with the seal (HMAC-SHA-256) of its owner, who shares a secret with this side.
         *
         * @throws Refusal.Invalid with `POLICY_SIGNATURE` where somebody else sealed it, or it was changed; with
         *   `POLICY_MALFORMED`, `SECRET_MALFORMED`
         */
        @JvmStatic
        @Throws(Refusal::class)
        public fun fromSealed(bytes: ByteArray, secret: ByteArray): Policy =
            lending(bytes) { policy -> lending(secret) { Policy(crossing { NativePolicy.sealed(policy, it) }) } }
    }
}
