package dev.entente.inngest.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of RFC 8785, and doubles as `node` writes them, where it is installed.
class CanonicalJsonTest {
  @Test
  void exampleOfTheStandardIsWrittenAsItSays() {
    assertThat(
            canonical(
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50,
                              2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }"""))
        .isEqualTo(
            """
            {"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
            "string":"€$\\u000f\\nA'B\\"\\\\\\\\\\"/"}""");
  }

  @Test
  void membersAreSortedByTheirUtf16Units() {
    assertThat(
            canonical(
                """
                {"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh",
                 "1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control",
                 "\\u00f6":"Latin Small Letter O With Diaeresis"}"""))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
                + "\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000,0",
    "8000000000000000,0",
    "0000000000000001,5e-324",
    "8000000000000001,-5e-324",
    "7fefffffffffffff,1.7976931348623157e+308",
    "4340000000000000,9007199254740992",
    "c340000000000000,-9007199254740992",
    "4430000000000000,295147905179352830000",
    "44b52d02c7e14af5,9.999999999999997e+22",
    "44b52d02c7e14af6,1e+23",
    "44b52d02c7e14af7,1.0000000000000001e+23",
    "444b1ae4d6e2ef4e,999999999999999700000",
    "444b1ae4d6e2ef4f,999999999999999900000",
    "444b1ae4d6e2ef50,1e+21",
    "3eb0c6f7a0b5ed8c,9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d,0.000001",
    "41b3de4355555553,333333333.3333332",
    "41b3de4355555554,333333333.33333325",
    "41b3de4355555555,333333333.3333333",
    "becbf647612f3696,-0.0000033333333333333333",
    "43143ff3c1cb0959,1424953923781206.2"
  })
  void numberOfTheStandardIsWrittenAsItSays(String bits, String text) {
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

    assertThat(EcmaScriptNumber.format(number)).isEqualTo(text);
  }

  @Test
  void numberBeyondDoublesHasNoCanonicalForm() {
    assertThat(Json.parse("[1e400]").canonical()).isEmpty();
    assertThat(Json.parse("9".repeat(400)).canonical()).isEmpty();
  }

  @Test
  void halfOfAPairHasNoCanonicalForm() {
    assertThat(Json.parse("\"\\ud800\"").canonical()).isEqualTo(Optional.empty());
  }

  @Test
  void emptyValuesAreWritten() {
    assertThat(canonical("[ { } , [ ] , \"\" ]")).isEqualTo("[{},[],\"\"]");
  }

  @Test
  void doublesAreWrittenAsNodeWritesThem() throws Exception {
    assumeTrue(hasNode(), "node is not installed: nothing to compare numbers with");
    long seed = 20_261_129;
    var random = new Random(seed);
    double[] numbers =
        DoubleStream.generate(() -> next(random)).filter(Double::isFinite).limit(20_000).toArray();

    String ours =
        DoubleStream.of(numbers)
            .mapToObj(EcmaScriptNumber::format)
            .collect(Collectors.joining("\n"));

    assertThat(node(numbers)).as("seed " + seed).isEqualTo(ours);
  }

  // All magnitudes alike, numbers of few digits, and whole ones around the largest exact.
  private static double next(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextInt(100) * Math.pow(10, random.nextInt(640) - 324);
      case 2 -> random.nextLong(1L << 54);
      default -> random.nextGaussian();
    };
  }

  private static boolean hasNode() throws InterruptedException {
    try {
      return new ProcessBuilder("node", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  // Bits cross over, so that nobody else's parser is between.
  private static String node(double[] numbers) throws Exception {
    String script =
        """
        const b = require("fs").readFileSync(0);
        const out = [];
        for (let i = 0; i < b.length; i += 8) out.push(JSON.stringify(b.readDoubleBE(i)));
        process.stdout.write(out.join("\\n"));
        """;
    Process process = new ProcessBuilder("node", "-e", script).start();
    Thread writer =
        Thread.startVirtualThread(
            () -> {
              try (OutputStream out = process.getOutputStream()) {
                var bytes = java.nio.ByteBuffer.allocate(numbers.length * Double.BYTES);
                DoubleStream.of(numbers).forEach(bytes::putDouble);
                out.write(bytes.array());
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    writer.join();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return text;
  }

  private static String canonical(String json) {
    return new String(Json.parse(json).canonical().orElseThrow(), UTF_8);
  }
}
