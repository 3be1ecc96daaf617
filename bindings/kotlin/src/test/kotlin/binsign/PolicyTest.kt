// Keys under a policy: what is refused and why, limits, answers, the state, the end of a key. Codes, clauses and rules are
// those of docs/policy.md.

package binsign

import java.security.KeyFactory
import java.security.MessageDigest
import java.security.PrivateKey
import java.security.Signature
import java.security.spec.PKCS8EncodedKeySpec
import java.util.Base64
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

private const val MAKER = """
policy = "binsign 1"
name = "btc-maker"
version = 3
purpose = "quotes BTCUSDT on Spot"
app = "maker"
permissions = ["enableReading", "enableSpotAndMarginTrading"]

[[allow]]
name = "look"
routes = ["spot:reading"]

[[allow]]
name = "quotes"
routes = ["spot:trade"]
symbols = ["BTCUSDT"]
types = ["LIMIT_MAKER"]
notional = { max = "500" }

[[allow]]
name = "market orders"
routes = ["spot:trade"]
symbols = ["ETHUSDT"]
types = ["MARKET"]
approval = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

[[forbid]]
name = "no funds leave"
routes = ["any:withdraw", "any:transfer", "DELETE /api/v3/openOrders"]
clause = "E 11 b"

[[limit]]
name = "orders a day"
count = "orders"
max = "100"
per = "1d"
"""

/** The public half of [PEM], of RFC 8032, section 7.1, test 1, in the form of RFC 8410. */
private const val OWNER = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n"

/** Signs by the JDK with [PEM]. */
private fun ed25519OfTheJdk(message: ByteArray): ByteArray {
    val key: PrivateKey = KeyFactory.getInstance("Ed25519").generatePrivate(PKCS8EncodedKeySpec(Base64.getDecoder().decode(PEM_BASE64)))
    return Signature.getInstance("Ed25519").run {
        initSign(key)
        update(message)
        sign()
    }
}

class PolicyTest {
    private val policy = Policy.fromToml(MAKER)

    private fun signer(app: String? = "maker", state: SavedState? = null) = Signer.hmac(API_KEY, SECRET, policy, app, state)

    private fun order(symbol: String = "BTCUSDT", price: String = "100", type: String = "LIMIT_MAKER") =
        RestCall(
            Method.POST,
            "/api/v3/order",
            listOf("symbol" to symbol, "side" to "BUY", "type" to type, "quantity" to "1", "price" to price.ifEmpty { null }),
        )

    private val account = RestCall(Method.GET, "/api/v3/account")

    private fun denied(code: Code, call: () -> Unit): Refusal.Denied =
        assertThrows(Refusal.Denied::class.java, call).also { assertEquals(code, it.code) }

    private fun invalid(code: Code, call: () -> Unit): Refusal.Invalid =
        assertThrows(Refusal.Invalid::class.java, call).also { assertEquals(code, it.code) }

