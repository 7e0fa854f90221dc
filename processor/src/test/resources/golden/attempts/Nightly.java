package golden.attempts;

import dev.lockstep.Cache;
import dev.lockstep.Isolation;
import dev.lockstep.Pipeline;
import dev.lockstep.Resources;
import dev.lockstep.Rotation;
import dev.lockstep.Step;
import dev.lockstep.artifact.ArtifactReader;
import dev.lockstep.artifact.ArtifactWriter;
import dev.lockstep.artifact.Materializer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.BitSet;

/** Everything that can be said of how a pipeline and its steps are run. */
@Pipeline(
    name = "nightly-report",
    description = "Counts what changed since yesterday.",
    schedule = "0 4 * * *",
    cache = Cache.OFF,
    rotation = Rotation.PINNED)
public class Nightly {
  /** Stores what JSON cannot hold. */
  public static final class BitSetMaterializer implements Materializer<BitSet> {
    @Override
    public void write(BitSet value, Type type, ArtifactWriter writer) throws IOException {
      try (OutputStream out = writer.file("bits.bin")) {
        out.write(value.toByteArray());
      }
    }

    @Override
    public BitSet read(Type type, ArtifactReader reader) throws IOException {
      try (InputStream in = reader.file("bits.bin")) {
        return BitSet.valueOf(in.readAllBytes());
      }
    }
  }

  @Step(
      description = "Asks the shop what changed.",
      retries = 3,
      backoff = "PT2S",
      timeout = "PT5M",
      cache = Cache.ON,
      materializer = BitSetMaterializer.class)
  BitSet load() {
    return new BitSet();
  }

  @Step(
      name = "count-changes",
      isolation = Isolation.PROCESS,
      resources = @Resources(cpu = "2", memory = "1Gi"))
  int count(BitSet load) {
    return load.cardinality();
  }

  @Step(isolation = Isolation.IN_PROCESS, resources = @Resources(cpu = "500m"))
  void publish(@dev.lockstep.From("count-changes") int changes) {}
}
