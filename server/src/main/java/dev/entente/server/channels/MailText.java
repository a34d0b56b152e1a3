package dev.entente.server.channels;

import dev.entente.server.nights.NightWords;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a mail says of an alert. Immutable.
final class MailText {
  /// @param subject one line
  record Written(String subject, String body) {}

  private static final String RECOVERED = "recovered";
  private static final JsonMapper JSON = new JsonMapper();

  private final Locale language;
  private final ResourceBundle texts;

  /// @param language French or English
  MailText(Locale language) {
    this.language = language;
    texts = ResourceBundle.getBundle("dev.entente.server.channels.mail", language);
  }

  /// The mail of an alert: what happened, when, what was left out, and what to do.
  Written of(Alert alert) {
    AlertBody.Data data = JSON.readValue(alert.body(), AlertBody.class).data();
    var words = new NightWords(language, data.zone());
    String type = alert.type().id().replace("night.", "");
    return new Written(
        text(type + ".subject", words.date(data.night())),
        String.join("\n\n", paragraphs(type, data, words)) + "\n");
  }

  private List<String> paragraphs(String type, AlertBody.Data data, NightWords words) {
    AlertBody.@Nullable Run run = data.run();
    String what =
        text(
            type,
            words.date(data.night()),
            words.moment(run == null ? data.deadline() : run.finishedAt()),
            words.moment(data.startsAt()));
    return List.of(
        run == null ? what : what + "\n" + counts(run),
        text(type + ".todo", data.url()),
        text(type.equals(RECOVERED) ? "end.recovered" : "end"));
  }

  private String counts(AlertBody.Run run) {
    AlertBody.Postings postings = run.postings();
    var counts = new StringBuilder();
    if (run.error() != null) {
      counts.append(text("error", run.error())).append('\n');
    }
    counts.append(text("written", postings.written(), postings.total()));
    if (run.chunksFailed() > 0) {
      counts.append('\n').append(text("chunks", run.chunksFailed()));
    }
    if (postings.failed() > 0) {
      counts.append('\n').append(text("failures", postings.failed()));
      run.failedPostings().forEach(id -> counts.append("\n  ").append(id));
    }
    if (postings.failed() > run.failedPostings().size()) {
      counts.append("\n  …");
    }
    return counts.toString();
  }

  private String text(String key, Object... facts) {
    return new MessageFormat(texts.getString(key), language).format(facts);
  }
}
