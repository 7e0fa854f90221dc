package dev.lockstep.examples.digits;

/** An image that was read as another digit than the one that was written. */
record Misread(Sample sample, int readAs) {}
