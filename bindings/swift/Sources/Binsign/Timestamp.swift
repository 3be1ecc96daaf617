// Where the parameter `timestamp` comes from.

internal import BinsignGenerated

/// Where the parameter `timestamp` of a request comes from.
public enum Timestamp: Sendable {
    /// The clock of this machine in ms, on a route that is signed and where no parameter has that name already.
    case now
    /// This time on every route: ms since 1970, or µs on Spot. Text is taken as it stands.
    case at(any ParameterValue)
    /// None is added.
    case omitted

    var native: BinsignGenerated.Timestamp {
        switch self {
        case .now: .now
        case .at(let time): .given(text: time.parameterText)
        case .omitted: .omitted
        }
    }
}
