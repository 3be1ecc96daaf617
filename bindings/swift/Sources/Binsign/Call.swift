// What can be signed: a REST request, a request of the WebSocket API, a signed stream, the Logon of FIX.

import Foundation
internal import BinsignGenerated

/// A request that is to be signed. Text is given as it is meant, not encoded; `recvWindow` is in ms, on Spot with up to
/// three decimals. Prints the route only.
public struct Call: Sendable, CustomStringConvertible, CustomReflectable {
    let native: BinsignGenerated.Call
    private(set) var approval: Data?
    private(set) var clock = Clock.system

    private init(native: BinsignGenerated.Call) {
        self.native = native
    }

    /// A REST request. Its parameters are sent in their order, `recvWindow` and `timestamp` behind them, in the body where
    /// there is one. `timeUnit` says in what unit the answer is to give its times (`/api` only).
    public static func rest(
        _ method: Method,
        _ path: String,
        query: Parameters = [:],
        body: Parameters = [:],
        recvWindow: (any ParameterValue)? = nil,
        timestamp: Timestamp = .now,
        timeUnit: TimeUnit? = nil
    ) -> Call {
        Call(
            native: .rest(
                method: method.rawValue, path: path, query: query.native, body: body.native,
                recvWindow: recvWindow?.sentValue.native, timestamp: timestamp.native, timeUnit: timeUnit?.native))
    }

    /// A request of the WebSocket API of Spot, USDⓈ-M or COIN-M futures. There text and other values differ: whole numbers,
    /// truth values, lists and maps are sent as JSON, a `Decimal`, `Double` or `Float` as text, as the exchange has its
    /// DECIMAL.
    ///
    /// - Parameters:
    ///   - method: `order.place`
    ///   - id: what comes back with the answer
    ///   - inSession: the connection is logged on, so that the request carries neither API key nor signature
    public static func ws(
        _ family: Family,
        _ method: String,
        id: String,
        params: Parameters = [:],
        recvWindow: (any ParameterValue)? = nil,
        timestamp: Timestamp = .now,
        inSession: Bool = false
    ) -> Call {
        Call(
            native: .ws(
                family: family.native, method: method, id: id, params: params.native,
                recvWindow: recvWindow?.sentValue.native, timestamp: timestamp.native, inSession: inSession))
    }

    /// The opening of a signed stream, `wss://api.binance.com/sapi/wss`; its parameters are `random` and `topic`.
    public static func stream(
        params: Parameters,
        recvWindow: (any ParameterValue)? = nil,
        timestamp: Timestamp = .now
    ) -> Call {
        Call(
            native: .stream(
                params: params.native, recvWindow: recvWindow?.sentValue.native, timestamp: timestamp.native))
    }

    /// The Logon of a FIX session (FIX API of Spot); the key has to be Ed25519.
    ///
    /// - Parameters:
    ///   - senderCompID: `SenderCompID` (49): 1 to 8 letters, digits, `-` and `_`, unique among the account's sessions
    ///   - sendingTime: `SendingTime` (52): a clock, or with `.given` the text itself (`20240627-11:17:25.223`)
    ///   - targetCompID: `TargetCompID` (56)
    ///   - msgSeqNum: `MsgSeqNum` (34): 1 for a new session
    ///   - heartBtInt: `HeartBtInt` (108): 5 to 60 seconds
    ///   - messageHandling: `MessageHandling` (25035)
    ///   - responseMode: `ResponseMode` (25036), where it is to be sent
    ///   - recvWindow: `RecvWindow` (25000) in ms, where it is to be sent
    ///   - dropCopy: `DropCopyFlag` (9406): Y for a drop copy session
    ///   - sbeSchema: for FIX requests with answers in SBE
    ///   - sbe: the message itself is sent in SBE, so that payload and signature are made, and no message
    public static func fixLogon(
        senderCompID: String,
        sendingTime: Timestamp = .now,
        targetCompID: String = "SPOT",
        msgSeqNum: UInt64 = 1,
        heartBtInt: UInt32 = 30,
        messageHandling: MessageHandling = .sequential,
        responseMode: ResponseMode? = nil,
        recvWindow: (any ParameterValue)? = nil,
        dropCopy: Bool = false,
        sbeSchema: SbeSchema? = nil,
        sbe: Bool = false
    ) -> Call {
        Call(
            native: .fixLogon(
                senderCompId: senderCompID, targetCompId: targetCompID, msgSeqNum: msgSeqNum,
                sendingTime: sendingTime.native, heartBtInt: heartBtInt, messageHandling: messageHandling.native,
                responseMode: responseMode?.native, recvWindow: recvWindow?.sentValue.native, dropCopy: dropCopy,
                sbeSchema: sbeSchema.map { BinsignGenerated.SbeSchema(id: $0.id, version: $0.version) }, sbe: sbe))
    }

    /// The same with the approval of a second person, for routes that want one: 72 bytes, as
    /// `docs/policy.md` has them in section 9.
    public func approved(by approval: Data) -> Call {
        var call = self
        call.approval = approval
        return call
    }

    /// The same decided on at the time of another clock than this machine's.
    public func decided(at clock: Clock) -> Call {
        var call = self
        call.clock = clock
        return call
    }

    var circumstances: BinsignGenerated.Circumstances {
        BinsignGenerated.Circumstances(clock: clock.native, approval: approval)
    }

    public var description: String { native.description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
