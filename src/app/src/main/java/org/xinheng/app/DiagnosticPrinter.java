package org.xinheng.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.DiagnosticText;

/** Prints diagnostics for people. Lines of definitions are shown; lines of students' tables never are. */
final class DiagnosticPrinter {

  private static final int FEW = 10;

  private DiagnosticPrinter() {}

  static void print(List<Diagnostic> diagnostics, PrintWriter to) {
    diagnostics.forEach(
        diagnostic -> to.println(DiagnosticText.of(diagnostic, textOf(diagnostic))));
  }

  /** The first few and how many there are; all of them stand in {@code run.json}. */
  static void printFirst(List<Diagnostic> diagnostics, PrintWriter to) {
    print(diagnostics.stream().limit(FEW).toList(), to);
    if (diagnostics.size() > FEW) {
      to.printf("… %d of %d; all of them are in run.json%n", FEW, diagnostics.size());
    }
  }

  private static String textOf(Diagnostic diagnostic) {
    String name = diagnostic.place().file();
    try {
      return name.endsWith(".yaml") && Files.isRegularFile(Path.of(name))
          ? SourceText.read(Path.of(name)).text()
          : "";
    } catch (IOException e) {
      return "";
    }
  }
}
