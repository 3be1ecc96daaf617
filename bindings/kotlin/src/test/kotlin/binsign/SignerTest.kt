// What is signed: the published examples, values of all types, recvWindow and timestamp.

package binsign

import java.math.BigDecimal
import java.math.BigInteger
import java.util.Locale
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class SignerTest {
    private val head = listOf("side" to "BUY", "type" to "LIMIT", "timeInForce" to "GTC")

    @ParameterizedTest
    @ValueSource(
        strings =
            [
                "spot-rest-hmac-ascii",
                "spot-rest-hmac-unicode",
                "spot-rest-hmac-mixed-query-body",
                "sigex-hmac-timestamp-only",
                "um-rest-hmac-query",
                "options-rest-hmac-mixed",
            ],
    )
    fun `a published example has its published signature`(id: String) {
        val example = published(id)
        val signer = Signer.hmac(example["api_key"]?.asText() ?: API_KEY, example["secret"].asText())
        val spotTime = Timestamp.Ms(1499827319559)
        val request =
            when (id) {
                "spot-rest-hmac-ascii", "spot-rest-hmac-unicode" -> {
                    val symbol = if (id.endsWith("ascii")) "LTCBTC" else "１２３４５６"
                    val query = listOf("symbol" to symbol) + head + listOf("quantity" to "1", "price" to "0.1")
                    signer.sign(Method.POST, "/api/v3/order", query, recvWindow = 5000, timestamp = spotTime)
                }
                "spot-rest-hmac-mixed-query-body" -> {
                    val query = listOf("symbol" to "LTCBTC") + head
                    val body = listOf("quantity" to "1", "price" to "0.1")
                    signer.sign(Method.POST, "/api/v3/order", query, body, recvWindow = 5000, timestamp = spotTime)
                }
                "sigex-hmac-timestamp-only" ->
                    signer.sign(Method.GET, "/api/v3/account", timestamp = Timestamp.Given("1578963600000"))
                "um-rest-hmac-query" ->
                    signer.sign(
                        Method.POST,
                        "/fapi/v1/order",
                        listOf("symbol" to "BTCUSDT", "side" to "BUY", "type" to "LIMIT", "quantity" to 1, "price" to 9000.0, "timeInForce" to "GTC"),
                        recvWindow = 5000,
                        timestamp = Timestamp.Ms(1591702613943),
                    )
                else ->
                    signer.sign(
                        Method.POST,
                        "/eapi/v1/order",
                        listOf("symbol" to "BTC-210129-40000-C") + head,
                        listOf("quantity" to BigDecimal("0.01"), "price" to 2000L),
                        recvWindow = 5000,
                        timestamp = Timestamp.Ms(1611825601400),
                    )
            }
        assertEquals(example["payload"].asText(), request.payload)
        val signature = example["expected_signature"].asText()
        assertEquals(signature, request.signature)
        val last = request.body.ifEmpty { request.target }
        assertTrue(last.endsWith("&signature=$signature"))
    }

    @Test
    fun `headers go with what is sent`() {
        val signer = Signer.hmac(API_KEY, SECRET)
        val account = signer.sign(Method.GET, "/api/v3/account")
        assertEquals(listOf("X-MBX-APIKEY" to API_KEY), account.headers)
        val order = signer.sign(Method.POST, "/api/v3/order", body = listOf("symbol" to "LTCBTC"))
        val form = "Content-Type" to "application/x-www-form-urlencoded"
        assertEquals(listOf("X-MBX-APIKEY" to API_KEY, form), order.headers)
        assertEquals("/api/v3/order", order.target)
        assertEquals("POST", order.method)
    }

    @Test
    fun `values are written exactly and null leaves a parameter out`() {
        val query =
            listOf(
                "text" to "a b+c&d=é",
                "int" to Int.MIN_VALUE,
                "long" to Long.MAX_VALUE,
                "unsigned" to ULong.MAX_VALUE,
                "big" to BigInteger("123456789012345678901234567890"),
                "small" to BigDecimal("1E-8"),
                "large" to BigDecimal("1E+3"),
                "digits" to BigDecimal("0.10"),
                "yes" to true,
                "none" to null,
            )
        val request =
            Signer.hmac(API_KEY, SECRET).sign(
                Method.POST,
                "/api/v3/order",
                query,
                listOf("no" to false, "nothing" to null),
                recvWindow = BigDecimal("6000.346"),
                timestamp = Timestamp.Omitted,
            )
        val sent =
            "text=a%20b%2Bc%26d%3D%C3%A9&int=-2147483648&long=9223372036854775807" +
                "&unsigned=18446744073709551615&big=123456789012345678901234567890" +
                "&small=0.00000001&large=1000&digits=0.10&yes=true"
        val body = "no=false&recvWindow=6000.346"
        val signature = hmacOfTheJdk(SECRET, sent + body)
        assertEquals("/api/v3/order?$sent", request.target)
        assertEquals(sent, request.query)
        assertEquals("$body&signature=$signature", request.body)
        assertEquals(sent + body, request.payload)
    }

    @Test
    fun `a locale with a comma changes nothing`() {
        val usual = Locale.getDefault()
        Locale.setDefault(Locale.GERMANY)
        try {
            // What a client would send that formats by the locale.
            assertEquals("1.234,5", "%,.1f".format(1234.5))
            val query = listOf("double" to 1234.5, "decimal" to BigDecimal("1234567.50"), "int" to 1234567)
            val request =
                Signer.hmac(API_KEY, SECRET).use {
                    it.sign(Method.GET, "/api/v3/account", query, timestamp = Timestamp.Omitted)
                }
            assertEquals("double=1234.5&decimal=1234567.50&int=1234567", request.payload)
        } finally {
            Locale.setDefault(usual)
        }
    }

    @Test
    fun `a parameter without value in a list is left out`() {
        val query = listOf("symbol" to null, "recvWindow" to "1000")
        val request = Signer.hmac(API_KEY, SECRET).sign(Method.GET, "/api/v3/account", query, timestamp = Timestamp.Omitted)
        assertEquals("recvWindow=1000", request.payload)
    }

    @Test
    fun `the present time is sent unless something else is asked for`() {
        val signer = Signer.hmac(API_KEY, SECRET)
        val before = System.currentTimeMillis()
        val payload = signer.sign(Method.GET, "/api/v3/account").payload!!
        val time = payload.removePrefix("timestamp=").toLong()
        assertTrue(time in before..System.currentTimeMillis())
        val market = signer.sign(Method.GET, "/api/v3/time")
        assertEquals("/api/v3/time", market.target)
        assertNull(market.signature)
        assertNull(market.payload)
        assertEquals(emptyList<Pair<String, String>>(), market.headers)
    }

    @Test
    fun `a secret given as bytes signs the same`() {
        val request = Signer.hmac(API_KEY, SECRET.toByteArray()).sign(Method.GET, "/api/v3/account", timestamp = Timestamp.Ms(1578963600000))
        assertEquals(published("sigex-hmac-timestamp-only")["expected_signature"].asText(), request.signature)
    }

    @Test
    fun `a long request and a long value come through whole`() {
        val value = "x".repeat(60_000)
        val request = Signer.hmac(API_KEY, SECRET).sign(Method.GET, "/api/v3/account", listOf("symbols" to value), timestamp = Timestamp.Omitted)
        assertEquals("symbols=$value", request.payload)
        assertEquals(hmacOfTheJdk(SECRET, "symbols=$value"), request.signature)
    }

    @Test
    fun `a time is in the unit that is said, and so is the answer`() {
        val signer = Signer.hmac(API_KEY, SECRET)
        val request =
            signer.sign(Method.GET, "/api/v3/account", timestamp = Timestamp.Us(1578963600000001), timeUnit = TimeUnit.MICROSECOND)
        assertEquals("timestamp=1578963600000001", request.payload)
        assertEquals(listOf("X-MBX-APIKEY" to API_KEY, "X-MBX-TIME-UNIT" to "MICROSECOND"), request.headers)
    }

    @Test
    fun `threads share a signer`() {
        val signer = Signer.hmac(API_KEY, SECRET)
        val pool = Executors.newFixedThreadPool(4)
        val signatures =
            try {
                val tasks = List(400) { number ->
                    Callable {
                        val query = listOf("orderId" to number.toString())
                        signer.sign(Method.GET, "/api/v3/order", query, timestamp = Timestamp.Omitted).signature
                    }
                }
                pool.invokeAll(tasks).map { it.get() }
            } finally {
                pool.shutdown()
            }
        assertEquals(List(400) { hmacOfTheJdk(SECRET, "orderId=$it") }, signatures)
    }
}
