package dev.entente.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.matching.vocabulary.DomainId;
import dev.entente.matching.vocabulary.SkillId;
import dev.entente.matching.vocabulary.Vocabulary;
import dev.entente.server.demo.Field.Duty;
import dev.entente.server.demo.Field.Role;
import dev.entente.server.demo.Field.Work;
import dev.entente.server.demo.Library.Trade;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The texts beside the generator, which no compiler checks.
class LibraryTest {
  private static final int PORTFOLIO_TEXT = 80;
  private static final Library LIBRARY = Library.load();

  @Test
  void namesOfASkillMeetInBothLanguagesAndFields() {
    Map<SkillId, String> keys = new HashMap<>();

    for (Trade trade : LIBRARY.trades()) {
      trade
          .field()
          .skills()
          .forEach(
              (key, names) -> {
                Set<SkillId> ids = ids(names);
                assertThat(ids).as(key).hasSize(1);
                SkillId id = ids.iterator().next();
                assertThat(keys.merge(id, key, (one, other) -> one)).as(id.value()).isEqualTo(key);
              });
    }
  }

  private static Set<SkillId> ids(Bilingual names) {
    return Stream.of(Language.values())
        .flatMap(language -> names.alternatives(language).stream())
        .map(Vocabulary::skill)
        .collect(Collectors.toSet());
  }

  @Test
  void namesOfADomainMeetInBothLanguages() {
    for (Role role : roles()) {
      Stream.concat(Stream.of(role.domains()), role.also().stream())
          .forEach(
              names -> {
                Set<DomainId> ids = new HashSet<>();
                names.alternatives(Language.FR).forEach(name -> ids.add(Vocabulary.domain(name)));
                names.alternatives(Language.EN).forEach(name -> ids.add(Vocabulary.domain(name)));
                assertThat(ids).as(role.id()).hasSize(1);
              });
    }
  }

  @Test
  void whatIsToldUsesSkillsOfTheRole() {
    for (Role role : roles()) {
      List<String> skills =
          Stream.of(role.core(), role.frequent(), role.rare(), role.exceptional())
              .flatMap(List::stream)
              .toList();

      assertThat(skills).as(role.id()).doesNotHaveDuplicates();
      assertThat(used(role)).as(role.id()).isSubsetOf(skills);
    }
    for (Trade trade : LIBRARY.trades()) {
      assertThat(trade.field().skills().keySet()).containsAll(trade.role().core());
    }
  }

  private static Set<String> used(Role role) {
    Stream<Duty> duties =
        Stream.of(role.lines(), role.duties(), role.seniorDuties()).flatMap(List::stream);
    return Stream.concat(
            duties.flatMap(duty -> duty.uses().stream()),
            role.works().stream().flatMap(work -> work.uses().stream()))
        .collect(Collectors.toSet());
  }

  @Test
  void projectIsLongAndItsFirstSentenceShort() {
    for (Work work : roles().stream().flatMap(role -> role.works().stream()).toList()) {
      for (Language language : Language.values()) {
        String text = work.text().in(language);

        assertThat(text.length()).as(text).isGreaterThan(PORTFOLIO_TEXT + 10);
        assertThat(text.indexOf(". ")).as(text).isBetween(1, PORTFOLIO_TEXT);
      }
    }
  }

  @Test
  void everyRoleHasFourRanksAndKnowsWhereItsPeopleComeFrom() {
    Set<String> ids = roles().stream().map(Role::id).collect(Collectors.toSet());

    assertThat(roles())
        .hasSize(ids.size())
        .allSatisfy(
            role -> {
              assertThat(role.titles()).hasSize(4);
              assertThat(ids).containsAll(role.from());
            });
  }

  private static List<Role> roles() {
    return LIBRARY.trades().stream().map(Trade::role).toList();
  }
}
