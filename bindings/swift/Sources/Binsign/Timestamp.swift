// Where the parameter `timestamp` comes from.

internal import BinsignGenerated

/// Where the parameter `timestamp` of a request comes from, or `SendingTime` of a FIX Logon.
public enum Timestamp: Sendable {
    /// The clock of this machine in ms, where the exchange wants a timestamp and no parameter has that name already.
    case now
    /// This time on every route, in ms since 1970.
    case ms(Int64)
    /// This time on every route, in µs since 1970, which Spot takes.
    case us(Int64)
    /// This text on every route, as it stands.
    case given(String)
    /// None is added.
    case omitted

    var native: BinsignGenerated.Timestamp {
        switch self {
        case .now: .now
        case .ms(let ms): .ms(ms: ms)
        case .us(let us): .us(us: us)
        case .given(let text): .given(text: text)
        case .omitted: .omitted
        }
    }
}
