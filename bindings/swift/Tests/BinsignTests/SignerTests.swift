// What is signed: the published examples, values of all types, recvWindow and timestamp.

import Binsign
import Foundation
import Testing

@Suite struct SignerTests {
    let signer: Signer

    init() throws {
        signer = try Signer.hmac(apiKey: apiKey, secret: secret)
    }

    @Test(arguments: [
        "spot-rest-hmac-ascii", "spot-rest-hmac-unicode", "spot-rest-hmac-mixed-query-body", "sigex-hmac-timestamp-only",
        "um-rest-hmac-query", "options-rest-hmac-mixed",
    ])
    func aPublishedExampleHasItsPublishedSignature(id: String) throws {
        let example = try Example.published(id)
        let signer = try Signer.hmac(apiKey: example.apiKey ?? apiKey, secret: #require(example.secret))
        let request =
            switch id {
            case "spot-rest-hmac-ascii", "spot-rest-hmac-unicode":
                try signer.sign(
                    .post, "/api/v3/order",
                    query: [
                        "symbol": id.hasSuffix("ascii") ? "LTCBTC" : "１２３４５６", "side": "BUY", "type": "LIMIT",
                        "timeInForce": "GTC", "quantity": 1, "price": Decimal(string: "0.1"),
                    ],
                    recvWindow: 5000, timestamp: .ms(1_499_827_319_559))
            case "spot-rest-hmac-mixed-query-body":
                try signer.sign(
                    .post, "/api/v3/order",
                    query: ["symbol": "LTCBTC", "side": "BUY", "type": "LIMIT", "timeInForce": "GTC"],
                    body: ["quantity": 1, "price": "0.1"],
                    recvWindow: 5000, timestamp: .ms(1_499_827_319_559))
            case "sigex-hmac-timestamp-only":
                try signer.sign(.get, "/api/v3/account", timestamp: .given("1578963600000"))
            case "um-rest-hmac-query":
                try signer.sign(
                    .post, "/fapi/v1/order",
                    query: [
                        "symbol": "BTCUSDT", "side": "BUY", "type": "LIMIT", "quantity": 1, "price": 9000.0,
                        "timeInForce": "GTC",
                    ],
                    recvWindow: 5000, timestamp: .ms(1_591_702_613_943))
            default:
                try signer.sign(
                    .post, "/eapi/v1/order",
                    query: ["symbol": "BTC-210129-40000-C", "side": "BUY", "type": "LIMIT", "timeInForce": "GTC"],
                    body: ["quantity": Decimal(string: "0.01"), "price": 2000],
                    recvWindow: 5000, timestamp: .ms(1_611_825_601_400))
            }
        #expect(request.payload == example.payload)
        #expect(request.signature == example.expectedSignature)
        let last = request.body.isEmpty ? request.target : request.body
        #expect(last.hasSuffix("signature=\(example.expectedSignature)"))
    }

    @Test func headersGoWithWhatIsSent() throws {
        let account = try signer.sign(.get, "/api/v3/account")
        #expect(account.headers.map(\.name) == ["X-MBX-APIKEY"])
        #expect(account.headers.map(\.value) == [apiKey])
        let order = try signer.sign(.post, "/api/v3/order", body: ["symbol": "LTCBTC"])
        #expect(order.headers.map(\.name) == ["X-MBX-APIKEY", "Content-Type"])
        #expect(order.headers.last?.value == "application/x-www-form-urlencoded")
        #expect(order.target == "/api/v3/order")
        #expect(order.method == "POST")
    }

    // The expected texts come from Python's urllib and hmac.
    @Test func valuesAreWrittenExactlyAndNilLeavesAParameterOut() throws {
        let none: String? = nil
        let request = try signer.sign(
            .post, "/api/v3/order",
            query: [
                "text": "a b+c&d=é", "int": Int64.min, "unsigned": UInt64.max, "none": none,
                "small": Decimal(sign: .plus, exponent: -8, significand: 1),
                "large": Decimal(sign: .plus, exponent: 3, significand: 1), "yes": true, "nothing": nil,
            ],
            body: ["no": false],
            recvWindow: "6000.346", timestamp: .omitted)
        let query =
            "text=a%20b%2Bc%26d%3D%C3%A9&int=-9223372036854775808&unsigned=18446744073709551615"
            + "&small=0.00000001&large=1000&yes=true"
        #expect(request.query == query)
        #expect(request.target == "/api/v3/order?" + query)
        #expect(request.payload == query + "no=false&recvWindow=6000.346")
        #expect(request.signature == "6bbf47c0cdf8b021d214d7dae51a1e93279c24674ef5e7dbe2a2fc81cfa03ab2")
        #expect(request.body == "no=false&recvWindow=6000.346&signature=6bbf47c0cdf8b021d214d7dae51a1e93279c24674ef5e7dbe2a2fc81cfa03ab2")
    }

    @Test func decimalsKeepAllTheirDigits() throws {
        for text in ["12345678901234567890.123456789", "-0.00000001", "99999999999999999999999999999999999999", "0"] {
            let query: Parameters = ["price": Decimal(string: text)]
            #expect(try signer.sign(.get, "/api/v3/order", query: query, timestamp: .omitted).payload == "price=" + text)
        }
    }

    @Test func aTimeIsInTheUnitThatIsSaidAndSoIsTheAnswer() throws {
        let request = try signer.sign(
            .get, "/api/v3/account", timestamp: .us(1_578_963_600_000_001), timeUnit: .microsecond)
        #expect(request.payload == "timestamp=1578963600000001")
        #expect(request.headers.map(\.name) == ["X-MBX-APIKEY", "X-MBX-TIME-UNIT"])
        #expect(request.headers.last?.value == "MICROSECOND")
    }

    @Test func parametersCanBePutTogether() throws {
        var query = Parameters()
        query.append("symbol", "LTCBTC")
        query.append("orderId", nil)
        query.append("limit", 5)
        let request = try signer.sign(.get, "/api/v3/allOrders", query: query, timestamp: .omitted)
        #expect(request.payload == "symbol=LTCBTC&limit=5")
        let pairs: [(String, (any ParameterValue)?)] = [("symbol", "LTCBTC"), ("limit", 5)]
        #expect(try signer.sign(.get, "/api/v3/allOrders", query: Parameters(pairs), timestamp: .omitted) == request)
    }

    @Test func thePresentTimeIsSentUnlessSomethingElseIsAskedFor() throws {
        let before = Date().timeIntervalSince1970 * 1000
        let payload = try #require(signer.sign(.get, "/api/v3/account").payload)
        let time = try #require(Double(payload.dropFirst("timestamp=".count)))
        #expect(time >= before - 1 && time <= Date().timeIntervalSince1970 * 1000)
        let market = try signer.sign(.get, "/api/v3/time")
        #expect(market.target == "/api/v3/time")
        #expect(market.signature == nil)
        #expect(market.payload == nil)
        #expect(market.headers.isEmpty)
    }

    @Test func aSecretGivenAsBytesSignsTheSame() throws {
        let signer = try Signer.hmac(apiKey: apiKey, secret: Data(secret.utf8))
        let request = try signer.sign(.get, "/api/v3/account", timestamp: .ms(1_578_963_600_000))
        #expect(try request.signature == Example.published("sigex-hmac-timestamp-only").expectedSignature)
    }

    // The expected signature comes from Python's hmac.
    @Test func aLongValueComesThroughWhole() throws {
        let value = String(repeating: "x", count: 60_000)
        let request = try signer.sign(.get, "/api/v3/account", query: ["symbols": value], timestamp: .omitted)
        #expect(request.payload == "symbols=" + value)
        #expect(request.signature == "a596964ac2bfa63542d6eb546c9b2e95f78023f08319e210ce5523650a85261c")
    }

    @Test func tasksShareASigner() async throws {
        let signer = signer
        let alone = try (0..<200).map { number in
            try signer.sign(.get, "/api/v3/order", query: ["orderId": number], timestamp: .omitted).signature
        }
        let together = try await withThrowingTaskGroup(of: (Int, String?).self) { group in
            for number in 0..<200 {
                group.addTask {
                    let query: Parameters = ["orderId": number]
                    return (number, try signer.sign(.get, "/api/v3/order", query: query, timestamp: .omitted).signature)
                }
            }
            return try await group.reduce(into: [Int: String?]()) { $0[$1.0] = $1.1 }
        }
        #expect((0..<200).map { together[$0] } == alone)
        #expect(Set(alone).count == 200)
    }
}
