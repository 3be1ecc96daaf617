// What cannot be seen: no print, no serialisation and no reflection shows a secret, and no Double can be sent.

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
        assertEquals("SignedRequest(GET)", request.toString())
        val parameter = binsign.generated.Parameter("symbol", "LTCBTC")
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
        assertEquals(setOf("binsign.generated.Signer"), types)
    }

    @Test
    fun `there is no overload for numbers that are not exact`() {
        val inexact = setOf<Class<*>>(Double::class.java, Float::class.java, java.lang.Double::class.java, java.lang.Float::class.java, Number::class.java, Any::class.java)
        val takers = listOf(Signer::class.java, Signer.Companion::class.java, RequestBuilder::class.java)
        val methods = takers.flatMap { it.declaredMethods.asList() }.filter { java.lang.reflect.Modifier.isPublic(it.modifiers) && !it.isSynthetic && !it.isBridge }
        assertTrue(methods.size > 15, "only ${methods.size} methods found")
        assertEquals(emptyList<String>(), methods.filter { it.parameterTypes.any(inexact::contains) }.map { it.toString() })
    }
}
