package org.xinheng.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Numbered pieces of work shared out to threads, each thread with its own working memory. */
final class Workers {

  private Workers() {}

  /**
   * Runs pieces {@code 0..pieces-1}, each once, and returns when all are done.
   *
   * @param worker makes what one thread runs for each piece it takes
   */
  static void run(int threads, int pieces, Supplier<IntConsumer> worker) {
    AtomicInteger next = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(pool.submit(() -> {
          IntConsumer piece = worker.get();
          for (int number = next.getAndIncrement();
              number < pieces;
              number = next.getAndIncrement()) {
            piece.accept(number);
          }
        }));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while scoring", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("scoring failed", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }
}
