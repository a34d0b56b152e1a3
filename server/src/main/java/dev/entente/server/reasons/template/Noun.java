package dev.entente.server.reasons.template;

/// What is counted. None of it is told in other words, so one and many are all there is in either
/// language.
record Noun(String one, String many) {
  String counted(int count) {
    return count + " " + (count > 1 ? many : one);
  }
}
