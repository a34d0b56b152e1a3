package dev.entente.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.FileSystemResource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The files that a container is made and run with, as what reads them sees them.
final class ContainerFiles {
  private static final Path HOUSE = Path.of("..");
  private static final Pattern CONTINUED = Pattern.compile("\\s*\\\\\n\\s*");

  private ContainerFiles() {}

  static String text(String file) {
    try {
      return Files.readString(HOUSE.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The instructions of the Dockerfile's last stage, each on one line.
  static List<String> image() {
    String whole = CONTINUED.matcher(text("Dockerfile")).replaceAll(" ");
    return whole
        .substring(whole.lastIndexOf("\nFROM ") + 1)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  /// What stands behind an instruction that the image has once.
  static String instruction(String name) {
    List<String> found = image().stream().filter(line -> line.startsWith(name + " ")).toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " times " + name);
    }
    return found.getFirst().substring(name.length() + 1);
  }

  /// The words of an instruction that starts a program without a shell.
  static List<String> words(String instruction) {
    String array = instruction.substring(instruction.indexOf('['));
    return JsonMapper.shared().readValue(array, new TypeReference<List<String>>() {});
  }

  /// The command that asks for the container's health.
  static List<String> healthcheck() {
    return words(instruction("HEALTHCHECK"));
  }

  /// compose.yaml by paths such as `services.entente.ports[0]`.
  static Map<String, String> compose() {
    var reader = new YamlPropertiesFactoryBean();
    reader.setResources(new FileSystemResource(HOUSE.resolve("compose.yaml")));
    var properties = new Properties();
    properties.putAll(Objects.requireNonNull(reader.getObject()));
    Map<String, String> paths = new TreeMap<>();
    properties.forEach((path, value) -> paths.put(path.toString(), value.toString()));
    return paths;
  }

  /// The first group of all matches.
  static Stream<String> matches(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1));
  }
}
