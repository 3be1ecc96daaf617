// What a key may do, as the exchange grants it.

package binsign

/** A permission of a key. */
public enum class Permission(
    /** The name that `apiRestrictions` has for it. */
    public val text: String,
) {
    /** Reads. */
    READING("enableReading"),

    /** Trades on Spot and margin. */
    SPOT_AND_MARGIN_TRADING("enableSpotAndMarginTrading"),

    /** Lets funds out of the account. */
    WITHDRAWALS("enableWithdrawals"),

    /** Moves funds between accounts of the owner. */
    INTERNAL_TRANSFER("enableInternalTransfer"),

    /** Borrows and repays on margin. */
    MARGIN("enableMargin"),

    /** Trades futures. */
    FUTURES("enableFutures"),

    /** Moves funds between wallets. */
    UNIVERSAL_TRANSFER("permitsUniversalTransfer"),

    /** Trades options. */
    VANILLA_OPTIONS("enableVanillaOptions"),

    /** Trades with portfolio margin. */
    PORTFOLIO_MARGIN_TRADING("enablePortfolioMarginTrading"),

    /** Trades through FIX. */
    FIX_API_TRADE("enableFixApiTrade"),

    /** Reads through FIX. */
    FIX_READ_ONLY("enableFixReadOnly"),
    ;

    internal companion object {
        /** The permissions of these names, which come from the core: none is unknown. */
        fun all(names: List<String>): List<Permission> = names.map { name -> entries.first { it.text == name } }
    }
}
