// A signed request, ready to send.

internal import BinsignGenerated

/// A header of HTTP. Prints its name only: the API key is kept like a password.
public struct Header: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// `X-MBX-APIKEY` or `Content-Type`.
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
    /// `GET`, `POST`, `PUT` or `DELETE`.
    public let method: String
    /// Path and query as they stand in the request line: put the host before it, and encode nothing again.
    public let target: String
    /// The query without its question mark.
    public let query: String
    /// The form body; empty where there is none.
    public let body: String
    /// What was signed; `nil` where the route needs no signature.
    public let payload: String?
    /// The signature as Binance documents it; `nil` where the route needs none.
    public let signature: String?
    /// The headers to send, in order.
    public let headers: [Header]

    init(_ native: BinsignGenerated.SignedRequest) {
        method = native.method
        target = native.target
        query = native.query
        body = native.body
        payload = native.payload
        signature = native.signature
        headers = native.headers.map { Header(name: $0.name, value: $0.value) }
    }

    public var description: String { "SignedRequest(\(method))" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
