package dev.entente.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The walls of the benchmarks: they know the product's pure rooms, and no peer knows another.
class BenchmarksHouseTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.entente.benchmarks");

  @Test
  void noPackageKnowsItselfThroughAnother() {
    slices().matching("dev.entente.benchmarks.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void everyPeerStandsAlone() {
    for (String peer : new String[] {"postgresql", "duckdb", "lucene"}) {
      noClasses()
          .that()
          .resideInAPackage("dev.entente.benchmarks." + peer)
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.entente.benchmarks..")
                  .and(
                      DescribedPredicate.not(
                          resideInAnyPackage(
                              "dev.entente.benchmarks." + peer,
                              "dev.entente.benchmarks.peers",
                              "dev.entente.benchmarks.columns",
                              "dev.entente.benchmarks.pool"))))
          .check(CLASSES);
    }
  }

  @Test
  void onlyPureRoomsOfTheProductAreKnown() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "dev.entente.server..", "dev.entente.cli..", "dev.entente.testkit..")))
        .check(CLASSES);
  }
}
