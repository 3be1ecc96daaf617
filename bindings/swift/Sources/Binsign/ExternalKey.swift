// Keys that are elsewhere: the payload goes out, the signature comes in.

import Foundation
internal import BinsignGenerated

/// What has a private key and signs with it: a key of CryptoKit, a Secure Enclave, a service.
///
/// CryptoKit's keys for Ed25519 have the method already:
///
/// ```swift
/// extension Curve25519.Signing.PrivateKey: ExternalSigner {}
/// ```
public protocol ExternalSigner: Sendable {
    /// The signature of a payload, as bytes and not as text: 64 for Ed25519, as many as the modulus has for RSA, 32 for HMAC.
    func signature(for payload: Data) async throws -> Data
}

/// The API key and the type or the public key of a key whose secret is elsewhere.
///
/// ```swift
/// let key = try ExternalKey(apiKey: apiKey, publicKeyPEM: publicKey)
/// let request = try await key.sign(.rest(.get, "/api/v3/account"), with: enclave)
/// ```
public struct ExternalKey: Policed, CustomStringConvertible, CustomReflectable {
    private let native: BinsignGenerated.ExternalKey
    public let guardian: Guardian

    /// Takes an API key, and the type of the key that was registered with it: signatures are taken as they come. Policy,
    /// application and state are those of a ``Signer``.
    ///
    /// - Throws: `API_KEY_MALFORMED`
    public init(
        apiKey: String, keyType: KeyType, policy: Policy? = nil, app: String? = nil, state: SavedState? = nil
    ) throws(Refusal) {
        let guardian = try Guardian(policy, app, state)
        self.guardian = guardian
        native = try Refusal.crossing {
            try BinsignGenerated.ExternalKey(apiKey: apiKey, keyType: keyType.native, guard: guardian.native)
        }
    }

    /// Takes an API key, and the public key (Ed25519 or RSA, in PEM) that was registered with it: signatures are verified
    /// before they go out.
    ///
    /// - Throws: `API_KEY_MALFORMED`, `PUBLIC_KEY_MALFORMED`, and `KEY_IS_EC` and the like for what is no such key
    public init(
        apiKey: String, publicKeyPEM: String, policy: Policy? = nil, app: String? = nil, state: SavedState? = nil
    ) throws(Refusal) {
        let guardian = try Guardian(policy, app, state)
        self.guardian = guardian
        native = try Refusal.crossing {
            try BinsignGenerated.ExternalKey.withPublicPem(
                apiKey: apiKey, publicKey: Data(publicKeyPEM.utf8), guard: guardian.native)
        }
    }

    /// The same for a public key in DER (`SubjectPublicKeyInfo`).
    ///
    /// - Throws: those of ``init(apiKey:publicKeyPEM:policy:app:state:)``
    public init(
        apiKey: String, publicKeyDER: Data, policy: Policy? = nil, app: String? = nil, state: SavedState? = nil
    ) throws(Refusal) {
        let guardian = try Guardian(policy, app, state)
        self.guardian = guardian
        native = try Refusal.crossing {
            try BinsignGenerated.ExternalKey.withPublicDer(
                apiKey: apiKey, publicKey: publicKeyDER, guard: guardian.native)
        }
    }

    /// How the key signs.
    public var keyType: KeyType { KeyType(native.keyType()) }

    /// Takes the key out of use for good: under a policy every request is denied from here on. Whoever holds it erases it.
    public func revoke() {
        guardian.native.revoke()
    }

    /// The agreement with the exchange has ended: the key is out of use for good. Whoever holds it erases it.
    public func terminate() {
        guardian.native.terminate()
    }

    /// Has the gate decide on the request, and begins to sign it.
    ///
    /// - Throws: ``Refusal/invalid(_:)`` where something is wrong; ``Refusal/denied(_:)`` where the gate says no
    public func begin(_ call: Call) throws(Refusal) -> PendingRequest {
        PendingRequest(
            try Refusal.crossing { try native.begin(call: call.native, circumstances: call.circumstances) })
    }

    /// Has the gate decide on the request, and the signature made by `signer`, which is not asked where no signature is
    /// needed.
    ///
    /// - Throws: ``Refusal``, with `SIGNATURE_MALFORMED` for a signature of another length; whatever `signer` throws
    public func sign(_ call: Call, with signer: some ExternalSigner) async throws -> SignedRequest {
        let pending = try begin(call)
        guard let payload = try pending.payload else { return try pending.finish(signature: Data()) }
        return try pending.finish(signature: await signer.signature(for: payload))
    }

    public var description: String { native.description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A request with a verdict that waits for its signature; wiped with its last reference.
public final class PendingRequest: Sendable, CustomStringConvertible, CustomReflectable {
    private let native: BinsignGenerated.PendingRequest

    fileprivate init(_ native: BinsignGenerated.PendingRequest) {
        self.native = native
    }

    /// What is to be signed; `nil` where the request needs no signature.
    ///
    /// - Throws: `HANDLE_USED_UP` after ``finish(signature:)``
    public var payload: Data? {
        get throws(Refusal) { try Refusal.crossing { try native.payload() } }
    }

    /// Takes the signature, as bytes and not as text; none (empty) where none is needed. The request is used up, whatever
    /// comes of it.
    ///
    /// - Throws: `SIGNATURE_MALFORMED`, `SIGNING_FAULT`; `HANDLE_USED_UP` a second time
    public func finish(signature: Data) throws(Refusal) -> SignedRequest {
        SignedRequest(try Refusal.crossing { try native.finish(signature: signature) })
    }

    public var description: String { "PendingRequest" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
