package dev.entente.server.pages.wording;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;

/// The texts of pages, as the service reads them.
public final class TestWording {
  private TestWording() {}

  /// The names of the files that texts are in, without language and ending.
  public static List<String> files() {
    try {
      Object names =
          new YamlPropertySourceLoader()
              .load("service", new ClassPathResource("application.yaml"))
              .getFirst()
              .getProperty("spring.messages.basename");
      return Arrays.asList(Objects.requireNonNull(names).toString().split("\\s*,\\s*"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The wording of one language.
  public static Wording of(Locale language) {
    var messages = new ResourceBundleMessageSource();
    messages.setBasenames(files().toArray(String[]::new));
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setAlwaysUseMessageFormat(true);
    return new Wording(messages, language);
  }
}
