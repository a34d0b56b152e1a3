package dev.entente.server.reasons.work;

import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.reasons.ReasonFacts;
import dev.entente.server.reasons.Refusal;
import dev.entente.server.reasons.check.ReasonCheck;
import dev.entente.server.reasons.check.ToldWords;
import dev.entente.server.reasons.model.Answer;
import dev.entente.server.reasons.model.Question;
import dev.entente.server.reasons.model.ReasonModel;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What may be stored of a model's answer, and why the rest may not.
///
/// @param good texts by key
/// @param refused why others are not stored, by key
record Verdict(Map<String, String> good, Map<String, Set<Refusal>> refused) {
  private static final ReasonCheck CHECK = new ReasonCheck();
  private static final ToldWords INSTRUCTION = new ToldWords(List.of(ReasonModel.instruction()));

  /// Checks an answer.
  ///
  /// @param asked keys that were asked for
  static Verdict of(Answer answer, Batch batch, Set<String> asked) {
    if (answer.unasked() > 0) {
      return malformed(asked); // whoever answers about others may have mixed up these
    }
    Question question = batch.question();
    var posting = new ToldWords(List.of(question.postingTitle(), question.postingText()));
    Map<String, String> good = new HashMap<>();
    Map<String, Set<Refusal>> refused = new HashMap<>();
    for (String key : asked) {
      String written = answer.texts().get(key);
      String text = written == null ? null : WhiteSpace.trim(written);
      if (text == null) {
        refused.put(key, EnumSet.of(Refusal.NOT_ANSWERED));
      } else {
        Set<Refusal> found = check(text, batch.facts(key), question, posting);
        if (found.isEmpty()) {
          good.put(key, text);
        } else {
          refused.put(key, found);
        }
      }
    }
    return new Verdict(good, refused);
  }

  private static Set<Refusal> check(
      String text, ReasonFacts facts, Question question, ToldWords posting) {
    Set<Refusal> found = CHECK.check(text, facts, question.language());
    if (CHECK.repeats(text, facts, INSTRUCTION) || CHECK.repeats(text, facts, posting)) {
      found.add(Refusal.INSTRUCTION);
    }
    return found;
  }

  /// Of an answer that nobody can read.
  static Verdict malformed(Set<String> asked) {
    Map<String, Set<Refusal>> refused = new HashMap<>();
    asked.forEach(key -> refused.put(key, EnumSet.of(Refusal.MALFORMED)));
    return new Verdict(Map.of(), refused);
  }
}
