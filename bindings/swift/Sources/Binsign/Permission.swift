// What a key may do, as the exchange grants it.

/// A permission of a key, by the name that `apiRestrictions` has for it.
public enum Permission: String, CaseIterable, Sendable {
    /// Reads.
    case enableReading
    /// Trades on Spot and margin.
    case enableSpotAndMarginTrading
    /// Lets funds out of the account.
    case enableWithdrawals
    /// Moves funds between accounts of the owner.
    case enableInternalTransfer
    /// Borrows and repays on margin.
    case enableMargin
    /// Trades futures.
    case enableFutures
    /// Moves funds between wallets.
    case permitsUniversalTransfer
    /// Trades options.
    case enableVanillaOptions
    /// Trades with portfolio margin.
    case enablePortfolioMarginTrading
    /// Trades through FIX.
    case enableFixApiTrade
    /// Reads through FIX.
    case enableFixReadOnly

    /// Both lists come from the core's names: one that is not here cannot arise.
    static func all(_ names: [String]) -> [Permission] {
        names.compactMap(Permission.init(rawValue:))
    }
}
