package dev.entente.server.doctor.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
  @ParameterizedTest
  @CsvSource({
    "same, same, 0",
    "same, sam, 1",
    "same, shame, 1",
    "same, some, 1",
    "same, asme, 1",
    "same, '', 4",
    "kitten, sitting, 3"
  })
  void changesAreCounted(String from, String to, int changes) {
    assertThat(NearestName.changes(from, to)).isEqualTo(changes);
    assertThat(NearestName.changes(to, from)).isEqualTo(changes);
  }

  @Test
  void everyNameWithOneSlipIsFound() {
    List<String> names = KnownSettings.ALL.stream().map(Setting::name).toList();
    var nearest = new NearestName(names);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (String name : names) {
      int place = random.nextInt(name.length() - 1);
      String less = name.substring(0, place) + name.substring(place + 1);
      String swapped =
          name.substring(0, place)
              + name.charAt(place + 1)
              + name.charAt(place)
              + name.substring(place + 2);

      assertThat(nearest.near(name)).contains(name);
      assertThat(List.of(less, swapped))
          .allSatisfy(
              slip ->
                  assertThat(nearest.near(slip))
                      .as(slip)
                      .hasValueSatisfying(
                          near ->
                              assertThat(NearestName.changes(slip, near)).isLessThanOrEqualTo(1)));
    }
  }

  @Test
  void namesOfOthersAreNotNear() {
    var nearest = new NearestName(KnownSettings.ALL.stream().map(Setting::name).toList());

    assertThat(List.of("PATH", "HOME", "JAVA_HOME", "DATABASE_HOST", "PGPASSWORD", "LANG"))
        .allSatisfy(name -> assertThat(nearest.near(name)).as(name).isEmpty());
  }
}
