// The signer: an API key and its secret or private key, out of reach.

import Foundation
internal import BinsignGenerated

/// What signs: an API key together with its HMAC secret or its Ed25519 key.
///
/// The key lies in native memory, cannot be read back, printed, copied or encoded, and is wiped by ``close()`` or
/// with the last reference. Signing from several threads at once is fine.
///
/// ```swift
/// let signer = try Signer.hmac(apiKey: apiKey, secret: secret)
/// let order: Parameters = ["symbol": "LTCBTC", "side": "BUY", "type": "MARKET", "quantity": 1]
/// let request = try signer.sign(.post, "/api/v3/order", query: order, recvWindow: 5000)
/// // send request.method, host + request.target, request.headers, request.body
/// ```
public final class Signer: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let native: BinsignGenerated.Signer

    private init(_ native: BinsignGenerated.Signer) {
        self.native = native
    }

    /// Takes an API key and the HMAC secret that Binance showed with it.
    ///
    /// A `String` stays in memory until it is freed, and is not wiped then; the other form takes a secret that can be.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`
    public static func hmac(apiKey: String, secret: String) throws(Refusal) -> Signer {
        var bytes = Data(secret.utf8)
        defer { bytes.resetBytes(in: bytes.startIndex..<bytes.endIndex) }
        return try hmac(apiKey: apiKey, secret: bytes)
    }

    /// Takes an API key and the HMAC secret as bytes, which the caller should wipe afterwards. No copy is made.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`
    public static func hmac(apiKey: String, secret: Data) throws(Refusal) -> Signer {
        Signer(try Refusal.crossing { try BinsignGenerated.Signer.hmac(apiKey: apiKey, secret: secret) })
    }

    /// Takes an API key and the private key (Ed25519, PKCS#8 in PEM) whose public half was registered with it.
    ///
    /// A `String` stays in memory until it is freed, and is not wiped then; the other form takes a text that can be.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_ENCRYPTED`, `KEY_MISMATCH`, and `KEY_IS_PUBLIC` and the like
    ///   for what is no such key
    public static func pem(apiKey: String, pem: String) throws(Refusal) -> Signer {
        var bytes = Data(pem.utf8)
        defer { bytes.resetBytes(in: bytes.startIndex..<bytes.endIndex) }
        return try Self.pem(apiKey: apiKey, pem: bytes)
    }

    /// Takes an API key and the private key in PEM as bytes, which the caller should wipe afterwards. No copy is made.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_ENCRYPTED`, `KEY_MISMATCH`, and `KEY_IS_PUBLIC` and the like
    ///   for what is no such key
    public static func pem(apiKey: String, pem: Data) throws(Refusal) -> Signer {
        Signer(try Refusal.crossing { try BinsignGenerated.Signer.pem(apiKey: apiKey, pem: pem) })
    }

    /// How the key signs: `HMAC` or `Ed25519`.
    public var keyType: String { native.keyType() }

    /// Has the gate decide on the request, and signs it. The parameters are sent in their order, first the query, then
    /// `recvWindow` (in ms, with decimals on Spot) and `timestamp`, in the body where there is one.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where something is wrong, with `HANDLE_USED_UP` after ``close()``;
    ///   ``Refusal/denied(_:)`` where the gate says no
    public func sign(
        _ method: Method,
        _ path: String,
        query: Parameters = [:],
        body: Parameters = [:],
        recvWindow: (any ParameterValue)? = nil,
        timestamp: Timestamp = .now
    ) throws(Refusal) -> SignedRequest {
        let call = BinsignGenerated.Call(
            method: method.rawValue,
            path: path,
            query: try Self.native(query, after: 0),
            body: try Self.native(body, after: query.list.count),
            recvWindow: recvWindow?.parameterText,
            timestamp: timestamp.native
        )
        return SignedRequest(try Refusal.crossing { try native.sign(call: call) })
    }

    /// Wipes the key now; the signer signs nothing from here on. A second time does nothing.
    public func close() {
        native.wipe()
    }

    /// The version of binsign.
    public static var version: String { BinsignGenerated.version() }

    public var description: String { native.description }

    public var debugDescription: String { native.debugDescription }

    public var customMirror: Mirror { Mirror(self, children: []) }

    private static func native(_ parameters: Parameters, after count: Int) throws(Refusal) -> [BinsignGenerated.Parameter] {
        var list: [BinsignGenerated.Parameter] = []
        list.reserveCapacity(parameters.list.count)
        for (name, value) in parameters.list {
            if let decimal = value as? Decimal, decimal.isNaN {
                try Refusal.refuse(.valueType, position: count + list.count + 1, name: name)
            }
            list.append(BinsignGenerated.Parameter(name: name, value: value.parameterText))
        }
        return list
    }
}
