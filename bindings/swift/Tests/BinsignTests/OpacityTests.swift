// What cannot be seen: no print, mirror or encoder shows a secret.

import Binsign
import Foundation
import Testing

@Suite struct OpacityTests {
    let signer: Signer

    init() throws {
        signer = try Signer.hmac(apiKey: apiKey, secret: secret)
    }

    /// Everything that prints a value.
    func seen(_ value: Any) -> String {
        var text = "\(value) \(String(reflecting: value))"
        dump(value, to: &text)
        return text
    }

    @Test func aSignerShowsNothing() {
        #expect(String(describing: signer) == "Signer(HMAC)")
        #expect(String(reflecting: signer) == "Signer(HMAC)")
        #expect(Mirror(reflecting: signer).children.isEmpty)
        let text = seen(signer)
        #expect(!text.contains(apiKey) && !text.contains(secret))
    }

    @Test func aSignedRequestShowsItsMethodOnly() throws {
        let request = try signer.sign(.get, "/api/v3/account", query: ["symbol": "LTCBTC"])
        #expect(request.description == "SignedRequest(GET)")
        let text = seen(request) + seen(request.headers)
        let signature = try #require(request.signature)
        for hidden in [apiKey, secret, signature, "LTCBTC"] {
            #expect(!text.contains(hidden))
        }
        #expect(text.contains("Header(X-MBX-APIKEY)"))
    }

    @Test func parametersShowTheirNamesOnly() {
        let text = seen(["newClientOrderId": "hidden"] as Parameters)
        #expect(text.contains("Parameters(newClientOrderId)"))
        #expect(!text.contains("hidden"))
    }

    @Test func nothingIsEncodable() throws {
        let request = try signer.sign(.get, "/api/v3/account")
        for value in [signer, request, request.headers[0]] as [Any] {
            #expect(!(value is any Encodable))
            #expect(!JSONSerialization.isValidJSONObject(["value": value]))
        }
    }

    @Test func aCallShowsItsRouteOnly() {
        let call = Call.rest(.get, "/api/v3/account", query: ["newClientOrderId": "hidden"])
        let value = "hidden".sentValue
        let text = seen(call) + seen(value) + seen(Call.ws(.spot, "account.status", id: "1", params: ["a": "hidden"]))
        #expect(text.contains("Call(GET /api/v3/account)") && text.contains("Call(account.status)"))
        #expect(!text.contains("hidden"))
    }
}
