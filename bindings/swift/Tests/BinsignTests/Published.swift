// Binance's published examples, from tests/vectors.

import Foundation

let apiKey = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
let secret = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"

/// The key of RFC 8032, section 7.1, test 1, in the form of RFC 8410.
let pemBase64 = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
let pem = "-----BEGIN PRIVATE KEY-----\n\(pemBase64)\n-----END PRIVATE KEY-----\n"

/// A published example.
struct Example: Decodable {
    let id: String
    let apiKey: String?
    let secret: String?
    let privateKeyPem: String?
    let privateKeyPassphrase: String?
    let payload: String?
    let expectedSignature: String

    /// The example with this id.
    static func published(_ id: String) throws -> Example {
        struct File: Decodable {
            let vectors: [Example]
        }
        let top = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../../").standardized
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let text = try Data(contentsOf: top.appendingPathComponent("tests/vectors/vectors.json"))
        return try decoder.decode(File.self, from: text).vectors.first { $0.id == id }!
    }
}
