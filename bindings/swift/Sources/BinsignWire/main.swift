// The program of the conformance tests: cases on standard input, results on standard output (tests/conformance/WIRE.md).

import Binsign
import Foundation

func bytes(_ hex: Substring) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = hex.utf8.makeIterator()
    func digit(_ character: UInt8) -> UInt8 { character < 0x3a ? character - 0x30 : character - 0x57 }
    while let high = rest.next(), let low = rest.next() {
        bytes.append(digit(high) << 4 | digit(low))
    }
    return bytes
}

func text(_ hex: Substring) -> String {
    String(decoding: bytes(hex), as: UTF8.self)
}

func hex(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

/// The fields of a case.
struct Case {
    var single: [Character: Substring] = [:]
    var params = Parameters()
    var body = Parameters()
    var logon: [String: String] = [:]
    var headers: [(name: String, value: String)] = []

    init(_ line: String) {
        for field in line.split(separator: " ") {
            let letter = field.first!
            let rest = field.dropFirst()
            guard "qlbFH".contains(letter) else {
                single[letter] = rest
                continue
            }
            let equals = rest.firstIndex(of: "=")!
            let (name, value) = (text(rest[..<equals]), text(rest[rest.index(after: equals)...]))
            switch letter {
            case "q": params.append(name, value)
            case "l": params.append(name, JSON(value))
            case "b": body.append(name, value)
            case "H": headers.append((name, value))
            default: logon[name] = value
            }
        }
    }

    func optional(_ letter: Character) -> String? { single[letter].map(text) }

    func data(_ letter: Character) -> Data? { single[letter].map { Data(bytes($0)) } }

    func number(_ letter: Character) -> Int64? { optional(letter).map { Int64($0)! } }

    var clock: Clock { number("n").map { .ms($0) } ?? .absent }

    var call: Call {
        let timestamp: Timestamp = optional("t").map { .given($0) } ?? .omitted
        let recvWindow = optional("w")
        switch optional("x") {
        case nil:
            let unit: TimeUnit? = optional("u").map { $0 == "MICROSECOND" ? .microsecond : .millisecond }
            return .rest(
                Method(rawValue: optional("m")!), optional("p")!, query: params, body: body, recvWindow: recvWindow,
                timestamp: timestamp, timeUnit: unit)
        case "ws-api":
            let families: [String: Family] = [
                "spot": .spot, "sapi": .sapi, "futures-um": .futuresUm, "futures-cm": .futuresCm, "options": .options,
                "portfolio-margin": .portfolioMargin,
            ]
            return .ws(
                families[optional("f")!]!, optional("m")!, id: optional("i")!, params: params, recvWindow: recvWindow,
                timestamp: timestamp, inSession: single["g"] != nil)
        case "sapi-wss":
            return .stream(params: params, recvWindow: recvWindow, timestamp: timestamp)
        default:
            return fixLogon
        }
    }

    var fixLogon: Call {
        let schema = logon["sbe_schema_id"].map { SbeSchema(id: UInt16($0)!, version: UInt16(logon["sbe_schema_version"]!)!) }
        return .fixLogon(
            senderCompID: logon["sender_comp_id"]!,
            sendingTime: .given(logon["sending_time"]!),
            targetCompID: logon["target_comp_id"] ?? "SPOT",
            msgSeqNum: logon["msg_seq_num"].map { UInt64($0)! } ?? 1,
            heartBtInt: UInt32(logon["heart_bt_int"]!)!,
            messageHandling: logon["message_handling"] == "1" ? .unordered : .sequential,
            responseMode: logon["response_mode"].map { $0 == "1" ? .everything : .onlyAcks },
            recvWindow: logon["recv_window"],
            dropCopy: logon["drop_copy"] != nil,
            sbeSchema: schema,
            sbe: logon["sbe"] != nil)
    }

    /// The key of the case, under a policy where one is given.
    func key(_ policy: Policy? = nil, _ app: String? = nil, _ state: SavedState? = nil) throws(Refusal) -> Key {
        let apiKey = optional("a")!
        if let publicKey = optional("Y") {
            return .elsewhere(
                try ExternalKey(apiKey: apiKey, publicKeyPEM: publicKey, policy: policy, app: app, state: state))
        }
        if let keyType = optional("y").map({ KeyType(rawValue: $0)! }) {
            return .elsewhere(try ExternalKey(apiKey: apiKey, keyType: keyType, policy: policy, app: app, state: state))
        }
        if let pem = optional("k") {
            return .here(
                try Signer.pem(
                    apiKey: apiKey, pem: pem, passphrase: optional("z"), policy: policy, app: app, state: state))
        }
        return .here(
            try Signer.hmac(apiKey: apiKey, secret: optional("s")!, policy: policy, app: app, state: state))
    }

    func signed(_ key: Key, _ call: Call) throws(Refusal) -> SignedRequest {
        switch key {
        case .here(let signer): return try signer.sign(call)
        case .elsewhere(let key):
            let pending = try key.begin(call)
            let isNeeded = try pending.payload != nil
            return try pending.finish(signature: isNeeded ? data("e")! : Data())
        }
    }
}

/// A key as a case has it.
enum Key {
    case here(Signer)
    case elsewhere(ExternalKey)

    var policed: any Policed {
        switch self {
        case .here(let signer): signer
        case .elsewhere(let key): key
        }
    }
}

/// A policy with what is known under it.
final class Session {
    let policy: Policy
    let app: String?
    var key: Key
    var signed: SignedRequest?
    var keyInfo: (json: Data, received: Int64?)?

    init(_ question: Case) throws(Refusal) {
        policy = try Policy(bytes: question.data("P")!)
        app = question.optional("A")
        key = try question.key(policy, app)
        try tell(question)
    }

    func tell(_ question: Case) throws(Refusal) {
        guard let json = question.data("j") else { return }
        keyInfo = (json, question.number("J"))
        try key.policed.keyInfo(json, received: question.number("J"))
    }

    func answer(_ question: Case) throws(Refusal) -> String {
        if question.single["o"] != nil {
            return answerOfExchange(question)
        } else if let sent = question.number("d") {
            key.policed.observeTime(sent: sent, received: question.number("r")!, server: question.number("v")!)
        } else if let deed = question.optional("C") {
            try perform(deed, question)
        } else {
            return try decision(question)
        }
        return line(key.policed.observed(at: question.clock)!)
    }

    func answerOfExchange(_ question: Case) -> String {
        guard let signed else { return notUnderstood("no request of the session was signed") }
        let observed = key.policed.observe(
            signed, status: UInt16(question.optional("o")!)!, headers: question.headers, body: question.data("B") ?? Data(),
            at: question.number("n") ?? 0)
        return line(observed!)
    }

    func perform(_ deed: String, _ question: Case) throws(Refusal) {
        switch deed {
        case "clear": key.policed.clear()
        case "revoke": key.policed.revoke()
        case "terminate": key.policed.terminate()
        default:
            key = try question.key(policy, app, key.policed.state())
            if let (json, received) = keyInfo { try key.policed.keyInfo(json, received: received) }
        }
    }

    func decision(_ question: Case) throws(Refusal) -> String {
        if question.single["P"] == nil { try tell(question) }
        var call = question.call.decided(at: question.clock)
        if let approval = question.data("V") { call = call.approved(by: approval) }
        if question.single["c"] != nil {
            try key.policed.check(call)
            return "allow"
        }
        let request = try question.signed(key, call)
        signed = request
        return line(request, question)
    }
}

func line(_ request: SignedRequest, _ question: Case) -> String {
    let payload = request.payload.map { "P" + hex($0) } ?? "-"
    let signature = request.signature.map { "S" + hex($0) } ?? "-"
    let hasMessage = ["ws-api", "fix"].contains(question.optional("x"))
    let message = hasMessage ? " " + (request.message.map { "M" + hex($0) } ?? "-") : ""
    let headers = request.headers.map { " h\(hex($0.name))=\(hex($0.value))" }.joined()
    let parts = "t\(hex(request.target)) q\(hex(request.query)) b\(hex(request.body))"
    return "allow \(parts) \(payload) \(signature)\(message)\(headers)"
}

func line(_ observed: Observed) -> String {
    let (state, reason) =
        switch observed.keyState {
        case .active: ("active", "-")
        case .suspended(let reason): ("suspended", String(reason))
        case .revoked: ("revoked", "-")
        case .expired: ("expired", "-")
        case .terminated: ("terminated", "-")
        }
    let counts = [
        observed.waitUntil, observed.usedWeight, observed.ordersTenSeconds, observed.ordersMinute, observed.ordersDay,
    ].map { $0.map(String.init) ?? "-" }
    return "observed \(state) \(reason) \(observed.offset) \(counts.joined(separator: " "))"
}

func line(_ refusal: Refusal) -> String {
    switch refusal {
    case .denied(let denied):
        let fields = "c\(hex(denied.clause)) r\(hex(denied.rule)) p\(hex(denied.param ?? ""))"
        let opens = denied.opens.map { " o" + hex($0) } ?? ""
        return "deny \(denied.code.name) \(fields) m\(hex(denied.message))\(opens)"
    case .invalid(let invalid):
        return "error \(invalid.code.name) m\(hex(invalid.message))"
    }
}

func notUnderstood(_ message: String) -> String { "error \(Code.caseNotUnderstood.name) m\(hex(message))" }

/// The program, with the sessions that are under way by their slot.
struct Program {
    var sessions: [Character: Session] = [:]

    mutating func answer(_ question: Case) throws(Refusal) -> String {
        let slot = question.single["N"]?.last
        guard question.single["P"] != nil || slot != nil else {
            return line(try question.signed(question.key(), question.call), question)
        }
        if question.single["P"] != nil {
            // What is wrong with the key comes before what is wrong with the policy.
            _ = try question.key()
            guard let slot else { return try Session(question).answer(question) }
            sessions[slot] = nil
            sessions[slot] = try Session(question)
        }
        guard let session = slot.flatMap({ sessions[$0] }) else {
            return notUnderstood("the session has not begun")
        }
        return try session.answer(question)
    }
}

var program = Program()
while let text = readLine() {
    let answered: String
    do throws(Refusal) {
        answered = try program.answer(Case(text))
    } catch {
        answered = line(error)
    }
    FileHandle.standardOutput.write(Data((answered + "\n").utf8))
}
