/**
 * What the user wrote, as immutable values that know nothing of the compiler: a {@code
 * *Declaration} for each annotated thing, with facts that only the compiler can tell ({@code
 * ClassFacts}, {@code TypeRef}) and the place of each ({@code report.Location}, which nobody here
 * can look into). It may be wrong in any way that compiles; the rules say so.
 */
@NullMarked
package dev.lockstep.processor.model;

import org.jspecify.annotations.NullMarked;
