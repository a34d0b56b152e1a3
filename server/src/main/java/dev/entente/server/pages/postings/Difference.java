package dev.entente.server.pages.postings;

import dev.entente.server.pages.wording.Wording;
import java.util.List;
import java.util.stream.Stream;

/// A field in which a form differs from what somebody else has stored meanwhile.
///
/// @param stored what is stored, shortened
/// @param typed what stands in the form, shortened
record Difference(String label, String stored, String typed) {
  private static final int LONGEST = 120;

  private record Pair(String field, String stored, String typed) {}

  static List<Difference> between(PostingForm stored, PostingForm typed, Wording wording) {
    return Stream.of(
            new Pair("title", stored.title(), typed.title()),
            new Pair("companyId", stored.companyId(), typed.companyId()),
            new Pair("active", state(stored, wording), state(typed, wording)),
            new Pair("domains", stored.domains(), typed.domains()),
            new Pair("skills", stored.skills(), typed.skills()),
            new Pair("niceToHaveSkills", stored.niceToHaveSkills(), typed.niceToHaveSkills()),
            new Pair("experienceLevel", level(stored, wording), level(typed, wording)),
            new Pair("contractType", contract(stored, wording), contract(typed, wording)),
            new Pair("workMode", mode(stored, wording), mode(typed, wording)),
            new Pair("location", stored.location(), typed.location()),
            new Pair("description", stored.description(), typed.description()))
        .filter(pair -> !pair.stored().equals(pair.typed()))
        .map(
            pair ->
                new Difference(
                    wording.text("page.posting.form." + pair.field()),
                    shortened(pair.stored()),
                    shortened(pair.typed())))
        .toList();
  }

  private static String state(PostingForm form, Wording wording) {
    return wording.text("page.postings.state." + (form.isActive() ? "active" : "inactive"));
  }

  private static String level(PostingForm form, Wording wording) {
    return wording.word("level", form.experienceLevel());
  }

  private static String contract(PostingForm form, Wording wording) {
    return wording.word("contractType", form.contractType());
  }

  private static String mode(PostingForm form, Wording wording) {
    return wording.word("workMode", form.workMode());
  }

  private static String shortened(String text) {
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
