// What an answer of the exchange taught, and the state that is kept of it.

import Foundation
internal import BinsignGenerated

/// Whether a key is in use.
public enum KeyState: Equatable, Sendable {
    /// In use.
    case active
    /// Until the owner clears it; with the code that the exchange gave, 0 where there was only the status.
    case suspended(reason: Int32)
    /// For good.
    case revoked
    /// Until the owner clears it.
    case expired
    /// For good, and over revoked.
    case terminated

    init(_ native: BinsignGenerated.KeyState) {
        switch native {
        case .active: self = .active
        case .suspended(let reason): self = .suspended(reason: reason)
        case .revoked: self = .revoked
        case .expired: self = .expired
        case .terminated: self = .terminated
        }
    }
}

/// What an answer of the exchange means.
public enum Meaning: Equatable, Sendable {
    /// The exchange took the request.
    case fine
    /// The exchange wants no request before ``Observed/waitUntil``: 418, 429, -1003.
    case wait
    /// The clock here is off, or the answer took too long: -1021, and what the futures have for it.
    case clockOff
    /// The signature is not valid: -1022. Sending the same again cannot help.
    case signatureInvalid
    /// The exchange does not take the key, or not for this, or not from here; 0 where there was only the status.
    case keyRejected(code: Int32)
    /// Whether the request took effect is unknown.
    case unknown
    /// The exchange refused the request, and for no other reason than the request; 0 where it gave no code.
    case refused(code: Int32)

    init(_ native: BinsignGenerated.Meaning) {
        switch native {
        case .fine: self = .fine
        case .wait: self = .wait
        case .clockOff: self = .clockOff
        case .signatureInvalid: self = .signatureInvalid
        case .keyRejected(let code): self = .keyRejected(code: code)
        case .unknown: self = .unknown
        case .refused(let code): self = .refused(code: code)
        }
    }
}

/// What is known after an answer.
public struct Observed: Equatable, Sendable {
    /// The state of the key.
    public let keyState: KeyState
    /// How far the exchange's clock is before this one, in ms.
    public let offset: Int64
    /// Until when nothing is signed, in ms since 1970; `nil` where there is nothing to wait for.
    public let waitUntil: Int64?
    /// The weight used in this minute, as the answer has it.
    public let usedWeight: Int64?
    /// The orders of the present ten seconds, as the answer has them.
    public let ordersTenSeconds: Int64?
    /// The orders of the present minute, as the answer has them.
    public let ordersMinute: Int64?
    /// The orders of the present day, as the answer has them.
    public let ordersDay: Int64?
    /// What the answer means; `nil` where none was read.
    public let meaning: Meaning?

    init(_ native: BinsignGenerated.Observed) {
        keyState = KeyState(native.keyState)
        offset = native.offsetMs
        waitUntil = native.waitUntilMs
        usedWeight = native.usedWeight
        ordersTenSeconds = native.ordersTenSeconds
        ordersMinute = native.ordersMinute
        ordersDay = native.ordersDay
        meaning = native.meaning.map(Meaning.init)
    }
}

/// The state of a signer under a policy: what its limits have counted, what became of the key, what answers taught.
///
/// Keep the sequence number apart from the bytes, where whoever can put an older copy in their place cannot reach it:
/// restoring refuses bytes with a lower one.
public struct SavedState: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// What is to be kept.
    public let bytes: Data
    /// Rises by one with each saving; when restoring, the lowest that is acceptable.
    public let sequence: UInt64

    public init(bytes: Data, sequence: UInt64) {
        self.bytes = bytes
        self.sequence = sequence
    }

    var native: BinsignGenerated.SavedState { BinsignGenerated.SavedState(bytes: bytes, sequence: sequence) }

    public var description: String { "SavedState(\(sequence))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
