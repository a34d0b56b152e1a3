/// Has models write the reasons that are awaited, behind the lists: the durable function that does
/// it, its work, and whoever asks for it.
@org.jspecify.annotations.NullMarked
package dev.entente.server.reasons.work;
