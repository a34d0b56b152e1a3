package dev.entente.server.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.AbstractDataSource;

class RunLockTest {
  private final AtomicInteger closed = new AtomicInteger();

  @Test
  void connectionThatFailsIsGivenBack() {
    assertThatThrownBy(() -> RunLock.tryAcquire(failing()))
        .isInstanceOf(DataAccessResourceFailureException.class);

    assertThat(closed).hasValue(1);
  }

  private DataSource failing() {
    return new AbstractDataSource() {
      @Override
      public Connection getConnection() {
        return connection();
      }

      @Override
      public Connection getConnection(String user, String password) {
        return connection();
      }
    };
  }

  private Connection connection() {
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, _) -> {
              if (method.getName().equals("close")) {
                return closed.incrementAndGet();
              }
              throw new SQLException("gone");
            });
  }
}
