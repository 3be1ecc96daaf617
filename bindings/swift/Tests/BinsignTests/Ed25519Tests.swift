// Ed25519 keys: the published examples, every form of PEM, what is refused, and what cannot be seen.

import Binsign
import Foundation
import Testing

@Suite struct Ed25519Tests {
    @Test(arguments: ["java-ed25519", "rust-ed25519", "pybinance-ed25519"])
    func aPublishedExampleHasItsPublishedSignature(id: String) throws {
        let example = try Example.published(id)
        let signer = try Signer.pem(apiKey: apiKey, pem: #require(example.privateKeyPem))
        #expect(signer.keyType == .ed25519)
        let request =
            switch id {
            case "java-ed25519":
                try signer.sign(.get, "/api/v3/account", timestamp: .ms(1_736_393_892_000))
            case "rust-ed25519":
                try signer.sign(
                    .get, "/sapi/v1/accountSnapshot", query: ["type": "SPOT"], timestamp: .ms(1_685_686_334_211))
            default:
                try signer.sign(
                    .post, "/api/v3/order",
                    query: [
                        "price": 50_000, "quantity": 1, "side": "BUY", "symbol": "BTCUSDT", "timestamp": 1_631_234_567_890,
                        "type": "LIMIT",
                    ])
            }
        #expect(request.payload == example.payload)
        #expect(request.signature == example.expectedSignature)
        let onTheWire = example.expectedSignature.replacingOccurrences(of: "+", with: "%2B")
            .replacingOccurrences(of: "/", with: "%2F").replacingOccurrences(of: "=", with: "%3D")
        #expect(try request.query == #require(example.payload) + "&signature=" + onTheWire)
    }

    // The signature comes from OpenSSL (openssl pkeyutl -sign -rawin).
    @Test(arguments: [
        pem, pem.replacingOccurrences(of: "\n", with: "\r\n"), String(pem.dropLast()), "\n \n" + pem,
        pem.replacingOccurrences(of: "\n", with: " "), pem.replacingOccurrences(of: "\n", with: "\\n"),
    ])
    func everyFormOfPemIsTheSameKey(form: String) throws {
        for signer in try [Signer.pem(apiKey: apiKey, pem: form), Signer.pem(apiKey: apiKey, pem: Data(form.utf8))] {
            let request = try signer.sign(.get, "/api/v3/account", timestamp: .ms(1_578_963_600_000))
            #expect(request.signature == "IFUJfWrinN9pavKrvallDF1C/oeXul/MpDF2HZCwz96MmjfaOjc6RTcz4oqHalqyrXoxBTJNpWV/8G+KigXUDQ==")
        }
    }

    // The signature comes from OpenSSL, too.
    @Test func aLongValueComesThroughWhole() throws {
        let query: Parameters = ["symbols": String(repeating: "x", count: 60_000)]
        let signer = try Signer.pem(apiKey: apiKey, pem: pem)
        let request = try signer.sign(.get, "/api/v3/account", query: query, timestamp: .omitted)
        #expect(request.signature == "yisVx4AKBHNTQniv9HJOg82/XUolISZZSuKpxNo09Lvv8lK10y8oEJffL9i4VE/qWXec/4VHqUm6DGxSxZOmDg==")
    }

    /// What the call throws, if it does.
    func refusal(_ call: () throws(Refusal) -> Void) -> Refusal? {
        do throws(Refusal) {
            try call()
            return nil
        } catch {
            return error
        }
    }

    @Test func whatIsNoPrivateKeyIsRefusedByItsName() throws {
        func labelled(_ label: String) -> String {
            pem.replacingOccurrences(of: "PRIVATE KEY", with: label)
        }
        let algorithm = "MC4CAQAwBQYDK2VwBCIE"
        let cases: [(Code, String)] = [
            (.keyMalformed, ""), (.keyMalformed, pemBase64), (.keyMalformed, String(pem.dropLast(10))),
            (.keyMalformed, pem.replacingOccurrences(of: "MC4C", with: "MC4-")),
            (.keyMalformed, labelled("ENCRYPTED PRIVATE KEY")), (.keyIsPublic, labelled("PUBLIC KEY")),
            (.keyIsCertificate, labelled("CERTIFICATE")), (.keyIsOpenssh, labelled("OPENSSH PRIVATE KEY")),
            (.keyMalformed, labelled("RSA PRIVATE KEY")), (.keyIsEc, labelled("EC PRIVATE KEY")),
            (.keyUnknown, labelled("DSA PRIVATE KEY")),
            // The algorithm identifiers of X25519 and Ed448 (RFC 8410, section 3).
            (.keyIsX25519, pem.replacingOccurrences(of: algorithm, with: "MC4CAQAwBQYDK2VuBCIE")),
            (.keyUnknown, pem.replacingOccurrences(of: algorithm, with: "MC4CAQAwBQYDK2VxBCIE")),
            (.keyPassphraseMissing, try #require(Example.published("java-ed25519-pass").privateKeyPem)),
        ]
        for (code, text) in cases {
            let refusal = refusal { () throws(Refusal) in _ = try Signer.pem(apiKey: apiKey, pem: text) }
            #expect(refusal?.code == code)
            #expect(refusal?.message.contains(pemBase64.suffix(20)) == false)
        }
        let first = refusal { () throws(Refusal) in _ = try Signer.pem(apiKey: "no key!", pem: pem) }
        #expect(first?.code == .apiKeyMalformed)
    }

    // Keys, passphrases and signatures are those of the tests of Binance's Java connector.
    @Test(arguments: ["java-ed25519-pass", "java-rsa-pass"])
    func anEncryptedKeyIsDecryptedWithItsPassphrase(id: String) throws {
        let example = try Example.published(id)
        let (pem, passphrase) = try (#require(example.privateKeyPem), #require(example.privateKeyPassphrase))
        let signers = try [
            Signer.pem(apiKey: apiKey, pem: pem, passphrase: passphrase),
            Signer.pem(apiKey: apiKey, pem: Data(pem.utf8), passphrase: Data(passphrase.utf8)),
        ]
        for signer in signers {
            let request = try signer.sign(.get, "/api/v3/account", timestamp: .ms(1_736_393_892_000))
            #expect(request.payload == example.payload)
            #expect(request.signature == example.expectedSignature)
        }
        let wrong = refusal { () throws(Refusal) in _ = try Signer.pem(apiKey: apiKey, pem: pem, passphrase: "wrong") }
        #expect(wrong?.code == .keyPassphraseWrong)
    }

    @Test func nothingShowsTheKey() throws {
        let signer = try Signer.pem(apiKey: apiKey, pem: pem)
        #expect(signer.description == "Signer(Ed25519)")
        var text = "\(signer) \(String(reflecting: signer))"
        dump(signer, to: &text)
        let request = try signer.sign(.get, "/api/v3/account")
        dump(request, to: &text)
        let signature = try #require(request.signature)
        for hidden in [apiKey, String(pemBase64.suffix(20)), signature] {
            #expect(!text.contains(hidden))
        }
        signer.close()
        #expect(signer.keyType == .ed25519)
        let refusal = refusal { () throws(Refusal) in _ = try signer.sign(.get, "/api/v3/account") }
        #expect(refusal?.code == .handleUsedUp)
    }
}
