package dev.entente.server.pages.wording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The keys of texts: each that is used is there, each that is there is used, in both languages.
///
/// A key that sources put together begins with a literal that ends in a point, such as `status.`;
/// what follows must be a word of the sources, such as the name of a constant.
class TextKeysTest {
  private static final Path SERVER = Path.of("src", "main", "java");
  private static final Path MATCHING = Path.of("..", "matching", "src", "main", "java");
  private static final Path DOCUMENTS = Path.of("..", "documents", "src", "main", "java");
  private static final Path DURABLE = Path.of("..", "durable", "src", "main", "java");
  private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");

  private static final String KEY = "([a-zA-Z][\\w-]*(?:\\.[\\w-]+)+)";
  private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{" + KEY + "[}(]");
  private static final Pattern ASKED_FOR =
      Pattern.compile("\\.(?:text|getMessage)\\(\\s*\"" + KEY + "\"");
  private static final Pattern LITERAL =
      Pattern.compile("[\"']([a-zA-Z][\\w-]*(?:\\.[\\w-]+)*)[\"']");
  private static final Pattern PREFIX = Pattern.compile("[\"'{]((?:[a-zA-Z][\\w-]*\\.)+)[\"'$]");
  private static final Pattern KIND = Pattern.compile("\\.word\\(\\s*\"([\\w.]+)\"");
  private static final Pattern WORD = Pattern.compile("[\\w-]+");

  private static String templates;
  private static String code;
  private static Set<String> words;

  @BeforeAll
  static void read() {
    templates = text(TEMPLATES, ".html");
    String own = text(SERVER, ".java");
    code = own;
    words = all(WORD, templates + own + text(MATCHING, ".java"), 0);
    words.addAll(all(WORD, text(DOCUMENTS, ".java") + text(DURABLE, ".java"), 0));
  }

  private static String text(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .map(TextKeysTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> all(Pattern pattern, String text, int group) {
    Set<String> found = new TreeSet<>();
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      found.add(matcher.group(group));
    }
    return found;
  }

  private static Properties texts(String ending) {
    var all = new Properties();
    for (String file : TestWording.files()) {
      var texts = new Properties();
      try (InputStream in = TextKeysTest.class.getResourceAsStream("/" + file + ending)) {
        texts.load(new InputStreamReader(Objects.requireNonNull(in), UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(texts.keySet()).as("keys of two files").noneMatch(all::containsKey);
      all.putAll(texts);
    }
    return all;
  }

  @Test
  void keyThatIsUsedIsThere() {
    Set<String> used = all(IN_TEMPLATE, templates, 1);
    // Commands have texts of their own.
    Set<String> asked =
        all(ASKED_FOR, text(SERVER.resolve("dev/entente/server/pages"), ".java"), 1);

    assertThat(texts(".properties").stringPropertyNames()).containsAll(used).containsAll(asked);
  }

  @Test
  void keyThatIsThereIsUsed() {
    Set<String> literals = all(IN_TEMPLATE, templates, 1);
    literals.addAll(all(LITERAL, templates + code, 1));
    List<String> prefixes = new ArrayList<>(all(PREFIX, templates + code, 1));
    all(KIND, code, 1).forEach(kind -> prefixes.add(kind + "."));

    assertThat(texts(".properties").stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(literals.contains(key) || isFree(key) || isPutTogether(key, prefixes))
                    .as("%s is used", key)
                    .isTrue());
  }

  // The format leaves contracts to whoever sends documents; PageTextsTest looks at terms.
  private static boolean isFree(String key) {
    return key.startsWith("contractType.") || key.startsWith("term.");
  }

  // A kind of problem is a constant that is written with hyphens.
  private static String constant(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static boolean isPutTogether(String key, List<String> prefixes) {
    return prefixes.stream()
        .filter(key::startsWith)
        .map(prefix -> key.substring(prefix.length()).split("\\.", 2)[0])
        .anyMatch(word -> words.contains(word) || words.contains(constant(word)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_fr"})
  void everyTextIsAPattern(String language) {
    texts(language + ".properties")
        .forEach(
            (key, pattern) -> {
              assertThat(pattern.toString().replaceAll("'[{}]'", "")) // braces that are meant
                  .as("%s", key)
                  .isNotEmpty()
                  .doesNotContain("'");
              var format = new MessageFormat(pattern.toString(), Locale.FRENCH);
              assertThat(format.format(new Object[] {1, 2, 3, 4, 5, 6, 7})).isNotNull();
            });
  }

  @Test
  void frenchSignsDoNotStandAtTheBeginningOfALine() {
    texts("_fr.properties")
        .forEach(
            (key, text) ->
                assertThat(text.toString())
                    .as("%s", key)
                    .doesNotContainPattern("« | [»:;?!]( |$)"));
  }

  /// A text tells as many things in one language as in the other.
  @Test
  void bothLanguagesReadTheSameArguments() {
    Properties french = texts("_fr.properties");

    texts(".properties")
        .forEach(
            (key, english) ->
                assertThat(arguments(french.getProperty(key.toString())))
                    .as("%s", key)
                    .isEqualTo(arguments(english.toString())));
  }

  private static Set<String> arguments(String pattern) {
    return all(Pattern.compile("\\{(\\d)(?!,choice)"), pattern, 1);
  }
}
