package dev.entente.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the stand-in for Gemini answers one request.
@FunctionalInterface
public interface GeminiBehaviour {
  /// Names of quotas as the Gemini API tells them.
  String PER_MINUTE = "GenerateRequestsPerMinutePerProjectPerModel";

  /// The quota of a day.
  String PER_DAY = "GenerateRequestsPerDayPerProjectPerModel";

  /// The quota of a day of a key that nobody pays for.
  String PER_DAY_FREE = "GenerateRequestsPerDayPerProjectPerModel-FreeTier";

  /// The answer to a request.
  GeminiReply answer(GeminiRequest request);

  /// Honest reasons for all that is asked.
  static GeminiBehaviour success() {
    return saying(text -> text);
  }

  /// Honest reasons, changed.
  static GeminiBehaviour saying(UnaryOperator<String> change) {
    return request ->
        reply(
            request,
            entries(request, request.isFrench()).map(e -> entry(e[0], change.apply(e[1]))));
  }

  /// Reasons that somebody else wrote, by key; a key may be one that nobody asked for.
  static GeminiBehaviour reasons(Map<String, String> texts) {
    return request ->
        reply(request, texts.entrySet().stream().map(e -> entry(e.getKey(), e.getValue())));
  }

  /// Honest reasons in the other language.
  static GeminiBehaviour wrongLanguage() {
    return request ->
        reply(request, entries(request, !request.isFrench()).map(e -> entry(e[0], e[1])));
  }

  /// Honest reasons that name one skill more.
  static GeminiBehaviour inventedSkill(String skill) {
    return request -> {
      String more = (request.isFrench() ? " Le profil montre aussi " : " There is also ") + skill;
      return saying(text -> text + more + ".").answer(request);
    };
  }

  /// Honest reasons, and one for a key that was not asked for.
  static GeminiBehaviour extraKey(String key) {
    return request -> {
      List<String[]> honest = entries(request, request.isFrench()).toList();
      Stream<String> extra = Stream.of(entry(key, honest.getFirst()[1]));
      return reply(request, Stream.concat(honest.stream().map(e -> entry(e[0], e[1])), extra));
    };
  }

  /// Honest reasons for all but the first.
  static GeminiBehaviour missingKey() {
    return request ->
        reply(request, entries(request, request.isFrench()).skip(1).map(e -> entry(e[0], e[1])));
  }

  /// What the model was told, as each reason.
  static GeminiBehaviour promptEchoed() {
    return request ->
        reply(request, request.keys().stream().map(key -> entry(key, instruction(request))));
  }

  private static String instruction(GeminiRequest request) {
    Map<?, ?> root = (Map<?, ?>) PlainJson.parse(request.body());
    Map<?, ?> instruction = GeminiRequest.object(root, "systemInstruction");
    Map<?, ?> part = (Map<?, ?>) GeminiRequest.list(instruction, "parts").getFirst();
    return String.valueOf(part.get("text"));
  }

  /// A text as it is, which need not be JSON.
  static GeminiBehaviour text(String text) {
    return request -> GeminiReply.text(request, text, "STOP");
  }

  /// An answer of so many characters.
  static GeminiBehaviour large(int characters) {
    return text("x".repeat(characters));
  }

  /// Honest reasons, cut off in the middle.
  static GeminiBehaviour truncated() {
    return request -> {
      String whole = document(entries(request, request.isFrench()).map(e -> entry(e[0], e[1])));
      return GeminiReply.text(request, whole.substring(0, whole.length() / 2), "MAX_TOKENS");
    };
  }

  /// The prompt is blocked.
  static GeminiBehaviour promptBlocked() {
    return request -> GeminiReply.blockedPrompt(request, "PROHIBITED_CONTENT");
  }

  /// The answer is blocked.
  static GeminiBehaviour answerBlocked(String finishReason) {
    return request -> GeminiReply.nothing(request, finishReason);
  }

  /// Status 429.
  ///
  /// @param retryDelay what the details tell to wait; none for zero
  /// @param quotaIds the quotas that are spent
  static GeminiBehaviour limited(Duration retryDelay, String... quotaIds) {
    String quotas =
        Arrays.stream(quotaIds)
            .map(id -> "{\"quotaMetric\":\"requests\",\"quotaId\":\"" + id + "\"}")
            .collect(Collectors.joining(","));
    String failure =
        "{\"@type\":\"type.googleapis.com/google.rpc.QuotaFailure\",\"violations\":["
            + quotas
            + "]}";
    String retry =
        ",{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"%s\"}"
            .formatted(seconds(retryDelay));
    String details = retryDelay.isZero() ? failure : failure + retry;
    return _ ->
        GeminiReply.error(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", details);
  }

  private static String seconds(Duration delay) {
    return delay.toString().replace("PT", "").replace("S", "s");
  }

  /// An error of the service.
  static GeminiBehaviour failing(int status) {
    return _ -> GeminiReply.error(status, "UNAVAILABLE", "The model is overloaded.", "");
  }

  /// An error as a gateway gives it.
  static GeminiBehaviour plain(int status, String body, String... headers) {
    return _ -> new GeminiReply(status, List.of(headers), body, GeminiReply.Pace.FAST);
  }

  /// The same, later.
  default GeminiBehaviour after(Duration delay) {
    return at(new GeminiReply.Pace(delay, Duration.ZERO, false));
  }

  /// The same, with a connection that ends in the middle.
  default GeminiBehaviour cut() {
    return at(new GeminiReply.Pace(Duration.ZERO, Duration.ZERO, true));
  }

  /// The same, standing still in the middle.
  default GeminiBehaviour stalling(Duration pause) {
    return at(new GeminiReply.Pace(Duration.ZERO, pause, false));
  }

  private GeminiBehaviour at(GeminiReply.Pace pace) {
    return request -> answer(request).at(pace);
  }

  private static Stream<String[]> entries(GeminiRequest request, boolean inFrench) {
    return request.matchings().stream()
        .map(
            matching ->
                new String[] {
                  String.valueOf(matching.get("key")), HonestReasons.of(matching, inFrench)
                });
  }

  private static String entry(String key, String reason) {
    return "{\"key\":" + PlainJson.quote(key) + ",\"reason\":" + PlainJson.quote(reason) + "}";
  }

  private static String document(Stream<String> entries) {
    return entries.collect(Collectors.joining(",", "{\"reasons\":[", "]}"));
  }

  private static GeminiReply reply(GeminiRequest request, Stream<String> entries) {
    return GeminiReply.text(request, document(entries), "STOP");
  }
}
