// The transports besides REST: the published examples, what stands in the messages, requests without a key.

import Binsign
import Foundation
import Testing

@Suite struct TransportTests {
    let signer: Signer

    init() throws {
        signer = try Signer.hmac(apiKey: apiKey, secret: secret)
    }

    func members(_ message: String?) throws -> [String: Any] {
        let json = try JSONSerialization.jsonObject(with: Data(#require(message).utf8))
        return try #require(json as? [String: Any])
    }

    @Test func aMessageOfTheWebSocketApiHasItsPublishedSignature() throws {
        let example = try Example.published("spot-ws-hmac-ascii")
        let order: Parameters = [
            "symbol": "BTCUSDT", "side": "SELL", "type": "LIMIT", "timeInForce": "GTC", "quantity": "0.01000000",
            "price": "52000.00", "icebergQty": nil,
        ]
        let request = try signer.sign(
            .ws(.spot, "order.place", id: "4885f793", params: order, recvWindow: 100, timestamp: .ms(1_645_423_376_532)))
        #expect(request.payload == example.payload)
        #expect(request.signature == example.expectedSignature)
        #expect(request.method == nil && request.target.isEmpty && request.query.isEmpty && request.body.isEmpty)
        #expect(request.description == "SignedRequest(message)")
        let message = try members(request.message)
        #expect(message["id"] as? String == "4885f793")
        #expect(message["method"] as? String == "order.place")
        #expect((message["params"] as? [String: Any])?["signature"] as? String == example.expectedSignature)
    }

    @Test func whatStandsInJsonFollowsTheType() throws {
        let params: Parameters = [
            "text": "5", "whole": 5, "unsigned": UInt64.max, "yes": true, "decimal": Decimal(string: "0.25"),
            "double": 1e-5, "float": 0.1 as Float, "json": JSON("0.5"),
            "list": ["é\"", 1, nil, 0.25] as List, "map": ["b": [false], "a": ["z": 1, "y": 2] as [String: Int]] as Parameters,
        ]
        let request = try signer.sign(.ws(.spot, "order.place", id: "1", params: params, timestamp: .ms(1_645_423_376_532)))
        let sent = try #require(request.message)
        for part in [
            #""text":"5""#, #""whole":5,"#, #""unsigned":18446744073709551615,"#, #""yes":true,"#, #""decimal":"0.25","#,
            #""double":"0.00001","#, #""float":"0.1","#, #""json":0.5,"#, #""list":["é\"",1,null,0.25],"#,
            #""map":{"b":[false],"a":{"y":2,"z":1}},"#,
        ] {
            #expect(sent.contains(part))
        }
        let rest = try signer.sign(
            .get, "/api/v3/order",
            query: [
                "whole": Int8.min, "unsigned": UInt8.max, "decimal": Decimal(string: "0.25"), "double": 1e-5,
                "float": 0.1 as Float, "json": JSON("0.5"), "symbols": ["A", "B"],
            ], timestamp: .omitted)
        #expect(
            rest.payload
                == "whole=-128&unsigned=255&decimal=0.25&double=0.00001&float=0.1&json=0.5&symbols=%5B%22A%22%2C%22B%22%5D")
    }

    // The signature comes from Python's hmac.
    @Test func aSignedStreamIsSorted() throws {
        let params: Parameters = ["topic": "topic1", "random": "56724ac693184379ae23ffe5e910063c"]
        let cms = try Signer.hmac(apiKey: apiKey, secret: #require(Example.published("cms-wss-hmac").secret))
        let request = try cms.sign(.stream(params: params, recvWindow: 30000, timestamp: .ms(1_753_244_327_210)))
        let sorted = "random=56724ac693184379ae23ffe5e910063c&recvWindow=30000&timestamp=1753244327210&topic=topic1"
        #expect(request.payload == sorted)
        #expect(request.target == "/sapi/wss?" + sorted + "&signature=93b0a59aea2509fd0e77abc6a11568628e652f13769f651c6de91c9b737a1eaa")
    }

    // Payload, signature, BodyLength and CheckSum are the exchange's own.
    @Test func theLogonOfFixIsTheDocumentedOne() throws {
        let example = try Example.published("fix-logon-ed25519")
        let fix = try Signer.pem(apiKey: #require(example.apiKey), pem: #require(example.privateKeyPem))
        let time = Timestamp.given("20240627-11:17:25.223")
        let request = try fix.sign(.fixLogon(senderCompID: "EXAMPLE", sendingTime: time))
        #expect(request.payload == example.payload)
        #expect(request.signature == example.expectedSignature)
        let message = try #require(request.message)
        #expect(message.hasPrefix("8=FIX.4.4\u{1}9=247\u{1}") && message.hasSuffix("\u{1}10=227\u{1}"))
        let byClock = try fix.sign(.fixLogon(senderCompID: "EXAMPLE", sendingTime: .ms(1_719_487_045_223)))
        #expect(byClock == request)
        let sbe = try fix.sign(.fixLogon(senderCompID: "EXAMPLE", sendingTime: time, sbe: true))
        #expect(sbe.message == nil && sbe.signature == request.signature)
        let all = try fix.sign(
            .fixLogon(
                senderCompID: "EXAMPLE", sendingTime: .us(1_719_487_045_223_001), msgSeqNum: 7, heartBtInt: 5,
                messageHandling: .unordered, responseMode: .onlyAcks, recvWindow: "5000.5", dropCopy: true,
                sbeSchema: SbeSchema(id: 3, version: 1)))
        let fields = try #require(all.message).split(separator: "\u{1}").map(String.init)
        for field in [
            "34=7", "52=20240627-11:17:25.223001", "108=5", "25035=1", "25036=2", "25000=5000.5", "9406=Y", "25050=3",
            "25051=1",
        ] {
            #expect(fields.contains(field))
        }
        #expect(throws: Refusal.self) { try signer.sign(.fixLogon(senderCompID: "EXAMPLE")) }
    }

    @Test func whatNeedsNoKeyGoesWithoutOne() throws {
        let time = try NoKey().sign(.get, "/api/v3/time", timeUnit: .microsecond)
        #expect(time.headers.map(\.name) == ["X-MBX-TIME-UNIT"])
        let status = try NoKey().sign(
            .ws(.spot, "account.status", id: "1", timestamp: .ms(1_645_423_376_532), inSession: true))
        #expect(status.message == #"{"id":"1","method":"account.status","params":{"timestamp":1645423376532}}"#)
        #expect(status.signature == nil)
        do throws(Refusal) {
            _ = try NoKey().sign(.get, "/api/v3/account")
            Issue.record("nothing was refused")
        } catch {
            #expect(error.code == .keyMissing)
        }
    }
}
