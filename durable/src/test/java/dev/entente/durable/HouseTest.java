package dev.entente.durable;

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
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The walls of the module: a room knows only the rooms below it, and none knows what the functions
/// are about.
class HouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.entente.durable");

  /// Each room and the rooms it may know.
  private static final Map<String, Set<String>> ROOMS =
      Map.ofEntries(
          entry("jdbc", Set.of()),
          entry("schema", Set.of()),
          entry("definition", Set.of()),
          entry("expression", Set.of()),
          entry("schedule", Set.of()),
          entry("log", Set.of("jdbc")),
          entry("call", Set.of("definition", "log")),
          entry("remote.http", Set.of()),
          entry("remote.json", Set.of("call")),
          entry("remote.sync", Set.of("definition", "remote.http", "remote.json")),
          entry("remote.call", Set.of("call", "definition", "remote.http", "remote.json")),
          entry("remote.server", Set.of("call", "remote.json")),
          entry(
              "remote", Set.of("call", "definition", "remote.call", "remote.http", "remote.sync")),
          entry("queue", Set.of("jdbc")),
          entry("registry", Set.of("call", "definition", "expression", "queue", "schedule")),
          entry("store", Set.of("call", "definition", "jdbc", "queue")),
          entry("history", Set.of("call", "store")),
          entry("history.query", Set.of("call", "history", "jdbc", "store")),
          entry("retention", Set.of("jdbc")),
          entry("metrics", Set.of("jdbc", "store")),
          entry(
              "engine",
              Set.of(
                  "call",
                  "definition",
                  "expression",
                  "history",
                  "history.query",
                  "jdbc",
                  "log",
                  "metrics",
                  "queue",
                  "registry",
                  "remote.server",
                  "retention",
                  "schedule",
                  "schema",
                  "store")));

  /// Each library and the one room that knows it.
  private static final Map<String, String> LIBRARIES =
      Map.of(
          "com.github.kagkarlsson..", "queue",
          "dev.cel..", "expression",
          "org.flywaydb..", "schema");

  @ParameterizedTest
  @MethodSource("rooms")
  void roomKnowsOnlyRoomsBelow(String room) {
    String[] allowed =
        Stream.concat(Stream.of(room), ROOMS.getOrDefault(room, Set.of()).stream())
            .map(name -> "dev.entente.durable." + name)
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("dev.entente.durable." + room)
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.entente.durable..").and(not(resideInAnyPackage(allowed))))
        .check(CLASSES);
  }

  static Set<String> rooms() {
    return ROOMS.keySet();
  }

  @Test
  void everyPackageIsARoom() {
    Set<String> packages = new TreeSet<>();
    CLASSES.stream()
        .map(type -> type.getPackageName().replace("dev.entente.durable.", ""))
        .forEach(packages::add);

    assertThat(packages).isEqualTo(new TreeSet<>(ROOMS.keySet()));
    slices().matching("dev.entente.durable.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothingOfTheProductAndNoFrameworkIsKnown() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAPackage("dev.entente..")
                .and(not(resideInAnyPackage("dev.entente.durable..", "dev.entente.inngest.."))))
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework..", "org.slf4j..", "tools.jackson..")
        .check(CLASSES);
  }

  @Test
  void eachLibraryIsKnownInOneRoom() {
    LIBRARIES.forEach(
        (library, room) ->
            noClasses()
                .that()
                .resideOutsideOfPackage("dev.entente.durable." + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES));
  }

  @Test
  void timeIsHandedIn() {
    noClasses().should().callMethod(Instant.class, "now").check(CLASSES);
  }
}
