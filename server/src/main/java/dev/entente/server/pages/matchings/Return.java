package dev.entente.server.pages.matchings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The way back to the page on which a button was pressed.
final class Return {
  // What ListQuery.text writes; anything else is left out.
  private static final Pattern VIEW = Pattern.compile("[A-Za-z0-9=&]{1,500}");

  private final String path;
  private final List<String> query = new ArrayList<>();
  private String place = "";

  private Return(String path) {
    this.path = path;
  }

  static Return toList(String postingId, @Nullable String view) {
    var back = new Return("/postings/" + postingId);
    if (view != null && VIEW.matcher(view).matches()) {
      back.query.add(view);
    }
    return back;
  }

  static Return toMatching(String id) {
    return new Return("/matchings/" + id);
  }

  /// Adds what the page confirms.
  Return saying(String name, Object value) {
    query.add(name + "=" + value);
    return this;
  }

  /// Goes to the line of a matching.
  Return at(String matchingId) {
    place = "#m-" + matchingId;
    return this;
  }

  /// As the name of a view.
  String view() {
    return "redirect:" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)) + place;
  }
}
