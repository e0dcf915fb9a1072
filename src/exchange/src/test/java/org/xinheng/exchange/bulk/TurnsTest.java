package org.xinheng.exchange.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TurnsTest {

  private static final int THREADS = 4;
  private static final int PIECES = 500;

  private final Turns turns = new Turns();

  @Test
  void comeInOrder() throws Exception {
    AtomicInteger next = new AtomicInteger();
    List<Integer> passed = new ArrayList<>();
    inAllThreads(() -> {
      int piece = next.getAndIncrement();
      while (piece < PIECES) {
        assertThat(turns.await(piece)).isTrue();
        passed.add(piece);
        turns.pass();
        piece = next.getAndIncrement();
      }
      return true;
    });
    assertThat(passed).isEqualTo(IntStream.range(0, PIECES).boxed().toList());
  }

  @Test
  void comeNoMoreAfterAStop() throws Exception {
    AtomicInteger number = new AtomicInteger(1);
    inAllThreads(() -> {
      int own = number.getAndIncrement();
      if (own == THREADS) {
        turns.stop();
      }
      return !turns.await(own);
    });
    assertThat(turns.await(0)).isFalse();
  }

  private static void inAllThreads(Callable<Boolean> task) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Boolean> done : threads.invokeAll(Collections.nCopies(THREADS, task))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
