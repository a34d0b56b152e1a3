package dev.entente.matching.criteria;

/// The stable name of a criterion, in documents and explanations, such as `recruiterFeedback`.
public record CriterionId(String value) {}
