package org.xinheng.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/**
 * Definitions made by chance never break the reader or the checker, and with what passes any table is scored. They are
 * the definitions of the project with parts lost, doubled, moved, or taken from another; {@code -Dxinheng.definitions}
 * says how many.
 */
class RandomDefinitionsTest {

  private static final int DEFINITIONS = Integer.getInteger("xinheng.definitions", 700);

  private final List<Object> roots = new ArrayList<>();

  /** Everything that stands anywhere in a definition. */
  private final List<Object> parts = new ArrayList<>();

  @Test
  void nothingBreaks() throws IOException {
    for (String text : Examples.texts()) {
      for (String document : text.split("(?m)^---$")) {
        read(document);
      }
    }
    int passed = 0;
    for (int seed = 0; seed < DEFINITIONS; seed++) {
      passed += passes(seed) ? 1 : 0;
    }
    // Otherwise nothing would be scored, and the test would prove little.
    assertThat(passed).isGreaterThan(DEFINITIONS / 50);
    System.out.printf("%d random definitions, of which %d passed%n", DEFINITIONS, passed);
  }

  private void read(String document) {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
      if (root instanceof Map) {
        roots.add(root);
        new Shuffle(new Random(0), parts).collect(root);
      }
    } catch (YAMLException e) {
      // Some cases of the checker are no YAML.
    }
  }

  private boolean passes(long seed) {
    String text = text(seed);
    try {
      return AnyDefinition.holds(text);
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError("definition of seed " + seed + ":\n" + text, e);
    }
  }

  private String text(long seed) {
    Random random = new Random(seed);
    Object root = roots.get(random.nextInt(roots.size()));
    Object changed = new Shuffle(random, parts).of(root, 1 + random.nextInt(3));
    DumperOptions options = new DumperOptions();
    options.setAllowUnicode(true);
    options.setWidth(1000);
    options.setDereferenceAliases(true);
    return new Yaml(new Representer(options), options).dump(changed);
  }
}
