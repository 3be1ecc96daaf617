// RSA keys: the published examples, the JDK's signatures, lengths that are refused.

package binsign

import java.security.KeyPairGenerator
import java.security.PrivateKey
import java.security.Signature
import java.util.Base64
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource

class RsaTest {
    private fun generated(bits: Int): PrivateKey =
        KeyPairGenerator.getInstance("RSA").apply { initialize(bits) }.generateKeyPair().private

    private fun pemOf(key: PrivateKey): String =
        "-----BEGIN PRIVATE KEY-----\n${Base64.getMimeEncoder(64, "\n".toByteArray()).encodeToString(key.encoded)}\n-----END PRIVATE KEY-----\n"

    @ParameterizedTest
    @ValueSource(strings = ["java-rsa", "sigex-rsa-timestamp", "sigex-rsa-order"])
    fun `a published example has its published signature`(id: String) {
        val example = published(id)
        val signer = Signer.pem(API_KEY, example["private_key_pem"].asText())
        assertEquals(KeyType.RSA, signer.keyType)
        assertEquals("Signer(RSA)", signer.toString())
        val query = example["payload"].asText().split('&').map { it.substringBefore('=') to it.substringAfter('=') }
        val request = signer.sign(Method.GET, "/api/v3/account", query, timestamp = Timestamp.Omitted)
        assertEquals(example["payload"].asText(), request.payload)
        assertEquals(example["expected_signature"].asText(), request.signature)
    }

    @ParameterizedTest
    @ValueSource(ints = [2048, 3072, 4096])
    fun `keys of all lengths sign as in the JDK`(bits: Int) {
        val key = generated(bits)
        val request = Signer.pem(API_KEY, pemOf(key)).use { it.sign(Method.GET, "/api/v3/account") }
        val signature = Signature.getInstance("SHA256withRSA").apply { initSign(key) }
        signature.update(request.payload!!.toByteArray())
        assertEquals(Base64.getEncoder().encodeToString(signature.sign()), request.signature)
    }

    @Test
    fun `a key that is too short is refused`() {
        val refusal = assertThrows(Refusal.Invalid::class.java) { Signer.pem(API_KEY, pemOf(generated(1024))) }
        assertEquals(Code.KEY_TOO_SHORT, refusal.code)
    }
}
