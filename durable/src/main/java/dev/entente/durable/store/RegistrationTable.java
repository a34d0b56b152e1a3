package dev.entente.durable.store;

import dev.entente.durable.definition.DefinitionJson;
import dev.entente.durable.definition.FunctionDefinition;
import dev.entente.durable.jdbc.Transaction;
import dev.entente.inngest.flow.Trigger;
import dev.entente.inngest.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is registered, by whichever instance.
public final class RegistrationTable {
  private static final String ADD =
      """
      INSERT INTO durable.function
        (id, app_id, name, triggers, definition, registered_at, seen_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE
      SET app_id = excluded.app_id, name = excluded.name, triggers = excluded.triggers,
          definition = excluded.definition, seen_at = excluded.seen_at, removed_at = NULL,
          revision = function.revision + CASE
            WHEN function.removed_at IS NULL
              AND function.definition::text = excluded.definition::text THEN 0 ELSE 1 END
      """;

  private static final String REMOVE_OTHERS =
      """
      UPDATE durable.function SET removed_at = ?, revision = revision + 1
      WHERE app_id = ? AND removed_at IS NULL AND NOT id = ANY (?)
      """;

  // A cron has no '#', a function's id may.
  private static final String LIST_CRONS_OF_APP =
      """
      SELECT task_instance FROM durable.queue
      WHERE task_name = 'cron' AND regexp_replace(task_instance, '#[^#]*$', '') IN
        (SELECT id FROM durable.function WHERE app_id = ?)
      """;

  private static final String LIST_CHANGED =
      """
      SELECT id, revision, definition, removed_at IS NOT NULL AS is_removed FROM durable.function
      WHERE NOT id || ' ' || revision = ANY (?)
      """;

  private static final String SEE =
      """
      UPDATE durable.function SET seen_at = ? WHERE id = ANY (?) AND seen_at < ?
      """;

  private static final String FIND_SEEN =
      """
      SELECT seen_at FROM durable.function WHERE id = ?
      """;

  private RegistrationTable() {}

  /// Lets nobody else register anything until the transaction ends.
  public static void lock(Transaction transaction) {
    transaction.lock("registration");
  }

  /// Puts the functions of an app in the place of those that it had; these are marked.
  public static void replace(
      Transaction transaction, String appId, List<FunctionDefinition> functions, Instant now) {
    functions.forEach(function -> add(transaction, function, now));
    List<String> ids = functions.stream().map(FunctionDefinition::id).toList();
    transaction.update(REMOVE_OTHERS, now, appId, ids);
  }

  private static void add(Transaction transaction, FunctionDefinition function, Instant now) {
    List<Map<String, Object>> triggers =
        function.triggers().stream().map(RegistrationTable::toJson).toList();
    transaction.update(
        ADD,
        function.id(),
        function.appId(),
        function.name(),
        Json.of(triggers),
        DefinitionJson.write(function),
        now,
        now);
  }

  private static Map<String, Object> toJson(Trigger trigger) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (trigger) {
      case Trigger.OnEvent event -> {
        json.put("event", event.name());
        event.expression().ifPresent(expression -> json.put("expression", expression));
      }
      case Trigger.Cron cron -> json.put("cron", cron.text());
    }
    return json;
  }

  /// The instances of all cron items of an app, of the functions that it has no more too.
  public static List<String> listCrons(Transaction transaction, String appId) {
    return transaction.list(LIST_CRONS_OF_APP, row -> row.text("task_instance"), appId);
  }

  /// A function as it was registered last.
  ///
  /// @param revision counts up when the definition changes, or it is removed or comes back
  /// @param isRemoved whether its app was registered without it since
  public record KeptDefinition(String id, long revision, Json definition, boolean isRemoved) {}

  /// The functions that are not known as they are.
  ///
  /// @param known id, space and revision of each that is
  public static List<KeptDefinition> listChanged(
      Transaction transaction, Collection<String> known) {
    return transaction.list(
        LIST_CHANGED,
        row ->
            new KeptDefinition(
                row.text("id"),
                row.large("revision"),
                row.json("definition"),
                row.isTrue("is_removed")),
        known);
  }

  /// Notes that an instance is there that calls functions.
  ///
  /// @param before those that were noted since are left alone
  public static void see(
      Transaction transaction, Collection<String> ids, Instant now, Instant before) {
    transaction.update(SEE, now, ids, before);
  }

  /// When an instance that calls a function was last there.
  public static Optional<Instant> findSeen(Transaction transaction, String id) {
    return transaction.find(FIND_SEEN, row -> row.instant("seen_at"), id);
  }
}
