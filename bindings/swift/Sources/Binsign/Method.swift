// The HTTP method of a request.

/// An HTTP method; one that is none of the four is refused when a request is signed (`METHOD_UNKNOWN`).
public struct Method: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// As it stands in the request line.
    public let rawValue: String

    /// Takes any text; it is checked when a request is signed.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }

    /// Reads.
    public static let get: Method = "GET"
    /// Makes something new.
    public static let post: Method = "POST"
    /// Changes or keeps alive.
    public static let put: Method = "PUT"
    /// Takes away.
    public static let delete: Method = "DELETE"

    public var description: String { rawValue }
}
