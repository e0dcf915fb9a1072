package org.xinheng.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Searches for a text that breaks the reader, the checker or the engine; see contributing.md for how long. */
class DefinitionFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void anyTextIsChecked(byte[] bytes) {
    AnyDefinition.holds(new String(bytes, StandardCharsets.UTF_8));
  }
}
