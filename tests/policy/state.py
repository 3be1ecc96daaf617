"""What is remembered between requests: windows of limits, times, the key's state, orders that are unknown (section 7 and 10)."""

from dataclasses import dataclass, field

import answers
import limits

MAX_UNKNOWN = 8
LONGEST_TRIP = 10_000
TRIP_MEMORY = 600_000
DEFAULT_WAIT = {418: 120_000}
WAIT = 60_000


@dataclass(frozen=True)
class Sent:
    """What is kept of a request that was signed, to understand its answer."""
    family: str
    mutating: bool
    cancel_replace: bool
    # (symbol, client order id) of its legs.
    orders: tuple
    # The order that it asks about, where it is a status query.
    asks: tuple | None


@dataclass
class State:
    signature_faults: int
    key_state: str = "active"
    reason: int = 0
    faults: int = 0
    wait_until: int | None = None
    # Family -> (minute, weight).
    weights: dict = field(default_factory=dict)
    latest: int = 0
    # Microseconds.
    last_timestamp: int | None = None
    last_approval: int = 0
    offset: int = 0
    # When the offset was taken, and the round trip.
    taken: tuple | None = None
    unknown: list = field(default_factory=list)
    too_many: bool = False
    # (limit's name) -> slice -> count.
    spent: dict = field(default_factory=dict)
    sent: Sent | None = None

    def see(self, now):
        if now is not None:
            self.latest = max(self.latest, now)

    def time(self, now):
        return max(self.latest, now)

    def spent_of(self, limit, now):
        number = self.time(now) // limits.slice_length(limit)
        return sum(
            (count for at, count in self.spent.get(limit.name, {}).items() if number - limits.SLICES <= at <= number), limits.nothing(limit),
        )

    def spend(self, limit, now, count):
        slices = self.spent.setdefault(limit.name, {})
        number = self.time(now) // limits.slice_length(limit)
        slices[number] = slices.get(number, limits.nothing(limit)) + count

    def is_unknown(self, order):
        return order in self.unknown or self.too_many

    # Answers

    def observe(self, answer, now):
        """Learns from the answer to the last request that was signed; `answer` as a case has it."""
        sent, found = self.sent, answers.read(answer, now)
        self.see(now)
        if 0 < found.status < 400:
            self.faults = 0
        if found.is_wait():
            until = now + DEFAULT_WAIT.get(found.status, WAIT) if found.wait_until is None else found.wait_until
            self.wait_until = max(self.wait_until or 0, until)
        elif found.is_clock(sent.family):
            pass
        elif found.code == -1022:
            self.faults += 1
            if self.faults >= self.signature_faults:
                self.suspend(-1022)
        elif found.is_rejection():
            self.suspend(found.code or 0)
        elif found.is_unknown(sent.cancel_replace) and sent.mutating:
            for order in sent.orders:
                self.note(order)
        if sent.asks in self.unknown and (200 <= found.status < 300 or found.code == -2013):
            self.unknown.remove(sent.asks)
            self.too_many = False
        if found.used_weight is not None:
            self.weights[sent.family] = now // 60_000, found.used_weight
        return self.observed(now) | {
            name: value for name, value in {"used_weight": found.used_weight, **found.orders}.items() if value is not None
        }

    def note(self, order):
        if order in self.unknown:
            return
        if len(self.unknown) == MAX_UNKNOWN:
            self.too_many = True
        else:
            self.unknown.append(order)

    def observe_time(self, sent, received, server):
        trip = received - sent
        self.see(received)
        if not 0 <= trip <= LONGEST_TRIP:
            return
        if self.taken is None or trip <= self.taken[1] or received - self.taken[0] > TRIP_MEMORY:
            self.taken = received, trip
            self.offset = server - (sent + received) // 2

    # The key

    def suspend(self, reason):
        if self.key_state in ("active", "suspended"):
            self.key_state, self.reason = "suspended", reason

    def do(self, what):
        if what == "clear" and self.key_state == "suspended":
            self.key_state, self.reason, self.faults = "active", 0, 0
        elif what == "revoke" and self.key_state != "terminated":
            self.key_state = "revoked"
        elif what == "terminate":
            self.key_state = "terminated"

    def observed(self, now):
        result = {"key_state": self.key_state}
        if self.key_state == "suspended":
            result["reason"] = self.reason
        result["clock_offset_ms"] = self.offset
        if self.wait_until is not None and (now is None or self.wait_until > now):
            result["wait_until_ms"] = self.wait_until
        return result
