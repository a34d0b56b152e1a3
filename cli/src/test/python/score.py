#!/usr/bin/env python3
"""Second, independent implementation of docs/scoring.md (file mode: first-run calibration).

Written from the page alone, exact integer arithmetic, one function per paragraph. Input is assumed valid.
"""
import argparse
import json
import re
import sys
import unicodedata
from datetime import date
from fractions import Fraction
from math import isqrt
from pathlib import Path

# ---------------------------------------------------------------------------------------------- units

CRITERIA = ("skills", "domains", "experience", "recruiterFeedback", "training", "progression", "badges", "relevance")
DEFAULT_WEIGHTS = dict(zip(CRITERIA, (2500, 2000, 1500, 1500, 1000, 800, 400, 300)))


def rnd(a, b):
    """round(a / b), half up, a >= 0, b > 0"""
    assert isinstance(a, int) and isinstance(b, int) and a >= 0 and b > 0, (a, b)
    return (2 * a + b) // (2 * b)


def hundredths(number):
    """A JSON score (kept as text) in hundredths of a point, exactly."""
    h = Fraction(number) * 100
    assert h.denominator == 1 and 0 <= h <= 10_000, number
    return int(h)


# ---------------------------------------------------------------------------------------------- time

_INSTANT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
                      r"(?:([Zz])|([+-])([0-9]{2}):([0-9]{2}))")


def instant(text):
    """RFC 3339 -> exact seconds (Fraction) since 0001-01-01T00:00:00Z"""
    m = _INSTANT.fullmatch(text)
    assert m, text
    y, mo, d, h, mi, s = (int(m.group(i)) for i in range(1, 7))
    sec = date(y, mo, d).toordinal() * 86_400 + h * 3_600 + mi * 60 + s
    if m.group(8) is None:
        offset = int(m.group(10)) * 3_600 + int(m.group(11)) * 60
        sec -= offset if m.group(9) == "+" else -offset
    frac = m.group(7)
    return Fraction(sec) + (Fraction(int(frac), 10 ** len(frac)) if frac else 0)


def utc_day(i):
    return int(i // 86_400)  # an ordinal


def day(text):
    y, m, d = text.split("-")
    return date(int(y), int(m), int(d)).toordinal()


def month(text):
    y, m = text.split("-")
    return int(y) * 12 + int(m) - 1


# ---------------------------------------------------------------------------------------------- text

WHITE_SPACE = frozenset("\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
                        "\u2028\u2029\u202f\u205f\u3000")
_WS_RUN = re.compile("[" + "".join(sorted(WHITE_SPACE)) + "]+")


def trim(text):
    a, b = 0, len(text)
    while a < b and text[a] in WHITE_SPACE:
        a += 1
    while b > a and text[b - 1] in WHITE_SPACE:
        b -= 1
    return text[a:b]


def not_blank(text):
    return text is not None and trim(text) != ""


def trimmed_length(text):
    return 0 if text is None else len(trim(text))  # code points: Python strings are sequences of them


def normal_name(name):
    return trim(_WS_RUN.sub(" ", unicodedata.normalize("NFKC", name))).lower()


def _char_class(initials):
    """All code points whose general category begins with one of the letters, as the inside of a [...]"""
    ranges, start = [], None
    for cp in range(0x110001):
        inside = cp <= 0x10FFFF and unicodedata.category(chr(cp))[0] in initials
        if inside and start is None:
            start = cp
        elif not inside and start is not None:
            ranges.append("\\U%08X-\\U%08X" % (start, cp - 1))
            start = None
    return "".join(ranges)


_LN = "[" + _char_class("LN") + "]"
_TOKEN = re.compile(r"\.?" + _LN + r"+(?:[.+#]" + _LN + r"+)*[+#]*")

_CUT = tuple(".euse .se .trice .rice .iere .ere .ne .ienne .te .ive .ve .fe .e".split())
_FROM = "euse trice ienne ere eure eur ien er".split()
_INTO = "eur teur ien er eur eur ien er".split()


def read_alike(token):
    for ending in _CUT:
        cut = next((ending + tail for tail in ("", "s", ".s") if token.endswith(ending + tail)), None)
        if cut is not None:
            token = token[:-len(cut)]
            break
    stem = token[:-1] if token.endswith("s") else token
    if len(stem) >= 6:  # counted with the final s already set aside
        for old, new in zip(_FROM, _INTO):
            if stem.endswith(old):
                return stem[:-len(old)] + new
    return token


def tokens(text, stop):
    if text is None:
        return frozenset()
    s = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).lower())
    s = "".join(ch for ch in s if unicodedata.category(ch)[0] != "M")
    alike = (read_alike(t) for t in _TOKEN.findall(s))
    return frozenset(t for t in alike if len(t) >= 2 and t not in stop)  # stop words are looked up last


