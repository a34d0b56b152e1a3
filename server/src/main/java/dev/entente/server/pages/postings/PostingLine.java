package dev.entente.server.pages.postings;

import dev.entente.server.matchings.ListSummary;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.Wording.Moment;
import dev.entente.server.postings.PostingSearch.Overview;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the list of job postings shows of one; an absent text is empty.
///
/// @param candidates how many are ranked of how many eligible, in a sentence; empty where the
///   posting was never ranked
/// @param best the highest match score, in points; empty where nobody is ranked
/// @param rankedAt null where the posting was never ranked
/// @param isWaiting whether it is about to be ranked again
record PostingLine(
    String id,
    String title,
    String companyId,
    String location,
    String workMode,
    String contractType,
    boolean active,
    String candidates,
    String best,
    @Nullable Moment rankedAt,
    boolean isWaiting) {
  static PostingLine of(Overview posting, ListSummary list, Wording wording) {
    Optional<Moment> rankedAt = Optional.ofNullable(list.rankedAt()).map(wording::moment);
    return new PostingLine(
        posting.id(),
        wording.named(posting.title(), posting.id()),
        posting.companyId(),
        Objects.requireNonNullElse(posting.location(), ""),
        wording.word("workMode", Objects.requireNonNullElse(posting.workMode(), "")),
        wording.word("contractType", Objects.requireNonNullElse(posting.contractType(), "")),
        posting.active(),
        rankedAt
            .map(_ -> wording.text("page.postings.candidates", list.ranked(), list.eligible()))
            .orElse(""),
        Optional.ofNullable(list.best())
            .map(BigDecimal::unscaledValue)
            .map(hundredths -> wording.points(hundredths.longValue()))
            .orElse(""),
        rankedAt.orElse(null),
        posting.active() && list.isWaiting());
  }
}
