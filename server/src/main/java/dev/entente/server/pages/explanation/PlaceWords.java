package dev.entente.server.pages.explanation;

import dev.entente.matching.profile.Candidate;
import dev.entente.matching.profile.Experience;
import dev.entente.matching.profile.Project;
import dev.entente.matching.profile.QuizResult;
import dev.entente.matching.profile.TechnicalTest;
import dev.entente.server.pages.wording.Wording;
import dev.entente.server.pages.wording.WrittenNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Places of a candidate's document in words: `/experiences/0` is « experience 1: Java developer ».
final class PlaceWords {
  private static final Pattern ELEMENT = Pattern.compile("/([a-zA-Z]+)/(\\d{1,6})");
  private static final int LONGEST = 80;

  private final Optional<Candidate> profile;
  private final WrittenNames names;
  private final Wording wording;

  PlaceWords(Optional<Candidate> profile, WrittenNames names, Wording wording) {
    this.profile = profile;
    this.names = names;
    this.wording = wording;
  }

  /// A place, given as a JSON Pointer, in words; the pointer itself where there are none.
  String of(String pointer) {
    return ELEMENT
        .matcher(pointer)
        .results()
        .findFirst()
        .filter(found -> found.group().equals(pointer))
        .map(this::element)
        .orElseGet(() -> wording.find("place." + pointer.substring(1)).orElse(pointer));
  }

  private String element(MatchResult pointer) {
    String list = pointer.group(1);
    int index = Integer.parseInt(pointer.group(2));
    String place = wording.find("place." + list, index + 1).orElse(pointer.group());
    String title = shortened(profile.map(known -> title(known, list, index)).orElse(""));
    return title.isEmpty() ? place : wording.text("place.titled", place, title);
  }

  private String title(Candidate known, String list, int index) {
    return switch (list) {
      case "experiences" -> title(known.experiences(), index, Experience::title);
      case "projects" -> title(known.projects(), index, Project::title);
      case "technicalTests" -> title(known.technicalTests(), index, this::subject);
      case "quizResults" -> title(known.quizResults(), index, this::subject);
      default -> "";
    };
  }

  private static <T> String title(List<T> elements, int index, Function<T, String> title) {
    return index < elements.size() ? title.apply(elements.get(index)) : "";
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

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= LONGEST
        ? title
        : title.substring(0, title.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
