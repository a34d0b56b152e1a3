package dev.entente.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;

/// Looks at a page in ways in which people do, and keeps a picture of each in `target/screenshots`:
/// in French, narrow and light, and in English, wide and dark; with `-Dentente.pictures.all=true`
/// also the other way round. A state of a page, named `page-state`, is looked at in one way.
///
/// Wherever it looks, axe finds nothing serious or critical, the browser has nothing to complain
/// of, nothing is wider than the window, and no script or style stands in the page.
final class PageAudit {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final String AXE = script();
  private static final String RUN =
      """
      async () => (await axe.run({ resultTypes: ["violations"] })).violations
        .filter(rule => rule.impact === "serious" || rule.impact === "critical")
        .flatMap(rule => rule.nodes.map(node => `${rule.id} ${node.target}: ${node.failureSummary}`))
      """;
  // A chart places its parts by script, which is allowed.
  private static final String INLINE =
      """
      () => document.querySelectorAll("script:not([src]), style, [style], [onclick]").length
        - document.querySelectorAll(".uplot[style], .uplot [style]").length
      """;
  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static final boolean IN_ALL_WAYS = Boolean.getBoolean("entente.pictures.all");

  /// A way of looking at a page.
  private enum Way {
    FR_NARROW("fr-FR", 360, 780, ColorScheme.LIGHT),
    EN_WIDE_DARK("en-GB", 1280, 900, ColorScheme.DARK),
    FR_WIDE("fr-FR", 1280, 900, ColorScheme.LIGHT),
    EN_NARROW_DARK("en-GB", 360, 780, ColorScheme.DARK);

    private final String language;
    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Way(String language, int width, int height, ColorScheme scheme) {
      this.language = language;
      this.width = width;
      this.height = height;
      this.scheme = scheme;
    }

    private NewContextOptions options() {
      return new NewContextOptions()
          .setLocale(language)
          .setTimezoneId("Europe/Paris")
          .setViewportSize(width, height)
          .setColorScheme(scheme);
    }

    private Path picture(String name) {
      String way = name().toLowerCase(Locale.ROOT).replace('_', '-');
      return PICTURES.resolve(name + "-" + way + ".png");
    }
  }

  private PageAudit() {}

  // What one language says too long, or one scheme too faintly, the first two show most often; a
  // state of a page, `page-state`, is looked at in one of them.
  private static List<Way> ways(String name) {
    if (IN_ALL_WAYS) {
      return List.of(Way.values());
    }
    List<Way> usual = List.of(Way.FR_NARROW, Way.EN_WIDE_DARK);
    return name.contains("-")
        ? List.of(usual.get(Math.floorMod(name.hashCode(), usual.size())))
        : usual;
  }

  /// Looks at a page as it is when it has come.
  ///
  /// @param name of its pictures
  static void look(TestBrowser browser, String url, String name) {
    look(browser, url, name, _ -> {});
  }

  /// Looks at a page behind some steps.
  ///
  /// @param steps what a person does on it first
  static void look(TestBrowser browser, String url, String name, Consumer<Page> steps) {
    for (Way way : ways(name)) {
      try (BrowserContext person = browser.person(way.options())) {
        List<String> complaints = new ArrayList<>();
        Page page = person.newPage();
        page.onConsoleMessage(
            message -> {
              if (!message.location().startsWith(url)) { // that the page is one about an error
                complaints.add(message.text());
              }
            });
        page.onPageError(complaints::add);
        page.navigate(url);
        steps.accept(page);
        Object inline = page.evaluate(INLINE); // a picture hides the cursor with a style
        page.screenshot(new ScreenshotOptions().setPath(way.picture(name)).setFullPage(true));
        assertThat(complaints).as("complaints of %s, %s", name, way).isEmpty();
        assertThat(inline).as("inline in %s", name).isEqualTo(0);
        assertThat(findings(page)).as("axe on %s, %s", name, way).isEmpty();
        assertThat((int) page.evaluate(TOO_WIDE))
            .as("pixels that %s is too wide, %s", name, way)
            .isLessThanOrEqualTo(0);
      }
    }
  }

  private static List<?> findings(Page page) {
    page.evaluate(AXE);
    return (List<?>) page.evaluate(RUN);
  }

  private static String script() {
    try (InputStream in = PageAudit.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
