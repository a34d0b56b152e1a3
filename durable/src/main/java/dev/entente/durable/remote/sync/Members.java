package dev.entente.durable.remote.sync;

import dev.entente.durable.remote.json.TimeText;
import dev.entente.inngest.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The members of one object of what an app tells of its functions: none may be there that nobody
/// reads. Immutable.
///
/// @param place its name in messages, such as `concurrency`; empty for the function itself
record Members(String place, Json json) {
  /// Takes an object.
  ///
  /// @param known all members that are read
  /// @throws IllegalArgumentException that names a member that is not known, or says that it is no
  ///   object
  static Members of(String place, Json json, String... known) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(
          (place.isEmpty() ? "a function" : place) + " must be an object");
    }
    var members = new Members(place, json);
    Set<String> names = Set.of(known);
    json.members()
        .forEach(
            (name, value) -> {
              if (!names.contains(name) && !value.isNull()) {
                throw new IllegalArgumentException(
                    "this engine does not know %s: leave it out".formatted(members.path(name)));
              }
            });
    return members;
  }

  private String path(String member) {
    return place.isEmpty() ? member : place + "." + member;
  }

  Optional<Json> find(String member) {
    return json.find(member);
  }

  /// Another object inside this one.
  Optional<Members> object(String member, String... known) {
    return json.find(member).map(value -> of(path(member), value, known));
  }

  Optional<String> text(String member) {
    return json.find(member)
        .map(value -> value.text().orElseThrow(() -> wrong(member, "must be a text")));
  }

  String requiredText(String member) {
    return text(member).orElseThrow(() -> wrong(member, "is missing"));
  }

  Optional<Integer> number(String member) {
    return json.find(member).map(value -> whole(path(member), value));
  }

  int requiredNumber(String member) {
    return number(member).orElseThrow(() -> wrong(member, "is missing"));
  }

  /// A whole number that an `int` holds.
  ///
  /// @throws IllegalArgumentException that names the place
  static int whole(String place, Json value) {
    var number = value.integer();
    if (number.isEmpty() || number.getAsLong() != (int) number.getAsLong()) {
      throw new IllegalArgumentException(place + " must be a whole number, got: " + value);
    }
    return (int) number.getAsLong();
  }

  Optional<Duration> duration(String member) {
    return text(member).map(text -> duration(member, text));
  }

  Duration requiredDuration(String member) {
    return duration(member, requiredText(member));
  }

  private Duration duration(String member, String text) {
    try {
      return TimeText.duration(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(path(member) + ": " + e.getMessage(), e);
    }
  }

  /// The elements of an array; none if there is no such member.
  List<Json> list(String member) {
    Optional<Json> value = json.find(member);
    if (value.isPresent() && !value.get().isArray()) {
      throw wrong(member, "must be an array");
    }
    return value.map(Json::elements).orElse(List.of());
  }

  private IllegalArgumentException wrong(String member, String what) {
    return new IllegalArgumentException(path(member) + " " + what);
  }
}
