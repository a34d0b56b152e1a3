package dev.entente.testkit;

import java.time.Duration;
import java.util.List;

/// What the stand-in answers, in the form that the Gemini API has on the wire.
///
/// @param status of HTTP
/// @param headers name, value, name, value and so on
/// @param body JSON, as a rule
/// @param pace how it is sent
public record GeminiReply(int status, List<String> headers, String body, Pace pace) {
  private static final int CHARACTERS_A_TOKEN = 4;
  private static final int TOKENS_OF_THINKING = 7;

  /// How an answer is sent.
  ///
  /// @param before how long it takes to begin
  /// @param middle how long it stands still in the middle of the body
  /// @param isCut whether the connection ends there
  public record Pace(Duration before, Duration middle, boolean isCut) {
    /// At once.
    static final Pace FAST = new Pace(Duration.ZERO, Duration.ZERO, false);
  }

  public GeminiReply {
    headers = List.copyOf(headers);
  }

  private static GeminiReply json(int status, String body) {
    return new GeminiReply(status, List.of(), body, Pace.FAST);
  }

  /// A model's text that ended as it should, or for another reason.
  static GeminiReply text(GeminiRequest request, String text, String finishReason) {
    return json(
        200,
        """
        {"candidates":[{"content":{"parts":[{"text":%s}],"role":"model"},"finishReason":"%s",\
        "index":0}],%s,"modelVersion":"stand-in","responseId":"stand-in-1"}"""
            .formatted(PlainJson.quote(text), finishReason, usage(request, text)));
  }

  /// A candidate without content: it ended before it began.
  static GeminiReply nothing(GeminiRequest request, String finishReason) {
    return json(
        200,
        """
        {"candidates":[{"finishReason":"%s","index":0}],%s,"modelVersion":"stand-in"}"""
            .formatted(finishReason, usage(request, "")));
  }

  /// No candidate at all: the prompt is blocked.
  static GeminiReply blockedPrompt(GeminiRequest request, String blockReason) {
    return json(
        200,
        """
        {"promptFeedback":{"blockReason":"%s"},"usageMetadata":{"promptTokenCount":%d,\
        "totalTokenCount":%2$d},"modelVersion":"stand-in"}"""
            .formatted(blockReason, tokens(request.body())));
  }

  private static String usage(GeminiRequest request, String text) {
    int input = tokens(request.body());
    int output = tokens(text);
    return """
    "usageMetadata":{"promptTokenCount":%d,"candidatesTokenCount":%d,"totalTokenCount":%d,\
    "promptTokensDetails":[{"modality":"TEXT","tokenCount":%1$d}],"thoughtsTokenCount":%d}"""
        .formatted(input, output, input + output + TOKENS_OF_THINKING, TOKENS_OF_THINKING);
  }

  private static int tokens(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS_A_TOKEN);
  }

  /// An error as `google.rpc.Status`.
  ///
  /// @param status such as `UNAVAILABLE`
  /// @param details JSON of what stands in its list; may be empty
  static GeminiReply error(int code, String status, String message, String details) {
    return json(
        code,
        """
        {"error":{"code":%d,"message":%s,"status":"%s","details":[%s]}}"""
            .formatted(code, PlainJson.quote(message), status, details));
  }

  GeminiReply at(Pace other) {
    return new GeminiReply(status, headers, body, other);
  }
}
