// The exchange's words that are a choice of a few.

internal import BinsignGenerated

/// A family of Binance's interfaces.
public enum Family: Sendable, CaseIterable {
    case spot, sapi, futuresUm, futuresCm, options, portfolioMargin

    var native: BinsignGenerated.Family {
        switch self {
        case .spot: .spot
        case .sapi: .sapi
        case .futuresUm: .futuresUm
        case .futuresCm: .futuresCm
        case .options: .options
        case .portfolioMargin: .portfolioMargin
        }
    }
}

/// How a key signs.
public enum KeyType: String, Sendable, CaseIterable {
    /// HMAC-SHA-256 with the secret that Binance shows.
    case hmac = "HMAC"
    /// Ed25519.
    case ed25519 = "Ed25519"
    /// RSA, PKCS#1 v1.5 with SHA-256.
    case rsa = "RSA"

    init(_ native: BinsignGenerated.KeyType) {
        switch native {
        case .hmac: self = .hmac
        case .ed25519: self = .ed25519
        case .rsa: self = .rsa
        }
    }

    var native: BinsignGenerated.KeyType {
        switch self {
        case .hmac: .hmac
        case .ed25519: .ed25519
        case .rsa: .rsa
        }
    }
}

/// In what unit the exchange gives the times of its answers (`X-MBX-TIME-UNIT`, `/api` only).
public enum TimeUnit: Sendable, CaseIterable {
    /// ms, what the exchange gives when it is not asked.
    case millisecond
    /// µs.
    case microsecond

    var native: BinsignGenerated.TimeUnit {
        switch self {
        case .millisecond: .millisecond
        case .microsecond: .microsecond
        }
    }
}

/// How the exchange may handle the messages of a FIX session (tag 25035).
public enum MessageHandling: Sendable, CaseIterable {
    /// 1: messages may overtake each other.
    case unordered
    /// 2: messages are processed one after the other.
    case sequential

    var native: BinsignGenerated.MessageHandling {
        switch self {
        case .unordered: .unordered
        case .sequential: .sequential
        }
    }
}

/// Which answers a FIX session gets (tag 25036).
public enum ResponseMode: Sendable, CaseIterable {
    /// 1: everything.
    case everything
    /// 2: acknowledgements only.
    case onlyAcks

    var native: BinsignGenerated.ResponseMode {
        switch self {
        case .everything: .everything
        case .onlyAcks: .onlyAcks
        }
    }
}

/// The definition of SBE messages that a FIX session asks for.
public struct SbeSchema: Sendable {
    /// `SbeSchemaId` (25050).
    public let id: UInt16
    /// `SbeSchemaVersion` (25051).
    public let version: UInt16

    public init(id: UInt16, version: UInt16) {
        self.id = id
        self.version = version
    }
}
