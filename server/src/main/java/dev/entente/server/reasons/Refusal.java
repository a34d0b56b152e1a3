package dev.entente.server.reasons;

/// Why a text of a model is not stored; counted and shown by name: under the first, the gravest, if
/// there are several.
public enum Refusal {
  /// Holds markup, code or characters that nobody sees.
  MARKUP,
  /// Holds an address of the web or of a mailbox.
  LINK,
  /// Tells somebody to do something, or repeats what the model was told.
  INSTRUCTION,
  /// Promises or announces a hiring, or a refusal.
  PROMISE,
  /// Speaks of a trait that the law protects.
  PROTECTED_TRAIT,
  /// Names a skill that is not among the facts, or one that is missing as if it were there.
  UNKNOWN_SKILL,
  /// Names a number that is not among the facts.
  UNKNOWN_NUMBER,
  /// Not in the language that was asked for.
  OTHER_LANGUAGE,
  /// Below 40 characters.
  TOO_SHORT,
  /// Above 600 characters.
  TOO_LONG,
  /// The answer was not of the form that was asked for, cut off, or too large.
  MALFORMED,
  /// The answer left the matching out.
  NOT_ANSWERED
}
