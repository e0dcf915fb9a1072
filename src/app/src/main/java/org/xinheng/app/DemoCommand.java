package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
import org.xinheng.app.demo.ContactBook;
import org.xinheng.app.demo.DistrictSize;
import org.xinheng.app.demo.SyntheticDistrict;
import org.xinheng.app.demo.SyntheticSchool;
import org.xinheng.exchange.CampaignOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code xinheng demo}: an invented school or district, screened end to end. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Makes an invented school of 1,200 students, or with --district many schools over some"
            + " years, screens it three weeks after its last day, with the contacts made until"
            + " then, and says where the files are.")
final class DemoCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The folder for the school and its results; default ${DEFAULT-VALUE}.")
  private Path output = Path.of("xinheng-demo");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed makes the same school; default ${DEFAULT-VALUE}.")
  private long seed = 42;

  @Option(
      names = "--district",
      description =
          "Makes a district instead; its last year is compared with the one before, and one"
              + " row in a hundred is mistyped, as mistyped.csv says.")
  private boolean isDistrict;

  @Option(
      names = "--schools",
      paramLabel = "N",
      description = "Schools of the district; default ${DEFAULT-VALUE}.")
  private int schools = DistrictSize.COUNTY.schools();

  @Option(
      names = "--students",
      paramLabel = "N",
      description = "Students of the district in each year; default ${DEFAULT-VALUE}.")
  private int students = DistrictSize.COUNTY.students();

  @Option(
      names = "--years",
      paramLabel = "N",
      description = "School years of the district; default ${DEFAULT-VALUE}.")
  private int years = DistrictSize.COUNTY.years();

  @Option(names = "--files-only", description = "Makes the files and does not screen them.")
  private boolean isFilesOnly;

  private final Terminal terminal;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    Path campaign = isDistrict ? district() : school();
    LocalDateTime now = ContactBook.add(campaign, seed);
    if (!isFilesOnly) {
      ScreenCommand.screen(
          campaign, CampaignOptions.defaults().withNow(now), output.resolve("results"), terminal);
      terminal.out().println();
    }
    terminal
        .out()
        .println(
            isDistrict
                ? "区县是虚构的 The district is invented. 再做一次 To screen it again:"
                : "学校是虚构的 The school is invented. 再做一次 To screen it again:");
    terminal
        .out()
        .println("  java -jar xinheng.jar screen " + campaign + " --now " + now + " --out DIR");
    return 0;
  }

  private Path school() throws IOException {
    Path school = output.resolve("school");
    Files.createDirectories(school);
    SyntheticSchool.write(school, seed);
    return school.resolve("campaign.yaml");
  }

  private Path district() throws IOException {
    return SyntheticDistrict.write(
        output.resolve("district"), new DistrictSize(schools, students, years), seed);
  }
}
