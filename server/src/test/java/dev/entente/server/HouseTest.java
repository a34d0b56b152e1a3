package dev.entente.server;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.entente.inngest.Inngest;
import dev.entente.inngest.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walls of the house: a room knows only the rooms below it.
class HouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.entente");

  // A page shows what all features know.
  private static final Set<String> PAGES = Set.of("matching.*", "documents", "server.*");

  // What a run did is told by steps, whose states are the engine's.
  private static final Set<String> PAGES_OF_RUNS =
      Set.of("matching.*", "documents", "durable.history", "server.*");

  /// Each room and the rooms it may know.
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry("matching.arithmetic", Set.of()),
          entry("matching.vocabulary", Set.of()),
          entry("matching.profile", Set.of("matching.vocabulary")),
          entry("matching.numbers", Set.of("matching.profile", "matching.vocabulary")),
          entry("matching.explanation", Set.of("matching.*")),
          entry("matching.criteria", Set.of("matching.*")),
          entry("matching.eligibility", Set.of("matching.profile", "matching.vocabulary")),
          entry("matching.ranking", Set.of("matching.*")),
          entry("matching.index", Set.of("matching.*")),
          entry("documents", Set.of("matching.*")),
          entry("inngest.json", Set.of()),
          entry("inngest.flow", Set.of()),
          entry("inngest.settings", Set.of("inngest.json")),
          entry("inngest.function", Set.of("inngest.flow", "inngest.json")),
          entry("inngest.execution", Set.of("inngest.flow", "inngest.function", "inngest.json")),
          entry(
              "inngest.client",
              Set.of("inngest.execution", "inngest.function", "inngest.json", "inngest.settings")),
          entry(
              "inngest.serve",
              Set.of(
                  "inngest.client",
                  "inngest.execution",
                  "inngest.flow",
                  "inngest.function",
                  "inngest.json",
                  "inngest.settings")),
          entry("inngest", Set.of("inngest.*")),
          entry("postgres", Set.of()),
          entry("testkit", Set.of("postgres")),
          // Its packages are looked at by its own test: nothing of the product sees them.
          entry(
              "benchmarks",
              Set.of("matching.*", "documents", "inngest.*", "postgres", "benchmarks.*")),
          entry("cli.terminal", Set.of("documents")),
          entry("cli.settings", Set.of("cli.terminal")),
          entry("cli.streams", Set.of("cli.terminal", "documents")),
          entry("cli.files", Set.of("matching.*", "documents", "cli.terminal", "cli.streams")),
          entry("cli.client", Set.of("documents", "cli.terminal", "cli.streams", "cli.settings")),
          entry("cli", Set.of("matching.*", "documents", "cli.*")),
          entry("server.web", Set.of("documents")),
          entry("server.ops", Set.of()),
          entry("server.accounts", Set.of("server.web")),
          entry("server.doctor", Set.of("cli.terminal")),
          entry(
              "server.doctor.settings",
              Set.of(
                  "cli.settings",
                  "inngest.settings",
                  "server.accounts",
                  "server.doctor",
                  "server.nights",
                  "server.ops",
                  "server.reasons",
                  "server.reasons.model",
                  "server.reasons.spending",
                  "server.reasons.wording",
                  "server.runs")),
          entry(
              "server.doctor.database",
              Set.of("cli.settings", "cli.terminal", "postgres", "server.doctor", "server.ops")),
          entry("server.doctor.inngest", Set.of("inngest.*", "server.doctor")),
          entry(
              "server.doctor.outside",
              Set.of(
                  "cli.settings",
                  "server.doctor",
                  "server.doctor.settings",
                  "server.reasons.model")),
          entry(
              "server.doctor.service",
              Set.of("cli.settings", "cli.terminal", "inngest.*", "server.doctor")),
          entry("server.intake", Set.of("documents", "server.web")),
          entry("server.terms", Set.of("matching.*")),
          entry("server.reasons", Set.of("matching.*")),
          entry("server.reasons.template", Set.of("matching.*", "server.reasons")),
          entry("server.reasons.check", Set.of("matching.*", "server.reasons")),
          entry(
              "server.reasons.wording",
              Set.of(
                  "matching.*",
                  "documents",
                  "server.reasons",
                  "server.reasons.check",
                  "server.reasons.template")),
          entry("server.reasons.model", Set.of("matching.*", "server.reasons")),
          entry("server.reasons.spending", Set.of()),
          entry(
              "server.reasons.work",
              Set.of(
                  "matching.*",
                  "inngest.*",
                  "server.background",
                  "server.engine",
                  "server.matchings",
                  "server.reasons",
                  "server.reasons.*",
                  "server.runs",
                  "server.web")),
          entry("server.demo", Set.of("matching.*", "documents")),
          entry("server.training", Set.of("cli.settings", "cli.terminal", "server.demo")),
          entry(
              "server.candidates",
              Set.of("matching.*", "documents", "server.intake", "server.terms", "server.web")),
          entry(
              "server.postings",
              Set.of("matching.*", "documents", "server.intake", "server.terms", "server.web")),
          entry(
              "server.matchings",
              Set.of(
                  "matching.*",
                  "documents",
                  "server.candidates",
                  "server.postings",
                  "server.intake",
                  "server.reasons",
                  "server.reasons.template",
                  "server.reasons.wording",
                  "server.web")),
          entry("server.runs", Set.of("matching.*", "server.web")),
          entry("server.nights", Set.of("server.runs")),
          entry("server.channels", Set.of("server.nights")),
          entry("server.alerts", Set.of("server.background", "server.channels", "server.nights")),
          entry("server.background", Set.of()),
          entry(
              "server.runs.report",
              Set.of("server.engine", "server.engine.*", "server.runs", "server.web")),
          entry("server.runs.figures", Set.of("server.runs")),
          entry("server.runs.progress", Set.of("server.runs", "server.web")),
          entry("server.engine.view", Set.of("durable.*")),
          entry(
              "server.engine",
              Set.of("inngest.*", "durable.*", "server.engine.view", "server.web")),
          entry(
              "server.rankings",
              Set.of(
                  "matching.*",
                  "documents",
                  "server.background",
                  "server.candidates",
                  "server.postings",
                  "server.matchings",
                  "server.runs",
                  "server.terms",
                  "server.web")),
          entry(
              "server.live",
              Set.of(
                  "matching.*",
                  "documents",
                  "server.background",
                  "server.candidates",
                  "server.postings",
                  "server.matchings",
                  "server.rankings",
                  "server.runs")),
          entry(
              "server.generation",
              Set.of(
                  "matching.*",
                  "documents",
                  "inngest.*",
                  "server.background",
                  "server.candidates",
                  "server.engine",
                  "server.postings",
                  "server.matchings",
                  "server.rankings",
                  "server.runs",
                  "server.web")),
          entry("server.pages", Set.of("server.accounts", "server.web")),
          entry(
              "server.pages.wording",
              Set.of(
                  "matching.*",
                  "server.candidates",
                  "server.matchings",
                  "server.postings",
                  "server.reasons")),
          entry(
              "server.pages.explanation",
              Set.of(
                  "matching.*", "server.candidates", "server.matchings", "server.pages.wording")),
          entry("server.pages.matchings", PAGES),
          entry("server.pages.postings", PAGES),
          entry("server.pages.candidates", PAGES),
          entry("server.pages.runs", PAGES),
          entry("server.pages.runs.report", PAGES_OF_RUNS),
          entry("server.pages.operations", PAGES),
          entry(
              "server",
              Set.of(
                  "matching.*", "documents", "inngest.*", "postgres", "cli", "cli.*", "server.*")));

  @ParameterizedTest
  @MethodSource("rooms")
  void roomKnowsOnlyRoomsBelow(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), ROOMS.getOrDefault(room, Set.of()).stream())
            .map(name -> "dev.entente." + name.replace("*", "."))
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("dev.entente." + room)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.entente..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  static Set<String> rooms() {
    return ROOMS.keySet();
  }

  @Test
  void everyPackageIsARoom() {
    Set<String> packages = new TreeSet<>();
    CLASSES.stream()
        .map(type -> type.getPackageName().replace("dev.entente.", ""))
        .filter(room -> !room.isEmpty()) // module-info
        .filter(room -> !room.startsWith("durable")) // which has a test of its own
        .forEach(packages::add);

    assertThat(ROOMS.keySet()).containsAll(packages);
    slices().matching("dev.entente.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void matchingKnowsNoClockNoFileAndNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("dev.entente.matching..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.entente.matching..",
            "java.lang..",
            "java.util..",
            "java.time..",
            "java.text..",
            "java.io..",
            "java.nio.charset..",
            "java.security..",
            "org.jspecify..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.entente.matching..")
        .and()
        .haveSimpleNameNotStartingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..")
        .check(CLASSES);
  }

  @Test
  void inngestKnowsJacksonInOnePlaceAndNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("dev.entente.inngest..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.entente.inngest..",
            "java..",
            "javax.crypto..",
            "com.sun.net.httpserver..",
            "org.jspecify..",
            "tools.jackson..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.entente.inngest..")
        .and()
        .haveNameNotMatching(Json.class.getName().replace(".", "\\.") + "(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCompositionRootNamesTheSystemClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.entente.durable..") // which has a test of its own
        .and()
        .doNotHaveFullyQualifiedName(Main.class.getName())
        .and() // the beginning of a program that has nothing else of the product
        .doNotHaveFullyQualifiedName(Inngest.class.getName())
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(YearMonth.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callConstructor(Date.class)
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(CLASSES);
  }

  @Test
  void blankAndTrimmedMeanUnicodeWhiteSpace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.entente.durable..") // which reads no documents
        .should()
        .callMethod(String.class, "strip")
        .orShould()
        .callMethod(String.class, "trim")
        .orShould()
        .callMethod(String.class, "isBlank")
        .orShould()
        .callMethod(Character.class, "isWhitespace", int.class)
        .orShould()
        .callMethod(Character.class, "isWhitespace", char.class)
        .check(CLASSES);
  }
}
