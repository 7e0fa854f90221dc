package dev.lockstep.examples.digits;

import java.util.List;

/** Both halves of a {@link Split}, ready for the learner. */
record Normalized(List<Sample> trainSamples, List<Sample> testSamples) {}
