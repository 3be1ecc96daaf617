// Why there is no signature: something was wrong, or the gate said no.

import Foundation
internal import BinsignGenerated

/// Why there is no signature. Holds no secret, no signature and no value of a parameter.
public enum Refusal: Error, Equatable, Sendable {
    /// The request, a text or a key is wrong.
    case invalid(Invalid)
    /// The request is well-formed and not allowed.
    case denied(Denied)

    /// What is wrong.
    public struct Invalid: Equatable, Sendable {
        /// The stable code.
        public let code: Code
        /// What is wrong and what to do.
        public let message: String
        /// The name of the parameter it is about, where there is one.
        public let param: String?
        /// Where it is in the text of a policy.
        public let place: TextPlace?
    }

    /// What is not allowed.
    public struct Denied: Equatable, Sendable {
        /// The stable code, one of the 4xx.
        public let code: Code
        /// What would make the request pass.
        public let message: String
        /// The parameter that decided, where one did.
        public let param: String?
        /// The clause of the API Service Terms behind the rule (`F 13`).
        public let clause: String
        /// The name of the rule that denied.
        public let rule: String
        /// The route that the signature would open as well (`POST /api/v3/order`), where that is why.
        public let opens: String?
    }

    /// A place in a text, both from 1, the column in characters.
    public struct TextPlace: Equatable, Sendable {
        public let line: UInt32
        public let column: UInt32
    }

    /// The stable code.
    public var code: Code {
        switch self {
        case .invalid(let invalid): invalid.code
        case .denied(let denied): denied.code
        }
    }

    /// What is wrong and what to do.
    public var message: String {
        switch self {
        case .invalid(let invalid): invalid.message
        case .denied(let denied): denied.message
        }
    }
}

extension Refusal: CustomStringConvertible, LocalizedError {
    public var description: String { "\(code.name): \(message)" }

    public var errorDescription: String? { description }
}

extension Refusal {
    /// Calls the native library: what it throws leaves as a refusal.
    static func crossing<Result>(_ call: () throws -> Result) throws(Refusal) -> Result {
        do {
            return try call()
        } catch let native as BinsignGenerated.Refusal {
            throw Refusal(native)
        } catch {
            let message = "a fault of binsign itself; please report what you did: \(error)"
            throw .invalid(Invalid(code: .internal, message: message, param: nil, place: nil))
        }
    }

    private init(_ native: BinsignGenerated.Refusal) {
        switch native {
        case .Invalid(_, let number, let explanation, let param, let place):
            let place = place.map { TextPlace(line: $0.line, column: $0.column) }
            self = .invalid(Invalid(code: Self.code(number), message: explanation, param: param, place: place))
        case .Denied(_, let number, let explanation, let clause, let rule, let param, let opens):
            self = .denied(
                Denied(
                    code: Self.code(number), message: explanation, param: param, clause: clause, rule: rule, opens: opens))
        }
    }

    /// Both lists come from the core's, and `cargo xtask gen --check` sees to it: the fault cannot arise.
    private static func code(_ number: UInt16) -> Code {
        Code(rawValue: number) ?? .internal
    }
}
