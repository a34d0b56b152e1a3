/// All settings that the product knows: their forms, and what is set that is none.
@org.jspecify.annotations.NullMarked
package dev.entente.server.doctor.settings;
