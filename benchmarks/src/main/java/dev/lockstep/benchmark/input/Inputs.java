package dev.lockstep.benchmark.input;

import java.util.LinkedHashMap;
import java.util.Map;

/** All inputs by the names that the command line takes, in the order of the tables. */
public final class Inputs {
  public static final String OWN = "lockstep";

  /** The one whose size is not a number of packages. */
  public static final String LONG = "lockstep-long";

  private Inputs() {}

  public static Map<String, Input> all() {
    Map<String, Input> inputs = new LinkedHashMap<>();
    inputs.put(OWN, new Pipelines());
    inputs.put(LONG, new LongPipeline());
    inputs.put("record-builder", ValueTypes.RECORD_BUILDER);
    inputs.put("auto-value", ValueTypes.AUTO_VALUE);
    inputs.put("immutables", ValueTypes.IMMUTABLES);
    inputs.put("avaje-inject", Components.AVAJE);
    inputs.put("dagger", Components.DAGGER);
    inputs.put("mapstruct", new Mappers());
    inputs.put("micronaut", Components.MICRONAUT);
    return inputs;
  }

  /** The input of a contender that is known. */
  public static Input get(String contender) {
    Input input = all().get(contender);
    if (input == null) {
      throw new IllegalArgumentException("unknown contender " + contender);
    }
    return input;
  }
}
