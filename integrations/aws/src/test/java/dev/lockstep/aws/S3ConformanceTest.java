package dev.lockstep.aws;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.stack.ComponentContext;
import dev.lockstep.testing.conformance.Fault;
import dev.lockstep.testing.conformance.FaultProxy;
import dev.lockstep.testing.conformance.RemoteArtifactStoreConformance;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The suite for artifact stores over one S3 server for all tests of the class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class S3ConformanceTest extends RemoteArtifactStoreConformance {
  static final String KEY_ID = "AKIALOCKSTEPTESTS";
  static final String KEY = "n0t-a-r3al-key";
  static final String BUCKET = "artifacts";

  @TempDir Path home;

  private final List<FaultProxy> proxies = new ArrayList<>();

  /** Where the server is. */
  abstract URI endpoint();

  @AfterEach
  void closeProxies() {
    proxies.forEach(FaultProxy::close);
    proxies.clear();
  }

  @Override
  protected ArtifactStore store(String scope) {
    return store(home, endpoint(), Map.of("prefix", scope));
  }

  @Override
  protected ArtifactStore store(String scope, Trouble trouble) throws IOException {
    if (trouble == Trouble.UNREACHABLE) {
      URI nobody = URI.create("http://127.0.0.1:" + ServerProcess.freePort());
      return store(home, nobody, Map.of("prefix", scope, "attempts", "2"));
    }
    FaultProxy proxy = FaultProxy.before(endpoint());
    proxies.add(proxy);
    switch (trouble) {
      case DENIED -> proxy.inject(answer(403, "AccessDenied"));
      case BUSY -> proxy.inject(answer(503, "SlowDown"));
      case BUSY_AT_FIRST -> proxy.inject(answer(503, "SlowDown"), 0, 2);
      case CUT_DOWNLOADS -> proxy.inject(new Fault.Truncated());
      case DAMAGED_DOWNLOADS -> proxy.inject(new Fault.Damaged());
      // The upload is begun, and its first part is taken.
      case REFUSED_UPLOADS -> proxy.inject(answer(403, "AccessDenied"), 2, Integer.MAX_VALUE);
      case UNREACHABLE -> throw new IllegalStateException("done above");
    }
    String attempts = trouble == Trouble.BUSY_AT_FIRST ? "5" : "2";
    return store(home, proxy.endpoint(), Map.of("prefix", scope, "attempts", attempts));
  }

  static Fault answer(int status, String code) {
    return new Fault.Answer(
        status,
        Map.of("Content-Type", "application/xml"),
        "<?xml version=\"1.0\"?><Error><Code>"
            + code
            + "</Code><Message>with "
            + KEY
            + "</Message></Error>");
  }

  static ArtifactStore store(Path home, URI endpoint, Map<String, String> attributes) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("bucket", BUCKET);
    all.put("endpoint", endpoint.toString());
    all.put("path_style", "true");
    all.put("region", "eu-central-1");
    all.put("access_key_id", KEY_ID);
    all.put("secret_access_key", KEY);
    all.putAll(attributes);
    return new S3ArtifactStoreFlavor()
        .create(new ComponentContext("models", all, new LockstepHome(home), Map.of()));
  }

  @Override
  protected List<String> confidential() {
    return List.of(KEY, KEY_ID);
  }
}
