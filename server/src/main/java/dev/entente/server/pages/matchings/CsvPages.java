package dev.entente.server.pages.matchings;

import dev.entente.server.matchings.ExplainedMatching;
import dev.entente.server.matchings.MatchingLists;
import dev.entente.server.matchings.StoredList;
import dev.entente.server.pages.wording.PostingFacts;
import dev.entente.server.pages.wording.Wording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A posting's list as a file for a spreadsheet: what its page shows, in the reader's language.
@Controller
class CsvPages {
  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final MatchingLists lists;
  private final MessageSource messages;

  CsvPages(MatchingLists lists, MessageSource messages) {
    this.lists = lists;
    this.messages = messages;
  }

  @GetMapping("/postings/{id}/matchings.csv")
  ResponseEntity<byte[]> export(@PathVariable String id, ListQuery query, Locale language) {
    var wording = new Wording(messages, language);
    StoredList list = lists.getAll(id);
    var order = new ListOrder(query, wording);
    List<ExplainedMatching> shown =
        Stream.of(list.ranked(), list.unranked()).flatMap(part -> order.of(part).stream()).toList();
    var file = new ListFile(PostingFacts.of(list.posting(), wording), wording);
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name(id)).build().toString())
        .body(file.write(shown).getBytes(StandardCharsets.UTF_8));
  }

  // Not every file system has colons.
  private static String name(String postingId) {
    return "matchings-" + postingId.replace(':', '_') + ".csv";
  }
}
