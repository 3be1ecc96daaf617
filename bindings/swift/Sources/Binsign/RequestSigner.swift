// Whatever makes requests ready to send at once: with a key here, or without any.

internal import BinsignGenerated

/// Makes requests ready to send: a ``Signer``, or ``NoKey``.
public protocol RequestSigner: Sendable {
    /// Has the gate decide on the request, and makes it ready.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where something is wrong; ``Refusal/denied(_:)`` where the gate says no
    func sign(_ call: Call) throws(Refusal) -> SignedRequest
}

extension RequestSigner {
    /// The same with the parts of a REST request, as ``Call/rest(_:_:query:body:recvWindow:timestamp:timeUnit:)`` has them.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where something is wrong; ``Refusal/denied(_:)`` where the gate says no
    public func sign(
        _ method: Method,
        _ path: String,
        query: Parameters = [:],
        body: Parameters = [:],
        recvWindow: (any ParameterValue)? = nil,
        timestamp: Timestamp = .now,
        timeUnit: TimeUnit? = nil
    ) throws(Refusal) -> SignedRequest {
        try sign(
            .rest(
                method, path, query: query, body: body, recvWindow: recvWindow, timestamp: timestamp, timeUnit: timeUnit))
    }
}

/// Makes requests ready that need no key: those of public routes, and those of a WebSocket session that is logged on. One
/// that needs a key is refused with `KEY_MISSING`.
public struct NoKey: RequestSigner {
    public init() {}

    public func sign(_ call: Call) throws(Refusal) -> SignedRequest {
        SignedRequest(try Refusal.crossing { try withoutKey(call: call.native) })
    }
}
