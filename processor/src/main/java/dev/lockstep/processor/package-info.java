/**
 * The annotation processors, and what they do in turn: read annotated elements into a model, wire
 * it, apply the rules, and write. Each stage is a package:
 *
 * <pre>
 * read       compiler's elements -> model
 * model      what the user wrote, as values
 * wire       which output each parameter takes, and the order of the steps
 * validate   the rules, one per class; validate.Rules lists them
 * write      runner, schema, flavor, descriptor, as text
 * code       Java source as values, for write
 * report     the catalogue of diagnostics, and the way to the compiler's output
 * </pre>
 *
 * <p>Begin with {@link dev.lockstep.processor.LockstepProcessor}, which takes one pipeline, schema
 * or flavor through them. {@link dev.lockstep.processor.AggregatingProcessor} does what takes
 * several files to see, {@link dev.lockstep.processor.ClaimingProcessor} tells the compiler that
 * the annotations were read. A test of {@code architecture} keeps what each package may use.
 */
@NullMarked
package dev.lockstep.processor;

import org.jspecify.annotations.NullMarked;
