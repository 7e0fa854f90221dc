package dev.lockstep.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.artifact.ArtifactStore;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.MetadataStore;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunJournal;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.metadata.RunStatus;
import dev.lockstep.metadata.RunSummary;
import dev.lockstep.orchestrator.Orchestrator;
import dev.lockstep.orchestrator.RunExecution;
import dev.lockstep.orchestrator.StepAssignment;
import dev.lockstep.orchestrator.StepResult;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretExistsException;
import dev.lockstep.secret.SecretsManager;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whose classes a thread finds while it executes a component of a jar, and what that calls back.
 */
class LoadedComponentsTest {
  private final FlavorLoader loader = FlavorLoader.registered();
  private final @Nullable ClassLoader mine = Thread.currentThread().getContextClassLoader();
  private final List<String> seen = new ArrayList<>();

  /** Notes whether the thread has the component's loader or the caller's. */
  private void note(String what) {
    ClassLoader now = Thread.currentThread().getContextClassLoader();
    seen.add(what + (now == loader ? " component" : now == mine ? " caller" : " other"));
  }

  private <C extends AutoCloseable> C made(ComponentType type, Class<C> as, C component) {
    assertThat(loader.retain()).isTrue();
    ComponentFlavor<C> flavor =
        new ComponentFlavor<>() {
          @Override
          public ComponentType type() {
            return type;
          }

          @Override
          public String name() {
            return "noting";
          }

          @Override
          public String description() {
            return "For tests.";
          }

          @Override
          public List<FlavorOption> options() {
            return List.of();
          }

          @Override
          public C create(ComponentContext context) {
            note("create");
            return component;
          }
        };
    ComponentContext context =
        new ComponentContext("c", Map.of(), new LockstepHome(Path.of("home")), Map.of());
    return as.cast(LoadedComponents.make(flavor, context, loader));
  }

  @Test
  void anOrchestratorHasItsOwnClassesAndTheStepsItExecutesHaveTheCallers() {
    RunExecution run =
        new RunExecution() {
          private final List<Runnable> stops = new ArrayList<>();

          @Override
          public String run() {
            return "r";
          }

          @Override
          public PipelineDescriptor pipeline() {
            throw new UnsupportedOperationException();
          }

          @Override
          public Map<String, String> parameters() {
            return Map.of();
          }

          @Override
          public void record(List<RunEvent> events) {
            note("record");
            stops.forEach(Runnable::run);
          }

          @Override
          public StepResult executeInProcess(StepAssignment assignment) {
            note("step");
            throw new UnsupportedOperationException();
          }

          @Override
          public StepResult executeInChildProcess(StepAssignment assignment) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void onCancel(Runnable action) {
            stops.add(action);
          }
        };
    Orchestrator orchestrator =
        made(
            ComponentType.ORCHESTRATOR,
            Orchestrator.class,
            execution -> {
              note("execute");
              execution.onCancel(() -> note("stop"));
              execution.record(List.of());
              try {
                execution.executeInProcess(
                    new StepAssignment(execution.run(), "s", 1, Map.of(), Map.of()));
              } catch (UnsupportedOperationException e) {
                note("after");
              }
              return RunStatus.SUCCEEDED;
            });
    assertThat(orchestrator.execute(run)).isEqualTo(RunStatus.SUCCEEDED);
    note("returned");
    assertThat(seen)
        .containsExactly(
            "create component",
            "execute component",
            "record caller",
            "stop component",
            "step caller",
            "after component",
            "returned caller");
  }

  @Test
  void theStreamsOfAnArtifactStoreBelongToIt() throws Exception {
    ArtifactStore store =
        made(
            ComponentType.ARTIFACT_STORE,
            ArtifactStore.class,
            new ArtifactStore() {
              @Override
              public OutputStream create(String path) {
                return new ByteArrayOutputStream() {
                  @Override
                  public void close() {
                    note("written " + size());
                  }
                };
              }

              @Override
              public InputStream open(String path) {
                return new ByteArrayInputStream(new byte[] {1, 2, 3}) {
                  @Override
                  public synchronized int read(byte[] into, int offset, int length) {
                    note("read");
                    return super.read(into, offset, length);
                  }
                };
              }

              @Override
              public void delete(String path) {}

              @Override
              public String location(String path) {
                return path;
              }
            });
    try (OutputStream out = store.create("a")) {
      out.write(new byte[] {1, 2, 3});
      out.write(4);
    }
    try (InputStream in = store.open("a")) {
      assertThat(in.read(new byte[2])).isEqualTo(2);
      assertThat(in.available()).isEqualTo(1);
    }
    note("returned");
    assertThat(seen)
        .containsExactly(
            "create component", "written 4 component", "read component", "returned caller");
  }

  @Test
  void theJournalsOfAMetadataStoreBelongToItAndClosingItClosesItsJars() {
    MetadataStore store =
        made(
            ComponentType.METADATA_STORE,
            MetadataStore.class,
            new MetadataStore() {
              @Override
              public RunJournal create(String run) {
                return new RunJournal() {
                  @Override
                  public void append(List<RunEvent> events) {
                    note("append");
                  }

                  @Override
                  public void close() {
                    note("close");
                  }
                };
              }

              @Override
              public List<RunEvent> events(String run) {
                return List.of();
              }

              @Override
              public Optional<RunRecord> find(String run) {
                return Optional.empty();
              }

              @Override
              public List<RunSummary> list() {
                return List.of();
              }

              @Override
              public boolean delete(String run) {
                return false;
              }
            });
    try (RunJournal journal = store.create("r")) {
      journal.append(List.of());
    }
    assertThat(seen).containsExactly("create component", "append component", "close component");
    assertThat(loader.isClosed()).isFalse();
    store.close();
    assertThat(loader.isClosed()).isTrue();
    store.close();
    assertThat(loader.retain()).as("what is closed stays closed").isFalse();
  }

  private abstract static class Counting implements SecretsManager, ToIntFunction<String> {}

  @Test
  void whateverElseAComponentCanDoItStillCan() {
    SecretsManager secrets =
        made(
            ComponentType.SECRETS_MANAGER,
            SecretsManager.class,
            new Counting() {
              @Override
              public int applyAsInt(String text) {
                note("count");
                return 7;
              }

              @Override
              public void register(Secret secret) {
                throw new SecretExistsException("x", "c");
              }

              @Override
              public Secret get(String name) {
                throw new UnsupportedOperationException();
              }

              @Override
              public Map<String, Secret> getAll(Collection<String> names) {
                return Map.of();
              }

              @Override
              public List<String> list() {
                return List.of();
              }

              @Override
              public void update(Secret secret) {}

              @Override
              public void delete(String name) {}

              @Override
              public void deleteAll(boolean force) {}
            });
    assertThat(secrets).isInstanceOf(ToIntFunction.class);
    @SuppressWarnings("unchecked") // The class above says so.
    ToIntFunction<String> counting = (ToIntFunction<String>) secrets;
    assertThat(counting.applyAsInt("")).isEqualTo(7);
    assertThat(Set.of(secrets)).contains(secrets);
    assertThat(secrets.toString()).contains("LoadedComponentsTest");
    assertThatThrownBy(() -> secrets.register(Secret.of("x", Secret.ARBITRARY, Map.of())))
        .as("what it throws is what it threw")
        .isInstanceOf(SecretExistsException.class);
    assertThat(seen).containsExactly("create component", "count component");
  }
}
