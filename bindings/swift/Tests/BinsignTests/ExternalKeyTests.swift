// Keys that are elsewhere, in the shape of CryptoKit and the Secure Enclave.

import Binsign
import Foundation
import Testing

/// The example of README: an actor that has the key, and takes its time. It stands for a Secure Enclave, and knows the one
/// signature that is published (`java-ed25519`).
private actor Enclave: ExternalSigner {
    struct Locked: Error {}

    private let known: [String: String]
    private(set) var asked = 0

    init(_ known: [String: String]) {
        self.known = known
    }

    func signature(for payload: Data) async throws -> Data {
        asked += 1
        await Task.yield()
        guard let text = known[String(decoding: payload, as: UTF8.self)] else { throw Locked() }
        return Data(base64Encoded: text)!
    }
}

/// The shape of CryptoKit's `Curve25519.Signing.PrivateKey`, which is not everywhere: its method is generic and does not wait.
private struct CryptoKitKey {
    let signature: Data

    func signature<D: DataProtocol>(for data: D) throws -> Data { signature }
}

extension CryptoKitKey: ExternalSigner {}

@Suite struct ExternalKeyTests {
    let key: ExternalKey

    init() throws {
        key = try ExternalKey(apiKey: apiKey, keyType: .ed25519)
    }

    @Test func aKeyInAnEnclaveSigns() async throws {
        let example = try Example.published("java-ed25519")
        let enclave = try Enclave([#require(example.payload): example.expectedSignature])
        let call = Call.rest(.get, "/api/v3/account", timestamp: .ms(1_736_393_892_000))
        let request = try await key.sign(call, with: enclave)
        #expect(request.signature == example.expectedSignature)
        #expect(request.headers.map(\.value) == [apiKey])
        let signer = try Signer.pem(apiKey: apiKey, pem: #require(example.privateKeyPem))
        #expect(try request == signer.sign(call))
        let signature = try #require(Data(base64Encoded: example.expectedSignature))
        #expect(try await key.sign(call, with: CryptoKitKey(signature: signature)) == request)

        #expect(try await key.sign(.rest(.get, "/api/v3/time"), with: enclave).signature == nil)
        await #expect(throws: Enclave.Locked.self) { try await key.sign(.rest(.get, "/api/v3/account"), with: enclave) }
        // What is denied does not get as far.
        await #expect(throws: Refusal.self) { try await key.sign(.rest(.put, "/api/v3/order"), with: enclave) }
        #expect(await enclave.asked == 2)
    }

    // The public keys of RFC 8410, section 10.1 (not the signer's), and of the signer, by OpenSSL (openssl pkey -pubout).
    @Test func theSignatureOfAnotherKeyDoesNotGoOut() throws {
        let example = try Example.published("java-ed25519")
        let signature = try #require(Data(base64Encoded: example.expectedSignature))
        let call = Call.rest(.get, "/api/v3/account", timestamp: .ms(1_736_393_892_000))
        for (base64, isOwn) in [("MCowBQYDK2VwAyEAfriCDVI7O8lQGC+0hKgXYJZcIUVhWiIt8F7EZwroEvs=", true), ("MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=", false)] {
            let pem = "-----BEGIN PUBLIC KEY-----\n\(base64)\n-----END PUBLIC KEY-----\n"
            let keys = try [
                ExternalKey(apiKey: apiKey, publicKeyPEM: pem),
                ExternalKey(apiKey: apiKey, publicKeyDER: #require(Data(base64Encoded: base64))),
            ]
            for key in keys {
                #expect(key.keyType == .ed25519)
                let pending = try key.begin(call)
                if isOwn {
                    #expect(try pending.finish(signature: signature).signature == example.expectedSignature)
                } else {
                    #expect { try pending.finish(signature: signature) } throws: { ($0 as? Refusal)?.code == .signingFault }
                }
            }
        }
        #expect { try ExternalKey(apiKey: apiKey, publicKeyPEM: pem) } throws: {
            ($0 as? Refusal)?.code == .publicKeyMalformed
        }
    }

    @Test func payloadOutAndSignatureInOnce() throws {
        let example = try Example.published("java-ed25519")
        let signature = try #require(Data(base64Encoded: example.expectedSignature))
        let pending = try key.begin(.rest(.get, "/api/v3/account", timestamp: .ms(1_736_393_892_000)))
        #expect(try pending.payload.map { String(decoding: $0, as: UTF8.self) } == example.payload)
        #expect(try pending.finish(signature: signature).signature == example.expectedSignature)
        for again in [{ _ = try pending.finish(signature: signature) }, { _ = try pending.payload }] as [() throws -> Void] {
            #expect { try again() } throws: { ($0 as? Refusal)?.code == .handleUsedUp }
        }
        let short = try key.begin(.rest(.get, "/api/v3/account"))
        #expect { try short.finish(signature: signature.dropLast()) } throws: {
            ($0 as? Refusal)?.code == .signatureMalformed
        }
        #expect(try key.begin(.rest(.get, "/api/v3/time")).payload == nil)
        #expect(key.keyType == .ed25519)
        #expect("\(key) \(pending)" == "ExternalKey(Ed25519) PendingRequest")
        #expect { try ExternalKey(apiKey: "no key!", keyType: .rsa) } throws: { ($0 as? Refusal)?.code == .apiKeyMalformed }
    }
}
