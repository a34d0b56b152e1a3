package dev.entente.server.background;

/// A failure that can be told in a report as it is: it holds no data of a person.
public interface ReportableFailure {
  /// What has failed and what to do about it, in English.
  String reason();
}
