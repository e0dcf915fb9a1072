package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain call of {@code score} does what the same call does by way of all options. */
class PlainCallTest {

  @TempDir
  private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Terminal terminal = Terminal.of(out, err, StandardCharsets.UTF_8);

  @Test
  void writesTheSameFilesAndLines() throws IOException {
    Path answers = Files.writeString(
        folder.resolve("answers.csv"),
        "student,phq-2.1,phq-2.2\nA,1,2\nB,,3\nC,9,0\n",
        StandardCharsets.UTF_8);
    Files.writeString(
        folder.resolve("map.yaml"),
        "columns: {student: student}\ncodes:\n  phq-2: {9: missing.refused}\n");
    List<String> plain = call(answers, "one");
    List<String> other = call(answers, "other");
    other.set(other.indexOf("--threads"), "--threads=1");
    other.remove(other.indexOf("--threads=1") + 1);
    assertThat(ScoreCommand.ofPlain(terminal, plain)).isPresent();
    assertThat(ScoreCommand.ofPlain(terminal, other)).isEmpty();

    assertThat(run(plain)).isZero();
    String ofPlain = out.toString(StandardCharsets.UTF_8);
    out.reset();
    assertThat(run(other)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(ofPlain.replace("one", "other"));
    assertThat(folder.resolve("one.csv"))
        .hasSameBinaryContentAs(folder.resolve("other.csv"))
        .content()
        .startsWith("\uFEFF");
  }

  private List<String> call(Path answers, String output) {
    return new ArrayList<>(List.of(
        "score",
        answers.toString(),
        "--with",
        "phq-2",
        "--map",
        folder.resolve("map.yaml").toString(),
        "--excel",
        "--threads",
        "1",
        "--out",
        folder.resolve(output + ".csv").toString()));
  }

  private int run(List<String> arguments) {
    int code = Main.run(terminal, arguments.toArray(new String[0]));
    terminal.out().flush();
    return code;
  }

  /** Faults, help and what is written in another way are for the other way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "score",
        "score --help",
        "score in.csv",
        "score --out out.csv",
        "score in.csv --out",
        "score in.csv other.csv --out out.csv",
        "score in.csv --out out.csv --out out.csv",
        "score in.csv --out out.csv --threads two",
        "score in.csv --out out.csv --threads -1",
        "score in.csv --out out.csv --thread 2",
        "score in.csv --out out.csv --bands a=b",
        "score @arguments --out out.csv",
        "score in.csv --out=out.csv",
        "score in.csv --out --with",
        "score in.csv -h --out out.csv"
      })
  void leavesWhatIsNotPlain(String line) {
    assertThat(ScoreCommand.ofPlain(terminal, List.of(line.split(" ")))).isEmpty();
  }
}
