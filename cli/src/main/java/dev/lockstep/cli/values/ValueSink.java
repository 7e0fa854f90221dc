package dev.lockstep.cli.values;

/** Takes what a document holds. */
interface ValueSink {
  void value(String key, String text);

  /** Something that cannot be taken, as a clause that names keys and lines, never a value. */
  void problem(String problem);
}
