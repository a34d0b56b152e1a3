#!/usr/bin/env python3
"""nasty.py SEED N M OUTDIR: N nasty valid candidates, M nasty valid postings (candidates.jsonl, postings.jsonl).

Every edge of docs/scoring.md; documents valid under docs/documents.md, meant for
--as-of 2026-11-23T..Z (other instants work too). Only characters of Unicode <= 14. Same arguments, same bytes.
"""
import json
import random
import re
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

WS = list("\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000")
NOT_WS = list("\u200b\ufeff\u180e\x1c\x1d\x1e\x1f\u2060\u200d")  # look like white space to somebody, are not White_Space
EMOJI = list("\U0001F600\U0001F680\U00010428\U0001D4D9\U00020000")

# canonical id -> spellings that must all be read alike 
SKILLS = {
    "javascript": ["JavaScript", "js", "JS", "Js ", "ECMAScript", "ＪＳ", "ｊａｖａｓｃｒｉｐｔ", "\u3000javascript\u2003"],
    "java": ["Java", "JAVA", " java", "Ｊava", "\U0001D4D9ava", "java\u00a0", "\u2028java\x85"],
    "postgresql": ["PostgreSQL", "postgres", "Postgres", "PSQL", "ｐｏｓｔｇｒｅｓ", "POSTGRESQL\t"],
    "kubernetes": ["Kubernetes", "k8s", "K8S", "Ｋ８ｓ", "\u212A8s", "k⁸s"],
    "go": ["Go", "golang", "GoLang", "ＧＯ"],
    "c": ["C", "c", "Ｃ", "ⅽ"],
    "c++": ["C++", "c++", "cpp", "C＋＋", "c⁺⁺"],
    "c#": ["C#", "c＃", "CSharp", "c﹟"],
    "r": ["R", "r", "ℛ", "Ｒ"],
    ".net": [".NET", ".net", "dotnet", "․net"],
    "project management": ["gestion de projet", "Gestion  de\u00a0projet", "GESTION DE\tPROJET", "Project management",
                           "project\u2029\u1680management", "gestion\u3000de\u205fprojet"],
    "réseaux": ["Réseaux", "re\u0301seaux", "RÉSEAUX", "RE\u0301SEAUX"],
    "kafka": ["Kafka", "ＫＡＦＫＡ", "kafKa\u202f"],
    "finance": ["Finance", "ﬁnance", "FINANCE"],
    "i̇stanbul": ["İstanbul", "I\u0307stanbul", "i̇stanbul"],
    "straße": ["Straße", "STRAẞE", "straße"],
    "java\u200b": ["java\u200b", "JAVA\u200b"],            # not java
    "java\x1f": ["java\x1f"],                              # not java
    "résistance": ["résistance"], "resistance": ["resistance", "Resistance"],  # accents stay in names
    "\U00010428\U00010429": ["\U00010400\U00010401", "\U00010428\U00010429", "\U00010400\U00010429"],
    "λόγος": ["ΛΌΓΟ", "λόγος", "Λο\u0301γος"],
}
CORE = ["javascript", "java", "postgresql", "kubernetes", "go", "c", "c++", "project management", "kafka", "réseaux"]
RARE = [k for k in SKILLS if k not in CORE]
ONLY_TESTED = ["COBOL", "cobol ", "ＣＯＢＯＬ"]              # nobody lists it; a posting or two ask for it
DOMAINS = {
    "backend": ["backend", "Back-End", "back-end", "ＢＡＣＫＥＮＤ", "backend\u2002"],
    "frontend": ["frontend", "FRONT-END", "Frontend", "\u00a0frontend"],
    "data": ["data", "Données", "donne\u0301es", "Science  des\tdonnées", "DATA"],
    "devops": ["devops", "dev\u2003ops", "DevOps", "Ｄｅｖ Ｏｐｓ"],
    "security": ["security", "Sécurité", "SE\u0301CURITE\u0301"],
}
ODD_DOMAINS = ["marketing", "dro\u0131t", "Rh\u200b", "IJ", "ĳ"]

