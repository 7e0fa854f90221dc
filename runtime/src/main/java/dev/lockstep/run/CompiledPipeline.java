package dev.lockstep.run;

import dev.lockstep.descriptor.DescriptorException;
import dev.lockstep.descriptor.DescriptorReader;
import dev.lockstep.descriptor.PipelineDescriptor;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A pipeline as its generated runner offers it: its description, and the way to call its steps. */
public final class CompiledPipeline {
  /** Calls the method of one step with what the call gives, and hands its result to the call. */
  @FunctionalInterface
  public interface Steps {
    /**
     * Executes a step.
     *
     * @throws Exception whatever the step's method throws
     */
    void call(String step, StepCall call) throws Exception;
  }

  private final Class<?> runner;
  private final String className;
  private final Steps steps;

  /** Read at first use: a racing second read gives an equal one. */
  private volatile @Nullable PipelineDescriptor descriptor;

  private CompiledPipeline(Class<?> runner, String className, Steps steps) {
    this.runner = runner;
    this.className = className;
    this.steps = steps;
  }

  /**
   * For generated runners.
   *
   * @param runner the generated class, next to whose code the descriptor lies
   * @param className the binary name of the pipeline's class, which names the descriptor
   * @param steps calls a step by its name
   */
  public static CompiledPipeline of(Class<?> runner, String className, Steps steps) {
    return new CompiledPipeline(runner, className, steps);
  }

  /**
   * The description that the processor wrote.
   *
   * @throws DescriptorException when it is missing or cannot be read
   */
  public PipelineDescriptor descriptor() {
    PipelineDescriptor known = descriptor;
    if (known == null) {
      known = read();
      descriptor = known;
    }
    return known;
  }

  /** The binary name of the generated class. */
  public String runnerName() {
    return runner.getName();
  }

  /** The generated class. */
  Class<?> runner() {
    return runner;
  }

  /** Calls the steps. */
  Steps steps() {
    return steps;
  }

  private PipelineDescriptor read() {
    String resource = DescriptorReader.resource(className);
    try (InputStream in = runner.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new DescriptorException(
            "The descriptor "
                + resource
                + " is missing beside "
                + runner.getName()
                + ". Package the whole compiled output, META-INF/lockstep included.");
      }
      return DescriptorReader.read(in, resource);
    } catch (IOException e) {
      throw new DescriptorException("The descriptor " + resource + " cannot be read: " + e);
    }
  }
}
