package dev.entente.documents;

import static java.util.regex.Pattern.DOTALL;

import dev.entente.documents.Problem.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// JSON values from bytes, strictly: whole UTF-8, no field twice, nothing behind the value.
final class JsonText {
  static final int LARGEST = 1 << 20;

  private static final int DEEPEST = 500;
  private static final int LONGEST_NAME = 1_000;
  private static final int MOST_DIGITS = 1_000;
  private static final Pattern FIELD_TWICE = Pattern.compile("Duplicate [^\"]*\"(.*)\".*", DOTALL);

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  // many names of one hash are no attack on a parser that keeps no table of names
                  .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNameLength(LONGEST_NAME)
                          .maxNumberLength(MOST_DIGITS)
                          .build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonText() {}

  /// Reads one value.
  ///
  /// @param pointer where it stands in its document
  static Checked<JsonNode> read(ByteBuffer bytes, String pointer) {
    return switch (decode(bytes, pointer)) {
      case Checked.Valid<String>(var text) -> read(text, pointer);
      case Checked.Invalid<String>(var problems) -> new Checked.Invalid<>(problems);
    };
  }

  /// Decodes UTF-8 strictly; the decoder also refuses surrogates written as three bytes each.
  static Checked<String> decode(ByteBuffer bytes, String pointer) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer rest = bytes.duplicate();
    CharBuffer text = CharBuffer.allocate(rest.remaining());
    CoderResult result = decoder.decode(rest, text, true);
    if (result.isError()) {
      return invalid(pointer, Kind.INVALID_UTF8, rest.position() - bytes.position() + 1);
    }
    return new Checked.Valid<>(text.flip().toString());
  }

  /// Reads one value from a text.
  ///
  /// @param pointer where it stands in its document
  static Checked<JsonNode> read(String text, String pointer) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node.isMissingNode()
          ? invalid(pointer, Kind.INVALID_JSON, 1)
          : new Checked.Valid<>(node);
    } catch (StreamConstraintsException e) {
      return beyondLimits(pointer);
    } catch (JacksonException e) {
      Matcher twice = FIELD_TWICE.matcher(String.valueOf(e.getOriginalMessage()));
      if (twice.matches()) {
        return invalid(pointer, Kind.FIELD_TWICE, Quoted.of(twice.group(1)));
      }
      TokenStreamLocation location = e.getLocation();
      return invalid(
          pointer, Kind.INVALID_JSON, location == null ? 1 : Math.max(1, location.getColumnNr()));
    } catch (NumberFormatException e) {
      return beyondLimits(pointer); // an exponent that BigDecimal cannot hold
    }
  }

  private static <T> Checked<T> beyondLimits(String pointer) {
    return invalid(pointer, Kind.JSON_LIMIT, DEEPEST, LONGEST_NAME, MOST_DIGITS);
  }

  static <T> Checked<T> invalid(String pointer, Kind kind, Object... arguments) {
    return new Checked.Invalid<>(List.of(Problem.of(pointer, kind, arguments)));
  }
}
