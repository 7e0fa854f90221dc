package dev.lockstep.yaml;

import java.util.List;

/**
 * A sequence.
 *
 * @param elements what it holds, in its order
 * @param line see {@link YamlNode#line}
 */
public record YamlSequence(List<YamlNode> elements, int line) implements YamlNode {
  public YamlSequence {
    elements = List.copyOf(elements);
  }
}
