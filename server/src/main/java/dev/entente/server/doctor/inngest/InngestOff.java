package dev.entente.server.doctor.inngest;

import dev.entente.server.doctor.Check;
import dev.entente.server.doctor.Notes;

/// There is no Inngest server to be looked at.
///
/// @param isMeant whether that is what the settings say, or they cannot be read
public record InngestOff(boolean isMeant) implements Check {
  @Override
  public String id() {
    return "inngest";
  }

  @Override
  public void examine(Notes notes) {
    if (isMeant) {
      notes.ok(id(), "inngest.off");
    } else {
      notes.warn(id(), "unexamined");
    }
  }
}
