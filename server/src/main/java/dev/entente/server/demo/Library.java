package dev.entente.server.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// All texts of the demo, read once from the resources beside this class.
record Library(List<Trade> trades, Common common, List<Common.Origin> origins) {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final List<String> FIELDS =
      List.of(
          "software",
          "data",
          "care",
          "finance",
          "sales",
          "logistics",
          "construction",
          "teaching",
          "hospitality",
          "marketing");

  /// A role with its field.
  ///
  /// @param remarks of the field and of all fields
  record Trade(Field field, Field.Role role, Field.Remarks remarks) {
    boolean isNear(Trade other) {
      return field.id().equals(other.field.id());
    }
  }

  static Library load() {
    Common common = MAPPER.readValue(open("common.json"), Common.class);
    return new Library(
        FIELDS.stream().flatMap(id -> trades(id, common)).toList(),
        common,
        MAPPER.readValue(open("names.json"), new TypeReference<>() {}));
  }

  private static Stream<Trade> trades(String id, Common common) {
    Field field = MAPPER.readValue(open("fields/" + id + ".json"), Field.class);
    Field.Remarks remarks = field.remarks().and(common.remarks());
    return field.roles().stream().map(role -> new Trade(field, role, remarks));
  }

  /// The lines of the file of job postings.
  static List<String> postings() {
    return new String(bytes("postings.jsonl"), StandardCharsets.UTF_8).lines().toList();
  }

  private static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    return Objects.requireNonNull(Library.class.getResourceAsStream(name), name);
  }

  /// The trades that people of this one come from.
  List<Trade> before(Trade trade) {
    List<String> ids = trade.role().from();
    return trades.stream().filter(other -> ids.contains(other.role().id())).toList();
  }
}
