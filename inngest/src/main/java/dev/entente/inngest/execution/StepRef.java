package dev.entente.inngest.execution;

/// A step of one run. Immutable.
///
/// @param hash its key in the kept state: the SHA-1 of its unique id, 40 hexadecimal digits
/// @param id as the function's author wrote it; several steps may share it
public record StepRef(String hash, String id) {}
