package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.administration.AdministrationPlan;
import org.xinheng.administration.Event;
import org.xinheng.administration.Session;
import org.xinheng.definition.InstrumentLibrary;
import org.xinheng.exchange.SessionLog;
import org.xinheng.scoring.ScoringPlan;

/**
 * The program is killed at random moments while somebody types; no answer that was acknowledged (the next question was shown)
 * is lost, and the session goes on. {@code -Dxinheng.kills=200} kills it more often, which takes minutes.
 */
class KilledSessionTest {

  private static final int KILLS = Integer.getInteger("xinheng.kills", 2);
  private static final long SEED = 20261012;
  private static final int MOST_WAIT_SECONDS = 60;

  @TempDir
  private Path folder;

  @Test
  void losesNoAcknowledgedAnswer() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    int file = 0;
    int kept = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Path session = folder.resolve("session-" + file + ".jsonl");
      Typist typist = new Typist(session);
      typist.answer(random.nextInt(12), random);
      // Somewhere between two answers, in the middle of one, or right behind it.
      Thread.sleep(random.nextInt(15));
      typist.kill();
      int acknowledged = typist.acknowledged();
      AdministrationPlan plan = plan();
      try (SessionLog log = SessionLog.resume(session, plan)) {
        int stored = answers(log.session());
        // Behind the last question there are prompts too, and what is typed there is no answer.
        int all = plan.instruments().get(0).keptItems().size();
        assertThat(stored)
            .as("seed %d, kill %d", SEED, kill)
            .isBetween(Math.min(all, kept + acknowledged), Math.min(all, kept + typist.sent()));
        kept = stored;
        if (log.session().next().isEmpty()) {
          file++;
          kept = 0;
        }
      }
    }
  }

  private static AdministrationPlan plan() throws IOException {
    return AdministrationPlan.of(
        ScoringPlan.compile(InstrumentLibrary.shipped().questionnaire("mht")));
  }

  private static int answers(Session session) {
    return (int)
        session.events().stream().filter(Event.Answered.class::isInstance).count();
  }

  /** Cuts off a log in the middle of a line, as a failing machine might. */
  @Test
  void goesOnBehindALineThatWasBrokenOff() throws IOException {
    Path session = folder.resolve("torn.jsonl");
    TypedCommand typed = TypedCommand.wide(80);
    String[] command = {"administer", "mht", "--session", session.toString()};
    typed.type("1\n0\n");
    typed.run(command);
    byte[] whole = Files.readAllBytes(session);
    List<String> lines = Files.readAllLines(session);
    int answered = 2;
    for (int cut = 1; cut < lines.get(lines.size() - 1).length(); cut += 17) {
      Files.write(session, Arrays.copyOf(whole, whole.length - cut));
      try (SessionLog log = SessionLog.resume(session, plan())) {
        assertThat(answers(log.session())).as("%d bytes cut", cut).isEqualTo(answered);
      }
    }
  }

  /** The program in a process of its own, and somebody who types. */
  private static final class Typist {

    private final Process process;
    private final AtomicInteger prompts = new AtomicInteger();
    private final Thread reader;
    private int sent;

    Typist(Path session) throws IOException {
      process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:TieredStopAtLevel=1",
              "-XX:+UseSerialGC",
              "-cp",
              System.getProperty("java.class.path"),
              "org.xinheng.app.Main",
              "administer",
              "mht",
              "--session",
              session.toString())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      reader = new Thread(this::read);
      reader.start();
    }

    private void read() {
      try (InputStream out = process.getInputStream()) {
        for (int c = out.read(); c >= 0; c = out.read()) {
          if (c == '>') {
            prompts.incrementAndGet();
          }
        }
      } catch (IOException e) {
        // It was killed.
      }
    }

    /** Waits for the first question and types so many answers, some before the last one was acknowledged. */
    void answer(int answers, Random random) throws IOException, InterruptedException {
      await(1);
      OutputStream in = process.getOutputStream();
      for (int i = 0; i < answers; i++) {
        in.write((random.nextInt(2) + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        sent++;
        if (random.nextInt(3) > 0) {
          await(sent + 1);
        }
      }
    }

    private void await(int wanted) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_WAIT_SECONDS);
      while (prompts.get() < wanted && process.isAlive()) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(1);
      }
    }

    void kill() throws InterruptedException {
      process.destroyForcibly().waitFor();
      reader.join();
    }

    int sent() {
      return sent;
    }

    /** The prompt behind an answer acknowledges it. */
    int acknowledged() {
      return Math.max(0, prompts.get() - 1);
    }
  }
}
