package dev.lockstep.run;

import dev.lockstep.descriptor.ParameterDescriptor;
import dev.lockstep.descriptor.PipelineDescriptor;
import dev.lockstep.text.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of a pipeline's parameters for one run. */
final class Parameters {
  private Parameters() {}

  /**
   * Fills in the defaults.
   *
   * @param given the values that were given, as text, by the parameter's name
   * @return a text for every parameter, in the order in which the pipeline declares them
   * @throws UsageException naming every parameter that is unknown, missing or unreadable
   */
  static Map<String, String> resolve(PipelineDescriptor pipeline, Map<String, String> given) {
    List<String> problems = new ArrayList<>();
    List<String> known = pipeline.parameters().stream().map(ParameterDescriptor::name).toList();
    for (String name : given.keySet()) {
      if (!known.contains(name)) {
        problems.add(
            "Pipeline '"
                + pipeline.name()
                + "' has no parameter '"
                + name
                + "'."
                + Suggestion.didYouMean(name, known));
      }
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (ParameterDescriptor parameter : pipeline.parameters()) {
      String text = given.getOrDefault(parameter.name(), parameter.defaultValue());
      if (text == null) {
        problems.add(
            "Parameter '"
                + parameter.name()
                + "' is missing: give it with --"
                + parameter.name()
                + " <"
                + ParameterTypes.simpleName(parameter.type())
                + ">.");
        continue;
      }
      String problem = ParameterTypes.problem(parameter, text);
      if (problem != null) {
        problems.add("Parameter '" + parameter.name() + "': '" + text + "' " + problem + ".");
      }
      values.put(parameter.name(), text);
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n", problems));
    }
    return values;
  }
}
