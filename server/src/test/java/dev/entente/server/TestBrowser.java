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
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A browser that goes nowhere but to the service under test, started once for all tests of a
/// process: a visitor has a context of their own, which ends with the test.
final class TestBrowser implements BeforeAllCallback, AfterEachCallback {
  // The shell is the engine alone, and opens a page in a quarter of the time.
  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/bin/chromium-headless-shell"), Path.of("/usr/bin/chromium"));
  private static final List<String> FLAGS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static final class Started {
    private static final Browser BROWSER = start();

    private static Browser start() {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
      return playwright
          .chromium()
          .launch(new LaunchOptions().setExecutablePath(program().orElseThrow()).setArgs(FLAGS));
    }
  }

  private static Optional<Path> program() {
    return PROGRAMS.stream().filter(Files::isExecutable).findFirst();
  }

  /// Where there is none, the tests are skipped.
  @Override
  public void beforeAll(ExtensionContext context) {
    assumeTrue(
        program().isPresent(),
        "The pages are not tried: there is none of "
            + PROGRAMS
            + "; ./entente test --install adds one.");
  }

  @Override
  public void afterEach(ExtensionContext context) {
    List.copyOf(Started.BROWSER.contexts()).forEach(BrowserContext::close);
  }

  /// A new person with a browser of their own.
  BrowserContext person(NewContextOptions options) {
    return Started.BROWSER.newContext(options);
  }

  /// A page of a new person.
  ///
  /// @param language that the person reads first, such as `en-GB`
  Page visit(String url, String language) {
    Page page = person(new NewContextOptions().setLocale(language)).newPage();
    page.navigate(url);
    return page;
  }
}
