// Keys under a policy: its verdicts without signing, what answers teach it, what the owner does to the key.

import Foundation
internal import BinsignGenerated

/// What decides for one key: its policy, its state, and what is known of the key. Threads may share it.
public final class Guardian: Sendable {
    let native: BinsignGenerated.Guard

    init(_ policy: Policy?, _ app: String?, _ state: SavedState?) throws(Refusal) {
        native = try Refusal.crossing {
            try BinsignGenerated.Guard(policy: policy?.native, app: app, state: state?.native)
        }
    }
}

/// A key with a policy: a ``Signer`` or an ``ExternalKey``. Without a policy every documented route is allowed, and nothing
/// is kept.
public protocol Policed: Sendable {
    /// What decides for this key.
    var guardian: Guardian { get }

    /// Takes the key out of use for good: under a policy every request is denied from here on. A ``Signer`` wipes its key;
    /// whoever else holds one erases it.
    func revoke()

    /// The agreement with the exchange has ended: as ``revoke()``, and over it.
    func terminate()
}

extension Policed {
    /// What the gate would decide on the request; nothing is signed, reserved or used up.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where something is wrong; ``Refusal/denied(_:)`` where the gate says no
    public func check(_ call: Call) throws(Refusal) {
        try Refusal.crossing { try guardian.native.check(call: call.native, circumstances: call.circumstances) }
    }

    /// The same with the parts of a REST request.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where something is wrong; ``Refusal/denied(_:)`` where the gate says no
    public func check(
        _ method: Method,
        _ path: String,
        query: Parameters = [:],
        body: Parameters = [:],
        recvWindow: (any ParameterValue)? = nil,
        timestamp: Timestamp = .now
    ) throws(Refusal) {
        try check(.rest(method, path, query: query, body: body, recvWindow: recvWindow, timestamp: timestamp))
    }

    /// Why the gate would decide as it would, a line for each step; nothing is signed, reserved or used up.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where there is no request to decide on
    public func explain(_ call: Call) throws(Refusal) -> [String] {
        try Refusal.crossing { try guardian.native.explain(call: call.native, circumstances: call.circumstances) }
    }

    /// Tells what the exchange says of the key, the body of `GET /sapi/v1/account/apiRestrictions`, which came at
    /// `received` (ms since 1970), now where nothing is said. The gate goes by it from here on.
    ///
    /// - Throws: `KEY_INFO_MALFORMED`, `KEY_INFO_IS_ERROR`; what was told before stays then
    @discardableResult
    public func keyInfo(_ json: Data, received: Int64? = nil) throws(Refusal) -> KeyInfo {
        let info = try KeyInfo(json: json, received: received)
        guardian.native.tell(info: info.native)
        return info
    }

    /// What the exchange said of the key last; `nil` where nothing was told.
    public var keyInfo: KeyInfo? { guardian.native.told().map(KeyInfo.init) }

    /// Learns from the answer to a request that this key signed: the status of HTTP (0 for a message of the WebSocket API,
    /// or where no answer came), the headers, the body, and when it came (ms since 1970), now where nothing is said.
    ///
    /// - Returns: `nil` where there is no policy
    @discardableResult
    public func observe(
        _ request: SignedRequest,
        status: UInt16,
        headers: [(name: String, value: String)] = [],
        body: Data = Data(),
        at now: Int64? = nil
    ) -> Observed? {
        let headers = headers.map { BinsignGenerated.Header(name: $0.name, value: $0.value) }
        return guardian.native.observe(
            request: request.native, status: status, headers: headers, body: body, nowMs: now
        ).map(Observed.init)
    }

    /// Learns how far the exchange's clock is off: when its time was asked for, when the answer came, and what it said, in
    /// ms since 1970. Timestamps that are left to binsign go by it from here on.
    public func observeTime(sent: Int64, received: Int64, server: Int64) {
        guardian.native.observeTime(sentMs: sent, receivedMs: received, serverMs: server)
    }

    /// What is known without an answer; `nil` where there is no policy.
    public func observed(at clock: Clock = .system) -> Observed? {
        guardian.native.observed(clock: clock.native).map(Observed.init)
    }

    /// The state, to be given to the next signer under this policy; `nil` where there is no policy. What is under way counts
    /// as signed there.
    public func state() -> SavedState? {
        guardian.native.save().map { SavedState(bytes: $0.bytes, sequence: $0.sequence) }
    }

    /// The state of the key; active where there is no policy.
    public var keyState: KeyState { KeyState(guardian.native.keyState()) }

    /// Nothing is signed until ``clear()``.
    public func suspend(reason: Int32 = 0) {
        guardian.native.suspend(reason: reason)
    }

    /// The owner has looked at why the key was suspended, and lifts it.
    public func clear() {
        guardian.native.clear()
    }
}

/// What the clock says when the gate decides.
public enum Clock: Sendable {
    /// What that of this machine says.
    case system
    /// This time, in ms since 1970.
    case ms(Int64)
    /// There is no clock; most policies want one.
    case absent

    var native: BinsignGenerated.Clock {
        switch self {
        case .system: .host
        case .ms(let ms): .at(ms: ms)
        case .absent: .absent
        }
    }
}
