// The program of the conformance tests: cases on standard input, results on standard output (tests/conformance/WIRE.md).

package binsign

private val HEX = "0123456789abcdef".toCharArray()

private fun text(hex: String): String =
    ByteArray(hex.length / 2) { hex.substring(2 * it, 2 * it + 2).toInt(16).toByte() }.toString(Charsets.UTF_8)

private fun hex(text: String): String = buildString {
    for (byte in text.toByteArray()) {
        append(HEX[(byte.toInt() shr 4) and 15]).append(HEX[byte.toInt() and 15])
    }
}

private fun pair(field: String): Pair<String, String> = field.substringBefore('=').let(::text) to field.substringAfter('=').let(::text)

private fun signer(apiKey: String, secret: String?, pem: String?): Signer =
    if (pem != null) Signer.pem(apiKey, pem) else Signer.hmac(apiKey, secret!!)

private fun answer(line: String): String {
    val fields = line.split(' ').groupBy({ it.first() }, { it.substring(1) })
    fun one(letter: Char) = text(fields.getValue(letter).single())
    return try {
        val request =
            signer(one('a'), fields['s']?.single()?.let(::text), fields['k']?.single()?.let(::text)).use { signer ->
                signer.sign(Method(one('m')), one('p')) {
                    fields['q'].orEmpty().map(::pair).forEach { (name, value) -> query(name, value) }
                    fields['b'].orEmpty().map(::pair).forEach { (name, value) -> body(name, value) }
                    recvWindow(fields['w']?.single()?.let(::text))
                    timestamp(fields['t']?.single()?.let { Timestamp.At(text(it)) } ?: Timestamp.Omitted)
                }
            }
        val headers = request.headers.joinToString("") { (name, value) -> " h${hex(name)}=${hex(value)}" }
        val payload = request.payload?.let { "P" + hex(it) } ?: "-"
        val signature = request.signature?.let { "S" + hex(it) } ?: "-"
        "allow t${hex(request.target)} q${hex(request.query)} b${hex(request.body)} $payload $signature$headers"
    } catch (denied: Refusal.Denied) {
        val param = denied.param.orEmpty()
        "deny ${denied.code.name} c${hex(denied.clause)} r${hex(denied.rule)} p${hex(param)} m${hex(denied.message)}"
    } catch (invalid: Refusal.Invalid) {
        "error ${invalid.code.name} m${hex(invalid.message)}"
    }
}

fun main() {
    val out = System.out.bufferedWriter()
    for (line in System.`in`.bufferedReader().lineSequence()) {
        out.write(answer(line))
        out.write("\n")
        out.flush()
    }
}
