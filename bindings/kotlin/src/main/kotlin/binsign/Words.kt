// The exchange's words that are a choice of a few.

package binsign

/** A family of Binance's interfaces. */
public typealias Family = binsign.generated.Family

/** How a key signs. */
public typealias KeyType = binsign.generated.KeyType

/** In what unit the exchange gives the times of its answers (`X-MBX-TIME-UNIT`, `/api` only). */
public typealias TimeUnit = binsign.generated.TimeUnit

/** How the exchange may handle the messages of a FIX session (tag 25035). */
public typealias MessageHandling = binsign.generated.MessageHandling

/** Which answers a FIX session gets (tag 25036). */
public typealias ResponseMode = binsign.generated.ResponseMode

/** The definition of SBE messages that a FIX session asks for (tags 25050 and 25051). */
public typealias SbeSchema = binsign.generated.SbeSchema
