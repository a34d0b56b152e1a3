package dev.entente.server;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// How much of its memory this process likes to use.
final class HeapUse {
  private static final String SOFT_MAXIMUM = "SoftMaxHeapSize";
  // Below this, what always is in use may be near the half of it.
  private static final long LARGE = 2L << 30;

  private HeapUse() {}

  /// Has garbage collected once half of a large heap is in use; the rest is for when that is too
  /// little.
  ///
  /// Without this the collector takes nearly all memory before it gives any a second use, and
  /// touching memory for the first time costs an import a quarter of its speed.
  static void preferHalf() {
    long most = Runtime.getRuntime().maxMemory();
    if (most >= LARGE) {
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
          .setVMOption(SOFT_MAXIMUM, Long.toString(most / 2));
    }
  }
}
