package org.xinheng.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.xinheng.app.catalogue.CataloguePage;
import org.xinheng.app.catalogue.Page;
import org.xinheng.app.catalogue.ValidationPage;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code xinheng catalogue}: pages about the library. */
@Command(
    name = "catalogue",
    mixinStandardHelpOptions = true,
    description =
        "Writes the catalogue (every definition, with every number and its source) and the validation page (worked"
            + " cases run, sources, known limits), each as Markdown and as HTML.")
final class CatalogueCommand implements Callable<Integer> {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "The folder for the pages.")
  private Path output = Path.of("");

  @Mixin
  private LibraryOptions libraryOptions = new LibraryOptions();

  private final Terminal terminal;

  CatalogueCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    InstrumentLibrary library = libraryOptions.chosen();
    Map<String, Page> pages = new LinkedHashMap<>();
    pages.put("catalogue", CataloguePage.of(library));
    pages.put("validation", ValidationPage.of(library));
    Files.createDirectories(output);
    for (Map.Entry<String, Page> page : pages.entrySet()) {
      write(page.getKey() + ".md", page.getValue().markdown());
      write(page.getKey() + ".html", page.getValue().html());
    }
    return 0;
  }

  private void write(String name, String text) throws IOException {
    Path file = output.resolve(name);
    try (AtomicFile whole = AtomicFile.begin(file)) {
      whole.stream().write(text.getBytes(StandardCharsets.UTF_8));
      whole.commit();
    }
    terminal.out().println(file);
  }
}