    @Test
    fun `a policy tells what it is`() {
        assertEquals("btc-maker", policy.name)
        assertEquals(3L, policy.version)
        assertEquals("quotes BTCUSDT on Spot", policy.purpose)
        assertEquals("maker", policy.app)
        assertEquals(setOf(Permission.READING, Permission.SPOT_AND_MARGIN_TRADING), policy.permissions.toSet())
        assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(policy.bytes), policy.sha256)
        assertArrayEquals(policy.bytes, Policy.fromToml(policy.toToml()).bytes)
        assertEquals("Policy(btc-maker 3)", policy.toString())
        assertNull(Policy.fromToml(MAKER.replace("app = \"maker\"\n", "")).app)
    }

    @Test
    fun `the names of all permissions are known`() {
        val all = Permission.entries.joinToString { "\"${it.text}\"" }
        val asking = MAKER.replace(Regex("permissions = .*"), "permissions = [$all]")
        assertEquals(Permission.entries.toSet(), Policy.fromToml(asking).permissions.toSet())
    }

    @Test
    fun `what is wrong with a text has its place`() {
        val refusal = invalid(Code.POLICY_TEXT) { Policy.fromToml("policy = \"binsign 1\"\nnam = \"maker\"\n") }
        assertEquals(2u, refusal.place?.line)
        assertEquals(1u, refusal.place?.column)
        assertTrue(refusal.message.startsWith("line 2, column 1: "), refusal.message)
        invalid(Code.POLICY_MALFORMED) { Policy.fromBytes(policy.bytes + 0) }
        invalid(Code.INVALID_UTF8) { Policy.fromToml("\uD83D") }
    }

    @Test
    fun `a policy of the owner is taken, another's is not`() {
        val heading = "binsign policy 1\n".toByteArray() + policy.bytes
        val signed = policy.bytes + ed25519OfTheJdk(heading)
        assertArrayEquals(policy.sha256, Policy.fromSigned(signed, OWNER).sha256)
        val seal = Mac.getInstance("HmacSHA256").apply { init(SecretKeySpec(SECRET.toByteArray(), "HmacSHA256")) }.doFinal(heading)
        assertArrayEquals(policy.sha256, Policy.fromSealed(policy.bytes + seal, SECRET.toByteArray()).sha256)

        signed[signed.size - 1] = (signed.last().toInt() xor 1).toByte()
        invalid(Code.POLICY_SIGNATURE) { Policy.fromSigned(signed, OWNER) }
        invalid(Code.POLICY_SIGNATURE) { Policy.fromSealed(policy.bytes + seal, "another".toByteArray()) }
    }

    @Test
    fun `a denial says which rule, by which clause, for which parameter`() {
        signer().use { signer ->
            val request = signer.sign(order())
            assertTrue(request.target.startsWith("/api/v3/order?symbol=BTCUSDT"))

            val large = denied(Code.ARGUMENT_TOO_LARGE) { signer.sign(order(price = "500.01")) }
            assertEquals(listOf("D 9", "quotes", "price"), listOf(large.clause, large.rule, large.param))
            assertTrue(large.message.contains("500") && !large.message.contains("500.01"), large.message)
            assertNull(large.opens)
            assertEquals(large.message, denied(Code.ARGUMENT_TOO_LARGE) { signer.check(order(price = "500.01")) }.message)

            val no = denied(Code.FORBIDDEN) { signer.sign(Method.DELETE, "/api/v3/openOrders", listOf("symbol" to "BTCUSDT")) }
            assertEquals(listOf("E 11 b", "no funds leave", null), listOf(no.clause, no.rule, no.param))
            // The permission comes before the rules, and the policy declares none for withdrawals.
            val out = denied(Code.PERMISSION_NOT_DECLARED) {
                signer.sign(Method.POST, "/sapi/v1/capital/withdraw/apply", listOf("coin" to "BTC"))
            }
            assertEquals(listOf("D 9", "permissions"), listOf(out.clause, out.rule))
        }
        denied(Code.APP_OTHER) { signer(app = null).sign(account) }
        denied(Code.APP_OTHER) { signer(app = "other").sign(account) }
    }

    @Test
    fun `requests of a session are decided on, too`() {
        signer().use { signer ->
            fun place(price: String): Call {
                val params = listOf("symbol" to "BTCUSDT", "side" to "BUY", "type" to "LIMIT_MAKER", "quantity" to "1", "price" to price)
                return WsCall(Family.SPOT, "order.place", "1", params, inSession = true)
            }
            assertTrue(signer.sign(place("500")).message!!.contains("order.place"))
            denied(Code.ARGUMENT_TOO_LARGE) { signer.sign(place("500.01")) }
        }
    }

    @Test
    fun `a check counts nothing and explains itself`() {
        signer().use { signer ->
            repeat(150) { signer.check(order()) }
            signer.check(Method.GET, "/api/v3/account")
            signer.sign(order())
            assertTrue(signer.explain(order()).any { it.contains("quotes") })
            assertTrue(signer.explain(order(price = "501")).last().contains("ARGUMENT_TOO_LARGE"))
        }
    }

    @Test
    fun `a limit holds however many threads sign`() {
        signer().use { signer ->
            val threads = Executors.newFixedThreadPool(8)
            val tasks = List(8) {
                Callable { (1..40).count { runCatching { signer.sign(order()) }.isSuccess } }
            }
            val passed = threads.invokeAll(tasks).sumOf { it.get() }
            threads.shutdown()
            assertEquals(100, passed)
            val spent = denied(Code.LIMIT_SPENT) { signer.sign(order()) }
            assertEquals("orders a day", spent.rule)
            signer.sign(account)
        }
    }

    @Test
    fun `what is given up is given back`() {
        val one = Policy.fromToml(MAKER.replace("max = \"100\"", "max = \"1\""))
        val key = ExternalKey(API_KEY, KeyType.HMAC, one, "maker")
        key.begin(order()).use { denied(Code.LIMIT_SPENT) { key.begin(order()) } }
        assertThrows(IllegalStateException::class.java) { key.sign(order()) { error("the key is not there") } }
        key.sign(order()) { ByteArray(32) }
        denied(Code.LIMIT_SPENT) { key.begin(order()) }
        key.revoke()
        denied(Code.KEY_REVOKED) { key.begin(account) }
    }

    @Test
    fun `a revoked key is gone for good`() {
        val signer = signer()
        signer.revoke()
        val refusal = denied(Code.KEY_REVOKED) { signer.sign(account) }
        assertEquals(listOf("H 17", "key-state"), listOf(refusal.clause, refusal.rule))
        signer.clear()
        denied(Code.KEY_REVOKED) { signer.sign(account) }
        assertEquals(KeyState.Revoked, signer.keyState())
        denied(Code.KEY_REVOKED) { signer(state = signer.state()).sign(account) }
        signer.terminate()
        denied(Code.KEY_TERMINATED) { signer.sign(account) }

        // Without a policy nobody keeps why, and the key is gone all the same.
        val free = Signer.hmac(API_KEY, SECRET)
        free.revoke()
        invalid(Code.HANDLE_USED_UP) { free.sign(account) }
    }

    @Test
    fun `answers are learnt from`() {
        val now = System.currentTimeMillis()
        val signer = signer()
        val request = signer.sign(account)
        val fine = signer.observe(request, 200, listOf("x-mbx-used-weight-1m" to "17", "X-MBX-ORDER-COUNT-10S" to "2"), now = now)!!
        assertEquals(listOf(17L, 2L, null), listOf(fine.usedWeight, fine.ordersTenSeconds, fine.ordersDay))
        assertEquals(Meaning.Fine, fine.meaning)

        val wait = signer.observe(request, 429, listOf("Retry-After" to "30"), now = now)!!
        assertEquals(now + 30_000, wait.waitUntil)
        denied(Code.EXCHANGE_WAIT) { signer.sign(account) }
        signer.check(account.decidedAt(Clock.Ms(now + 30_000)))

        val rejected = """{"code":-2015,"msg":"Invalid API-key, IP, or permissions for action."}"""
        val suspended = signer.observe(request, 400, body = rejected.toByteArray(), now = now)!!
        assertEquals(KeyState.Suspended(-2015), suspended.keyState)
        assertEquals(Meaning.KeyRejected(-2015), suspended.meaning)
        assertEquals("D 10", denied(Code.KEY_SUSPENDED) { signer.sign(account) }.clause)
        signer.clear()
        assertEquals(KeyState.Active, signer.keyState())
        signer.suspend()
        denied(Code.KEY_SUSPENDED) { signer.sign(account) }

        val free = Signer.hmac(API_KEY, SECRET)
        assertNull(free.observe(free.sign(account), 429))
        assertNull(free.state())
    }

    @Test
    fun `timestamps follow the clock of the exchange`() {
        val signer = signer()
        val now = System.currentTimeMillis()
        // Ten seconds ahead; answered in the middle of a round trip of 40 ms.
        signer.observeTime(now - 40, now, now - 20 + 10_000)
        assertEquals(10_000L, signer.observed()?.offset)
        val first = signer.sign(account).payload!!.removePrefix("timestamp=").toLong()
        val second = signer.sign(account).payload!!.removePrefix("timestamp=").toLong()
        assertTrue(first - now in 9_990..70_000, "$first after $now")
        assertTrue(second > first)
        denied(Code.TIMESTAMP_OFF) { signer.sign(RestCall(Method.GET, "/api/v3/account", timestamp = Timestamp.Ms(now))) }
        denied(Code.TIME_NEEDED) { signer.sign(account.decidedAt(Clock.Absent)) }
    }

    @Test
    fun `a saved state goes on, and none goes back`() {
        val signer = signer()
        repeat(99) { signer.sign(order()) }
        val older = signer.state()!!
        signer.sign(order())
        val newer = signer.state()!!
        assertEquals(older.sequence + 1, newer.sequence)
        denied(Code.LIMIT_SPENT) { signer(state = newer).sign(order()) }
        invalid(Code.STATE_ROLLED_BACK) { signer(state = SavedState(older.bytes, newer.sequence)) }
        invalid(Code.STATE_MALFORMED) { signer(state = SavedState(newer.bytes.copyOf(newer.bytes.size - 1), 0)) }
        val lower = Policy.fromToml(MAKER.replace("version = 3", "version = 2"))
        invalid(Code.POLICY_ROLLED_BACK) { Signer.hmac(API_KEY, SECRET, lower, "maker", newer) }
        assertEquals("SavedState(${newer.sequence})", newer.toString())
    }

    @Test
    fun `what the exchange says of the key counts`() {
        val wanting = Policy.fromToml("$MAKER\n[key]\ninfo_max_age = \"1d\"\n")
        val signer = Signer.hmac(API_KEY, SECRET, wanting, "maker")
        assertNull(signer.keyInfo())
        denied(Code.KEY_INFO_NEEDED) { signer.sign(account) }
        invalid(Code.KEY_INFO_IS_ERROR) { signer.keyInfo("""{"code":-2015,"msg":"Invalid"}""".toByteArray()) }

        val reading = """{"ipRestrict":false,"createTime":1698645219000,"enableReading":true,"enableWithdrawals":true}"""
        val info = signer.keyInfo(reading.toByteArray())
        assertEquals(listOf(Permission.WITHDRAWALS, Permission.READING), info.permissions)
        assertEquals(listOf(false, false, 1698645219000L), listOf(info.isIpRestricted, info.hasUnknownGrant, info.createTime))
        assertEquals(info.received, signer.keyInfo()?.received)
        signer.sign(account)
        assertEquals("key-info", denied(Code.PERMISSION_NOT_GRANTED) { signer.sign(order()) }.rule)

        // docs/key.md: withdrawals from any address are the worst there is.
        val findings = info.findings(policy.permissions, Declared(keyType = KeyType.HMAC, created = 1))
        assertEquals("WITHDRAWALS_UNRESTRICTED", findings.first().kind)
        assertEquals(Severity.HIGH, findings.first().severity)
        assertEquals(findings.map { it.severity }.sortedDescending(), findings.map { it.severity })
        val kinds = findings.map { it.kind }.toSet()
        assertTrue(kinds.containsAll(setOf("KEY_OTHER", "PERMISSION_MISSING", "PERMISSION_UNNEEDED", "HMAC_KEY")), "$kinds")
        val missing = findings.first { it.kind == "PERMISSION_MISSING" }
        assertEquals(Permission.SPOT_AND_MARGIN_TRADING, missing.permission)
        assertTrue(missing.message.startsWith("enableSpotAndMarginTrading "), missing.message)

        signer.keyInfo(reading.toByteArray(), received = System.currentTimeMillis() - 86_400_001)
        denied(Code.KEY_INFO_OLD) { signer.sign(account) }
    }

    /** The bytes of an approval as docs/policy.md, section 9, has them; the signature is the JDK's. */
    @Test
    fun `a second person is asked`() {
        val signer = signer()
        val call = order("ETHUSDT", "", "MARKET")
        assertEquals("D 10", denied(Code.APPROVAL_NEEDED) { signer.sign(call) }.clause)
        denied(Code.APPROVAL_INVALID) { signer.sign(call.approved(ByteArray(72))) }
        val moment = System.currentTimeMillis() + 60_000
        val until = ByteArray(8) { (moment shr (8 * it)).toByte() }
        val parameters = "symbol=ETHUSDT&side=BUY&type=MARKET&quantity=1"
        val message = "binsign approval 1\n".toByteArray() + policy.sha256 + until + "rest POST /api/v3/order\n$parameters".toByteArray()
        val approval = until + ed25519OfTheJdk(message)
        signer.check(call.approved(approval))
        signer.sign(call.approved(approval))
        denied(Code.APPROVAL_INVALID) { signer.sign(call.approved(approval)) }
    }

    @Test
    fun `who only asks is told what else the signature opens`() {
        val untrusted = Policy.fromToml(MAKER.replace("app = ", "caller = \"untrusted\"\napp = "))
        val signer = Signer.hmac(API_KEY, SECRET, untrusted, "maker")
        val refusal = denied(Code.CONFUSABLE) { signer.sign(Method.GET, "/api/v3/openOrders", listOf("symbol" to "BTCUSDT")) }
        assertEquals(listOf("D 9", "caller"), listOf(refusal.clause, refusal.rule))
        assertFalse(refusal.opens.isNullOrEmpty() || refusal.opens!!.startsWith("GET "), "${refusal.opens}")
        assertNotEquals(-1, refusal.message.indexOf(refusal.opens!!), refusal.message)
    }
}
