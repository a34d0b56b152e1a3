package dev.entente.benchmarks.duckdb;

import dev.entente.benchmarks.columns.PostingColumns;
import dev.entente.benchmarks.peers.Place;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One connection with its statements. Not thread-safe.
final class Session implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement choose;

  /// @param connection closed with this
  Session(Connection connection) throws SQLException {
    this.connection = connection;
    choose = connection.prepareStatement(Statements.choose());
  }

  List<Place> rank(PostingColumns posting) throws SQLException {
    List<Place> chosen = chosen(posting);
    if (chosen.isEmpty()) {
      return chosen;
    }
    try (Statement lift = connection.createStatement();
        ResultSet rows = lift.executeQuery(Statements.lift(posting.tokens(), chosen))) {
      return places(rows);
    }
  }

  private List<Place> chosen(PostingColumns posting) throws SQLException {
    choose.setArray(1, array(posting.domainNumbers()));
    choose.setLong(2, posting.domains());
    choose.setArray(3, array(posting.required()));
    choose.setArray(4, array(posting.wished()));
    choose.setLong(5, posting.askedMonths());
    try (ResultSet rows = choose.executeQuery()) {
      return places(rows);
    }
  }

  private Array array(int[] numbers) throws SQLException {
    return connection.createArrayOf("INTEGER", Arrays.stream(numbers).boxed().toArray());
  }

  private static List<Place> places(ResultSet rows) throws SQLException {
    List<Place> places = new ArrayList<>();
    while (rows.next()) {
      places.add(new Place(rows.getInt(1), rows.getLong(2)));
    }
    return places;
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      choose.close();
    }
  }
}
