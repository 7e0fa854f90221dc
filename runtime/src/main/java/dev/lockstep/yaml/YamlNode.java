package dev.lockstep.yaml;

/** A part of a YAML document: a mapping, a sequence or a scalar. */
public sealed interface YamlNode permits YamlMapping, YamlSequence, YamlScalar {
  /** The line on which it starts, counted from 1; 0 when it was not read from a file. */
  int line();
}
