package dev.entente.server.pages.runs;

import dev.entente.server.engine.FunctionEngine;
import dev.entente.server.engine.view.EngineFunction;
import dev.entente.server.generation.FunctionDefinitions;
import dev.entente.server.nights.NightState;
import dev.entente.server.nights.NightStatus;
import dev.entente.server.nights.NightWatch;
import dev.entente.server.nights.NightWords;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.runs.GenerationRun;
import dev.entente.server.runs.RunHistory;
import dev.entente.server.web.ApiProblem;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What a page says of the night that was, and of the one to come.
@Component
class Nightly {
  private final NightWatch watch;
  private final RunHistory history;
  private final FunctionEngine engine;

  Nightly(NightWatch watch, RunHistory history, FunctionEngine engine) {
    this.watch = watch;
    this.history = history;
    this.engine = engine;
  }

  NightView last(NightState state, Locale language, Wording wording) {
    Optional<GenerationRun> run =
        state
            .run()
            .filter(_ -> state.status() != NightStatus.RUNNING)
            .flatMap(night -> history.findListed(night.id()));
    String sentence = new NightWords(language, watch.zone()).sentence(state);
    return NightView.of(state, sentence, run, wording);
  }

  NextNight next(NightState state, Wording wording) {
    Optional<EngineFunction> function = function();
    boolean isPaused = function.map(EngineFunction::paused).orElse(false);
    return new NextNight(
        state.next().map(night -> wording.moment(night.begin())).orElse(null),
        isPaused,
        function.isPresent(),
        engine.dashboard().orElse(""));
  }

  // Empty where an Inngest server has it, and while the engine begins or its tables are away.
  private Optional<EngineFunction> function() {
    try {
      return engine.functions().stream()
          .filter(function -> function.id().equals(FunctionDefinitions.ALL))
          .findFirst();
    } catch (ApiProblem e) {
      return Optional.empty();
    }
  }
}
