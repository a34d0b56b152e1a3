package dev.entente.server.reasons.work;

import dev.entente.server.matchings.MatchingReasons;
import dev.entente.server.matchings.MatchingReasons.Awaited;
import dev.entente.server.reasons.Reason;
import dev.entente.server.reasons.ReasonSource;
import dev.entente.server.reasons.Refusal;
import dev.entente.server.reasons.model.Answer;
import dev.entente.server.reasons.model.CallFailure;
import dev.entente.server.reasons.model.Question;
import dev.entente.server.reasons.model.ReasonModel;
import dev.entente.server.reasons.model.TokenUsage;
import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Outcome;
import dev.entente.server.reasons.spending.Outcome.RateLimit;
import dev.entente.server.reasons.spending.Outcome.Status;
import dev.entente.server.reasons.spending.Spending;
import dev.entente.server.reasons.spending.SpendingSettings;
import dev.entente.server.reasons.spending.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks a model about matchings of one list, as many at once as a request holds; asks once more for
/// what was refused, and stores what may be.
@Component
class ModelCalls {
  private static final Logger LOG = LoggerFactory.getLogger(ModelCalls.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  // What a service asks for beyond that is a mistake of its own.
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final String BLOCKED = "BLOCKED";

  private final WritingModel writing;
  private final Permission permission;
  private final MatchingReasons reasons;
  private final Spending spending;
  private final SpendingSettings settings;
  private final InstantSource clock;

  ModelCalls(
      WritingModel writing,
      Permission permission,
      MatchingReasons reasons,
      Spending spending,
      SpendingSettings settings,
      InstantSource clock) {
    this.writing = writing;
    this.permission = permission;
    this.reasons = reasons;
    this.spending = spending;
    this.settings = settings;
    this.clock = clock;
  }

  /// Writes some of a list's reasons, or gives them up.
  ///
  /// @param request that the list is of
  /// @param isGoingOn whether there is time to wait for permission
  /// @return how many rows have one of the model then
  /// @throws HaltedException if nobody may call for now
  /// @throws TooMuchException if the model cannot answer about so many at once
  int write(Awaited awaited, ReasonRequests.Request request, BooleanSupplier isGoingOn)
      throws HaltedException, TooMuchException {
    Batch batch = Batch.of(awaited, request.atOnce(), settings.tokensPerMinute());
    var asking =
        new Asking(writing.model().orElseThrow(), awaited, batch, request.run(), isGoingOn);
    Verdict first = asking.ask(Map.of());
    int stored = asking.store(first);
    return first.refused().isEmpty() ? stored : stored + repaired(asking, first.refused());
  }

  private static int repaired(Asking asking, Map<String, Set<Refusal>> refused)
      throws HaltedException, TooMuchException {
    Verdict second;
    try {
      second = asking.ask(refused);
    } catch (HaltedException e) {
      if (!Thread.currentThread().isInterrupted()) {
        asking.giveUp(refused); // or the same would be asked and refused without end
      }
      throw e;
    }
    int stored = asking.store(second);
    asking.giveUp(second.refused());
    return stored;
  }

  private static Tokens tokens(TokenUsage used) {
    return new Tokens(used.input(), used.output());
  }

  /// What is asked about one batch, once or twice.
  private final class Asking {
    private final ReasonModel model;
    private final Awaited awaited;
    private final Batch batch;
    private final Optional<UUID> run;
    private final BooleanSupplier isGoingOn;

    private Asking(
        ReasonModel model,
        Awaited awaited,
        Batch batch,
        Optional<UUID> run,
        BooleanSupplier isGoingOn) {
      this.model = model;
      this.awaited = awaited;
      this.batch = batch;
      this.run = run;
      this.isGoingOn = isGoingOn;
    }

    /// @param refused what was refused before, and why; empty at first
    private Verdict ask(Map<String, Set<Refusal>> refused)
        throws HaltedException, TooMuchException {
      Question question = batch.question();
      Set<String> asked = refused.isEmpty() ? question.facts().keySet() : refused.keySet();
      long call = permission.begin(model, question, refused.size(), run, isGoingOn);
      try {
        Answer answer = refused.isEmpty() ? model.ask(question) : model.repair(question, refused);
        Verdict verdict = Verdict.of(answer, batch, asked);
        spending.settle(
            call,
            new Outcome(
                Status.ANSWERED,
                answer.usage().map(ModelCalls::tokens),
                asked.size(),
                verdict.good().size(),
                Optional.empty()));
        return verdict;
      } catch (CallFailure e) {
        LOG.info(
            "no answer: posting={} asked={}: {}",
            awaited.postingId(),
            asked.size(),
            e.getMessage());
        return failed(call, e, asked);
      }
    }

    private Verdict failed(long call, CallFailure failure, Set<String> asked)
        throws HaltedException, TooMuchException {
      if (Thread.interrupted()) {
        settle(call, Status.INTERRUPTED, failure, asked); // which an interrupted thread could not
        Thread.currentThread().interrupt();
        throw HaltedException.beforeCall(Cause.CONCURRENCY, Optional.of(clock.instant()));
      }
      return switch (failure.why()) {
        case CallFailure.RateLimited limited -> {
          var limit = new RateLimit(limited.retryAfter(), limited.isDaily(), limited.isFreeTier());
          spending.settle(call, Outcome.rateLimited(limit, asked.size()));
          // Who asks next is told until when.
          throw HaltedException.beforeCall(Cause.PAUSED, Optional.of(clock.instant()));
        }
        case CallFailure.Unavailable(var retryAfter) -> {
          settle(call, Status.UNAVAILABLE, failure, asked);
          throw halted(Cause.UNAVAILABLE, retryAfter.orElse(PAUSE));
        }
        case CallFailure.Refused _ -> {
          settle(call, Status.REFUSED, failure, asked);
          throw halted(Cause.REFUSED, PAUSE);
        }
        case CallFailure.Blocked _ -> {
          settle(call, Status.BLOCKED, failure, asked);
          giveUp(BLOCKED, List.copyOf(asked));
          yield new Verdict(Map.of(), Map.of());
        }
        case CallFailure.Malformed(var form) -> {
          settle(call, Status.MALFORMED, failure, asked);
          if (form != CallFailure.Form.INVALID && batch.size() > 1) {
            throw new TooMuchException(batch.size());
          }
          yield Verdict.malformed(asked);
        }
      };
    }

    private HaltedException halted(Cause cause, Duration delay) {
      Duration within = delay.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : delay;
      return HaltedException.ofCall(cause, clock.instant().plus(within), batch.size());
    }

    private void settle(long call, Status status, CallFailure failure, Set<String> asked) {
      spending.settle(
          call, Outcome.failed(status, failure.usage().map(ModelCalls::tokens), asked.size()));
    }

    private int store(Verdict verdict) {
      Map<Long, Reason> good = new HashMap<>();
      verdict.good().forEach((key, text) -> good.put(batch.digest(key), reason(text)));
      return good.isEmpty() ? 0 : reasons.store(awaited.postingId(), good);
    }

    private Reason reason(String text) {
      return new Reason(
          text,
          ReasonSource.valueOf(model.provider().toUpperCase(Locale.ROOT)),
          awaited.language(),
          Optional.of(model.model()),
          ReasonModel.PROMPT_VERSION,
          clock.instant());
    }

    /// A text may be refused for several reasons: it counts under the first.
    private void giveUp(Map<String, Set<Refusal>> refused) {
      Map<Refusal, List<String>> byCause = new HashMap<>();
      refused.forEach(
          (key, why) ->
              byCause.computeIfAbsent(why.iterator().next(), _ -> new ArrayList<>()).add(key));
      byCause.forEach((cause, keys) -> giveUp(cause.name(), keys));
    }

    private void giveUp(String cause, List<String> keys) {
      List<Long> digests = keys.stream().map(batch::digest).toList();
      spending.fallback(run, cause, reasons.giveUp(awaited.postingId(), digests));
    }
  }
}
