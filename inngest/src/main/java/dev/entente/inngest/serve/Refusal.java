package dev.entente.inngest.serve;

/// A request that cannot be answered as it asks. Says so to whoever sent it.
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 200;

  private final transient Answer answer;

  private Refusal(Answer answer) {
    super(String.valueOf(answer.status()), null, false, false);
    this.answer = answer;
  }

  static Refusal of(int status, String code, String message) {
    return new Refusal(Answer.refusal(status, code, message));
  }

  /// One that the server may try again, because a release of the app may be on its way.
  static Refusal retried(int status, String code, String message) {
    return new Refusal(Answer.refusal(status, code, message).retried(true));
  }

  /// One that no retry would help.
  static Refusal forGood(int status, String code, String message) {
    return new Refusal(Answer.refusal(status, code, message).retried(false));
  }

  /// A caller's word, short enough to be given back.
  static String quoted(String word) {
    return word.length() > LONGEST ? word.substring(0, LONGEST) + "…" : word;
  }

  Answer answer() {
    return answer;
  }
}
