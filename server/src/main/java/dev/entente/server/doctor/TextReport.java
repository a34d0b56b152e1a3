package dev.entente.server.doctor;

import dev.entente.cli.terminal.Messages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A diagnosis for people: a line a finding, what is to be done below it, and the sum at the end.
public final class TextReport {
  private static final int WIDTH = 100;
  private static final String GAP = "  ";
  private static final String ARROW = "→ ";

  private final Messages messages;
  private final boolean isColoured;

  /// @param isColoured whether the states are coloured, for a terminal
  public TextReport(Messages messages, boolean isColoured) {
    this.messages = messages;
    this.isColoured = isColoured;
  }

  /// The lines, each with its end.
  public String of(Diagnosis diagnosis) {
    List<String> lines = new ArrayList<>();
    lines.add(messages.text("doctor.head", diagnosis.version(), diagnosis.at()));
    lines.add("");
    int states = widest(Stream.of(State.values()).map(this::word));
    int parts = widest(diagnosis.findings().stream().map(this::part));
    String last = "";
    for (Finding finding : diagnosis.findings()) {
      String name = finding.part().equals(last) ? "" : part(finding);
      last = finding.part();
      String head = state(finding.state(), states) + GAP + padded(name, parts) + GAP;
      lines.addAll(entry(head, states + parts + 2 * GAP.length(), finding));
    }
    lines.add("");
    lines.add(sum(diagnosis));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private String word(State state) {
    return messages.text("doctor.state." + state);
  }

  private String part(Finding finding) {
    return messages.text("doctor.part." + finding.part());
  }

  private static int widest(Stream<String> texts) {
    return texts.map(String::length).max(Comparator.naturalOrder()).orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private String state(State state, int width) {
    String text = padded(word(state), width);
    return isColoured ? colour(state) + text + "\u001b[0m" : text;
  }

  private static String colour(State state) {
    return switch (state) {
      case OK -> "\u001b[32m";
      case WARNING -> "\u001b[1;33m";
      case BROKEN -> "\u001b[1;31m";
    };
  }

  private static List<String> entry(String head, int indent, Finding finding) {
    List<String> lines = new ArrayList<>();
    String first = head;
    for (String line : wrapped(finding.message(), WIDTH - indent)) {
      lines.add(first + line);
      first = " ".repeat(indent);
    }
    Optional<String> advice = finding.advice();
    if (advice.isPresent()) {
      String arrow = ARROW;
      for (String line : wrapped(advice.get(), WIDTH - indent - ARROW.length())) {
        lines.add(" ".repeat(indent) + arrow + line);
        arrow = " ".repeat(ARROW.length());
      }
    }
    return lines;
  }

  // A word that is longer than a line has one of its own: addresses and commands stay whole.
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private String sum(Diagnosis diagnosis) {
    return messages.text(
        "doctor.sum." + diagnosis.state(),
        diagnosis.count(State.BROKEN),
        diagnosis.count(State.WARNING),
        diagnosis.count(State.OK));
  }
}
