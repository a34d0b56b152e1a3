package dev.entente.server.demo;

import dev.entente.server.demo.Field.Remarks;
import dev.entente.server.demo.Field.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Technical tests, quiz results and badges of one person, as good as the person is able.
final class Results {
  private static final int GOOD = 75;
  private static final int PASSED = 50;

  private final Draw draw;
  private final Persona persona;
  private final Wording wording;
  private final LocalDate asOf;
  private int quizzes;

  Results(Draw draw, Persona persona, Wording wording, Instant asOf) {
    this.draw = draw;
    this.persona = persona;
    this.wording = wording;
    this.asOf = asOf.atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Role role() {
    return persona.main().trade().role();
  }

  /// Up to four tests of companies of the field, at most two years old.
  ArrayNode tests() {
    ArrayNode tests = JsonNodeFactory.instance.arrayNode();
    int most = draw.chance(58) ? draw.between(1, 4) : 0;
    List<String> asked = Stream.concat(role().core().stream(), role().frequent().stream()).toList();
    for (String skill : draw.several(persona.main().names(asked), most)) {
      test(skill, tests.addObject().put("id", "t-" + tests.size()));
    }
    return tests;
  }

  private void test(String skill, ObjectNode test) {
    double mean = 61 + 13 * persona.ability() + Math.min(8, persona.months() / 20.0);
    double score = points(mean + 8 * draw.normal());
    test.put("domain", persona.main().domain()).put("skill", skill).put("score", score);
    double result = score;
    if (draw.chance(45)) {
      result = points(score + 5 * draw.normal());
      test.put("reviewScore", result);
    }
    if (draw.chance(45)) {
      test.put("comment", remark(result, skill));
    }
    test.put("companyId", draw.oneOf(persona.main().trade().field().companies()));
    test.put("completedAt", at(asOf.minusDays(draw.between(3, 730))));
  }

  private String remark(double result, String skill) {
    Remarks remarks = persona.main().trade().remarks();
    List<Bilingual> fitting =
        result >= GOOD ? remarks.high() : result >= PASSED ? remarks.middle() : remarks.low();
    return wording.with("skill", skill).text(draw.oneOf(fitting));
  }

  // Half points, and nobody is quite perfect.
  private static double points(double score) {
    return Math.round(2 * Math.clamp(score, 8, 99)) / 2.0;
  }

  private String at(LocalDate day) {
    return day.atTime(draw.between(7, 19), 5 * draw.between(0, 11)) + ":00Z";
  }

  /// One or two series of quizzes over months; most rise, some fall.
  ArrayNode quizResults() {
    ArrayNode quizResults = JsonNodeFactory.instance.arrayNode();
    if (draw.chance(58)) {
      List<String> types = List.of("QCM", "QCM", "TECHNICAL", "MOCK_INTERVIEW");
      draw.several(types, draw.between(1, 2)).stream()
          .distinct()
          .forEach(type -> series(type, quizResults));
    }
    return quizResults;
  }

  private void series(String type, ArrayNode quizResults) {
    int count = draw.between(1, type.equals("QCM") ? 12 : 7);
    double level = 52 + 11 * persona.ability() + 6 * draw.normal();
    double slope = 1.7 + 1.9 * draw.normal();
    int every = draw.between(5, 32);
    LocalDate day = asOf.minusDays(draw.between(2, 120) + (long) every * count);
    for (int i = 0; i < count; i++) {
      quizzes++;
      day = day.plusDays(Math.max(1, every + draw.between(-3, 0)));
      quizResults
          .addObject()
          .put("id", "q-" + quizzes)
          .put("domain", persona.main().domain())
          .put("type", type)
          .put("score", points(level + slope * i + 4 * draw.normal()))
          .put("completedAt", at(day));
    }
  }

  /// Up to three badges; about one in four has expired.
  ArrayNode badges() {
    ArrayNode badges = JsonNodeFactory.instance.arrayNode();
    int most = draw.chance(40 + 6 * persona.care()) ? draw.between(1, 3) : 0;
    for (String code : draw.several(role().badges(), most)) {
      ObjectNode badge = badges.addObject().put("code", code).put("tier", tier());
      if (draw.chance(80)) {
        badge.put("validUntil", asOf.plusDays(draw.between(-280, 800)).toString());
      }
    }
    return badges;
  }

  private String tier() {
    double merit = persona.ability() + draw.normal();
    if (merit > 1.1) {
      return "GOLD";
    }
    return merit > -0.2 ? "SILVER" : "BRONZE";
  }
}
