/**
 * What stores of artifacts in buckets of objects have in common, whoever keeps the buckets: where a
 * file's object is, downloads that go on after a cut, sums, and pauses between attempts.
 */
@NullMarked
package dev.lockstep.artifact.bucket;

import org.jspecify.annotations.NullMarked;
