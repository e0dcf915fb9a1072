package org.xinheng.app;

import java.io.IOException;
import java.nio.file.Path;
import org.xinheng.definition.ColumnMap;
import org.xinheng.definition.DefinitionException;
import org.xinheng.definition.Definitions;
import org.xinheng.definition.Read;
import org.xinheng.definition.SourceText;
import org.xinheng.diagnostic.Diagnostic;

/** Reads the file of {@code --map}. */
final class ColumnMaps {

  private ColumnMaps() {}

  /**
   * The map.
   *
   * @throws DefinitionException if it has errors
   */
  static ColumnMap read(Path file) throws IOException {
    Read<ColumnMap> read = Definitions.columnMap(SourceText.read(file));
    if (read.value().isEmpty() || read.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      throw new DefinitionException(read.diagnostics());
    }
    return read.value().get();
  }
}
