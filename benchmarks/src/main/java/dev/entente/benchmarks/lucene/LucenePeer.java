package dev.entente.benchmarks.lucene;

import dev.entente.benchmarks.columns.CandidateColumns;
import dev.entente.benchmarks.columns.HighestScores;
import dev.entente.benchmarks.columns.Run;
import dev.entente.benchmarks.peers.Folders;
import dev.entente.benchmarks.peers.Peer;
import dev.entente.benchmarks.peers.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/// Lucene: one segment sorted by static score, a term for each domain and skill, numbers as binary
/// values, and a search of its own with maxima of blocks, min-should-match and an early end.
public final class LucenePeer implements Peer {
  private static final double BUFFER_MEGABYTES = 256;

  private final Path folder;
  private final FSDirectory directory;
  private final IndexWriter writer;
  private @Nullable DirectoryReader reader;
  private @Nullable Windows windows;

  /// @param folder for its index, empty
  public LucenePeer(Path folder) throws IOException {
    this.folder = folder;
    directory = FSDirectory.open(folder);
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig()
                .setIndexSort(new Sort(new SortField(Fields.STATIC, SortField.Type.LONG, true)))
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setUseCompoundFile(false));
  }

  @Override
  public String name() {
    return "Lucene";
  }

  @Override
  public String version() {
    return "Lucene " + Version.LATEST + ", sorted index and a search of its own";
  }

  @Override
  public void add(List<Candidate> candidates) throws IOException {
    for (Candidate candidate : candidates) {
      if (!candidate.columns().optedOut()) {
        writer.addDocument(document(candidate.columns()));
      }
    }
  }

  private static Document document(CandidateColumns candidate) {
    HighestScores highest = HighestScores.of(candidate, Run.DEFAULT);
    int asked = Bound.ASKED_MONTHS.get(Bound.SORTED_BY);
    var document = new Document();
    document.add(
        new NumericDocValuesField(Fields.STATIC, Bound.brought(candidate, highest, asked)));
    document.add(
        new BinaryDocValuesField(Fields.NUMBERS, PackedNumbers.numbers(candidate, highest)));
    document.add(
        new BinaryDocValuesField(Fields.TOKENS, PackedNumbers.ascending(candidate.tokens())));
    for (long rest = candidate.domains(); rest != 0; rest &= rest - 1) {
      for (int skill : candidate.skills()) {
        document.add(
            Fields.skill(
                Long.numberOfTrailingZeros(rest), skill >> CandidateColumns.EVIDENCE_BITS));
      }
    }
    return document;
  }

  @Override
  public void finish() throws IOException {
    writer.forceMerge(1);
    writer.close();
    reader = DirectoryReader.open(directory);
    windows = Windows.of(leaf());
  }

  private LeafReader leaf() {
    return Objects.requireNonNull(reader).leaves().getFirst().reader();
  }

  @Override
  public List<Place> rank(Posting posting) throws IOException {
    return new Search(leaf(), Objects.requireNonNull(windows), posting.columns()).places();
  }

  @Override
  public long bytes() throws IOException {
    long bytes = 0;
    for (String file : directory.listAll()) {
      bytes += directory.fileLength(file);
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
    writer.close();
    directory.close();
    Folders.delete(folder);
  }
}
