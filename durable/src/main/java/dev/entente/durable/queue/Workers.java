package dev.entente.durable.queue;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/// The threads of this instance that work on the queue. Shared by threads.
///
/// db-scheduler picks what is due, says that this instance is alive, finds what a dead one has
/// left, and runs the threads. What becomes of an item is written by the [Work] itself, in the
/// transaction in which its results are.
public final class Workers implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Workers.class.getName());
  private static final String CODE = "durable.code_queue";
  private static final String TIME = "durable.time_queue";
  private static final int TIME_THREADS = 4;
  private static final int MISSED_HEARTBEATS = 4; // the fewest that db-scheduler allows
  private static final double REFILLED_AT = 0.5;
  private static final double FULL_AT = 1.0; // none waits for a thread without a heartbeat
  private static final Duration ONCE_MORE = Duration.ofSeconds(2);

  private final Scheduler code;
  private final Scheduler time;
  private final WorkerSettings settings;
  private final Takeover takeover;

  /// Workers that do nothing until they are started.
  ///
  /// @param works what does the items of each kind
  public Workers(
      DataSource source,
      WorkerSettings settings,
      InstantSource clock,
      Map<ItemKind, Work> works,
      Takeover takeover) {
    this.settings = settings;
    this.takeover = takeover;
    List<Task<?>> ofCode = new ArrayList<>();
    List<Task<?>> ofTime = new ArrayList<>();
    works.forEach((kind, work) -> (kind.isCode() ? ofCode : ofTime).add(task(kind, work)));
    code = scheduler(source, CODE, ofCode, settings.threads(), clock);
    time = scheduler(source, TIME, ofTime, TIME_THREADS, clock);
  }

  private Scheduler scheduler(
      DataSource source, String table, List<Task<?>> tasks, int threads, InstantSource clock) {
    return Scheduler.create(source, tasks)
        .tableName(table)
        .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
        .schedulerName(settings::instance)
        .clock(clock::instant)
        .threads(threads)
        .pollUsingLockAndFetch(REFILLED_AT, FULL_AT)
        .pollingInterval(settings.polling())
        .heartbeatInterval(settings.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .shutdownMaxWait(settings.patience())
        .failureLogging(LogLevel.WARN, true)
        .build();
  }

  private Task<Void> task(ItemKind kind, Work work) {
    return Tasks.custom(kind.taskName(), Void.class)
        .onFailure(this::onFailure)
        .onDeadExecution((complete, _) -> onDead(kind, complete.getExecution()))
        .execute(
            (_, context) -> {
              perform(work, fence(kind, context.getExecution(), settings.instance()));
              return (CompletionHandler<Void>) (_, _) -> {}; // the work has seen to it
            });
  }

  // Behind a while in which this process or the database stood still, its own work looks dead until
  // its next heartbeat.
  private void onDead(ItemKind kind, Execution execution) {
    if (isGoingOn(execution)) {
      LOG.log(System.Logger.Level.INFO, "late, but goes on here: item={0}", execution.getId());
    } else {
      takeover.takeOver(fence(kind, execution, ""));
    }
  }

  private boolean isGoingOn(Execution execution) {
    return Stream.of(code, time)
        .flatMap(scheduler -> scheduler.getCurrentlyExecuting().stream())
        .map(CurrentlyExecuting::getExecution)
        .anyMatch(
            own ->
                own.taskInstance.equals(execution.taskInstance)
                    && own.version == execution.version);
  }

  private void perform(Work work, Fence fence) {
    try {
      work.perform(fence);
    } catch (StaleFenceException e) {
      LOG.log(System.Logger.Level.INFO, e.getMessage());
      takeover.giveBack(fence);
    }
  }

  private static Fence fence(ItemKind kind, Execution execution, String instance) {
    String owner = execution.pickedBy == null ? instance : execution.pickedBy;
    return new Fence(new Item(kind, execution.taskInstance.getId()), execution.version, owner);
  }

  private void onFailure(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    operations.reschedule(complete, complete.getTimeDone().plus(ONCE_MORE));
  }

  /// Begins to work.
  public void start() {
    time.start();
    code.start();
  }

  /// Looks at once for what is due.
  public void wake() {
    code.triggerCheckForDueExecutions();
    time.triggerCheckForDueExecutions();
  }

  /// Tells whether items are to be given back rather than gone on with.
  public boolean isStopping() {
    return code.getSchedulerState().isShuttingDown();
  }

  /// Ends the work: waits for what goes on, then interrupts it.
  @Override
  public void close() {
    code.stop();
    time.stop();
  }
}