# ---------------------------------------------------------------------------------------------- resources

def _lines(path):
    text = path.read_bytes().decode("utf-8")
    return [line.rstrip("\r") for line in text.split("\n") if line.rstrip("\r") != ""]


class Resources:
    def __init__(self, folder):
        folder = Path(folder)
        self.skill_aliases = dict(line.split("\t") for line in _lines(folder / "aliases-skills.tsv"))
        self.domain_aliases = dict(line.split("\t") for line in _lines(folder / "aliases-domains.tsv"))
        self.stop = frozenset(_lines(folder / "stopwords-en.txt")) | frozenset(_lines(folder / "stopwords-fr.txt"))

    def skill(self, name):
        n = normal_name(name)
        return self.skill_aliases.get(n, n)

    def domain(self, name):
        n = normal_name(name)
        return self.domain_aliases.get(n, n)

    def skills(self, names):
        return {self.skill(n) for n in names}

    def domains(self, names):
        return {self.domain(n) for n in names}

    def tokens(self, text):
        return tokens(text, self.stop)


# ---------------------------------------------------------------------------------------------- inputs

DECLARED, USED, ASSESSED = 8, 9, 10


class Posting:
    def __init__(self, doc, res):
        self.id = doc["id"]
        self.active = doc.get("active") is not False  # absent or null is true
        self.R = res.skills(doc.get("skills") or [])
        self.N = res.skills(doc.get("niceToHaveSkills") or []) - self.R
        self.D = res.domains(doc.get("domains") or [])
        self.q = {"ENTRY": 0, "JUNIOR": 12, "MID": 36, "SENIOR": 60, "LEAD": 96, None: 24}[doc.get("experienceLevel")]
        self.A = res.tokens(doc["title"]) | res.tokens(doc.get("description"))
        weights = doc.get("weights")
        self.weights = dict(DEFAULT_WEIGHTS) if weights is None else {c: int(Fraction(weights[c])) for c in CRITERIA}
        assert sum(self.weights.values()) == 10_000


