"""A session of the conformance protocol, answered by the evaluator: what a case has to come out as.

An answer is ("allow",), ("deny", code, clause, rule, parameter, route opened), ("error", code) or ("observed", fields).
"""

import base64

import document
import evaluator
import key_info
import request as requests
from state import State

ED25519_ONLY = ("session.logon",)


class Session:
    def __init__(self, text, key_type, *, app=None, digest=b""):
        policy = document.read(text)
        self.gate = evaluator.Gate(policy, State(policy.signature_faults), digest=digest, app=app, key_type=key_type)

    def answer(self, case):
        gate = self.gate
        gate.now = case.get("now")
        if "observe" in case:
            return self.observe(case["observe"])
        if "do" in case:
            gate.state.do(case["do"])
            return "observed", gate.state.observed(gate.now)
        if "key_info" in case:
            try:
                gate.info = key_info.read(case["key_info"], case.get("key_info_at", gate.now or 0))
            except key_info.Refused as refused:
                return "error", str(refused)
        gate.approval = base64.b64decode(case["approval"]) if "approval" in case else None
        request = requests.of_case(case)
        check = case.get("check", False)
        unsuited = gate.key_type != "Ed25519" and needs_ed25519(request) and not check
        denied = evaluator.authorize(gate, request, check=check, signs=not unsuited)
        if denied:
            return "deny", denied.code, denied.clause, denied.rule, denied.param, denied.opens
        return ("error", "KEY_TYPE_UNSUITED") if unsuited else ("allow",)

    def observe(self, answer):
        state, now = self.gate.state, self.gate.now
        if "server" in answer:
            state.observe_time(answer["sent"], answer["received"], answer["server"])
            return "observed", state.observed(now)
        if state.sent is None:
            return "error", "CASE_NOT_UNDERSTOOD"
        return "observed", state.observe(answer, now)


def needs_ed25519(request):
    """Whether the exchange takes no other key there; that is found only when it comes to signing."""
    return request.transport == "fix" or (request.path in ED25519_ONLY and not request.in_session)


def found(result):
    """The same of a result of the protocol."""
    if "error" in result:
        return "error", result["error"]["code"]
    if "observed" in result:
        return "observed", result["observed"]
    if result["verdict"] == "allow":
        return ("allow",)
    return "deny", result["code"], result["clause"], result["rule"], result.get("param"), result.get("opens")
