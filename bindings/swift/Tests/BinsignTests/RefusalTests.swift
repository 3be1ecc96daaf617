// What is refused: every kind of bad input has its code, and no text of a refusal holds a secret.

import Binsign
import Foundation
import Testing

@Suite struct RefusalTests {
    let signer: Signer

    init() throws {
        signer = try Signer.hmac(apiKey: apiKey, secret: secret)
    }

    /// Calls, and wants an error with this code.
    @discardableResult
    func invalid(
        _ code: Code, at location: SourceLocation = #_sourceLocation, _ call: () throws(Refusal) -> Void
    ) -> Refusal.Invalid? {
        do throws(Refusal) {
            try call()
            Issue.record("nothing was refused", sourceLocation: location)
        } catch {
            #expect(error.code == code, sourceLocation: location)
            var dumped = "\(error) \(String(reflecting: error)) \(error.localizedDescription)"
            dump(error, to: &dumped)
            #expect(!dumped.contains(apiKey) && !dumped.contains(secret), sourceLocation: location)
            if case .invalid(let invalid) = error { return invalid }
            Issue.record("denied, not invalid", sourceLocation: location)
        }
        return nil
    }

    func sign(_ query: Parameters) throws(Refusal) {
        _ = try signer.sign(.get, "/api/v3/account", query: query, timestamp: .omitted)
    }

    @Test func argumentsThatAreWrong() {
        invalid(.methodUnknown) { () throws(Refusal) in _ = try signer.sign("PATCH", "/api/v3/order") }
        invalid(.methodUnknown) { () throws(Refusal) in _ = try signer.sign("get", "/api/v3/order") }
        invalid(.pathMalformed) { () throws(Refusal) in _ = try signer.sign(.get, "api/v3/order") }
        invalid(.pathMalformed) { () throws(Refusal) in _ = try signer.sign(.get, "/api/v3/order?symbol=LTCBTC") }
        invalid(.pathMalformed) { () throws(Refusal) in _ = try signer.sign(.get, "") }
        invalid(.parameterNameInvalid) { () throws(Refusal) in try sign(["": "x"]) }
        invalid(.parameterNameInvalid) { () throws(Refusal) in try sign(["a b": "x"]) }
        invalid(.signatureGiven) { () throws(Refusal) in try sign(["signature": "x"]) }
        invalid(.nulInValue) { () throws(Refusal) in try sign(["symbol": "LTC\0BTC"]) }
        invalid(.timestampOutOfRange) { () throws(Refusal) in try sign(["timestamp": 1_499_827_319]) }
        invalid(.timestampOutOfRange) { () throws(Refusal) in
            _ = try signer.sign(.get, "/api/v3/account", timestamp: .ms(0))
        }
        invalid(.recvWindowOutOfRange) { () throws(Refusal) in
            _ = try signer.sign(.get, "/api/v3/account", recvWindow: 60_001)
        }
        invalid(.recvWindowOutOfRange) { () throws(Refusal) in
            _ = try signer.sign(.get, "/api/v3/account", recvWindow: -1)
        }
        // A unit that the number belies.
        for time in [Timestamp.ms(-1), .ms(1_578_963_600_000_001), .us(1_578_963_600_000)] {
            invalid(.timestampOutOfRange) { () throws(Refusal) in
                _ = try signer.sign(.get, "/api/v3/account", timestamp: time)
            }
        }
        invalid(.notForTransport) { () throws(Refusal) in
            _ = try signer.sign(.get, "/fapi/v1/time", timeUnit: .millisecond)
        }
        invalid(.bodyNotAllowed) { () throws(Refusal) in _ = try signer.sign(.get, "/api/v3/account", body: ["a": "b"]) }
        invalid(.requestTooLong) { () throws(Refusal) in try sign(["symbols": String(repeating: "x", count: 70_000)]) }
    }

    @Test func aParameterTwiceIsNamed() {
        let refusal = invalid(.parameterTwice) { () throws(Refusal) in
            try sign(["symbol": "LTCBTC", "limit": 5, "symbol": "BTCUSDT"])
        }
        #expect(refusal?.param == "symbol")
        #expect(refusal?.message.hasPrefix("parameter 3 `symbol` is there already") == true)
        #expect(refusal?.message.contains("BTCUSDT") == false)
    }

    @Test func valuesThatAreNotExact() {
        let values: [any ParameterValue] = [
            Decimal.nan, Double.nan, Double.infinity, 1e300, -Float.infinity, 16_777_216 as Float, [Double.nan],
            ["a": Float.nan], [1, Double.nan] as List, ["a": Decimal.nan] as Parameters,
        ]
        for value in values {
            let refusal = invalid(.valueType) { () throws(Refusal) in
                _ = try signer.sign(.post, "/api/v3/order", query: ["symbol": "LTCBTC"], body: ["price": value])
            }
            #expect(refusal?.message.hasPrefix("parameter 2 `price` has a value of a type") == true)
            #expect(refusal?.param == "price")
        }
    }

    @Test func keysThatAreWrong() {
        func key(_ code: Code, _ apiKey: String, _ secret: String) {
            invalid(code) { () throws(Refusal) in _ = try Signer.hmac(apiKey: apiKey, secret: secret) }
        }
        key(.apiKeyMalformed, "", secret)
        key(.apiKeyMalformed, "\"\(apiKey)\"", secret)
        key(.secretMalformed, apiKey, "")
        key(.secretMalformed, apiKey, secret + "\n")
        key(.secretMalformed, apiKey, "gehéim")
        key(.secretIsPrivateKey, apiKey, "-----BEGIN PRIVATE KEY-----")
        invalid(.secretMalformed) { () throws(Refusal) in _ = try Signer.hmac(apiKey: apiKey, secret: Data()) }
        invalid(.secretMalformed) { () throws(Refusal) in
            _ = try Signer.hmac(apiKey: apiKey, secret: Data([0xff, 0xfe]))
        }
    }

    @Test func anUnknownRouteIsDeniedWithClauseAndRule() throws {
        do throws(Refusal) {
            _ = try signer.sign(.put, "/api/v3/order")
            Issue.record("nothing was refused")
        } catch {
            guard case .denied(let denied) = error else {
                Issue.record("not denied: \(error)")
                return
            }
            #expect(denied.code == .routeUnknown)
            #expect(denied.code.rawValue == 401)
            #expect(denied.code.name == "ROUTE_UNKNOWN")
            #expect(denied.clause == "F 13")
            #expect(denied.rule == "documented-routes")
            #expect(denied.param == nil)
            #expect(denied.message == "the catalogue has this path with GET, POST, DELETE only; use one of these")
            #expect(error.localizedDescription == "ROUTE_UNKNOWN: " + denied.message)
        }
    }

    @Test func aClosedSignerSignsNothing() throws {
        _ = try signer.sign(.get, "/api/v3/account")
        signer.close()
        invalid(.handleUsedUp) { () throws(Refusal) in _ = try signer.sign(.get, "/api/v3/account") }
        signer.close()
        invalid(.handleUsedUp) { () throws(Refusal) in _ = try signer.sign(.get, "/api/v3/account") }
        #expect(signer.description == "Signer(HMAC)")
    }
}
