package dev.entente.matching.profile;

/// The kind of a training quiz.
public enum QuizType {
  QCM,
  TECHNICAL,
  MOCK_INTERVIEW
}
