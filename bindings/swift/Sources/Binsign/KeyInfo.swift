// What the exchange says of a key, and what is wrong with it.

import Foundation
internal import BinsignGenerated

/// What the exchange says of a key: the answer of `GET /sapi/v1/account/apiRestrictions`, and when it came.
///
/// ```swift
/// let info = try signer.keyInfo(body)
/// for finding in info.findings(needed: policy.permissions) where finding.severity == .high {
///     print(finding.message, finding.clause)
/// }
/// ```
public final class KeyInfo: Sendable, CustomStringConvertible, CustomReflectable {
    let native: BinsignGenerated.KeyInfo

    init(_ native: BinsignGenerated.KeyInfo) {
        self.native = native
    }

    /// Reads the body of an answer that came at `received` (ms since 1970), now where nothing is said.
    ///
    /// - Throws: `KEY_INFO_MALFORMED`, `KEY_INFO_IS_ERROR`
    public convenience init(json: Data, received: Int64? = nil) throws(Refusal) {
        self.init(
            try Refusal.crossing { try BinsignGenerated.KeyInfo.fromJson(body: json, receivedMs: received) })
    }

    /// What is granted, the worst first.
    public var permissions: [Permission] { Permission.all(native.permissions()) }

    /// Whether the exchange takes the key from trusted addresses only.
    public var isIPRestricted: Bool { native.isIpRestricted() }

    /// Whether the answer grants something that binsign does not know.
    public var hasUnknownGrant: Bool { native.hasUnknownGrant() }

    /// When the key was created, in ms since 1970.
    public var createTime: Int64? { native.createTimeMs() }

    /// When trading on Spot and margin expires, in ms since 1970; only old answers have it.
    public var tradingExpires: Int64? { native.tradingExpiresMs() }

    /// When the answer came, in ms since 1970.
    public var received: Int64 { native.receivedMs() }

    /// What is wrong with the key, the worst first: in the answer, in what its owner declares, and beside what is needed
    /// (where nothing is said, no permission is too many). An answer older than `maxAge` (ms) is a finding, too.
    public func findings(
        needed: [Permission]? = nil,
        declared: Declared = Declared(),
        now: Int64? = nil,
        maxAge: Int64? = nil
    ) -> [Finding] {
        // Only a name that is no permission is refused, and there is none among these.
        let found = try? native.findings(
            needed: needed?.map(\.rawValue), declared: declared.native, nowMs: now, maxAgeMs: maxAge)
        return (found ?? []).map(Finding.init)
    }

    public var description: String { native.description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// What the owner of a key knows of it and the exchange does not say; everything may be left out.
public struct Declared: Sendable {
    /// How the key signs.
    public var keyType: KeyType?
    /// The trusted addresses, as they stand at the exchange.
    public var addresses: [String]?
    /// Whether the key belongs to a sub-account.
    public var isOfSubAccount: Bool
    /// Whether the account is in portfolio margin mode, where that is known.
    public var isPortfolioMargin: Bool?
    /// When the futures account was opened, in ms since 1970.
    public var futuresOpened: Int64?
    /// When portfolio margin was activated, in ms since 1970.
    public var portfolioMarginActivated: Int64?
    /// When the key was created, in ms since 1970: `createTime` of an earlier answer.
    public var created: Int64?

    public init(
        keyType: KeyType? = nil,
        addresses: [String]? = nil,
        isOfSubAccount: Bool = false,
        isPortfolioMargin: Bool? = nil,
        futuresOpened: Int64? = nil,
        portfolioMarginActivated: Int64? = nil,
        created: Int64? = nil
    ) {
        self.keyType = keyType
        self.addresses = addresses
        self.isOfSubAccount = isOfSubAccount
        self.isPortfolioMargin = isPortfolioMargin
        self.futuresOpened = futuresOpened
        self.portfolioMarginActivated = portfolioMarginActivated
        self.created = created
    }

    var native: BinsignGenerated.Declared {
        BinsignGenerated.Declared(
            keyType: keyType?.native, addresses: addresses, isOfSubAccount: isOfSubAccount,
            isPortfolioMargin: isPortfolioMargin, futuresOpenedMs: futuresOpened,
            portfolioMarginActivatedMs: portfolioMarginActivated, createdMs: created)
    }
}

/// How much a finding weighs.
public enum Severity: Int, Comparable, Sendable {
    /// Worth knowing.
    case low
    /// To be mended.
    case medium
    /// Not to be used so.
    case high

    public static func < (one: Severity, other: Severity) -> Bool { one.rawValue < other.rawValue }
}

/// One thing that is wrong with a key; `docs/key.md` has them all.
public struct Finding: Equatable, Sendable {
    /// Its stable name, in capitals.
    public let kind: String
    /// How much it weighs.
    public let severity: Severity
    /// The clause of the API Service Terms behind it (`E 11 d`).
    public let clause: String
    /// The permission it is about, where it is about one.
    public let permission: Permission?
    /// What is wrong and what to do.
    public let message: String

    init(_ native: BinsignGenerated.Finding) {
        kind = native.kind
        severity =
            switch native.severity {
            case .low: .low
            case .medium: .medium
            case .high: .high
            }
        clause = native.clause
        permission = native.permission.flatMap(Permission.init(rawValue:))
        message = native.explanation
    }
}
