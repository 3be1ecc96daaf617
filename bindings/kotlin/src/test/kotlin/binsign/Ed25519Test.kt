// Ed25519 keys: the published examples, the JDK's signatures, every form of PEM, what is refused and cannot be seen.

package binsign

import com.fasterxml.jackson.databind.ObjectMapper
import java.io.ByteArrayOutputStream
import java.io.NotSerializableException
import java.io.ObjectOutputStream
import java.net.URLEncoder
import java.security.KeyFactory
import java.security.KeyPairGenerator
import java.security.PrivateKey
import java.security.Signature
import java.security.spec.PKCS8EncodedKeySpec
import java.util.Base64
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class Ed25519Test {
    private val privateKey: PrivateKey =
        KeyFactory.getInstance("Ed25519").generatePrivate(PKCS8EncodedKeySpec(Base64.getDecoder().decode(PEM_BASE64)))

    private fun byTheJdk(key: PrivateKey, payload: String): String {
        val signature = Signature.getInstance("Ed25519").apply { initSign(key) }
        signature.update(payload.toByteArray())
        return Base64.getEncoder().encodeToString(signature.sign())
    }

    private fun pemOf(key: PrivateKey, label: String = "PRIVATE KEY"): String {
        val lines = Base64.getMimeEncoder(64, "\n".toByteArray()).encodeToString(key.encoded)
        return "-----BEGIN $label-----\n$lines\n-----END $label-----\n"
    }

    @ParameterizedTest
    @ValueSource(strings = ["java-ed25519", "rust-ed25519", "pybinance-ed25519"])
    fun `a published example has its published signature`(id: String) {
        val example = published(id)
        val signer = Signer.pem(API_KEY, example["private_key_pem"].asText())
        assertEquals(KeyType.ED25519, signer.keyType)
        val (method, path) = (example["endpoint"]?.asText() ?: "POST /api/v3/order").split(' ')
        val query = example["payload"].asText().split('&').map { it.substringBefore('=') to it.substringAfter('=') }
        val request = signer.sign(Method(method), path, query, timestamp = Timestamp.Omitted)
        val signature = example["expected_signature"].asText()
        assertEquals(example["payload"].asText(), request.payload)
        assertEquals(signature, request.signature)
        val onTheWire = URLEncoder.encode(signature, Charsets.UTF_8)
        assertEquals("${request.payload}&signature=$onTheWire", request.query)
    }

    @Test
    fun `requests of all lengths are signed as the JDK signs them`() {
        val generator = KeyPairGenerator.getInstance("Ed25519")
        for (length in (0..1200 step 7) + listOf(30_000, 65_000)) {
            val key = generator.generateKeyPair().private
            val query = listOf("symbols" to "x".repeat(length))
            val request =
                Signer.pem(API_KEY, pemOf(key)).use {
                    it.sign(Method.GET, "/api/v3/account", query, timestamp = Timestamp.Omitted)
                }
            assertEquals("symbols=" + "x".repeat(length), request.payload)
            assertEquals(byTheJdk(key, request.payload!!), request.signature)
        }
    }

    @Test
    fun `every form of PEM is the same key`() {
        val forms = listOf(PEM, PEM.replace("\n", "\r\n"), PEM.trim(), "\n \n$PEM", PEM.replace("\n", " "), PEM.replace("\n", "\\n"))
        val expected = byTheJdk(privateKey, "timestamp=1578963600000")
        for (form in forms) {
            for (signer in listOf(Signer.pem(API_KEY, form), Signer.pem(API_KEY, form.toByteArray()))) {
                val request = signer.sign(Method.GET, "/api/v3/account", timestamp = Timestamp.Ms(1578963600000))
                assertEquals(expected, request.signature, form)
            }
        }
    }

    private fun refused(code: Code, apiKey: String, pem: String) {
        for (call in listOf({ Signer.pem(apiKey, pem) }, { Signer.pem(apiKey, pem.toByteArray()) })) {
            val refusal = assertThrows(Refusal.Invalid::class.java) { call() }
            assertEquals(code, refusal.code)
            assertFalse(refusal.stackTraceToString().contains(PEM_BASE64.takeLast(20)))
        }
    }

    @Test
    fun `what is no private key is refused by its name`() {
        fun labelled(label: String) = PEM.replace("PRIVATE KEY", label)
        fun generated(algorithm: String) = pemOf(KeyPairGenerator.getInstance(algorithm).generateKeyPair().private)
        refused(Code.KEY_MALFORMED, API_KEY, "")
        refused(Code.KEY_MALFORMED, API_KEY, PEM_BASE64)
        refused(Code.KEY_MALFORMED, API_KEY, PEM.dropLast(10))
        refused(Code.KEY_MALFORMED, API_KEY, PEM.replace("MC4C", "MC4-"))
        refused(Code.KEY_PASSPHRASE_MISSING, API_KEY, published("java-ed25519-pass")["private_key_pem"].asText())
        refused(Code.KEY_IS_PUBLIC, API_KEY, labelled("PUBLIC KEY"))
        refused(Code.KEY_IS_CERTIFICATE, API_KEY, labelled("CERTIFICATE"))
        refused(Code.KEY_IS_OPENSSH, API_KEY, labelled("OPENSSH PRIVATE KEY"))
        refused(Code.KEY_IS_X25519, API_KEY, generated("X25519"))
        refused(Code.KEY_IS_EC, API_KEY, generated("EC"))
        refused(Code.KEY_MALFORMED, API_KEY, labelled("RSA PRIVATE KEY"))
        refused(Code.KEY_UNKNOWN, API_KEY, generated("Ed448"))
        refused(Code.API_KEY_MALFORMED, "no key!", PEM)
        for (text in listOf("\uD83D", "$PEM\uDE00")) {
            val refusal = assertThrows(Refusal.Invalid::class.java) { Signer.pem(API_KEY, text) }
            assertEquals(Code.INVALID_UTF8, refusal.code)
        }
    }

    // Keys, passphrases and signatures are those of the tests of Binance's Java connector.
    @ParameterizedTest
    @ValueSource(strings = ["java-ed25519-pass", "java-rsa-pass"])
    fun `an encrypted key is decrypted with its passphrase`(id: String) {
        val example = published(id)
        val pem = example["private_key_pem"].asText()
        val passphrase = example["private_key_passphrase"].asText()
        for (signer in listOf(Signer.pem(API_KEY, pem, passphrase), Signer.pem(API_KEY, pem.toByteArray(), passphrase.toByteArray()))) {
            val time = Timestamp.Given(example["payload"].asText().substringAfter("timestamp="))
            val request = signer.sign(Method.GET, "/api/v3/account", timestamp = time)
            assertEquals(example["payload"].asText(), request.payload)
            assertEquals(example["expected_signature"].asText(), request.signature)
        }
        val refusal = assertThrows(Refusal.Invalid::class.java) { Signer.pem(API_KEY, pem, "wrong") }
        assertEquals(Code.KEY_PASSPHRASE_WRONG, refusal.code)
    }

    @Test
    fun `nothing shows the key`() {
        val signer = Signer.pem(API_KEY, PEM)
        assertEquals("Signer(Ed25519)", signer.toString())
        assertEquals("SignedRequest(GET)", signer.sign(Method.GET, "/api/v3/account").toString())
        val stream = ObjectOutputStream(ByteArrayOutputStream())
        assertThrows(NotSerializableException::class.java) { stream.writeObject(signer) }
        val json = ObjectMapper().writeValueAsString(signer)
        assertEquals("{\"keyType\":\"ED25519\"}", json)
        signer.close()
        assertEquals(KeyType.ED25519, signer.keyType)
        val refusal = assertThrows(Refusal.Invalid::class.java) { signer.sign(Method.GET, "/api/v3/account") }
        assertEquals(Code.HANDLE_USED_UP, refusal.code)
    }
}
