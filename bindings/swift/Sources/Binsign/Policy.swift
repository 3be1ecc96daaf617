// Policies: what one application may do with one key.

import Foundation
internal import BinsignGenerated

/// What one application may do with one key, as `docs/policy.md` has it. Cannot be changed; several signers may share it.
///
/// ```swift
/// let policy = try Policy(toml: String(contentsOfFile: "maker.toml", encoding: .utf8))
/// let signer = try Signer.hmac(apiKey: apiKey, secret: secret, policy: policy, app: "maker")
/// ```
public final class Policy: Sendable, CustomStringConvertible, CustomReflectable {
    let native: BinsignGenerated.Policy

    /// Compiles the text of a policy.
    ///
    /// - Throws: `POLICY_TEXT`; its ``Refusal/Invalid/place`` has line and column
    public init(toml: String) throws(Refusal) {
        native = try Refusal.crossing { try BinsignGenerated.Policy.fromToml(text: toml) }
    }

    /// Takes a compiled policy that nobody has signed.
    ///
    /// - Throws: `POLICY_MALFORMED`
    public init(bytes: Data) throws(Refusal) {
        native = try Refusal.crossing { try BinsignGenerated.Policy.compiled(bytes: bytes) }
    }

    /// Takes a compiled policy with the signature of its owner, whose public key (Ed25519, PEM) is known here.
    ///
    /// - Throws: `POLICY_SIGNATURE` where somebody else signed it, or it was changed; `POLICY_MALFORMED`
    public init(signed bytes: Data, ownerKeyPEM: String) throws(Refusal) {
        native = try Refusal.crossing {
            try BinsignGenerated.Policy.signed(bytes: bytes, owner: Data(ownerKeyPEM.utf8))
        }
    }

    /// Takes a compiled policy with the seal (HMAC-SHA-256) of its owner, who shares a secret with this side.
    ///
    /// - Throws: `POLICY_SIGNATURE` where somebody else sealed it, or it was changed; `POLICY_MALFORMED`, `SECRET_MALFORMED`
    public init(sealed bytes: Data, secret: Data) throws(Refusal) {
        native = try Refusal.crossing { try BinsignGenerated.Policy.sealed(bytes: bytes, secret: secret) }
    }

    /// The name.
    public var name: String { native.name() }

    /// The version, which rises with every change.
    public var version: UInt32 { native.version() }

    /// What it is for.
    public var purpose: String { native.purpose() }

    /// The one application it is for; `nil` where it is for any.
    public var app: String? { native.app() }

    /// What the key needs.
    public var permissions: [Permission] { Permission.all(native.permissions()) }

    /// The SHA-256 of the compiled form, which tells two policies apart.
    public var sha256: Data { native.sha256() }

    /// The compiled form, without the owner's signature.
    public var bytes: Data { native.bytes() }

    /// The policy as text.
    ///
    /// - Throws: `INTERNAL` for a fault of binsign itself, nothing else
    public func toml() throws(Refusal) -> String {
        try Refusal.crossing { try native.toml() }
    }

    public var description: String { native.description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
