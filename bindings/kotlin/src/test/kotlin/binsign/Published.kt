// Binance's published examples, from tests/vectors, and an HMAC of the platform's own to compare with.

package binsign

import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import java.io.File
import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec

internal const val API_KEY = "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zvsw0MuIgwCIPy6utIco14y7Ju91duEh8A"
internal const val SECRET = "NhqPtmdSJYdKjVHjA7PZj4Mge3R5YNiP1e3UZjInClVN65XAbvqqM6A7H5fATj0j"

/** The key of RFC 8032, section 7.1, test 1, in the form of RFC 8410. */
internal const val PEM_BASE64 = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
internal const val PEM = "-----BEGIN PRIVATE KEY-----\n$PEM_BASE64\n-----END PRIVATE KEY-----\n"

private val vectors: JsonNode = ObjectMapper().readTree(File(System.getProperty("binsign.vectors")))["vectors"]

/** A published example by its id. */
internal fun published(id: String): JsonNode = vectors.single { it["id"].asText() == id }

/** HMAC-SHA-256 in lower-case hexadecimal, by the JDK. */
internal fun hmacOfTheJdk(secret: String, payload: String): String {
    val mac = Mac.getInstance("HmacSHA256").apply { init(SecretKeySpec(secret.toByteArray(), "HmacSHA256")) }
    return mac.doFinal(payload.toByteArray()).joinToString("") { "%02x".format(it) }
}
