package dev.entente.server.pages.runs;

/// A name and what it is, both in words.
public record Fact(String name, String value) {}
