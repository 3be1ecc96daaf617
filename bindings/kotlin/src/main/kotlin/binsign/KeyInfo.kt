// What the exchange says of a key, and what is wrong with it.

package binsign

import binsign.generated.Declared as NativeDeclared
import binsign.generated.Finding as NativeFinding
import binsign.generated.KeyInfo as NativeKeyInfo

/**
 * What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it came.
 *
 * ```
 * val info = signer.keyInfo(body)
 * for (finding in info.findings(policy.permissions)) println("${finding.severity} ${finding.message} (${finding.clause})")
 * ```
 */
public class KeyInfo internal constructor(internal val native: NativeKeyInfo) {
    /**
     * Reads the body of an answer that came at [received] (ms since 1970), now where nothing is said.
     *
     * @throws Refusal.Invalid with `KEY_INFO_MALFORMED`, `KEY_INFO_IS_ERROR`
     */
    @Throws(Refusal::class)
    public constructor(json: ByteArray, received: Long? = null) :
        this(lending(json) { crossing { NativeKeyInfo.fromJson(it, received) } })

    /** What is granted, the worst first. */
    public val permissions: List<Permission>
        get() = Permission.all(native.permissions())

    /** Whether the exchange takes the key from trusted addresses only. */
    public val isIpRestricted: Boolean
        get() = native.isIpRestricted()

    /** Whether the answer grants something that binsign does not know. */
    public val hasUnknownGrant: Boolean
        get() = native.hasUnknownGrant()

    /** When the key was created, in ms since 1970. */
    public val createTime: Long?
        get() = native.createTimeMs()

    /** When trading on Spot and margin expires, in ms since 1970; only old answers have it. */
    public val tradingExpires: Long?
        get() = native.tradingExpiresMs()

    /** When the answer came, in ms since 1970. */
    public val received: Long
        get() = native.receivedMs()

    /**
     * What is wrong with the key, the worst first: in the answer, in what its owner declares, and beside what is [needed]
     * (where nothing is said, no permission is too many). An answer older than [maxAge] (ms) is a finding, too.
     */
    @JvmOverloads
    public fun findings(
        needed: Collection<Permission>? = null,
        declared: Declared = Declared(),
        now: Long? = null,
        maxAge: Long? = null,
    ): List<Finding> {
        val known = declared.native()
        return crossing { native.findings(needed?.map { it.text }, known, now, maxAge) }.map(::Finding)
    }

    override fun toString(): String = native.toString()
}

/** What the owner of a key knows of it and the exchange does not say; everything may be left out. */
public class Declared(
    /** How the key signs. */
    private val keyType: KeyType? = null,
    /** The trusted addresses, as they stand at the exchange. */
    private val addresses: List<String>? = null,
    /** Whether the key belongs to a sub-account. */
    private val isOfSubAccount: Boolean = false,
    /** Whether the account is in portfolio margin mode, where that is known. */
    private val isPortfolioMargin: Boolean? = null,
    /** When the futures account was opened, in ms since 1970. */
    private val futuresOpened: Long? = null,
    /** When portfolio margin was activated, in ms since 1970. */
    private val portfolioMarginActivated: Long? = null,
    /** When the key was created, in ms since 1970: [KeyInfo.createTime] of an earlier answer. */
    private val created: Long? = null,
) {
    internal fun native(): NativeDeclared {
        addresses?.forEach { checkText(it, name = "addresses") }
        return NativeDeclared(
            keyType,
            addresses,
            isOfSubAccount,
            isPortfolioMargin,
            futuresOpened,
            portfolioMarginActivated,
            created,
        )
    }
}

/** How much a finding weighs, the least first. */
public typealias Severity = binsign.generated.Severity

/** One thing that is wrong with a key; `docs/key.md` has them all. */
public class Finding internal constructor(finding: NativeFinding) {
    /** Its stable name, in capitals. */
    public val kind: String = finding.kind

    /** How much it weighs. */
    public val severity: Severity = finding.severity

    /** The clause of the API Service Terms behind it (`E 11 d`). */
    public val clause: String = finding.clause

    /** The permission it is about, where it is about one. */
    public val permission: Permission? = finding.permission?.let { Permission.all(listOf(it)).single() }

    /** What is wrong and what to do. */
    public val message: String = finding.explanation

    override fun toString(): String = "$kind: $message"
}
