package dev.entente.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class ArchiveTest {
  private final ByteArrayOutputStream packed = new ByteArrayOutputStream();

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void nameFolder() throws IOException {
    folder = temporary.toRealPath().resolve("a/b");
  }

  @Test
  void filesLinksAndProgramsAreUnpackedForEverybody() throws IOException {
    try (var tar = tar()) {
      file(tar, "lib/libpq.so.5.18", 0600);
      link(tar, "lib/libpq.so", "libpq.so.5.18");
      file(tar, "bin/postgres", 0700);
    }

    Archive.unpack(unpacked(), folder);

    assertThat(folder.resolve("lib/libpq.so")).isSymbolicLink().hasContent("content");
    assertThat(permissions("lib/libpq.so.5.18")).isEqualTo("rw-r--r--");
    assertThat(permissions("bin/postgres")).isEqualTo("rwxr-xr-x");
    assertThat(permissions("bin")).isEqualTo("rwxr-xr-x");
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }

  @ParameterizedTest
  @CsvSource({"../c", "x/../../c", "/tmp/entente-escaped"})
  void fileThatLeadsOutIsRefused(String name) throws IOException {
    try (var tar = tar()) {
      file(tar, name, 0600);
    }

    assertRefused(name.startsWith("/") ? Path.of(name) : folder.resolveSibling("c"));
  }

  @ParameterizedTest
  @CsvSource({"x, ../../c", "x, /etc/passwd", "x/y/z, ../../../c"})
  void linkThatLeadsOutIsRefused(String name, String target) throws IOException {
    try (var tar = tar()) {
      link(tar, name, target);
    }

    assertRefused(folder.resolve(name));
  }

  @Test
  void entryBehindALinkIsRefused() throws IOException {
    try (var tar = tar()) {
      link(tar, "self", ".");
      link(tar, "self/self/up", "../..");
    }

    assertRefused(folder.resolve("up"));
  }

  private void assertRefused(Path escaped) {
    assertThatThrownBy(() -> Archive.unpack(unpacked(), folder)).isInstanceOf(IOException.class);
    assertThat(Files.exists(escaped, LinkOption.NOFOLLOW_LINKS)).isFalse();
  }

  private TarArchiveOutputStream tar() throws IOException {
    var tar = new TarArchiveOutputStream(new XZOutputStream(packed, new LZMA2Options(0)));
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    return tar;
  }

  private InputStream unpacked() {
    return new ByteArrayInputStream(packed.toByteArray());
  }

  private static void file(TarArchiveOutputStream tar, String name, int mode) throws IOException {
    byte[] content = "content".getBytes(StandardCharsets.UTF_8);
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    entry.setMode(mode);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  private static void link(TarArchiveOutputStream tar, String name, String target)
      throws IOException {
    var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }
}
