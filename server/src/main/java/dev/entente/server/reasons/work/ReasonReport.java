package dev.entente.server.reasons.work;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.entente.server.reasons.spending.Budget;
import dev.entente.server.reasons.spending.Decision.Cause;
import dev.entente.server.reasons.spending.Report;
import dev.entente.server.reasons.spending.SpendingSettings;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What writing reasons took, of a run or of a day, as it is told.
///
/// @param writer the model that writes; null if templates are all there is
/// @param caution what must be known of its terms, or why nothing is sent to it; null otherwise
/// @param calls how many, by what became of them; see [Report.Usage#calls]
/// @param awaitedPostings in whose lists the model is still to write
/// @param stopped whether nobody writes for the run any more
/// @param halt why no model is called for now; null if one is
public record ReasonReport(
    @Nullable Writer writer,
    @Nullable String caution,
    Map<String, Long> calls,
    Tokens tokens,
    Cost cost,
    Texts texts,
    long awaitedPostings,
    boolean stopped,
    @Nullable Halt halt,
    Limits limits) {
  /// The provider as it is set, such as `gemini`, and the model as the provider knows it.
  public record Writer(String provider, String model) {}

  /// Tokens that were read and written.
  public record Tokens(long input, long output) {}

  /// What calls cost, by the price table.
  ///
  /// @param amount in the currency, rounded up to a millionth
  /// @param unpricedCalls that are not in it, because their model has no price
  public record Cost(BigDecimal amount, String currency, long unpricedCalls) {}

  /// What matchings got.
  ///
  /// @param asked texts that the model was asked for
  /// @param written those that passed the check
  /// @param kept texts that stay without a call, because what they say has not changed
  /// @param fallbacks how many matchings have the template instead, by cause
  public record Texts(long asked, long written, long kept, Map<String, Long> fallbacks) {}

  /// Why no model is called.
  ///
  /// @param until when one may be again; null for never, as far as anybody can tell
  public record Halt(Cause cause, @Nullable Instant until) {}

  /// What may be spent.
  public record Limits(
      int requestsPerMinute, int tokensPerMinute, int concurrency, Most day, Most run) {}

  /// What may be spent on a day or a run; null for no limit.
  public record Most(@Nullable Long tokens, @Nullable BigDecimal cost) {}

  /// Whether there is anything to tell: a model writes, is set or has written.
  @JsonIgnore
  public boolean isWorthTelling() {
    return writer != null || caution != null || !calls.isEmpty() || !texts.fallbacks().isEmpty();
  }

  static Tokens tokens(Report report) {
    return new Tokens(report.usage().inputTokens(), report.usage().outputTokens());
  }

  static Cost cost(Report report) {
    return new Cost(
        new BigDecimal(report.usage().cost()),
        report.limits().currency(),
        report.usage().unpricedCalls());
  }

  static Texts texts(Report report) {
    Report.Texts texts = report.texts();
    return new Texts(texts.asked(), texts.written(), texts.unchanged(), texts.fallbacks());
  }

  static Limits limits(SpendingSettings settings) {
    return new Limits(
        settings.requestsPerMinute(),
        settings.tokensPerMinute(),
        settings.concurrency(),
        most(settings.perDay()),
        most(settings.perRun()));
  }

  private static Most most(Budget budget) {
    OptionalLong tokens = budget.tokens();
    return new Most(
        tokens.isPresent() ? Long.valueOf(tokens.getAsLong()) : null,
        Report.amount(budget.costMicros()).map(BigDecimal::new).orElse(null));
  }

  static Halt halt(Report.Halt halt) {
    return new Halt(halt.cause(), halt.until().orElse(null));
  }
}
