package dev.entente.durable.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.entente.inngest.flow.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CronTimesLawsTest {
  private static final int TRIES = 500;
  private static final int MOST_FOUND = 300;
  private static final Duration SPAN = Duration.ofDays(5);

  /// Days on which clocks change: by an hour, by half of one, at midnight, and by a whole day.
  private record Place(String zone, String day) {}

  private static final List<Place> PLACES =
      List.of(
          new Place("UTC", "2028-02-29"),
          new Place("Europe/Paris", "2026-03-29"),
          new Place("Europe/Paris", "2026-10-25"),
          new Place("America/New_York", "2026-12-31"),
          new Place("Australia/Lord_Howe", "2026-04-05"),
          new Place("Australia/Lord_Howe", "2026-10-04"),
          new Place("America/Sao_Paulo", "2018-11-04"),
          new Place("America/St_Johns", "2010-11-07"),
          new Place("America/St_Johns", "2010-03-14"),
          new Place("Pacific/Apia", "2011-12-30"),
          new Place("Asia/Kathmandu", "2026-01-01"));

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void instantsAreThoseFoundByWalkingTheMinutes() {
    int due = 0;
    for (int i = 0; i < TRIES; i++) {
      Place place = PLACES.get(random.nextInt(PLACES.size()));
      Trigger.Cron cron = anyCron().in(ZoneId.of(place.zone()));
      Instant start =
          Instant.parse(place.day() + "T00:00:00Z")
              .minus(Duration.ofDays(2))
              .plusSeconds(random.nextInt(86_400));
      NavigableSet<Instant> walked = walk(cron, start, start.plus(SPAN));
      String what = "%s on %s, seed %d".formatted(cron.text(), place, seed);

      assertThat(found(CronTimes.of(cron), start, start.plus(SPAN)))
          .as(what)
          .containsExactlyElementsOf(walked.stream().limit(MOST_FOUND).toList());
      assertThat(CronTimes.of(cron).missed(start, start.plus(SPAN)))
          .as(what)
          .isEqualTo(
              Optional.of(walked)
                  .filter(all -> !all.isEmpty())
                  .map(all -> new Missed(all.last(), Math.min(10_000, all.size()))));
      due += walked.size();
    }
    assertThat(due).isGreaterThan(TRIES);
  }

  private static List<Instant> found(CronTimes times, Instant after, Instant upTo) {
    List<Instant> found = new ArrayList<>();
    Optional<Instant> next = times.next(after);
    while (next.isPresent() && !next.get().isAfter(upTo) && found.size() < MOST_FOUND) {
      found.add(next.get());
      next = times.next(next.get());
    }
    return found;
  }

  private static NavigableSet<Instant> walk(Trigger.Cron cron, Instant after, Instant upTo) {
    String[] fields = cron.expression().split(" +");
    Admitted admitted = Admitted.of(fields);
    ZoneRules rules = cron.zone().orElseThrow().getRules();
    TreeSet<Instant> walked = new TreeSet<>();
    if ((fields[0] + fields[1]).matches(".*[*?/].*")) {
      Instant first = Instant.ofEpochSecond(after.getEpochSecond() / 60 * 60);
      for (Instant i = first; !i.isAfter(upTo); i = i.plusSeconds(60)) {
        if (admitted.isDue(LocalDateTime.ofInstant(i, rules.getOffset(i)))) {
          walked.add(i);
        }
      }
    } else {
      LocalDateTime first = LocalDateTime.ofInstant(after, ZoneOffset.UTC).minusDays(2);
      LocalDateTime last = LocalDateTime.ofInstant(upTo, ZoneOffset.UTC).plusDays(2);
      for (var i = first.withSecond(0).withNano(0); i.isBefore(last); i = i.plusMinutes(1)) {
        if (admitted.isDue(i)) {
          List<ZoneOffset> offsets = rules.getValidOffsets(i);
          walked.add(
              offsets.isEmpty()
                  ? rules.getTransition(i).getInstant()
                  : i.toInstant(offsets.getFirst()));
        }
      }
    }
    walked.removeIf(i -> !i.isAfter(after) || i.isAfter(upTo));
    return walked;
  }

  /// What an expression admits, value by value.
  private record Admitted(List<boolean[]> values, boolean isEitherDayAny) {
    static Admitted of(String[] fields) {
      return new Admitted(
          List.of(
              new Field(fields[0], 0, 59, "").values(),
              new Field(fields[1], 0, 23, "").values(),
              new Field(fields[2], 1, 31, "").values(),
              new Field(fields[3], 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC")
                  .values(),
              new Field(fields[4], 0, 6, "SUN MON TUE WED THU FRI SAT").values()),
          isAny(fields[2]) || isAny(fields[4]));
    }

    boolean isDue(LocalDateTime time) {
      boolean ofMonth = values.get(2)[time.getDayOfMonth()];
      boolean ofWeek = values.get(4)[time.getDayOfWeek().getValue() % 7];
      return values.get(0)[time.getMinute()]
          && values.get(1)[time.getHour()]
          && values.get(3)[time.getMonthValue()]
          && (isEitherDayAny ? ofMonth && ofWeek : ofMonth || ofWeek);
    }
  }

  private static boolean isAny(String field) {
    return Arrays.stream(field.split(",")).anyMatch(term -> term.matches("[*?](/0*1)?"));
  }

  private record Field(String text, int lowest, int highest, String names) {
    boolean[] values() {
      var values = new boolean[highest + 1];
      for (int value = lowest; value <= highest; value++) {
        values[value] = admits(value);
      }
      return values;
    }

    private boolean admits(int value) {
      return Arrays.stream(text.split(",")).anyMatch(term -> admits(term, value));
    }

    private boolean admits(String term, int value) {
      String[] parts = term.split("/", -1);
      String[] ends = parts[0].split("-", -1);
      boolean isAll = parts[0].matches("[*?]");
      boolean isOpen = isAll || (ends.length == 1 && parts.length > 1);
      int step = parts.length > 1 ? Integer.parseInt(parts[1]) : 1;
      int from = isAll ? lowest : number(ends[0]);
      int to = isOpen ? highest : number(ends[ends.length - 1]);
      return value >= from && value <= to && (value - from) % step == 0;
    }

    private int number(String name) {
      int named = List.of(names.split(" ")).indexOf(name.toUpperCase(Locale.ROOT));
      return named < 0 ? Integer.parseInt(name) : lowest + named;
    }
  }

  private Trigger.Cron anyCron() {
    while (true) {
      try {
        String blank = random.nextInt(10) == 0 ? "  " : " ";
        return Trigger.cron(
            String.join(
                blank,
                anyField(0, 59, List.of()),
                anyField(0, 23, List.of()),
                anyField(1, 31, List.of()),
                random.nextInt(3) > 0
                    ? "*"
                    : anyField(1, 12, List.of("jan", "Feb", "MAR", "Oct", "nov", "DEC")),
                anyField(0, 6, List.of("sun", "Mon", "TUE", "wed", "THU", "fri", "Sat"))));
      } catch (IllegalArgumentException e) {
        // A range that goes down, or a name where there is none: another one.
      }
    }
  }

  private String anyField(int lowest, int highest, List<String> names) {
    int terms = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 1;
    return IntStream.range(0, terms)
        .mapToObj(_ -> anyTerm(lowest, highest, names))
        .collect(Collectors.joining(","));
  }

  private String anyTerm(int lowest, int highest, List<String> names) {
    String value = anyValue(lowest, highest, names);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> random.nextInt(4) == 0 ? "?" : "*";
      case 3 -> "*/" + (1 + random.nextInt(highest + 5));
      case 4 -> value + "/" + (1 + random.nextInt(20));
      case 5 -> value + "-" + anyValue(lowest, highest, names);
      case 6 -> value + "-" + anyValue(lowest, highest, names) + "/0" + (1 + random.nextInt(5));
      default -> value;
    };
  }

  private String anyValue(int lowest, int highest, List<String> names) {
    if (!names.isEmpty() && random.nextBoolean()) {
      return names.get(random.nextInt(names.size()));
    }
    int number = lowest + random.nextInt(highest - lowest + 1);
    return random.nextInt(5) == 0 ? "%02d".formatted(number) : String.valueOf(number);
  }
}
