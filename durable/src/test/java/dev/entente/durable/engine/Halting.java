package dev.entente.durable.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Counts commits, and stands still at one of them; from then on all other commits stand still too.
/// Shared by threads.
///
/// What db-scheduler picks is committed as well; it counts if it has picked anything, and is halted
/// at behind it only: before it, nothing has changed since the commit before.
final class Halting {
  private static final String PICK = "locked_executions";

  private final HaltPoint point;
  private final Consumer<String> tell;
  private final AtomicInteger commits = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private final ThreadLocal<Boolean> isNext = ThreadLocal.withInitial(() -> false);
  private volatile boolean isCounting;
  private volatile boolean isHalted;

  /// @param tell hears where the process stands still
  Halting(HaltPoint point, Consumer<String> tell) {
    this.point = point;
    this.tell = tell;
  }

  /// Begins to count.
  void count() {
    isCounting = true;
  }

  int commits() {
    return commits.get();
  }

  /// Lets everything go on.
  void release() {
    released.countDown();
  }

  /// To be called at the end of a step's code.
  void ran(String step) throws InterruptedException {
    if (point.step().filter(step::equals).isPresent()) {
      if (point.side() == HaltPoint.Side.INSIDE) {
        halt("in step " + step);
      } else {
        isNext.set(true);
      }
    }
  }

  private void halt(String where) throws InterruptedException {
    isHalted = true;
    tell.accept(where);
    released.await();
  }

  DataSource around(DataSource source) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object result = invoke(source, method, arguments);
          return result instanceof Connection connection ? around(connection) : result;
        });
  }

  private Connection around(Connection connection) {
    return proxy(
        Connection.class,
        (method, arguments) ->
            switch (method.getName()) {
              case "commit" -> commit(connection);
              case "setAutoCommit" -> setAutoCommit(connection, Boolean.TRUE.equals(arguments[0]));
              case "prepareStatement" -> prepare(connection, method, arguments);
              default -> invoke(connection, method, arguments);
            });
  }

  private @Nullable Object commit(Connection connection) throws Exception {
    int number = isCounting ? commits.incrementAndGet() : 0;
    pass(HaltPoint.Side.BEFORE, number);
    connection.commit();
    pass(HaltPoint.Side.AFTER, number);
    isNext.set(false);
    return null;
  }

  private @Nullable Object setAutoCommit(Connection connection, boolean isOn) throws Exception {
    connection.setAutoCommit(isOn);
    if (!isOn) {
      pass(HaltPoint.Side.OPEN, 0);
    }
    return null;
  }

  private void pass(HaltPoint.Side side, int number) throws InterruptedException {
    if (isHalted) {
      released.await();
    } else if (side == point.side() && (isNext.get() || isAt(number))) {
      isNext.set(false);
      halt(side + " commit " + number);
    }
  }

  private boolean isAt(int number) {
    return number > 0 && number == point.commit();
  }

  private @Nullable Object prepare(Connection connection, Method method, Object[] arguments)
      throws Exception {
    Object statement = invoke(connection, method, arguments);
    return statement instanceof PreparedStatement prepared
            && String.valueOf(arguments[0]).contains(PICK)
        ? aroundPick(prepared)
        : statement;
  }

  private PreparedStatement aroundPick(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (method, arguments) -> {
          Object result = invoke(statement, method, arguments);
          if (method.getName().equals("execute")) {
            afterPick(statement);
          }
          return result;
        });
  }

  private void afterPick(PreparedStatement statement) throws SQLException, InterruptedException {
    if (statement.getResultSet().isBeforeFirst()) {
      pass(HaltPoint.Side.AFTER, isCounting ? commits.incrementAndGet() : 0);
    }
  }

  private interface Interception {
    @Nullable Object call(Method method, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Interception interception) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader() == null ? Halting.class.getClassLoader() : type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) ->
                interception.call(method, arguments == null ? new Object[0] : arguments)));
  }

  private static @Nullable Object invoke(Object target, Method method, Object[] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }
}