WORDS = """
Développeur|Développeuse|Développeurs|Développeuses|développeur.euse|Développeur.euse.s|développeur.euses|développeur.se|développeur.ses|développeur.se.s
développeur·euse|développeur·se·s|développeur(euse)|développeur(se)s|développeur/euse|DÉVELOPPEUR/SE|developpeur.s|De\u0301veloppeuse
Directeur|Directrice|directeurs|directrices|directeur.trice|directeur.rice|directeur.trices|directeur.rice.s|directeur·rice|directeur(trice)
Ingénieur|Ingénieure|ingénieurs|ingénieures|ingénieur.e|Ingénieur.e.s|ingénieur·e|ingénieur(e)s|INGENIEURE
Technicien|Technicienne|techniciens|techniciennes|technicien.ne|technicien.ne.s|technicien.ienne|technicien.nes|technicien·ne
Infirmier|Infirmière|infirmiers|infirmières|infirmier.ère|infirmier.ere.s|infirmier.ière|infirmier·ière·s|infirmie\u0300re
actif|active|actif.ive|actif.ve|actif.ives|actif.ve.s|chef|chef.fe|chef.fes|cheffe|consultant|consultante|consultant.e|consultant.te|consultants|consultant.te.s|chargé|chargée|chargé.e|chargé.e.s|chargé(e)
trices|trice|euses|euse|iennes|ienne|ères|ère|eures|soeur|soeurs|fleur|fleurs|leurs|piers|tower|towers|worker|workers|order|orders|ouvrier|ouvriers|oeuvre|œuvre|ŒUVRE|plusieurs|ailleurs|premier|première|premiers|dernières|heureuse|boss|process|ss|s|es
Java|java,|JavaScript|javascript.|.NET|..net|asp.net|ASP.NET|node.js|Node.JS,|C++|c++|C#|c#.|F#|c++.x|a+#b|a..b|e.e|x.ne|.ne|.e|.euse.s|1.5|3.14.e|v2.0|x²|½|①②|٣٤|日本語|数据 库|\U00020000\U00020000
\U00010428|\U00010400\U00010429|\U00010428\U00010429ere|\U00010428\U00010429er|\U00010428\U00010429ers|\U00010428\U00010429iere|\U00010428\U00010429ier|\U00010428\U00010429\U00010428ere|\U0001D4D9ava|ﬁnance|finance|Straße|STRASSE|İstanbul|istanbul|naïve|naive|NAI\u0308VE|ΛΌΓΟ|λογος|Σ|l'équipe|aujourd’hui|co-worker|_x_|under_score|a|I|R|c|é|e\u0301
services|Services|paiement|payment|stockage|PostgreSQL|données|data|the|le|la|des|and|pour|avec|gestion|projet|projets|équipe|équipes|quality|qualité|cloud|réseau|🚀rocket🚀|foo\u200bbar|foo\u00adbar|na\u200dme|x\u0301\u0302y|\u0915\u093f\u0924|\u0915\u0940\u0924|\u0915\u0924|ab\u20dd|ab|\u3007\u3007|\U00010107\U00010108|tab\ttab|nb\u00a0sp|nel\x85nel|ls\u2028ls
""".replace("\n", "|").split("|")
WORDS = [w for w in WORDS if w]
PLAIN = ["services", "paiement", "data", "réseau", "gestion", "projet", "Java", "ingénieure", "développeuse", "workers"]

NOW = datetime(2026, 11, 22, 23, 59, 59, tzinfo=timezone.utc)  # nothing completed after this
START = datetime(2024, 1, 1, tzinfo=timezone.utc)


class Num:
    """A JSON number to be written exactly as given."""


