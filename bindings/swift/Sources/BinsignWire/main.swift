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

    init(_ line: String) {
        for field in line.split(separator: " ") {
            let letter = field.first!
            let rest = field.dropFirst()
            guard "qlbF".contains(letter) else {
                single[letter] = rest
                continue
            }
            let equals = rest.firstIndex(of: "=")!
            let (name, value) = (text(rest[..<equals]), text(rest[rest.index(after: equals)...]))
            switch letter {
            case "q": params.append(name, value)
            case "l": params.append(name, JSON(value))
            case "b": body.append(name, value)
            default: logon[name] = value
            }
        }
    }

    func optional(_ letter: Character) -> String? { single[letter].map(text) }

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

    func signed() throws(Refusal) -> SignedRequest {
        let apiKey = optional("a")!
        if let keyType = optional("y") {
            let key =
                if let publicKey = optional("Y") {
                    try ExternalKey(apiKey: apiKey, publicKeyPEM: publicKey)
                } else {
                    try ExternalKey(apiKey: apiKey, keyType: KeyType(rawValue: keyType)!)
                }
            let pending = try key.begin(call)
            let isNeeded = try pending.payload != nil
            return try pending.finish(signature: isNeeded ? Data(bytes(single["e"]!)) : Data())
        }
        let signer =
            if let pem = optional("k") {
                try Signer.pem(apiKey: apiKey, pem: pem, passphrase: optional("z"))
            } else {
                try Signer.hmac(apiKey: apiKey, secret: optional("s")!)
            }
        defer { signer.close() }
        return try signer.sign(call)
    }
}

func answer(_ line: String) -> String {
    let question = Case(line)
    do throws(Refusal) {
        let request = try question.signed()
        let payload = request.payload.map { "P" + hex($0) } ?? "-"
        let signature = request.signature.map { "S" + hex($0) } ?? "-"
        let hasMessage = ["ws-api", "fix"].contains(question.optional("x"))
        let message = hasMessage ? " " + (request.message.map { "M" + hex($0) } ?? "-") : ""
        let headers = request.headers.map { " h\(hex($0.name))=\(hex($0.value))" }.joined()
        let parts = "t\(hex(request.target)) q\(hex(request.query)) b\(hex(request.body))"
        return "allow \(parts) \(payload) \(signature)\(message)\(headers)"
    } catch {
        switch error {
        case .denied(let denied):
            let fields = "c\(hex(denied.clause)) r\(hex(denied.rule)) p\(hex(denied.param ?? ""))"
            return "deny \(denied.code.name) \(fields) m\(hex(denied.message))"
        case .invalid(let invalid):
            return "error \(invalid.code.name) m\(hex(invalid.message))"
        }
    }
}

while let line = readLine() {
    FileHandle.standardOutput.write(Data((answer(line) + "\n").utf8))
}
