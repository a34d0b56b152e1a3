package dev.entente.documents;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The documents of the format's own example, and changes to them.
final class Documents {
  static final String CANDIDATE =
      """
      {"id": "c-17", "firstName": "Ada", "lastName": "L.", "email": "ada@example.org",
       "headline": "Back-end engineer", "bio": "Quiet services, measured.",
       "domains": ["backend", "data"], "skills": ["Java", "SQL"],
       "experiences": [{"title": "Java developer", "domain": "backend", "skills": ["Java"],
                        "from": "2019-04", "to": "2022-01", "description": "Payment services"}],
       "projects": [{"title": "Ledger", "description": "Double-entry ledger, PostgreSQL storage, \
      property tests, balance page, audit trail, CSV export.",
                     "link": "https://example.org/ledger", "skills": ["PostgreSQL"]}],
       "technicalTests": [{"id": "t-1", "domain": "backend", "skill": "Java", "score": 81.5,
                           "reviewScore": 78, "comment": "Clear.", "companyId": "acme",
                           "completedAt": "2026-03-01T10:00:00Z"}],
       "quizResults": [{"id": "q-1", "domain": "backend", "type": "QCM", "score": 64,
                        "completedAt": "2026-02-01T10:00:00Z"}],
       "badges": [{"code": "sql-gold", "tier": "GOLD", "validUntil": "2027-01-01"}],
       "optedOut": false, "location": "Lyon", "workModes": ["HYBRID", "REMOTE"],
       "languages": ["fr", "en"], "attributes": {"source": "careers page"}}
      """;

  static final String POSTING =
      """
      {"id": "p-3", "companyId": "acme", "title": "Développeur Java",
       "description": "Services paiement Java, stockage PostgreSQL.", "domains": ["backend"],
       "skills": ["Java", "PostgreSQL"], "niceToHaveSkills": ["Kafka"], "experienceLevel": "MID",
       "location": "Lyon", "workMode": "HYBRID", "contractType": "PERMANENT", "active": true,
       "weights": {"skills": 2500, "domains": 2000, "experience": 1500, "recruiterFeedback": 1500,
                   "training": 1000, "progression": 800, "badges": 400, "relevance": 300},
       "attributes": {}}
      """;

  private static final JsonMapper MAPPER = new JsonMapper();

  private Documents() {}

  /// The document on one line.
  static String line(String document) {
    return MAPPER.readTree(document).toString();
  }

  /// The document on one line with something else at a place, or nothing where `json` is empty.
  ///
  /// @param pointer of a field or a list's element; the object or list it stands in must exist
  static String with(String document, String pointer, String json) {
    JsonNode root = MAPPER.readTree(document);
    int last = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, last));
    String name = pointer.substring(last + 1);
    if (parent instanceof tools.jackson.databind.node.ArrayNode list) {
      list.insert(Integer.parseInt(name), MAPPER.readTree(json));
    } else if (json.isEmpty()) {
      ((ObjectNode) parent).remove(name);
    } else {
      ((ObjectNode) parent).set(name, MAPPER.readTree(json));
    }
    return root.toString();
  }

  /// What problems say, by pointer.
  static Map<String, String> sentences(Checked<?> document) {
    Map<String, String> sentences = new TreeMap<>();
    if (document instanceof Checked.Invalid<?>(var problems)) {
      problems.forEach(
          problem ->
              sentences.merge(
                  problem.pointer(),
                  problem.text(java.util.Locale.ENGLISH),
                  (a, b) -> a + " & " + b));
    }
    return sentences;
  }
}