class Candidate:
    def __init__(self, doc, res, as_of_month, as_of_day):
        self.id = doc["id"]
        self.opted_out = doc.get("optedOut") is True
        self.domains = res.domains(doc["domains"])
        experiences = doc.get("experiences") or []
        projects = doc.get("projects") or []
        tests = doc.get("technicalTests") or []
        quizzes = doc.get("quizResults") or []

        # technical tests: (domain, result), and what they prove
        self.tests = []
        passed = set()
        for t in tests:
            result = hundredths(t["reviewScore"] if t.get("reviewScore") is not None else t["score"])
            self.tests.append((res.domain(t["domain"]), result))
            if t.get("skill") is not None and result >= 5_000:
                passed.add(res.skill(t["skill"]))

        # evidence: skill -> DECLARED, USED, ASSESSED
        named = set()
        for e in experiences + projects:
            named |= res.skills(e.get("skills") or [])
        self.skills = {s: DECLARED for s in res.skills(doc["skills"])}
        self.skills.update({s: USED for s in named})
        self.skills.update({s: ASSESSED for s in passed})
        self.shown = {s for s, level in self.skills.items() if level != DECLARED}

        # experiences: the months (a set of month numbers) by domain
        self.months = {}
        for e in experiences:
            if e.get("domain") is None:
                continue
            start = min(month(e["from"]), as_of_month)
            end = min(month(e["to"]), as_of_month) if e.get("to") is not None else as_of_month
            self.months.setdefault(res.domain(e["domain"]), set()).update(range(start, end))

        # portfolio quality
        self.Q = 1_000 if not_blank(doc.get("headline")) else 0
        self.Q += 1_500 if trimmed_length(doc.get("bio")) >= 200 else 0
        worth = []
        for p in projects:
            link = p.get("link") or ""
            worth.append((1_000 if trimmed_length(p.get("description")) >= 80 else 0)
                         + (500 if re.match(r"https?://", link, re.IGNORECASE | re.ASCII) else 0))
        self.Q += sum(sorted(worth, reverse=True)[:5])
        self.has_work = bool(experiences or projects)

        # quizzes
        self.quizzes = [(res.domain(r["domain"]), hundredths(r["score"])) for r in quizzes]
        series = {}
        for r in quizzes:
            series.setdefault((res.domain(r["domain"]), r["type"]), []).append(
                (instant(r["completedAt"]), r["id"], hundredths(r["score"])))
        self.series = []  # (domain, series score)
        for (domain, _type), results in series.items():
            n = len(results)
            if n < 4:
                continue
            in_order = [score for _, _, score in sorted(results)]
            k = min(3, n // 2)
            first = rnd(sum(in_order[:k]), k)
            last = rnd(sum(in_order[-k:]), k)
            score = min(10_000, 5_000 + last - first)
            floor = min(last, 5_000 + 4 * max(0, last - 8_000))
            self.series.append((domain, max(score, floor)))

        # badges
        tiers = {}
        for b in doc.get("badges") or []:
            if b.get("validUntil") is not None and day(b["validUntil"]) < as_of_day:
                continue
            tier = {"BRONZE": 1, "SILVER": 2, "GOLD": 3}[b["tier"]]
            tiers[b["code"]] = max(tier, tiers.get(b["code"], 0))
        self.P = sum(tiers.values())

        # words
        words = set(res.tokens(doc.get("headline"))) | res.tokens(doc.get("bio"))
        for e in experiences + projects:
            words |= res.tokens(e.get("title")) | res.tokens(e.get("description"))
        self.B = words


class Calibration:
    """First run (and file mode)."""

    def __init__(self, candidates):
        pool = [c for c in candidates if not c.opted_out]
        self.mu_f = self._mu([r for c in pool for _, r in c.tests])
        self.mu_q = self._mu([r for c in pool for _, r in c.quizzes])
        self.pi_f = rnd(9 * self.mu_f, 10)
        self.pi_q = rnd(9 * self.mu_q, 10)

    @staticmethod
    def _mu(results):
        return 5_000 if not results else 100 * rnd(sum(results), 100 * len(results))


# ---------------------------------------------------------------------------------------------- eligibility

def reasons(c, p):
    out = []
    if not p.active:
        out.append("POSTING_INACTIVE")
    if c.opted_out:
        out.append("OPTED_OUT")
    if len(p.D & c.domains) < 1:
        out.append("NO_SHARED_DOMAIN")
    if len(p.R & c.skills.keys()) < 1:
        out.append("NO_SHARED_SKILL")
    return out


# ---------------------------------------------------------------------------------------------- the eight criteria

def relevance(t, a, b):
    if t == 0:
        return 0
    # (2s - 1)^2 * |A||B| <= 1_600_000_000 * t^2, the largest such s
    root = isqrt(1_600_000_000 * t * t // (a * b))
    s = min(10_000, (root + 1) // 2)
    ok = lambda x: (2 * x - 1) ** 2 * a * b <= 1_600_000_000 * t * t
    assert ok(s) and (s == 10_000 or not ok(s + 1))
    return s


def score(c, p, cal):
    s, conf = {}, {}

    # 1 skills
    n = len(p.R)
    covered = p.R & c.skills.keys()
    m = len(covered)
    E = sum(c.skills[x] for x in covered)
    others = len(c.shown - (p.R | p.N))
    if not p.N:
        b = min(10, 2 * others)
    else:
        b = rnd(6 * len(p.N & c.skills.keys()), len(p.N)) + min(4, others)
    skills_match = rnd(10_000 * m, n)
    s["skills"] = rnd(850 * E + 150 * m * b, n)
    conf["skills"] = 10_000

    # 2 domains
    n = len(p.D)
    d = len(p.D & c.domains)
    domain_match = rnd(10_000 * d, n)
    s["domains"] = rnd(8_000 * d, n) + (2_000 if d == n else 0)
    conf["domains"] = 10_000

    # 3 experience
    M = len(set().union(*(c.months.get(x, ()) for x in p.D)))
    experience_match = 10_000 if p.q == 0 else rnd(10_000 * min(M, p.q), p.q)
    L = rnd(10_000 * len(p.R & c.shown), len(p.R))
    portfolio = rnd(6 * L + 4 * c.Q, 10)
    s["experience"] = rnd(experience_match + portfolio, 2)
    conf["experience"] = 10_000 if c.has_work else 0

    # 4 recruiterFeedback
    results = [r for dom, r in c.tests if dom in p.D]
    n, S = len(results), sum(results)
    s["recruiterFeedback"] = rnd(S + 3 * cal.pi_f, n + 3)
    conf["recruiterFeedback"] = rnd(10_000 * n, n + 3)

    # 5 training
    results = [r for dom, r in c.quizzes if dom in p.D]
    n, S = len(results), sum(results)
    level = rnd(S + 3 * cal.pi_q, n + 3)
    volume = 500 * min(n, 20)
    s["training"] = rnd(8 * level + 2 * volume, 10)
    conf["training"] = rnd(10_000 * n, n + 3)

    # 6 progression
    series = [x for dom, x in c.series if dom in p.D]
    s["progression"] = rnd(sum(series), len(series)) if series else 5_000
    conf["progression"] = 10_000 if series else 0

    # 7 badges
    s["badges"] = rnd(10_000 * c.P, c.P + 4)
    conf["badges"] = 10_000

    # 8 relevance
    s["relevance"] = relevance(len(p.A & c.B), len(p.A), len(c.B))
    conf["relevance"] = 10_000

    assert all(0 <= s[x] <= 10_000 for x in CRITERIA), s
    total = sum(p.weights[x] * s[x] for x in CRITERIA)
    return {
        "matchScore": rnd(total, 10_000), "skillsMatch": skills_match, "domainMatch": domain_match,
        "experienceMatch": experience_match, "total": total,
        "confidence": rnd(sum(p.weights[x] * conf[x] for x in CRITERIA), 10_000), "scores": s}


# ---------------------------------------------------------------------------------------------- file mode

def points(h):
    return "%d.%02d" % divmod(h, 100)


def line(p, c, rank, r):
    return ('{"jobPostingId":"%s","candidateId":"%s","rank":%d,"matchScore":%s,"skillsMatch":%s,"domainMatch":%s,'
            '"experienceMatch":%s,"total":%d,"confidence":%d,"scores":{%s}}\n' % (
                p.id, c.id, rank, points(r["matchScore"]), points(r["skillsMatch"]), points(r["domainMatch"]),
                points(r["experienceMatch"]), r["total"], r["confidence"],
                ",".join('"%s":%d' % (x, r["scores"][x]) for x in CRITERIA)))


def read_jsonl(path):
    text = Path(path).read_bytes().decode("utf-8")
    return [json.loads(x, parse_float=str) for x in text.split("\n") if x.strip(" \t\r") != ""]


def matchings(candidate_docs, posting_docs, as_of, res, top):
    now = instant(as_of)
    today = utc_day(now)
    d = date.fromordinal(today)
    candidates = [Candidate(doc, res, d.year * 12 + d.month - 1, today) for doc in candidate_docs]
    postings = [Posting(doc, res) for doc in posting_docs]
    cal = Calibration(candidates)
    for p in postings:
        scored = [(c, score(c, p, cal)) for c in candidates if not reasons(c, p)]
        scored.sort(key=lambda x: (-x[1]["total"], x[0].id))
        for rank, (c, r) in enumerate(scored[:top], 1):
            yield line(p, c, rank, r)


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--candidates", required=True)
    a.add_argument("--postings", required=True)
    a.add_argument("--as-of", required=True)
    a.add_argument("--resources", required=True)
    a.add_argument("--top", type=int, default=50)
    o = a.parse_args()
    out = "".join(matchings(read_jsonl(o.candidates), read_jsonl(o.postings), o.as_of, Resources(o.resources), o.top))
    sys.stdout.buffer.write(out.encode("utf-8"))


if __name__ == "__main__":
    main()
