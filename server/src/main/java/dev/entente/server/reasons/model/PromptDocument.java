package dev.entente.server.reasons.model;

import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.ReasonLanguage;
import dev.entente.server.reasons.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The data of a prompt as one JSON document, each kind in a field of its own.
final class PromptDocument {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int MOST = 100;
  private static final int BAND = 4;

  private PromptDocument() {}

  static ObjectNode of(Prompt prompt) {
    Question question = prompt.question();
    ObjectNode root = MAPPER.createObjectNode();
    root.put("language", language(question.language()));
    root.putObject("posting")
        .put("title", question.postingTitle())
        .put("text", question.postingText());
    ArrayNode matchings = root.putArray("matchings");
    question
        .facts()
        .forEach(
            (key, facts) -> {
              ObjectNode matching = matchings.addObject().put("key", key);
              write(facts, matching);
              prompt.refused().getOrDefault(key, Set.of()).stream()
                  .sorted()
                  .forEach(refusal -> matching.withArray("refused").add(words(refusal)));
            });
    return root;
  }

  private static String language(ReasonLanguage language) {
    return language.locale().getDisplayLanguage(Locale.ENGLISH);
  }

  private static void write(ReasonFacts facts, ObjectNode to) {
    var skills = new NamedFacts(to.putObject("required"));
    facts.required().forEach(skills::add);
    if (!facts.wished().isEmpty()) {
      var wished = new NamedFacts(to.putObject("wished"));
      facts.wished().forEach(wished::add);
    }
    var domains = new NamedFacts(to.putObject("domains"));
    facts.domains().forEach(domains::add);
    ObjectNode figures = to.putObject("figures");
    new TreeMap<>(facts.figures()).forEach(figures::put);
    ObjectNode bands = to.putObject("bands");
    new TreeMap<>(facts.bands()).forEach((criterion, from) -> bands.put(criterion, band(from)));
    to.put("confidence", facts.confidence().name().toLowerCase(Locale.ROOT));
  }

  private static String band(int from) {
    return from >= MOST
        ? "100 of 100"
        : "between %d and %d of 100".formatted(from, Math.min(from + BAND, MOST));
  }

  private static String words(Refusal refusal) {
    return switch (refusal) {
      case TOO_SHORT -> "it was shorter than 40 characters";
      case TOO_LONG -> "it was longer than 600 characters";
      case OTHER_LANGUAGE -> "it was not in the language asked for";
      case UNKNOWN_SKILL -> "it named a skill that the facts do not give to this candidate";
      case UNKNOWN_NUMBER -> "it held a number that is not among the facts";
      case LINK -> "it held an address of the web or of a mailbox";
      case MARKUP -> "it held markup, code or invisible characters";
      case INSTRUCTION ->
          "it told somebody to do something, or repeated the instruction or the posting";
      case PROTECTED_TRAIT -> "it spoke of a trait that the law protects";
      case PROMISE -> "it promised, recommended or refused a hiring";
      case MALFORMED -> "the answer was not of the form asked for";
      case NOT_ANSWERED -> "this key was left out";
    };
  }

  /// What is shared and what is missing of one kind of facts.
  private record NamedFacts(ObjectNode to) {
    NamedFacts {
      to.put("asked", 0);
    }

    void add(ReasonFacts.Skill skill) {
      if (skill.name().isPresent() && skill.evidence().isPresent()) {
        to.withArray("shared")
            .addObject()
            .put("name", skill.name().get())
            .put("evidence", skill.evidence().get().name().toLowerCase(Locale.ROOT));
        count("asked");
      } else {
        add(skill.name().orElse(""), skill.isShared());
      }
    }

    void add(ReasonFacts.Domain domain) {
      add(domain.name().orElse(""), domain.isShared());
    }

    private void add(String name, boolean isShared) {
      String list = isShared ? "shared" : "missing";
      if (name.isEmpty()) {
        count(list + "Unnamed");
      } else {
        to.withArray(list).add(name);
      }
      count("asked");
    }

    private void count(String name) {
      to.put(name, to.path(name).asInt(0) + 1);
    }
  }
}
