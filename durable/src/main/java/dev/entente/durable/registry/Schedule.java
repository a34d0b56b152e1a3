package dev.entente.durable.registry;

/// A function, and the one of its crons that an item of the queue stands for. Immutable.
public record Schedule(Registered function, CronTrigger trigger) {}
