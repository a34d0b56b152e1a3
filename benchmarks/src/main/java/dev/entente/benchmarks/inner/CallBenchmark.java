package dev.entente.benchmarks.inner;

import dev.entente.inngest.Inngest;
import dev.entente.inngest.function.FunctionBody;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.json.Json;
import dev.entente.inngest.serve.ServeHandler;
import dev.entente.inngest.serve.ServeRequest;
import dev.entente.inngest.serve.ServeResponse;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Signatures;
import dev.entente.inngest.settings.SigningKey;
import dev.entente.inngest.settings.Surroundings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What a call of a durable function takes whose steps are done but for the last: its signature is
/// checked, its state parsed, each step looked up and read, the last run, and the answer signed.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CallBenchmark {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-29T12:00:00Z"));
  private static final URI URL =
      URI.create("http://127.0.0.1:3000/api/inngest?fnId=app-fn&stepId=step");

  /// What a step gives.
  record Line(String article, int count, List<String> notes) {}

  @Param({"10", "100", "1000"})
  private int steps;

  private final Map<String, String> variables = Map.of("INNGEST_SIGNING_KEY", KEY);
  private ServeHandler handler = handler(0);
  private ServeRequest request = request(0);

  /// Makes the function and the state.
  @Setup
  public void prepare() {
    handler = handler(steps);
    request = request(steps);
  }

  private ServeHandler handler(int count) {
    FunctionBody body =
        (_, step) -> {
          int sum = 0;
          for (int i = 0; i <= count; i++) {
            sum += step.run("step " + i, Line.class, () -> new Line("last", 1, List.of())).count();
          }
          return sum;
        };
    var surroundings = new Surroundings(CLOCK, new Random(1), _ -> {});
    return new Inngest("app", Settings.of(variables), surroundings)
        .serve(InngestFunction.withId("fn").runs(body));
  }

  private static ServeRequest request(int count) {
    Map<String, Object> state = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      state.put(hash("step " + i), Map.of("data", new Line("tree " + i, i, List.of("a", "b"))));
    }
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("ctx", Map.of("run_id", "01JQDAE4RQF8MBCR55T5AK4KXR", "attempt", 0));
    call.put("event", Map.of("name", "shop/order.placed", "data", Map.of("id", "o-1")));
    call.put("steps", state);
    byte[] body = Json.of(call).canonical().orElseThrow();
    SigningKey key = SigningKey.of("key", KEY);
    String signature = new Signatures(List.of(key), CLOCK).sign(key, body);
    return ServeRequest.of("POST", URL, Map.of("X-Inngest-Signature", List.of(signature)), body);
  }

  private static String hash(String id) {
    try {
      byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// One call.
  ///
  /// @throws IllegalStateException if it was not answered with the last step
  @Benchmark
  public ServeResponse call() {
    ServeResponse response = handler.handle(request);
    if (response.status() != 206) {
      throw new IllegalStateException("status " + response.status());
    }
    return response;
  }
}
