// The program of the conformance tests: cases on standard input, results on standard output (tests/conformance/WIRE.md).

package binsign

private val HEX = "0123456789abcdef".toCharArray()

private fun bytes(hex: String) = ByteArray(hex.length / 2) { hex.substring(2 * it, 2 * it + 2).toInt(16).toByte() }

private fun text(hex: String): String = bytes(hex).toString(Charsets.UTF_8)

private fun hex(text: String): String = buildString {
    for (byte in text.toByteArray()) {
        append(HEX[(byte.toInt() shr 4) and 15]).append(HEX[byte.toInt() and 15])
    }
}

/** The fields of a case. */
private class Case(line: String) {
    private val fields = line.split(' ').groupBy({ it.first() }, { it.substring(1) })

    fun raw(letter: Char): String? = fields[letter]?.single()

    fun optional(letter: Char): String? = raw(letter)?.let(::text)

    fun one(letter: Char): String = text(fields.getValue(letter).single())

    fun pairs(letter: Char): List<Pair<String, String>> =
        fields[letter].orEmpty().map { text(it.substringBefore('=')) to text(it.substringAfter('=')) }

    /** Texts and JSON, in the order in which they are given. */
    val params: List<Pair<String, Any>> =
        line.split(' ').filter { it.first() == 'q' || it.first() == 'l' }.map { field ->
            val (name, value) = field.substring(1).split('=').map(::text)
            name to if (field.first() == 'l') Json(value) else value
        }

    private val timestamp: Timestamp = optional('t')?.let { Timestamp.Given(it) } ?: Timestamp.Omitted

    fun call(): Call =
        when (optional('x')) {
            null -> {
                val unit = optional('u')?.let { TimeUnit.valueOf(it) }
                RestCall(Method(one('m')), one('p'), params, pairs('b'), optional('w'), timestamp, unit)
            }
            "ws-api" -> {
                val family = Family.valueOf(one('f').uppercase().replace('-', '_'))
                WsCall(family, one('m'), one('i'), params, optional('w'), timestamp, raw('g') != null)
            }
            "sapi-wss" -> StreamCall(params, optional('w'), timestamp)
            else -> logon(pairs('F').toMap())
        }

    private fun logon(field: Map<String, String>) =
        FixLogon(
            senderCompId = field.getValue("sender_comp_id"),
            sendingTime = Timestamp.Given(field.getValue("sending_time")),
            targetCompId = field["target_comp_id"] ?: "SPOT",
            msgSeqNum = field["msg_seq_num"]?.toULong() ?: 1u,
            heartBtInt = field.getValue("heart_bt_int").toUInt(),
            messageHandling = MessageHandling.entries[field.getValue("message_handling").toInt() - 1],
            responseMode = field["response_mode"]?.let { ResponseMode.entries[it.toInt() - 1] },
            recvWindow = field["recv_window"],
            dropCopy = "drop_copy" in field,
            sbeSchema = field["sbe_schema_id"]?.let { SbeSchema(it.toUShort(), field.getValue("sbe_schema_version").toUShort()) },
            sbe = "sbe" in field,
        )
}

private fun signed(case: Case): SignedRequest {
    val apiKey = case.one('a')
    case.optional('y')?.let { type ->
        val public = case.optional('Y')
        val key = if (public != null) ExternalKey(apiKey, public) else ExternalKey(apiKey, KeyType.valueOf(type.uppercase()))
        return key.with { bytes(case.raw('e')!!) }.sign(case.call())
    }
    val pem = case.optional('k')
    val signer = if (pem != null) Signer.pem(apiKey, pem, case.optional('z')) else Signer.hmac(apiKey, case.one('s'))
    return signer.use { it.sign(case.call()) }
}

private fun answer(line: String): String {
    val case = Case(line)
    return try {
        val request = signed(case)
        val payload = request.payload?.let { "P" + hex(it) } ?: "-"
        val signature = request.signature?.let { "S" + hex(it) } ?: "-"
        val hasMessage = case.optional('x') == "ws-api" || case.optional('x') == "fix"
        val message = if (hasMessage) request.message?.let { " M" + hex(it) } ?: " -" else ""
        val headers = request.headers.joinToString("") { (name, value) -> " h${hex(name)}=${hex(value)}" }
        "allow t${hex(request.target)} q${hex(request.query)} b${hex(request.body)} $payload $signature$message$headers"
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
