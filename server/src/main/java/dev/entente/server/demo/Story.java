package dev.entente.server.demo;

import dev.entente.server.demo.Career.Position;
import dev.entente.server.demo.Field.Duty;
import dev.entente.server.demo.Field.Place;
import dev.entente.server.demo.Field.Role;
import dev.entente.server.demo.Field.Work;
import dev.entente.server.demo.Library.Trade;
import dev.entente.server.demo.Persona.Practice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a person tells: headline, bio, experiences and projects. No sentence is told twice.
final class Story {
  private final Draw draw;
  private final Persona persona;
  private final Wording wording;
  private final List<Position> career;
  private final Set<Object> told = Collections.newSetFromMap(new IdentityHashMap<>());

  Story(Draw draw, Persona persona, Wording wording, List<Position> career) {
    this.draw = draw;
    this.persona = persona;
    this.wording = wording;
    this.career = career;
  }

  String headline() {
    List<Bilingual> headlines =
        persona.isNewcomer()
            ? wording.common().headlines().newcomer()
            : wording.common().headlines().working();
    List<String> skills = draw.several(List.copyOf(persona.main().skills().values()), 2);
    return wording
        .with("title", title())
        .with("skill", skills.getFirst())
        .with("skill2", skills.getLast())
        .text(draw.oneOf(headlines.stream().filter(text -> fits(text, skills)).toList()));
  }

  // Nobody presents themselves as the intern they were.
  private String title() {
    int rank = career.isEmpty() ? 0 : career.getLast().rank();
    Bilingual title = role().titles().get(rank);
    return wording.first(title);
  }

  private boolean fits(Bilingual text, List<String> skills) {
    return isTrueOf(text) && (skills.size() == 2 || !text.en().contains("{skill2}"));
  }

  // Years are told of one trade only.
  private boolean isTrueOf(Bilingual text) {
    return !text.en().contains("{years}") || (persona.earlier().isEmpty() && persona.years() >= 2);
  }

  private Role role() {
    return persona.main().trade().role();
  }

  /// Up to four sentences; empty for those who do not like to write.
  String bio() {
    if (persona.care() < -0.7) {
      return "";
    }
    List<Bilingual> lines = new ArrayList<>();
    lines.addAll(draw.several(trueOnes(ownLines()), draw.between(1, 2)));
    int most = persona.care() > 0.3 ? 2 : 1;
    lines.addAll(draw.several(trueOnes(general()), draw.between(0, most)));
    return String.join(" ", lines.stream().map(wording::text).toList());
  }

  private List<Bilingual> ownLines() {
    return role().lines().stream()
        .filter(line -> persona.main().covers(line.uses()))
        .map(Duty::text)
        .toList();
  }

  private List<Bilingual> general() {
    Common.Lines lines = wording.common().lines();
    if (persona.isNewcomer()) {
      return lines.newcomer();
    }
    return persona.years() < 7
        ? lines.working()
        : Stream.concat(lines.working().stream(), lines.seasoned().stream()).toList();
  }

  private List<Bilingual> trueOnes(List<Bilingual> texts) {
    return texts.stream().filter(this::isTrueOf).toList();
  }

  /// Newest first, as people list them.
  ArrayNode experiences() {
    ArrayNode experiences = JsonNodeFactory.instance.arrayNode();
    for (Position position : career.reversed()) {
      experience(position, experiences.addObject());
    }
    return experiences;
  }

  private void experience(Position position, ObjectNode experience) {
    Practice practice = position.practice();
    List<Duty> duties = duties(position);
    Set<String> skills = new LinkedHashSet<>();
    duties.forEach(duty -> skills.addAll(practice.names(duty.uses())));
    skills.addAll(draw.several(List.copyOf(practice.skills().values()), draw.between(0, 2)));
    experience.put("title", title(position));
    if (draw.chance(96)) {
      experience.put("domain", practice.domain());
    }
    skills.forEach(experience.putArray("skills")::add);
    experience.put("from", position.from().toString());
    position.to().ifPresent(to -> experience.put("to", to.toString()));
    String description = description(position, duties);
    if (!description.isEmpty()) {
      experience.put("description", description);
    }
  }

  private String title(Position position) {
    Bilingual title = position.practice().trade().role().titles().get(position.rank());
    return position.rank() == 0 && position.isLong()
        ? wording.first(title)
        : wording.alternative(title);
  }

  private List<Duty> duties(Position position) {
    Role role = position.practice().trade().role();
    int most = Math.clamp(Math.round(1.8 + 0.8 * persona.care()), 0, 3);
    List<Duty> duties = tell(role.duties(), position.practice(), most);
    if (position.isSenior() && draw.chance(65)) {
      duties.addAll(tell(role.seniorDuties(), position.practice(), 1));
    }
    return duties;
  }

  private List<Duty> tell(List<Duty> duties, Practice practice, int most) {
    List<Duty> possible = new ArrayList<>(duties);
    possible.removeIf(duty -> told.contains(duty) || !practice.covers(duty.uses()));
    List<Duty> drawn = draw.several(possible, most);
    told.addAll(drawn);
    return drawn;
  }

  private String description(Position position, List<Duty> duties) {
    Trade trade = position.practice().trade();
    List<Bilingual> sentences = new ArrayList<>();
    if (draw.chance(72)) {
      List<Place> places = new ArrayList<>(trade.field().places());
      places.removeIf(
          place -> told.contains(place) || !place.isFor(trade.role().id(), position.rank()));
      List<Place> drawn = draw.several(places, 1);
      told.addAll(drawn);
      drawn.forEach(place -> sentences.add(place.text()));
    }
    duties.forEach(duty -> sentences.add(duty.text()));
    return String.join(" ", sentences.stream().map(wording::sentence).toList());
  }

  ArrayNode projects() {
    ArrayNode projects = JsonNodeFactory.instance.arrayNode();
    Practice practice = persona.main();
    int percent = practice.trade().field().projects();
    int most = draw.chance(percent + 10 * persona.care()) ? draw.between(1, 3) : 0;
    List<Work> works =
        role().works().stream().filter(work -> practice.covers(work.uses())).toList();
    for (Work work : draw.several(works, most)) {
      project(work, projects.addObject());
    }
    return projects;
  }

  private void project(Work work, ObjectNode project) {
    String title = wording.text(work.title());
    project.put("title", title);
    String text = wording.text(work.text());
    if (draw.chance(58 + 15 * persona.care())) {
      project.put("description", text);
    } else if (draw.chance(65)) {
      project.put("description", text.substring(0, text.indexOf(". ") + 1));
    }
    if (draw.chance(persona.main().trade().field().links())) {
      String host = draw.oneOf(List.of("https://example.org/", "https://example.com/"));
      project.put("link", host + Slug.of(persona.lastName()) + "/" + Slug.of(title));
    }
    persona.main().names(work.uses()).forEach(project.putArray("skills")::add);
  }
}
