package dev.lockstep.cli.doctor;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.cli.host.Host;
import dev.lockstep.cli.host.State;
import dev.lockstep.home.HomeException;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretsManager;
import dev.lockstep.secret.encryption.EncryptedStore;
import dev.lockstep.stack.Component;
import dev.lockstep.stack.ComponentType;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.OpenStack;
import dev.lockstep.stack.SecretReference;
import dev.lockstep.stack.Stack;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the back ends of the active stack answer, and what its references stand for is there. */
final class BackEndChecks {
  private static final String NOWHERE = "lockstep-doctor/there-is-no-such-file";

  private final Host host;
  private final State state;
  private final Stack active;
  private final Configuration configuration;

  BackEndChecks(Host host, State state, Stack active, Configuration configuration) {
    this.host = host;
    this.state = state;
    this.active = active;
    this.configuration = configuration;
  }

  void check(Findings findings) {
    boolean asked = active.component(ComponentType.SECRETS_MANAGER).isEmpty();
    if (!asked) {
      asked = TimeLimit.check("secrets", findings, this::secrets);
    }
    if (!asked || !TimeLimit.check("references", findings, this::references)) {
      return; // What refers to a secret cannot be made without it.
    }
    TimeLimit.check("metadata", findings, this::metadata);
    TimeLimit.check("artifacts", findings, this::artifacts);
  }

  private OpenStack open() {
    return OpenStack.of(active, configuration, state.flavors(), state.home(), host.environment());
  }

  private void secrets(Findings findings) {
    try (OpenStack stack = open()) {
      SecretsManager manager = stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class);
      List<String> names = manager.list();
      String read = "";
      String name = active.component(ComponentType.SECRETS_MANAGER).orElseThrow();
      Component component = configuration.component(ComponentType.SECRETS_MANAGER, name);
      if (!names.isEmpty()
          && manager instanceof EncryptedStore
          && !StackChecks.asksForPassphrase(component, host)) {
        // Its key is needed for that, in a file of its own that only its owner may read.
        manager.get(names.get(0));
        read = ", and its key fits";
      }
      findings.ok(
          "secrets", "The secrets manager '" + name + "' lists " + names.size() + read + ".");
    }
  }

  private void references(Findings findings) {
    Map<String, List<String>> places = new LinkedHashMap<>();
    List<SecretReference> references = new ArrayList<>();
    for (ComponentType type : ComponentType.values()) {
      String name = active.component(type).orElse(null);
      if (name == null) {
        continue;
      }
      Component component = configuration.component(type, name);
      for (Map.Entry<String, List<SecretReference>> attribute :
          SecretReference.of(component).entrySet()) {
        for (SecretReference reference : attribute.getValue()) {
          references.add(reference);
          places
              .computeIfAbsent(reference.toString(), key -> new ArrayList<>())
              .add("'" + attribute.getKey() + "' of the " + type.noun() + " '" + name + "'");
        }
      }
    }
    if (references.isEmpty()) {
      return;
    }
    try (OpenStack stack = open()) {
      SecretsManager manager = stack.component(ComponentType.SECRETS_MANAGER, SecretsManager.class);
      List<String> names = new ArrayList<>();
      for (SecretReference reference : references) {
        if (!names.contains(reference.secret())) {
          names.add(reference.secret());
        }
      }
      Map<String, Secret> secrets = manager.getAll(names);
      List<SecretReference> missing = new ArrayList<>();
      for (SecretReference reference : references) {
        Secret secret = secrets.get(reference.secret());
        if (secret == null || !secret.values().containsKey(reference.key())) {
          missing.add(reference);
          findings.problem(
              "references",
              reference
                  + (secret == null ? " names a secret" : " names a key")
                  + " that is not there; it stands in "
                  + String.join(", ", places.getOrDefault(reference.toString(), List.of()))
                  + ".",
              "lockstep secret "
                  + (secret == null ? "register " : "update ")
                  + reference.secret()
                  + " --"
                  + reference.key()
                  + "=@FILE");
        }
      }
      if (missing.isEmpty()) {
        findings.ok("references", references.size() + " references to secrets resolve.");
      }
    }
  }

  private void metadata(Findings findings) {
    try (OpenStack stack = open()) {
      MetadataStore store = stack.metadataStore();
      // A list would bring the index of a local store up to date, and nothing is to be changed.
      int unused = store.events("lockstep-doctor").size();
      findings.ok(
          "metadata", "The metadata store '" + name(ComponentType.METADATA_STORE) + "' answers.");
    }
  }

  private void artifacts(Findings findings) {
    try (OpenStack stack = open()) {
      ArtifactStore store = stack.artifactStore();
      String name = name(ComponentType.ARTIFACT_STORE);
      try {
        store.open(NOWHERE).close();
        findings.ok("artifacts", "The artifact store '" + name + "' answers.");
      } catch (NoSuchFileException e) {
        findings.ok("artifacts", "The artifact store '" + name + "' answers.");
      } catch (IOException e) {
        findings.problem(
            "artifacts",
            "The artifact store '" + name + "' cannot be read: " + HomeException.reason(e) + ".",
            "see its configuration: lockstep stack describe " + active.name());
      }
    }
  }

  private String name(ComponentType type) {
    return active.component(type).orElseThrow();
  }
}
