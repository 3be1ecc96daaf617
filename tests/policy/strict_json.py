"""JSON as RFC 8259 has it, read without repairing anything: numbers stay texts, texts keep their escapes, members stay pairs.

A value is ("text", what stands between the quotes), ("number", text), ("word", text), ("array", items) or
("object", [(name, value)]). The standard module takes NaN, joins members of one name and undoes escapes: too kind for this.
"""

import re

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", re.ASCII)
TEXT = re.compile(r'"((?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*)"', re.ASCII)
BLANKS = re.compile(r"[ \t\n\r]*")
WORDS = ("true", "false", "null")


class Malformed(Exception):
    """No JSON, or deeper than allowed."""


class Reader:
    def __init__(self, text, deepest):
        self.text, self.at, self.deepest = text, 0, deepest

    def blanks(self):
        self.at = BLANKS.match(self.text, self.at).end()

    def take(self, sign):
        self.blanks()
        if not self.text.startswith(sign, self.at):
            return False
        self.at += len(sign)
        return True

    def need(self, sign):
        if not self.take(sign):
            raise Malformed

    def match(self, pattern):
        self.blanks()
        found = pattern.match(self.text, self.at)
        if found:
            self.at = found.end()
        return found

    def value(self, depth=0):
        if self.take("{"):
            return "object", self.several("}", depth, self.member)
        if self.take("["):
            return "array", self.several("]", depth, self.value)
        if found := self.match(TEXT):
            return "text", found[1]
        if found := self.match(NUMBER):
            return "number", found[0]
        for word in WORDS:
            if self.take(word):
                return "word", word
        raise Malformed

    def several(self, end, depth, one):
        if depth == self.deepest:
            raise Malformed
        found = []
        if self.take(end):
            return found
        while True:
            found.append(one(depth + 1))
            if self.take(end):
                return found
            self.need(",")

    def member(self, depth):
        name = self.match(TEXT)
        if not name:
            raise Malformed
        self.need(":")
        return name[1], self.value(depth)


def read(text, deepest):
    """The value that a text is, all of it."""
    reader = Reader(text, deepest)
    value = reader.value()
    reader.blanks()
    if reader.at != len(text):
        raise Malformed
    return value
