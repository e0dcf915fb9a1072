package org.xinheng.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.ScoreOptions;
import org.xinheng.exchange.ScoreRun;
import org.xinheng.exchange.TableException;
import org.xinheng.scoring.ScoringPlan;

/** Searches for a file of answers that breaks the run: a file is scored, or refused with what is at fault. */
class ResponseFileFuzzTest {

  private final List<ScoringPlan> plans;

  @TempDir
  private Path folder;

  ResponseFileFuzzTest() throws IOException {
    InstrumentLibrary library = InstrumentLibrary.shipped();
    plans = List.of(
        ScoringPlan.compile(library.questionnaire("gad-7")),
        ScoringPlan.compile(library.questionnaire("who-5")));
  }

  @FuzzTest(maxDuration = "10m")
  void anyFileIsScoredOrRefused(byte[] bytes) throws IOException {
    Path input = Files.write(folder.resolve("in.csv"), bytes);
    try {
      ScoreRun.run(ScoreOptions.of(input, plans, folder.resolve("out.csv")));
    } catch (TableException e) {
      // Refused with a message.
    }
  }
}
