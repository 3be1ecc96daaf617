// What is refused: every kind of bad input has its code, and no text of a refusal holds a secret.

package binsign

import java.math.BigDecimal
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class RefusalTest {
    private val signer = Signer.hmac(API_KEY, SECRET)

    private fun invalid(code: Code, call: () -> Unit): Refusal.Invalid {
        val refusal = assertThrows(Refusal.Invalid::class.java, call)
        assertEquals(code, refusal.code)
        for (secret in listOf(API_KEY, SECRET)) {
            assertFalse(refusal.stackTraceToString().contains(secret))
        }
        return refusal
    }

    private fun sign(vararg query: Pair<String, String?>) {
        signer.sign(Method.GET, "/api/v3/account", query.toList(), timestamp = Timestamp.Omitted)
    }

    @Test
    fun `arguments that are wrong`() {
        invalid(Code.METHOD_UNKNOWN) { signer.sign(Method("PATCH"), "/api/v3/order") }
        invalid(Code.METHOD_UNKNOWN) { signer.sign(Method("get"), "/api/v3/order") }
        invalid(Code.PATH_MALFORMED) { signer.sign(Method.GET, "api/v3/order") }
        invalid(Code.PATH_MALFORMED) { signer.sign(Method.GET, "/api/v3/order?symbol=LTCBTC") }
        invalid(Code.PATH_MALFORMED) { signer.sign(Method.GET, "") }
        invalid(Code.PARAMETER_NAME_INVALID) { sign("" to "x") }
        invalid(Code.PARAMETER_NAME_INVALID) { sign("a b" to "x") }
        invalid(Code.SIGNATURE_GIVEN) { sign("signature" to "x") }
        invalid(Code.NUL_IN_VALUE) { sign("symbol" to "LTC\u0000BTC") }
        invalid(Code.TIMESTAMP_OUT_OF_RANGE) { sign("timestamp" to "1499827319") }
        invalid(Code.TIMESTAMP_OUT_OF_RANGE) { signer.sign(Method.GET, "/api/v3/account", timestamp = Timestamp.Ms(0)) }
        invalid(Code.RECV_WINDOW_OUT_OF_RANGE) { signer.sign(Method.GET, "/api/v3/account", recvWindow = 60_001) }
        invalid(Code.RECV_WINDOW_OUT_OF_RANGE) { signer.sign(Method.GET, "/api/v3/account", recvWindow = -1) }
        // A unit that the number belies.
        for (time in listOf(Timestamp.Ms(-1), Timestamp.Ms(1578963600000001), Timestamp.Us(1578963600000))) {
            invalid(Code.TIMESTAMP_OUT_OF_RANGE) { signer.sign(Method.GET, "/api/v3/account", timestamp = time) }
        }
        invalid(Code.NOT_FOR_TRANSPORT) { signer.sign(Method.GET, "/fapi/v1/time", timeUnit = TimeUnit.MILLISECOND) }
        invalid(Code.BODY_NOT_ALLOWED) { signer.sign(Method.GET, "/api/v3/account", body = listOf("a" to "b")) }
        invalid(Code.REQUEST_TOO_LONG) { sign("symbols" to "x".repeat(70_000)) }
    }

    @Test
    fun `a parameter twice is named`() {
        val refusal = invalid(Code.PARAMETER_TWICE) { sign("symbol" to "LTCBTC", "limit" to "5", "symbol" to "BTCUSDT") }
        assertTrue(refusal.message.startsWith("parameter 3 `symbol` is there already"), refusal.message)
        assertFalse(refusal.message.contains("BTCUSDT"))
    }

    @Test
    fun `keys that are wrong`() {
        invalid(Code.API_KEY_MALFORMED) { Signer.hmac("", SECRET) }
        invalid(Code.API_KEY_MALFORMED) { Signer.hmac("\"$API_KEY\"", SECRET) }
        invalid(Code.SECRET_MALFORMED) { Signer.hmac(API_KEY, "") }
        invalid(Code.SECRET_MALFORMED) { Signer.hmac(API_KEY, ByteArray(0)) }
        invalid(Code.SECRET_MALFORMED) { Signer.hmac(API_KEY, "$SECRET\n") }
        invalid(Code.SECRET_MALFORMED) { Signer.hmac(API_KEY, byteArrayOf(-1, -2)) }
        invalid(Code.SECRET_IS_PRIVATE_KEY) { Signer.hmac(API_KEY, "-----BEGIN PRIVATE KEY-----") }
    }

    @Test
    fun `text that is no Unicode`() {
        for (text in listOf("\uD83D", "\uDE00", "\uDE00\uD83D", "a\uD83Db")) {
            val value = invalid(Code.INVALID_UTF8) { sign("a" to "b", "symbol" to text) }
            assertEquals("parameter 2 `symbol` is not valid UTF-8; encode it as UTF-8", value.message)
            assertEquals("symbol", value.param)
            invalid(Code.INVALID_UTF8) { sign(text to "x") }
            invalid(Code.INVALID_UTF8) { signer.sign(Method.GET, text) }
            invalid(Code.INVALID_UTF8) { signer.sign(Method(text), "/api/v3/account") }
            invalid(Code.INVALID_UTF8) { signer.sign(Method.GET, "/api/v3/account", timestamp = Timestamp.Given(text)) }
            invalid(Code.INVALID_UTF8) { signer.sign(Method.GET, "/api/v3/account", recvWindow = text) }
            invalid(Code.INVALID_UTF8) { Signer.hmac(text, SECRET) }
            invalid(Code.INVALID_UTF8) { Signer.hmac(API_KEY, text) }
        }
        assertEquals("symbol=%F0%9F%98%80", signer.sign(Method.GET, "/api/v3/account", listOf("symbol" to "\uD83D\uDE00"), timestamp = Timestamp.Omitted).payload)
    }

    @Test
    fun `a decimal that would fill the memory`() {
        for (text in listOf("1E+2000000000", "1E-2000000000")) {
            val refusal = invalid(Code.VALUE_TYPE) {
                signer.sign(Method.GET, "/api/v3/account", listOf("quantity" to BigDecimal(text)))
            }
            assertEquals("quantity", refusal.param)
        }
    }

    @Test
    fun `an unknown route is denied with clause and rule`() {
        val denied = assertThrows(Refusal.Denied::class.java) { signer.sign(Method.PUT, "/api/v3/order") }
        assertEquals(Code.ROUTE_UNKNOWN, denied.code)
        assertEquals(401, denied.code.number)
        assertEquals("F 13", denied.clause)
        assertEquals("documented-routes", denied.rule)
        assertNull(denied.param)
        assertEquals("the catalogue has this path with GET, POST, DELETE only; use one of these", denied.message)
    }

    @Test
    fun `a closed signer signs nothing`() {
        val closed = Signer.hmac(API_KEY, SECRET)
        closed.use { it.sign(Method.GET, "/api/v3/account") }
        invalid(Code.HANDLE_USED_UP) { closed.sign(Method.GET, "/api/v3/account") }
        closed.close()
        invalid(Code.HANDLE_USED_UP) { closed.sign(Method.GET, "/api/v3/account") }
        assertEquals("Signer(HMAC)", closed.toString())
    }
}
