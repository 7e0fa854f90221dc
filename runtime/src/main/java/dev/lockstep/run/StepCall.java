package dev.lockstep.run;

import dev.lockstep.artifact.Materializer;
import dev.lockstep.secret.Schema;
import dev.lockstep.secret.Secret;
import java.lang.reflect.Type;
import java.util.Optional;

/**
 * One attempt of one step, as generated runners see it: where the method's arguments come from and
 * where its result goes. Not for use by hand.
 */
public interface StepCall {
  /** The context, for a parameter that asks for it. */
  StepContext context();

  /**
   * Reads an output of another step, under the type that it was stored as.
   *
   * @param output the output's name: {@code step}, or {@code step.component}
   */
  @SuppressWarnings("TypeParameterUnusedInFormals") // Generated code states T and the same type.
  <T> T input(String output, Type type);

  /** Reads an output that a custom materializer wrote. */
  <T> T input(String output, Type type, Materializer<T> materializer);

  /** The value of a parameter of the pipeline, given or default. */
  <T> T parameter(String name, Class<T> type);

  /** A secret that the step takes as typed object. */
  <T> T secret(String name, Schema<T> schema);

  /** A secret that the step takes raw. */
  Secret secret(String name);

  /** A typed secret that may be absent. */
  <T> Optional<T> optionalSecret(String name, Schema<T> schema);

  /** A raw secret that may be absent. */
  Optional<Secret> optionalSecret(String name);

  /**
   * What the method returned, when its components are stored one by one; refuses null.
   *
   * @param <T> the record's type
   */
  <T> T returned(T value);

  /** Stores an output under its type. */
  <T> void output(String name, T value, Type type);

  /** Stores an output by a custom materializer. */
  <T> void output(String name, T value, Type type, Materializer<T> materializer);
}
