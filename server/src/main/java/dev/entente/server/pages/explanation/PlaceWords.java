package dev.entente.server.pages.explanation;

import dev.entente.matching.profile.Badge;
import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.Project;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.server.candidates.WrittenProfile;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Places of a candidate's document in words: `/experiences/0` is « experience 1: Java developer ».
public final class PlaceWords {
  private static final Pattern ELEMENT = Pattern.compile("/([a-zA-Z]+)/(\\d{1,6})");
  private static final int LONGEST = 80;

  private final Optional<Candidate> profile;
  private final WrittenProfile written;
  private final WrittenNames names;
  private final Wording wording;

  /// @param profile that places point into; empty leaves them without a title
  public PlaceWords(
      Optional<Candidate> profile, WrittenProfile written, WrittenNames names, Wording wording) {
    this.profile = profile;
    this.written = written;
    this.names = names;
    this.wording = wording;
  }

  /// An element of a list of the document.
  private record Element(String list, int index) {
    private static Optional<Element> of(String pointer) {
      Matcher form = ELEMENT.matcher(pointer);
      return form.matches()
          ? Optional.of(new Element(form.group(1), Integer.parseInt(form.group(2))))
          : Optional.empty();
    }

    private <T> Optional<T> in(List<T> all) {
      return index < all.size() ? Optional.of(all.get(index)) : Optional.empty();
    }
  }

  /// A place, given as a JSON Pointer, in words; the pointer itself where there are none.
  public String of(String pointer) {
    return Element.of(pointer)
        .map(element -> element(element, pointer))
        .orElseGet(() -> wording.find("place." + pointer.substring(1)).orElse(pointer));
  }

  private String element(Element element, String pointer) {
    String place = wording.find("place." + element.list(), element.index() + 1).orElse(pointer);
    String title = shortened(profile.flatMap(known -> title(known, element)).orElse(""));
    return title.isEmpty() ? place : wording.text("place.titled", place, title);
  }

  private Optional<String> title(Candidate known, Element element) {
    return switch (element.list()) {
      case "experiences" -> element.in(known.experiences()).map(Experience::title);
      case "projects" -> element.in(known.projects()).map(Project::title);
      case "technicalTests" -> element.in(known.technicalTests()).map(this::subject);
      case "quizResults" -> element.in(known.quizResults()).map(this::subject);
      default -> Optional.empty();
    };
  }

  private String subject(TechnicalTest test) {
    return test.skill().map(names::of).orElseGet(() -> names.of(test.domain()));
  }

  private String subject(QuizResult quiz) {
    return wording.text(
        "place.quiz",
        wording.text("quizType." + quiz.type()),
        names.of(quiz.domain()),
        wording.day(quiz.completedAt()));
  }

  /// When what stands at a place was, in words; empty where that is unknown or said already.
  public String when(String pointer) {
    return Element.of(pointer).flatMap(this::when).orElse("");
  }

  private Optional<String> when(Element element) {
    return switch (element.list()) {
      case "experiences" -> of(element, Candidate::experiences).map(this::span);
      case "technicalTests" ->
          element.in(written.testedAt()).flatMap(Function.identity()).map(wording::day);
      case "badges" ->
          of(element, Candidate::badges)
              .flatMap(Badge::validUntil)
              .map(day -> wording.text("place.until", wording.day(day)));
      default -> Optional.empty();
    };
  }

  private <T> Optional<T> of(Element element, Function<Candidate, List<T>> list) {
    return profile.flatMap(known -> element.in(list.apply(known)));
  }

  /// The months of an experience, from the first to the last that counts.
  public String span(Experience experience) {
    String from = wording.month(experience.from());
    return experience
        .to()
        .map(to -> wording.text("place.span", from, wording.month(to)))
        .orElseGet(() -> wording.text("place.since", from));
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
