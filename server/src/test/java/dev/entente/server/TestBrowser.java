package dev.entente.server;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A browser that goes nowhere but to the service under test.
final class TestBrowser implements AutoCloseable {
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final List<String> FLAGS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  private TestBrowser() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(FLAGS));
  }

  /// Starts it; where there is none, the tests are skipped.
  static TestBrowser start() {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        "The pages are not tried: there is no " + CHROMIUM + "; ./entente test --install adds it.");
    return new TestBrowser();
  }

  /// A new person with a browser of their own.
  BrowserContext person(NewContextOptions options) {
    return browser.newContext(options);
  }

  /// A page of a new person.
  ///
  /// @param language that the person reads first, such as `en-GB`
  Page visit(String url, String language) {
    Page page = person(new NewContextOptions().setLocale(language)).newPage();
    page.navigate(url);
    return page;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
