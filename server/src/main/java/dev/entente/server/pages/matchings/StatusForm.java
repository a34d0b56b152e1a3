package dev.entente.server.pages.matchings;

import dev.entente.documents.Checked;
import dev.entente.documents.DocumentForm;
import dev.entente.documents.MatchingStatus;
import dev.entente.documents.StatusChange;
import dev.entente.matching.vocabulary.WhiteSpace;
import dev.entente.server.accounts.Access;
import dev.entente.server.web.ApiProblem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The fields of a form that moves a status; what they say is checked as a document of the API.
///
/// @param status where to
/// @param expected the status that was seen
/// @param reason why
/// @param usual one of the usual reasons, which stands before that
/// @param from `list` for the list of the posting; anything else is the matching's own page
/// @param view how the list is sorted and filtered
record StatusForm(
    @Nullable String status,
    @Nullable String expected,
    @Nullable String reason,
    @Nullable String usual,
    @Nullable String from,
    @Nullable String view) {
  private static final JsonMapper JSON = new JsonMapper();

  /// @throws ApiProblem with all that is wrong
  StatusChange change() {
    return read(status, why());
  }

  /// @throws ApiProblem if there is no such status
  MatchingStatus seen() {
    return read(expected, Optional.empty()).status();
  }

  /// Tells whether it rejects without saying why, which a page does not allow.
  boolean lacksReason() {
    return MatchingStatus.REJECTED.name().equals(status) && why().isEmpty();
  }

  boolean isFromList() {
    return "list".equals(from);
  }

  // A browser sends line ends of two characters.
  private Optional<String> why() {
    String text =
        Stream.<@Nullable String>of(usual, reason)
            .flatMap(Stream::ofNullable)
            .map(part -> WhiteSpace.trim(part.replace("\r\n", "\n")))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(". "));
    return Optional.of(text).filter(one -> !one.isEmpty());
  }

  private static StatusChange read(@Nullable String status, Optional<String> reason) {
    ObjectNode document = JSON.createObjectNode();
    document.put("status", status);
    document.put("by", Access.PERSON);
    reason.ifPresent(text -> document.put("reason", text));
    byte[] json = document.toString().getBytes(StandardCharsets.UTF_8);
    return switch (DocumentForm.statusChange().check(json)) {
      case Checked.Valid<StatusChange>(var change) -> change;
      case Checked.Invalid<StatusChange>(var problems) -> throw ApiProblem.document(problems);
    };
  }
}
