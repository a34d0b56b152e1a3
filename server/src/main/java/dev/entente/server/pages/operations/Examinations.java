package dev.entente.server.pages.operations;

import dev.entente.server.doctor.Diagnosis;
import dev.entente.server.doctor.Installation;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The examinations of this installation, the latest in each language. Shared by threads: who asks
/// for one while one goes on in the same language waits for it.
@Component
final class Examinations {
  private final Installation installation;
  private final Map<Locale, CompletableFuture<Diagnosis>> going = new ConcurrentHashMap<>();
  private final Map<Locale, Diagnosis> latest = new ConcurrentHashMap<>();

  Examinations(Installation installation) {
    this.installation = installation;
  }

  /// What was found last; empty if nobody has asked yet.
  Optional<Diagnosis> findLatest(Locale language) {
    return Optional.ofNullable(latest.get(language));
  }

  /// Examines, or waits for the examination that goes on.
  ///
  /// @throws java.util.concurrent.CompletionException if that one broke off
  Diagnosis examine(Locale language) {
    var own = new CompletableFuture<Diagnosis>();
    CompletableFuture<Diagnosis> other = going.putIfAbsent(language, own);
    if (other != null) {
      return other.join();
    }
    try {
      Diagnosis found = installation.examine(language);
      latest.put(language, found);
      own.complete(found);
      return found;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      own.completeExceptionally(e);
      return own.join();
    } catch (RuntimeException e) {
      own.completeExceptionally(e);
      throw e;
    } finally {
      going.remove(language, own);
    }
  }
}
