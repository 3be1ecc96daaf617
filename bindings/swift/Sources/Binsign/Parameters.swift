// Parameters in their order.

import Foundation

/// Parameters in the order in which they are sent, written like a dictionary:
///
/// ```swift
/// let order: Parameters = ["symbol": "LTCBTC", "side": "BUY", "quantity": 1, "newClientOrderId": nil]
/// ```
///
/// Names may be any; a `nil` leaves its parameter out. Prints the names only.
public struct Parameters: Sendable, ExpressibleByDictionaryLiteral, CustomStringConvertible, CustomReflectable {
    private(set) var list: [(name: String, value: any ParameterValue)] = []

    /// No parameters.
    public init() {}

    public init(dictionaryLiteral elements: (String, (any ParameterValue)?)...) {
        self.init(elements)
    }

    /// Takes names and values in their order.
    public init(_ parameters: some Sequence<(String, (any ParameterValue)?)>) {
        for (name, value) in parameters {
            append(name, value)
        }
    }

    /// Adds a parameter at the end, unless its value is `nil`.
    public mutating func append(_ name: String, _ value: (any ParameterValue)?) {
        if let value {
            list.append((name, value))
        }
    }

    public var description: String {
        "Parameters(\(list.map(\.name).joined(separator: ", ")))"
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
