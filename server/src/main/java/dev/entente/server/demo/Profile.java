package dev.entente.server.demo;

import dev.entente.server.demo.Persona.Practice;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The document of one person.
final class Profile {
  private final Draw draw;
  private final Persona persona;
  private final Wording wording;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();

  private Profile(Draw draw, Persona persona, Common common) {
    this.draw = draw;
    this.persona = persona;
    wording = new Wording(draw, persona, common);
  }

  /// Writes the profile of a person as it is at an instant; half of the newcomers have told nothing
  /// but their trade.
  static ObjectNode of(Persona persona, Draw draw, Common common, Instant asOf) {
    var profile = new Profile(draw, persona, common);
    profile.name();
    if (persona.isNewcomer() && draw.chance(50)) {
      profile.trade(draw.between(0, 2));
    } else {
      profile.tell(asOf);
    }
    profile.conditions();
    return profile.document;
  }

  private void name() {
    document.put("id", persona.id());
    document.put("firstName", persona.firstName());
    document.put("lastName", persona.lastName());
    String address = Slug.of(persona.firstName()) + "." + Slug.of(persona.lastName());
    document.put("email", address + "@example.org");
  }

  private void tell(Instant asOf) {
    YearMonth month = YearMonth.from(asOf.atZone(ZoneOffset.UTC));
    var story = new Story(draw, persona, wording, Career.of(persona, draw, month));
    if (persona.care() > -1.4) {
      document.put("headline", story.headline());
    }
    String bio = story.bio();
    if (!bio.isEmpty()) {
      document.put("bio", bio);
    }
    trade(Integer.MAX_VALUE);
    putUnlessEmpty("experiences", story.experiences());
    putUnlessEmpty("projects", story.projects());
    var results = new Results(draw, persona, wording, asOf);
    putUnlessEmpty("technicalTests", results.tests());
    putUnlessEmpty("quizResults", results.quizResults());
    putUnlessEmpty("badges", results.badges());
  }

  private void putUnlessEmpty(String name, ArrayNode array) {
    if (!array.isEmpty()) {
      document.set(name, array);
    }
  }

  /// Domains and at most so many skills.
  private void trade(int most) {
    domains().forEach(document.putArray("domains")::add);
    Map<String, String> skills = new LinkedHashMap<>();
    persona.practices().forEach(practice -> practice.skills().forEach(skills::putIfAbsent));
    // Some forget to list what their experiences show.
    List<String> listed = new ArrayList<>(skills.values());
    listed.removeIf(name -> draw.chance(6));
    draw.several(listed, most).forEach(document.putArray("skills")::add);
  }

  private Set<String> domains() {
    Set<String> domains = new LinkedHashSet<>();
    domains.add(persona.main().domain());
    for (Bilingual also : persona.main().trade().role().also()) {
      if (draw.chance(45)) {
        domains.add(draw.oneOf(also.alternatives(persona.language())));
      }
    }
    persona
        .earlier()
        .filter(practice -> draw.chance(80))
        .map(Practice::domain)
        .ifPresent(domains::add);
    return domains;
  }

  private void conditions() {
    if (draw.chance(1.5)) {
      document.put("optedOut", true);
    }
    document.put("location", persona.city());
    draw.oneOf(persona.main().trade().field().modes()).forEach(document.putArray("workModes")::add);
    persona.speaks().forEach(document.putArray("languages")::add);
    document.putObject("attributes").put("invented", true);
  }
}
