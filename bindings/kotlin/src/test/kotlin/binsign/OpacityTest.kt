// What cannot be seen: no print, no serialisation and no reflection shows a secret.

package binsign

import com.fasterxml.jackson.annotation.JsonAutoDetect
import com.fasterxml.jackson.annotation.PropertyAccessor
import com.fasterxml.jackson.core.JsonProcessingException
import com.fasterxml.jackson.databind.ObjectMapper
import java.io.ByteArrayOutputStream
import java.io.NotSerializableException
import java.io.ObjectOutputStream
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertThrows
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class OpacityTest {
    private val signer = Signer.hmac(API_KEY, SECRET)

    @Test
    fun `printing shows neither key nor signature`() {
        assertEquals("Signer(HMAC)", signer.toString())
        val request = signer.sign(Method.GET, "/api/v3/account", listOf("symbol" to "LTCBTC"))
        assertEquals("Call(GET /api/v3/account)", RestCall(Method.GET, "/api/v3/account", listOf("symbol" to "LTCBTC")).toString())
        val status = WsCall(Family.SPOT, "account.status", "1", listOf("symbol" to "LTCBTC"))
        assertEquals("Call(account.status)", status.toString())
        assertEquals("SignedRequest(message)", signer.sign(status).toString())
        assertEquals("SignedRequest(GET)", request.toString())
        val parameter = binsign.generated.Parameter("symbol", binsign.generated.Value.Text("LTCBTC"))
        assertEquals("Value", parameter.value.toString())
        assertEquals("Parameter(symbol)", parameter.toString())
        assertEquals("Header(X-MBX-APIKEY)", binsign.generated.Header("X-MBX-APIKEY", API_KEY).toString())
    }

    @Test
    fun `a signer cannot be serialised or copied`() {
        val stream = ObjectOutputStream(ByteArrayOutputStream())
        assertThrows(NotSerializableException::class.java) { stream.writeObject(signer) }
        // A mapper for JSON finds nothing else to write.
        assertEquals("{\"keyType\":\"HMAC\"}", ObjectMapper().writeValueAsString(signer))
        assertFalse(Signer::class.java.methods.any { it.name == "copy" || it.name == "clone" })
    }

    @Test
    fun `no field that reflection reaches holds a secret`() {
        val everything = ObjectMapper().setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
        val seen =
            try {
                everything.writeValueAsString(signer)
            } catch (refused: JsonProcessingException) {
                refused.toString()
            }
        assertFalse(seen.contains(API_KEY) || seen.contains(SECRET), seen)
        val fields = generateSequence<Class<*>>(Signer::class.java) { it.superclass }.flatMap { it.declaredFields.asSequence() }
        val types = fields.filterNot { java.lang.reflect.Modifier.isStatic(it.modifiers) }.map { it.type.name }.toSet()
        assertEquals(setOf("binsign.Guardian", "binsign.generated.Signer"), types)
    }
}
