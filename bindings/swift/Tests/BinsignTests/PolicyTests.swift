// Keys under a policy: what is refused and why, limits, answers, the state, the end of a key. Codes, clauses and rules are
// those of docs/policy.md.

import Binsign
import Foundation
import Testing

private let maker = """
    policy = "binsign 1"
    name = "btc-maker"
    version = 3
    purpose = "quotes BTCUSDT on Spot"
    app = "maker"
    permissions = ["enableReading", "enableSpotAndMarginTrading"]

    [[allow]]
    name = "look"
    routes = ["spot:reading"]

    [[allow]]
    name = "quotes"
    routes = ["spot:trade"]
    symbols = ["BTCUSDT"]
    types = ["LIMIT_MAKER"]
    notional = { max = "500" }

    [[allow]]
    name = "market orders"
    routes = ["spot:trade"]
    symbols = ["ETHUSDT"]
    types = ["MARKET"]
    approval = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

    [[limit]]
    name = "orders a day"
    count = "orders"
    max = "100"
    per = "1d"
    """

/// The public half of the key of RFC 8032, section 7.1, test 1, in the form of RFC 8410.
private let owner = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
    -----END PUBLIC KEY-----
    """

@Suite struct PolicyTests {
    let policy: Policy

    init() throws {
        policy = try Policy(toml: maker)
    }

    func changed(_ text: String, _ other: String) throws -> Policy {
        try Policy(toml: maker.replacingOccurrences(of: text, with: other))
    }

    func signer(app: String? = "maker", state: SavedState? = nil) throws(Refusal) -> Signer {
        try Signer.hmac(apiKey: apiKey, secret: secret, policy: policy, app: app, state: state)
    }

    func order(symbol: String = "BTCUSDT", price: String? = "100", type: String = "LIMIT_MAKER") -> Call {
        let parameters: Parameters = ["symbol": symbol, "side": "BUY", "type": type, "quantity": 1, "price": price]
        return .rest(.post, "/api/v3/order", query: parameters)
    }

    let account = Call.rest(.get, "/api/v3/account")

    func refusal(_ call: () throws(Refusal) -> Void) -> Refusal? {
        do throws(Refusal) {
            try call()
            return nil
        } catch {
            return error
        }
    }

    /// Calls, and wants a denial with this code.
    @discardableResult
    func denied(
        _ code: Code, at location: SourceLocation = #_sourceLocation, _ call: () throws(Refusal) -> Void
    ) -> Refusal.Denied? {
        let refused = refusal(call)
        #expect(refused?.code == code, sourceLocation: location)
        guard case .denied(let denied) = refused else { return nil }
        return denied
    }

    @Test func aPolicyTellsWhatItIs() throws {
        #expect(policy.name == "btc-maker" && policy.version == 3 && policy.app == "maker")
        #expect(policy.purpose == "quotes BTCUSDT on Spot")
        #expect(Set(policy.permissions) == [.enableReading, .enableSpotAndMarginTrading])
        #expect(policy.sha256.count == 32)
        #expect(try Policy(toml: policy.toml()).sha256 == policy.sha256)
        #expect(try Policy(bytes: policy.bytes).sha256 == policy.sha256)
        #expect(try changed("version = 3", "version = 4").sha256 != policy.sha256)
        #expect(String(describing: policy) == "Policy(btc-maker 3)")
        #expect(try changed("app = \"maker\"", "").app == nil)
    }

    @Test func theNamesOfAllPermissionsAreKnown() throws {
        let all = Permission.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        let asking = try changed("\"enableReading\", \"enableSpotAndMarginTrading\"", all)
        #expect(Set(asking.permissions) == Set(Permission.allCases))
    }

    @Test func whatIsWrongWithATextHasItsPlace() throws {
        let text = refusal { () throws(Refusal) in _ = try Policy(toml: "policy = \"binsign 1\"\nnam = \"maker\"\n") }
        guard case .invalid(let invalid) = text else {
            Issue.record("not invalid")
            return
        }
        #expect(invalid.code == .policyText && invalid.place?.line == 2 && invalid.place?.column == 1)
        #expect(invalid.message.hasPrefix("line 2, column 1: "))
        let longer = policy.bytes + Data([0])
        #expect(refusal { () throws(Refusal) in _ = try Policy(bytes: longer) }?.code == .policyMalformed)
    }

    /// Signature and seal were made by OpenSSL over `binsign policy 1`, a line feed and the compiled form: `openssl pkeyutl
    /// -sign -rawin` with the key of RFC 8032, `openssl dgst -sha256 -hmac example-secret -binary`.
    @Test func aPolicyOfTheOwnerIsTakenAndAnothersIsNot() throws {
        let text = """
            policy = "binsign 1"
            name = "monitor"
            version = 1
            purpose = "reads"
            permissions = ["READ"]
            """
        let monitor = try Policy(toml: text)
        let signature = Data(
            base64Encoded:
                "CzquE2s4iPkj6R07b1EA7jnm0Lz3YzCraq8XRTNwpcgJ4X3TZELnRJIGbnoF2gKIH8ZgFdBTFq9VEJx77162CQ==")!
        let seal = Data(base64Encoded: "SGRyvcTKCOtDPZerAe6qUzN1IEYcR/EmpFwDPlpmV64=")!
        #expect(try Policy(signed: monitor.bytes + signature, ownerKeyPEM: owner).name == "monitor")
        #expect(try Policy(sealed: monitor.bytes + seal, secret: Data("example-secret".utf8)).name == "monitor")
        for bytes in [policy.bytes + signature, monitor.bytes + Data(signature.reversed())] {
            let refused = refusal { () throws(Refusal) in _ = try Policy(signed: bytes, ownerKeyPEM: owner) }
            #expect(refused?.code == .policySignature)
        }
        let another = refusal { () throws(Refusal) in
            _ = try Policy(sealed: monitor.bytes + seal, secret: Data("another".utf8))
        }
        #expect(another?.code == .policySignature)
    }

    @Test func aDenialSaysWhichRuleByWhichClauseForWhichParameter() throws {
        let signer = try signer()
        #expect(try signer.sign(order()).target.hasPrefix("/api/v3/order?symbol=BTCUSDT"))
        let large = denied(.argumentTooLarge) { () throws(Refusal) in _ = try signer.sign(order(price: "500.01")) }
        #expect(large?.clause == "D 9" && large?.rule == "quotes" && large?.param == "price" && large?.opens == nil)
        #expect(large?.code.rawValue ?? 0 >= 400)
        #expect(large?.message.contains("500") == true && large?.message.contains("500.01") == false)
        let checked = denied(.argumentTooLarge) { () throws(Refusal) in try signer.check(order(price: "500.01")) }
        #expect(checked == large)
        denied(.appOther) { () throws(Refusal) in _ = try self.signer(app: nil).sign(account) }
        denied(.appOther) { () throws(Refusal) in _ = try self.signer(app: "other").sign(account) }
    }

    @Test func requestsOfASessionAreDecidedOnToo() throws {
        let signer = try signer()
        func place(_ price: String) -> Call {
            let parameters: Parameters = [
                "symbol": "BTCUSDT", "side": "BUY", "type": "LIMIT_MAKER", "quantity": "1", "price": price,
            ]
            return .ws(.spot, "order.place", id: "1", params: parameters, inSession: true)
        }
        #expect(try signer.sign(place("500")).message?.contains("order.place") == true)
        denied(.argumentTooLarge) { () throws(Refusal) in _ = try signer.sign(place("500.01")) }
    }

    @Test func aCheckCountsNothingAndExplainsItself() throws {
        let signer = try signer()
        for _ in 0..<150 { try signer.check(order()) }
        try signer.check(.get, "/api/v3/account")
        _ = try signer.sign(order())
        #expect(try signer.explain(order()).contains { $0.contains("quotes") })
        #expect(try signer.explain(order(price: "501")).last?.contains("ARGUMENT_TOO_LARGE") == true)
    }

    @Test func aLimitHoldsHoweverManyTasksSign() async throws {
        let signer = try signer()
        let passed = await withTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<40).count { _ in (try? signer.sign(order())) != nil } }
            }
            return await group.reduce(0, +)
        }
        #expect(passed == 100)
        let spent = denied(.limitSpent) { () throws(Refusal) in _ = try signer.sign(order()) }
        #expect(spent?.rule == "orders a day")
        _ = try signer.sign(account)
    }

    @Test func whatIsGivenUpIsGivenBack() throws {
        let one = try changed("max = \"100\"", "max = \"1\"")
        let key = try ExternalKey(apiKey: apiKey, keyType: .hmac, policy: one, app: "maker")
        try withExtendedLifetime(try key.begin(order())) {
            denied(.limitSpent) { () throws(Refusal) in _ = try key.begin(order()) }
        }
        _ = try key.begin(order()).finish(signature: Data(count: 32))
        denied(.limitSpent) { () throws(Refusal) in _ = try key.begin(order()) }
        key.revoke()
        denied(.keyRevoked) { () throws(Refusal) in _ = try key.begin(account) }
    }

    @Test func aRevokedKeyIsGoneForGood() throws {
        let signer = try signer()
        signer.revoke()
        let refused = denied(.keyRevoked) { () throws(Refusal) in _ = try signer.sign(account) }
        #expect(refused?.clause == "H 17" && refused?.rule == "key-state")
        signer.clear()
        denied(.keyRevoked) { () throws(Refusal) in _ = try signer.sign(account) }
        #expect(signer.keyState == .revoked)
        let state = signer.state()
        denied(.keyRevoked) { () throws(Refusal) in _ = try self.signer(state: state).sign(account) }
        signer.terminate()
        denied(.keyTerminated) { () throws(Refusal) in _ = try signer.sign(account) }

        // Without a policy nobody keeps why, and the key is gone all the same.
        let free = try Signer.hmac(apiKey: apiKey, secret: secret)
        free.revoke()
        #expect(refusal { () throws(Refusal) in _ = try free.sign(account) }?.code == .handleUsedUp)
    }

    @Test func answersAreLearntFrom() throws {
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        let signer = try signer()
        let request = try signer.sign(account)
        let fine = signer.observe(
            request, status: 200, headers: [("x-mbx-used-weight-1m", "17"), ("X-MBX-ORDER-COUNT-10S", "2")], at: now)
        #expect(fine?.usedWeight == 17 && fine?.ordersTenSeconds == 2 && fine?.ordersDay == nil)
        #expect(fine?.meaning == .fine)

        let wait = signer.observe(request, status: 429, headers: [("Retry-After", "30")], at: now)
        #expect(wait?.waitUntil == now + 30_000)
        denied(.exchangeWait) { () throws(Refusal) in _ = try signer.sign(account) }
        try signer.check(account.decided(at: .ms(now + 30_000)))

        let rejected = Data(#"{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"#.utf8)
        let suspended = signer.observe(request, status: 400, body: rejected, at: now)
        #expect(suspended?.keyState == .suspended(reason: -2015) && suspended?.meaning == .keyRejected(code: -2015))
        let refused = denied(.keySuspended) { () throws(Refusal) in _ = try signer.sign(account) }
        #expect(refused?.clause == "D 10")
        signer.clear()
        #expect(signer.keyState == .active)
        signer.suspend()
        denied(.keySuspended) { () throws(Refusal) in _ = try signer.sign(account) }

        let free = try Signer.hmac(apiKey: apiKey, secret: secret)
        #expect(free.observe(try free.sign(account), status: 429) == nil && free.state() == nil)
    }

    @Test func timestampsFollowTheClockOfTheExchange() throws {
        let signer = try signer()
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        // Ten seconds ahead; answered in the middle of a round trip of 40 ms.
        signer.observeTime(sent: now - 40, received: now, server: now - 20 + 10_000)
        #expect(signer.observed()?.offset == 10_000)
        let times = try (0..<2).map { _ in
            try Int64(#require(signer.sign(account).payload).dropFirst("timestamp=".count))!
        }
        #expect((9_990...70_000).contains(times[0] - now) && times[1] > times[0])
        denied(.timestampOff) { () throws(Refusal) in
            _ = try signer.sign(.get, "/api/v3/account", timestamp: .ms(now))
        }
        denied(.timeNeeded) { () throws(Refusal) in _ = try signer.sign(account.decided(at: .absent)) }
    }

    @Test func aSavedStateGoesOnAndNoneGoesBack() throws {
        let signer = try signer()
        for _ in 0..<99 { _ = try signer.sign(order()) }
        let older = try #require(signer.state())
        _ = try signer.sign(order())
        let newer = try #require(signer.state())
        #expect(newer.sequence == older.sequence + 1)
        denied(.limitSpent) { () throws(Refusal) in _ = try self.signer(state: newer).sign(order()) }
        let back = SavedState(bytes: older.bytes, sequence: newer.sequence)
        #expect(refusal { () throws(Refusal) in _ = try self.signer(state: back) }?.code == .stateRolledBack)
        let cut = SavedState(bytes: newer.bytes.dropLast(), sequence: 0)
        #expect(refusal { () throws(Refusal) in _ = try self.signer(state: cut) }?.code == .stateMalformed)
        let lower = try changed("version = 3", "version = 2")
        let rolledBack = refusal { () throws(Refusal) in
            _ = try Signer.hmac(apiKey: apiKey, secret: secret, policy: lower, app: "maker", state: newer)
        }
        #expect(rolledBack?.code == .policyRolledBack)
        #expect(String(describing: newer) == "SavedState(\(newer.sequence))")
    }

    @Test func whatTheExchangeSaysOfTheKeyCounts() throws {
        let wanting = try Policy(toml: maker + "\n[key]\ninfo_max_age = \"1d\"\n")
        let signer = try Signer.hmac(apiKey: apiKey, secret: secret, policy: wanting, app: "maker")
        #expect(signer.keyInfo == nil)
        denied(.keyInfoNeeded) { () throws(Refusal) in _ = try signer.sign(account) }
        let error = Data(#"{"code":-2015,"msg":"Invalid"}"#.utf8)
        #expect(refusal { () throws(Refusal) in _ = try signer.keyInfo(error) }?.code == .keyInfoIsError)

        let reading = Data(
            #"{"ipRestrict":false,"createTime":1698645219000,"enableReading":true,"enableWithdrawals":true}"#.utf8)
        let info = try signer.keyInfo(reading)
        #expect(info.permissions == [.enableWithdrawals, .enableReading])
        #expect(!info.isIPRestricted && !info.hasUnknownGrant && info.createTime == 1_698_645_219_000)
        #expect(signer.keyInfo?.received == info.received)
        _ = try signer.sign(account)
        let refused = denied(.permissionNotGranted) { () throws(Refusal) in _ = try signer.sign(order()) }
        #expect(refused?.rule == "key-info")

        // docs/key.md: withdrawals from any address are the worst there is.
        let findings = info.findings(needed: policy.permissions, declared: Declared(keyType: .hmac, created: 1))
        #expect(findings.first?.kind == "WITHDRAWALS_UNRESTRICTED" && findings.first?.severity == .high)
        #expect(findings.map(\.severity) == findings.map(\.severity).sorted(by: >))
        let kinds = Set(findings.map(\.kind))
        #expect(kinds.isSuperset(of: ["KEY_OTHER", "PERMISSION_MISSING", "PERMISSION_UNNEEDED", "HMAC_KEY"]))
        let missing = findings.first { $0.kind == "PERMISSION_MISSING" }
        #expect(missing?.permission == .enableSpotAndMarginTrading)
        #expect(missing?.message.hasPrefix("enableSpotAndMarginTrading ") == true)

        try signer.keyInfo(reading, received: info.received - 86_400_001)
        denied(.keyInfoOld) { () throws(Refusal) in _ = try signer.sign(account) }
    }

    @Test func aSecondPersonIsAsked() throws {
        let signer = try signer()
        let call = order(symbol: "ETHUSDT", price: nil, type: "MARKET")
        let refused = denied(.approvalNeeded) { () throws(Refusal) in _ = try signer.sign(call) }
        #expect(refused?.clause == "D 10" && refused?.rule == "market orders")
        denied(.approvalInvalid) { () throws(Refusal) in _ = try signer.sign(call.approved(by: Data(count: 72))) }
    }

    @Test func whoOnlyAsksIsToldWhatElseTheSignatureOpens() throws {
        let untrusted = try changed("app = ", "caller = \"untrusted\"\napp = ")
        let signer = try Signer.hmac(apiKey: apiKey, secret: secret, policy: untrusted, app: "maker")
        let refused = denied(.confusable) { () throws(Refusal) in
            _ = try signer.sign(.get, "/api/v3/openOrders", query: ["symbol": "BTCUSDT"])
        }
        #expect(refused?.clause == "D 9" && refused?.rule == "caller")
        let opens = try #require(refused?.opens)
        #expect(!opens.isEmpty && !opens.hasPrefix("GET ") && refused?.message.contains(opens) == true)
    }
}
