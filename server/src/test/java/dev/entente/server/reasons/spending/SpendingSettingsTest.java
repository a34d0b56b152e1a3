package dev.entente.server.reasons.spending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.entente.server.reasons.spending.Prices.Price;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingSettingsTest {
  private static final LocalDate DAY = LocalDate.parse("2026-11-23");

  private static SpendingSettings of(String name, String value) {
    return of(Map.of("ENTENTE_REASONS_" + name, value));
  }

  private static SpendingSettings of(Map<String, String> set) {
    return SpendingSettings.of(name -> Optional.ofNullable(set.get(name)));
  }

  @Test
  void nothingThatIsSetRuinsNobody() {
    SpendingSettings usual = of(Map.of());

    assertThat(usual.requestsPerMinute()).isEqualTo(60);
    assertThat(usual.tokensPerMinute()).isEqualTo(250_000);
    assertThat(usual.concurrency()).isEqualTo(4);
    assertThat(usual.perDay())
        .isEqualTo(new Budget(OptionalLong.of(10_000_000), OptionalLong.of(5_000_000)));
    assertThat(usual.perRun())
        .isEqualTo(new Budget(OptionalLong.of(8_000_000), OptionalLong.of(4_000_000)));
    assertThat(usual.currency()).isEqualTo("USD");
  }

  @Test
  void allIsRead() {
    SpendingSettings settings =
        of(
            Map.of(
                "ENTENTE_REASONS_REQUESTS_PER_MINUTE", "1000",
                "ENTENTE_REASONS_TOKENS_PER_MINUTE", "1",
                "ENTENTE_REASONS_CONCURRENCY", "64",
                "ENTENTE_REASONS_TOKENS_PER_DAY", "none",
                "ENTENTE_REASONS_TOKENS_PER_RUN", "12",
                "ENTENTE_REASONS_COST_PER_DAY", "none",
                "ENTENTE_REASONS_COST_PER_RUN", "0.000001",
                "ENTENTE_REASONS_CURRENCY", "EUR"));

    assertThat(settings.requestsPerMinute()).isEqualTo(1000);
    assertThat(settings.tokensPerMinute()).isOne();
    assertThat(settings.concurrency()).isEqualTo(64);
    assertThat(settings.perDay()).isEqualTo(new Budget(OptionalLong.empty(), OptionalLong.empty()));
    assertThat(settings.perRun()).isEqualTo(new Budget(OptionalLong.of(12), OptionalLong.of(1)));
    assertThat(settings.currency()).isEqualTo("EUR");
    assertThat(settings.isCostLimited()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REQUESTS_PER_MINUTE|0",
        "REQUESTS_PER_MINUTE|100001",
        "REQUESTS_PER_MINUTE|none",
        "REQUESTS_PER_MINUTE|-1",
        "TOKENS_PER_MINUTE|1e6",
        "TOKENS_PER_MINUTE|99999999999999999999999",
        "CONCURRENCY|65",
        "CONCURRENCY|0",
        "TOKENS_PER_DAY|0",
        "TOKENS_PER_RUN|unlimited",
        "COST_PER_DAY|5,00",
        "COST_PER_DAY|-1",
        "COST_PER_DAY|$5",
        "COST_PER_RUN|0.0000001",
        "COST_PER_RUN|1000000",
        "PRICES|gemini-2.5-flash",
        "PRICES|gemini-2.5-flash=0.30",
        "PRICES|gemini-2.5-flash=0.30/x",
        "PRICES|a=1/1,a=2/2",
        "PRICES|a@2026-02-30=1/1",
        "PRICES|=1/1",
        "CURRENCY|euros"
      })
  void whatIsWrongIsNamed(String name, String value) {
    assertThatThrownBy(() -> of(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("ENTENTE_REASONS_%s is ".formatted(name));
  }

  @Test
  void wrongEntryOfPricesIsQuoted() {
    assertThatThrownBy(() -> of("PRICES", "a=1/1, b=1.2.3/1, c=1/1"))
        .hasMessageEndingWith("this is wrong in it: b=1.2.3/1");
  }

  @Test
  void pricesThatAreSetStandInForThoseShipped() {
    Prices prices = of("PRICES", "gemini-3.8-flash=1/2 ,\n mine=0.000001/0,").prices();

    assertThat(prices.find("gemini-3.8-flash", LocalDate.parse("2027-01-01")))
        .contains(new Price(1_000_000, 2_000_000));
    assertThat(prices.find("mine", DAY)).contains(new Price(1, 0));
    assertThat(prices.find("gemini-2.5-flash", DAY)).contains(new Price(300_000, 2_500_000));
    assertThat(prices.find("another", DAY)).isEmpty();
  }

  @Test
  void priceHoldsFromItsDayOn() {
    Prices prices = of("PRICES", "m@2026-11-24=3/3,m@2026-11-23=2/2,*=9/9").prices();

    assertThat(prices.find("m", DAY.minusDays(1))).contains(new Price(9_000_000, 9_000_000));
    assertThat(prices.find("m", DAY)).contains(new Price(2_000_000, 2_000_000));
    assertThat(prices.find("m", DAY.plusDays(1))).contains(new Price(3_000_000, 3_000_000));
    assertThat(of(Map.of()).prices().find("gemini-3.8-flash", DAY))
        .contains(new Price(750_000, 3_750_000));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "1, 0, 1",
    "3, 0, 1",
    "4, 0, 2",
    "0, 1, 3",
    "1, 1, 3",
    "1000000, 1000000, 2800000",
    "2147483647, 2147483647, 6012954212"
  })
  void partOfAMillionthCountsAsOne(int input, int output, long micros) {
    assertThat(new Price(300_000, 2_500_000).of(new Tokens(input, output))).isEqualTo(micros);
  }

  @ParameterizedTest
  @CsvSource({"0, 0.00", "1, 0.000001", "10000, 0.01", "12345, 0.012345", "5000000, 5.00"})
  void amountHasTwoDecimalsAtLeast(long micros, String amount) {
    assertThat(Money.format(micros)).isEqualTo(amount);
  }
}
