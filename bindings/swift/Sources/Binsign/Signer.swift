// The signer: an API key and its secret or private key, out of reach.

import Foundation
internal import BinsignGenerated

/// What signs: an API key together with its HMAC secret, its Ed25519 key or its RSA key.
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
public final class Signer: RequestSigner, Policed, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let native: BinsignGenerated.Signer
    public let guardian: Guardian

    private init(_ guardian: Guardian, _ make: (BinsignGenerated.Guard) throws -> BinsignGenerated.Signer) throws(Refusal) {
        self.guardian = guardian
        native = try Refusal.crossing { try make(guardian.native) }
    }

    /// Takes an API key and the HMAC secret that Binance showed with it. With a policy it signs what that allows to the
    /// application; with a state that was saved, its limits go on from there.
    ///
    /// A `String` stays in memory until it is freed, and is not wiped then; the other form takes a secret that can be.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`; `STATE_MALFORMED`, `STATE_ROLLED_BACK`,
    ///   `POLICY_ROLLED_BACK`
    public static func hmac(
        apiKey: String, secret: String, policy: Policy? = nil, app: String? = nil, state: SavedState? = nil
    ) throws(Refusal) -> Signer {
        var bytes = Data(secret.utf8)
        defer { bytes.resetBytes(in: bytes.startIndex..<bytes.endIndex) }
        return try hmac(apiKey: apiKey, secret: bytes, policy: policy, app: app, state: state)
    }

    /// Takes an API key and the HMAC secret as bytes, which the caller should wipe afterwards. No copy is made.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `SECRET_MALFORMED`, `SECRET_IS_PRIVATE_KEY`; `STATE_MALFORMED`, `STATE_ROLLED_BACK`,
    ///   `POLICY_ROLLED_BACK`
    public static func hmac(
        apiKey: String, secret: Data, policy: Policy? = nil, app: String? = nil, state: SavedState? = nil
    ) throws(Refusal) -> Signer {
        try Signer(Guardian(policy, app, state)) { native in
            try BinsignGenerated.Signer.hmac(apiKey: apiKey, secret: secret, guard: native)
        }
    }

    /// Takes an API key and the private key (Ed25519 or RSA, in PEM) whose public half was registered with it, and the
    /// passphrase where the key is encrypted.
    ///
    /// A `String` stays in memory until it is freed, and is not wiped then; the other form takes texts that can be.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`, `KEY_PASSPHRASE_WRONG`,
    ///   and `KEY_IS_PUBLIC` and the like for what is no such key; `STATE_MALFORMED` and the like as for a secret
    public static func pem(
        apiKey: String, pem: String, passphrase: String? = nil, policy: Policy? = nil, app: String? = nil,
        state: SavedState? = nil
    ) throws(Refusal) -> Signer {
        var bytes = Data(pem.utf8)
        defer { bytes.resetBytes(in: bytes.startIndex..<bytes.endIndex) }
        guard let passphrase else { return try Self.pem(apiKey: apiKey, pem: bytes, policy: policy, app: app, state: state) }
        var passphraseBytes = Data(passphrase.utf8)
        defer { passphraseBytes.resetBytes(in: passphraseBytes.startIndex..<passphraseBytes.endIndex) }
        return try Self.pem(
            apiKey: apiKey, pem: bytes, passphrase: passphraseBytes, policy: policy, app: app, state: state)
    }

    /// Takes an API key, the private key in PEM and its passphrase as bytes, which the caller should wipe afterwards. No
    /// copy is made.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `KEY_MALFORMED`, `KEY_MISMATCH`, `KEY_PASSPHRASE_MISSING`, `KEY_PASSPHRASE_WRONG`,
    ///   and `KEY_IS_PUBLIC` and the like for what is no such key; `STATE_MALFORMED` and the like as for a secret
    public static func pem(
        apiKey: String, pem: Data, passphrase: Data? = nil, policy: Policy? = nil, app: String? = nil,
        state: SavedState? = nil
    ) throws(Refusal) -> Signer {
        try Signer(Guardian(policy, app, state)) { native in
            guard let passphrase else {
                return try BinsignGenerated.Signer.pem(apiKey: apiKey, pem: pem, guard: native)
            }
            return try BinsignGenerated.Signer.encryptedPem(
                apiKey: apiKey, pem: pem, passphrase: passphrase, guard: native)
        }
    }

    /// How the key signs.
    public var keyType: KeyType { KeyType(native.keyType()) }

    /// Has the gate decide on the request, and signs it.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where something is wrong, with `HANDLE_USED_UP` after ``close()``;
    ///   ``Refusal/denied(_:)`` where the gate says no
    public func sign(_ call: Call) throws(Refusal) -> SignedRequest {
        SignedRequest(try Refusal.crossing { try native.sign(call: call.native, circumstances: call.circumstances) })
    }

    /// Wipes the key now; the signer signs nothing from here on. A second time does nothing.
    public func close() {
        native.wipe()
    }

    /// Takes the key out of use for good, and wipes it: under a policy every request is denied from here on.
    public func revoke() {
        native.revoke()
    }

    /// The agreement with the exchange has ended: the key is out of use for good, and wiped.
    public func terminate() {
        native.terminate()
    }

    /// The version of binsign.
    public static var version: String { BinsignGenerated.version() }

    public var description: String { native.description }

    public var debugDescription: String { native.debugDescription }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
