package dev.entente.server.doctor;

import dev.entente.cli.terminal.Messages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// What a check finds, in the user's language. Shared by threads.
///
/// A finding's message has the key `doctor.` and its name; its advice the same and `.advice`. Both
/// are given the same arguments.
public final class Notes {
  private static final String PREFIX = "doctor.";

  private final Messages messages;
  private final List<Finding> findings = new CopyOnWriteArrayList<>();

  Notes(Messages messages) {
    this.messages = messages;
  }

  /// Something works.
  ///
  /// @param name of the message; it needs no advice
  public void ok(String id, String name, @Nullable Object... arguments) {
    findings.add(new Finding(id, State.OK, text(name, arguments), Optional.empty()));
  }

  /// Something should be looked at.
  public void warn(String id, String name, @Nullable Object... arguments) {
    add(id, State.WARNING, name, arguments);
  }

  /// Something does not work.
  public void broken(String id, String name, @Nullable Object... arguments) {
    add(id, State.BROKEN, name, arguments);
  }

  private void add(String id, State state, String name, @Nullable Object... arguments) {
    String advice = text(name + ".advice", arguments);
    findings.add(new Finding(id, state, text(name, arguments), Optional.of(advice)));
  }

  /// Something does not work, as a sentence of another part of the program says, with what to do.
  public void brokenAsSaid(String id, String sentence) {
    findings.add(new Finding(id, State.BROKEN, sentence, Optional.empty()));
  }

  /// A part of a message.
  public String text(String name, @Nullable Object... arguments) {
    return messages.text(PREFIX + name, arguments);
  }

  /// The user's language.
  public Messages messages() {
    return messages;
  }

  /// What was found so far, in order.
  List<Finding> findings() {
    return List.copyOf(findings);
  }
}
