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

    fun data(letter: Char): ByteArray? = raw(letter)?.let(::bytes)

    fun number(letter: Char): Long? = optional(letter)?.toLong()

    val clock: Clock
        get() = number('n')?.let { Clock.Ms(it) } ?: Clock.Absent

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

/** A key as a case has it. */
private sealed interface Key {
    val policed: Policed

    class Here(override val policed: Signer) : Key

    class Elsewhere(override val policed: ExternalKey) : Key
}

private fun key(case: Case, policy: Policy? = null, app: String? = null, state: SavedState? = null): Key {
    val apiKey = case.one('a')
    val type = case.optional('y')
    val public = case.optional('Y')
    val pem = case.optional('k')
    return when {
        public != null -> Key.Elsewhere(ExternalKey(apiKey, public, policy, app, state))
        type != null -> Key.Elsewhere(ExternalKey(apiKey, KeyType.valueOf(type.uppercase()), policy, app, state))
        pem != null -> Key.Here(Signer.pem(apiKey, pem, case.optional('z'), policy, app, state))
        else -> Key.Here(Signer.hmac(apiKey, case.one('s'), policy, app, state))
    }
}

private fun signed(key: Key, case: Case, call: Call): SignedRequest =
    when (key) {
        is Key.Here -> key.policed.sign(call)
        is Key.Elsewhere -> key.policed.with { case.data('e')!! }.sign(call)
    }

private fun close(key: Key) {
    if (key is Key.Here) key.policed.close()
}

/** A policy with what is known under it. */
private class Session(case: Case) {
    private val policy = Policy.fromBytes(case.data('P')!!)
    private val app = case.optional('A')
    private var key = key(case, policy, app)
    private var signed: SignedRequest? = null
    private var keyInfo: Pair<ByteArray, Long?>? = null

    init {
        tell(case)
    }

    private fun tell(case: Case) {
        val json = case.data('j') ?: return
        key.policed.keyInfo(json, case.number('J'))
        keyInfo = json to case.number('J')
    }

    fun answer(case: Case): String {
        val sent = case.number('d')
        val deed = case.optional('C')
        when {
            case.raw('o') != null -> return answerOfExchange(case)
            sent != null -> key.policed.observeTime(sent, case.number('r')!!, case.number('v')!!)
            deed != null -> perform(deed, case)
            else -> return decision(case)
        }
        return line(key.policed.observed(case.clock)!!)
    }

    private fun answerOfExchange(case: Case): String {
        val request = signed ?: return notUnderstood("no request of the session was signed")
        val body = case.data('B') ?: ByteArray(0)
        val status = case.one('o').toInt()
        return line(key.policed.observe(request, status, case.pairs('H'), body, case.number('n') ?: 0)!!)
    }

    private fun perform(deed: String, case: Case) {
        when (deed) {
            "clear" -> key.policed.clear()
            "revoke" -> key.policed.revoke()
            "terminate" -> key.policed.terminate()
            else -> {
                val restarted = key(case, policy, app, key.policed.state())
                close()
                key = restarted
                keyInfo?.let { (json, received) -> key.policed.keyInfo(json, received) }
            }
        }
    }

    private fun decision(case: Case): String {
        if (case.raw('P') == null) tell(case)
        val decided = case.call().decidedAt(case.clock)
        val call = case.data('V')?.let { decided.approved(it) } ?: decided
        if (case.raw('c') != null) {
            key.policed.check(call)
            return "allow"
        }
        return signed(key, case, call).also { signed = it }.let { line(it, case) }
    }

    fun close() {
        close(key)
    }
}

private fun line(request: SignedRequest, case: Case): String {
    val payload = request.payload?.let { "P" + hex(it) } ?: "-"
    val signature = request.signature?.let { "S" + hex(it) } ?: "-"
    val hasMessage = case.optional('x') == "ws-api" || case.optional('x') == "fix"
    val message = if (hasMessage) request.message?.let { " M" + hex(it) } ?: " -" else ""
    val headers = request.headers.joinToString("") { (name, value) -> " h${hex(name)}=${hex(value)}" }
    return "allow t${hex(request.target)} q${hex(request.query)} b${hex(request.body)} $payload $signature$message$headers"
}

private fun line(observed: Observed): String {
    val state = when (val state = observed.keyState) {
        is KeyState.Active -> "active -"
        is KeyState.Suspended -> "suspended ${state.reason}"
        is KeyState.Revoked -> "revoked -"
        is KeyState.Expired -> "expired -"
        is KeyState.Terminated -> "terminated -"
    }
    val counts =
        listOf(observed.waitUntil, observed.usedWeight, observed.ordersTenSeconds, observed.ordersMinute, observed.ordersDay)
    return "observed $state ${observed.offset} ${counts.joinToString(" ") { it?.toString() ?: "-" }}"
}

private fun notUnderstood(message: String) = "error ${Code.CASE_NOT_UNDERSTOOD.name} m${hex(message)}"

/** The sessions that are under way, by their slot. */
private val sessions = HashMap<String, Session>()

private fun result(case: Case): String {
    val slot = case.optional('N')
    val plain = key(case)
    try {
        if (case.raw('P') == null && slot == null) return line(signed(plain, case, case.call()), case)
    } finally {
        close(plain)
    }
    if (case.raw('P') != null) {
        if (slot == null) {
            val session = Session(case)
            return try {
                session.answer(case)
            } finally {
                session.close()
            }
        }
        sessions.remove(slot)?.close()
        sessions[slot] = Session(case)
    }
    return sessions[slot]?.answer(case) ?: notUnderstood("the session has not begun")
}

private fun answer(line: String): String =
    try {
        result(Case(line))
    } catch (denied: Refusal.Denied) {
        val param = denied.param.orEmpty()
        val opens = denied.opens?.let { " o" + hex(it) }.orEmpty()
        "deny ${denied.code.name} c${hex(denied.clause)} r${hex(denied.rule)} p${hex(param)} m${hex(denied.message)}$opens"
    } catch (invalid: Refusal.Invalid) {
        "error ${invalid.code.name} m${hex(invalid.message)}"
    }

fun main() {
    val out = System.out.bufferedWriter()
    for (line in System.`in`.bufferedReader().lineSequence()) {
        out.write(answer(line))
        out.write("\n")
        out.flush()
    }
}
