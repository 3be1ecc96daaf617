// A signed request, ready to send.

import Foundation
internal import BinsignGenerated

/// A header of HTTP. Prints its name only: the API key is kept like a password.
public struct Header: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// `X-MBX-APIKEY`, `X-MBX-TIME-UNIT` or `Content-Type`.
    public let name: String
    /// What to send.
    public let value: String

    public var description: String { "Header(\(name))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A signed request, ready to send: exactly these bytes, in this order.
///
/// Prints its method only: whoever has the rest can send the request.
public struct SignedRequest: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// `GET`, `POST`, `PUT` or `DELETE`; `nil` where the request is a message.
    public let method: String?
    /// Path and query as they stand in the request line: put the host before it, and encode nothing again. Empty where the
    /// request is a message.
    public let target: String
    /// The query without its question mark.
    public let query: String
    /// The form body; empty where there is none.
    public let body: String
    /// The message to send as it is: JSON of the WebSocket API, or a FIX Logon. It has the API key in it.
    public let message: String?
    /// What was signed; `nil` where the request needs no signature.
    public let payload: String?
    /// The signature as Binance documents it; `nil` where the request needs none.
    public let signature: String?
    /// The headers to send, in order.
    public let headers: [Header]
    /// What the answer is compared with; there under a policy.
    private let sent: Data?

    init(_ native: BinsignGenerated.SignedRequest) {
        method = native.method
        target = native.target
        query = native.query
        body = native.body
        message = native.message
        payload = native.payload
        signature = native.signature
        headers = native.headers.map { Header(name: $0.name, value: $0.value) }
        sent = native.sent
    }

    /// As much of it as an answer needs.
    var native: BinsignGenerated.SignedRequest {
        BinsignGenerated.SignedRequest(
            method: nil, target: "", query: "", body: "", message: nil, payload: nil, signature: nil, headers: [],
            sent: sent)
    }

    public var description: String { "SignedRequest(\(method ?? "message"))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
