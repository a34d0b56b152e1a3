package dev.entente.matching.profile;

/// The kind of a training quiz.
public enum QuizType {
  /// Multiple choice (_questionnaire à choix multiples_).
  QCM,
  TECHNICAL,
  MOCK_INTERVIEW
}
