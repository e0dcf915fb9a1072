package org.xinheng;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Imports of the engine only point up the list of packages. */
class ArchitectureTest {

  /** Lowest first. */
  private static final List<String> PACKAGES = List.of(
      "memory",
      "diagnostic",
      "instrument",
      "policy",
      "profile",
      "form",
      "definition",
      "scoring",
      "screening",
      "administration",
      "record");

  private static final JavaClasses ENGINE = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
      .importPackages("org.xinheng");

  @Test
  void importsOnlyPointUpTheListOfPackages() {
    for (int i = 0; i < PACKAGES.size(); i++) {
      String[] above = PACKAGES.subList(i + 1, PACKAGES.size()).stream()
          .map(name -> "org.xinheng." + name + "..")
          .toArray(String[]::new);
      if (above.length > 0) {
        ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("org.xinheng." + PACKAGES.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above)
            .check(ENGINE);
      }
    }
  }

  @Test
  void everyPackageStandsInTheList() {
    ArchRuleDefinition.classes()
        .should()
        .resideInAnyPackage(
            PACKAGES.stream().map(name -> "org.xinheng." + name + "..").toArray(String[]::new))
        .check(ENGINE);
  }

  @Test
  void onlyTheDefinitionPackageKnowsYaml() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("org.xinheng.definition..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.yaml..")
        .check(ENGINE);
  }
}
