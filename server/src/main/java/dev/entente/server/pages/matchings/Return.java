package dev.entente.server.pages.matchings;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// The way back to the page on which a button was pressed.
final class Return {
  // What ListQuery.text writes; anything else is left out.
  private static final Pattern VIEW = Pattern.compile("[A-Za-z0-9=&]{1,500}");

  private final UriComponentsBuilder address;
  private final Map<String, Object> values = new HashMap<>();

  private Return(String path, String id) {
    address = UriComponentsBuilder.fromPath(path).encode();
    values.put("id", id);
  }

  static Return toList(String postingId, @Nullable String view) {
    var back = new Return("/postings/{id}", postingId);
    if (view != null && VIEW.matcher(view).matches()) {
      back.address.query(view);
    }
    return back;
  }

  static Return toMatching(String id) {
    return new Return("/matchings/{id}", id);
  }

  /// Adds what the page confirms.
  Return saying(String name, Object value) {
    String place = "v" + values.size();
    values.put(place, value);
    address.queryParam(name, "{" + place + "}");
    return this;
  }

  /// Goes to the line of a matching.
  Return at(String matchingId) {
    values.put("line", matchingId);
    address.fragment("m-{line}");
    return this;
  }

  /// As the name of a view.
  String view() {
    // What stands in braces would be expanded once more, but is encoded.
    return "redirect:" + address.buildAndExpand(values).toUriString();
  }
}
