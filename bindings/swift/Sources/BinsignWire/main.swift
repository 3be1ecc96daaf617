// The program of the conformance tests: cases on standard input, results on standard output (tests/conformance/WIRE.md).

import Binsign
import Foundation

func text(_ hex: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = hex.utf8.makeIterator()
    func digit(_ character: UInt8) -> UInt8 { character < 0x3a ? character - 0x30 : character - 0x57 }
    while let high = rest.next(), let low = rest.next() {
        bytes.append(digit(high) << 4 | digit(low))
    }
    return String(decoding: bytes, as: UTF8.self)
}

func hex(_ text: String) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: text.utf8.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}

func answer(_ line: String) -> String {
    var single: [Character: String] = [:]
    var query = Parameters()
    var body = Parameters()
    for field in line.split(separator: " ") {
        let letter = field.first!
        let rest = field.dropFirst()
        if letter == "q" || letter == "b" {
            let equals = rest.firstIndex(of: "=")!
            let (name, value) = (text(rest[..<equals]), text(rest[rest.index(after: equals)...]))
            if letter == "q" { query.append(name, value) } else { body.append(name, value) }
        } else {
            single[letter] = text(rest)
        }
    }
    do throws(Refusal) {
        let signer =
            if let pem = single["k"] {
                try Signer.pem(apiKey: single["a"]!, pem: pem)
            } else {
                try Signer.hmac(apiKey: single["a"]!, secret: single["s"]!)
            }
        let timestamp: Timestamp = single["t"].map { .at($0) } ?? .omitted
        let request = try signer.sign(
            Method(rawValue: single["m"]!), single["p"]!, query: query, body: body, recvWindow: single["w"],
            timestamp: timestamp)
        signer.close()
        let payload = request.payload.map { "P" + hex($0) } ?? "-"
        let signature = request.signature.map { "S" + hex($0) } ?? "-"
        let headers = request.headers.map { " h\(hex($0.name))=\(hex($0.value))" }.joined()
        return "allow t\(hex(request.target)) q\(hex(request.query)) b\(hex(request.body)) \(payload) \(signature)\(headers)"
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
