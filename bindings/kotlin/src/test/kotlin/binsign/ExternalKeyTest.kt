// Keys that are elsewhere, in the shape of Android's Keystore: a key pair of java.security that signs behind an interface.

package binsign

import java.security.GeneralSecurityException
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.PrivateKey
import java.security.Signature
import java.util.Base64
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource

/** The example of README: works the same with a key that never leaves the Keystore of a telephone. */
private class KeystoreSigner(private val privateKey: PrivateKey, private val algorithm: String) : ExternalSigner {
    override fun signatureOf(payload: ByteArray): ByteArray =
        Signature.getInstance(algorithm).run {
            initSign(privateKey)
            update(payload)
            sign()
        }
}

class ExternalKeyTest {
    private fun pair(keyType: KeyType): KeyPair =
        KeyPairGenerator.getInstance(if (keyType == KeyType.RSA) "RSA" else "Ed25519").generateKeyPair()

    private fun algorithm(keyType: KeyType) = if (keyType == KeyType.RSA) "SHA256withRSA" else "Ed25519"

    @ParameterizedTest
    @EnumSource(value = KeyType::class, names = ["ED25519", "RSA"])
    fun `a key in a keystore signs`(keyType: KeyType) {
        val pair = pair(keyType)
        val key = ExternalKey(API_KEY, pair.public)
        assertEquals(keyType, key.keyType)
        val elsewhere = key.with(KeystoreSigner(pair.private, algorithm(keyType)))
        val calls = listOf(RestCall(Method.GET, "/api/v3/account"), WsCall(Family.SPOT, "account.status", "1"))
        for (call in calls) {
            val request = elsewhere.sign(call)
            // The JDK says whether that is the signature of the payload.
            val verifier = Signature.getInstance(algorithm(keyType)).apply { initVerify(pair.public) }
            verifier.update(request.payload!!.toByteArray())
            assertTrue(verifier.verify(Base64.getDecoder().decode(request.signature)))
        }
        assertNull(elsewhere.sign(Method.GET, "/api/v3/time").signature)
    }

    @ParameterizedTest
    @EnumSource(value = KeyType::class, names = ["ED25519", "RSA"])
    fun `the signature of another key does not go out`(keyType: KeyType) {
        val (own, other) = List(2) { pair(keyType) }
        val call = RestCall(Method.GET, "/api/v3/account")
        val lines = Base64.getMimeEncoder(64, "\n".toByteArray()).encodeToString(own.public.encoded)
        val byPem = ExternalKey(API_KEY, "-----BEGIN PUBLIC KEY-----\n$lines\n-----END PUBLIC KEY-----\n")
        for (key in listOf(ExternalKey(API_KEY, own.public), byPem)) {
            key.with(KeystoreSigner(own.private, algorithm(keyType))).sign(call)
            val wrong = key.with(KeystoreSigner(other.private, algorithm(keyType)))
            assertEquals(Code.SIGNING_FAULT, assertThrows(Refusal.Invalid::class.java) { wrong.sign(call) }.code)
        }
        val ec = KeyPairGenerator.getInstance("EC").generateKeyPair().public
        assertEquals(Code.KEY_IS_EC, assertThrows(Refusal.Invalid::class.java) { ExternalKey(API_KEY, ec) }.code)
        assertEquals(Code.PUBLIC_KEY_MALFORMED, assertThrows(Refusal.Invalid::class.java) { ExternalKey(API_KEY, "") }.code)
    }

    @Test
    fun `payload out and signature in, once`() {
        val example = published("sigex-hmac-timestamp-only")
        val signature = example["expected_signature"].asText().chunked(2).map { it.toInt(16).toByte() }.toByteArray()
        val key = ExternalKey(API_KEY, KeyType.HMAC)
        assertEquals(KeyType.HMAC, key.keyType)
        val call = RestCall(Method.GET, "/api/v3/account", timestamp = Timestamp.Ms(1578963600000))
        val pending = key.begin(call)
        assertArrayEquals("timestamp=1578963600000".toByteArray(), pending.payload)
        assertEquals("/api/v3/account?timestamp=1578963600000&signature=${example["expected_signature"].asText()}", pending.finish(signature).target)
        assertEquals(Code.HANDLE_USED_UP, assertThrows(Refusal.Invalid::class.java) { pending.finish(signature) }.code)
        assertEquals(Code.HANDLE_USED_UP, assertThrows(Refusal.Invalid::class.java) { pending.payload }.code)
        val short = assertThrows(Refusal.Invalid::class.java) { key.sign(call) { signature.copyOf(31) } }
        assertEquals(Code.SIGNATURE_MALFORMED, short.code)
        assertNull(key.begin(RestCall(Method.GET, "/api/v3/time")).use { it.payload })
        assertEquals("ExternalKey(HMAC) PendingRequest", "$key $pending")
        assertEquals(Code.API_KEY_MALFORMED, assertThrows(Refusal.Invalid::class.java) { ExternalKey("no key!", KeyType.RSA) }.code)
    }

    @Test
    fun `a coroutine waits for the signature`() {
        val example = published("java-ed25519")
        val signature = Base64.getDecoder().decode(example["expected_signature"].asText())
        val call = RestCall(Method.GET, "/api/v3/account", timestamp = Timestamp.Ms(1736393892000))
        val key = ExternalKey(API_KEY, KeyType.ED25519)
        var waiting: Continuation<ByteArray>? = null
        var request: SignedRequest? = null
        val signing = suspend { key.sign(call) { suspendCoroutine { waiting = it } } }
        signing.startCoroutine(Continuation(EmptyCoroutineContext) { request = it.getOrThrow() })
        assertNull(request)
        waiting!!.resume(signature)
        assertEquals(example["expected_signature"].asText(), request?.signature)
    }

    @Test
    fun `what the keystore throws comes through`() {
        val key = ExternalKey(API_KEY, KeyType.ED25519)
        val locked = key.with { throw GeneralSecurityException("locked") }
        val thrown = assertThrows(GeneralSecurityException::class.java) { locked.sign(Method.GET, "/api/v3/account") }
        assertEquals("locked", thrown.message)
        // What is denied does not get as far.
        assertThrows(Refusal.Denied::class.java) { locked.sign(Method.PUT, "/api/v3/order") }
    }
}
