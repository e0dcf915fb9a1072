package org.xinheng.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.instrument.Instrument;
import org.xinheng.memory.ProgramMemory;

/** What is remembered is what was read, and nothing that was not read. */
class DefinitionMemoryTest {

  @TempDir
  private Path folder;

  private final InstrumentLibrary library = InstrumentLibrary.shipped();
  private final AtomicInteger readings = new AtomicInteger();

  @Test
  void allShippedDefinitionsComeBackFromTheirBytes()
      throws IOException, ReflectiveOperationException {
    for (String id : library.ids(Kind.QUESTIONNAIRE)) {
      assertComesBack(library.questionnaire(id));
    }
    for (String id : library.ids(Kind.NORM_SET)) {
      assertComesBack(library.normSet(id));
    }
    for (String id : library.ids(Kind.BATTERY)) {
      assertComesBack(library.battery(id));
    }
    for (String id : library.ids(Kind.POLICY)) {
      assertComesBack(library.policy(id));
    }
  }

  private static void assertComesBack(Object value) throws ReflectiveOperationException {
    assertThat(RecordBytes.read(ByteBuffer.wrap(RecordBytes.write(value)))).isEqualTo(value);
  }

  @Test
  void readsOnce() throws IOException {
    Instrument first = ask("one program", bytes("phq-9"));
    assertThat(ask("one program", bytes("phq-9"))).isEqualTo(first);
    assertThat(readings).hasValue(1);
  }

  @Test
  void readsAgainWhatDiffersInOneByteOrIsAskedByAnotherProgram() throws IOException {
    byte[] text = bytes("phq-9");
    byte[] changed = Arrays.copyOf(text, text.length + 1);
    changed[text.length] = '\n';
    ask("one program", bytes("phq-9"));
    ask("one program", changed);
    ask("another program", bytes("phq-9"));
    assertThat(readings).hasValue(3);
  }

  @Test
  void readsAgainWhereTheFileIsBroken() throws IOException {
    ask("one program", bytes("phq-9"));
    for (Path file : files()) {
      byte[] held = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(held, held.length - 20));
    }
    ask("one program", bytes("phq-9"));
    assertThat(readings).hasValue(2);
  }

  @Test
  void keepsNothingOfADefinitionWithErrors() throws IOException {
    byte[] faulty = "questionnaire: x\n".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ask("one program", faulty)).isInstanceOf(DefinitionException.class);
    assertThat(files()).isEmpty();
  }

  private Instrument ask(String program, byte[] bytes) {
    return new DefinitionMemory(ProgramMemory.of(folder, program))
        .value("phq-9.yaml", bytes, Instrument.class, () -> {
          readings.incrementAndGet();
          return Definitions.questionnaire(SourceText.decode("phq-9.yaml", bytes))
              .usable();
        });
  }

  private byte[] bytes(String id) throws IOException {
    return library.source(Kind.QUESTIONNAIRE, id).text().getBytes(StandardCharsets.UTF_8);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
