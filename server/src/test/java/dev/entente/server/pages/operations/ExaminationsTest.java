package dev.entente.server.pages.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.server.doctor.Diagnosis;
import dev.entente.server.doctor.Installation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExaminationsTest {
  private static final int PEOPLE = 20;

  private final AtomicInteger count = new AtomicInteger();
  private final CountDownLatch all = new CountDownLatch(1);

  /// An installation that is examined until a test lets it end.
  private final class Slow implements Installation {
    @Override
    public Diagnosis examine(Locale language) throws InterruptedException {
      count.incrementAndGet();
      all.await();
      return new Diagnosis("1", Instant.EPOCH, List.of());
    }

    @Override
    public Started started() {
      throw new AssertionError("nobody asks");
    }
  }

  @Test
  void peopleWhoAskAtOnceShareOneExamination() throws Exception {
    var examinations = new Examinations(new Slow());
    assertThat(examinations.findLatest(Locale.ENGLISH)).isEmpty();
    List<FutureTask<Diagnosis>> asked =
        Stream.generate(() -> new FutureTask<>(() -> examinations.examine(Locale.ENGLISH)))
            .limit(PEOPLE)
            .toList();
    List<Thread> people = asked.stream().map(Thread::startVirtualThread).toList();
    // until one waits for the installation and the others for that one
    while (people.stream().anyMatch(one -> one.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    all.countDown();
    for (FutureTask<Diagnosis> one : asked) {
      assertThat(one.get().findings()).isEmpty();
    }

    assertThat(count.get()).isEqualTo(1);
    assertThat(examinations.findLatest(Locale.ENGLISH)).isPresent();
    assertThat(examinations.findLatest(Locale.FRENCH)).isEmpty();
  }

  @Test
  void examinationThatBreaksOffLetsTheNextOneBegin() {
    Installation broken =
        new Installation() {
          @Override
          public Diagnosis examine(Locale language) {
            throw new IllegalStateException("broken " + count.incrementAndGet());
          }

          @Override
          public Started started() {
            throw new AssertionError("nobody asks");
          }
        };
    var examinations = new Examinations(broken);

    assertThatThrownBy(() -> examinations.examine(Locale.ENGLISH)).hasMessage("broken 1");
    assertThatThrownBy(() -> examinations.examine(Locale.ENGLISH)).hasMessage("broken 2");
  }
}
