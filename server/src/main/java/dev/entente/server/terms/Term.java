package dev.entente.server.terms;

import dev.entente.matching.index.RecordFormat;
import dev.entente.matching.numbers.PostingNumbers;
import dev.entente.matching.numbers.Terms.Kind;
import dev.entente.matching.profile.CandidateFacts;
import dev.entente.matching.profile.JobPostingFacts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A skill, a domain or a token.
public record Term(Kind kind, String name) {
  private static final int DIGEST_BYTES = 16;

  // Both written out: what the platform makes of a record is slow until it is compiled.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Term term && kind == term.kind && name.equals(term.name);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + kind.hashCode();
  }

  /// Gives the terms of a candidate's record, each once or more.
  public static void forEach(CandidateFacts candidate, Consumer<Term> taker) {
    RecordFormat.forEachTerm(candidate, (kind, name) -> taker.accept(new Term(kind, name)));
  }

  /// Gives the terms that a posting is compared by, each once or more.
  public static void forEach(JobPostingFacts posting, Consumer<Term> taker) {
    PostingNumbers.forEachTerm(posting, (kind, name) -> taker.accept(new Term(kind, name)));
  }

  /// What is stored for it: the name, or of a token 128 bits of its SHA-256.
  String storedName() {
    return kind == Kind.TOKEN ? digest(name) : name;
  }

  private static String digest(String token) {
    try {
      byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, DIGEST_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
