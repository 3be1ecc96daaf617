// Parameters in their order.

import Foundation
internal import BinsignGenerated

/// Parameters in the order in which they are sent, written like a dictionary:
///
/// ```swift
/// let order: Parameters = ["symbol": "LTCBTC", "side": "BUY", "quantity": 1, "newClientOrderId": nil]
/// ```
///
/// Names may be any; a `nil` leaves its parameter out. Prints the names only.
public struct Parameters: Sendable, ExpressibleByDictionaryLiteral, CustomStringConvertible, CustomReflectable {
    private(set) var native: [BinsignGenerated.Parameter] = []

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
            native.append(BinsignGenerated.Parameter(name: name, value: value.sentValue.native))
        }
    }

    public var description: String {
        "Parameters(\(native.map(\.name).joined(separator: ", ")))"
    }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
