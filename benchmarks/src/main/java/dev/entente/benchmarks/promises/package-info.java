/// The whole program as processes that start cold, database to database and file to file.
@org.jspecify.annotations.NullMarked
package dev.entente.benchmarks.promises;
