package dev.entente.matching.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "JS | javascript",
        "K8s | Kubernetes",
        "Postgres | PostgreSQL",
        "golang | Go",
        "C sharp | C#",
        "cpp | C++",
        "node | Node.js",
        "ReactJS | React",
        "vuejs | Vue.js",
        "ML | Machine learning",
        "apprentissage automatique | machine learning",
        "POO | object-oriented programming",
        "RoR | Ruby on Rails",
        "dotnet | .NET",
        "MS Excel | Excel",
        "comptabilité | accounting",
        "anglais | English",
        "allemand | German",
        "gestion de projet | project management",
        "soins infirmiers | nursing care",
        "soudure TIG | TIG welding",
        "plomberie | plumbing",
        "formation | training",
        "premiers secours | first aid",
        "permis B | driving licence B",
        "nettoyage | cleaning",
        "base de données | databases",
        "intelligence artificielle | AI",
        "tests unitaires | unit testing",
        "négociation | negotiation",
        "travail d'équipe | teamwork"
      })
  void namesOfOneSkillAreOne(String one, String other) {
    assertThat(Vocabulary.skill(one)).isEqualTo(Vocabulary.skill(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "java | javascript",
        "c | c++",
        "c++ | c#",
        "c | c#",
        "c | objective-c",
        "go | google",
        "react | react native",
        "angular | angularjs",
        "sql | nosql",
        "mysql | postgresql",
        "sql server | mysql",
        "excel | vba",
        "python | django",
        "ruby | ruby on rails",
        "scala | scalability",
        "swift | swiftui",
        ".net | asp.net",
        "html | css",
        "docker | docker compose",
        "kubernetes | helm",
        "git | github",
        "github | gitlab",
        "aws | azure",
        "r | ruby",
        "nurse | nursing assistant",
        "plumbing | heating",
        "accounting | audit",
        "english | spanish",
        "sales | marketing",
        "oop | php",
        "rail | ruby on rails",
        "spark | java"
      })
  void skillsThatLookAlikeStayApart(String one, String other) {
    assertThat(Vocabulary.skill(one)).isNotEqualTo(Vocabulary.skill(other));
  }

  @ParameterizedTest
  @CsvSource({
    "Back-end,backend",
    "Développement back-end,backend",
    "front end,frontend",
    "Données,data",
    "data science,data",
    "intelligence artificielle,ai",
    "RH,human resources",
    "Comptabilité,accounting",
    "soins infirmiers,nursing",
    "BTP,construction"
  })
  void frenchAndEnglishDomainsAreOne(String name, String id) {
    assertThat(Vocabulary.domain(name)).isEqualTo(new DomainId(id));
  }

  @Test
  void idOfTheSpecificationIsTheId() {
    assertThat(Vocabulary.skill("js").value()).isEqualTo("javascript");
    assertThat(Vocabulary.skill("k8s").value()).isEqualTo("kubernetes");
    assertThat(Vocabulary.skill("postgres").value()).isEqualTo("postgresql");
  }

  @Test
  void blankNameIsRefused() {
    assertThatThrownBy(() -> Vocabulary.skill("\u00A0")).hasMessage("skill must not be blank");
    assertThatThrownBy(() -> Vocabulary.domain("")).hasMessage("domain must not be blank");
  }

  @Test
  void namesAndIdsOfATableAreKnownToIt() {
    assertThat(Vocabulary.isSkill("JS")).isTrue();
    assertThat(Vocabulary.isSkill("JavaScript")).isTrue();
    assertThat(Vocabulary.isSkill("zorglub")).isFalse();
    assertThat(Vocabulary.isDomain("Comptabilité")).isTrue();
    assertThat(Vocabulary.isDomain("zorglub")).isFalse();
  }
}
