package dev.entente.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Date;
import org.junit.jupiter.api.Test;

/// The walls of the house: a room knows only the rooms below it.
class HouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.entente");

  @Test
  void roomsKnowOnlyRoomsBelow() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("arithmetic")
        .definedBy("dev.entente.matching.arithmetic")
        .layer("vocabulary")
        .definedBy("dev.entente.matching.vocabulary")
        .layer("profile")
        .definedBy("dev.entente.matching.profile")
        .layer("explanation")
        .definedBy("dev.entente.matching.explanation")
        .layer("eligibility")
        .definedBy("dev.entente.matching.eligibility")
        .layer("criteria")
        .definedBy("dev.entente.matching.criteria")
        .layer("ranking")
        .definedBy("dev.entente.matching.ranking")
        .layer("documents")
        .definedBy("dev.entente.documents")
        .layer("terminal")
        .definedBy("dev.entente.cli.terminal")
        .layer("streams")
        .definedBy("dev.entente.cli.streams")
        .layer("settings")
        .definedBy("dev.entente.cli.settings")
        .layer("files")
        .definedBy("dev.entente.cli.files")
        .layer("client")
        .definedBy("dev.entente.cli.client")
        .layer("commands")
        .definedBy("dev.entente.cli")
        .whereLayer("commands")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("files")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("client")
        .mayOnlyBeAccessedByLayers("commands")
        .whereLayer("settings")
        .mayOnlyBeAccessedByLayers("client", "commands")
        .whereLayer("streams")
        .mayOnlyBeAccessedByLayers("files", "client", "commands")
        .whereLayer("terminal")
        .mayOnlyBeAccessedByLayers("streams", "settings", "files", "client", "commands")
        .whereLayer("documents")
        .mayOnlyBeAccessedByLayers("terminal", "streams", "files", "client", "commands")
        .whereLayer("ranking")
        .mayOnlyBeAccessedByLayers("documents", "files", "commands")
        .whereLayer("criteria")
        .mayOnlyBeAccessedByLayers("ranking", "documents", "files", "commands")
        .whereLayer("eligibility")
        .mayOnlyBeAccessedByLayers("ranking", "files", "commands")
        .whereLayer("explanation")
        .mayOnlyBeAccessedByLayers("criteria", "ranking", "files", "commands")
        .check(CLASSES);
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
            "org.jspecify..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("dev.entente.matching..")
        .and()
        .haveSimpleNameNotStartingWith("Resource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..")
        .check(CLASSES);
  }

  @Test
  void onlyTheCompositionRootNamesTheSystemClock() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(Main.class.getName())
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
