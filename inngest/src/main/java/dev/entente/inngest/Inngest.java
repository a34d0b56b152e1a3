package dev.entente.inngest;

import dev.entente.inngest.client.EventClient;
import dev.entente.inngest.client.Identity;
import dev.entente.inngest.function.Event;
import dev.entente.inngest.function.InngestFunction;
import dev.entente.inngest.serve.App;
import dev.entente.inngest.serve.ServeHandler;
import dev.entente.inngest.settings.ServerException;
import dev.entente.inngest.settings.Settings;
import dev.entente.inngest.settings.Surroundings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// An app: its name for the server, and how the two find each other. Shared by threads.
public final class Inngest {
  private static final String FRAMEWORK = "jdk-http";

  private final String appId;
  private final Settings settings;
  private final Surroundings surroundings;
  private final EventClient events;

  /// An app with all that it needs of the outside handed in.
  ///
  /// @param appId 1 to 255 visible ASCII characters
  public Inngest(String appId, Settings settings, Surroundings surroundings) {
    this.appId = appId;
    this.settings = settings;
    this.surroundings = surroundings;
    events =
        new EventClient(settings, new Identity(FRAMEWORK, settings.environment()), surroundings);
  }

  /// An app with the system's clock and chance.
  ///
  /// @param appId 1 to 255 visible ASCII characters
  /// @param environment such as `System.getenv()`; [Settings#of] says what is read
  /// @throws IllegalArgumentException that names the variable that is wrong, and never what it
  ///   holds
  public static Inngest of(String appId, Map<String, String> environment) {
    var surroundings = new Surroundings(InstantSource.system(), new SecureRandom(), Thread::sleep);
    return new Inngest(appId, Settings.of(environment), surroundings);
  }

  /// Sends events.
  ///
  /// @return the id that the server gave each, in their order
  /// @throws ServerException if they were not all taken
  public List<String> send(Event... several) {
    return send(List.of(several));
  }

  /// Sends events, 5,000 a request.
  ///
  /// @return the id that the server gave each, in their order
  /// @throws ServerException if they were not all taken; of more than 5,000 some may have been
  public List<String> send(List<Event> several) {
    return events.send(several);
  }

  /// The endpoint of the app's functions, for the JDK's HTTP server.
  ///
  /// @param functions all that the app has
  /// @throws IllegalArgumentException if two have one id
  public ServeHandler serve(InngestFunction... functions) {
    return serve(FRAMEWORK, List.of(functions));
  }

  /// The endpoint of the app's functions.
  ///
  /// @param framework what serves HTTP, a name for people
  /// @param functions all that the app has
  /// @throws IllegalArgumentException if two have one id
  public ServeHandler serve(String framework, List<InngestFunction> functions) {
    return new ServeHandler(new App(appId, framework, functions), settings, events, surroundings);
  }
}
