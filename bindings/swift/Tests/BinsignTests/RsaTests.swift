// RSA keys: the published examples.

import Binsign
import Foundation
import Testing

@Suite struct RsaTests {
    @Test(arguments: [("java-rsa", 1_736_393_892_000), ("sigex-rsa-timestamp", 1_578_963_600_000)])
    func aPublishedExampleHasItsPublishedSignature(id: String, time: Int64) throws {
        let example = try Example.published(id)
        let signer = try Signer.pem(apiKey: apiKey, pem: #require(example.privateKeyPem))
        #expect(signer.keyType == .rsa && signer.description == "Signer(RSA)")
        let request = try signer.sign(.get, "/api/v3/account", timestamp: .ms(time))
        #expect(request.payload == example.payload)
        #expect(request.signature == example.expectedSignature)
    }
}
