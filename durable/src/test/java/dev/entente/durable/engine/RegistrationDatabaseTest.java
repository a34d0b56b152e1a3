package dev.entente.durable.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.durable.call.LocalApp;
import dev.entente.durable.jdbc.DatabaseException;
import dev.entente.inngest.flow.Throttle;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// How apps are registered, and what becomes of it when something is in the way.
final class RegistrationDatabaseTest {
  private static final InngestFunction ONE = InngestFunction.withId("one").runs((_, _) -> 1);
  private static final InngestFunction TWO =
      InngestFunction.withId("two").on(Trigger.cron("0 1 * * *")).runs((_, _) -> 2);
  private static final InngestFunction REFUSED =
      InngestFunction.withId("refused")
          .throttle(Throttle.of(1, Duration.ofSeconds(1)))
          .runs((_, _) -> 3);

  private final Instances instances = new Instances();

  @AfterEach
  void close() {
    instances.close();
  }

  @Test
  void nothingIsRegisteredIfOneOfSeveralAppsIsRefused() {
    DurableEngine engine = instances.make();
    var good = new ChangingApp(TWO);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.start(good, new LocalApp("bad", List.of(REFUSED))))
        .withMessageContaining("bad-refused");

    assertThat(instances.crons()).isEmpty();
    engine.start(good);
    assertThat(Instances.known(engine)).containsExactly("other-two");
  }

  @Test
  void twoAppsOfOneIdAreRefused() {
    DurableEngine engine = instances.make();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.start(new ChangingApp(ONE), new ChangingApp(TWO)))
        .withMessage("two apps have the id other: give all functions of an app together");
  }

  @Test
  void nothingIsCalledThatCouldNotBeKept() {
    DurableEngine engine = instances.start();
    instances.isAway.set(true);

    assertThatThrownBy(() -> engine.register(new ChangingApp(TWO)))
        .isInstanceOf(DatabaseException.class);

    instances.isAway.set(false);
    assertThatThrownBy(() -> engine.functions().start("other-two", Json.of(Map.of())))
        .isInstanceOf(RefusedException.class);
    engine.register(new ChangingApp(TWO));
    assertThat(instances.crons()).containsExactly("other-two#0 1 * * *");
  }

  @Test
  void appThatCannotBeAskedIsRegisteredOnceItAndTheDatabaseCan() throws Exception {
    var app = new ChangingApp(TWO);
    app.isReachable = false;
    DurableEngine engine = instances.start(app);
    assertThat(Instances.known(engine)).isEmpty();

    instances.isAway.set(true);
    app.isReachable = true;
    Thread.sleep(300);
    instances.isAway.set(false);

    Instances.await(() -> !instances.crons().isEmpty());
    assertThat(Instances.known(engine)).containsExactly("other-two");
  }

  @Test
  void appThatIsDeployedAnewIsNoticed() throws Exception {
    var app = new ChangingApp(ONE);
    DurableEngine engine = instances.start(app);

    app.deploy(TWO);

    Instances.await(() -> Instances.known(engine).equals(List.of("other-two")));
    assertThat(instances.crons()).containsExactly("other-two#0 1 * * *");
  }

  @Test
  void appThatCannotBeAskedAnyMoreOrIsRefusedKeepsItsFunctions() throws Exception {
    var app = new ChangingApp(ONE);
    DurableEngine engine = instances.start(app);

    app.isReachable = false;
    Thread.sleep(200);
    app.deploy(TWO, REFUSED);
    app.isReachable = true;
    Thread.sleep(300);

    assertThat(Instances.known(engine)).containsExactly("other-one");
    app.deploy(ONE, TWO);
    Instances.await(() -> Instances.known(engine).equals(List.of("other-one", "other-two")));
  }

  @Test
  void engineIsClosedTwiceOrBeforeItIsStartedAndClosesItsApps() {
    var app = new ChangingApp(ONE);
    DurableEngine engine = instances.start(app);

    engine.close();
    engine.close();
    instances.make().close();

    assertThat(app.closed).hasValue(1);
    assertThatIllegalStateException()
        .isThrownBy(engine::start)
        .withMessage("the engine is closed: make another one");
    assertThatIllegalStateException().isThrownBy(() -> engine.register(app));
  }

  @Test
  void whatComesBeforeTheStartOrTwiceIsRefusedWithASentence() {
    DurableEngine engine = instances.make();

    assertThatIllegalStateException()
        .isThrownBy(engine::runs)
        .withMessage("the engine is not started: start it first");
    assertThatIllegalStateException().isThrownBy(engine::events);
    engine.start();
    assertThatIllegalStateException()
        .isThrownBy(engine::start)
        .withMessage("the engine is started already: give it more apps with register");
  }
}