class Gen:
    def __init__(self, seed):
        self.r = random.Random("nasty-%s" % seed)
        self.marks = []

    # ---- small things
    def p(self, x):
        return self.r.random() < x

    def pick(self, xs):
        return self.r.choice(xs)

    def ws(self, low, high):
        return "".join(self.pick(WS) for _ in range(self.r.randint(low, high)))

    def spell_skill(self, key):
        return self.pick(SKILLS[key])

    def spell_domain(self, key):
        return self.pick(DOMAINS[key])

    def any_skill(self):
        return self.spell_skill(self.pick(CORE) if self.p(0.75) else self.pick(RARE))

    def any_domain(self):
        return self.spell_domain(self.pick(list(DOMAINS))) if self.p(0.93) else self.pick(ODD_DOMAINS)

    def skills(self, low, high):
        out = [self.any_skill() for _ in range(self.r.randint(low, high))]
        if out and self.p(0.2):
            out.append(self.pick(out))  # twice the same
        return out

    def score(self, h=None):
        """hundredths -> a JSON number with up to two decimals, written in one of its ways"""
        if h is None:
            h = self.pick([0, 1, 4_999, 5_000, 5_001, 10_000, 9_999, 29, 57, 58, 115, 820, 7_999, 8_000, 8_001,
                           self.r.randint(0, 10_000), self.r.randint(0, 10_000), self.r.randint(3_000, 9_500),
                           100 * self.r.randint(0, 100), 10 * self.r.randint(0, 1_000)])
        ways = ["%d.%02d" % divmod(h, 100)]
        if h % 10 == 0:
            ways.append("%d.%d" % (h // 100, h // 10 % 10))
        if h % 100 == 0:
            ways += ["%d" % (h // 100)] * 2
        return "@@" + self.pick(ways) + "@@"

    def moment(self):
        seconds = int((NOW - START).total_seconds())
        t = START + timedelta(seconds=self.r.randint(0, seconds))
        return t if self.p(0.5) else t.replace(hour=0, minute=0, second=0)

    def write_instant(self, t, fraction=None):
        """one instant in one of its RFC 3339 spellings; fraction: digits after the second, or None"""
        off = self.pick([None, None, None, 0, 60, 120, -300, 330, -210, 345, 840, -720])
        local = t if off is None else t.astimezone(timezone(timedelta(minutes=off)))
        s = local.strftime("%Y-%m-%dT%H:%M:%S")
        if fraction is not None:
            s += "." + fraction + "0" * self.r.randint(0, 9 - len(fraction))
        elif self.p(0.2):
            s += "." + "0" * self.r.randint(1, 9)
        if off is None:
            s += "Z"
        elif off == 0:
            s += self.pick(["+00:00", "-00:00"])
        else:
            s += "%s%02d:%02d" % ("+" if off > 0 else "-", abs(off) // 60, abs(off) % 60)
        return s.lower() if self.p(0.02) else s

    def when(self):
        return self.write_instant(self.moment(), self.pick([None, None, None, "5", "123456789", "001"]))

    # ---- texts
    def text(self, low, high):
        sep = lambda: self.pick([" ", " ", " ", ", ", " / ", "; ", "\u00a0", "\n", "·", "(", ") ", "-"])
        return "".join(self.pick(WORDS) + sep() for _ in range(self.r.randint(low, high)))

    def exactly(self, n):
        """a text of exactly n code points after trimming, with blanks of every kind and surrogate pairs around"""
        edge = EMOJI + NOT_WS + ["x", "é"]
        body = [self.pick(edge)]
        fill = self.text(n, n)
        while len(body) < n - 1:
            k = len(body)
            body.append(self.pick(EMOJI) if self.p(0.05) else self.pick(WS) if self.p(0.03) else fill[k])
        body.append(self.pick(edge))
        body[1:2] = [self.pick(EMOJI)]
        text = "".join(body)
        assert len(text) == n
        return self.ws(0, 6) + text + self.ws(0, 6)

    def headline(self):
        return self.pick([None, "", self.ws(1, 4), self.pick(NOT_WS), self.text(1, 4), self.text(1, 4), self.text(2, 6)])

    def bio(self):
        return self.pick([None, "", self.ws(1, 300), self.exactly(199), self.exactly(200), self.exactly(201),
                          self.exactly(199) + self.ws(1, 3), self.text(5, 20), self.text(30, 50)])

    def description(self):
        return self.pick([None, "", self.ws(80, 90), self.exactly(79), self.exactly(80), self.exactly(80), self.exactly(81),
                          self.text(2, 8), self.text(10, 20)])

    def link(self):
        return self.pick([None, None, "", "http://a.example/x", "https://a.example", "HTTPS://A.EXAMPLE", "hTTp://a", "Https://b",
                          "ftp://a.example", "//a.example", "www.example.org", "https:/a", "https//a", "http:", "mailto:a@b", "xhttp://a", "http\u017f://a", "HTTP://", " http://a", "ｈttp://a"])

    # ---- parts of a candidate
    def month(self, low=2014, high=2027):
        return "%04d-%02d" % (self.r.randint(low, high), self.r.randint(1, 12))

    def experience(self, domain=None):
        a, b = sorted([self.month(), self.month()])
        kind = self.r.randint(0, 9)
        if kind == 0:
            b = a                                                   # empty
        elif kind == 1:
            a, b = self.pick([("2026-12", "2027-06"), ("2027-01", None), ("2026-11", "2026-12"), ("2026-11", None),
                              ("2026-10", "2026-11"), ("2026-10", None), ("2026-10", "2030-01")])   # about and after asOf
        elif kind in (2, 3):
            b = None                                                # open
        elif kind == 4:                                             # around the asked months exactly
            q = self.pick([11, 12, 13, 23, 24, 25, 35, 36, 37, 59, 60, 61, 95, 96, 97])
            start = 2026 * 12 + 10 - q - self.r.randint(0, 12)
            a, b = ("%04d-%02d" % (x // 12, x % 12 + 1) for x in (start, start + q))
        e = {"from": a}
        if b is not None or self.p(0.5):
            e["to"] = b
        if domain is not None or self.p(0.85):
            e["domain"] = domain or self.any_domain()
        elif self.p(0.5):
            e["domain"] = None
        if self.p(0.8):
            e["title"] = self.text(1, 3)
        elif self.p(0.5):
            e["title"] = None
        if self.p(0.6):
            e["skills"] = self.pick([[], self.skills(0, 3), self.skills(1, 2)])
        if self.p(0.5):
            e["description"] = self.pick([None, "", self.text(1, 10)])
        return e

    def project(self):
        x = {"title": self.text(1, 3)}
        for key, value in (("description", self.description()), ("link", self.link())):
            if value is not None or self.p(0.5):
                x[key] = value
        if self.p(0.5):
            x["skills"] = self.pick([None, [], self.skills(1, 2)])
        return x

    def id_maker(self):
        seen = set()

        def make():
            while True:
                i = self.pick(["q", "Q", "t", "", "a."]) + self.pick(["-", "_", ":", ".", ""]) + str(self.r.randint(0, 9_999))
                if i not in seen:
                    seen.add(i)
                    return i
        return make

    def technical_test(self, ids):
        t = {"id": ids(), "domain": self.any_domain(), "score": self.score(), "completedAt": self.when()}
        x = self.r.random()
        if x < 0.25:
            t["skill"] = self.pick(ONLY_TESTED)
        elif x < 0.85:
            t["skill"] = self.any_skill()
        elif x < 0.92:
            t["skill"] = None
        x = self.r.random()
        if x < 0.12:
            t["reviewScore"] = "@@0@@"
        elif x < 0.45:
            t["reviewScore"] = self.score()
        elif x < 0.6:
            t["reviewScore"] = None
        if self.p(0.3):
            t["comment"] = self.pick([None, "", "Clear.", self.text(1, 4)])
        if self.p(0.3):
            t["companyId"] = self.pick([None, "acme", "globex"])
        return t

    def series(self, ids, n):
        domain, kind = self.pick(list(DOMAINS)), self.pick(["QCM", "TECHNICAL", "MOCK_INTERVIEW"])
        shape = self.r.randint(0, 5)
        moments = [self.moment() for _ in range(max(1, self.pick([n, n, n // 2, 1])))]  # the fewer, the more ties
        if self.p(0.3):                                             # the same second, told apart by its fraction only
            moments = moments[:1] * len(moments)
        fractions = [self.pick([None, None, "5", "123456789", "1", "123456", "49", "000000001"]) for _ in moments]
        out = []
        for i in range(n):
            h = {0: None, 1: 10_000 if i < n // 2 else 0, 2: self.pick([7_999, 8_000, 8_001, 8_500, 9_000, 10_000]),
                 3: 0 if i < n // 2 else 10_000, 4: 10_000, 5: self.r.randint(6_000, 10_000)}[shape]
            k = self.r.randrange(len(moments))
            out.append({"id": ids(), "domain": self.spell_domain(domain), "type": kind, "score": self.score(h),
                        "completedAt": self.write_instant(moments[k], fractions[k])})
        return out

    def quizzes(self, ids):
        out = []
        for _ in range(self.pick([0, 0, 1, 1, 2, 3])):
            out += self.series(ids, self.r.randint(1, 9))
        if self.p(0.15):                                            # more than 20, and exactly 19, 20, 21 in one domain
            d = self.pick(list(DOMAINS))
            for _ in range(self.pick([19, 20, 21, 22, 40])):
                out.append({"id": ids(), "domain": self.spell_domain(d), "type": self.pick(["QCM", "TECHNICAL", "MOCK_INTERVIEW"]),
                            "score": self.score(), "completedAt": self.when()})
        return out

    def badges(self):
        out = []
        for _ in range(self.pick([0, 0, 1, 2, 3, 6])):
            b = {"code": self.pick(["sql", "SQL", "sql ", "ｓｑｌ", "java", "java-gold", "é", "e\u0301", "x"]),
                 "tier": self.pick(["BRONZE", "SILVER", "GOLD"])}
            v = self.pick(["-", None, "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-22", "2026-11-23", "2020-02-29", "2031-12-31"])
            if v != "-":
                b["validUntil"] = v
            out.append(b)
            if self.p(0.4):
                out.append(dict(b, tier=self.pick(["BRONZE", "SILVER", "GOLD"]),
                                validUntil=self.pick([None, "2026-11-22", "2026-11-23", "2026-11-24"])))
        return out

    # ---- candidates
    def shell(self, c):
        """what never counts"""
        if self.p(0.7):
            c["firstName"] = self.pick(["Ada", "Zoé", "Java", None])
            c["lastName"] = self.pick(["L.", "Développeuse", None, "O'Neil"])
            c["email"] = self.pick(["ada@example.org", None, "java@example.org"])
        if self.p(0.5):
            c["location"] = self.pick(["Lyon", None, "Paris"])
            c["workModes"] = self.pick([["HYBRID", "REMOTE"], [], None, ["ONSITE"]])
            c["languages"] = self.pick([["fr", "en"], [], None, ["pt-BR"]])
            c["attributes"] = self.pick([{}, None, {"source": "careers page", "skills": ["Java"], "n": 1}])
        return c

    def candidate(self, cid, strong=False):
        ids = self.id_maker()
        c = {"id": cid}
        for key, value in (("headline", self.headline()), ("bio", self.bio())):
            if value is not None or self.p(0.5):
                c[key] = value
        declared = [self.any_domain() for _ in range(self.pick([3, 4, 5] if strong else [1, 1, 2, 3]))]
        c["domains"] = declared
        c["skills"] = self.skills(4, 9) if strong else self.pick([[], self.skills(1, 3), self.skills(1, 3), self.skills(2, 6), self.skills(1, 2)])
        for key, value, empty in (
                ("experiences", [self.experience() for _ in range(self.pick([2, 3, 5] if strong else [0, 0, 1, 2, 5]))], 0.5),
                ("projects", [self.project() for _ in range(self.pick([1, 5, 6, 8] if strong else [0, 0, 1, 2, 4, 5, 6, 7, 9]))], 0.5),
                ("technicalTests", [self.technical_test(ids) for _ in range(self.pick([0, 0, 1, 1, 2, 3, 8]))], 0.5),
                ("quizResults", self.quizzes(ids), 0.5), ("badges", self.badges(), 0.5)):
            if value:
                c[key] = value
            elif self.p(empty):
                c[key] = self.pick([[], None])
        x = self.r.random()
        if x < 0.2:
            c["optedOut"] = False
        elif x < 0.3:
            c["optedOut"] = None
        return self.shell(c)

    def opted_out(self, cid):
        c, ids, h = self.candidate(cid, True), self.id_maker(), self.pick([0, 10_000])
        c["optedOut"] = True
        c["technicalTests"] = [dict(self.technical_test(ids), score=self.score(h), reviewScore=self.pick([None, self.score(h)]))
                               for _ in range(60)]
        c["quizResults"] = [q for _ in range(8) for q in self.series(ids, 9)]
        for q in c["quizResults"]:
            q["score"] = self.score(h)
        return c

    def sparse(self, cid):
        """little evidence, few possible totals: many ties"""
        return {"id": cid, "domains": [self.spell_domain(self.pick(["backend", "data"]))],
                "skills": [self.spell_skill(self.pick(["java", "postgresql", "javascript"]))]}

    def respell(self, name, table):
        for spellings in table.values():
            if name in spellings:
                return self.pick(spellings)
        return name

    def clone(self, base, cid):
        """same evidence in other words and another order: must tie with its base to the last digit"""
        c = json.loads(json.dumps(base))
        c["id"] = cid
        c["skills"] = [self.respell(s, SKILLS) for s in c["skills"]]
        c["domains"] = [self.respell(d, DOMAINS) for d in c["domains"]]
        for part in ("experiences", "projects", "technicalTests", "quizResults"):
            for x in c.get(part) or []:
                if x.get("domain") is not None:
                    x["domain"] = self.respell(x["domain"], DOMAINS)
                if x.get("skills"):
                    x["skills"] = [self.respell(s, SKILLS) for s in x["skills"]]
                    self.r.shuffle(x["skills"])
                if x.get("skill") is not None:
                    x["skill"] = self.respell(x["skill"], SKILLS)
        for part in ("skills", "domains", "experiences", "projects", "technicalTests", "quizResults", "badges"):
            if c.get(part):
                self.r.shuffle(c[part])
        return self.shell(c)

    def candidates(self, n):
        seen = set()

        def cid():
            while True:
                i = self.pick(["c", "C", "z", "Z", "c-", "c_", "c.", "c:", "C-", "", "0", "é"[:0]]) + str(self.r.randint(0, 20 * n + 9))
                if i not in seen:
                    seen.add(i)
                    return i
        out = []
        while len(out) < n:
            x = self.r.random()
            if x < 0.012:                                           # a crowd that ties, big enough to stand across place 50
                base = self.candidate(cid(), self.p(0.8))
                out.append(base)
                out += [self.clone(base, cid()) for _ in range(self.r.randint(2, max(3, min(35, n // 20))))]
            elif x < 0.05:
                out.append(self.opted_out(cid()))
            elif x < 0.15:
                out.append(self.sparse(cid()))
            else:
                out.append(self.candidate(cid(), self.p(0.3)))
        out = out[:n]
        self.r.shuffle(out)
        return out

    # ---- postings
    def weights(self):
        names = ["skills", "domains", "experience", "recruiterFeedback", "training", "progression", "badges", "relevance"]
        x = self.r.random()
        if x < 0.3:                                                 # everything on one
            one = self.pick(names)
            w = {k: 10_000 if k == one else 0 for k in names}
        elif x < 0.5:                                               # two
            a, b = self.r.sample(names, 2)
            k = self.r.randint(0, 10_000)
            w = {n: k if n == a else 10_000 - k if n == b else 0 for n in names}
        else:
            cuts = sorted(self.r.randint(0, 10_000) for _ in range(7))
            w = dict(zip(names, (b - a for a, b in zip([0] + cuts, cuts + [10_000]))))
        keys = list(w)
        self.r.shuffle(keys)
        return {k: w[k] for k in keys}

    def posting(self, pid):
        p = {"id": pid, "companyId": self.pick(["acme", "globex"]),
             "title": self.pick([self.text(1, 4), self.text(1, 4), self.text(2, 5), "!!!", "de la", "R", self.pick(PLAIN)])}
        d = self.pick([None, "", self.text(3, 15), self.text(10, 40), self.text(10, 40)])
        if d is not None or self.p(0.5):
            p["description"] = d
        p["domains"] = [self.any_domain() for _ in range(self.pick([1, 1, 2, 3, 4, 7]))]
        p["skills"] = self.skills(1, self.pick([1, 2, 3, 3, 4, 7]))
        if self.p(0.12):
            p["skills"].append(self.pick(ONLY_TESTED))
        x = self.r.random()
        if x < 0.75:
            nice = self.skills(0, self.pick([1, 2, 4, 7]))
            if self.p(0.4):                                         # in R and N
                nice.append(self.respell(self.pick(p["skills"]), SKILLS))
            if self.p(0.1):                                         # nothing but what is in R
                nice = [self.respell(s, SKILLS) for s in p["skills"]]
            p["niceToHaveSkills"] = nice
        elif x < 0.85:
            p["niceToHaveSkills"] = None
        level = self.pick(["ENTRY", "JUNIOR", "MID", "SENIOR", "LEAD", None, "-"])
        if level != "-":
            p["experienceLevel"] = level
        x = self.r.random()
        if x < 0.08:
            p["active"] = False
            if self.p(0.4):
                p["skills"] = []
            if self.p(0.4):
                p["domains"] = []
        elif x < 0.3:
            p["active"] = True
        elif x < 0.4:
            p["active"] = None
        x = self.r.random()
        if x < 0.45:
            p["weights"] = self.weights()
        elif x < 0.6:
            p["weights"] = None
        if self.p(0.3):
            p["location"] = self.pick(["Lyon", None])
            p["workMode"] = self.pick(["HYBRID", "ONSITE", "REMOTE", None])
            p["contractType"] = self.pick(["PERMANENT", None])
            p["attributes"] = self.pick([{}, None, {"x": [1]}])
        return p

    def sparse_posting(self, pid):
        """scores of people with little evidence collide here"""
        return {"id": pid, "companyId": "acme", "title": "!!!", "domains": [self.spell_domain(self.pick(["backend", "data"]))],
                "skills": [self.spell_skill(self.pick(["java", "postgresql", "javascript"]))],
                "weights": self.pick([None, {"skills": 0, "domains": 10_000, "experience": 0, "recruiterFeedback": 0, "training": 0,
                                             "progression": 0, "badges": 0, "relevance": 0}])}

    def postings(self, m):
        numbers = self.r.sample(range(20 * m + 20), m)
        return [(self.sparse_posting if self.p(0.06) else self.posting)(self.pick(["p-", "P-", "p_", "p:", "", "p."]) + "x%d" % k) for k in numbers]

    # ---- writing
    def dump(self, doc):
        items = list(doc.items())
        if self.p(0.5):
            self.r.shuffle(items)                                   # the order of keys means nothing
        s = json.dumps(dict(items), ensure_ascii=self.p(0.4),
                       separators=self.pick([(",", ":"), (", ", ": ")]))
        return re.sub(r'"@@([0-9.]+)@@"', r"\1", s)


def main():
    seed, n, m, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    out.mkdir(parents=True, exist_ok=True)
    g = Gen(seed)
    for name, docs in (("candidates", g.candidates(n)), ("postings", g.postings(m))):
        assert len({d["id"] for d in docs}) == len(docs)
        (out / (name + ".jsonl")).write_bytes("".join(g.dump(d) + "\n" for d in docs).encode("utf-8"))


if __name__ == "__main__":
    main()
