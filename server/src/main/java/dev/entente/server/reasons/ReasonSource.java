package dev.entente.server.reasons;

/// Who wrote a reason.
public enum ReasonSource {
  /// We did, from the facts alone.
  TEMPLATE,
  /// Gemini did.
  GEMINI,
  /// A model behind an endpoint like OpenAI's did.
  OPENAI,
  /// A model that Ollama runs did.
  OLLAMA;

  /// Whether a model wrote it, so that it must be labelled as written by an AI.
  public boolean isModel() {
    return this != TEMPLATE;
  }
}
