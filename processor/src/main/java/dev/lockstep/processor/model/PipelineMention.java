package dev.lockstep.processor.model;

import java.util.List;

/**
 * What others have to know of a pipeline.
 *
 * @param type the binary name of its class
 * @param included binary names of the classes whose steps it includes
 */
public record PipelineMention(String type, String name, List<String> included) {
  public PipelineMention {
    included = List.copyOf(included);
  }

  public boolean includes(String stepClass) {
    return included.contains(stepClass);
  }
}
