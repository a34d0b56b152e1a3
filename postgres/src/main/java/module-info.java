/// A PostgreSQL server beside the product: unpacked, started, watched and stopped by it.
@org.jspecify.annotations.NullMarked
module dev.entente.postgres {
  requires static org.jspecify;
  requires java.sql;
  requires jdk.security.auth;
  requires org.apache.commons.compress;
  requires org.tukaani.xz;

  exports dev.entente.postgres;
}
