/// Who is told of a bad night, and how: by a webhook, by mail.
@org.jspecify.annotations.NullMarked
package dev.entente.server.channels;
