package dev.lockstep.testing;

import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.descriptor.SecretDescriptor;
import dev.lockstep.home.LockstepHome;
import dev.lockstep.metadata.RunEvent;
import dev.lockstep.metadata.RunRecord;
import dev.lockstep.run.CompiledPipeline;
import dev.lockstep.run.Lockstep;
import dev.lockstep.run.Preflight;
import dev.lockstep.run.PreflightLevel;
import dev.lockstep.run.PreflightReport;
import dev.lockstep.run.RunOptions;
import dev.lockstep.run.Stacks;
import dev.lockstep.secret.Schema;
import dev.lockstep.secret.SchemaKey;
import dev.lockstep.secret.Secret;
import dev.lockstep.secret.SecretValue;
import dev.lockstep.stack.ActiveStack;
import dev.lockstep.stack.Configuration;
import dev.lockstep.stack.Flavors;
import dev.lockstep.stack.OpenStack;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A stack of one test's own, in memory: secrets, artifacts and the record of runs. It reads and
 * writes nothing in the user's {@code LOCKSTEP_HOME}, and two of them share nothing.
 *
 * <pre>{@code
 * try (TestStack stack = new TestStack()) {
 *   stack.secret("warehouse", "warehouse", Map.of("url", "db:test", "password", "s3cret"));
 *   RunRecord run = stack.run(ChurnRunner.PIPELINE, Map.of("threshold", "3"));
 *   assertEquals(RunStatus.SUCCEEDED, run.status());
 *   assertEquals("2 customers", stack.output(run, "report", String.class));
 *   stack.assertNoLeaks(run);
 * }
 * }</pre>
 *
 * <p>Differences from a real stack: a step with {@code Isolation.PROCESS} runs in the test's JVM,
 * because a child process could not see this memory. What it would find in {@code System.getenv} is
 * in {@link dev.lockstep.run.StepContext#environment} only, and a timeout interrupts it instead of
 * ending a process. What steps print to {@code System.out} is not masked, as it is in a runner.
 */
public final class TestStack implements AutoCloseable {
  private final InMemorySecretsManager secrets = new InMemorySecretsManager(Configuration.DEFAULT);
  private final MemoryArtifactStore artifacts = new MemoryArtifactStore();
  private final MemoryMetadataStore metadata = new MemoryMetadataStore();
  private final OutputReader outputs = new OutputReader(artifacts);
  private final Map<String, PipelineDescriptor> runs = new HashMap<>();
  private final LockstepHome home =
      // A name that nobody can guess, for a folder that is never made: without one, the
      // configuration is the built-in one.
      new LockstepHome(
          Path.of(System.getProperty("java.io.tmpdir"), "lockstep-test-" + UUID.randomUUID()));
  private boolean closed;

  /** A stack without secrets and runs. */
  public TestStack() {}

  // ---- secrets

  /**
   * Stores a secret, in place of one of that name if there is one. Not counted as a call to the
   * secrets manager.
   *
   * @throws dev.lockstep.secret.InvalidSecretException when the name or a key cannot be
   */
  public TestStack secret(Secret secret) {
    secrets.put(secret);
    return this;
  }

  /** Stores a secret of a schema's type, as its keys and values. */
  public TestStack secret(String name, String type, Map<String, String> values) {
    Map<String, SecretValue> wrapped = new LinkedHashMap<>();
    values.forEach((key, value) -> wrapped.put(key, SecretValue.of(value)));
    return secret(Secret.of(name, type, wrapped));
  }

  /** Stores a secret as an object of its schema's interface. */
  public <T> TestStack secret(String name, Schema<T> schema, T value) {
    return secret(schema.write(name, value));
  }

  /** The secrets manager: to rotate and delete secrets, and to see how often it was asked. */
  public InMemorySecretsManager secrets() {
    return secrets;
  }

  // ---- runs

  /**
   * Runs a pipeline with its default parameters.
   *
   * @see #run(CompiledPipeline, Map)
   */
  public RunRecord run(CompiledPipeline pipeline) {
    return run(pipeline, Map.of());
  }

  /**
   * Runs a pipeline and waits for its end. A failed step is not an exception: the returned run
   * tells it.
   *
   * @param parameters as text, by their names in kebab-case
   * @throws dev.lockstep.run.UsageException when a parameter is unknown, missing or unreadable
   * @throws dev.lockstep.run.PreflightException when this stack lacks something that the run needs
   */
  public RunRecord run(CompiledPipeline pipeline, Map<String, String> parameters) {
    RunRecord run = Lockstep.run(pipeline, options().parameters(parameters).build());
    synchronized (this) {
      runs.put(run.id(), pipeline.descriptor());
    }
    return run;
  }

  /** Checks whether a pipeline could run, as {@code --check} does; runs nothing. */
  public PreflightReport check(CompiledPipeline pipeline) {
    try (OpenStack stack = Stacks.open(options().build())) {
      return Preflight.check(pipeline.descriptor(), stack, PreflightLevel.KEYS);
    }
  }

  /** Everything that happened in a run of this stack, in its order. */
  public List<RunEvent> events(RunRecord run) {
    pipeline(run);
    return metadata.events(run.id());
  }

  // ---- outputs

  /**
   * What a step returned, read as a step that takes it would get it.
   *
   * @param output the step's name; {@code step.component} for a component of a returned record,
   *     when another step takes components of it
   * @throws IllegalStateException when the step did not succeed, saying why
   * @throws IllegalArgumentException when the run has no such output, listing those that it has
   */
  public <T> T output(RunRecord run, String output, Class<T> type) {
    @SuppressWarnings("unchecked") // Not type.cast, which knows no primitives.
    T value = (T) read(run, output, type);
    return value;
  }

  /**
   * What a step returned, for types with arguments.
   *
   * <pre>{@code
   * List<Customer> customers = stack.output(run, "load", Types.of(List.class, Customer.class));
   * }</pre>
   *
   * @see #output(RunRecord, String, Class)
   */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // No literal has type arguments.
  public <T> T output(RunRecord run, String output, Type type) {
    return (T) read(run, output, type);
  }

  private Object read(RunRecord run, String output, Type type) {
    return outputs.read(pipeline(run), run, output, type);
  }

  // ---- leaks

  /**
   * Fails when a value of a secret of the run's pipeline can be read in what the run left: its
   * events, with parameters, logged lines and failures, and its artifacts, those of failed attempts
   * included. Values that were rotated or deleted count too; keys with {@code @Key(masked = false)}
   * do not.
   *
   * @throws AssertionError that names every place and the secret's key, never the value
   * @see LeakAssertions#assertNoLeak
   */
  public void assertNoLeaks(RunRecord run) {
    PipelineDescriptor pipeline = pipeline(run);
    LeakSearch search = new LeakSearch(values(pipeline));
    List<String> finds = new ArrayList<>();
    for (RunTexts.Text text :
        RunTexts.of(metadata.events(run.id()), artifacts.below(pipeline.name() + "/" + run.id()))) {
      finds.addAll(search.finds(text.where(), text.text()));
    }
    if (!finds.isEmpty()) {
      throw search.error("Run " + run.id() + " of '" + run.pipeline() + "' leaks secrets:", finds);
    }
  }

  /** The values that the runtime masks in a run of the pipeline. */
  private List<LeakSearch.Named> values(PipelineDescriptor pipeline) {
    Map<SecretValue, LeakSearch.Named> values = new LinkedHashMap<>();
    for (Secret secret : secrets.everStored()) {
      SecretDescriptor used = pipeline.secret(secret.name()).orElse(null);
      if (used != null) {
        secret
            .values()
            .forEach(
                (key, value) -> {
                  if (isMasked(used, key)) {
                    String name = "key '" + key + "' of secret '" + secret.name() + "'";
                    values.putIfAbsent(value, new LeakSearch.Named(name, value));
                  }
                });
      }
    }
    return List.copyOf(values.values());
  }

  private static boolean isMasked(SecretDescriptor secret, String name) {
    for (SchemaKey key : secret.keys()) {
      if (key.name().equals(name)) {
        return key.masked() && !key.type().equals("boolean");
      }
    }
    return true;
  }

  // ---- inside

  /** Deletes what outputs were unpacked into; the stack cannot be used afterwards. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    outputs.close();
  }

  /** A folder that is never made. */
  LockstepHome home() {
    return home;
  }

  private synchronized PipelineDescriptor pipeline(RunRecord run) {
    checkOpen();
    PipelineDescriptor pipeline = runs.get(run.id());
    if (pipeline == null) {
      throw new IllegalArgumentException("Run " + run.id() + " was not run on this stack.");
    }
    return pipeline;
  }

  /** Fresh ones for every run: a redactor knows the values of one. */
  private RunOptions.Builder options() {
    checkOpen();
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.remove(ActiveStack.VARIABLE);
    environment.put(LockstepHome.VARIABLE, home.root().toString());
    return RunOptions.builder()
        .home(home)
        .environment(environment)
        .stack(Configuration.DEFAULT)
        .flavors(
            new Flavors(
                new MemoryFlavors(secrets, artifacts, metadata),
                loader == null ? TestStack.class.getClassLoader() : loader));
  }

  private synchronized void checkOpen() {
    if (closed) {
      throw new IllegalStateException("The test's stack is closed.");
    }
  }
}
