// The transports besides REST: the published examples, what stands in the messages, requests without a key.

package binsign

import com.fasterxml.jackson.databind.ObjectMapper
import java.math.BigDecimal
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class TransportTest {
    private val signer = Signer.hmac(API_KEY, SECRET)

    @Test
    fun `a message of the WebSocket API has its published signature`() {
        val example = published("spot-ws-hmac-ascii")
        val order =
            listOf(
                "symbol" to "BTCUSDT",
                "side" to "SELL",
                "type" to "LIMIT",
                "timeInForce" to "GTC",
                "quantity" to BigDecimal("0.01000000"),
                "price" to "52000.00",
                "icebergQty" to null,
            )
        val call = WsCall(Family.SPOT, "order.place", "4885f793", order, recvWindow = 100, timestamp = Timestamp.Ms(1645423376532))
        val request = signer.sign(call)
        assertEquals(example["payload"].asText(), request.payload)
        assertEquals(example["expected_signature"].asText(), request.signature)
        assertEquals(listOf(null, "", "", ""), listOf(request.method, request.target, request.query, request.body))
        val message = ObjectMapper().readTree(request.message)
        assertEquals("4885f793", message["id"].asText())
        assertEquals("order.place", message["method"].asText())
        assertEquals(request.signature, message["params"]["signature"].asText())
    }

    @Test
    fun `what stands in JSON follows the type`() {
        val params =
            listOf(
                "text" to "5",
                "whole" to 5,
                "unsigned" to ULong.MAX_VALUE,
                "yes" to true,
                "decimal" to BigDecimal("0.10"),
                "double" to 1e-5,
                "float" to 0.1f,
                "json" to Json("0.5"),
                "list" to listOf("é\"", 1, null, 0.25, BigDecimal("0.10")),
                "map" to mapOf("b" to arrayOf<Any>(false), "a" to emptyMap<String, Any>()),
            )
        val request = signer.sign(WsCall(Family.SPOT, "order.place", "1", params, timestamp = Timestamp.Ms(1645423376532)))
        val sent = ObjectMapper().readTree(request.message)["params"]
        for (name in listOf("text", "decimal", "double", "float")) assertTrue(sent[name].isTextual, name)
        assertEquals(listOf("0.10", "0.00001", "0.1"), listOf("decimal", "double", "float").map { sent[it].asText() })
        for (name in listOf("whole", "unsigned", "json")) assertTrue(sent[name].isNumber, name)
        assertEquals("18446744073709551615", sent["unsigned"].asText())
        assertTrue(sent["yes"].isBoolean)
        assertEquals("[\"é\\\"\",1,null,0.25,0.10]", request.message!!.substringAfter("\"list\":").substringBefore(",\"map"))
        assertEquals("{\"b\":[false],\"a\":{}}", sent["map"].toString())
        val query = params.dropLast(2).filterNot { it.first == "text" } + listOf("list" to listOf("A", "B"))
        val rest = signer.sign(Method.GET, "/api/v3/order", query, timestamp = Timestamp.Omitted)
        assertEquals(
            "whole=5&unsigned=18446744073709551615&yes=true&decimal=0.10&double=0.00001&float=0.1&json=0.5&list=%5B%22A%22%2C%22B%22%5D",
            rest.payload,
        )
    }

    @Test
    fun `values that are not exact are refused`() {
        val endless = mutableListOf<Any>().apply { add(this) }
        val wrong =
            listOf(Double.NaN, Double.POSITIVE_INFINITY, 1e300, Float.NEGATIVE_INFINITY, 16_777_216f, listOf(Double.NaN), endless, mapOf(1 to 2), Any(), 'c')
        for (value in wrong) {
            for (call in listOf({ signer.sign(Method.GET, "/api/v3/order", listOf("a" to 1, "price" to value)) }, { signer.sign(WsCall(Family.SPOT, "order.place", "1", listOf("a" to 1, "price" to value))) })) {
                val refusal = assertThrows(Refusal.Invalid::class.java) { call() }
                assertEquals(Code.VALUE_TYPE, refusal.code)
                assertEquals("price", refusal.param)
                assertTrue(refusal.message.startsWith("parameter 2 `price` has a value"), refusal.message)
            }
        }
    }

    @Test
    fun `a signed stream is sorted`() {
        val example = published("cms-wss-hmac")
        val params = listOf("topic" to "topic1", "random" to "56724ac693184379ae23ffe5e910063c")
        val cms = Signer.hmac(API_KEY, example["secret"].asText())
        val request = cms.sign(StreamCall(params, recvWindow = 30000, timestamp = Timestamp.Ms(1753244327210)))
        val sorted = "random=56724ac693184379ae23ffe5e910063c&recvWindow=30000&timestamp=1753244327210&topic=topic1"
        assertEquals(sorted, request.payload)
        assertEquals("/sapi/wss?$sorted&signature=${hmacOfTheJdk(example["secret"].asText(), sorted)}", request.target)
    }

    // Payload, signature, BodyLength and CheckSum are the exchange's own.
    @Test
    fun `the Logon of FIX is the documented one`() {
        val example = published("fix-logon-ed25519")
        val fix = Signer.pem(example["api_key"].asText(), example["private_key_pem"].asText())
        val time = Timestamp.Given("20240627-11:17:25.223")
        val request = fix.sign(FixLogon("EXAMPLE", time))
        assertEquals(example["payload"].asText(), request.payload)
        assertEquals(example["expected_signature"].asText(), request.signature)
        assertTrue(request.message!!.startsWith("8=FIX.4.4\u00019=247\u0001"))
        assertTrue(request.message!!.endsWith("\u000110=227\u0001"))
        assertEquals(request.message, fix.sign(FixLogon("EXAMPLE", Timestamp.Ms(1719487045223))).message)
        val sbe = fix.sign(FixLogon("EXAMPLE", time, sbe = true))
        assertNull(sbe.message)
        assertEquals(request.signature, sbe.signature)
        val all =
            FixLogon(
                "EXAMPLE", Timestamp.Us(1719487045223001), msgSeqNum = 7u, heartBtInt = 5u, messageHandling = MessageHandling.UNORDERED,
                responseMode = ResponseMode.ONLY_ACKS, recvWindow = BigDecimal("5000.5"), dropCopy = true, sbeSchema = SbeSchema(3u, 1u),
            )
        val fields = fix.sign(all).message!!.split('\u0001')
        val expected =
            listOf("34=7", "52=20240627-11:17:25.223001", "108=5", "25035=1", "25036=2", "25000=5000.5", "9406=Y", "25050=3", "25051=1")
        assertEquals(expected, expected.filter { it in fields })
        val wrong = listOf(FixLogon("no blank"), FixLogon("A", msgSeqNum = 0u), FixLogon("A", heartBtInt = 61u), FixLogon("A", Timestamp.Omitted))
        val codes = wrong.map { call -> assertThrows(Refusal.Invalid::class.java) { fix.sign(call) }.code }
        assertEquals(listOf(Code.FIX_SENDER_COMP_ID, Code.FIX_FIELD, Code.FIX_HEART_BT_INT, Code.FIX_SENDING_TIME), codes)
        assertEquals(Code.KEY_TYPE_UNSUITED, assertThrows(Refusal.Invalid::class.java) { signer.sign(FixLogon("A")) }.code)
    }

    @Test
    fun `what needs no key goes without one`() {
        val time = NoKey.sign(Method.GET, "/api/v3/time", timeUnit = TimeUnit.MICROSECOND)
        assertEquals(listOf("X-MBX-TIME-UNIT" to "MICROSECOND"), time.headers)
        val status = NoKey.sign(WsCall(Family.SPOT, "account.status", "1", timestamp = Timestamp.Ms(1645423376532), inSession = true))
        assertEquals("{\"id\":\"1\",\"method\":\"account.status\",\"params\":{\"timestamp\":1645423376532}}", status.message)
        assertNull(status.signature)
        val refusal = assertThrows(Refusal.Invalid::class.java) { NoKey.sign(Method.GET, "/api/v3/account") }
        assertEquals(Code.KEY_MISSING, refusal.code)
    }
}
