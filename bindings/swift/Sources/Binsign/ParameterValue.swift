// What a parameter can be: every type that can be sent exactly, or is refused where it cannot.

import Foundation
internal import BinsignGenerated

/// A value of a parameter: text, any whole number, `Bool`, `Decimal`, `Double` and `Float`, arrays, dictionaries,
/// ``List``, ``Parameters`` and ``JSON``.
///
/// A type of your own conforms by the value of one of these:
///
/// ```swift
/// enum Side: String, ParameterValue {
///     case buy = "BUY", sell = "SELL"
///     var sentValue: SentValue { rawValue.sentValue }
/// }
/// ```
public protocol ParameterValue: Sendable {
    /// What is sent.
    var sentValue: SentValue { get }
}

/// What is sent of a value. Prints nothing of it.
public struct SentValue: Sendable, CustomStringConvertible, CustomReflectable {
    let native: BinsignGenerated.Value

    init(_ native: BinsignGenerated.Value) {
        self.native = native
    }

    public var description: String { "SentValue" }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension ParameterValue where Self: StringProtocol {
    /// The text as it is meant, not encoded.
    public var sentValue: SentValue { SentValue(.text(text: String(self))) }
}

extension ParameterValue where Self: BinaryInteger {
    /// All digits.
    public var sentValue: SentValue { SentValue(.json(text: String(self))) }
}

extension String: ParameterValue {}
extension Substring: ParameterValue {}

extension Int: ParameterValue {}
extension Int8: ParameterValue {}
extension Int16: ParameterValue {}
extension Int32: ParameterValue {}
extension Int64: ParameterValue {}
extension UInt: ParameterValue {}
extension UInt8: ParameterValue {}
extension UInt16: ParameterValue {}
extension UInt32: ParameterValue {}
extension UInt64: ParameterValue {}

extension Bool: ParameterValue {
    /// `true` or `false`.
    public var sentValue: SentValue { SentValue(.json(text: description)) }
}

/// A `Decimal` is written plain, without exponent. It does not keep zeros at its end: give text where they matter.
extension Decimal: ParameterValue {
    /// All digits; `NaN` is refused like that of a `Double`.
    public var sentValue: SentValue { SentValue(isNaN ? .binary64(number: .nan) : .digits(text: description)) }
}

extension Double: ParameterValue {
    /// The shortest plain decimal; NaN, infinities and numbers too large to be exact are refused when they are signed.
    public var sentValue: SentValue { SentValue(.binary64(number: self)) }
}

extension Float: ParameterValue {
    /// The shortest plain decimal; NaN, infinities and numbers too large to be exact are refused when they are signed.
    public var sentValue: SentValue { SentValue(.binary32(number: self)) }
}

extension Array: ParameterValue where Element: ParameterValue {
    /// Compact JSON.
    public var sentValue: SentValue { SentValue(.items(items: map(\.sentValue.native))) }
}

extension Dictionary: ParameterValue where Key == String, Value: ParameterValue {
    /// Compact JSON, sorted by the names; ``Parameters`` keep their order.
    public var sentValue: SentValue { Parameters(sorted { $0.key < $1.key }.map { ($0.key, $0.value) }).sentValue }
}

extension Parameters: ParameterValue {
    /// Compact JSON: a map.
    public var sentValue: SentValue { SentValue(.members(members: native)) }
}

/// A list of values of several types; `nil` is `null`.
public struct List: ParameterValue, ExpressibleByArrayLiteral {
    public let sentValue: SentValue

    public init(arrayLiteral elements: (any ParameterValue)?...) {
        sentValue = SentValue(.items(items: elements.map { $0?.sentValue.native ?? .json(text: "null") }))
    }
}

/// JSON that is sent as it stands, without blanks: for what no type of Swift says, as a number with a fraction on the
/// WebSocket API, where a `Decimal` and a `Double` are sent as text.
public struct JSON: ParameterValue {
    public let sentValue: SentValue

    /// Takes JSON.
    public init(_ text: String) {
        sentValue = SentValue(.json(text: text))
    }
}
