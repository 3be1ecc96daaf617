// What a parameter can be: every type that can be sent exactly. Double and Float cannot, so they do not conform.

import Foundation

/// A value that can be sent exactly: text, whole numbers, `Bool` and `Decimal`.
///
/// `Double` and `Float` do not conform, since they cannot hold a price exactly; let no type of your own conform that
/// goes through them.
public protocol ParameterValue: Sendable {
    /// The value as it is meant, not encoded.
    var parameterText: String { get }
}

extension String: ParameterValue {
    public var parameterText: String { self }
}

extension Substring: ParameterValue {
    public var parameterText: String { String(self) }
}

extension Int: ParameterValue {
    public var parameterText: String { description }
}

extension Int32: ParameterValue {
    public var parameterText: String { description }
}

extension Int64: ParameterValue {
    public var parameterText: String { description }
}

extension UInt: ParameterValue {
    public var parameterText: String { description }
}

extension UInt32: ParameterValue {
    public var parameterText: String { description }
}

extension UInt64: ParameterValue {
    public var parameterText: String { description }
}

extension Bool: ParameterValue {
    /// `true` or `false`.
    public var parameterText: String { description }
}

/// A `Decimal` is written plain, without exponent. It does not keep zeros at its end: give text where they matter. A
/// literal (`let price: Decimal = 0.1`) goes through `Double`: write `Decimal(string: "0.1")`.
extension Decimal: ParameterValue {
    public var parameterText: String { description }
}
