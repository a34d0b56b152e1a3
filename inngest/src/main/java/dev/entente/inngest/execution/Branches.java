package dev.entente.inngest.execution;

import dev.entente.inngest.function.NonRetriableException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parallel groups that a call is in, from the inmost out. Of one call.
///
/// Steps of the same id are told apart by counting. In a group the count of one branch would depend
/// on how far the others have come, unless each begins with the id and uses it once: then the
/// branches' order alone decides. The same holds for an id that looks like a counted one.
final class Branches {
  private final Deque<Group> groups = new ArrayDeque<>();
  private @Nullable NonRetriableException conflict;

  private static final class Group {
    final Map<String, Use> uses = new HashMap<>();
    int branch = -1;
    int steps;
  }

  /// The last branch that used an id, whether only as its first step, and whether others did too.
  private record Use(int branch, boolean isFirst, boolean isShared) {}

  boolean isInGroup() {
    return !groups.isEmpty();
  }

  void enterGroup() {
    groups.push(new Group());
  }

  void enterBranch() {
    Group group = groups.element();
    group.branch++;
    group.steps = 0;
  }

  void leaveGroup() {
    groups.pop();
  }

  /// Takes a step of the branches that the call is in.
  ///
  /// @param ids what its unique id is, or could be when other branches have come further
  /// @throws NonRetriableException if the step could be taken for another branch's
  void use(List<String> ids) {
    for (Group group : groups) {
      Use now = new Use(group.branch, group.steps == 0, false);
      group.steps++;
      for (String id : ids) {
        group.uses.put(id, next(id, group.uses.get(id), now));
      }
    }
  }

  /// Throws again what [#use] has thrown: no result of a group can be trusted behind it.
  void requireNoConflict() {
    if (conflict != null) {
      throw conflict;
    }
  }

  private Use next(String id, @Nullable Use before, Use now) {
    if (before == null) {
      return now;
    }
    boolean isSame = before.branch() == now.branch();
    boolean isShared = before.isShared() || !isSame;
    if (isShared && !(before.isFirst() && now.isFirst())) {
      conflict =
          new NonRetriableException(
              ("step %s is used by several branches of a parallel group, and not only as the first step"
                      + " of each (an id that repeats counts as id:1, id:2 and so on): they could take"
                      + " each other's results. Give each branch ids of its own, such as \"%s \" + item.")
                  .formatted(id, id));
      throw conflict;
    }
    return new Use(now.branch(), now.isFirst(), isShared);
  }
}
