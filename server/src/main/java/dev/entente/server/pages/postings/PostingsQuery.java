package dev.entente.server.pages.postings;

import dev.entente.server.postings.PostingFilter;
import dev.entente.server.postings.PostingFilter.By;
import dev.entente.server.postings.PostingFilter.Matched;
import dev.entente.server.postings.PostingFilter.Order;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// Which job postings the page shows, as its address says it; an empty text asks for nothing.
///
/// @param q words of the title
/// @param state `active` or `inactive`
/// @param company whose
/// @param list how their lists are
/// @param sort what they are ordered by, behind a minus from the highest down
/// @param page from 1
record PostingsQuery(
    @Size(max = 200) String q,
    @Pattern(regexp = "|active|inactive") String state,
    @Size(max = 128) String company,
    @Pattern(regexp = "|few|nobody|never|waiting") String list,
    @Pattern(regexp = "|-?(title|best|eligible|matched)") String sort,
    @Min(1) @Max(100_000) Integer page) {
  private static final String TITLE = "title";

  PostingsQuery(
      @Nullable String q,
      @Nullable String state,
      @Nullable String company,
      @Nullable String list,
      @Nullable String sort,
      @Nullable Integer page) {
    this.q = q == null ? "" : q;
    this.state = state == null ? "" : state;
    this.company = company == null ? "" : company;
    this.list = list == null ? "" : list;
    this.sort = sort == null || sort.isEmpty() ? TITLE : sort;
    this.page = page == null ? Integer.valueOf(1) : page;
  }

  PostingFilter filter() {
    return new PostingFilter(
        q,
        state.isEmpty() ? Optional.empty() : Optional.of(state.equals("active")),
        company.isEmpty() ? Optional.empty() : Optional.of(company),
        list.isEmpty() ? Matched.ANY : Matched.valueOf(list.toUpperCase(Locale.ROOT)),
        new Order(By.valueOf(key().toUpperCase(Locale.ROOT)), isDescending()));
  }

  String key() {
    return isDescending() ? sort.substring(1) : sort;
  }

  boolean isDescending() {
    return sort.startsWith("-");
  }

  /// Whether all postings are shown.
  public boolean isForAll() {
    return q.isEmpty() && state.isEmpty() && company.isEmpty() && list.isEmpty();
  }

  /// The address of another page of the same.
  String page(int number) {
    return address(sort, number);
  }

  /// The address of the same in another order.
  String sorted(String order) {
    return address(order, 1);
  }

  private String address(String order, int number) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", q);
    parts.put("state", state);
    parts.put("company", company);
    parts.put("list", list);
    parts.put("sort", order.equals(TITLE) ? "" : order);
    parts.put("page", number == 1 ? "" : String.valueOf(number));
    var address = UriComponentsBuilder.fromPath("/");
    parts.values().removeIf(String::isEmpty);
    parts.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(parts).toUriString();
  }
}
